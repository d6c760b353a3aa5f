"""What all tests share: commands speak English, whatever the language of the machine."""

from __future__ import annotations

import os

os.environ["SHILU_LANG"] = "en"
