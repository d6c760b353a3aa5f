"""Which tellings within one article are one deed.

An article tells its main encounter in the headline, the lead, and again in passing; an event is coded once, with the
most that any telling gives.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from shilu.reading.analysis import TITLE
from shilu.reading.events.party import is_government, people_first
from shilu.reading.events.same_day import dates_fit, finer, is_news
from shilu.reading.events.tense import UNWILLING, was_to_be
from shilu.reading.events.told import countries_of, family, ids_of
from shilu.reading.events.when import CARRIED, GOVERNS, WEAK, Dated
from shilu.records import OFF, TO_COME
from shilu.wording import FROM_FIRST, GATHERINGS, IDLE, ONCE, PUT_OFF, SUMMONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shilu.reading.events.party import One
    from shilu.reading.events.place import Place
    from shilu.reading.events.told import Told
    from shilu.records import Moment

_DAY = len("2021-03-01")
_WILL_NOT = frozenset({"不会", "不太会"})
"""Denials of what might have come, not in passing of what was: 一年之内不会会面."""
_BLOC = "o.eu"
"""The body of states that sends ambassadors, and so stands for them as a state does: 欧盟 for 郁白."""
_SPOKEN = frozenset({"讨论", "商讨", "商谈", "交换意见", "交换了意见", "交谈", "谈到", "谈及", "商议", "洽谈"})
_DAYS = 3
_FOUR = 4
"""How many days the meetings of one headline may lie apart."""


def merged(events: Iterable[Told], day: Moment | None, *, but: Sequence[Told] = ()) -> list[Told]:
    """The events without their repetitions, in reading order of the first telling; ``day`` is that of publication.

    ``but`` are events that came out of an earlier run: of these no people are one with nameless states, unless somebody
    has been named for these since. What only a noun tells (此次会谈在安克雷奇举行) adds to the encounter it means; by
    itself it counts if it is dated.
    """
    kept: list[Told] = []
    places: dict[str, set[int]] = {}  # of who and whose state: an article of 3,000 meetings took 36 s without
    told, earlier = list(events), frozenset(but)
    for event in sorted((one for one in told if not _is_sum(one, told, day)), key=lambda event: event.again):
        near = sorted(set().union(*(places.get(mark, ()) for mark in _marks(event))))
        twins = [i for i in near if not _are_apart(kept[i], event, earlier) and one_deed(kept[i], event, day)]
        if twins:
            best = max(twins, key=lambda i: _nearness(kept[i], event))
            kept[best] = fuller(kept[best], event)
        elif not event.again or (event.dated.value is not None and not event.definite and not _is_told(event, kept)):
            best = len(kept)
            kept.append(event)
        else:
            continue
        for mark in _marks(kept[best]):
            places.setdefault(mark, set()).add(best)
    return [event for event in kept if not (_is_remark(event, kept) or _is_subject(event, kept))]


def _is_told(event: Told, others: Iterable[Told]) -> bool:
    """Whether what points back means an encounter that others are told to have had on its days.

    Nor is it one of those it was read to mean, where they met on another day: 18日的会晤 alone does not tell that those
    who met on the 12th met again.
    """
    if event.dated.value is None or len(event.dated.value) < _DAY or event.further:
        return False
    alike = [other for other in others if family(other.form) == family(event.form)]
    dated = (other for other in alike if ids_of(other.ones) == ids_of(event.ones) and other.dated.rank >= CARRIED)
    return any(other.dated.value == event.dated.value for other in alike) or any(
        other.dated.value is not None and len(other.dated.value) >= _DAY for other in dated
    )


def _are_apart(left: Told, right: Told, known: frozenset[Told]) -> bool:
    """Whether people and the states of two tellings were told apart, and nobody is named by now who sat for these."""
    return bool(_people(left)) != bool(_people(right)) and left in known and right in known


def _marks(event: Told) -> set[str]:
    """What two tellings of one deed share at least one of: somebody, or somebody's state."""
    return ids_of(event.ones) | countries_of(event.ones)


