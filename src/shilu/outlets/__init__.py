"""One reader per outlet, and a generic one: Snapshot → Article."""
