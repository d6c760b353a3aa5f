"""Text as the search index sees it: folded, one token per character, Latin words whole.

Every Chinese character, digit and mark is a token of its own, and so is a run of white space and the border between
two blocks. A phrase of tokens is then exactly a substring: any piece of Han text of one or more characters is found,
with digits and punctuation in it, and nothing else is. Letters of alphabetic scripts (Latin, Cyrillic, Greek …) form
whole words, so ``US`` finds no ``focus``.

Han *bigrams* would answer faster (p95 0.3 ms instead of 1.8 ms over 13,630 posts), but cost 15 s of processor time
and 62 MB to build where this costs 3 s and 30 MB, and need a second field for one-character queries. Folding and
spacing are one pass of ``str.translate``, or for whole articles of numpy, which takes a quarter of that; tantivy's own
white-space analyser does the rest.
"""

from __future__ import annotations

import functools
import re
from itertools import groupby
from typing import TYPE_CHECKING

from shilu.text.script import codes_of, fold, folded_codes, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.text.script import Codes

SPACE = "\ufdd0"
"""Stands for white space; no character of any text (a Unicode noncharacter)."""
BORDER = "\ufdd1"
"""Stands between two blocks, so that no phrase reaches from one into the next."""

_LETTER = r"(?=[^\W\d_])[\0-\u2e7f]"
"""A letter that is no Han, Kana or Hangul. Written as one class, with all beyond it left out, it takes four times as
long to compile, which was half the time of a search by name."""
_NO_LETTER_BEFORE = rf"(?<!{_LETTER})"
_NO_LETTER_BEHIND = rf"(?!{_LETTER})"
_is_letter = re.compile(_LETTER).match


class _Spacing(dict[int, str]):
    """A translation table that folds and parts characters, filled as they are met."""

    def __missing__(self, code: int) -> str:
        char = fold(chr(code))
        if char == "\n":
            spaced = f" {BORDER} "
        elif char.isspace():
            spaced = f" {SPACE} "
        else:
            spaced = char if _is_letter(char) else f" {char} "
        self[code] = spaced
        return spaced


_spacing = _Spacing()
_LONG = 200
_SCRIPTS = 0x3001
"""Below it lie all letters that are no Han, Kana or Hangul, and all white space, the ideographic space last."""


def tokenised(blocks: Iterable[str]) -> str:
    """The blocks as tokens parted by spaces, for a white-space analyser."""
    text = "\n".join([" ".join(block.split()) for block in blocks])
    return _parted(text) if len(text) > _LONG else text.translate(_spacing)


@functools.cache
def _table() -> tuple[Codes, Codes]:
    """What :class:`_Spacing` makes of each character, as arrays: its token, and whether that token is a letter."""
    import numpy as np  # noqa: PLC0415 (queries are short and need none)

    found = folded_codes().copy()
    found[[code for code in range(_SCRIPTS) if chr(code).isspace()]] = ord(SPACE)
    found[ord("\n")] = ord(BORDER)
    letters = np.zeros(len(found), dtype=np.bool_)
    letters[[code for code in range(_SCRIPTS) if _is_letter(chr(code))]] = True
    return found, letters


def _parted(text: str) -> str:
    """A long text as tokens: a space behind every character but where a letter follows a letter."""
    import numpy as np  # noqa: PLC0415 (as above)

    table, is_letter = _table()
    codes = table[codes_of(text)]
    letters = is_letter[codes]
    row = np.full((len(codes), 2), ord(" "), dtype=np.uint32)
    row[:, 0] = codes
    kept = np.ones(row.shape, dtype=np.bool_)
    kept[:-1, 1] = ~(letters[:-1] & letters[1:])
    return text_of(row[kept])


def tokens(term: str) -> list[str]:
    """The tokens of a search term, in order."""
    return tokenised((term,)).split()


def pattern(term: str, *, exact_script: bool = False) -> re.Pattern[str]:
    """An expression that finds the term just where the index does: in folded text, or as typed but for letter case."""
    return any_of((term,), exact_script=exact_script)


def any_of(terms: Iterable[str], *, exact_script: bool = False) -> re.Pattern[str]:
    """The same for any of several terms, the longest that fits."""
    texts = {term.strip() if exact_script else fold(term.strip()) for term in terms}
    by_start = [(kind, [text for text in texts if bool(_is_letter(text[0])) is kind]) for kind in (True, False)]
    bodies = "|".join(f"{_NO_LETTER_BEFORE if kind else ''}(?:{_bodies(of)})" for kind, of in by_start if of)
    # Nearly no character begins any of thirty names: to look at it first takes a third of the time of trying all.
    firsts = "".join(sorted({re.escape(text[0]) for text in texts}))
    return re.compile(f"(?=[{firsts}])(?:{bodies})", re.IGNORECASE if exact_script else 0)


def _bodies(texts: Iterable[str]) -> str:
    """Alternatives, the longest first; neighbours share what may not follow, which is slow to compile."""
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    return "|".join(
        f"(?:{'|'.join(map(_body, of))}){_NO_LETTER_BEHIND if kind else ''}"
        for kind, of in groupby(ordered, key=lambda text: bool(_is_letter(text[-1])))
    )


def _body(text: str) -> str:
    return r"\s+".join(re.escape(part) for part in text.split())