def _is_remark(event: Told, others: Iterable[Told]) -> bool:
    """Whether a denial without a date is only a remark on those who did meet: 双方没有通话…直到本周四."""
    if event.status != "denied" or event.dated.value is not None:
        return False
    return any(
        other.status == "happened"
        and family(other.form) == family(event.form)
        and _same_sides(other, event)
        and not _leads_nowhere(event, other)
        for other in others
    )


def _is_subject(event: Told, others: Iterable[Told]) -> bool:
    """Whether a word only says what those who met or called spoke of: 习近平与杜达通话，双方商谈了…."""
    return event.word in _SPOKEN and any(
        other.word not in _SPOKEN
        and other.form != "visit"
        and ids_of(other.ones) == ids_of(event.ones)
        and (None in (event.dated.value, other.dated.value) or event.dated.value == other.dated.value)
        for other in others
    )


def _is_sum(event: Told, others: Iterable[Told], day: Moment | None) -> bool:
    """Whether a headline sums up what the text tells apart: 会见甲与乙 in the morning and in the afternoon."""
    ids = ids_of(event.ones)
    if event.block != TITLE or event.dated.rank > WEAK or event.status != "happened":
        return False
    parts = [
        other
        for other in others
        if family(other.form) == family(event.form) and other.status == "happened" and ids_of(other.ones) < ids
    ]
    named = [ids_of(part.ones) for part in parts]
    days = [part.dated.value for part in parts if part.dated.value]
    of_these_days = all(len(value) >= _DAY and is_news(value, day) for value in days)
    near = of_these_days and all(
        abs((date.fromisoformat(a[:_DAY]) - date.fromisoformat(b[:_DAY])).days) <= _DAYS for a, b in pairwise(days)
    )
    return len(parts) > 1 and near and set[str]().union(*named) == ids and bool(ids.intersection(*named))


def one_deed(left: Told, right: Told, day: Moment | None) -> bool:
    """Whether two tellings are one deed."""
    if left.type != right.type or family(left.form) != family(right.form) or not _same_sides(left, right):
        return False
    if _sits_alone(left, right) or _sits_alone(right, left):
        return False
    if _is_next(left, right) or _is_next(right, left) or _was_once(left, right):
        return False
    if left.definite or right.definite:
        return True
    if _goes_back(left, right):
        return False
    return (
        not (_is_beside(left, right) or _is_beside(right, left) or _of_other_offices(left, right))
        and (_rounds_fit(left.rounds, right.rounds) or _on_one_day(left, right))
        and _levels_fit(left.level, right.level)
        and not (_leads_nowhere(left, right) or _leads_nowhere(right, left))
        and dates_fit(left, right, day)
        and _statuses_fit(left, right)
    )


def _goes_back(left: Told, right: Told) -> bool:
    """Whether one goes the other way: 致函李察 and 李察回信, 中国召见欧盟代表 and 欧盟多国召见中国大使."""
    if not all(one.rule in FROM_FIRST and (one.form == "letter" or one.word in SUMMONS) for one in (left, right)):
        return False
    sent, answered = left.actors[0].country, right.actors[0].country
    return None not in (sent, answered) and sent != answered


def _sits_alone(body: Told, met: Told) -> bool:
    """Whether one is a sitting of a body, and the other tells whom it met: 欧盟外长会议, 布林肯与欧盟官员会晤.

    Leaders who talk to it do so at its summit.
    """
    alone = len(ids_of(body.ones)) == 1 and body.actors[0].kind == "org" and body.form in GATHERINGS
    apart = met.form not in GATHERINGS and met.level != "leaders" and not met.definite
    return alone and apart and len(ids_of(met.ones)) > 1


def _is_next(ahead: Told, past: Told) -> bool:
    """Whether one is to follow the other: 将举行下一轮会谈, and 在今天的会议上."""
    return ahead.further and ahead.status in TO_COME and past.status == "happened"


def _was_once(left: Told, right: Told) -> bool:
    """Whether one was at a time that nobody tells, and the other has a date: 十几年前的会晤, 两人多次对话."""
    return ONCE in (left.dated.by, right.dated.by) and bool(left.dated.value or right.dated.value)


