"""Those around the word that tells an act: its subject, those beside it, and the verbs that lead to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.analysis import TITLE
from shilu.reading.events.cast import Around
from shilu.reading.events.doers import ONE_OF, PEOPLE
from shilu.reading.events.home import SOME_BODY
from shilu.reading.events.lexicon import IN_WORDS
from shilu.reading.events.subjects import RELATIVE, is_thing
from shilu.reading.events.walk import ANNOUNCES, CAUSES, Walk
from shilu.wording import CROWDS, MEDIUM, NATIONALS

if TYPE_CHECKING:
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit


_ASKED = re.compile(r"要求|呼吁|敦促|促请|希望|期[望待]|邀请|请求?$|建议|警告|号召")
_SPEAKS = frozenset({"REQUEST", "ACCUSE", "SUPPORT"})
"""Types of acts whose verbs show that their subject speaks: 美国|呼吁."""
_BLAMED = re.compile(r"谴责|指责|批评|指控|控诉|抨击")
_BLAMED_FORCE = frozenset({"COERCE", "ASSAULT"})
_ALSO = frozenset({"并", "也", "还", "又", "并且", "同时", "更"})
_SPOKE = re.compile(r"[aTn]{0,4}r")
"""Behind somebody who speaks: 博雷利|周三指出."""
_WRITES = re.compile(r"社评|社论|评论|发文|撰文")
"""What a paper says in its own name: 发表社论，|批评…."""
_OTHERS = re.compile(
    r"(?:组织|团体|协会|学会|机构|智库|公司|企业|大学|媒体|报纸|[官外港台党]媒|专家|学者|律师|人士|分析师|研究员|作家|教授|记者|艺人)$"
)
_WHERE = re.compile(r"[门大]?(?:外面?|内部?|门?前|门口|附近|一带|境内)(?![交长相务国部媒方资天日年晚夜往总首任])")
_MANY = re.compile(
    r"(?:[^，]{0,6}?)(?:\d+|[两三四五六七八九十几数多上百千]+)[多余几]?(?:个国家|国|名|位|个)[^，]{0,12}?"
    r"(?:外长|防长|部长|领导人|首脑|大使|代表|参谋长)(?:罕见|一致|共同)?"  # which the tagger takes for nouns
)
"""What many are called, with their number."""
_ADVERBS = re.compile(r"[aT]+(?:nd)?[aTn]?")
_OPENS_WITH_NOUN = re.compile(r"[caT]*(n+)[aT]*")
_AGENT = re.compile(
    r"(?:[校院厂店资劳辩控]方|欧美|西方|舆论|外界|高层|总裁|行长|[部校院董处科队]长|大臣|主任|经理|律师|法官|主播|议员|媒|"
    r"[邮日时早晚]报|等|[多各两]地|[多各][省市国])$"
)
"""Nouns for those who act, of whom the clause before names nobody."""
_WITHOUT_VERB = re.compile(r"r[^vXr]*$")
"""A clause that goes on in the next: 声称德国、法国以此为借口，|实施制裁."""
_ENACTS = re.compile(r"实施|采取|施加|[进实]行|展开|发动|处以|祭出|加征|征收")
_BESIDES = frozenset({"除", "除了", "除去", "除开"})
_ACCORDING = frozenset({"据", "根据"})
_NEWS = re.compile(r"(?:消息|报[道导]|网站|介绍)$")
_WHILE = frozenset({"趁", "趁着", "借", "正值", "适逢"})
"""Before those who only give the occasion: 成员趁|他举行座谈会，游行抗议."""
_SOMEBODY_ASKED = re.compile(rf"{SOME_BODY.pattern}|对[岸方]|各[方国界]|国际社会|外界")
"""Whom an asking verb may be said to without a name."""
_CALLS = frozenset({"宣布", "认定", "任命", "提名", "指定", "推举", "称", "视", "列"})
"""Before somebody who is only called something: 宣布|欧盟|为自由区."""
_ASKS_ON = frozenset({"建议", "呼吁", "敦促", "要求"})
_ASIDE = 2
"""Clauses before one in which somebody goes on to ask: who says it, and what he says."""
_UNDER = frozenset({"下", "之下", "中"})


def around(scene: Scene, k: int) -> Around:
    """Who stands before the unit ``k``; without a subject the clauses before lend one."""
    known = scene.arounds
    if k not in known:
        known[k] = _around(scene, k)
    return known[k]


def _around(scene: Scene, k: int) -> Around:
    walk = Walk(scene, k)
    walk.run()
    group, since = walk.subject or _right_before(scene, walk), scene.clauses[walk.number][0]
    found_by = NATIONALS if walk.is_people else None
    if group is None and not walk.unnamed and not _has_its_own(scene, walk):
        speaks = walk.speaks or walk.passive or (scene.letters[k] == "t" and not _enacts(scene, k))  # 并|对制裁表示抗议
        group, since = (None, since) if _is_blamed_for(scene, k) else _lent(scene, walk.number, since, speaks=speaks)
        found_by = NATIONALS if group is not None and _are_people(scene, group) else "clause"
    if group is None and not walk.unnamed and not walk.passive:
        group, found_by = _told_behind(scene, walk), None
    ones = group.ones if group else ()
    return Around(
        subjects=tuple(one if _stays(one) else replace(one, found_by=found_by) for one in ones) if found_by else ones,
        withs=walk.beside.get("with", ()),
        tos=walk.beside.get("to", ()),
        bys=_by_whom(scene, walk.beside.get("by", ())),
        taken=walk.beside.get("taken", ()),
        passive=walk.passive,
        unnamed=walk.unnamed,
        chain=tuple(walk.chain),
        under=walk.under,
        start=walk.start,
        said=group is not None and walk.subject is None and _speaks(scene, group),
        named_at=group.start if group else None,
        since=since,
    )


def _told_behind(scene: Scene, walk: Walk) -> Group | None:
    """Who says it, where a headline begins with a verb and names him in its next half: |批中共打压香港 王丹呼吁抵制."""
    headline = scene.text.block == TITLE and walk.number == 0 and len(scene.clauses) > 1
    says = scene.units[walk.k].tells(IN_WORDS, "verb")
    suffers = "b" in scene.letters[: scene.clauses[0][1]]  # 声援西藏遭中国网攻
    if not headline or not says or suffers or scene.letters[: walk.k].strip("aT"):
        return None
    opens, last = scene.clauses[1]
    group = next(iter(scene.groups_in(opens, last)), None)
    if group is None or group.first != opens or group.stance != "subject":
        return None
    does = next((unit for unit in scene.units[group.last : last] if unit.letter not in "aT"), None)
    if does is None or does.letter not in ("v", "r", "X") or does.tells({"REJECT"}):
        return None  # 指控中国种族灭绝 法国|拒绝跟进
    return group


def _enacts(scene: Scene, t: int) -> bool:
    """Whether what is done to somebody is no matter of words: 对白俄罗斯|实施制裁."""
    return _ENACTS.search(scene.plain(t, scene.clauses[scene.clause_number(t)][1])) is not None


def _has_its_own(scene: Scene, walk: Walk) -> bool:
    """Whether a clause has a subject that is nobody who counts: 升级管控，|校方|勒令…."""
    first = scene.clauses[walk.number][0]
    match = _OPENS_WITH_NOUN.fullmatch(scene.letters[first : walk.k])
    return match is not None and _AGENT.search(scene.plain(first + match.start(1), first + match.end(1))) is not None


def _by_whom(scene: Scene, ones: tuple[One, ...]) -> tuple[One, ...]:
    """Those by whom it is done; the people of a state are not the state: 遭到中国|消费者的抵制."""
    group = next((group for group in scene.groups if group.stance == "by" and group.ones == ones), None)
    if group is None or not _are_people(scene, group):
        return ones
    return tuple(replace(one, found_by=NATIONALS) for one in ones)


def _are_people(scene: Scene, group: Group) -> bool:
    """Whether the clause before tells of the people of a state: 缅甸|民众不顾禁令，|上街游行."""
    noun = _noun_behind(scene, group)
    return noun is not None and group.ones[0].is_state and PEOPLE.search(noun.text) is not None


def _noun_behind(scene: Scene, group: Group) -> Unit | None:
    """The noun that ends the phrase which a name begins."""
    end = group.last
    while end < len(scene.units) and scene.letters[end] == "n":
        end += 1
    return scene.units[end - 1] if end > group.last else None


def _right_before(scene: Scene, walk: Walk) -> Group | None:
    """Who stands in the clause with nothing but adverbs behind, whatever the tagger takes these for."""
    if walk.unnamed or walk.passive:
        return None
    groups = scene.groups_in(scene.clauses[walk.number][0], walk.k)
    group = groups[-1] if groups and groups[-1].stance == "subject" else None
    between = "" if group is None else scene.letters[group.last : walk.k]
    return group if _ADVERBS.fullmatch(between) else None


def _stays(one: One) -> bool:
    """Whether how somebody is known, by title alone or without a name, counts more than where he stands."""
    return one.found_by in CROWDS or (one.kind == "person" and one.found_by == "title")


def _lent(scene: Scene, number: int, since: int, *, speaks: bool) -> tuple[Group | None, int]:
    """The subject that the clauses before lend, and where its clause begins.

    Where one clause asks somebody, the next tells what he is to do, unless it says something more: 也呼吁….
    A clause that ends with the name of a person tells whom the next is about: 刚刚当选的总统拜登，….
    """
    if speaks and (group := _still_speaks(scene, number) or _goes_on_to_ask(scene, number)) is not None:
        return group, scene.clauses[scene.clause_number(group.first)][0]
    for earlier in range(number - 1, max(-1, number - 4), -1):
        first, last = scene.clauses[earlier]
        if _sets_aside(scene, first, last):
            continue
        writes = _WRITES.search(scene.plain(first, last)) is not None
        here = [g for g in scene.everybody_in(first, last) if writes or g.ones[0].found_by != MEDIUM]
        if not speaks and any(_is_asked(scene, group, first) for group in here):
            return None, since
        named = _doers(scene, here, (first, last), speaks=speaks)
        if named and _is_about(scene, named[-1], last, number):
            return named[-1], first
        for group in named:
            if group.stance == "subject" and ONE_OF.match(scene.text.plain, group.end):
                return None, since  # 联合国|数十个会员国发表声明，批评…
            if _is_subject(scene, group, last):
                asks = not speaks and _asks_a_body(scene, group, last)
                return (None, since) if asks else (group, first)
        if not here and (_is_of_many(scene, first, last) or _is_of_somebody(scene, first, last)):
            break
    return None, since


def _is_about(scene: Scene, group: Group, last: int, number: int) -> bool:
    """Whether a clause ends with the name of a person whom the clause ``number`` goes on to tell about."""
    if group.last != last or group.ones[0].kind != "person":
        return False
    if scene.letters.startswith("tM", scene.clauses[number][0]):
        return False  # 会见了受制裁的议员X，|对他表示声援
    described = len(group.ones) == 1 and "d" in scene.letters[group.first : group.last]
    return group.stance not in ("object", "to") or described


def _is_subject(scene: Scene, group: Group, last: int) -> bool:
    """Whether a group is the subject of its clause, and not only the owner of what is."""
    behind = scene.letters[group.last : last]
    before = scene.units[group.first - 1].text if group.first else ""
    if before in _CALLS and scene.text.plain.startswith("为", group.end):
        return False  # 宣布|欧盟|为自由区，反对…
    owns = group.ones[0].kind != "person" and (_is_owner(scene, group) or _is_where(scene, group))
    return group.stance == "subject" and not owns and not RELATIVE.match(behind) and not behind.startswith("d")


def _sets_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause only says under, besides or after whom: 在执政党煽动下; 除了王毅外，还提名…; 据外交部消息."""
    led = scene.letters[first] == "l" and scene.units[last - 1].text in _UNDER
    told = scene.units[first].text in _ACCORDING and _NEWS.search(scene.units[last - 1].text) is not None
    return led or told or scene.units[first].text in _BESIDES


