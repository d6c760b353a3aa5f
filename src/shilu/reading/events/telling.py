"""An event with all that its sentence, and what was told before, say of it: when, where, whether it took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.events.contexts import contexts
from shilu.reading.events.marks import (
    is_further,
    is_mentioned,
    is_of_old,
    is_reported,
    is_said_before,
    is_spirit,
    is_two_and_two,
    level,
    rounds,
)
from shilu.reading.events.modality import modality
from shilu.reading.events.mood import state_of_act
from shilu.reading.events.party import distinct
from shilu.reading.events.same import is_news
from shilu.reading.events.status import (
    UNWILLING,
    intended,
    is_ahead,
    is_background,
    is_before,
    is_contrary,
    is_done,
    is_general,
    is_left_open,
    is_past,
    is_prepared,
    is_to_come,
    is_told_as_done,
    is_topic,
    since,
    state_of,
    to_be,
    undone,
    was_to_be,
)
from shilu.reading.events.told import Told
from shilu.reading.events.when import (
    CARRIED,
    GOVERNS,
    ONCE,
    OPEN,
    SO_FAR,
    UNDATED,
    WEAK,
    Dated,
    bounds,
    date_aside,
    date_of,
    these_days,
)
from shilu.reading.events.when_act import date_of_act, is_since, is_told_by_another
from shilu.reading.events.where import place_of, place_of_words, summoned_to
from shilu.records import CUSTODY, TO_COME

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.memory import Memory
    from shilu.reading.events.party import One
    from shilu.reading.events.place import Place
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.status import State
    from shilu.records import Moment


_ONE_BY_ONE = re.compile(r"相继|陆续|先后")
_STRETCH = re.compile(
    r"(?:最近|(?<![附将接])近|过去)[^，。]{0,4}?[两二三四五六七八九十几多数\d]+多?个?多?(?:星期|周|月|年)(?:来|以来|内|里|间|，)"
)
"""Before what is told of a stretch, not of a day: 近两个月来，|打死了200多人."""
_WHO_WERE = re.compile(r"的(?:都|大[都多]|多数|多|全)是")
"""Behind what is said of all to whom it was done: 被军方射杀|的都是平民."""
_FOR_YEARS = re.compile(r"历时|持续|[多数几\d一二两三四五六七八九十]年")
"""Behind what went on for long: 协议的谈判|历时近七年."""
_EARLIER = re.compile(r"(?:之?前|以来|时)$")
"""A clause that puts what follows into another time: 疫情发生前，习近平应邀…."""
_LEAD = 2
"""The last block in which a visit that is told without a day is news."""
_ON = re.compile(r"(?:^|[，方府国])(?:对于|关于|有关|至于)")
"""What opens a topic of which the next clauses tell: 对于两人会谈，预计…, 两国政府对于…."""
_OR = re.compile(r"[或和及与]")
"""Behind one of several topics: 对于首相访美|或两国首脑会谈."""
_THEN = re.compile(r"当时|当年|那时")
_GOES_ON = re.compile(r"[的、和与及\d一二三四五六七八九十两名位个]$")
"""What ends no span: 谴责美国国务卿布林肯的|言论, 判处3|年."""
_SAYS_ENOUGH = 16
"""How many characters tell a reader, and a comparison of accounts, what was done."""
_ON_A_PLAN = re.compile(r"[对就][^，。；]*的[^，。；]{0,6}计划$")
"""Before what is said of somebody's plan, which plans nothing: 对欧盟的征税计划|表示反对."""
_TITLED = re.compile(
    r"(?:发表|刊[登载出发]|撰写|写下|题[为目]|名为|标题)[^，。；：:说称指示「“《]{0,14}[「“《『][^」”》』。]*$"
)
"""Before what stands in a title that has been opened."""
_YEAR = len("2021")
_MEANS_TO = ("计划", "打算", "意愿")
"""What ends a denial that anybody means to do it: 没有打算."""
_NOT_YET = re.compile(r"至今|迄今|到目前为止|一直")
"""Before what has not been done, on no day."""
_HELD = re.compile(r"[关羁收]押|被[关押]|囚")
_ONCE = frozenset({"曾", "曾经"})
_AGREED = frozenset({"同意", "商定", "约定"})
"""What talks are agreed on by, as a rule at others: 会谈中双方同意就此磋商."""
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "SANCTION", "AID", "CONCEDE"})
"""Acts done in words, or on paper, of which a place nearby is rather that of what they are about."""
_WHAT_CAME_OF_IT = re.compile(
    r"的(?:[^，。的]{0,3}\d+[月日][^，。的]{0,4}(?:截止日期?|期限|大限)|[^，。的]{1,4}过渡期(?:结束|届满|$))"
)
"""Behind talks that only say what was settled: 双方谈判|的5月1日截止日期."""