def _same_sides(left: Told, right: Told) -> bool:
    if left.form == "visit":
        return ids_of(left.recipients) == ids_of(right.recipients) and _matched(left.actors, right.actors)
    return _compatible(left.ones, right.ones) or _is_part(left, right)


def _is_part(whole: Told, part: Told) -> bool:
    """Whether a telling that points back names only some of those who met: 甲和乙也参加了|这次会议."""
    return (
        part.definite
        and not part.again
        and countries_of(part.ones) < countries_of(whole.ones)
        and _matched(whole.ones, part.ones)
    )


def _is_beside(pair: Told, four: Told) -> bool:
    """Whether two ministers met by themselves, beside the talks of two and two: 奥斯汀与岸信夫会谈."""
    people = [one for one in pair.ones if one.kind == "person"]
    alone = len(people) == len(pair.ones) == len(countries_of(people)) == 2
    return alone and four.pairs and not pair.pairs and pair.word not in _SPOKEN


def _of_other_offices(left: Told, right: Told) -> bool:
    """Whether states met by the ministers of one office, and the other is of two and two, or of another office."""
    if (left.office, right.office) == (0, 0):
        return False
    four = any(len(one.ones) >= _FOUR for one in (left, right) if not one.office)
    return left.pairs or right.pairs or four or _differ(left.office, right.office)


def _differ(left: int, right: int) -> bool:
    return 0 not in (left, right) and left != right


def _rounds_fit(left: str | None, right: str | None) -> bool:
    """Several rounds (×6) are no single one."""
    several = "×" in (left or "") + (right or "")
    return left == right if several else _fits(left, right)


def _on_one_day(left: Told, right: Told) -> bool:
    """Whether both surely lie on the same days, of which only one telling counts the rounds."""
    value = left.dated.value
    sure = min(left.dated.rank, right.dated.rank) >= GOVERNS and value == right.dated.value
    return sure and value is not None and len(value.split("/")[0]) == _DAY and None in (left.rounds, right.rounds)


def _fits(left: str | None, right: str | None) -> bool:
    return left is None or right is None or left == right


def _levels_fit(left: str | None, right: str | None) -> bool:
    return _fits(left, right) or {left, right} == {"former", "leaders"}


def _leads_nowhere(leaders: Told, states: Told) -> bool:
    """Whether leaders meet on no sure day, or do not, and states alone do: 美中18日会谈 is not what 拜登 and 习 had."""
    if leaders.level not in ("leaders", "former"):
        return False
    if leaders.status == "proposed" and states.word in IDLE and ids_of(states.ones) != ids_of(leaders.ones):
        return True  # 首脑会谈 that is only wished for is not the 接触 of two states
    if states.level is not None or any(one.kind == "person" for one in states.ones):
        return False
    if leaders.dated.rank < states.dated.rank and (leaders.dated.rank < WEAK or states.dated.rank > WEAK):
        return True
    return leaders.status in OFF and states.status == "happened"


def _nearness(one: Told, other: Told) -> tuple[int, int, int]:
    sure = min(one.dated.rank, other.dated.rank) >= CARRIED
    same_date = sure and one.dated.value == other.dated.value
    return (same_date, len(ids_of(one.ones) & ids_of(other.ones)), one.status == other.status)


def _compatible(a: tuple[One, ...], b: tuple[One, ...]) -> bool:
    """Whether two tellings name the same sides.

    The states must be the same: 美国 and 日本 are not told of by 美国 and 印度, nor by all four of the Quad.
    """
    small, large = (a, b) if len(ids_of(a)) <= len(ids_of(b)) else (b, a)
    body = len(ids_of(small)) == 1 and small[0].kind == "org" and not (len(large) == 2 and large[1].is_state)
    return _matched(a, b) and (body or countries_of(small) == countries_of(large))


