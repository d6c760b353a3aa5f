"""Whether a clause tells a deed at all: not what might be, should be, is asked for, or only served some end.

What is told outright may be done or to come, which :mod:`.status` says; what is only considered is told as proposed,
and what its actor will not do as denied.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from shilu.reading.events.around import around
from shilu.reading.events.lexicon import OF_SPEECH
from shilu.reading.events.status import State
from shilu.reading.events.walk import is_noun_taken
from shilu.reading.lexicon import words
from shilu.wording import CONSENTS, CROWDS

if TYPE_CHECKING:
    from shilu.reading.events.cast import Around
    from shilu.reading.events.lexicon import Sense
    from shilu.reading.events.scene import Scene
    from shilu.reading.events.unit import Unit
    from shilu.records import Status

Mood: TypeAlias = Literal["told", "happened", "proposed", "denied"]
"""``told`` leaves it to the words of the clause whether it happened or is to come."""

_HYPOTHETICAL = re.compile(
    r"倘|一旦|除非|哪怕|只要|只有|若(?!干)|(?<![例比犹有诸正])如(?=$|[被获能遭遇需经未不]|果)|须(?!知)|会否|可否|应否|如何|为何|为什么|怎么|怎样|何时|谁|"
    r"应该|应当|(?<![答回反响供适效相对呼理报因顺])应(?![对急用邀变]|.{1,12}(?:要求|请求|邀请|之邀|邀))|必须|最[高多]可|最[高多][^，。]{0,4}[可会]被|可[被判处]|务必|一定要|(?<![所急必军内按刚供特])需(?![求品])|不要|不得|切勿|不得不|有必要|不必|不应|不能|没能|未能|没有|并未|从未|不曾|未曾|尚未|未(?!来|遂|成)|本可|"
    r"随时(?:准备|可以)(?![^，。；]*的)|做好[^，。]{0,6}准备(?![后，])|准备好(?![^，。；]*[后并])|"
    r"旨在|(?<![愿同有注故满特恶刻])意在|(?<![许认不尽])可在|为了|以便|用于|用来|用以|以(?:期|求)|避免|防止|例如|不管|所谓$"
)
_FOR_AN_END = frozenset(
    words(
        """
        以 来 去 能 能够 可 可以 得以 足以 为 好 便于 有助于 有权 有资格 敢 愿 愿意 想 要 应 需 须 该 不 未 没
        """
    )
)
_SHOWS = re.compile(r"示|表(?:示|达|明)?")
"""Behind 以, what is done by what the clause before tells: 举起标语|以示声援."""
_CONDITION = re.compile(r"以[^，。；]{1,16}(?:为|作为?)[^，。；为]{0,6}(?:条件|前提|代价|筹码|交换)$")
"""What is only the price of something: 以跟台湾|断交|为取得疫苗的条件."""
_AS_CONDITION = 10
_SPAN = re.compile(r"[年月周天]$")
_OPEN = frozenset(words("不 未 没 没有 并不 从不 不再 得以 可以 可 能 能够 应 应该 须 需"))
_UNDONE = re.compile(
    r"要求|呼吁|敦促|促请|促|希望|期望|期待|盼|请求|建议|提议|主张|寻求|申请|争取|努力|急于|急欲|亟欲|渴望|试图|尝试|试着|力图|谋求|企图|意图|妄图|愿意|想|"
    r"帮助|协助|允许|准许|避免|防止|遏[阻止制]|劝?阻[止挡拦挠]|停止|终止|暂停|中止|暂缓|结束|放弃|拒绝|反对|反$|否认|禁止|取消|解除|放松|减轻|缓解|推迟|没有|无法|支持|鼓励|让|使(?!用)|令|导致|造成|面临|担心|担忧|"
    r"害怕|怀疑|可以|能够|应该|需要|必须|用于|用来|旨在|意味着|涉嫌|涉及|触及|提及|聚焦|参与|属于|成为|关于|有关|讲述|讲|谈|等于|如同|相信|认为|是|[也都还仍]?有|无|遭到|受到|收到|接到|接获|免遭|"
    r"等待|静待|坐等|有待|面对|应对|逃避|逃离|引发|防范|打击|抵抗|对抗|抗议|威胁|扬言|警告|强调|提供"
)
_CONSIDERED = re.compile(r"考虑|讨论|商讨|研究|有意|拟议|酝酿|不排除")
_REFUSED = re.compile(r"不(?:太|再)?会|不打算|无意|不愿")
_FORCES = re.compile(r"强迫|逼迫|胁迫|迫使")
"""What somebody vows not to do is no deed that others tell: 不会|强迫盟友选边站."""
_BILL = re.compile(r"(?P<bill>(?:提出|提交|提呈|提案|递交|引入|推出)[^。；后]{0,16}(?:法案|草案))[^。；后]{0,80}\Z")
"""Before what a bill would do: 提出《……法案》，|禁止…."""
_CAUSE = re.compile(r"(?:因(?!应)为?|由于)[^，。；]{2,40}?(?:而(?=[被遭])|[竟却又]?[被遭])")
"""Why somebody suffered it, which holds no hedge of the deed: 因未登记而被|拘留."""
_SCOPE = re.compile(
    r"[被追询]问[^，。]{0,2}$|是否会|会否|如果|如(?=[获能遭被遇需经未不])|假如|倘若|倘|假设|要是|一旦|若(?!干)|应该|应当|(?<![答回反响供适效相对呼理报因顺])应(?![对急用邀变]|.{1,12}(?:要求|请求|邀请|之邀|邀))|必须|可以|能够|可能|或将"
)
"""Hedges that hold for the clauses after theirs where these have the same subject."""
_WANTED = re.compile(
    r"要求|呼吁|敦促|促|希望|期望|期待|盼|阻止|禁止|防止|避免|请求|邀请|请|下令|命令|指示|反对|怀疑|担心|担忧|否认|建议|提议|主张|劝|威胁|帮助|协助|支持|"
    r"允许|准许|容许|让|促成|促使|说服|通知|告知|授权|奉劝|号召|喊话|认为|相信|警告|迫使|强迫|胁迫|诱使|劝诱|逼"
)
"""Verbs whose object has not done what follows: 要求加拿大|释放她."""
_BREAKS = frozenset({"违反", "违背", "规避", "绕过", "无视", "逃避", "使用", "诉诸", "采用"})
"""Verbs right before what somebody else does: 违反|制裁, but 违反国际法入侵….."""
_VOWS = ("誓言", "发誓")
_COUPLED = re.compile(r"[、并和与及或又还也]|以及")
_INCITES = re.compile(r"煽动|怂恿|教唆|纵容")
_STRENGTHENS = frozenset({"加强", "扩大", "继续", "加紧", "全面", "立即"})
_PASSES = "通过"
"""What parliaments do to a deed that is theirs by it: 通过|制裁官员的决议."""
_CRIME = "罪"
"""What ends the scope of what somebody is accused of: 以煽动颠覆国家政权罪|拘捕."""
_BLAMED = re.compile(
    r"[^，。；]{0,10}负(?:[全主][部要])?责任?(?=[，。；]|$)|[^，。；]{0,8}负有[^，。；的]{0,6}责任(?=[，。；]|$)"
)
"""Behind what somebody is only blamed for: 要对暴徒|冲击国会|事件负责."""
_FOR = frozenset({"对", "对于", "为"})
_QUESTION = re.compile(r"[吗嘛呢][？?]?$|[？?]$|会不会|是不是|能不能|该不该|要不要")
_PROMISED = re.compile(
    r"^(?!.*(?:违[背反]|兑现|撕毁|履行|遵守|信守|打破|背弃)).*(同意|承诺|答应|允诺|保证)(?![后之下的])"
    r"(?:[^，。；后了]{0,8}以[^，。；]{1,20}(?:为由|理由)，|，(?=对))?[^，。；后了]{0,24}$"
)
"""What is to be done is told behind them."""
_CONSENT = "同意"
_ENVOYS = re.compile(
    r"(?:(?:成员国|会员国|欧盟|欧洲联盟|欧洲理事会|[\d各多]国|常驻)[^，。；]{0,4}(?:大使|使节|代表)|常驻代表委员会)们?[^，。；]{0,12}"
    rf"(?:(?:以[^，。；]{{1,20}}(?:为由|理由))?，)?[^，。；]{{0,12}}?({'|'.join(CONSENTS)})"
    r"(?![后之下的])(?:[^，。；后了]{0,8}以[^，。；]{1,20}(?:为由|理由)，)?[^，。；后了]{0,40}$"
)
"""Who only prepare what ministers decide: 成员国大使17日以…为由，批准|制裁 (the Council's Coreper)."""


def mood_of(scene: Scene, k: int, who: Around) -> Mood | None:
    """How the clause of the unit ``k`` tells its deed; None where it tells none."""
    if _is_supposed(scene, k, who) or serves_an_end(scene, k):
        return None
    if who.under is not None and _is_wanted(scene.units[who.under]):
        return None
    chain = [scene.units[i] for i in who.chain if not _orders(scene, i, k) and not _on_request(scene, i)]
    if (
        any(_is_open(scene, i) for i in who.chain)
        or any(_UNDONE.match(unit.text) or _is_wanted(unit) or _is_incited(scene, unit, k) for unit in chain)
        or _is_object(scene, k, who)
    ):
        return None
    first, _ = scene.clauses[scene.clause_number(k)]
    begins = scene.units[first].start if who.start is None else who.start
    if _REFUSED.search(scene.text.plain[begins : scene.units[k].start]):
        return None if _FORCES.match(scene.units[k].text) else "denied"
    considered = any(_CONSIDERED.match(unit.text) for unit in chain)
    return "proposed" if considered or _is_of_bill(scene, k) else "told"


def _is_of_bill(scene: Scene, k: int) -> bool:
    """Whether it is what a bill would do: 提出法案，|禁止…, but not 提出法案，中国|谴责…, what another does then."""
    bill = _BILL.search(scene.text.plain, scene.sentence.start, scene.units[k].start)
    if bill is None:
        return False
    since = bill.end("bill")
    return not any(group.stance == "subject" and since <= group.start for group in scene.groups if group.last <= k)


def _is_open(scene: Scene, i: int) -> bool:
    """Whether a verb that leads to the word is itself denied, or only could be done: 不|提, 得以|施行."""
    return i > 0 and scene.units[i - 1].text in _OPEN


def _is_object(scene: Scene, k: int, who: Around) -> bool:
    """Whether the word is but the object of another act: 镇压|示威, 制裁|侵犯自由、迫害记者的官员, not 谴责并制裁."""
    if k and scene.units[k - 1].text in _BREAKS:
        return True
    at = k
    near = k > 0 and scene.units[k - 1].cue is not None and not is_noun_taken(scene, k - 1)
    before = (k - 1,) if near else ()
    for i in (*before, *who.chain):
        if _orders(scene, i, k) or _on_request(scene, i) or scene.units[i].text.endswith(_PASSES):
            continue
        unit = scene.units[i]
        if _COUPLED.search(scene.text.plain, unit.end, scene.units[at].start):
            at = i
            continue
        senses = unit.cue.senses if unit.cue else ()
        # 同意|制裁中国 tells both; 修改 is a deed only where laws of a territory are imposed
        deeds = (s for s in senses if s.type not in ("AGREE", "CONSULT") and s.frame not in OF_SPEECH)
        return any(not sense.when or is_said_with(scene, i, sense) for sense in deeds)
    return False


def is_said_with(scene: Scene, k: int, sense: Sense) -> bool:
    """Whether the clause, names included, holds what the sense asks for: 使馆, 孔子学院.

    A protest goes on from the clause that names who protests: 民众星期六集会，|抗议歧视.
    """
    first, last = scene.clauses[scene.clause_number(k)]
    if sense.type == "PROTEST":
        who = around(scene, k)
        first = who.since if any(one.found_by in CROWDS for one in who.subjects) else first
    return re.search(sense.when, scene.text.plain[scene.units[first].start : scene.units[last - 1].end]) is not None


def _is_incited(scene: Scene, unit: Unit, k: int) -> bool:
    """Whether somebody only incites others to do it: 煽动暴徒|袭击国会, but 以煽动罪|逮捕."""
    return bool(_INCITES.match(unit.text)) and _CRIME not in scene.text.plain[unit.end : scene.units[k].start]


def _orders(scene: Scene, i: int, k: int) -> bool:
    """Whether somebody orders his own people to do it: 下令|制裁, 下令|加强|备战."""
    between = (scene.units[j].text for j in range(i + 1, k))
    return scene.units[i].text == "下令" and all(text in _STRENGTHENS for text in between)


def _on_request(scene: Scene, i: int) -> bool:
    """Whether a request is only what a deed answers to: 应美国的引渡要求|逮捕."""
    return scene.units[i].text.endswith(("要求", "请求", "邀请")) and any(
        unit.text == "应" for unit in scene.units[scene.clauses[scene.clause_number(i)][0] : i]
    )


def _is_supposed(scene: Scene, k: int, who: Around) -> bool:
    first, last = scene.clauses[scene.clause_number(k)]
    if is_supposed(scene, k):
        return True
    if _CONDITION.search(scene.plain(first, last)[: scene.units[k].end - scene.units[first].start + _AS_CONDITION]):
        return True  # 以跟台湾|断交|为条件
    if who.since < first and _SCOPE.search(scene.plain(who.since, first)):
        return True
    behind = scene.text.plain[scene.units[k].end : scene.units[last - 1].end + 1]
    blamed = any(unit.letter == "t" and unit.text in _FOR for unit in scene.units[first:k]) and _BLAMED.match(behind)
    return bool(_QUESTION.search(behind) or blamed)


def is_supposed(scene: Scene, k: int) -> bool:
    """Whether the clause up to the unit ``k`` only supposes, wants or denies what follows."""
    first, _ = scene.clauses[scene.clause_number(k)]
    return bool(_HYPOTHETICAL.search(_CAUSE.sub("", scene.plain(first, k))))


def serves_an_end(scene: Scene, k: int) -> bool:
    """Whether a word right before says what the deed is for, or that it could be done: 以|制裁, 能|制裁."""
    first, _ = scene.clauses[scene.clause_number(k)]
    near = k - 1
    while near >= first and scene.letters[near] == "a" and scene.units[near].text not in _FOR_AN_END:
        near -= 1
    shown = near == k - 1 and scene.units[near].text == "以" and _SHOWS.match(scene.text.plain, scene.units[near].end)
    if shown:
        return False  # 会见议员，以|表示支持
    lasted = near > first and _SPAN.search(scene.units[near - 1].text) is not None  # 30年|来|首次制裁
    return near >= first and scene.units[near].text in _FOR_AN_END and not lasted


def _is_wanted(unit: Unit) -> bool:
    """Whether a verb only wants, fears or allows what follows; what somebody vows is told behind: 誓言|制裁."""
    if unit.text.startswith(_VOWS):
        return False
    return bool(_WANTED.match(unit.text)) or unit.tells(("REQUEST", "THREATEN", "REJECT"))


def state_of_act(known: Status | None, state: State, before: str) -> State:
    """The state of an act: what its rule knows, else done or to come; no act tells what is only wished for.

    What somebody promised on a day that is over is still to come: the day is that of the promise (17日同意|制裁).
    """
    if known is not None:
        return State(known, shown=True)
    promise = _PROMISED.search(before)
    if promise is not None and (state.by == "date" or (state.status == "happened" and promise[1] == _CONSENT)):
        return State("planned", shown=True, by=promise[1])
    if state.status == "happened" and (consent := _ENVOYS.search(before)):
        return State("planned", shown=True, by=consent[1])
    return state if state.status in ("happened", "planned", "expected") else State("happened", shown=False)
