"""Stories: the articles of all outlets about one development."""