def _matched(a: tuple[One, ...], b: tuple[One, ...]) -> bool:
    """Whether one side's parties are all among the other's, by name or as the state that somebody stands for."""
    small, large = (a, b) if len(ids_of(a)) <= len(ids_of(b)) else (b, a)
    ids = ids_of(large)
    return all(one.id in ids or _stands_for(one, large) for one in small)


def _stands_for(one: One, others: Iterable[One]) -> bool:
    """Whether a state stands for somebody of its own among the others, or somebody for his state."""
    return one.country is not None and any(
        other.country == one.country and any(is_government(side) or side.id == _BLOC for side in (one, other))
        for other in others
    )


def _statuses_fit(left: Told, right: Told) -> bool:
    """Whether both may be told of one deed.

    What is planned without a date does not happen in the same article where it is said to be a further one; what is
    wished for, called off or denied only fits what has its date.
    """
    if left.status == right.status or not (left.shown and right.shown):
        return True
    if left.status in TO_COME and right.status in TO_COME:
        return True
    if min(left.dated.rank, right.dated.rank) >= CARRIED:
        return True
    ahead, past = (left, right) if left.status in TO_COME else (right, left)
    return (
        past.status == "happened"
        and ahead.status in ("planned", "expected")
        and not (ahead.further or past.further)
        and {one.id for one in ahead.ones if one.kind == "person"} <= ids_of(past.ones)
    )


def fuller(first: Told, second: Told) -> Told:
    """The first telling with what only the second gives."""
    more = not second.again and (_people(second), len(ids_of(second.ones))) > (_people(first), len(ids_of(first.ones)))
    telling = second if _says_more(second, first) else first
    if _is_part(first, second):
        first, more = first._replace(actors=people_first((*first.ones, *second.ones))), False
    elif more and first.form != "visit":  # 布林肯 and 沙利文 will meet 中方, who are 杨洁篪 in the other telling
        second = second._replace(actors=people_first((*second.ones, *first.ones)))
    dated = finer(first.dated, second.dated)
    if telling.status in TO_COME and dated.by == "article":
        dated = Dated()  # of these days is what is told as held, not what is still to come
    return first._replace(
        form="summit" if {first.form, second.form} == {"summit", "multilateral"} else first.form,
        dated=dated,
        place=_finer_place(first.place, second.place),
        actors=second.actors if more else first.actors,
        recipients=second.recipients if more else first.recipients,
        status=telling.status,
        status_by=telling.status_by,
        shown=telling.shown,
        rounds=first.rounds or second.rounds,
        level=first.level or second.level,
        definite=first.definite and second.definite,
        further=first.further and second.further,
    )


def _says_more(one: Told, other: Told) -> bool:
    """Whether the status of one telling is better founded than that of another; what is put off has a new day."""
    if _is_put_off_to(one, other):
        return True
    return not _is_put_off_to(other, one) and _foundation(one) > _foundation(other)


def _is_put_off_to(one: Told, other: Told) -> bool:
    """Whether one gives the day to which the other only says that it is put off: not 原定9日访问."""
    governed = one.dated.value is not None and one.dated.rank >= GOVERNS
    put_off = other.status == "cancelled" and PUT_OFF.search(other.status_by) is not None
    return put_off and governed and one.status == "planned" and not was_to_be(one.status_by)


def _foundation(told: Told) -> tuple[bool, ...]:
    """What a status rests on, best first; that there was no meeting is said in passing of many that there were.

    Where the headline says that somebody would rather not (不急于会面), this is the news.
    """
    dated = told.dated.value is not None and told.dated.rank >= GOVERNS
    off = told.status == "cancelled" or (told.status_by in UNWILLING and told.block == TITLE)
    surely = told.status != "denied" or told.status_by in _WILL_NOT | UNWILLING
    return (off, dated, told.shown and surely, told.status == "happened")


def _finer_place(left: Place | None, right: Place | None) -> Place | None:
    if left is None or right is None:
        return left or right
    if "summons" in (left.by, right.by):  # the other may be where it is reported from
        return left if left.by == "summons" else right
    return right if right.fineness > left.fineness else left


def _people(told: Told) -> int:
    return sum(one.kind == "person" for one in told.ones)
