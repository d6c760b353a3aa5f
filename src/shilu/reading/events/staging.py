"""Which sentences of an article the event rules see, and which of their names and event words count there."""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from shilu.reading.analysis import TITLE, Standing
from shilu.reading.bylines import DATELINE
from shilu.reading.events.lexicon import Cue, Sense, data, lexicon
from shilu.reading.events.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shilu.reading.analysis import Analysis, Text
    from shilu.reading.events.party import One, Parties
    from shilu.reading.events.unit import Unit
    from shilu.reading.tagger import Token
    from shilu.records import Quotation, Time

_TERM = re.compile(
    r"(?:[）)]|总统|主席|首相|总理|政府){0,2}"
    r"(?:(?:上任|就任|上台|就职|执政|掌权|当选)(?:以来|以后|之后|后|至今)的|任内(?:的|首[次场轮]))(?![^，。]{0,8}(?:出访|访问|外访|出国))"
)
"""拜登上任以来的|首次会谈 tells whose time it is, not who meets; 首次出访 is his own."""
_OPENS = ("“", "「", "《", "『")
_TITLE = re.compile(
    r"[^，。；”」》』“「《『的]{1,12}(?:小组|委员会|协会|学会|法案|草案|条例|论坛|自治法|关系法|保证法|旅行法)[”」》』]"
)
_MEETING = (Sense("CONSULT", "attend", "meeting"),)
_MEETING_HIM = (Sense("CONSULT", "object", "meeting"),)
_LISTED = 3
_FORMER = re.compile(r"(?:前|前任|已故|卸任|候任|当选|时任|原)$")
"""Before the title of somebody who bears it no more, or not yet."""
_ENVOY_ON = re.compile(
    r"(?:问题|事务|局势|人权|和平)[^，。的]{0,4}(?:特使|特别代表|代表|专员|报告员|专家)|特使|特别代表"
)
"""Behind the state on which an envoy of another works."""
_TAKES_PLACE = re.compile(
    r"[”」]?(?:[（(][^）)]*[）)])?国?(?:领袖|领导人|首脑|元首|外长|视[频讯]|线上|峰会|会[议谈]|[于在将]|[昨今]|\d|举行|召开|登场|展开)"
)
"""Behind talks that are held, not but a body: 美日印澳四方对话|机制."""
_SAT = re.compile(r"(?:举行|召开|开完|结束|出席|参加)(?:了|过)?[的与和]?$")
"""Before those who held them: 刚开完|美日印澳四方对话."""
_TALKS = re.compile(r"(?:对话|会谈)$")
_HOLDS = re.compile(r"(?:举行|召开|展开|举办|进行|参加|出席)(?:了|过)?(?:的|首次|首届|一场)?[“「]?$")
_SITS = re.compile(
    r"[”」]?(?:[（(][^）)]*[）)])?国?(?:领导人|领袖|首脑|元首|外长|部长级?)?(?:线上|视[频讯])?(?:峰会|会[议晤谈])"
)
_SITTING = re.compile(r"峰会|首脑会议|外长会议?|领导人会议")
_WILL = re.compile(r"会(?:面临(?![时近行])|谈论|见证)")
"""What 会 is only an auxiliary of: 欧美|会|面临低潮."""
_MEETS = frozenset({"会议", "会面", "会谈", "会晤", "会见", "会商"})
_WHERE = frozenset("在于")
_WITH = frozenset("与和同跟")
_WITH_THOSE = re.compile(r"(?:领导人|领袖|高层|首脑|元首|官员|外长|防长)(?P<word>会晤|会谈|会面|会见)")
"""Somebody's counterparts and what one has with them, which are one event word elsewhere: 与欧盟|领导人会晤."""
_START, _END = itemgetter(1), itemgetter(2)
"""Where a token begins and ends."""


def scenes(
    analysis: Analysis,
    parties: Parties,
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    resolve: Callable[[Scene, Unit], tuple[One, ...]],
    *,
    home: Callable[[Scene, int], One | None],
) -> list[Scene]:
    """The sentences with an event word or a time, in reading order; three in ten have neither."""
    found = []
    for text in analysis.texts:
        cues = lexicon().find(text.plain)
        here = [t for t in times if t.block == text.block]
        quoted = tuple(q for q in quotations if q.block == text.block)
        dateline = DATELINE.match(text.plain)
        begin = dateline.end() if dateline else 0
        for sentence in text.sentences:
            start, end = sentence.start, sentence.end
            words = [cue for cue in cues if start <= cue.start and cue.end <= end]
            pairs = list(_pairs(text, start, end, parties))
            dated = tuple(t for t in here if start <= t.start and t.end <= end)
            met = list(_headlined(analysis, text, start, end)) if text.block == TITLE else []
            if not (words or pairs or dated or met):
                continue
            named = analysis.within(text.block, max(start, begin), end)  # 路透巴黎/布鲁塞尔4月2日 - is of no state
            named = sorted([*named, *_bodies(text, start, end, parties, named)], key=lambda one: one.start)
            standings = _parted(_meant(named, text.plain), text.plain, parties)
            if pairs:
                starts = {token.start for token in sentence.tokens}
                pairs = [pair for pair in pairs if pair.start in starts]  # not 学|习普|通话
                standings = (*(s for s in standings if not _covers_pair(s, pairs)), *pairs)
            inside = [
                _whole(cue, standings, text.plain)
                for cue in words
                if not (_names_sitting(cue, text.plain, parties) or _WILL.match(text.plain, cue.start))
            ]
            inside += [cue for pair in pairs[::2] if (cue := _short(pair, text.plain, inside)) is not None]
            inside += met
            behind = {standing.end for standing in standings}
            timed = {t.end for t in dated}  # 3日|来港, which the tagger cuts 3|日来|港
            found.append(
                Scene(
                    text=text,
                    sentence=sentence,
                    parties=parties,
                    standings=standings,
                    cues=tuple(
                        c
                        for c in inside
                        if c.senses
                        and (
                            c.start in behind
                            or (c.start in timed and len(c.word) > 1)
                            or _stands_alone(c, sentence.tokens)
                        )
                    ),
                    around=tuple(here) if text.kind == "caption" else (),
                    times=dated,
                    quotations=quoted,
                    resolve=resolve,
                    home=home,
                )
            )
    return found


