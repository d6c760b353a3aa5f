"""Political acts other than encounters: who condemned, sanctioned, arrested, helped whom.

Every event word is read in its frame (:mod:`.deeds`); an act counts where those who do it, or to whom it is done,
count in politics. Each of several actors acts for itself, but those who agree or co-operate act together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.reading.events.behind import DESCRIBING
from shilu.reading.events.counting import counts
from shilu.reading.events.crowds import medium_at
from shilu.reading.events.deeds import deed_of
from shilu.reading.events.found import Found
from shilu.reading.events.home import BODY, SOME_BODY
from shilu.reading.events.lexicon import DONE_TO, FORCE, OF_SPEECH, UTTERED, abbreviated_states
from shilu.reading.events.mood import is_said_with
from shilu.reading.events.party import distinct, is_government
from shilu.reading.events.told import countries_of
from shilu.reading.events.walk import CAUSES
from shilu.text.script import simplify
from shilu.wording import CROWDS, CUSTODIAL, NATIONALS, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from shilu.knowledge.authority import Authority
    from shilu.reading.events.deed import Deed
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit

_CONSENTS = re.compile(r"同意|批准|首肯")
_CONSENTED = FORCE | {"AID", "CONCEDE", "RETREAT"}
_PRONOUN = re.compile(r"[他她两双三四]|彼此|二人")
_SAYS = re.compile(r"说|称|表示|指|认为|强调|直言|告诉|认定|回应|重申|写道|坦言|补充|表明")
_DONE = DONE_TO | {"ACCUSE"}
_TOLD_OF = _DONE | {"REJECT", "REQUEST"}
_PASSIVE = re.compile(r"[被遭]|获刑|受审|落网")
_BY_COURTS = CUSTODIAL | {"investigate", "deport"}
"""Modes of acts that are done to those in power only where they are named with them."""
_TO_PEOPLE = CUSTODIAL | frozenset({"beat", "torture", "sexual", "execute", "assassinate"})
"""Modes of what is done to people, and to bodies without power."""
_OF_POWER = re.compile(rf"(?:{BODY.pattern})|(?:[海陆空]军|部队|委员会|[部局厅署处院])$")
"""What ends the names of bodies of a state."""
_TAKEN_BACK = re.compile(r"(?<![即拟必])将(?:[其该]?国?|自己的)?驻[^，]{1,12}(?:大使|公使|代表|使节|外交官)$")
_FORBIDS = re.compile(r"[全面]*禁|限制|不准")
_NO_DEED = re.compile(
    r"[\d一二三四五六七八九十百]+周年|，?或(?:跟进|者)?|[^，。并后就对]{0,40}的(?:议案|动议|提案|决议案?)(?:进行|展开|举行)(?:辩论|审议|讨论|表决)|等?(?:议题|话题|课题)|是[^，。]{0,28}(?:前提|条件)|(?<=被判)[定断]|(?<=被关)[闭停门注]|(?<=被押)[解送往回]|(?<=被扣)[发分款减除薪钱]|"
    r"(?:(?<=加入)|(?<=列入)|(?<=纳入))[^，。；]{0,12}[名清]单的(?:过程|做法|决定|理由|原因)|(?<=欢迎)的|[^，。；]{0,8}的可能|(?<=反对)(?:声[音浪]|派|意见|票|者|力量)|(?<=献花)[篮圈]|(?:(?<=抵制)|(?<=制裁))[^，。；]{0,24}的(?:呼声|呼吁|声浪)|"
    r"(?:(?<=认同)|(?<=赞同))[^，。；]{0,24}(?:的(?:说法|看法|观点|指控|评价|判断|意见)|是)|"
    r"(?<=抗议)(?:最|第[\d一二三四五六七八九十]|进入|已[有致造]|造成|致\d)|(?<=打压)[^，。；]{0,4}(?:信心|股价|市场|价格|需求|汇率|油价|通胀)|"
    r"(?<=援助)(?:议案|法案|草案|提案)|(?<=突袭)(?:改革|修|式|通过)|(?<=调查)(?:显示|发现|结果)|"
    r"(?<=回应)[^，。；]{0,14}(?:置评|采访|查询)|(?<=拒绝)[^，。；]{0,14}(?:评论|置评|受访|采访)"
)
"""Behind deeds of which nobody says who did which (制裁|或谴责), and those only talked about
(撤军|等议题; 就谴责|中国的议案进行辩论; 被捕|四周年; 认同|他是杀手的说法)."""
_CONCERN = re.compile(r"(?:担忧|忧虑|关切|担心|疑虑)$")
_FOR_THEM = re.compile(
    r"(?:安全|处境|安危|健康|命运|遭遇|福祉|伤亡|事故|空难|海难|[地强]震|灾[情害]|水灾|火灾|车祸)的?(?:深切|深表|严重|强烈|极度|高度|深感|表示|表达)*$"
)
"""Before a concern that is for somebody, not about what he does: 表达对台湾安全的|担忧, 对伤亡事故|高度关切."""
_POST = re.compile(r"驻([^，。驻]{1,10}?)(?:的)?(?:大使|公使|代办|使节)")
_AS_ONE = re.compile(r"(?:联合|共同)(?:发表|发布)?(?:声明|公报|宣言|新闻稿|文告)|异口同声|同声|齐声")
_DRILL = re.compile(r"军演|演习|演练|演训")
_TAKES_PART = frozenset({"参加", "参与", "加入", "领导", "主导", "牵头"})
_OF_SEVERAL = re.compile(r"[两三四五六七八九十多]国|联合|联手|多边")
_EACH = re.compile(r"分别|各自|相继|同时")
_MOST = 8
"""Lists of more actors than this are taken for one."""


def acts(scene: Scene, authority: Authority) -> list[Found]:
    """The acts that one sentence tells."""
    if not _may_tell(scene):
        return []
    found: list[Found] = []
    for k, unit in enumerate(scene.units):
        if unit.cue is None or not _is_word(scene, unit) or _is_no_deed(scene, unit):
            continue
        for sense in unit.cue.senses:
            if sense.type == "CONSULT" or (sense.when and not is_said_with(scene, k, sense)):
                continue
            deed = deed_of(scene, k, sense)
            made = [] if deed is None else list(_made(scene, k, sense, deed, authority))
            found += [one for one in made if not _is_told(one, found)]
            if made:
                break
    return [one for one in found if not (_only_leads_on(scene, one, found) or _is_called_for(scene, one, found))]


def _is_no_deed(scene: Scene, unit: Unit) -> bool:
    """Whether what stands beside a word shows that it tells no deed."""
    plain = scene.text.plain
    concerned = _CONCERN.search(unit.text) and _FOR_THEM.search(plain, scene.sentence.start, unit.start)
    return bool(concerned) or _NO_DEED.match(plain, unit.end) is not None


def _only_leads_on(scene: Scene, one: Found, found: list[Found]) -> bool:
    """Whether somebody agrees to, or orders, nothing but what he does himself: 欧盟同意|制裁中国, 下令|驱逐两人."""
    word = scene.units[one.at].text
    if word == "下令":
        return any(other.at == one.at + 1 and other.type in FORCE and other.actors == one.actors for other in found)
    consents = one.type == "AGREE" and _CONSENTS.search(word)
    if not consents or len(one.actors) > 1 or one.recipients:
        return False
    clause = scene.clause_number(one.at)
    return any(
        other.at > one.at
        and other.type in _CONSENTED
        and other.actors == one.actors
        and scene.clause_number(other.at) == clause
        for other in found
    )


def _is_called_for(scene: Scene, one: Found, found: list[Found]) -> bool:
    """Whether people are only called on to protest: 他呼吁|民众走上街头."""
    clause = scene.clause_number(one.at)
    asked = (other for other in found if other.type == "REQUEST" and other.at < one.at)
    return _is_march(one, CROWDS | {NATIONALS}) and any(scene.clause_number(other.at) == clause for other in asked)


def _is_told(one: Found, found: list[Found]) -> bool:
    """Whether the sentence has told the protest of people without a name: 民众集会，|抗议…."""
    return _is_march(one, CROWDS) and any(other.type == "PROTEST" for other in found)


def _is_march(one: Found, of: Container[str | None]) -> bool:
    """Whether it is a protest of those alone who were found in one of these ways."""
    return one.type == "PROTEST" and all(actor.found_by in of for actor in one.actors)


def _may_tell(scene: Scene) -> bool:
    """Whether an act may be told, seen before the row of units is made: that is what costs time."""
    start, end = scene.sentence.start, scene.sentence.end
    standing = {one.id for one in scene.standings}
    several = len(standing) > 1 or _PRONOUN.search(scene.text.plain, start, end) is not None
    if not standing and not several:
        return _of_home(scene) or any(
            sense.type == "PROTEST" or (sense.type in UTTERED and not sense.asks)
            for cue in scene.cues
            for sense in cue.senses
        )
    says = _SAYS.search(scene.text.plain, start, end) or (scene.text.block == TITLE and "：" in scene.text.plain)
    return any(
        sense.type != "CONSULT"
        and (several or sense.asks != "both")
        and (says or sense.frame not in OF_SPEECH)
        and (not sense.when or re.search(sense.when, scene.text.plain[start:end]))
        for cue in scene.cues
        for sense in cue.senses
    )


def _of_home(scene: Scene) -> bool:
    """Whether bodies of a state act that need no name: 警方, 被捕."""
    start, end = scene.sentence.start, scene.sentence.end
    return (
        any(sense.type in _DONE for cue in scene.cues for sense in cue.senses)
        and (_PASSIVE.search(scene.text.plain, start, end) or SOME_BODY.search(scene.text.plain, start, end))
        is not None
    )


def _is_word(scene: Scene, unit: Unit) -> bool:
    """Whether the tagger cuts a word where this one begins, or holds it within one: not so in 12号|召开.

    Where it cuts too late (发文痛|批中共), the word must end where one ends. Behind a time one begins: 周一|起诉.
    """
    begun = False
    for token in scene.sentence.tokens:
        if begun:
            return unit.end in (token.start, token.end)
        if token.end > unit.start:
            if token.start == unit.start or (token.start < unit.start and unit.end <= token.end):
                return True
            if any(time.end == unit.start for time in scene.times):
                return True
            begun = True
    return False


def _is_elsewhere(scene: Scene, k: int, one: One) -> bool:
    """Whether somebody in office is only named in another clause: it is not he who is arrested, 被判刑四年."""
    if one.kind != "person" or not scene.parties.in_office(one):
        return False
    first, last = scene.clauses[scene.clause_number(k)]
    return all(one.id != other.id for group in scene.groups_in(first, last) for other in group.ones)


def _is_only_near(scene: Scene, sense: Sense, one: One, actors: tuple[One, ...]) -> bool:
    """Whether it is rather done to somebody of a party, whom nothing names: 敦促|美国公民, 军方一名上校|被捕."""
    if sense.mode in _TO_PEOPLE and _is_public(scene, one):
        return True
    doer = actors[0]
    of_state = sense.type in FORCE or scene.parties.in_office(doer) or scene.parties.is_of_state(doer)
    return one.is_state and of_state and doer.country == one.country


def _is_public(scene: Scene, one: One) -> bool:
    """Whether a party is a body of a state, which nobody arrests or beats: 海军上校|被捕.

    A state right there is that of its people (拘留韩国的渔民), one that a clause before lends is not.
    """
    if one.kind == "person" or one.is_state:
        return one.is_state and one.found_by == "clause"
    return is_government(one) or scene.parties.is_of_state(one) or _OF_POWER.search(simplify(one.name)) is not None


def _made(scene: Scene, k: int, sense: Sense, deed: Deed, authority: Authority) -> Iterator[Found]:
    if sense.type == "MOBILIZE" and _is_joint_drill(scene, k, deed):
        sense = replace(sense, type="COOPERATE", mode=None, asks="nothing")
    mutual = deed.rule.startswith("mutual")
    start = min(scene.units[k].start, deed.start if deed.start is not None else scene.units[k].start)
    end = max(scene.units[k].end, deed.end)
    doing = _speaking(scene, deed.actors)
    together = sense.type in TOGETHER or len(doing) > _MOST
    for actors in [doing] if together else [(one,) for one in doing]:
        ids = {one.id for one in actors}
        others = deed.actors if mutual else deed.recipients or _named_by_word(scene, sense)
        mood = deed.mood
        if sense.mode == "withdraw" and (sent := _sent_to(scene, k)):
            others = sent
            mood = "happened" if _is_taken_back(scene, k) else mood
        own = {one.country for one in actors if one.country and is_government(one)}
        recipients = tuple(
            one
            for one in others
            if one.id not in ids
            and one.found_by not in CROWDS
            and not (one.is_state and one.country in own)
            and not (one.found_by == "region" and one.country in countries_of(actors))
            and not (sense.mode in _BY_COURTS and _is_elsewhere(scene, k, one))
        )
        nobody = _is_own_state(actors, others) or (sense.type == "SANCTION" and not others)
        if nobody and _FORBIDS.match(scene.units[k].text):
            recipients = _beyond(scene, k, actors)
        if not others and sense.type in _TOLD_OF and (medium := medium_at(scene, k)) is not None:
            recipients = (medium,)
        if sense.type in ("ACCUSE", "REJECT", "THREATEN") and not mutual:
            recipients = tuple(one for one in recipients if not _speak_as_one(scene, k, actors, one))
        made = deed._replace(actors=actors, recipients=recipients)
        if sense.type == "REJECT" and _is_own_state(actors, recipients):
            continue  # 发言人说，他们抹黑|中国: it is not his state that he rejects
        on_itself = sense.type == "SANCTION" and _is_own_state(actors, recipients or others)
        if on_itself and (_is_in_cause(scene, k, deed) or _is_of_another(scene, k, actors)):
            continue  # 西方因中国镇压人权|对中国实施制裁: nobody is named who did it
        if actors and counts(scene, sense, made, authority):
            recipients = tuple(one for one in recipients if not _is_only_near(scene, sense, one, actors))
            yield Found(
                sense.type,
                None,
                sense.mode,
                actors,
                recipients,
                deed.rule,
                k,
                k + 1,
                start,
                end,
                status=None if mood == "told" else mood,
                claimed_by=deed.claimed_by,
                aside=deed.aside,
            )


def _speak_as_one(scene: Scene, k: int, actors: tuple[One, ...], one: One) -> bool:
    """Whether somebody says it together with those who do: 王毅和拉夫罗夫发表联合声明，指干涉内政不可接受."""
    stated = _AS_ONE.search(scene.text.plain, scene.sentence.start, scene.sentence.end)
    if stated is None:
        return False
    speaking = [group for group in scene.groups if group.last <= k and group.stance in ("subject", "with")]
    authors = {other.id for group in speaking if group.end <= stated.start() for other in group.ones}
    # 发表联合声明，|中国|谴责日本: another speaks in between
    alone = all(authors.issuperset(other.id for other in group.ones) for group in speaking)
    return alone and one.id in authors and any(actor.id in authors for actor in actors)


def _is_joint_drill(scene: Scene, k: int, deed: Deed) -> bool:
    """Whether several states hold one drill, 美国和韩国|举行军事演习, 法国|领导五国军演, but not 分别举行."""
    first, last = scene.clauses[scene.clause_number(k)]
    drill = _DRILL.search(scene.units[k].text)
    held = drill or scene.units[k].text in _TAKES_PART
    if not held or _EACH.search(scene.plain(first, k)):
        return False
    several = len({one.country for one in deed.actors}) > 1
    return several or (drill is None and _OF_SEVERAL.search(scene.plain(k, last)) is not None)


def _sent_to(scene: Scene, k: int) -> tuple[One, ...]:
    """To which states ambassadors were sent who are called back: 召回|驻美国和澳大利亚大使, 召回|驻华大使."""
    first, last = scene.clauses[scene.clause_number(k)]
    clause = scene.units[first].start, scene.units[last - 1].end
    post = _POST.search(scene.text.plain, *clause)
    if post is None:
        return ()
    codes = [
        scene.parties.country(s) for s in scene.standings if post.start(1) <= s.start and s.end <= post.end(1)
    ] or [abbreviated_states().get(char) for char in post[1]]
    return distinct(one for code in codes if (one := scene.parties.state(code, "name")) is not None)


def _is_taken_back(scene: Scene, k: int) -> bool:
    """Whether 将 only leads to whom somebody calls back, and says nothing of the future: 今天将|驻美大使|召回."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return _TAKEN_BACK.search(scene.plain(first, k)) is not None