class _Words(NamedTuple):
    """The words of a clause around an event word."""

    before: str
    """With those of the clauses that it goes on with."""
    after: str
    beyond: str
    """Those behind without the state or place that is visited."""


def telling(scene: Scene, found: Found, day: str | None, memory: Memory) -> Told | None:
    """The event that a rule found, in an article published on ``day``; None where it is only supposed or general."""
    encounter = found.type == "CONSULT"
    word = scene.units[found.last - 1]
    number = scene.clause_number(found.at)
    first, last = scene.clauses[number]
    before, after = scene.plain(first, found.last - 1), _after(scene, found, last)
    idle = encounter and (is_left_open(after) or _WHAT_CAME_OF_IT.match(after))
    if idle or is_background(before) or _is_unreal(scene, found):
        return None
    words = _Words(modality(scene, number, found, since(before, after)), after, _behind(found, after))
    dated = _date(scene, found, words, memory, day)
    state = _state(scene, found, words, dated, day)
    if state is None:
        return None
    speaker = scene.speaker_at(word.start, word.end)
    actors, recipients = _at_the_time(scene, found, dated, day)
    return Told(
        type=found.type,
        form=found.form,
        mode=found.mode,
        actors=actors,
        recipients=recipients,
        rule=found.rule,
        status=state.status,
        shown=state.shown,
        word=word.text or (word.cue.word if word.cue else ""),
        status_by=state.by,
        dated=_settled(dated, state, words.before, day, definite=found.definite),
        place=_place(scene, found),
        contexts=contexts(scene.text.plain[scene.sentence.start : scene.sentence.end]),
        block=scene.text.block,
        start=found.start,
        end=found.end if encounter else _told_in_full(scene, found),
        claimed_by=found.claimed_by if speaker is None else speaker,
        definite=found.definite,
        again=found.again,
        rounds=rounds(words.before),
        further=is_further(words.before) or (found.form == "talks" and state.by in _AGREED),
        pairs=is_two_and_two(scene.plain(first, min(found.last + 2, last))),
        level=_level(scene, found, words.before),
    )


def _date(scene: Scene, found: Found, words: _Words, memory: Memory, day: str | None) -> Dated:
    """The date that the sentence gives, or the text before lends, where it fits what the words tell."""
    dated = _dated(scene, found, day)
    word, before, after = scene.units[found.last - 1], words.before, words.after
    instead = _is_of_before(found, words)
    ahead = instead or (found.type == "CONSULT" and (is_before(after) or is_prepared(words.beyond)))
    to_come = (is_to_come(before) and not is_done(word.text, after) and found.status != "happened") or ahead
    sure = dated.rank == GOVERNS and (dated.by != "before" or was_to_be(before))
    if instead or (to_come and not sure and is_past(dated.value, day)):
        dated = Dated()  # 去年12月…，今后将致函: the time is of what was; 16日|访美前接种疫苗
    of_plans = dated.rank == CARRIED and dated.by != "behind" and is_ahead(dated.value, day) and not to_come
    of_last = to_come and is_further(before) and dated.by == "before" and dated.rank != GOVERNS
    if of_plans or of_last:
        dated = Dated()  # 原定夏天访问，卢沙野便致函: of what is to be; 双方12日会谈，将尽快举行下一轮会谈
    if dated.value is None and dated.by not in UNDATED and not found.aside:
        dated = _understood(scene, found, memory, day, to_come=to_come)
    if is_since(scene, found, dated, day):
        return Dated(by=SO_FAR)
    if is_ahead(dated.value, day) and is_told_as_done(before, word.text, after):
        return Dated(by=ONCE)  # 当年11月初访问了中国, of a year that is not this one
    return dated


