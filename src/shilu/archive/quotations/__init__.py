"""Who said what, across articles: quotations from the readings, one statement told by several outlets, search."""
