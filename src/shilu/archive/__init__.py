"""The store (SQLite), the search index (tantivy) and fixity."""
