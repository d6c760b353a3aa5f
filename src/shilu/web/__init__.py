"""The reading room: the archive in a browser, made on the server, a thin face over the same library calls."""