def _is_own_state(actors: tuple[One, ...], recipients: tuple[One, ...]) -> bool:
    """Whether somebody is only told to do it to the state that he is of."""
    own = countries_of(actors)
    return bool(own and recipients) and all(one.is_state and one.country in own for one in recipients)


def _beyond(scene: Scene, k: int, actors: tuple[One, ...]) -> tuple[One, ...]:
    """Whom is meant where somebody forbids his own or nobody: 众议院|禁止|美国从中国进口, 禁止|公司使用华为设备."""
    own = countries_of(actors)
    behind = scene.units[k + 1 : scene.clauses[scene.clause_number(k)][1]]
    if any(unit.cue is not None and unit.cue.is_encounter for unit in behind):
        return ()  # 禁止|美国官员访问台湾
    named = (
        unit for i, unit in enumerate(behind) if unit.letter in "SO" and not (i and behind[i - 1].text in DESCRIBING)
    )
    ones = (scene.parties.one(unit.standings[0]) for unit in named)
    return next(((one,) for one in ones if one is not None and one.country not in {None, *own}), ())


def _is_in_cause(scene: Scene, k: int, deed: Deed) -> bool:
    """Whether those who are taken to do it stand behind 因."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return any(unit.text in CAUSES and unit.end <= (deed.start or 0) for unit in scene.units[first:k])


def _is_of_another(scene: Scene, k: int, actors: tuple[One, ...]) -> bool:
    """Whether a clause is on what somebody of another state does: 对|英国|对华实施制裁|表示抗议."""
    first, _ = scene.clauses[scene.clause_number(k)]
    group = next((group for group in scene.groups_in(first, k) if group.first == first + 1), None)
    other = group is not None and countries_of(group.ones).isdisjoint(countries_of(actors))
    return other and scene.letters[first] == "t"


def _speaking(scene: Scene, actors: tuple[One, ...]) -> tuple[One, ...]:
    """The states where ministers of several are only told by their titles: 中俄外长|谴责 is an act of both states."""
    titled = len(actors) > 1 and all(one.kind == "person" and one.found_by == "title" for one in actors)
    return scene.parties.states_of(actors) if titled and len({one.country for one in actors}) > 1 else actors


def _named_by_word(scene: Scene, sense: Sense) -> tuple[One, ...]:
    """The state that the word itself names: 扰台."""
    state = scene.parties.state(sense.country, "abbreviation") if sense.country else None
    return () if state is None else (state,)
