"""The place of an entry: the best of those that accounts name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from shilu.chronicle.entries.whereabouts import is_wide, lying_in, usual
from shilu.text.script import fold
from shilu.wording import CUSTODIAL, CUSTODY, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.chronicle.entries.tellings import Telling
    from shilu.knowledge import Authority

_SHARE = 3
_TOWNS, _CAPITALS = 5, 10
"""One in so many accounts must name a town, or the capital, for it to stand for the state that is visited."""
_SAME_PLACE = TOGETHER | {"CONSULT"}
"""What those who take part are in one place for."""
_FROM_AFAR = re.compile(
    r"(?:视频|视讯|视像|线上|在线|网上|远程|虚拟|云端)(?:的?方式|连线|形式|峰会|高峰会|通话|会[晤谈议面]|对话|磋商|举行|召开)|"
    r"(?:通过|透过|以|用)(?:网上)?(?:视频|视讯|网络)"
)


def _is_from_afar(telling: Telling) -> bool:
    return _FROM_AFAR.search(fold(telling.words)) is not None


def _least(name: str, authority: Authority) -> int:
    """One in how many accounts must name a town."""
    return _CAPITALS if any(authority.places[at].kind == "capital" for at in lying_in(name, authority)[:1]) else _TOWNS


def place_of(told: Sequence[Telling], authority: Authority) -> str | None:
    """The place that most sources give, by its usual name; where that is a country, the finer one within it.

    Of places that as many give, those count that accounts of it as done name, with the day that most give.
    Accounts that name states alone, and no day, say nothing certain of the place. Of acts of one side a third of the
    accounts must name one: few tell where something was said; of a visit a fifth must name the town, or a tenth the
    capital. What half of the accounts, or more than name a place, tell as held by video has none.
    """
    afar = sum(map(_is_from_afar, told)) if told[0].event.type == "CONSULT" else 0
    placed = sum(t.event.place is not None and not _is_from_afar(t) for t in told)
    if afar and (afar * 2 >= len(told) or afar > placed):
        return None
    sources: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    accounts: Counter[str] = Counter()
    dates = Counter(t.date for t in told if t.date)
    usual_day = max(sorted(dates), key=dates.__getitem__, default=None)
    borne_out: Counter[str] = Counter()
    for telling in told:
        sure = telling.days is not None or any(not one.is_government for one in telling.actors)
        if telling.event.place and sure:
            name = usual(telling.event.place, authority)
            sources.setdefault(name, set()).add(telling.source.origin)
            written.setdefault(name, telling.event.place)
            accounts[name] += 1
            borne_out[name] += telling.status == "happened" and telling.date == usual_day
    if not sources or (told[0].event.type not in _SAME_PLACE and accounts.total() * _SHARE < len(told)):
        return None

    def best(names: list[str]) -> str:
        return min(names, key=lambda name: (-len(sources[name]), -borne_out[name], name))

    free = [name for name in sources if not (told[0].event.mode in CUSTODIAL and CUSTODY.search(name))]
    first = best(free or list(sources))
    while is_wide(first, authority):
        at = lying_in(first, authority)[0]
        within = [name for name in sources if at in lying_in(name, authority)[1:]]
        if told[0].event.form == "visit":  # to one of many towns
            within = [name for name in within if accounts[name] * _least(name, authority) >= len(told)]
        if not within:
            break
        first = best(within)
    return first if lying_in(first, authority) else written[first]
