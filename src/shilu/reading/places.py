"""Where places are named: known names and the tagger's, outside the names of organisations and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import NO_PLACES, PLACE_ENDINGS
from shilu.reading.orgs import Named
from shilu.reading.suggested import foreign, is_han

if TYPE_CHECKING:
    from shilu.reading.units import Unit
    from shilu.reading.whole import Whole

_PEOPLE_OF = re.compile(r"人(?!民|权|士|口|员|大|类|工|事|质|道|数|均|才|行|气|力|文|物|间|为)|籍|裔|族|语|菜|式")


def place_names(whole: Whole, row: list[Unit], taken: bytearray) -> list[Named]:
    """Where places are named, in reading order; ``taken`` marks the characters of organisations and people."""
    found = []
    for index, unit in enumerate(row):
        if unit.letter != "L" or any(taken[unit.start : unit.end]) or _PEOPLE_OF.match(whole.plain, unit.end):
            continue
        end = unit.end
        following = row[index + 1] if index + 1 < len(row) else None
        if (
            following is not None
            and following.start == end
            and whole.plain[following.start : following.end] in {"省", "市", "县", "区"}
        ):
            end = following.end
        if unit.ids or _looks_like_a_place(whole.plain[unit.start : end]):
            found.append(Named(unit.start, end, unit.ids))
    return found


def _looks_like_a_place(text: str) -> bool:
    if text in NO_PLACES or len(text) < 2 or not is_han(text[0]):
        return False
    return text.endswith(PLACE_ENDINGS) or foreign(text)
