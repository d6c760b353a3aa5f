"""Time expressions in Chinese text: where they stand and which day, month, year or span they name.

``read_times`` reads the passages of one article in order, so that years, months and days carry over from one to the
next; ``find_times`` is the same for a single text. Both scripts are read alike: matching runs on text folded with equal
length, what is returned is the original. No machine clock or time zone takes part: all is counted from the ``Anchor``.
"""

from shilu.text.times.anchor import Anchor
from shilu.text.times.reading import Passage, find_times, read_times

__all__ = ["Anchor", "Passage", "find_times", "read_times"]
