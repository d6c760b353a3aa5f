"""What the commands say in Chinese: one module per command, each a table from the English text."""
