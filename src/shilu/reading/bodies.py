"""The organisations of an article: which of their names are one.

外交部 is the foreign ministry that the article has named in full, else that of the country it speaks of most.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.lexicon import GOVERNING
from shilu.reading.orgs import own_outlet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shilu.knowledge import Authority
    from shilu.reading.orgs import Named
    from shilu.reading.whole import Whole

_LATIN = re.compile(r"\s?[（(]\s*([A-Z][A-Za-zÀ-ɏ&’'.\- ]{1,60}?)\s*(?:[,，、；;][^（）()\n]{0,30})?[）)]")
_OWN_NAME = (
    "大学",
    "学院",
    "研究所",
    "研究院",
    "中心",
    "公司",
    "集团",
    "基金会",
    "协会",
    "理事会",
    "银行",
    "智库",
    "报",
    "电视台",
    "周刊",
)

_PROPER_BODIES = frozenset({"世贸组织", "安理会", "奥委会", "执委会"})


class Body(NamedTuple):
    """An organisation of the article with the places where it is named and forms beside those."""

    id: str
    places: list[tuple[int, int]]
    extra: list[str]


class Bodies:
    """The organisations of one article in the making."""

    def __init__(self, whole: Whole, authority: Authority, outlet: str) -> None:
        self.whole = whole
        self.authority = authority
        self.outlet = outlet
        self.found: dict[str, Body] = {}
        self._names: dict[str, str] = {}
        """The id of each simplified name that is settled."""

    def gather(self, named: Iterable[Named]) -> list[Body]:
        """One body for the names that mean one, in the order in which they come up."""
        named = list(named)
        open_ones = [one for one in named if not self._settle(one)]
        for one in open_ones:
            self._add(self._fitting(one), one.start, one.end)
        self._own_outlet()
        self._merge_longer()
        self._add_latin()
        for body in self.found.values():
            body.places.sort()
        return sorted(self.found.values(), key=lambda body: body.places[0])

    def _settle(self, one: Named) -> bool:
        """Place a name that can mean one body only."""
        text = self.whole.plain[one.start : one.end]
        if self._is_general(text):
            return False
        ident = self._names.get(text) or self._certain(one, text)
        if ident is None:
            return False
        self._names[text] = ident
        self._add(ident, one.start, one.end)
        return True

    def _certain(self, one: Named, text: str) -> str | None:
        exact = [c.id for c in self.authority.lookup(text) if c.kind == "org"]
        if len(exact) == 1:
            return exact[0]
        country = self._country_at_start(text)
        of_country = [
            ident for ident in (*exact, *one.ids) if country and self.authority.orgs[ident].country == country
        ]
        if of_country:
            return of_country[0]
        return f"x.org.{text}" if country or not (exact or one.ids) else None

    def _is_general(self, text: str) -> bool:
        """Whether a name without a country fits the bodies of many: 国会, 外交部."""
        return len(text) <= 4 and text.endswith(("部", "院", "会", "局", "署", "府")) and text not in _PROPER_BODIES

    def _country_at_start(self, text: str) -> str | None:
        for length in range(min(len(text) - 1, 8), 1, -1):
            for candidate in self.authority.lookup(text[:length]):
                place = self.authority.places.get(candidate.id)
                if place is not None and place.country is not None:
                    return place.country
        return None

    def _fitting(self, one: Named) -> str:
        """The body that a general name means here: one named in full before, else that of the most named country."""
        text = self.whole.plain[one.start : one.end]
        full = [(name, ident) for name, ident in self._names.items() if name.endswith(text) and name != text]
        if full:
            nearest = max(full, key=lambda pair: self._last_before(pair[1], one.start))
            return nearest[1]
        ids = list(dict.fromkeys([*(c.id for c in self.authority.lookup(text) if c.kind == "org"), *one.ids]))
        counts = self._countries
        best = max(ids, key=lambda ident: counts[self.authority.orgs[ident].country or ""], default=None)
        if best is None or (len(ids) > 1 and not counts[self.authority.orgs[best].country or ""]):
            return f"x.org.{text}"
        return best

    def _last_before(self, ident: str, start: int) -> int:
        return max((place[0] for place in self.found[ident].places if place[0] <= start), default=-1)

    @property
    def _countries(self) -> Counter[str]:
        """How often each country is named."""
        counts: Counter[str] = Counter()
        for hit in self.whole.hits:
            place = self.authority.places.get(hit.candidates[0].id)
            if place is not None and place.country is not None:
                counts[place.country] += 1
        return counts

    def _own_outlet(self) -> None:
        places = own_outlet(self.whole)
        if places and self.outlet:
            known = [c.id for c in self.authority.lookup(self.outlet) if c.kind == "org"]
            ident = known[0] if known else f"x.org.{self.outlet}"
            for start, end in places:
                self._add(ident, start, end)
            self.found[ident].extra.append(self.outlet)

    def _merge_longer(self) -> None:
        """Join 德国墨卡托中国研究中心 and 墨卡托中国研究中心: a name with and without its place."""
        for ident in [i for i in self.found if i.startswith("x.org.")]:
            text = ident.removeprefix("x.org.")
            shorter = self._without_place(text)
            if shorter is None:
                continue
            other = self._names.get(shorter)
            if other is not None and other != ident and ident in self.found:
                body = self.found.pop(ident)
                self.found[other].places.extend(body.places)
            elif shorter.endswith(_OWN_NAME) and shorter not in GOVERNING and len(shorter) >= 4:
                self.found[ident].extra.append(shorter)

    def _without_place(self, text: str) -> str | None:
        for length in range(min(len(text) - 2, 6), 1, -1):
            if any(candidate.kind == "place" for candidate in self.authority.lookup(text[:length])):
                return text[length:]
        return None

    def _add_latin(self) -> None:
        """Latin forms in brackets right behind a name, and the places where these stand alone: （DHS）."""
        plain = self.whole.plain
        for body in self.found.values():
            for _, end in list(body.places):
                match = _LATIN.match(plain, end)
                if match and match[1] not in body.extra:
                    body.extra.append(match[1])
            for start, end in body.places:
                if plain[end - 1] in "》」":  # 香港《南华早报》
                    body.extra.append(self.whole.text[start:end].rstrip("》」").replace("「", "《").rpartition("《")[2])
        owners = {latin: body for body in self.found.values() for latin in body.extra}
        for ident in [i for i in self.found if i.removeprefix("x.org.") in owners]:
            owner = owners[ident.removeprefix("x.org.")]
            if owner.id != ident:
                owner.places.extend(self.found.pop(ident).places)

    def _add(self, ident: str, start: int, end: int) -> None:
        self.found.setdefault(ident, Body(ident, [], [])).places.append((start, end))
