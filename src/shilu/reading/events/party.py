"""Who may take part in an event, and how it is known."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from shilu.reading.compounds import states_here
from shilu.reading.events.lexicon import abbreviated_states
from shilu.records import Party
from shilu.text.script import simplify
from shilu.wording import FIRM_KINDS, FIRM_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shilu.knowledge.authority import Authority
    from shilu.knowledge.matcher import Match
    from shilu.knowledge.schema import Place
    from shilu.reading.analysis import Analysis, Standing
    from shilu.records import Entity, EntityKind, Moment

Stance: TypeAlias = Literal["subject", "with", "to", "by", "in", "object"]
"""How a name stands to the verb behind it: 布林肯, 与王毅, 向王毅, 被王毅, 在北京, 访问北京."""


_ENVOY = re.compile(r"([^驻]{1,6}?)(?:政府|常)?驻")
OFFICIAL = re.compile(
    r"总统|总理|首相|主席|总书记|[助次]卿|部长|外长|防长|财长|国务卿|大臣|外相|防相|大使|特使|代表|顾问|议员|议长|院长|委员|司令|专员|秘书长|总干事|"
    r"国王|女王|亲王|王储|教宗|教皇|参谋|将军|省长|州长|市长|书记|司长|处长|领导人|发言人|领袖|元首|署长|局长|官员|团长|次长|喇嘛"
)
"""What officials are called."""
_LEADERS = ("head-of-state", "party-leader", "head-of-government")
_OF_STATE = frozenset(
    {"agency", "alliance", "court", "government", "international", "military", "ministry", "parliament"}
)
"""Kinds of bodies that hold power."""
_OFFICES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("外长", "外相", "外交部长", "务卿", "国务卿", "外交大臣", "外交领袖", "外交首长"), ("foreign-minister",)),
    (("防长", "国防部长", "防相", "防卫大臣", "防卫相", "国防"), ("defence-minister",)),
    (("首脑", "元首", "领导人", "领袖"), _LEADERS),
    (("总统", "主席"), ("head-of-state",)),
    (("首相", "总理"), ("head-of-government",)),
    (("财长", "财政部长"), ("finance-minister",)),
    (("国家安全顾问", "国安顾问"), ("national-security-adviser",)),
    (("最高外交官", "头号外交官", "首席外交官"), ("foreign-minister",)),
    (("二加二",), ("foreign-minister", "defence-minister")),
)
"""Titles right behind states, and the kinds of offices they mean."""
_RULING = frozenset({"o.cn.ccp"})
"""Parties by whose name some outlets call their state: 中共|驻德大使."""
_SERVES_IN = re.compile(r"驻([^，驻]{1,6}?)(?:大使|使馆|公使|代办|总领事)")
_SEATS = {"l.be.brussels": "o.eu"}
"""Cities that stand for a body which sits there, and not for their state: 布鲁塞尔|承诺."""
_OF_MANY = re.compile(r"(?:官员|高官|外交官|高层|人士|人物|同行|将领)$")
"""What many are: 中国|官员."""
_OF_STATES_ONLY = re.compile(r"外长|外相|外交|防长|国防|大使|国务委员|(?:最高|头号|首席)外交官")
"""Titles that no party gives: 中共|外长 is a minister of its state."""


class One(msgspec.Struct, frozen=True):
    """A possible party."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    """The code of the state it belongs to, or is."""
    found_by: str
    is_state: bool = False

    @property
    def party(self) -> Party:
        """As the records have it."""
        return Party(id=self.id, name=self.name, found_by=self.found_by)


class Group(msgspec.Struct, frozen=True):
    """Parties in one list (王毅、布林肯和沙利文) at a place in the row."""

    ones: tuple[One, ...]
    first: int
    """The unit at which the group's phrase begins, its modifiers with it."""
    last: int
    """The unit behind its last name."""
    stance: Stance
    start: int
    end: int
    """From its first name to its last, in the block."""
    joint: bool = False
    """Whether 与, 和 and the like stand in it."""


