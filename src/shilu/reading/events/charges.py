"""What somebody says of another, coded as his act: that it does wrong, that it should do something, that it is a lie.

A 说 B 违反了国际法 accuses B, A 说 B 应该停火 calls on B, A 说这是彻头彻尾的谎言 rejects what was said, and
若 B 动武，A 将还击 threatens B.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.analysis import TITLE
from shilu.reading.events.around import around
from shilu.reading.events.cast import Around
from shilu.reading.events.deed import Deed
from shilu.reading.events.lexicon import IN_WORDS
from shilu.reading.events.mood import is_supposed, mood_of
from shilu.reading.events.walk import ANNOUNCES

if TYPE_CHECKING:
    from shilu.reading.events.found import Found
    from shilu.reading.events.party import Group, One
    from shilu.reading.events.scene import Scene

_OF_SAYING = frozenset({"charge.v1", "urge.v1", "verdict.v1"})
"""Rules of acts that are done by saying what another does."""
_SPREADS = re.compile(r"基于|传播|散[布播发]|编造|制造|炮制|[揭戳拆]穿|充[满斥]|驳斥|反驳|回应|澄清")
"""Before a lie of which only that is told."""
_SAYS = frozenset(
    {
        "说",
        "称",
        "表示",
        "指出",
        "指",
        "认为",
        "强调",
        "坚称",
        "直言",
        "指称",
        "明言",
        "告诉",
        "认定",
        "回应",
        "重申",
        "写道",
        "坦言",
        "补充",
        "表明",
        "宣布",
        "相信",
        "声称",
        "宣称",
        "辩称",
    }
)
_IT = re.compile(r"此举|这[是一些项种]|该[项决法]|这样|此次|做法|行为|措施|修[改正]|决定|举动|言论|法案|制度|制裁")
"""What is judged without the name of him who did it."""
_COLONS = frozenset({"：", ":"})
_GOES_ON = re.compile(r"^(?:地区|境内|当地)?(?:正在?|仍在?|持续|曾)?(?:发生|存在|出现|有|进行)")
"""Behind a region in which somebody says that wrong is done."""
_DENIES = re.compile(
    r"拒绝|否认|没有|并非|不是|不存在|不会|从未|从不|并未|不[容得许]$|(?:严惩|惩治|打击|反|整治|防止|调查|解决)$"
)
_UNLESS = re.compile(r"如果|假如|倘|一旦|若(?!干)|如(?![何此同今下期])|否则|任何")
_EASES = re.compile(r"解除|取消|恢复|放[松宽]|停止对")
"""What another, not who is to meet a condition, should do: 说，如果|伊朗遵守协议，应该解除制裁."""
_DONE = re.compile(r"了|已|曾")
_ASKS = re.compile(r"如何|怎么|怎样|是否|会否|例如")
_MATTER = re.compile(r"[^，。；]{0,12}?(?:问题|议题|事务|局[面势]|形势)")
"""Behind those who only name what is talked about: 在疫情、香港、新疆等|问题上."""
_PAYS = re.compile(r"付|承担|承受|面临|自食|遭")
"""Words for what those suffer who are threatened, not for what is done to them."""
_DESCRIBES = re.compile(r"n|d(?!,|$)")
"""Letters behind a verdict that only says of what kind a thing is."""
_WILL = re.compile(r"将|会|必|必定|势必|不惜")


def said_at(scene: Scene, found: Found) -> int | None:
    """The verb of saying by which an act is done that says what another does; None for other acts."""
    return spoken_before(scene, found.at) if found.rule in _OF_SAYING else None


def spoken_before(scene: Scene, k: int) -> int | None:
    """The last verb of saying before a unit of the sentence."""
    at = scene.letters.rfind("r", 0, k)
    return None if at < 0 else at


def _says(scene: Scene, before: int, k: int) -> int | None:
    """The verb of saying before a unit under which the word at ``k`` is said and not denied."""
    spoken = spoken_before(scene, before)
    if spoken is None or scene.units[spoken].text not in _SAYS or _DENIES.search(scene.plain(spoken, k)):
        return None
    return spoken


def _teller(scene: Scene, spoken: int) -> Around:
    """Who says it: not what he speaks of, 赵立坚批评美日联合声明|称."""
    who = around(scene, spoken)
    return who if who.under is None or not scene.units[who.under].tells(IN_WORDS) else around(scene, who.under)


def _quoted(scene: Scene, k: int) -> Around | None:
    """Who says it, where it stands in quotation marks and the verb of saying does not: “B 的做法不可接受，”A 说."""
    unit = scene.units[k]
    one = scene.parties.speaker(scene.speaker_at(unit.start, unit.end))
    first, _ = scene.clauses[scene.clause_number(k)]
    if one is None or _DENIES.search(scene.plain(first, k)):
        return None
    return Around(subjects=(one,))


def _of_headline(scene: Scene, k: int) -> Around | None:
    """Whose words a headline gives behind a colon, and not denied: 特鲁多：制裁是对自由的|攻击."""
    number = scene.clause_number(k)
    if not number:
        return None
    first, _ = scene.clauses[number]
    headed = _headed(scene, first)
    denied = headed is None or _DENIES.search(scene.plain(first, k))
    return None if headed is None or denied else Around(subjects=headed.ones, start=headed.start)


def charge(scene: Scene, k: int) -> Deed | None:
    """A 说 B 违反了国际法: what somebody says that another does is an accusation of his."""
    who = around(scene, k)
    if not who.passive and who.chain and scene.letters[who.chain[0]] == "r":
        # A 认为此举|违反国际法, but not 宣布制裁“恶意…”的机构
        done = scene.units[who.chain[0]].text in ANNOUNCES or is_supposed(scene, k)
        return None if done else _said_of_it(scene, k)
    if who.passive or mood_of(scene, k, who) not in ("told", "happened"):
        return None
    told = None if who.named_at is None else _said_of(scene, k, who.subjects, who.named_at, "charge.v1")
    return told or _said_of_region(scene, k) or _said_of_it(scene, k)


def _said_of_region(scene: Scene, k: int) -> Deed | None:
    """A 说，新疆发生了侵犯人权的行为: what goes on in a region is its state's doing."""
    first, _ = scene.clauses[scene.clause_number(k)]
    shows = scene.letters.rfind("r", first, k)  # 说，有证据显示|新疆…
    begin = max(first, shows + 1)
    spoken = _says(scene, shows if shows >= 0 and scene.units[shows].text not in _SAYS else k, k)
    at = next((i for i in range(begin, k) if scene.letters[i] == "L"), None)
    if spoken is None or at is None or not _GOES_ON.search(scene.plain(at + 1, k + 1)):
        return None
    teller = _teller(scene, spoken)
    state = scene.parties.state(scene.parties.country(scene.units[at].standings[0]), "region")
    if state is None or not teller.subjects or any(one.country == state.country for one in teller.subjects):
        return None
    return Deed(teller.subjects, (state,), "charge.v1", teller.start, scene.units[k].end, mood="happened")


