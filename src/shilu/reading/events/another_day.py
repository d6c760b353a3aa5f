"""Whether the day told beside an act is not its own: it was learnt then, goes on, or was done time and again."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from shilu.reading.events.around import around
from shilu.reading.events.charges import spoken_before
from shilu.reading.events.lexicon import DONE_TO, FORCE
from shilu.reading.events.when import GOVERNS
from shilu.reading.events.whose_time import bounds
from shilu.wording import DAILY, MEDIUM, OPEN, SO_FAR

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit
    from shilu.reading.events.when import Dated
    from shilu.records import Moment

_DAY = len("2021-03-22")
_WEEK = 7
"""Days after which what goes on is no longer of the day on which it began."""
_COUP = re.compile(r"政变|夺权|接管政权|接管权力|上台|掌权")
"""What is told of a day since which there is violence."""
_OF_TEXT_BEFORE = frozenset({"paragraph", "news"})
"""How a date is found that the sentence does not tell."""
_HELD = re.compile(r"[关羁在]押|被[关押]$|软禁|囚禁|监禁")
"""Words that tell of a state rather than of a deed: only its own clause dates it."""
_KNOWN = re.compile(r"^(?:修[改订]|大改|改[变革]|整顿|强[加推]|彻底改变|大幅修改|通过(?:修[改订]|改革))")
"""Words for what all speak of for weeks, 修改香港选制: only its own clause dates it, too."""
_STILL = re.compile(r"目前|现(?:[已在被]|$)|仍|至今|迄今|一直")
"""Before a state that goes on, whatever day the clause before tells: 10日，家人收到通知书，目前|被关."""
_ALL_ALONG = re.compile(r"一直|多年来|长期以来|历来|向来|始终")
_ASKED = re.compile(r"是否|会否|有无")
_CAUSE = re.compile(r"由于|鉴于")
_UP_TO_NOW = re.compile(r"至今|迄今")
_MORE_THAN_ONCE = re.compile(r"多次|数次|屡[次遭]|(?<![第十])[两三四五六七八九](?:十多?)?次")
"""In a clause of what was done on several days, none of which another clause tells."""
_THEN = re.compile(r"之?时(?!间)|的时候|的那一[刻天]|当[时天]")
"""Behind an arrest that but dates another deed."""
_MADE_KNOWN = re.compile(r"消息人士|知情人士|知情者|引述|援引|引用|披露|透露|爆料|曝光|揭露")
_SO_LONG = re.compile(
    r"(?:不到|不足|刚满|才|仅|已有?|有|近|超过)[一二两三四五六七八九十半几\d]+个?多?(?:月|年|周|星期|天)(?:时间|之久|后)?$"
)
_SO_FAR = re.compile(rf"以来|{_UP_TO_NOW.pattern}")
_IN_ALL = re.compile(
    r"(?:[数几多两二三四五六七八九十\d]+个?(?:星期|周|月|天|年)[^，。；]{0,12}|期间)(?:[内中里来]|以来)，"
    r"[^，。；]{0,6}(?:共(?:有|计)?[约近\d]|\d{2,})"
)
"""Before a toll of weeks: 在抗议的数周内，共有183人|被杀害."""
_OFTEN = re.compile(r"次数|频率|频繁|频频|[遽激]增|常态|[愈越]来[愈越]|日[益趋]")
"""In a clause that tells of many days: 军机扰台次数遽增."""
_OF_LATE = re.compile(r"(?:近期|近来|连日来?|近日来?)[^，。]{0,3}(?:持续|不断|一再|多次|频频|接连|屡次)")
"""Before what was done on several days of late: 近期持续|呼吁."""
_SOME_TIME = re.compile(r"是在[^。；]{2,}[前后]，")
_BY_NOW = "已"
_TELLS_OF = re.compile(r"说|称|表示|指出|强调|重申|透露|澄清|证实|确认|告诉|回应|坦言")
_GOING_ON = re.compile(r"(?<![真公改修纠更订端校])正(?![式确当常面义规午因好月])")
_WHO = re.compile(r"dn*P")
"""Behind a deed that only says who somebody is."""
_LEARNT = re.compile(
    r"(?:得|获|才)知|获悉|知悉|才知道|接到[^，。]{0,8}通知|披露|爆料|控诉|回忆|忆述|讲述|[提谈说]到|[提谈]及"
)
"""Before what was done on some day before: 28日，家属才得知他被|判刑; 律师5日披露，他遭|酷刑."""
_TELLS = frozenset("vXrbPOS")
"""Letters of a clause that is more than a time."""
_VERDICT = re.compile(r"判|获刑")
_ARRESTED = re.compile(r"抓捕|逮捕|被捕|拘留|拘捕|绑架|带走|起诉|批捕")
_OTHER_DAY = re.compile(r"后来|其后|此后|日前|近日|此前|先前|早前|曾(?!祖|孙|[荫俊国志])")
_THEREAFTER = re.compile(r"随后|之后|其后|接着|继而")
_NEXT = re.compile(r"后[被遭又获]")
_NEXT_STAGE = re.compile(rf"{_VERDICT.pattern}|批捕|逮捕")
"""What comes weeks behind a detention or a hearing: 5月1日被带走，后被|正式逮捕; not so 后被|拘留."""
_TOLL = re.compile(r"了?(?:已|累计)[^，。\d]{0,4}\d")
"""Behind a deed that is counted up to now: 遭射杀|已183人."""
_AFTER = frozenset({"后", "之后", "以后"})


def without_day(scene: Scene, found: Found, dated: Dated) -> str | None:
    """How an act has no day though one is told beside it (see :data:`shilu.wording.UNDATED`); None where it has it."""
    word = scene.units[found.last - 1]
    beside = dated.by != "clause"
    if (beside and _is_so_far(scene, found)) or _TOLL.match(scene.text.plain, word.end):
        return SO_FAR
    reported = (dated.by == "before" and is_told_by_another(scene, found)) or (beside and _is_made_known(scene, found))
    if (
        reported
        or (beside and _goes_on(scene, found))
        or _is_of_another_day(scene, found, dated)
        or _is_before(scene, found)
        or _lasts_so_long(scene, found)
        or (beside and (_is_repeated(scene, scene.clause_number(found.at)) or _is_then(scene, word)))
        or _was_some_time(scene, found, dated)
        or not _is_of_its_own(scene, found, dated)
    ):
        return OPEN
    return None


def is_since(scene: Scene, found: Found, dated: Dated, day: Moment | None) -> bool:
    """Whether the day told is that of a coup since which such things are done: 军方2月1日政变，民众抗议，军警|镇压."""
    value, told = dated.value, scene.text.plain[: found.start]
    if found.type not in DAILY or dated.rank == GOVERNS or value is None or day is None:
        return False
    since = 0 if dated.by in _OF_TEXT_BEFORE else scene.sentence.start
    last = value.rpartition("/")[2]
    if not _COUP.search(told, since) or min(len(last), len(day)) < _DAY:
        return False
    return (date.fromisoformat(day[:_DAY]) - date.fromisoformat(last)).days > _WEEK


def _lasts_so_long(scene: Scene, found: Found) -> bool:
    """Whether the clause ends with how long ago it was: 达成协定|还不到三个月."""
    last = scene.clauses[scene.clause_number(found.at)][1]
    return found.type not in DONE_TO and _SO_LONG.search(scene.plain(found.last, last)) is not None


def _is_of_another_day(scene: Scene, found: Found, dated: Dated) -> bool:
    """Whether it came on another day than that told, 9月15日被起诉，|最终获刑, or was but learnt then."""
    number = scene.clause_number(found.at)
    first, _ = scene.clauses[number]
    before = scene.plain(first, found.at)
    if found.type in DONE_TO and _is_only_learnt(scene, found):
        return True
    if (
        _VERDICT.search(scene.units[found.at].text)
        and _ARRESTED.search(scene.plain(0, found.at))
        and not _own_time(scene, found)
    ):
        return True  # 8月5日，他遭抓捕，被法院|判刑4年
    if dated.by == "before" and found.type in DONE_TO and _WHO.match(scene.letters, found.last):
        return True  # 3月15日，家属收到遭警方|抓捕|的李翘楚的简历
    before_it = scene.letters[slice(*scene.clauses[number - 1])] if number else ""
    if dated.by == "clause" or ("T" in before_it and not _TELLS.intersection(before_it)):
        return False  # 去年夏天，王毅曾警告…
    coarse = dated.value is not None and len(dated.value) < _DAY
    if coarse and _THEREAFTER.search(before):
        return True  # 澳大利亚去年4月呼吁调查，中国随后|加征关税
    stage = _NEXT.match(scene.plain(first, found.last)) and _NEXT_STAGE.search(scene.units[found.at].text)
    return stage is not None or _OTHER_DAY.search(before) is not None or (found.type in DONE_TO and "目前" in before)


def _is_only_learnt(scene: Scene, found: Found) -> bool:
    """Whether the last time before a deed is that on which it was learnt: 28日家属得知他被捕, not 披露他28日被捕."""
    first, _ = scene.clauses[max(0, scene.clause_number(found.at) - 1)]
    begin, end = scene.units[first].start, scene.units[found.at].start
    learnt = next(_LEARNT.finditer(scene.text.plain, begin, end), None)
    if learnt is None or scene.text.plain.startswith("后", learnt.end()):
        return False
    return not any(t.value and learnt.end() <= t.start < end for t in scene.times)


def _own_time(scene: Scene, found: Found) -> bool:
    """Whether a time stands between the last arrest told before and the verdict."""
    arrest = [match.end() for match in _ARRESTED.finditer(scene.text.plain, scene.sentence.start, found.start)]
    since = arrest[-1] if arrest else scene.sentence.start
    return any(
        t.value and since <= t.start and not bounds(scene, t) for t in scene.times if t.end <= scene.units[found.at].end
    )


def _was_some_time(scene: Scene, found: Found, dated: Dated) -> bool:
    """Whether it was at a time that is told but has no date: 两人是在她被扣押之后，|遭拘捕的."""
    return dated.rank != GOVERNS and _SOME_TIME.search(scene.plain(0, found.at)) is not None


def _is_of_its_own(scene: Scene, found: Found, dated: Dated) -> bool:
    """Whether the day told may be that of the deed: not of what lasts, or is but the cause of what is told."""
    first, last = scene.clauses[scene.clause_number(found.at)]
    if dated.by != "clause" and _ALL_ALONG.search(scene.plain(first, found.at)):
        return False  # 去年1月得到确认，而美方一直|催促
    if dated.by != "clause" and _ASKED.search(scene.plain(found.last, last)):
        return False  # 议员周四关心，大陆|禁止进口凤梨是否还有后续
    word = scene.units[found.last - 1].text
    if _HELD.search(word) or _KNOWN.search(word) or _CAUSE.search(scene.plain(first, found.at)):
        still = dated.by != "clause" and _STILL.search(scene.plain(first, found.at)) is not None
        return dated.rank == GOVERNS and not still
    return dated.by == "clause" or _UP_TO_NOW.search(scene.plain(found.last, last)) is None  # 被关押|至今


def is_told_by_another(scene: Scene, found: Found) -> bool:
    """Whether somebody of another state says it: what 大使馆21日说，瑞士肯定了中国 tells was on another day."""
    spoken = spoken_before(scene, found.at)
    speakers = () if spoken is None else around(scene, spoken).subjects
    codes = {one.country for one in speakers if one.found_by != MEDIUM} - {None}
    return bool(codes) and codes.isdisjoint(one.country for one in found.actors)


def _is_made_known(scene: Scene, found: Found) -> bool:
    """Whether others tell by then what had been done already: 华尔街日报周一引述知情人士，北京已经|要求…."""
    first, _ = scene.clauses[scene.clause_number(found.at)]
    known = _MADE_KNOWN.search(scene.plain(0, first)) is not None
    return known and _BY_NOW in scene.plain(first, found.last)


def _goes_on(scene: Scene, found: Found) -> bool:
    """Whether somebody said on the day told what goes on: 昨晚澄清，台湾|正协助巴拉圭."""
    first, _ = scene.clauses[scene.clause_number(found.at)]
    told = _TELLS_OF.search(scene.text.plain, scene.sentence.start, scene.units[found.at].start)
    return told is not None and _GOING_ON.search(scene.plain(first, found.last)) is not None


def _is_repeated(scene: Scene, number: int) -> bool:
    """Whether a clause tells what was done on several days: 民众屡遭|镇压."""
    return _MORE_THAN_ONCE.search(scene.plain(*scene.clauses[number])) is not None


def _is_then(scene: Scene, word: Unit) -> bool:
    """Whether an arrest but dates what its clause leads to: 周三说，在他|被捕|时，官方表示…."""
    return bool(_ARRESTED.search(word.text) and _THEN.match(scene.text.plain, word.end))


def _is_so_far(scene: Scene, found: Found) -> bool:
    """Whether its clause tells it as done by now, on whatever day: 政变以来，美国已|对缅甸实施多项制裁."""
    number = scene.clause_number(found.at)
    first, _ = scene.clauses[number]
    before = scene.plain(first, found.last)
    since = scene.plain(scene.clauses[max(0, number - 1)][0], found.last)
    if _OF_LATE.search(before):
        return True
    often = found.type in FORCE and (_OFTEN.search(scene.plain(*scene.clauses[number])) or _IN_ALL.search(since))
    return bool(often) or (_BY_NOW in before and _SO_FAR.search(since) is not None)


def _is_before(scene: Scene, found: Found) -> bool:
    """Whether it is told as what came before that of which the time is: 27日，日本在|制裁缅甸|后宣布…."""
    first, last = scene.clauses[scene.clause_number(found.at)]
    opened = scene.letters.rfind("l", first, found.at)
    if scene.units[last - 1].text not in _AFTER or opened < 0:
        return False
    return not any(scene.units[first].start <= t.start < scene.units[last - 1].end for t in scene.times)
