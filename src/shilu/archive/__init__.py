"""The store (SQLite), the search index (tantivy) and fixity."""

from __future__ import annotations

from shilu.archive.store import Archive

__all__ = ["Archive"]