def _is_of_before(found: Found, words: _Words) -> bool:
    """Whether the clause rather tells what is done before the visit: 16日|访美前接种疫苗."""
    return found.form == "visit" and is_said_before(words.beyond)


def _state(scene: Scene, found: Found, words: _Words, dated: Dated, day: str | None) -> State | None:
    """The status; None where the words only make a topic of it, or hold a party of what is not done."""
    word, before, after = scene.units[found.last - 1], words.before, words.after
    encounter = found.type == "CONSULT"
    if not encounter and _ON_A_PLAN.search(before):
        before = ""
    spirit = encounter and is_spirit(scene.text.plain, word.end)
    behind = words.beyond if _is_of_before(found, words) else after
    state = state_of("" if spirit else before, word.text, behind, dated.value, day)
    if spirit and state.status == "happened":
        state = state._replace(shown=True)
    if not encounter:
        return state_of_act(found.status, state, "" if is_done(word.text, after) else before)
    if word.cue is not None and word.cue.sense("with") and state.status != "happened":
        return None
    shown = state.shown and state.by != "date"
    if shown or (after and not _OR.match(after)) or not _ON.search(before):
        state = intended(state, words.beyond, before if found.form == "visit" else "")
    else:
        state = state_of(scene.plain(found.last, len(scene.units)), word.text, "", dated.value, day)
    rest = scene.text.plain[word.end : scene.sentence.end]
    state = to_be(undone(state, before, rest), rest)
    topic = found.rule == "visit.v1" and not (state.shown or before.endswith("的")) and is_topic(words.beyond)
    return None if topic else state


def _level(scene: Scene, found: Found, before: str) -> str | None:
    """Whether leaders meet or officials do; whom 双方 means, the sentence before the word tells."""
    if found.form == "visit":
        return None
    meant = all(one.found_by == "pronoun" for one in found.actors)
    said = scene.plain(0, found.last - 1) if meant else before
    return level(said, scene.units[found.last - 1].text, found.actors, scene.parties)


def _place(scene: Scene, found: Found) -> Place | None:
    """Where it was done; who was arrested was not arrested where he is held."""
    if found.place is not None:
        return found.place
    if found.type in _OF_WORDS:
        return place_of_words(scene, found) or summoned_to(scene, found)
    place = place_of(scene, found.at, found.last - 1)
    held = found.mode == "arrest" and place is not None and CUSTODY.search(place.name)
    word = scene.units[found.last - 1].text
    return summoned_to(scene, found) if place is None or (held and not _HELD.search(word)) else place


def _after(scene: Scene, found: Found, last: int) -> str:
    """The words behind in its clause; 前 and 将 behind an act put nothing off: 被捕|前, 反对|将人权政治化."""
    after = scene.plain(found.last, last)
    taken = found.type in _OF_WORDS and after.startswith("将") and scene.letters.startswith("an", found.last)
    return "" if found.type != "CONSULT" and (is_before(after) or taken) else after


def _told_in_full(scene: Scene, found: Found) -> int:
    """Where the span of an act that says little by itself ends: with its clause, or after a few words of it.

    呼吁 alone tells a reader nothing, and stands in many places.
    """
    end = found.end
    for unit in scene.units[found.last : scene.clauses[scene.clause_number(found.at)][1]]:
        if end - found.start >= _SAYS_ENOUGH and not _GOES_ON.search(scene.text.plain, found.start, end):
            break
        end = max(end, unit.end)
    return end


def _at_the_time(scene: Scene, found: Found, dated: Dated, day: str | None) -> tuple[tuple[One, ...], tuple[One, ...]]:
    """The parties, those named by a title alone as it was borne when the event took place."""
    then = dated.value
    if then is None and (_THEN.search(scene.plain(0, found.last)) or _tells_of_years_ago(scene, day)):
        return _as_states(scene, found.actors), _as_states(scene, found.recipients)
    if then is None or not is_past(then, day):
        return found.actors, found.recipients
    return _as_of(scene, found.actors, then), _as_of(scene, found.recipients, then)


