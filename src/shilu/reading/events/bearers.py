"""Who took part: who is named by a title alone is who bore it when the event took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.events.party import distinct
from shilu.reading.events.status import is_past
from shilu.reading.events.whose_time import bounds

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.when import Dated
    from shilu.records import Moment

_THEN = re.compile(r"当时|当年|那时")
_YEAR = len("2021")


def at_the_time(scene: Scene, found: Found, dated: Dated, day: str | None) -> tuple[tuple[One, ...], tuple[One, ...]]:
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