def _is_of_many(scene: Scene, first: int, last: int) -> bool:
    """Whether many without a name are the subject of a clause: |12个国家的国防部长|罕见发表联合声明，谴责…."""
    verb = next((i for i in range(first, last) if scene.letters[i] in "vXr"), last)
    noun = len(scene.letters[:verb].rstrip("aT"))
    return verb < last and _MANY.fullmatch(scene.plain(first, noun)) is not None


def _doers(scene: Scene, here: list[Group], clause: tuple[int, int], *, speaks: bool) -> list[Group]:
    """Those of a clause who may do what the next one tells."""
    named = [group for group in here if not _is_another(scene, group, clause[0])]
    return named if speaks else [g for g in named if not _tells_of_another(scene, g, named, clause[1])]


def _is_of_somebody(scene: Scene, first: int, last: int) -> bool:
    """Whether somebody without a name is the subject of a clause: |校方|升级管控，还勒令…."""
    match = _OPENS_WITH_NOUN.match(scene.letters, first, last)
    done = match is not None and scene.letters[match.end() : match.end() + 1] in ("v", "X")
    return match is not None and done and _AGENT.search(scene.plain(match.start(1), match.end(1))) is not None


def _tells_of_another(scene: Scene, group: Group, named: list[Group], last: int) -> bool:
    """Whether a group only says what another does in its clause: 外交部声称|欧盟、英国|以此为借口，实施制裁."""
    says = scene.letters.find("r", group.last, last)
    if says >= 0 and scene.units[says].text in ANNOUNCES and not _WITHOUT_VERB.search(scene.letters, says, last):
        return False  # 宣布|伊朗违反协议，|恢复制裁: it is he who announces
    others = (other for other in named if says >= 0 and other.first > says)
    return any(_is_subject(scene, other, last) and other.last < last for other in others)


