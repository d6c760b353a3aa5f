"""Who is who: data files of people, offices, organisations and places, and their matcher."""
