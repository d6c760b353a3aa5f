"""Across articles: copies, stories, entries and their discrepancies."""