_VENTURES = ("合资", "合拍", "合办", "合营", "合建")
"""Behind states that only say whose venture it is."""


def _meant(standings: Sequence[Standing], plain: str) -> tuple[Standing, ...]:
    """The names of a sentence without titles that mean nobody certain: 中国的贸易代表, 北约外长会议, 拜登总统."""
    kept: list[Standing] = []
    for standing in standings:
        if standing.how == "title" and (
            _belongs(standing, kept, plain)
            or plain.startswith(("会", "级"), standing.end)
            or plain[standing.start - 1 : standing.start] == "其"
        ):
            continue
        talks = standing.kind == "org" and _TALKS.search(plain, standing.start, standing.end)
        if talks and (_is_held(standing, plain) or _is_of_those(standing, kept, plain)):
            continue  # 举行了|四方对话, 美日印澳|四方对话
        if standing.how == "compound" and plain.startswith(_VENTURES, standing.end):
            continue  # 走访了|中德|合资工厂
        if standing.how == "abbreviation" and plain[standing.start : standing.end + 1] == "西方":
            continue  # the West, not Spain
        if standing.kind != "place" and _TERM.match(plain, standing.end):
            continue
        if standing.kind == "place" and _is_in_title(standing, plain):
            continue
        if (
            standing.kind == "place"
            and kept
            and kept[-1].end == standing.start
            and _ENVOY_ON.match(plain, standing.end)
        ):
            continue  # 联合国|缅甸问题特使
        kept.append(standing)
    return tuple(kept)


def _bodies(text: Text, start: int, end: int, parties: Parties, named: Sequence[Standing]) -> Iterator[Standing]:
    """The bodies that titles without a name begin with, where nobody is said to bear them: 北约|秘书长批评…."""
    taken = {at for one in named for at in range(one.start, one.end + 2)}
    before = {one.start for one in named if one.kind == "person"}
    for match in text.titles(start, end):
        former = _FORMER.search(text.plain, max(0, match.start - 2), match.start) is not None
        borne = former or match.start in taken or match.end in before
        body = None if borne else parties.body_in(match, text.plain)
        if body is not None:
            ident, name = body
            yield Standing(text.block, match.start, match.start + len(name), ident, "org", name, "name")


def _is_in_title(standing: Standing, plain: str) -> bool:
    """Whether a place only stands in what something is called: “台湾交流和研究小组”, “香港自治法”."""
    return plain[standing.start - 1 : standing.start] in _OPENS and _TITLE.match(plain, standing.end) is not None


def _is_held(standing: Standing, plain: str) -> bool:
    """Whether a body of which the name ends in a sitting is held, not one that acts."""
    sits = _SITS.match(plain, standing.end)  # 出席|四方安全对话|领导人峰会
    return sits is None and _HOLDS.search(plain, max(0, standing.start - 8), standing.start) is not None


def _is_of_those(talks: Standing, before: Sequence[Standing], plain: str) -> bool:
    """Whether those who hold the talks are listed right before: 美国、日本、印度和澳洲|「四方安全对话」."""
    at, listed = talks.start, 0
    for standing in reversed(before):
        apart = standing.start < at and plain[standing.end : at].strip("、和与及以的“「四国 ")
        if standing.kind != "place" or apart:
            break
        at, listed = standing.start, listed + 1
    if listed < _LISTED:
        return False
    return _TAKES_PLACE.match(plain, talks.end) is not None or _SAT.search(plain, max(0, at - 8), at) is not None


def _names_sitting(cue: Cue, plain: str, parties: Parties) -> bool:
    """Whether an event word is but the name of the body that sits: 「四方安全对话」|领袖峰会."""
    named = _TALKS.search(cue.word) and _SITS.match(plain, cue.end)
    return named is not None and parties.known(cue.word) is not None


