"""Whether an act counts: whether those who do it, and those to whom it is done, make it political."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.events.lexicon import OF_SPEECH, UTTERED
from shilu.reading.events.weight import POLITICAL, PUBLIC, weight
from shilu.wording import CROWDS, MEDIUM, NATIONALS, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.knowledge.authority import Authority
    from shilu.reading.events.deed import Deed
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

_PLACED = frozenset({"REQUEST", "MOBILIZE"})
"""Types that count where only a place that is no party is named: 军机飞入|台湾西南空域."""


def counts(scene: Scene, sense: Sense, deed: Deed, authority: Authority) -> bool:
    """Whether those who do it, and those to whom it is done, make it a political act."""
    drill = (sense.type, sense.asks) == ("COOPERATE", "nothing")  # 法国|领导五国军演: with whom need not be named
    if sense.type in TOGETHER and sense.asks != "deed" and not drill:
        sides = (*deed.actors, *deed.recipients)
        political = sum(weight(one, scene.parties, authority) == POLITICAL for one in sides)
        with_a_firm = political == 1 and sense.type == "AGREE" and any(scene.parties.is_private(one) for one in sides)
        return political > 1 or with_a_firm
    if _is_vague(sense, deed) or not _has_what_it_asks(sense, deed) or not _is_of_crowds(sense, deed):
        return False
    doing = _most(scene, deed.actors, authority)
    done_to = _most(scene, deed.recipients, authority)
    if sense.frame in OF_SPEECH and (known := _is_said_by_somebody(sense, deed, doing, done_to)) is not None:
        return known
    if sense.asks == "ask" and done_to != POLITICAL:
        lent = any(one.found_by == "clause" for one in deed.actors)
        return (
            doing == POLITICAL
            and (not lent or bool(deed.recipients))
            and (deed.clause or deed.placed or bool(deed.recipients))
        )
    if sense.asks in ("both", "hope"):
        return doing == POLITICAL and (done_to == POLITICAL or (deed.placed and sense.type in _PLACED))
    return doing == POLITICAL or (doing == PUBLIC and (done_to == POLITICAL or _speaks_out(sense, deed)))


def _is_said_by_somebody(sense: Sense, deed: Deed, doing: int, done_to: int) -> bool | None:
    """Whether what is said of others counts: of nobody named, or by a public voice with a name; None: as other acts."""
    if sense.frame == "charge" and doing == POLITICAL and not deed.recipients:
        return True
    if doing == PUBLIC and done_to == POLITICAL:
        return all(one.found_by not in CROWDS for one in deed.actors)
    return None


def _speaks_out(sense: Sense, deed: Deed) -> bool:
    """Whether it counts whoever is meant: marches, words, and boycotts by the people of a state, or of a region."""
    if (sense.type, sense.mode) == ("SANCTION", "discontinue"):
        return deed.placed or all(one.found_by == NATIONALS for one in deed.actors)
    words = sense.type in UTTERED and sense.mode != "investigate" and not sense.asks and sense.frame != "verdict"
    return sense.type == "PROTEST" or words


def _is_vague(sense: Sense, deed: Deed) -> bool:
    """Whether only a state is there for what its people, or somebody in a clause before, may have done."""
    if sense.type == "PROTEST" and all(one.is_state and one.found_by != NATIONALS for one in deed.actors):
        return True  # a city where many march
    if deed.rule == "taken.v1" or sense.asks == "to":
        return False  # 美国宣布，将十家企业|列入黑名单, 对十家企业|实施制裁
    alone = len(deed.actors) == 1  # 美日韩安全会谈　|同意向朝鲜施压
    return not deed.recipients and alone and deed.actors[0].is_state and deed.actors[0].found_by == "clause"


def _is_of_crowds(sense: Sense, deed: Deed) -> bool:
    """Whether those who do it could do it: crowds speak, march and boycott, media only speak."""
    if all(one.found_by not in CROWDS for one in deed.actors):
        return True
    speaks = sense.type in UTTERED and sense.mode != "investigate"
    return speaks or (sense.type in ("PROTEST", "SANCTION") and all(one.found_by != MEDIUM for one in deed.actors))


def _has_what_it_asks(sense: Sense, deed: Deed) -> bool:
    codes = {one.country for one in deed.actors}
    return {
        "hope": deed.clause and any(one.country not in codes for one in deed.recipients),
        "deed": deed.clause and not deed.recipients,
        "recipient": bool(deed.recipients) or deed.rule.startswith(("suffered", "noun")),
        "warning": deed.barred,
    }.get(sense.asks, True)


def _most(scene: Scene, ones: Iterable[One], authority: Authority) -> int:
    """The most that any of them counts; the people of a state count as the public does."""
    return max(
        (PUBLIC if one.found_by == NATIONALS else weight(one, scene.parties, authority) for one in ones), default=0
    )