def _said_of_it(scene: Scene, k: int) -> Deed | None:
    """A 说，此举违反了国际法: whose doing it is stands elsewhere."""
    first, _ = scene.clauses[scene.clause_number(k)]
    spoken = _says(scene, k, k)
    teller = _quoted(scene, k) if spoken is None else _teller(scene, spoken)
    if teller is None:
        return None
    begin = first if spoken is None else max(first, spoken + 1)
    if not _IT.search(scene.plain(begin, k)) or not teller.subjects:
        return None
    return Deed(teller.subjects, (), "charge.v1", teller.start, scene.units[k].end, mood="happened")


def urge(scene: Scene, k: int) -> Deed | None:
    """A 说 B 应该停火: what somebody says that another should do is a request of his."""
    who = around(scene, k)
    eases = _EASES.match(scene.text.plain, scene.units[k].end) is not None
    at = _on_condition(scene, who) if who.start is None and not eases else who.start
    if who.passive or at is None or is_supposed(scene, k - 1):
        return None
    return _said_of(scene, k, who.subjects, at, "urge.v1")


def _on_condition(scene: Scene, who: Around) -> int | None:
    """Where those stand who have the condition for it in a clause of their own: 说，如果|B 希望改善关系，应该…."""
    at = scene.unit_at(who.named_at)
    if at is None:
        return None
    first, _ = scene.clauses[scene.clause_number(at)]
    return who.named_at if _UNLESS.match(scene.units[first].text) else None