def _is_blamed_for(scene: Scene, k: int) -> bool:
    """Whether force that opens a clause is what somebody is blamed for in the last: 谴责军警动武，|镇压民众."""
    number = scene.clause_number(k)
    if not number or scene.clauses[number][0] != k or not scene.units[k].tells(_BLAMED_FORCE):
        return False
    first, last = scene.clauses[number - 1]
    blames = (i for i in range(first, last - 1) if scene.letters[i] in "vX" and _BLAMED.search(scene.units[i].text))
    return any(SOME_BODY.search(scene.plain(i + 1, last)) for i in blames)


def _still_speaks(scene: Scene, number: int) -> Group | None:
    """Who goes on to speak: A 表示……，B……，|并呼吁…."""
    if scene.units[scene.clauses[number][0]].text not in _ALSO:
        return None
    speaks = False
    for earlier in range(number - 1, max(-1, number - 5), -1):
        first, last = scene.clauses[earlier]
        if scene.letters[first] == "r":
            speaks = True  # A 召见了 B，强调 C……，并表示抗议: it is A who speaks
            continue
        for group in scene.groups_in(first, last):
            said = speaks or _SPOKE.match(scene.letters[group.last : last]) or _says_by_a_deed(scene, group, last)
            if group.stance == "subject" and said:
                return group
    return None


