"""What the commands say in Chinese; the keys are the English texts."""

MESSAGES: dict[str, str] = {}
