"""What somebody suffers: B 遭 A 逮捕, and B 被捕 by bodies of a state that need no name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from shilu.reading.events.around import around
from shilu.reading.events.behind import behind
from shilu.reading.events.deed import Deed
from shilu.reading.events.doers import SOMEBODY
from shilu.reading.events.home import BODY, named_body
from shilu.reading.events.lexicon import DONE_TO
from shilu.reading.events.mood import is_supposed
from shilu.wording import NATIONALS

if TYPE_CHECKING:
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.party import One
    from shilu.reading.events.scene import Scene

_OF_STATES = frozenset({("COERCE", "arrest"), ("COERCE", "deport"), ("COERCE", "convict"), ("ACCUSE", "investigate")})
"""What only bodies of a state do: arrests, sentences, charges."""
_SOME_WHO = re.compile(r"tn{1,2}$")
_SOME_OBJECT = re.compile(r"[vX]n{1,2}$")
_COUNTED = re.compile(r"[两一二三四五六七八九十百千数多几首这该\d]+余?[名位个人]")
_LASTS = re.compile(r"[nT]{0,3}d")
_COULD = frozenset({"可", "可能", "恐", "或", "免", "能", "险"})
_SOMETHING = re.compile(rf"{SOMEBODY.pattern}|[牌店车屋房号站品产]$")
_NOUNS = re.compile(r"n+")
_WHERE = re.compile(r"的?(?:法院|法庭|地点|监狱|看守所)")
_OWNED = re.compile(r"d(?:n{1,2})(?=b)")
"""Between somebody and the passive, what is his: 韩国|的提议|遭…拒绝."""
_THEIRS = re.compile(r"账[号户]|帐[号户]|频道|微博|微信|网站|签证|护照|资产|财产|住[所宅]|办公室|执照|牌照|资格$")
"""What is somebody's own, so that it is done to him: 特朗普的|账号|被推特封禁."""
_PEOPLE = re.compile(rf"{SOMEBODY.pattern}|盟[友国]$")
_BY = frozenset({"被", "遭", "遭到"})


def suffered(scene: Scene, k: int) -> Deed | None:
    """B 被捕, B 获刑: words for what only a state's own bodies do."""
    before = scene.units[k - 1] if k else None
    may = before is not None and (before.text in _COULD or before.letter in "tlw")  # 可|被判处十年
    where = _WHERE.match(scene.text.plain, scene.units[k].end)  # 在他|受审|法院的外面
    if is_supposed(scene, k) or _describes_some(scene, k) or may or where:
        return None
    if (scene.letters[k + 1 : k + 2] == "d" or _is_of_somebody(scene, k)) and _done_to_them(scene, k):
        return None  # 释放600名|被关押|的民众, 声援|被捕|民主派人士
    home = scene.home(scene, scene.units[k].start)
    who = around(scene, _charged(scene, k))
    if home is None or any(_is_charged_itself(scene, one, k) for one in who.subjects):
        return None  # 中国|被控侵犯人权: it is no court of its own that says so
    if scene.letters[:k].endswith("dn") and not SOMEBODY.search(scene.units[k - 1].text):
        who = replace(who, subjects=())  # 他们的|车|被扣押
    return passive(scene, k, replace(who, bys=(home,)))


def _describes_some(scene: Scene, k: int) -> bool:
    """Whether it says but which people are meant: 对一些|被控…的官员|实施制裁, 审理|两名|被控…的加拿大人."""
    counted = _SOME_OBJECT.search(scene.letters, 0, k) and _COUNTED.match(scene.text.plain, scene.units[k - 1].start)
    return "d" in scene.letters[k:] and bool(counted or _SOME_WHO.search(scene.letters, 0, k))


def _is_charged_itself(scene: Scene, one: One, k: int) -> bool:
    """Whether it is told of a state, not of people of it that stand behind its name: 两名加拿大|公民|被捕."""
    group = next((g for g in reversed(scene.groups) if g.last <= k and one.id in {o.id for o in g.ones}), None)
    people = group is not None and scene.letters[group.last - 1 : group.last + 1].count("n") > 0
    return one.is_state and one.found_by not in ("clause", NATIONALS) and not people


def _charged(scene: Scene, k: int) -> int:
    """Where he was charged of whom it is told, if another is named in the charge: A 被控|推翻 B |被捕."""
    first, _ = scene.clauses[scene.clause_number(k)]
    named = scene.groups_in(first, k)
    for i in range(first + 1, k):
        cue = scene.units[i].cue
        within = named and named[-1].first > i and "v" in scene.letters[i + 1 : named[-1].first]
        if within and cue is not None and cue.sense("suffer") and "c" not in scene.letters[i:k]:
            return i
    return k


