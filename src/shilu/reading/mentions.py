"""Which names of people hold in an article, and where they stand.

A suggestion at one place is weak (王维|正在接受). What the whole article says about a string is strong: the longest
string that is established somewhere in the article (王维正|表示) wins wherever it fits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.latin import alone, bracketed
from shilu.reading.lexicon import DOTS, SPEAKING, SURNAMES, TITLES_AFTER, TRANSLITERATION, words
from shilu.reading.suggested import is_han, shape, suggested

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping

    from shilu.knowledge import Candidate
    from shilu.reading.whole import Hit, Whole

_SHORT = 3  # characters that a name in full has more of
_FULL = 3
"""Characters of a Chinese or Japanese name in full."""
_TITLE = re.compile(
    r"(?:[局部院省市州署司会校]长|外长|防长|首长|[外首]相|总理|总统|主席|大臣|大使|书记|顾问|长官|议员|委员|发言人|代表)$"
)
_CLASSES_OF_PLACES = words("城镇 市镇 小镇 城市 大城 村庄 小村 岛屿 小岛 港口 县城 首都 首府")
"""What a name right behind it is one of: 附近城镇|波卡契卡."""
_ENOUGH = 1.6
"""The weight from which a name holds: one place with a fair context, or two."""
_NEVER = frozenset(
    words(
        """
        周一 周二 周三 周四 周五 周六 周日 马克思 列宁主义 上帝 耶稣 安拉 安保 文章 宿疾 高端 明示 阿弥陀佛 乘势而上
        云云 辱华 霸凌 维吾尔 罗兴亚 奥斯卡 金球奖 公司 博士 克尔来福 伊核 朝核 华强硬 扬沙 诺维乔克
        诺维丘克 严正 党忠诚 任内 萨德 战斧 王储 王子 王妃 王后 王室
        """
    )
)
"""Words that the tagger takes for names of people now and then."""


_DOES = re.compile(
    r"(?:[则也还又已曾将]|周[一二三四五六日]|今天|昨天)?(?:说|表示|指出|认为|强调|告诉|分析|接受)|于[周星\d去上本今昨]|[（(][A-Z][^（）()]{0,40}[）)](?!政府|當局|当局)"
)
"""What follows a name that the tagger takes for another word."""
IS_GROUP = re.compile(
    r"[韩华非亚拉台日印犹]裔|[陆港台美官党外德英法日韩]媒|[中美日韩朝俄欧英法德印澳台]{2,4}|韩[三四五六]国"
)
"""What people are, media, or states of one character each: 韩裔, 陆媒, 韩美, 韩美日."""
_THINGS = (
    "机场",
    "桥",
    "街",
    "大厦",
    "大学",
    "公园",
    "州",
    "市",
    "省",
    "县",
    "法案",
    "医院",
    "号",
    "学院",
    "研究所",
    "研究院",
    "基金会",
)


_OF_PEOPLE = frozenset({"person", "office"})
_MADE_BY = ("疫苗", "新冠疫苗", "药厂", "制药")
"""What follows the name of a maker: 约翰逊疫苗."""


_MEETS = ("通话", "通电话", "通了电话", "通了话", "通过电话", "会见", "会晤", "会谈", "会面", "访问")
"""What the tagger now and then takes the first character of for the end of a name: 王毅通|电话."""
_NAMED_AFTER = re.compile(r"[县郡](?![长委主王])")
"""What follows a name that a place bears: 哈里斯|县."""


class Name(NamedTuple):
    """A name that is established in the article."""

    plain: str
    ids: tuple[str, ...] = ()
    """The people of the authority who bear it."""
    latin: str | None = None
    """What a bracket behind it gives."""
    weight: float = 0.0


class Spot(NamedTuple):
    """One place where a name stands."""

    start: int
    end: int
    plain: str


def established(whole: Whole, masked: bytearray, aside: Collection[str] = ()) -> dict[str, Name]:
    """The names that hold in this article, by their simplified form, but for those set aside; bylines make none."""
    known = {text: ids for text, ids in _known(whole, masked).items() if text not in aside}
    latin = dict(bracketed(whole))
    weights: defaultdict[str, float] = defaultdict(float)
    longer = {hit.start: hit.end for hit in whole.hits if hit.candidates[0].kind in {"org", "office", "compound"}}
    for start, end, weight in suggested(whole):
        if not masked[start] and longer.get(start, 0) <= end:  # 卫福 begins 卫福部
            weights[whole.plain[start:end]] += weight
    for text in known:
        weights[text] += 3
    for text, name in latin.items():
        weights[text] += 3 if " " in name else -1  # 奈比多（Naypyitaw）: one word is a place as often
    other = _other_kinds(whole).union(aside)
    taught = _taught_surnames(whole)
    names = {
        text: Name(text, known.get(text, taught.get(text, ())), latin.get(text), weight + shape(text))
        for text, weight in weights.items()
        if text in known
        or not (text in _NEVER or text in other or _names_a_thing(text) or _is_called_a_place(whole, text))
    }
    kept = {text: name for text, name in names.items() if name.weight >= _ENOUGH}
    # 成员Nike is no person of that name.
    latin_alone = {text: full for text, full in alone(whole).items() if text not in other}
    kept.update((text, Name(text, known.get(text, ()), full)) for text, full in latin_alone.items())
    return _without_fragments(whole, kept)


def _is_called_a_place(whole: Whole, text: str) -> bool:
    return any(whole.plain.endswith(_CLASSES_OF_PLACES, 0, at) for at in whole.occurrences(text))


def spots(whole: Whole, names: Iterable[str], masked: bytearray) -> list[Spot]:
    """Where the names stand, the longest first where they overlap, in reading order; bylines aside."""
    taken = masked.copy()
    titles = {hit.end for hit in whole.hits if hit.candidates[0].kind == "office"}
    found = []
    for name in sorted(names, key=len, reverse=True):
        for start in whole.occurrences(name):
            end = start + len(name)
            if not any(taken[start:end]) and (_fits(whole, start, end) or _ends_word(whole, start, end, titles)):
                taken[start:end] = b"\1" * (end - start)
                found.append(Spot(start, end, name))
    return sorted(found)


def _fits(whole: Whole, start: int, end: int) -> bool:
    """Whether a name may stand there although the words are cut otherwise."""
    plain = whole.plain
    if plain.startswith(_MADE_BY, end) or _NAMED_AFTER.match(plain, end):
        return False
    if not is_han(plain[start]):
        return not (_latin(plain, start - 1) or _latin(plain, end))
    if whole.aligned(start, end):
        return True
    if _inside_foreign(whole, start, end):
        return False
    if end - start >= 3:
        return True
    index = whole.starting.get(start)
    return index is not None and whole.words[index].tag in {"PER", "ORG"}


def _ends_word(whole: Whole, start: int, end: int, titles: Container[int]) -> bool:
    """Whether a name stands behind a title and ends a word with a piece of it: 外|相拉布|批评."""
    index = whole.covering(start) if start in titles else None
    return index is not None and whole.words[index].end == end


def _inside_foreign(whole: Whole, start: int, end: int) -> bool:
    """Whether the place lies inside a longer foreign name: 马斯 in 马斯克, 多利亚 in 维多利亚."""
    index = whole.covering(start)
    if index is None:
        return False
    word = whole.words[index]
    if word.end < end or word.tag not in {"PER", "LOC", "ORG", "nz"}:
        return False
    before = start > word.start and whole.plain[start - 1] in TRANSLITERATION
    return before or (end < word.end and whole.plain[end] in TRANSLITERATION)


def _known(whole: Whole, masked: bytearray) -> dict[str, tuple[str, ...]]:
    """Names of the authority that are meant as people here."""
    found: dict[str, tuple[str, ...]] = {}
    doubted: dict[str, tuple[str, ...]] = {}
    titles = {hit.end for hit in whole.hits if hit.candidates[0].kind == "office"}
    for hit in whole.hits:
        ids = tuple(c.id for c in hit.candidates if c.kind == "person" and not _is_taught_surname(c))
        if not ids or masked[hit.start] or _begins_another(whole, hit, behind_title=hit.start in titles):
            continue
        text = whole.plain[hit.start : hit.end]
        if hit.start in titles or _is_behind_title(whole, hit) or _is_person_here(whole, hit, len(ids)):
            found.setdefault(text, ids)
        elif whole.aligned(hit.start, hit.end):
            doubted.setdefault(text, ids)
    # Whatever the tagger takes it for, a short name means whom the article names in full: 马克·加诺 … |加诺|说.
    in_full = {ids[0] for text, ids in found.items() if len(ids) == 1 and len(text) > _SHORT}
    found.update((text, ids) for text, ids in doubted.items() if ids[0] in in_full and text not in found)
    return found


def _taught_surnames(whole: Whole) -> dict[str, tuple[str, ...]]:
    """Foreign surnames of people whom other articles taught; they make no name of a word, but may say whose it is."""
    return {
        whole.plain[hit.start : hit.end]: tuple(candidate.id for candidate in hit.candidates)
        for hit in whole.hits
        if all(_is_taught_surname(candidate) for candidate in hit.candidates)
    }


def _is_taught_surname(candidate: Candidate) -> bool:
    return candidate.form == "short" and candidate.id.startswith("x.")


def _begins_another(whole: Whole, hit: Hit, *, behind_title: bool) -> bool:
    """Whether the tagger sees a longer name there: 陈云 in 陈云飞, but 王毅 in 王毅在, nor 会晤国防部长徐旭|时."""
    index = whole.starting.get(hit.start)
    if index is None:
        return False
    word = whole.words[index]
    rest = word.text[hit.end - hit.start :]
    if rest in SPEAKING or (rest == "时" and behind_title) or whole.plain.startswith(_MEETS, hit.end):
        return False
    return word.tag == "PER" and len(rest) == 1 and hit.end - hit.start == 2


def _is_behind_title(whole: Whole, hit: Hit) -> bool:
    """Whether a full name stands behind a title, however the tagger cuts it: 国家安全保障局局长|北村|滋."""
    index = whole.starting.get(hit.start)
    if index is None:
        index = whole.covering(hit.start)  # 国安首|长北村|滋
    full = hit.end - hit.start >= _FULL and all(candidate.kind == "person" for candidate in hit.candidates)
    return full and bool(index) and bool(_TITLE.search(whole.plain, whole.words[(index or 0) - 1].start, hit.start))


def _is_person_here(whole: Whole, hit: Hit, people: int) -> bool:
    """Whether the words agree that a person is meant: 王毅 in 王毅然 is none, nor is 马斯 in 马斯克."""
    start, end = hit.start, hit.end
    text = whole.plain[start:end]
    if not is_han(text[0]):
        return (
            not whole.is_chinese
            or start == 0
            or whole.plain[start - 1] not in "（( "
            or whole.plain[start - 2 : start - 1].isspace()
        )
    if len(text) >= 5 or any(char in DOTS for char in text):
        return True
    index = whole.starting.get(start)
    if index is None or _inside_foreign(whole, start, end):
        return False
    word = whole.words[index]
    if word.end == end:
        return word.tag == "PER" or (
            people == len(hit.candidates)
            and (len(text) >= 3 or word.tag in {"nz", "ORG", "LOC"} or _does(whole, start, end))
        )
    if word.end > end:
        return people == len(hit.candidates) and word.tag in {"PER", "ORG"}
    return word.tag == "PER" and len(text) >= 3  # 布林|肯定


def _does(whole: Whole, start: int, end: int) -> bool:
    """Whether what stands beside a word shows that somebody is meant: 揭仲|则认为, 总统拜登|于周五, 拜登（Joe …）."""
    return bool(_DOES.match(whole.plain, end) or (start and _TITLE.search(whole.plain, max(0, start - 4), start)))


def _other_kinds(whole: Whole) -> set[str]:
    """Strings that the authority knows as something else than a person or a title."""
    return {
        whole.plain[hit.start : hit.end]
        for hit in whole.hits
        if _OF_PEOPLE.isdisjoint([candidate.kind for candidate in hit.candidates])
    }


def _names_a_thing(text: str) -> bool:
    """Whether a string is a surname with a title or verb (蔡总统, 李前 from 李前总统, 杨说), or a thing."""
    if IS_GROUP.fullmatch(text):
        return True
    if len(text) == 3 and text[1] in "和与、" and text[0] in SURNAMES and text[2] in SURNAMES:
        return True
    return text[1:] in TITLES_AFTER or (len(text) == 2 and text[1] in "前说还也又却则") or text.endswith(_THINGS)


def _without_fragments(whole: Whole, names: Mapping[str, Name]) -> dict[str, Name]:
    """Drop what is a name only together with its neighbours, and what is a name with a neighbour glued on.

    王维 goes where every 王维 is a 王维正; 拜登定 goes where 拜登 stands by itself elsewhere.
    """
    kept = dict(names)
    for text in sorted(names, key=len, reverse=True):
        if any(char in DOTS for char in text) or not is_han(text[0]):
            continue
        for part in (text[:-1], text[:-2], text[1:]):
            if len(part) < 2 or part not in kept or text not in kept:
                continue
            alone_count = whole.plain.count(part) - whole.plain.count(text)
            sure = names[text].latin is not None or names[text].ids
            if alone_count == 0 and not names[part].ids:
                del kept[part]
            elif not sure and (names[part].ids or names[part].latin or alone_count >= whole.plain.count(text)):
                del kept[text]
    return kept


def _latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()
