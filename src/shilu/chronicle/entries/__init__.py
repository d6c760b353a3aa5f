"""The chronicle: the events of many articles that are one deed become one entry, with every source (考异 included).

Events become *tellings* (:mod:`.tellings`), tellings of one deed are grouped (:mod:`.grouping`), a group becomes an
entry (:mod:`.entry`) with the points on which its outlets differ (:mod:`.discrepancies`). All of it is a pure function
of the set of tellings: the order in which articles came plays no part.
"""

from shilu.chronicle.entries.entry import entries
from shilu.chronicle.entries.tellings import Telling, tellings

__all__ = ["Telling", "entries", "tellings"]