def _tells_of_years_ago(scene: Scene, day: str | None) -> bool:
    """Whether a sentence has no times but such of years ago: 为实现首次|美朝首脑会谈|，朝鲜2018年4月宣布…."""
    told = [time.value.rpartition("/")[2] for time in scene.times if time.value and not bounds(scene, time)]
    years = [int(value[:_YEAR]) for value in told]
    return day is not None and bool(years) and max(years) < int(day[:_YEAR]) - 1


def _as_states(scene: Scene, ones: tuple[One, ...]) -> tuple[One, ...]:
    """The parties at some time that nobody dates, their states for those named by a title alone: 当时，日本首相访华."""
    titled = (one.kind == "person" and one.found_by == "title" for one in ones)
    states = (
        (scene.parties.state(one.country, "title") or one) if by else one for one, by in zip(ones, titled, strict=True)
    )
    return distinct(states)


def _as_of(scene: Scene, ones: tuple[One, ...], then: Moment) -> tuple[One, ...]:
    """Who bore their titles then; of several bearers all are states where one is: 2017年四国领导人."""
    those = [scene.parties.as_of(one, then) for one in ones]
    titled = [now for now, one in zip(those, ones, strict=True) if one.found_by == "title" and one.kind == "person"]
    if len(titled) > 1 and any(one.is_state for one in titled):
        those = [(scene.parties.state(one.country, "title") or one) if one in titled else one for one in those]
    return distinct(those)


def _dated(scene: Scene, found: Found, day: str | None) -> Dated:
    """The date that the sentence gives."""
    if found.type != "CONSULT":
        return date_of_act(scene, found, day)
    word = scene.units[found.last - 1]
    if _is_of_once(scene, found):
        return Dated()
    if _is_in_title(scene, found):
        return Dated(by=OPEN)
    if _is_aside(scene, found, word.end):
        return date_aside(scene, word.start if is_reported(scene.text.plain, word.end) else found.start, found.last)
    dated = date_of(scene, found.at, found.last, day)
    if dated.by != "clause" and is_spirit(scene.text.plain, word.end):
        return Dated()  # 17日回应称，按照两国元首通话|精神
    return Dated() if dated.by == "present" and _is_of_former(scene, found) else dated


def _is_of_once(scene: Scene, found: Found) -> bool:
    """Whether it only says who somebody is, of what was once: 3月12日，|曾与官员见面的|代表召开记者会."""
    first, _ = scene.clauses[scene.clause_number(found.at)]
    behind = scene.letters[found.last : found.last + 2]
    led = any(unit.text in _ONCE for unit in scene.units[first : found.last])
    return led and behind == "dn" and "T" not in scene.letters[first : found.last]


def _is_unreal(scene: Scene, found: Found) -> bool:
    """Whether the sentence tells what is usual, or what would have been."""
    whole = scene.plain(0, len(scene.units))
    if found.type != "CONSULT":
        number = scene.clause_number(found.at)
        timed = "T" in scene.letters[slice(*scene.clauses[number])]
        return is_general(whole) or (not timed and _WHO_WERE.match(scene.text.plain, found.end) is not None)
    return is_general(whole) or is_contrary(whole)


def _behind(found: Found, after: str) -> str:
    """The words behind an encounter and the state or place that is visited."""
    hosts = (*(host.name for host in found.recipients), *([found.place.name] if found.place else ()))
    return next((after.removeprefix(host) for host in hosts if after.startswith(host)), after)


def _is_aside(scene: Scene, found: Found, end: int) -> bool:
    """Whether an encounter is only mentioned: of people who say something before they meet the clause tells."""
    if is_reported(scene.text.plain, end):
        return True
    nameless = found.form not in (None, "visit") and all(one.kind != "person" for one in found.actors)
    return nameless and is_mentioned(scene.text.plain, found.start, end)


def _is_in_title(scene: Scene, found: Found) -> bool:
    """Whether it stands in the title of something written: 31日发表「法国议员|访台|：冲突的原因」."""
    return _TITLED.search(scene.text.plain, scene.sentence.start, found.start) is not None


