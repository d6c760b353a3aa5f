"""Loaded once, by the process that workers are forked from: what each of them needs to read posts and to index them.

Loading it takes 0.4 s of processor time, as much as four hundred posts take from the first byte to the index.
"""

from __future__ import annotations

import gc
import os

# There are as many workers as cores; numpy's threads would only take turns with them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from importlib import import_module

from shilu.text.script import script_of

for module in ("shilu.archive.index", "shilu.archive.prepare", "shilu.outlets"):
    import_module(module)
script_of("")  # makes the tables of characters
gc.freeze()  # what is loaded stays; no worker looks for cycles in it
