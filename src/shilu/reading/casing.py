"""Whether a Latin word is meant as a name: known names are looked up whatever their case, which English prose minds.

In Chinese text a Latin word is hardly ever anything but a name, however it is written (facebook, bp). In running Latin
text who is no WHO and plan no PLAN: of 487 English posts of the corpus 315 say who, and none means the organisation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shilu.knowledge import Authority
    from shilu.knowledge.matcher import Match

_WORD_BEFORE = re.compile(r"[A-Za-z]{2}[,;]? $")
_WORD_AFTER = re.compile(r"[,;]? [A-Za-z]{2}")
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
"""A part of a longer name: Joint Comprehensive Plan of Action."""
_SHORT, _ARMS = 2, re.compile(r"[售购購费費]|[备備](?![战戰妥好齐齊])")
"""Characters of 台军, and what behind it is of another word: 军售, 軍備."""
_ACRONYM = 3  # letters; longer ones are written as words, too (Nato, Unesco)


def is_name(text: str, match: Match, authority: Authority) -> bool:
    """Whether a known name found in a text is written as a name there; Chinese ones are, but 对|台军|售 is none."""
    written = text[match.start : match.end]
    if not written[0].isascii():
        return not (written.endswith("军") and len(written) == _SHORT and _ARMS.match(text, match.end))
    if not _runs_on(text, match):
        return True
    if (
        written[0].isupper()
        and len(written) > _ACRONYM
        and not _NAME_BEFORE.search(text[max(0, match.start - 24) : match.start])
    ):
        return True
    return any(written in authority.names_of(candidate.id) for candidate in match.candidates)


def _runs_on(text: str, match: Match) -> bool:
    """Whether a Latin word stands right before or behind."""
    before = text[max(0, match.start - 4) : match.start]
    return bool(_WORD_BEFORE.search(before) or _WORD_AFTER.match(text, match.end))
