"""Deeds that somebody accuses another of: 日本|指责|中国扣押渔船."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shilu.reading.events.around import around

if TYPE_CHECKING:
    from shilu.reading.events.cast import Around
    from shilu.reading.events.deed import Deed
    from shilu.reading.events.scene import Scene


def claimed(scene: Scene, deed: Deed, who: Around) -> Deed:
    """The deed as the object of a verb before, which has not the time of that verb: 今天|谴责|中国制裁美国."""
    return deed._replace(claimed_by=_accuser(scene, who), aside=True)


def _accuser(scene: Scene, who: Around) -> str | None:
    """Who accuses the subject of it: 日本|指责|中国扣押渔船."""
    if who.under is None or not scene.units[who.under].tells(("ACCUSE",)):
        return None
    accusers = around(scene, who.under).subjects
    return accusers[0].name if accusers else None
