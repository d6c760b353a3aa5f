"""Latin forms of names: which may be one person's, and which say no more than the Chinese name does."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata

_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo)"
)
_PINYIN = re.compile(rf"(?:(?:{_SYLLABLE.pattern})['’]?){{1,3}}")
_SLIP = 0.9
_GENERATIONS = {"jr", "sr"}
_NICKNAMES = {
    "tony": "anthony", "bob": "robert", "bill": "william", "mike": "michael", "jim": "james", "joe": "joseph",
    "tom": "thomas", "dick": "richard", "ted": "edward", "liz": "elizabeth", "beth": "elizabeth", "jack": "john",
    "chuck": "charles", "larry": "lawrence", "jerry": "gerald", "kate": "katherine", "andy": "andrew", "tim": "timothy",
    "dan": "daniel", "matt": "matthew", "ben": "benjamin", "sam": "samuel", "ken": "kenneth", "greg": "gregory",
    "jeff": "jeffrey", "steve": "stephen", "dave": "david", "rick": "richard", "rob": "robert", "will": "william",
    "alex": "alexander", "nick": "nicholas", "pat": "patrick", "ron": "ronald", "don": "donald", "ed": "edward",
}  # fmt: skip


@functools.lru_cache(maxsize=4096)
def plain(latin: str) -> str:
    """A Latin name as it is compared: lower case, without accents, dots and doubled blanks."""
    bare = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    return " ".join(bare.replace(".", " ").replace("-", " ").split())


def is_full(latin: str) -> bool:
    """Whether it has a first and a last name."""
    return " " in plain(latin)


def is_pinyin(latin: str) -> bool:
    """Whether it spells a Chinese name (Li Na, Feng Daoyou), which many different names share."""
    words = plain(latin).split()
    return 2 <= len(words) <= 3 and all(_PINYIN.fullmatch(word) for word in words)


def may_be_one(left: str, right: str) -> bool:
    """Whether two full Latin names may be one person's: Robert Aaron Long and Bob Long, not Jay and James Baker."""
    one, other = plain(left).split(), plain(right).split()
    if not one or not other or {one[-1], other[-1]} == _GENERATIONS:
        return False
    if sorted(one) == sorted(other) or _misspelt("".join(one), "".join(other)):  # Feng Daoyou, Daoyou Feng
        return True
    if one[-1] != other[-1]:
        return False
    first, second = _given(one[0]), _given(other[0])
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) if len(shorter) == 1 else first == second


def _misspelt(left: str, right: str) -> bool:
    """Whether two names without blanks differ by a slip or an accent: JohnSudworth, John Sudworh; Loew, Löw."""
    return left[:1] == right[:1] and difflib.SequenceMatcher(None, left, right, autojunk=False).ratio() > _SLIP


def _given(name: str) -> str:
    return _NICKNAMES.get(name, name)