def _is_of_somebody(scene: Scene, k: int) -> bool:
    """Whether people without a name stand right behind the word at ``k``."""
    nouns = _NOUNS.match(scene.letters, k + 1)
    return nouns is not None and SOMEBODY.search(scene.units[nouns.end() - 1].text) is not None


def _done_to_them(scene: Scene, k: int) -> bool:
    """Whether an event word stands before those whom the word at ``k`` but describes: 释放600名|被关押|的民众."""
    first, _ = scene.clauses[scene.clause_number(k)]
    at = len(scene.letters[first:k].rstrip("nT")) + first - 1
    return at >= first and scene.letters[at] in "vX" and scene.units[at].cue is not None


def by_home(scene: Scene, k: int, who: Around, sense: Sense) -> Deed | None:
    """B 被警方带走, B 遭逮捕: only a state's own bodies arrest and sentence, so these need no name."""
    i = k - 1
    while i > 0 and scene.letters[i] in "naT":
        i -= 1
    nouns = [unit for unit in scene.units[i + 1 : k] if unit.letter == "n"]
    ground = next((at for at, unit in enumerate(nouns) if unit.text == "以"), len(nouns))
    nouns = nouns[:ground]  # 被以颠覆国家政权罪|判处十年
    body = BODY.search("".join(unit.text for unit in nouns))
    known = body if nouns else (sense.type, sense.mode) in _OF_STATES and scene.units[i].text in _BY
    if scene.letters[i] != "b" or not known or is_supposed(scene, k):
        return None
    home = scene.home(scene, scene.units[k].start)
    if home is not None and body is not None:
        home = named_body(home, scene.text.text[nouns[-1].end - len(body[0]) : nouns[-1].end])
    deed = None if home is None else passive(scene, k, replace(who, bys=(home,)))
    # 一名遭到拘留的|首席部长: of neither side anybody is named
    return deed if deed is None or deed.recipients or not _LASTS.match(scene.letters, k + 1) else None


def passive(scene: Scene, k: int, who: Around) -> Deed | None:
    """B 遭 A 逮捕."""
    end = scene.units[k].end
    lasts = _LASTS.match(scene.letters, k + 1)
    if lasts is not None or _is_of_object(scene, k):  # 遭中国制裁的|议员史密斯, 被中国拘留两年多的|康明凯
        group = behind(scene, k if lasts is None else lasts.end() - 1).group
        suffers = scene.letters.rfind("b", 0, k)  # 26日会见|遭中国制裁的|议员史密斯: the day is not of it
        # 五名|去年在美国被捕的|学者, but 今天审理|在中国被关押的|商人
        own = len(scene.letters[:k].rstrip("TlLSn"))
        start = scene.units[suffers if suffers >= 0 else own].start
        return Deed(who.bys, group.ones if group else (), "passive.v1", start, end, mood="happened", aside=True)
    lent = _is_of_its_own(scene, k)
    subjects = tuple(one for one in who.subjects if not (lent and one.found_by == "clause"))
    # 就|异见人士|被俄罗斯政府下毒: what the phrase names comes nearest
    return Deed(who.bys, who.tos or subjects or _owner(scene, k), "passive.v1", who.start, end)


def _owner(scene: Scene, k: int) -> tuple[One, ...]:
    """Whose proposal or doing it is that others refuse or condemn: 韩国|的提议|遭朝鲜拒绝."""
    first, _ = scene.clauses[scene.clause_number(k)]
    match = _OWNED.search(scene.letters, first, k)
    own = match is not None and _THEIRS.search(scene.units[match.end() - 1].text)
    if not own and not scene.units[k].tells(("REJECT", "ACCUSE")):
        return ()
    if match is not None and _PEOPLE.search(scene.units[match.end() - 1].text):
        return ()  # 美国|的盟友|被中国批评: not the one whose they are
    return next((g.ones for g in scene.groups if match is not None and g.last == match.start()), ())


def _is_of_its_own(scene: Scene, k: int) -> bool:
    """Whether the clause has a noun of its own to which it is done: 京东下架；广告牌|遭强拆, but 黎智英父子|被控."""
    if not scene.units[k].tells(DONE_TO):
        return False
    first, _ = scene.clauses[scene.clause_number(k)]
    suffers = scene.letters.rfind("b", first, k)
    at = len(scene.letters[first : suffers if suffers >= 0 else k].rstrip("aT")) + first - 1
    near = at > first and scene.letters[at - 1] in "PSO"
    return at >= first and scene.letters[at] == "n" and not near and _SOMETHING.search(scene.units[at].text) is not None


def _is_of_object(scene: Scene, k: int) -> bool:
    """Whether a headline only says whom somebody meets or supports: 外长会见|受中国制裁|议员."""
    at = scene.letters.rfind("b", 0, k)
    if at <= 0 or scene.letters[k + 1 : k + 2] in ("", ","):
        return False
    return scene.units[at - 1].tells(("CONSULT", "SUPPORT", "RETREAT"))