def verdict(scene: Scene, k: int) -> Deed | None:
    """A 说，这是彻头彻尾的谎言."""
    spoken = _says(scene, k, k)
    teller = (_quoted(scene, k) or _of_headline(scene, k)) if spoken is None else _teller(scene, spoken)
    if teller is None:
        return None
    if _DESCRIBES.match(scene.letters, k + 1):
        return None  # 日益咄咄逼人|的邻国, 躲避恶劣|气候, but 是不可接受|的，…
    if k and _SPREADS.match(scene.units[k - 1].text):
        return None  # 制裁“传播|谎言”的机构
    if is_supposed(scene, k):
        return None
    codes = {one.country for one in teller.subjects}
    named = [group for group in reversed(scene.groups) if group.first < k]  # the nearest before, else one behind
    named = [*(group for group in scene.groups if group.first == k + 1), *_whose(scene, k, spoken), *named]
    # 指此事性质恶劣，要求|缅方查处: who is called on is not the one who is judged
    named += [group for group in scene.groups if group.first > k and scene.units[group.first - 1].cue is None]
    named = [group for group in named if group.stance != "in" and not _MATTER.match(scene.text.plain, group.end)]
    # 这是对|香港|自治的攻击: not whom it is done to
    named = [group for group in named if group.stance != "to"]
    # 谴责中共改变|香港|选举制度，称这是攻击: nor whose the thing is that it is done to
    named = [group for group in named if not _owns(scene, group)] or named
    # 就|缅甸|局势表示，这令人发指: only if nobody else is named
    named += [group for group in scene.groups if group.stance == "to" and group.last <= (spoken or 0)]
    others = tuple(one for group in named for one in group.ones if one.country and one.country not in codes)
    return Deed(teller.subjects, others[:1], "verdict.v1", teller.start, scene.units[k].end, mood="happened")


def _owns(scene: Scene, group: Group) -> bool:
    """Whether a group is but the owner of what is done something to."""
    return group.stance == "object" and scene.letters.startswith("n", group.last)


def _whose(scene: Scene, k: int, spoken: int | None) -> list[Group]:
    """The subject of what is said, if not of the clause itself: 说，日本甘为美国附庸，|背信弃义."""
    at = around(scene, k).named_at
    return [group for group in scene.groups_in(spoken or 0, k) if group.start == at]


def threat(scene: Scene, k: int) -> Deed | None:
    """若 B 动武，A 将予以还击: what somebody will do if another does not yield."""
    before = scene.plain(0, k)
    if (
        _ASKS.search(before)
        or not _UNLESS.search(before)
        or not _WILL.search(scene.plain(0, k + 1))
        or _DENIES.search(scene.plain(max(0, k - 3), k))
    ):
        return None
    who = around(scene, k)
    if who.passive:
        return None
    spoken = spoken_before(scene, k)
    said = spoken is not None and who.start is None  # 他表示，如北京动武，将予以还击
    if who.start is not None and _PAYS.search(scene.units[k].text):
        return _warned(scene, k, who)
    if who.start is None and not said:
        return None  # 若北京动武，将予以还击: it is not Beijing that will
    subjects = around(scene, spoken).subjects if said and spoken is not None else who.subjects
    codes = {one.country for one in subjects}
    others = tuple(one for g in scene.groups for one in g.ones if one.is_state and one.country not in codes)
    return Deed(subjects, others[:1], "threat.v1", who.start, scene.units[k].end, mood="happened")