def _parted(standings: Sequence[Standing], plain: str, parties: Parties) -> tuple[Standing, ...]:
    """The names, with the body alone where its sitting was taken for a body of its own: 欧盟|峰会."""
    kept = []
    for standing in standings:
        match = _SITTING.search(plain, standing.start + 1, standing.end) if standing.kind == "org" else None
        body = None
        if match is not None and match.end() == standing.end:
            body = parties.known(plain[standing.start : match.start()])
        if match is None or body is None:
            kept.append(standing)
        else:
            ident, kind, name = body
            kept.append(Standing(standing.block, standing.start, match.start(), ident, kind, name, "short"))
    return tuple(kept)


def _pairs(text: Text, start: int, end: int, parties: Parties) -> Iterator[Standing]:
    """Two leaders in two characters: 拜习|会."""
    words, people = _pair_words()
    for match in words.finditer(text.plain, start, end):
        for char in match[0]:
            known = parties.known(people[char])
            if known is not None:
                ident, kind, name = known
                yield Standing(text.block, match.start(), match.end(), ident, kind, name, "compound")


def _covers_pair(standing: Standing, pairs: Sequence[Standing]) -> bool:
    """Whether a name that only the tagger saw swallowed a pair: 川习海湖庄园|会晤."""
    return standing.id.startswith("x.") and any(standing.start <= pair.start < standing.end for pair in pairs)


def _short(pair: Standing, plain: str, cues: Sequence[Cue]) -> Cue | None:
    """会 right behind a pair, where it begins no longer word: 拜习|会."""
    taken = any(cue.start == pair.end for cue in cues)
    return None if taken or not plain.startswith("会", pair.end) else Cue(pair.end, pair.end + 1, "会", _MEETING)


def _headlined(analysis: Analysis, text: Text, start: int, end: int) -> Iterator[Cue]:
    """会 between two people in a headline: 菅义伟|会|拜登."""
    for one, other in itertools.pairwise(analysis.within(text.block, start, end)):
        if one.kind == other.kind == "person" and text.plain[one.end : other.start] == "会":
            yield Cue(one.end, other.start, "会", _MEETING_HIM)


@functools.cache
def _pair_words() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = data("encounters")["pairs"]
    meet = r"(?=.{0,6}(?:会(?!议|员|计)|峰会|通话|热线))"
    return re.compile(f"(?:{'|'.join(pairs['words'])}){meet}"), pairs["people"]


def _belongs(title: Standing, before: Sequence[Standing], plain: str) -> bool:
    """Whether a bare title follows its bearer, or somebody else's state or body: 南掸邦军（RCSS）|领导人."""
    between = plain[before[-1].end : title.start] if before else None
    led = between is not None and between.strip("（）()") in ("", "的")
    return led or plain[title.start - 1 : title.start] in ("的", "）", ")")


def _whole(cue: Cue, standings: Sequence[Standing], plain: str) -> Cue:
    """访日 in 访日本 is 访 before a name, 外长会 in 外长会面 is 会面, and 布林肯与欧盟|领导人会晤 is 会晤."""
    cut = cue.end - 1
    met = _WITH_THOSE.fullmatch(cue.word)
    if met is not None and _is_led(cue.start, standings, plain):
        return Cue(cue.start + met.start("word"), cue.end, met["word"], lexicon().senses(met["word"]))
    if cue.word.endswith("会") and plain[cut : cue.end + 1] in _MEETS:
        return Cue(cut, cue.end + 1, plain[cut : cue.end + 1], lexicon().senses(plain[cut : cue.end + 1]))
    if cue.sense("abroad") and any(s.start == cut and s.end > cue.end for s in standings):
        return Cue(cue.start, cut, cue.word[:-1], lexicon().senses(cue.word[:-1]))
    return cue


def _is_led(at: int, standings: Sequence[Standing], plain: str) -> bool:
    """Whether bodies or states right before a place are those whom somebody else meets: 布林肯与北约和欧盟|领导人."""
    led = False
    for standing in reversed([one for one in standings if one.end <= at]):
        if standing.end != at or standing.kind == "person":
            return led
        if led and plain[standing.start - 1 : standing.start] in _WHERE:
            return led  # 布林肯在布鲁塞尔|与欧盟|领导人会晤
        led = plain[standing.start - 1 : standing.start] in _WITH
        if not led:
            return False  # 美国与欧盟|领导人会晤 is of both
        at = standing.start - 1
    return led


def _stands_alone(cue: Cue, tokens: Sequence[Token]) -> bool:
    """Whether the tagger lets the word stand: short ones must be words of their own, others must not be in a name."""
    first = bisect_right(tokens, cue.start, key=_END)
    over = tokens[first : bisect_left(tokens, cue.end, lo=first, key=_START)]
    begins, ends = bool(over) and over[0].start == cue.start, bool(over) and over[-1].end == cue.end
    if not (begins or ends):
        return False  # 议|会议|程
    if over[0].start > cue.start:
        return True
    if len(cue.word) == 1 or cue.sense("abroad") is not None:
        return begins and ends
    return over[0].tag not in ("PER", "ORG", "LOC") or over[0].end < cue.end