def _is_of_former(scene: Scene, found: Found) -> bool:
    """Whether a former leader takes part: what is told of him without a day is rather of his time."""
    return any(one.kind == "person" and scene.parties.led(one) for one in found.actors)


def _settled(dated: Dated, state: State, before: str, day: str | None, *, definite: bool) -> Dated:
    """The date: none of these days for what is yet to come, and no sure one where the words only point back.

    Nor has what somebody means not to do, or has not done so far, the day on which that is said.
    """
    wished = state.status == "proposed" and dated.by == "paragraph"
    if state.status in TO_COME and (wished or dated.by == "article" or is_past(dated.value, day)):
        return Dated()  # the day on which it was proposed
    if state.status == "denied" and (dated.by == "article" or (dated.by != "clause" and _is_never(state, before))):
        return Dated()  # 一年之内不会会面; 周一表示，总统不打算会晤他
    if state.status in TO_COME and dated.by == "present" and dated.value:
        dated = dated._replace(value=dated.value.rpartition("/")[2])  # 两人访问期间将会晤: not in the month before
    return dated._replace(rank=min(dated.rank, WEAK)) if definite else dated


def _is_never(state: State, before: str) -> bool:
    """Whether somebody means not to do it at all, or has not done it so far."""
    return state.by in UNWILLING or state.by.endswith(_MEANS_TO) or _NOT_YET.search(before) is not None


def _understood(scene: Scene, found: Found, memory: Memory, day: str | None, *, to_come: bool) -> Dated:
    """The time of what its sentence does not date: lent by the text before, else of these days."""
    lent = Dated() if scene.times else _lent(scene, found, memory, day, to_come=to_come)
    if lent.value is not None or to_come or found.type != "CONSULT":
        return lent
    return _of_these_days(scene, found, memory, day)


def _of_these_days(scene: Scene, found: Found, memory: Memory, day: str | None) -> Dated:
    """The month of what is told as news, without a day, by an article that tells of these days: 两国高官在会晤.

    A visit is news where it is told early; what is told as experience (见过面) is of no known time.
    """
    word = scene.units[found.last - 1]
    number = scene.clause_number(found.at)
    before, after = scene.plain(0, found.last), scene.plain(found.last, scene.clauses[number][1])
    late = found.form in (None, "visit") and scene.text.block > _LEAD
    if (
        late
        or any(_EARLIER.search(scene.plain(*clause)) for clause in scene.clauses[:number])
        or _is_aside(scene, found, word.end)
        or is_of_old(before)
        or _is_of_former(scene, found)
        or is_spirit(scene.text.plain, found.end)
        or _FOR_YEARS.search(after)
        or "过" in scene.text.plain[found.start : word.end + 1]
        or day is None
        or not memory.is_news(scene, day)
        or any(not is_news(time.value, day) for time in scene.times if time.value)
    ):
        return Dated()
    return Dated(these_days(day, before), WEAK, "article")


def _lent(scene: Scene, found: Found, memory: Memory, day: str | None, *, to_come: bool) -> Dated:
    """A time of the text before: of the paragraph, else of the news on the same people, unless it is of old.

    What is to come rather comes in these days than on that day.
    """
    end = scene.units[found.last - 1].end
    whole = scene.plain(0, found.last if found.type == "CONSULT" else len(scene.units))
    if found.type != "CONSULT" and (
        _ONE_BY_ONE.search(whole) or _STRETCH.search(scene.plain(0, found.last)) or is_told_by_another(scene, found)
    ):
        return Dated()
    if found.type == "CONSULT" and _is_of_former(scene, found):
        return Dated()
    if is_of_old(whole) or is_spirit(scene.text.plain, end):
        return Dated()
    here = memory.last_time(scene)
    if here is not None and is_news(here, day) and not (is_past(here, day) if to_come else is_ahead(here, day)):
        return Dated(here[: len("2021-03")] if to_come else here, WEAK, "paragraph")
    if to_come or found.form in (None, "visit"):
        return Dated()
    news = memory.news_of(found.actors, day)
    return Dated() if news is None else Dated(news, WEAK, "news")
