"""The article as a row of units: known names as wholes, the tagger's words around them, each with a letter.

Rules for names of organisations then are patterns over letters (``L`` a place, ``E`` a word that ends organisations)
instead of patterns over words, and a known name counts as one unit however the tagger has cut it.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from shilu.reading.lexicon import (
    BODY_ENDINGS,
    BODY_HEADS,
    BODY_STARTS,
    NO_BODIES,
    ROLE_ENDINGS,
    TRANSLITERATION,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority
    from shilu.reading.mentions import Spot
    from shilu.reading.whole import Hit, Whole, Word


class Unit(msgspec.Struct, frozen=True):
    """A known name or a word; ``letter`` is its part in names.

    ====  =====================================  ====  ==========================================
    P     person                                 E     word that ends organisations
    K     known organisation                     G     such a word that says nothing by itself
    k     known body such as every state has     S     word that begins organisations
    L     place                                  Z     proper noun
    l     abbreviation of a place                N     noun
    T     title                                  C     and
    O     the tagger's organisation              o     the same with an ending
    ====  =====================================  ====  ==========================================
    """

    start: int
    end: int
    letter: str
    ids: tuple[str, ...] = ()


def units(whole: Whole, people: Iterable[Spot], authority: Authority) -> list[Unit]:
    """The units of an article in order; words that no name holds (verbs, marks) are left out."""
    known = _without_overlap([*(Unit(s.start, s.end, "P") for s in people), *_known(whole, authority)])
    row: list[Unit] = []
    at, end = 0, 0
    following = known[0].start if known else len(whole.plain)
    for word in whole.words:
        if word.tag not in _NOMINAL and word.text not in _AND:
            continue
        start, last = word.start, word.end
        if following >= last and start >= end:  # no known name is near, as with nine words in ten
            row.append(Unit(start, last, _letter(word.text, word.tag)))
            continue
        start = max(start, end)
        while at < len(known) and known[at].start < last:
            name = known[at]
            if start < name.start:
                row.append(_part(whole, word, start, name.start))
            row.append(name)
            end = name.end
            start = max(start, end)
            at += 1
        following = known[at].start if at < len(known) else len(whole.plain)
        if start < last:
            row.append(_part(whole, word, start, last))
    return [*row, *known[at:]]


def _known(whole: Whole, authority: Authority) -> Iterator[Unit]:
    for hit in whole.hits:
        kinds = {candidate.kind for candidate in hit.candidates}
        if kinds.isdisjoint(_KINDS):
            continue
        if not _stands(whole, hit) or _is_states(whole, hit) or _is_of_another(whole, hit, authority):
            continue
        if "org" in kinds and not _is_office_of(whole, hit):
            ids = tuple(c.id for c in hit.candidates if c.kind == "org")
            yield Unit(hit.start, hit.end, _body_letter(ids, authority), ids)
        elif "place" in kinds and hit.end - hit.start >= 2 and not _inside_body(whole, hit):
            yield Unit(hit.start, hit.end, "L", tuple(c.id for c in hit.candidates if c.kind == "place"))
        elif "office" in kinds:
            yield from _title(whole, hit, authority)


def _is_states(whole: Whole, hit: Hit) -> bool:
    """Whether a short form of a body is two states or cities, as it is where the body is not named: 港台艺人."""
    text = whole.plain[hit.start : hit.end]
    if len(text) != 2 or not set(text) <= _STATES:
        return False
    ids = {c.id for c in hit.candidates if c.kind == "org"}
    full = any(ids & {c.id for c in other.candidates} for other in whole.hits if other.end - other.start > len(text))
    return not full or _OF_BOTH.match(whole.plain, hit.end) is not None


def _is_of_another(whole: Whole, hit: Hit, authority: Authority) -> bool:
    """Whether a known body is but the end of another: 英国|国家统计局, 沃尔什|外交学院; or of 中央|行使."""
    if whole.plain.startswith("央行", hit.start) and whole.plain[hit.start - 1 : hit.start] == "中":
        return True
    index = whole.covering(hit.start)
    if index is None:
        return False
    word = whole.words[index]
    if word.tag != "ORG" or word.start >= hit.start or word.end != hit.end:
        return False
    orgs = [authority.orgs[c.id] for c in hit.candidates if c.kind == "org"]
    places = [
        authority.places[c.id] for c in authority.lookup(whole.plain[word.start : hit.start]) if c.kind == "place"
    ]
    if any(place.kind == "country" for place in places):
        return all(org.country not in {None, *(place.country for place in places)} for org in orgs) and bool(orgs)
    spelt = whole.plain[max(word.start, hit.start - 2) : hit.start]
    return len(spelt) > 1 and set(spelt) <= set(TRANSLITERATION) and all(org.kind == "university" for org in orgs)


def _body_letter(ids: tuple[str, ...], authority: Authority) -> str:
    """Whether a body is one of those that every state has: 外交部, 国会."""
    return "k" if any(authority.orgs[ident].kind in _STATE_BODIES for ident in ids) else "K"


def _title(whole: Whole, hit: Hit, authority: Authority) -> Iterator[Unit]:
    """A title, parted from the body or place it names: 外交部|发言人, 高雄|市长, but 外交部长."""
    text = whole.plain[hit.start : hit.end]
    bodies = {
        cut: tuple(c.id for c in authority.lookup(text[:cut]) if c.kind == "org")
        for cut in range(len(text) - 1, 1, -1)
        if _names_its_body(text[:cut], text[cut:])
    }
    known = next((cut for cut, ids in bodies.items() if ids), 0)
    if known:
        yield Unit(hit.start, hit.start + known, _body_letter(bodies[known], authority), bodies[known])
        yield Unit(hit.start + known, hit.end, "T")
        return
    for cut in range(min(4, len(text) - 2), 1, -1):
        places = tuple(c.id for c in authority.lookup(text[:cut]) if c.kind == "place")
        if places:
            yield Unit(hit.start, hit.start + cut, "L", places)
            yield Unit(hit.start + cut, hit.end, "T")
            return
    for cut in bodies:
        if text[:cut].endswith(BODY_ENDINGS):
            yield Unit(hit.start, hit.start + cut, "E")
            yield Unit(hit.start + cut, hit.end, "T")
            return
    yield Unit(hit.start, hit.end, "T")


def _names_its_body(body: str, rest: str) -> bool:
    if rest == "长":
        return body in _YUANS
    return rest in {"部长", "副部长"} or (body[-1] in "部院会委局署厅办府宫社党" and rest[0] not in "长副")


def _stands(whole: Whole, hit: Hit) -> bool:
    """Whether the words allow the name: where it begins or ends inside a word, that word must be a name itself."""
    if hit.end - hit.start >= 5 or whole.plain.startswith(_OF_PARTY, hit.end):
        return True
    return (hit.start in whole.starting or _inside_name(whole, hit.start)) and (
        hit.end in whole.ending or _inside_name(whole, hit.end - 1)
    )


def _inside_name(whole: Whole, at: int) -> bool:
    index = whole.covering(at)
    return index is None or whole.words[index].tag in {"LOC", "ORG", "PER", "nz"}


def _is_office_of(whole: Whole, hit: Hit) -> bool:
    """Whether the name is part of a title: 外交部|长, but 美国在台协会台北办事处|长."""
    return (
        hit.end - hit.start < _FULL
        and whole.plain[hit.end : hit.end + 1] == "长"
        and whole.plain[hit.end - 1] in "部局院会委办署厅社台室处"
    )


def _inside_body(whole: Whole, hit: Hit) -> bool:
    """Whether the tagger sees an organisation around a place: 北京 in 北京大学."""
    index = whole.covering(hit.start)
    if index is None:
        return False
    word = whole.words[index]
    if word.tag == "LOC" and word.end > hit.end:
        return word.start != hit.start
    return word.tag == "ORG" and word.end > hit.end and word.text.endswith(BODY_ENDINGS)


def _without_overlap(names: list[Unit]) -> list[Unit]:
    chosen: list[Unit] = []
    for name in sorted(names, key=lambda unit: (unit.start, -unit.end)):
        if not chosen or name.start >= chosen[-1].end:
            chosen.append(name)
        elif name.end - name.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = name
    return chosen


def _part(whole: Whole, word: Word, start: int, end: int) -> Unit:
    """A word, or what is left of it beside a known name."""
    if start == word.start and end == word.end:
        return Unit(start, end, _letter(word.text, word.tag))
    text = whole.plain[start:end]
    return Unit(start, end, "C" if text in _AND else _noun_letter(text, word.tag))


@functools.lru_cache(maxsize=1 << 16)
def _letter(text: str, tag: str) -> str:
    """The letter of a noun or an and.

    Words repeat, and looking each up took a third of the time of naming.
    """
    if text in _AND:
        return "C"
    if tag == "LOC":
        return "l" if len(text) == 1 else _place_letter(text)
    if tag == "ORG" and text in BODY_STARTS:
        return "S"  # 国际|纺织品牌商: by itself it names nothing
    if tag == "ORG" and text not in NO_BODIES and text not in BODY_HEADS and not text.endswith(_TRADES):
        return "o" if text.endswith(BODY_ENDINGS) else "T" if text.endswith(ROLE_ENDINGS) else "O"
    return _noun_letter(text, tag)


def _noun_letter(text: str, tag: str) -> str:
    if text in BODY_HEADS:
        return "G"
    if text in NO_BODIES:
        return "N"
    if text.endswith(BODY_ENDINGS):
        return "E"
    if text.endswith(ROLE_ENDINGS):
        return "T"
    plain = "Z" if tag in {"nz", "nw", "PER"} else "N"
    return "S" if text.startswith(BODY_STARTS) else plain


def _place_letter(text: str) -> str:
    return "o" if text.endswith(_BODIES_AS_PLACES) else "L"


_BODIES_AS_PLACES = (
    "使馆",
    "领事馆",
    "政府",
    "法院",
    "检察院",
    "公安局",
    "公安分局",
    "派出所",
    "委员会",
    "大学",
    "公司",
    "总部",
)
"""How bodies end that the tagger takes for places."""
_OF_PARTY = "籍"
"""What the tagger joins with the name of a party: 共和党|籍."""
_TRADES = ("行业", "产业", "阶级", "阶层")
"""The tagger takes 汽车行业 for an organisation."""
_NOMINAL = frozenset({"n", "nz", "LOC", "ORG", "nw", "vn", "an", "s", "PER", "f", "a", "b", "j"})


_STATES = frozenset("中美日台英法德俄韩朝印澳欧港陆")
_OF_BOTH = re.compile(r"艺人|明星|歌手|演员|两地|三地|关系|同胞|地区|和|与|、")
_FULL = 7
"""Characters from which on a name is one in full, not a word that others share."""
_YUANS = frozenset({"行政院", "立法院", "司法院", "考试院", "监察院"})
"""Bodies that are named by their heads' title: 行政院|长."""
_AND = frozenset({"与", "及", "和", "暨"})
_KINDS = frozenset({"org", "place", "office"})
_STATE_BODIES = frozenset({"ministry", "parliament", "military", "court", "government", "agency", "central-bank"})


def letters(row: list[Unit]) -> str:
    """One letter a unit; a dot stands in for a gap between units too, so that patterns cannot reach over it."""
    return "".join([unit.letter for unit in row])