def _goes_on_to_ask(scene: Scene, number: int) -> Group | None:
    """Who says what something is, and then what is to be done: 委员会警告说，中国是对手，|建议采取措施."""
    if number < _ASIDE or scene.units[scene.clauses[number][0]].text not in _ASKS_ON:
        return None
    opens, _ = scene.clauses[number - 1]
    first, last = scene.clauses[number - 2]
    told = next((group for group in scene.groups_in(opens, scene.clauses[number][0])), None)
    named = told is not None and told.first == opens and scene.units[told.last].text == "是"
    if not named or "r" not in scene.letters[last - 1 : last]:
        return None
    groups = [group for group in scene.groups_in(first, last) if group.stance == "subject"]
    return groups[0] if groups else None


def _says_by_a_deed(scene: Scene, group: Group, last: int) -> bool:
    """Whether an act in words stands right behind somebody: 朝鲜说，|美国|呼吁制裁，并谴责…."""
    behind = next((unit for unit in scene.units[group.last : last] if unit.letter not in "aTn"), None)
    return behind is not None and behind.tells(_SPEAKS, "verb")


def _asks_a_body(scene: Scene, group: Group, last: int) -> bool:
    """Whether somebody asks a body without a name, which then is to do it: 德国要求|军方|停止镇压，释放昂山素季."""
    for i in range(group.last, last - 1):
        if scene.letters[i] in "vX" and _ASKED.match(scene.units[i].text):
            return scene.letters[i + 1] == "n" and _SOMEBODY_ASKED.fullmatch(scene.units[i + 1].text) is not None
    return False


def _is_owner(scene: Scene, group: Group) -> bool:
    """Whether a name only says whose group of people speaks: 美国|一保守派组织|公布."""
    noun = _noun_behind(scene, group)
    return noun is not None and bool(_OTHERS.search(noun.text))


def _is_where(scene: Scene, group: Group) -> bool:
    """Whether a name only says where something is seen: 法院|外出现罕见一幕."""
    return _WHERE.match(scene.text.plain, group.end) is not None


def _is_another(scene: Scene, group: Group, first: int) -> bool:
    """Whether somebody acts in a cause, or in what another asks for: 因|中国当局…, 呼吁|德国…."""
    described = group.first > first and scene.letters[group.first - 1] == "d" and group.ones[0].kind != "person"
    if described and (scene.letters[group.last : group.last + 1] == "X" or is_thing(scene, group.last)):
        return True  # 取消计划中的|国会|访问团
    caused = any(unit.text in CAUSES for unit in scene.units[max(first, group.first - 1) : group.last])
    caused |= group.first > first and scene.units[group.first - 1].text in _WHILE
    cause = next((i for i in range(first, group.first) if scene.units[i].text in CAUSES), None)
    if cause is not None and not {"v", "X"}.isdisjoint(scene.letters[cause : group.first]):
        return True  # 因|举报|局长，…被捕
    return caused or _is_asked(scene, group, first)


def _is_asked(scene: Scene, group: Group, first: int) -> bool:
    before = scene.units[group.first - 1] if group.first > first else None
    listed = before is not None and before.text.endswith("包括")  # 其中包括五名英国议员
    return listed or (before is not None and before.letter in "vX" and bool(_ASKED.match(before.text)))


def _speaks(scene: Scene, group: Group) -> bool:
    """Whether the clause of the group only says that it speaks: 学者指出."""
    last = scene.clauses[scene.clause_number(group.first)][1]
    for unit in scene.units[group.last : last]:
        if unit.letter == "r":
            return unit.text not in ANNOUNCES
        if unit.letter in "vX":
            return False
    return False
