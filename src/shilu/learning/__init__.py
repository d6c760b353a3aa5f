"""Across articles: who the people are whom the authority lacks, and what articles state of them."""
