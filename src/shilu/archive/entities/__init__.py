"""Who and what the articles name, across articles: tables derived from the readings, lists, names and profiles."""