class Parties:
    """Makes parties out of the names of one article."""

    def __init__(self, analysis: Analysis, authority: Authority) -> None:
        self._analysis = analysis
        self._authority = authority
        self.states = _states(authority)
        self._known: dict[tuple[str, str], One | None] = {}

    def one(self, standing: Standing) -> One | None:
        """The party that a name stands for; None for media, which report and take no part."""
        key = standing.id, standing.how
        if key not in self._known:
            self._known[key] = self._found(standing)
        return self._known[key]

    def _found(self, standing: Standing) -> One | None:
        org = self._authority.orgs.get(standing.id)
        if org is not None and org.kind == "media":
            return None
        if standing.id in self.states:
            return self.state(self.country(standing), standing.how)
        place = self._authority.places.get(standing.id)
        if place is not None:
            return self._seated(place)
        if standing.how == "title" and standing.id not in self._analysis.by_id:
            return self._state_of(standing)
        if standing.kind == "place":
            return None
        return One(standing.id, standing.name, standing.kind, self.country(standing), standing.how)

    def body_in(self, match: Match, plain: str) -> tuple[str, str] | None:
        """The body, by id and name, with which a known title begins: 北约|秘书长."""
        office = self._authority.offices.get(match.candidates[0].id)
        body = self._authority.orgs.get(office.body) if office is not None and office.body else None
        title = plain[match.start : match.end]
        names = () if body is None else (body.name, *body.also)
        found = max((name for name in names if title.startswith(name)), key=len, default=None)
        return None if body is None or found is None else (body.id, found)

    def _seated(self, place: Place) -> One | None:
        """Who is meant by where he sits: the state of a capital, the Union of Brussels."""
        body = self._authority.orgs.get(_SEATS.get(place.id, ""))
        if body is not None:
            return One(body.id, body.name, "org", body.country, "metonym")
        return self.state(place.country, "metonym") if place.kind == "capital" else None

    def _state_of(self, standing: Standing) -> One | None:
        """The state behind a title whose holder the article never names."""
        person = self._authority.people.get(standing.id)
        return None if person is None else self.state(person.country, "title")

    def state(self, code: str | None, found_by: str) -> One | None:
        """The state with a code as a party."""
        ident = self._authority.country(code) if code else None
        if ident is None:
            return None
        usual = self._authority.places[ident].name
        entity = self._analysis.by_id.get(ident)
        forms = (entity.name, *entity.also) if entity else ()
        name = next((form for form in forms if simplify(form) == usual), forms[0] if forms else usual)
        return One(ident, name, "place", code, found_by, is_state=True)

    def abbreviated(self, char: str, code: str | None) -> One | None:
        """The state that one character means in this article, where it mostly means that with a code: 访|伊."""
        usual = self._authority.country(code) if code else None
        meant = usual and states_here({char: usual}, self._authority, self._analysis.by_id)[char]
        return self.state(self._authority.places[meant].country if meant else code, "abbreviation")

    def titled(self, state: One, title: str) -> tuple[One, ...]:
        """The holder of an office of a state or body where the article names him: 中俄外长 in an article on 王毅."""
        if not state.is_state:
            home = (
                self.state(state.country, "title") if _OF_STATES_ONLY.match(title) and self._is_party(state) else None
            )
            return self._bearer(state, title) or (() if home is None else self.titled(home, title) or (home,))
        kinds = next((kinds for words, kinds in _OFFICES if title.startswith(words)), ())
        day = self._analysis.day
        if state.country is None or day is None:
            return ()
        held = [one for kind in kinds for one in self._holders(kind, state.country, day)]
        if title.startswith("二加二"):
            return tuple(held)
        return tuple(held[:1]) or self._bearer(state, title)

    def _is_party(self, body: One) -> bool:
        org = self._authority.orgs.get(body.id)
        return org is not None and org.kind == "party"

    def _bearer(self, body: One, title: str) -> tuple[One, ...]:
        """The only one of whom the article says that he bears a title of a body: 国际奥委会|主席."""
        if _OF_MANY.search(title) or title.endswith("使"):
            return ()  # 中国官员 are not the one whom the article calls 最高外交官员; ambassadors are many
        name = simplify(body.name)
        bearers = [
            person
            for person in self._analysis.people
            if person.role and (role := simplify(person.role)).endswith(title) and name in role
        ]
        if len(bearers) != 1:
            return ()
        return (One(bearers[0].id, bearers[0].name, "person", body.country, "title"),)

    def _holders(self, kind: str, country: str, day: str) -> Iterator[One]:
        """Those whom the article names of who held the offices of one kind."""
        for office in self._authority.offices_of_kind(kind, country):
            holder = self._authority.holder(office, day)
            entity = self._analysis.by_id.get(holder) if holder else None
            if entity is not None:
                yield One(entity.id, entity.name, "person", country, "title")

    def as_of(self, one: One, moment: Moment) -> One:
        """Who bore the title by which a party was found, at another time: 2015年5月，美国国务卿访问中国.

        The state stands for a bearer whom the article does not name.
        """
        day = self._analysis.day
        if one.found_by != "title" or one.kind != "person" or day is None:
            return one
        then = moment.split("/")[0]
        offices = {tenure.office for tenure in self._authority.offices_of(one.id, day)}
        if not offices or offices & {tenure.office for tenure in self._authority.offices_of(one.id, then)}:
            return one
        bearers = (self._authority.holder(office, then) for office in sorted(offices))
        named = next((self._analysis.by_id[who] for who in bearers if who in self._analysis.by_id), None)
        if named is not None:
            return One(named.id, named.name, "person", one.country, "title")
        return self.state(one.country, "title") or one

    def speaker(self, name: str | None) -> One | None:
        """The party of the name by which a quotation knows its speaker: who says 我们."""
        standing = next((s for s in self._analysis.standings if s.name == name), None) if name else None
        one = None if standing is None else self.one(standing)
        return None if one is None else replace(one, found_by="pronoun")

    def states_of(self, ones: Iterable[One]) -> tuple[One, ...]:
        """The states behind parties, and the bodies that are of no state."""
        return distinct((self.state(one.country, "met") if one.country else None) or one for one in ones)

    def states_ruled_by(self, ones: Iterable[One]) -> tuple[One, ...]:
        """The parties, with the state for a party that rules it."""
        return distinct((self.state(one.country, one.found_by) or one) if one.id in _RULING else one for one in ones)

    def place_kind(self, ident: str) -> str | None:
        """The kind of a known place."""
        place = self._authority.places.get(ident)
        return None if place is None else place.kind

    def members(self, ones: Iterable[One]) -> tuple[One, ...]:
        """The parties, with the states that make up a body that is nothing but their meetings, if all are of these."""
        named = tuple(ones)
        codes = {one.country for one in named}
        found: list[One] = []
        for one in named:
            org = self._authority.orgs.get(one.id)
            joined = () if org is None else tuple(self._authority.places[ident].country for ident in org.members)
            stateless = any(each.country is None and each is not one for each in named)
            if joined and codes <= {None, *joined} and not stateless:
                found += [state for code in joined if code not in codes and (state := self.state(code, one.found_by))]
            else:
                found.append(one)
        return tuple(found)

    def is_alliance(self, one: One) -> bool:
        """Whether a party is a body of several states."""
        org = self._authority.orgs.get(one.id)
        return org is not None and org.kind in ("alliance", "international")

    def is_of_state(self, one: One) -> bool:
        """Whether a party is a body that holds power: a ministry, a court, an army, a parliament."""
        org = self._authority.orgs.get(one.id)
        return org is not None and org.kind in _OF_STATE

    def sits_at_home(self, one: One) -> bool:
        """Whether a party is a parliament or party of one state, whose sittings are its own: 出席全国人大会议."""
        org = self._authority.orgs.get(one.id)
        return org is not None and org.kind in ("parliament", "party") and not (org.country or "EU").startswith("EU")

    def leads(self, one: One) -> bool:
        """Whether somebody is head of a state or a government on the day."""
        day = self._analysis.day
        return day is not None and self._led(one, day)

    def led(self, one: One) -> bool:
        """Whether somebody was head of a state or a government, and holds no office on the day."""
        return self._led(one, None) and not self._authority.offices_of(one.id, self._analysis.day)

    def _led(self, one: One, day: str | None) -> bool:
        held = self._authority.offices_of(one.id, day)
        return any(self._authority.offices[tenure.office].kind in _LEADERS for tenure in held)

    def is_spokesman(self, one: One) -> bool:
        """Whether somebody speaks for a state or body by office, and meets nobody for it."""
        held = self._authority.offices_of(one.id, self._analysis.day)
        return any(self._authority.offices[tenure.office].kind == "spokesperson" for tenure in held)

    def is_private(self, one: One) -> bool:
        """Whether a party is a company or a school, whose business is no encounter of states."""
        org = self._authority.orgs.get(one.id)
        if org is None:
            return one.kind == "org" and simplify(one.name).endswith(FIRM_NAMES)
        return org.kind in FIRM_KINDS

    def is_official(self, one: One) -> bool:
        """Whether somebody of unknown state holds an office by what the article says of him."""
        role = self.role(one) if one.kind == "person" else None
        return role is not None and bool(OFFICIAL.search(role))

    def may_act(self, one: One) -> bool:
        """Whether a party is a state, a body, or somebody who holds or held an office."""
        return one.kind != "person" or self.holds_office(one)

    def holds_office(self, one: One) -> bool:
        """Whether somebody holds or held an office, as the authority or the article has it."""
        person = self._authority.people.get(one.id)
        return (person is not None and bool(person.offices)) or self.is_official(one)

    def holds(self, one: One, kinds: Iterable[str]) -> bool:
        """Whether somebody holds an office of one of these kinds on the day, as the authority has it."""
        if self._analysis.day is None or one.id not in self._authority.people:
            return False
        held = self._authority.offices_of(one.id, self._analysis.day)
        return any(self._authority.offices[tenure.office].kind in kinds for tenure in held)

    def in_office(self, one: One) -> bool:
        """Whether somebody holds an office on the day, as the authority has it."""
        day = self._analysis.day
        return day is not None and one.id in self._authority.people and bool(self._authority.offices_of(one.id, day))

    def role(self, one: One) -> str | None:
        """What the article says a party is, in its own script."""
        entity = self._analysis.by_id.get(one.id)
        return None if entity is None or entity.role is None else simplify(entity.role)

    def country(self, standing: Standing) -> str | None:
        """The country code of a name, where the authority or its role in the article tells."""
        entry = (
            self._authority.people.get(standing.id)
            or self._authority.orgs.get(standing.id)
            or self._authority.places.get(standing.id)
        )
        if entry is not None:
            return self._body_of(standing.id) or self._union_of(standing.id) or entry.country
        entity = self._analysis.by_id.get(standing.id)
        if entity is None:
            return None
        home = self._home_of_envoy(entity)  # 美国驻帕劳大使 is of the United States
        return home or self._country_named(entity.of) or self._country_named(entity.name[:2])

    def _union_of(self, ident: str) -> str | None:
        """The European Parliament for its members, whatever state sent them: they meet their ministers as guests."""
        entity = self._analysis.by_id.get(ident)
        role = simplify(entity.role) if entity is not None and entity.kind == "person" and entity.role else ""
        return "o.eu.parliament" if role.startswith(("欧洲议会", "欧洲议员")) else None

    def known(self, name: str) -> tuple[str, EntityKind, str] | None:
        """The body or person of a name that the authority knows, with its kind and usual name."""
        for candidate in self._authority.lookup(name):
            kind: EntityKind = "org" if candidate.id in self._authority.orgs else "person"
            if kind == "org" or candidate.id in self._authority.people:
                entity = self._analysis.by_id.get(candidate.id)
                return candidate.id, kind, entity.name if entity else name
        return None

    def _home_of_envoy(self, entity: Entity) -> str | None:
        """The state that sent an ambassador, where his role or the text names it before 驻."""
        role, of = simplify(entity.role or ""), simplify(entity.of or "")
        sent = _ENVOY.match(role)
        if sent is None and of and role.endswith("大使"):
            found = (re.search(f"(..)驻{re.escape(of)}", text.plain) for text in self._analysis.texts)
            sent = next((match for match in found if match), None)
        return self._country_named(sent[1]) if sent else None

    def host_of(self, one: One) -> str | None:
        """The state to which an envoy or a mission is sent: 中国驻德国大使, 中国驻德国大使馆."""
        return self.host_in(self.role(one) or simplify(one.name))

    def host_in(self, title: str) -> str | None:
        """The state to which a title says that somebody is sent: 中国驻罗马大使."""
        post = _SERVES_IN.search(title)
        if post is None:
            return None
        return abbreviated_states().get(post[1]) or self._country_named(post[1])

    def _body_of(self, ident: str) -> str | None:
        """The union or body of several states that somebody serves: 博雷尔 speaks for the EU, not for Spain."""
        day = self._analysis.day
        held = self._authority.offices_of(ident, day) if day and ident in self._authority.people else ()
        served = (self._authority.offices[tenure.office].of for tenure in held)
        return next((of for of in served if of in ("EU", "UN") or of.startswith("o.")), None)

    def _country_named(self, name: str | None) -> str | None:
        if not name:
            return None
        for candidate in self._authority.lookup(name):
            for table in (self._authority.places, self._authority.orgs):
                if candidate.id in table:
                    return table[candidate.id].country
        return None


@functools.lru_cache(maxsize=4)
def _states(authority: Authority) -> frozenset[str]:
    """The ids of all states."""
    return frozenset(place.id for place in authority.places.values() if place.kind == "country")


def distinct(ones: Iterable[One]) -> tuple[One, ...]:
    """The ones without repetition, the first of each kept."""
    found: dict[str, One] = {}
    for one in ones:
        found.setdefault(one.id, one)
    return tuple(found.values())


def people_first(ones: Iterable[One]) -> tuple[One, ...]:
    """Without the states and governments whose own people are named: 中国 where 王毅 stands for it."""
    those = distinct(ones)
    named = {one.country for one in those if one.kind == "person" and one.country}
    kept = tuple(one for one in those if one.kind == "person" or one.country not in named or not is_government(one))
    return kept if len(kept) >= min(2, len(those)) else those


def is_government(one: One) -> bool:
    """Whether a party is a state or speaks for one by itself."""
    return one.is_state or one.name.endswith(("政府", "當局", "当局", "国务院", "國務院", "外交部", "白宫", "白宮"))
