"""The words that tell an event, from the data files beside the reading, found in one pass over a text."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec
import yaml
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator

Frame: TypeAlias = Literal[
    "joint",
    "with",
    "object",
    "place",
    "goes",
    "abroad",
    "trip",
    "attend",
    "join",
    "letter",
    "noun",
    "verb",
    "toward",
    "own",
    "suffer",
    "bond",
    "charge",
    "urge",
    "verdict",
    "threat",
    "rally",
]
Asks: TypeAlias = Literal["", "recipient", "to", "both", "deed", "warning", "hope", "nothing", "ask"]


DONE_TO = frozenset({"COERCE", "ASSAULT", "SANCTION"})
"""Types of what is done to somebody."""
FORCE = DONE_TO | {"MOBILIZE"}
"""Types of what a power does against others."""
MATERIAL = FORCE | {"RETREAT", "PROTEST"}
"""Types that are done with more than words."""
IN_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
"""Types that are done by saying something to somebody, or about him."""
UTTERED = IN_WORDS | {"THREATEN"}
"""… or by threatening."""
OF_SPEECH: frozenset[Frame] = frozenset({"charge", "urge", "verdict"})
"""Frames of words that tell what somebody says of another."""


class Sense(msgspec.Struct, frozen=True):
    """What one word tells in one frame."""

    type: str
    frame: Frame
    form: str | None = None
    mode: str | None = None
    country: str | None = None
    """The state that the word itself names: 访华, 扰台."""
    asks: Asks = ""
    """What the word must have to tell an act: a recipient, a phrase with 对, parties on both sides that count in
    politics, a verb of what is to be done (同意|撤军), what the recipient must not do (警告日本|不要…), or
    what another state is hoped to do (希望日本|撤军), or nothing, as its object stands in it (扣押渔船)."""
    when: str = ""
    """A pattern that the clause must hold: 外交官 makes 驱逐 a sanction."""


FIELDS: dict[str, tuple[Frame, Asks]] = {
    "verbs": ("verb", ""),
    "whole": ("verb", "nothing"),
    "onto": ("verb", "recipient"),
    "weak": ("verb", "both"),
    "then": ("verb", "deed"),
    "toward": ("toward", ""),
    "toward_somebody": ("toward", "recipient"),
    "toward_something": ("toward", "to"),
    "warnings": ("verb", "warning"),
    "hopes": ("verb", "hope"),
    "asks": ("verb", "ask"),
    "nouns": ("noun", "recipient"),
    "own": ("own", ""),
    "rallies": ("rally", "nothing"),
    "suffers": ("suffer", ""),
    "bonds": ("bond", ""),
    "charges": ("charge", "both"),
    "urges": ("urge", "both"),
    "verdicts": ("verdict", ""),
    "threats": ("threat", ""),
    "verdicts_on": ("verdict", "both"),
}
"""The fields of the data file, the frame of their words and what these ask for."""


class Cue(msgspec.Struct, frozen=True):
    """An event word at a place of a text, with all it may tell."""

    start: int
    end: int
    word: str
    senses: tuple[Sense, ...]

    def sense(self, *frames: Frame) -> Sense | None:
        """The first sense in one of these frames."""
        for (
            sense
        ) in self.senses:  # a generator would take three times as long, and it is asked a hundred times an article
            if sense.frame in frames:
                return sense
        return None

    @property
    def is_encounter(self) -> bool:
        """Whether the word may tell an encounter."""
        return "CONSULT" in [sense.type for sense in self.senses]


_NO_CUES = (
    "相应予以",
    "相应予",
    "控制",
    "控股",
    "不满意",
    "不甘示弱",
    "说不定",
    "无意识",
    "性骚扰",
    "不满足",
    "不满之处",
    "不可分割",
    "外交战",
    "社交战",
    "精准打击",
    "不可侵犯",
    "不可或缺",
    "不可逆转",
    "不可剥夺",
    "不可动摇",
    "不可避免",
    "不可能",
    "不可思议",
    "不可持续",
    "无人反对",
    "没人反对",
    "无人支持",
    "发声明",
    "发表声明",
    "驱逐舰",
)
"""Words that hold an event word and tell nothing: 不可 asks for something elsewhere."""


_DONE_WITH = (
    "表示",
    "表达",
    "提出",
    "发出",
    "实施",
    "采取",
    "进行",
    "作出",
    "做出",
    "给予",
    "提供",
    "发动",
    "展开",
    "施加",
)
"""Verbs of words for what is done toward somebody, behind which 了 may stand."""


class Lexicon:
    """The event words as one automaton; of words that overlap, the leftmost and then the longest counts."""

    def __init__(self, senses: dict[str, tuple[Sense, ...]]) -> None:
        self._senses = list(senses.items())
        self._by_word = senses
        self._automaton = AhoCorasick(
            list(senses),
            matchkind=MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )

    def senses(self, word: str) -> tuple[Sense, ...]:
        """What a word may tell; nothing where it is no event word."""
        return self._by_word.get(word, ())

    def find(self, plain: str) -> list[Cue]:
        """The event words of a text in simplified script, from left to right, but for those in 抗议者, 不可分割."""
        return [
            Cue(start, end, *self._senses[index])
            for index, start, end in self._automaton.find_matches_as_indexes(plain)
            if self._senses[index][1] and not plain.startswith("者", end)
        ]


@functools.cache
def lexicon() -> Lexicon:
    """All event words; read once in a process."""
    senses: dict[str, dict[Sense, None]] = {}
    for word, sense in (*_encounters(), *_abroad(), *_acts()):
        senses.setdefault(word, {})[sense] = None
    senses.update((word, {}) for word in _NO_CUES)
    return Lexicon({word: tuple(found) for word, found in senses.items()})


def _encounters() -> Iterator[tuple[str, Sense]]:
    for entry in data("encounters")["words"]:
        for word in entry["words"]:
            yield word, Sense("CONSULT", entry["frame"], entry["form"])


@functools.cache
def abbreviated_states() -> dict[str, str]:
    """The codes of states by the one character that stands for them: 驻华, 访美."""
    states: dict[str, str] = data("encounters")["abroad"]["states"]
    return states


def _abroad() -> Iterator[tuple[str, Sense]]:
    """Verbs of visiting run together with the abbreviation of a state: 访华, 抵台."""
    abroad = data("encounters")["abroad"]
    for char, country in abroad["states"].items():
        for verb in abroad["verbs"]:
            yield verb + char, Sense("CONSULT", "abroad", "visit", country=country)


def _acts() -> Iterator[tuple[str, Sense]]:
    for entry in data("acts"):
        for field, (frame, asks) in FIELDS.items():
            for word in entry.get(field) or ():
                sense = Sense(
                    entry["type"],
                    frame,
                    mode=entry["mode"],
                    country=entry.get("country"),
                    asks=asks,
                    when=entry.get("when", ""),
                )
                yield word, sense
                if frame == "toward" and word.startswith(_DONE_WITH):
                    yield f"{word[:2]}了{word[2:]}", sense  # 表达了担忧


def data(name: str) -> Any:
    """One of the data files of the events."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files("shilu.reading").joinpath(f"data/{name}.yaml").read_text("utf-8"), loader)  # noqa: S506
