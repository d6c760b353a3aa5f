"""The organisations of an article: which of their names are one.

外交部 is the foreign ministry that the article has named in full, else that of the country it speaks of most.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from shilu.knowledge.schema import Place
from shilu.reading.countries import countries
from shilu.reading.lexicon import GOVERNING, OWN_NAME_ENDINGS
from shilu.reading.orgs import LOCAL, own_outlet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge import Authority
    from shilu.reading.orgs import Named
    from shilu.reading.whole import Whole
    from shilu.records import Article

_LATIN = re.compile(r"\s?[（(]\s*([A-Z][A-Za-zÀ-ɏ&’'.\- ]{1,60}?)\s*(?:[,，、；;][^（）()\n]{0,30})?[）)]")
_SHORT_FORM = re.compile(r"[（(](?:以?下?简?称(?:为)?)?[“「『\"]?([一-鿿]{2,6})[”」』\"]?[）)]")
_OF_STATES = frozenset({"ministry", "government", "parliament", "court", "agency", "military"})
_COMPANY = re.compile(r"(?:公司|集团)$")
_PROPER_BODIES = frozenset({"世贸组织", "安理会", "奥委会", "执委会"})


class Body(NamedTuple):
    """An organisation of the article with the places where it is named and forms beside those."""

    id: str
    places: list[tuple[int, int]]
    extra: list[str]


class Bodies:
    """The organisations of one article in the making."""

    def __init__(self, whole: Whole, authority: Authority, article: Article) -> None:
        self.whole = whole
        self.authority = authority
        self.article = article
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
        self._join_abbreviations()
        self._add_forms()
        self._drop_photo_credits()
        for body in self.found.values():
            body.places.sort()
        return [*sorted(self.found.values(), key=lambda body: body.places[0]), *self._agencies()]

    def _settle(self, one: Named) -> bool:
        """Place a name that can mean one body only."""
        text = self.whole.plain[one.start : one.end]
        if self._is_general(text) and not self._country_at_start(text):
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
        local = LOCAL.match(text)
        if local and not exact and self.authority.lookup(text[local.end() :]):
            return f"x.org.{text}"
        country = self._country_at_start(text)
        of_country = [
            ident for ident in (*exact, *one.ids) if country and self.authority.orgs[ident].country == country
        ]
        if of_country:
            return of_country[0]
        if country or not (exact or one.ids):
            return self._without_kind(text) or f"x.org.{text}"
        return None

    def _without_kind(self, text: str) -> str | None:
        """The company that a name means which only says that it is one: GM公司."""
        bare = _COMPANY.sub("", text)
        ids = {c.id for c in self.authority.lookup(bare) if c.kind == "org"} if bare != text else set()
        return ids.pop() if len(ids) == 1 else None

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
        at_home = [ident for ident in ids if self._home and self.authority.orgs[ident].country == self._home]
        if len(at_home) == 1 and self._is_general(text):
            return at_home[0]
        counts = self._countries + self._near(one.start)
        if self._is_general(text):
            ids += [ident for ident in self._of_countries(text) if ident not in ids]
        best = max(ids, key=lambda ident: counts[self.authority.orgs[ident].country or ""], default=None)
        if best is None or (len(ids) > 1 and not counts[self.authority.orgs[best].country or ""]):
            return f"x.org.{text}"
        return best

    def _of_countries(self, text: str) -> Iterator[str]:
        """The bodies that the countries of the article have under their own names: 法国国会 for 国会."""
        for code in self._countries:
            country = self.authority.country(code)
            for name in self.authority.names_of(country) if country else ():
                yield from (c.id for c in self.authority.lookup(name + text) if c.kind == "org")

    def _near(self, at: int) -> Counter[str]:
        """How often the paragraph of a place names each country, a body of it or who holds an office of it."""
        start = self.whole.plain.rfind("\n", 0, at) + 1
        end = self.whole.plain.find("\n", at)
        counts: Counter[str] = Counter()
        for hit in self.whole.hits:
            if hit.start >= start and (end < 0 or hit.end <= end):
                first = hit.candidates[0].id
                counts.update(self._served_by(first))
                entry = self.authority.places.get(first) or self.authority.orgs.get(first)
                of_state = isinstance(entry, Place) or (entry is not None and entry.kind in _OF_STATES)
                if entry is not None and entry.country and of_state and len({c.id for c in hit.candidates}) == 1:
                    counts[entry.country] += 1
        return counts

    def _served_by(self, person: str) -> set[str]:
        """The countries in whose offices somebody is on the day of the article."""
        held = self.authority.offices_of(person, self.article.published and self.article.published[: len("2021-03-01")])
        return {self.authority.offices[tenure.office].of for tenure in held}

    @functools.cached_property
    def _countries(self) -> Counter[str]:
        counts = countries(self.whole, self.authority)
        for body in self.found.values():
            org = self.authority.orgs.get(body.id)
            if org is not None and org.country and org.kind in _OF_STATES:
                counts[org.country] += len(body.places)
        return counts

    @functools.cached_property
    def _home(self) -> str | None:
        """The country of the outlet where the article was written there: an agency in Taipei calls its own 外交部."""
        outlets = (self.authority.orgs.get(c.id) for c in self.authority.lookup(self.article.outlet))
        home = next((org.country for org in outlets if org is not None and org.country), None)
        dateline = self.article.dateline.place if self.article.dateline else None
        places = (self.authority.places.get(c.id) for c in self.authority.lookup(dateline or ""))
        return home if home and any(place is not None and place.country == home for place in places) else None

    def _last_before(self, ident: str, start: int) -> int:
        return max((place[0] for place in self.found[ident].places if place[0] <= start), default=-1)

    def _own_outlet(self) -> None:
        places = own_outlet(self.whole)
        if places and self.article.outlet:
            known = [c.id for c in self.authority.lookup(self.article.outlet) if c.kind == "org"]
            ident = known[0] if known else f"x.org.{self.article.outlet}"
            for start, end in places:
                self._add(ident, start, end)
            self.found[ident].extra.append(self.article.outlet)

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
                # 山东省济南市法院 → 济南市法院 → 法院: who was joined is asked for no more.
                self._names |= {name: other for name, owner in self._names.items() if owner == ident}
            elif shorter.endswith(OWN_NAME_ENDINGS) and shorter not in GOVERNING and len(shorter) >= 4:
                self.found[ident].extra.append(shorter)

    def _join_abbreviations(self) -> None:
        """Join what a bracket gives as the short form of a body: 香港电台（港台）, 国际电信联盟（下称“国际电联”）."""
        plain = self.whole.plain
        short: dict[str, str] = {}
        for body in self.found.values():
            for start, end in body.places:
                match = _SHORT_FORM.match(plain, end)
                if match and _shortens(match[1], plain[start:end]):
                    short.setdefault(match[1], body.id)
        taken = {start for body in self.found.values() for start, _ in body.places}
        for form, ident in short.items():
            other = self.found.get(f"x.org.{form}")
            if other is not None and other.id != ident:
                self.found[ident].places.extend(self.found.pop(other.id).places)
            self.found[ident].places.extend(
                (start, start + len(form))
                for start in self.whole.occurrences(form)
                if start not in taken and self.whole.aligned(start, start + len(form))
            )

    def _without_place(self, text: str) -> str | None:
        for length in range(min(len(text) - 2, 6), 1, -1):
            if any(candidate.kind == "place" for candidate in self.authority.lookup(text[:length])):
                return text[length:]
        return None

    def _agencies(self) -> list[Body]:
        """The wire services the article draws on that it does not name in its text."""
        missing = [a for a in self.article.agencies if not self.found.keys() & {*self._ids(a), f"x.org.{a}"}]
        return [Body((self._ids(agency) or [f"x.org.{agency}"])[0], [], [agency]) for agency in missing]

    def _ids(self, name: str) -> list[str]:
        return [candidate.id for candidate in self.authority.lookup(name) if candidate.kind == "org"]

    def _drop_photo_credits(self) -> None:
        """Leave out media that are named in captions alone: they made the picture."""
        captions = self.whole.captions
        for ident, body in list(self.found.items()):
            org = self.authority.orgs.get(ident)
            if org is not None and org.kind == "media" and all(captions[start] for start, _ in body.places):
                del self.found[ident]

    def _add_forms(self) -> None:
        """Add what else the article calls a body: Latin forms in brackets, and its name without what leads to it."""
        plain = self.whole.plain
        for body in self.found.values():
            for _, end in list(body.places):
                match = _LATIN.match(plain, end)
                if match and match[1] not in body.extra:
                    body.extra.append(match[1])
            for start, end in body.places:
                body.extra.extend(self._bare(body.id, start, end))
        owners = {latin: body for body in self.found.values() for latin in body.extra}
        for ident in list(self.found):
            name = ident.removeprefix("x.org.")
            owner = owners.get(name) or owners.get(_COMPANY.sub("", name))
            if owner is not None and owner.id != ident and owner.id in self.found:
                owner.places.extend(self.found.pop(ident).places)

    def _bare(self, ident: str, start: int, end: int) -> list[str]:
        """The shorter name in a longer one: 新华社 in 官媒新华社, 南华早报 in 香港《南华早报》."""
        text = self.whole.text[start:end]
        if text[-1] in "》」":
            return [re.split("[《「]", text)[-1].rstrip("》」")]
        for cut in range(1, len(text) - 1):
            if ident in self._ids(text[cut:]):
                return [text[cut:]]
        return []

    def _add(self, ident: str, start: int, end: int) -> None:
        self.found.setdefault(ident, Body(ident, [], [])).places.append((start, end))


def _shortens(form: str, name: str) -> bool:
    """Whether a form is made of some characters of a name in their order."""
    rest = iter(name)
    return len(form) < len(name) and all(char in rest for char in form)
