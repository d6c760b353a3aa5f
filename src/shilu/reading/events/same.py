"""Which tellings within one article are one deed.

An article tells its main encounter in the headline, the lead, and again in passing; an event is coded once, with the
most that any telling gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.events.party import is_government

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.reading.events.party import One
    from shilu.reading.events.told import Told
    from shilu.reading.events.when import Dated
    from shilu.reading.events.where import Place
    from shilu.records import Moment

_FAMILY = {"meeting": "meet", "talks": "meet", "summit": "meet", "multilateral": "meet"}
_TO_COME = frozenset({"planned", "expected", "proposed"})


def merged(events: Iterable[Told]) -> list[Told]:
    """The events without their repetitions, in reading order of the first telling."""
    kept: list[Told] = []
    for event in events:
        twins = [i for i, other in enumerate(kept) if one_deed(other, event)]
        if twins:
            best = max(twins, key=lambda i: _nearness(kept[i], event))
            kept[best] = fuller(kept[best], event)
        else:
            kept.append(event)
    return kept


def one_deed(left: Told, right: Told) -> bool:
    """Whether two tellings are one deed."""
    if left.type != right.type:
        return False
    if left.type != "CONSULT":
        return _ids(left.actors) == _ids(right.actors) and (
            _ids(left.recipients) == _ids(right.recipients) or not left.recipients or not right.recipients
        )
    if _FAMILY.get(left.form or "", left.form) != _FAMILY.get(right.form or "", right.form):
        return False
    if left.form == "visit":
        if _ids(left.recipients) != _ids(right.recipients) or not _matched(left.actors, right.actors):
            return False
    elif not _compatible(left.ones, right.ones):
        return False
    return _dates_fit(left.dated, right.dated) and _statuses_fit(left, right)


def _nearness(one: Told, other: Told) -> tuple[int, int, int]:
    same_date = one.dated.value is not None and one.dated.value == other.dated.value
    return (same_date, len(_ids(one.ones) & _ids(other.ones)), one.status == other.status)


def _ids(ones: Iterable[One]) -> set[str]:
    return {one.id for one in ones}


def _compatible(a: tuple[One, ...], b: tuple[One, ...]) -> bool:
    """Whether two tellings name the same sides.

    The states must be the same: 美国 and 日本 are not told of by 美国 and 印度, nor by all four of the Quad.
    """
    small, large = (a, b) if len(_ids(a)) <= len(_ids(b)) else (b, a)
    body = len(_ids(small)) == 1 and small[0].kind == "org"
    return _matched(a, b) and (body or _countries(small) == _countries(large))


def _matched(a: tuple[One, ...], b: tuple[One, ...]) -> bool:
    """Whether one side's parties are all among the other's, by name or as the state that somebody stands for."""
    small, large = (a, b) if len(_ids(a)) <= len(_ids(b)) else (b, a)
    ids = _ids(large)
    return all(one.id in ids or _stands_for(one, large) for one in small)


def _countries(ones: Iterable[One]) -> set[str]:
    return {one.country for one in ones if one.country}


def _stands_for(one: One, others: Iterable[One]) -> bool:
    """Whether a state stands for somebody of its own among the others, or somebody for his state."""
    return one.country is not None and any(
        other.country == one.country and (is_government(one) or is_government(other)) for other in others
    )


def _statuses_fit(left: Told, right: Told) -> bool:
    """Whether both may be told of one deed: a planned one does not happen undated in the same article."""
    if left.status == right.status or not (left.shown and right.shown):
        return True
    if left.status in _TO_COME and right.status in _TO_COME:
        return True
    return left.dated.value is not None and right.dated.value is not None


def _dates_fit(left: Dated, right: Dated) -> bool:
    if left.value is None or right.value is None or left.rank != right.rank:
        return True
    a, b = left.value.split("/"), right.value.split("/")
    return _order(a[0], b[-1]) <= 0 <= _order(a[-1], b[0])


def _order(left: str, right: str) -> int:
    """Order of two dates at the precision both have."""
    length = min(len(left), len(right))
    return (left[:length] > right[:length]) - (left[:length] < right[:length])


def fuller(first: Told, second: Told) -> Told:
    """The first telling with what only the second gives."""
    dated = _finer(first.dated, second.dated)
    more = (_people(second), len(_ids(second.ones))) > (_people(first), len(_ids(first.ones)))
    shown = second if second.shown and not first.shown else first
    return first._replace(
        dated=dated,
        place=_finer_place(first.place, second.place),
        actors=second.actors if more else first.actors,
        recipients=second.recipients if more else first.recipients,
        status=shown.status,
        shown=shown.shown,
    )


def _finer_place(left: Place | None, right: Place | None) -> Place | None:
    if left is None or right is None:
        return left or right
    return right if right.fineness > left.fineness else left


def _people(told: Told) -> int:
    return sum(one.kind == "person" for one in told.ones)


def _finer(left: Dated, right: Dated) -> Dated:
    """The surer date, of two as sure the finer one."""
    if left.value is None or right.value is None:
        return left if right.value is None else right
    if left.rank != right.rank:
        return left if left.rank > right.rank else right
    return right if _is_finer(right.value, left.value) else left


def _is_finer(one: Moment, other: Moment) -> bool:
    return len(one.split("/")[0]) > len(other.split("/")[0])