def _warned(scene: Scene, k: int, who: Around) -> Deed | None:
    """A 警告，如果 B 动武，|B 将付出代价: whoever is to pay is threatened by who says so."""
    at = next((i for i in range(k) if scene.letters[i] == "r" or scene.units[i].tells(IN_WORDS, "verb")), None)
    teller = None if at is None else around(scene, at)
    if teller is None or not teller.subjects or teller.subjects[0].id == who.subjects[0].id:
        return None
    return Deed(teller.subjects, who.subjects, "threat.v1", teller.start, scene.units[k].end, mood="happened")


def spoken_for(scene: Scene, deed: Deed, who: Around) -> Deed:
    """A deed in words as that of the official who says that his state does it: 王毅说，|中国支持土耳其."""
    one = deed.actors[0] if len(deed.actors) == 1 else None
    at = scene.unit_at(who.named_at)
    if one is None or not one.is_state or at is None or who.under is not None:
        return deed
    spoken = spoken_before(scene, at)
    if spoken is None or scene.units[spoken].text not in _SAYS:
        return deed
    teller = _teller(scene, spoken)
    speaker = teller.subjects[0] if len(teller.subjects) == 1 else None
    if speaker is None or not scene.parties.holds_office(speaker) or speaker.country != one.country:
        return deed
    _, last = scene.clauses[scene.clause_number(at)]
    if "T" in scene.letters[at:last] or _DONE.search(scene.plain(at, last)):
        return deed  # 王毅说，中国去年谴责了日本
    return deed._replace(actors=teller.subjects, start=teller.start)


def _headed(scene: Scene, at: int) -> Group | None:
    """Whose words a headline gives behind a colon: 外相：|俄罗斯违反国际法."""
    if scene.text.block != TITLE or at == 0 or scene.units[at - 1].text.strip() not in _COLONS:
        return None
    return next((group for group in scene.groups if group.last == at - 1), None)


def _said_of(scene: Scene, k: int, subjects: tuple[One, ...], named_at: int, rule: str) -> Deed | None:
    """What somebody of another country says of the subjects, in their clause or in the one before."""
    at = scene.unit_at(named_at)
    if at is None:
        return None
    headed = _headed(scene, at)
    if headed is not None and not _DENIES.search(scene.plain(at, k)):
        actors = tuple(one for one in headed.ones if one.country is None or one.country != subjects[0].country)
        return Deed(actors, subjects, rule, headed.start, scene.units[k].end, mood="happened")
    spoken = _says(scene, at, k)
    if spoken is None:
        quoted = _quoted(scene, k)
        if quoted is None or quoted.subjects[0].country in {one.country for one in subjects}:
            return None
        return Deed(quoted.subjects, subjects, rule, None, scene.units[k].end, mood="happened")
    if scene.clause_number(at) - scene.clause_number(spoken) > 1 or "r" in scene.letters[at:k]:
        return None  # 指中国违法，|中国外交部回应指|…罔顾真相: it is the other who says so
    teller = _teller(scene, spoken)
    actors = tuple(one for one in teller.subjects if _may_blame(one, subjects))
    return Deed(actors, subjects, rule, teller.start, scene.units[k].end, mood="happened")


def _may_blame(one: One, others: tuple[One, ...]) -> bool:
    """Whether somebody is of another country than those of whom he speaks, or all are people: 纳瓦尼声称普京|贪腐."""
    if one.country is None or one.country not in {other.country for other in others}:
        return True
    return one.kind == "person" and all(other.kind == "person" and other.id != one.id for other in others)
