"""Whether a thing took place: from the words before and after the one that tells it, and from its date.

PLOVER's own projects never coded this; the strict codes that follow from it are in :mod:`shilu.reading.events.plover`.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from shilu.reading.events.lexicon import data
from shilu.records import TO_COME

if TYPE_CHECKING:
    from shilu.records import Moment, Status

_DONE = re.compile(
    r"了(?!解)|(?<![通透经不])过(?!程|去|往)|曾|已(?!故|知)|刚刚|结束|此前|当时|历时|早前|当年|刚|"
    r"(?:才|终于?|总算)[^，。]{0,16}得以"
)
_ABOUT_TO = re.compile(r"(?<![需只主重想首必不])要$|即将$")
"""Before what is about to be done: 两国高层官员要|会面了."""
_ARRIVED = re.compile(r"飞?抵(?:达)?")
"""Verbs that tell of an arrival as done where nothing says that it is to come."""
_IS_DONE = re.compile(r"[了过].?$")
_HAS_HELD = re.compile(r"(?:[举进]行|举办|召开|展开)了[^，。；]{0,12}$")
_NO_MARK = re.compile(r"了[解断却结]|过[程去往境度]")
_INTENDED = re.compile(
    r"的?(?P<planned>(?:计划|安排)(?![了好在于]))|的?(?:意[向愿图]|指望|心愿|提议|倡议|请求|愿望|想法|念头)|[^，。；]{0,8}的(?:心愿|愿望|意愿)|的(?:可能|机会|邀请)|可能性|"
    r"[^，。；]{0,3}(?:持开放态度|感兴趣|有兴趣)|一事[^，。；]{0,4}(?:进行|展开)?(?:磋商|协商|谈判|讨论)|(?:的?(?:相关|有关|具体))?事宜"
)
"""Nouns behind a visit that make it one intended: 访问台湾|计划, 访韩|意向."""
_FULFILLED = re.compile(r"(?:实现|了却|满足|达成|圆)了?[^，。；]{0,8}$")
"""Before a wish that came true: 实现了|访问台湾的心愿."""
_HOPED = re.compile(
    r"(?:(?:并?没有|不抱|不存)(?:任何|过高|太[高多]|多大|什么)的?|抱有|充满|寄予)[^，。；的]{0,3}(?:期待|期望|指望|希望|幻想)"
)
"""Behind what is only looked forward to: 对中美对话|没有过高期待."""
_OF_TIME = re.compile(r"的?(?:具体)?(?:日期|时间表?|时程)")
_UNTOLD = re.compile(
    r"(?:商讨|商量|商议|磋商|协调|敲定|商定|(?:拒绝|没有|尚未|并未|未|不愿|不肯)(?:透露|公布|说明|宣布|确定))(?=[^，。；]*$)"
)
"""Behind and before an encounter of which it is not settled, or not told, when it will be."""
_PREPARED = re.compile(r"的?[^，。]{0,3}?(?:[作做]好?准备|铺路|预热|打前站)")
_OF_OTHER = frozenset({"了", "过", "已", "曾", "已经"})
"""Words that tell of the verb before an intention: 确认了|访韩意向."""
_AFTER = re.compile(r".*(?:继|自从?|[^，]是)(?=[^，]*$)")
_ON_WHAT = re.compile(r"(?:就|有关|关于)(?:[^，。]{0,6}(?:[员官团者]|专家|代表))?$")
_ON_WHOSE = re.compile(r"[国方华美日欧俄]就(?![任职读近此在位要将可会已曾是])[^，。的了后时]{2,6}$")
_TALKED_OF = re.compile(r"[^，。；]{0,14}(?:磋商|谈判|协商|商谈|洽谈|商讨)")
"""Before and behind a visit that others talk of: 美国与中国就布林肯|访问北京|进行磋商."""
_MATTER = re.compile(
    r"[^。；]{0,20}(?:磋商|谈判|讨论|协商|商谈|商讨|商议|沟通|交涉|洽谈|会谈|对话|交换|达成|"
    r"交谈|表态|回应|表示|提出|接触|协调)"
)
"""Behind what is talked of: 就|访问新疆|磋商, but 上任不久就|访问印度."""
_TELLS_OF = re.compile(r"(?:发表|发布|公布|公开|撰写|提交|出版)(?!会|日)[^，。；并和及后再]{0,14}$")
_ACCOUNT = re.compile(r"[^，。；]{0,14}(?:报告|结果|成果|细节|行程|日程|纪要|纪录|记录|回忆录)")
"""What is to be published is an account of a visit that is over: 将发表|武汉之行|的报告."""
_ONCE = re.compile(
    r"原[计定拟]划?|原本(?:计划|打算|要|拟|想|[预确]?定|订|安排)|[原本]想|曾(?:希望|计划|打算|考虑|有意|拟)|本来(?:要|打算)"
)
_UNDONE = re.compile(
    r"，(?:但|却|然而|不过|后来?|最终|最后|因|由于|[^，。；]{1,8}(?:被迫|突然|临时))[^。；]{0,24}?"
    r"(?:(?:取消|推迟|延期|延后|改期|中止|搁置)(?!了?[与对和在同跟])|作罢|(?:未能?|没有?|没能)成行|泡汤|告吹)"
)
"""Behind what was once intended: 原计划访问日本|，但因疫情没有成行."""
_ONCE_OFF = re.compile(r"(?:先前|此前|之前|早前|原先|一度|曾|去年)[^，。；的]{0,8}$")
"""Before what was put off, or called off, at first: 先前|推迟的访问."""
_NOT_OFF = re.compile(r"(?:拒绝|不会|没有|并未|未|无意|否认|不愿|不肯)(?:再|将|要)?$")
"""Before what is not called off: 拒绝|取消访问."""
_CALLS = re.compile(
    r"(?:尽[早快]|早日)..|邀请?|要求?|施压|呼吁|提议|建议|敦促|主张|请求|鼓励|期待|期望|希望|(?:建议|提议|主张|呼吁|希望)要"
)
_DEMANDS = re.compile(r"(要求|敦促|呼吁|施压|(?<![需只主重])要(?=[他她其]))[^，。；]{0,30}$")
_CALLED_OFF = re.compile(
    r"^(?![^，。；]{0,4}(?:要求|呼吁|敦促|施压))[^，。；]{0,6}?(?:被|遭|已|宣布)?(?:取消|推迟|延期|延后|泡汤|告吹|流产|搁置|受阻|遇阻|遭拒)"
    r"|^[^，。；]{0,4}(?:因|由于|受)[^，。；]{1,16}?(?:被迫|临时|突然|紧急|无限期|再[次度]|而)*"
    r"(?:取消|推迟|延期|延后|搁置|搁浅|作罢|告吹|泡汤)(?!了?[与对和在同跟])"
)
_PUT_OFF_TO = re.compile(
    r"^[^，。；]{0,8}?(?:推迟|延期|延后|顺延|改期|延)(?:了?(?:到|至|为)|了?[一两三四五六七八九十\d]+个?(?:周|天|日|月|年|星期|礼拜)|"
    r"[^。；]{0,16}?[，\s][^，。；]{0,4}改(?:在|于|到|至|为|\d))"
)
"""Behind what is put off to another day, which is planned: 访美日期|推迟至4月, 会晤|推迟一周."""
_MOVED = re.compile(r"[^。；]{0,12}?[，\s]?改(?:在|于|到|至|为|\d)")
"""Behind it the day it is put off to."""
_AHEAD = re.compile(
    r"前夕|原[定订]|时，?(?:将|可能|或将|有望|料将|预计)|即将|[也还都]?将(?:于|在|会)?|登场前|(?:召开|举行|登场)?在即|[^，。；的]{0,4}?即将(?:拉开|登场|上演|展开|开始|举行|召开)|[^，。；的]{0,10}?将(?:于|在)?[^，。；]{0,14}?(?:举行|进行|召开|登场|展开|启动)"
)
_THEN_WILL = re.compile(r"[^，。；]{0,8}?(?:之?后|以后)[^，。；]{0,4}?将(?!近|军|士|领|来)")
"""Behind what is still to come, as is what will follow it: 抵达首尔|后将征询意见."""
_BEFORE = re.compile(r"(?:之)?前(?!往|首|总|国|外|所|在|来)")
_WHILE = re.compile(r"在[^，。；]{1,14}(?:期间|之际|时|中|上)")
_WITH_WHOM = re.compile(r"[与和同跟][^，。；]{1,30}(?:举行|进行|召开)[^，。；]{0,6}$")
"""Behind a denial with whom it is that somebody did not meet: 没有|与他的中国同行王毅举行|会谈."""
_IN_FRAME = re.compile(r"(?![在于因与和同跟])[^，。]{0,8}的[^，。]{1,6}(?:[中里内]|期间)[^，。的]{0,8}$")
"""Behind a denial what was not done is but how the rest was: 在没有宣布的行程中|会晤."""
_IN = re.compile(r"[不未没无][^，。]{0,3}(?:在|于|因为?)[^，。]*$")
_WITHIN = re.compile(
    r"(?:会谈|会议|峰会|对话|对谈|谈判|磋商|会晤|通话)\|"
    r"(?:上(?![海月周任届])|里|中(?![国方共东止断])|时(?!间|程|任)|期间|而(?!是)|[之以][前后]|后|前(?![往总首外国众防任]))"
)
"""Behind an encounter within which, or for which, something else is not done: 不会在|会谈中达成共识."""
_WILL_BE = re.compile(r"，(?:预计|预料|料|估计)?(?:也|还|都)?将(?:会)?(?:是|成为|聚焦|登场)")
"""Right behind an encounter that is to come: 首次会晤|，预计将是一次考验."""
_ACCEPTED = re.compile(
    r"(?<![未没绝不])(?:接受(?!采访|专访|访问)|(?<![回响反供对相])应(?!当|该|询|邀))[^，。；时说称示]{0,12}$"
)
"""Before an invitation that is no wish any more: 接受欧盟|邀请."""
_TIMES = frozenset({"下周", "下星期", "下礼拜", "明天", "明日", "下个月", "下月", "未来", "今后", "明年", "日后"})
"""Words for times to come, before which others may make it less sure."""
_ON_COURSE = re.compile(r"的?(?:能够?|可以|会(?!谈|议|晤|面)|时|期间|中|上|取得|达成|聚焦|富有|有所)")
"""Behind an encounter of which only the outcome is wished for."""
_ACCORD = re.compile(r"(?:中|时)?(?:所?达成的)?的?(?:重要)?(?:精神|共识)")
_BY_ACCORD = re.compile(r"(?:按照|依照|根据|落实|遵循|贯彻|秉持|本着)[^，。；]*$")
"""Behind and before an encounter by whose outcome others mean to act."""
_DENIES = re.compile(r"(?<!没有)(?<![不未])否认了?[^，。；]{0,4}$")
_DEMANDED = frozenset({"要求", "请求"})
_GRANTED = re.compile(r"(?:紧急)?(?:举行|召开|举办)的")
"""Behind a demand that only says whose idea what was held was: 应柏林要求|举行的会议."""
_INVITES = frozenset({"邀请", "邀"})
_NEAR = 12
"""How many characters before its word a denial may stand …"""
UNWILLING = frozenset({"不急", "无意", "不打算", "不愿", "拒绝与"})
"""… but for those that hold for all that somebody would do: 不急于访问北京与他会面; or that he knows of nothing."""
_UNHEARD = frozenset({"没听说", "没有听说", "未听说", "未曾听说"})


class State(NamedTuple):
    """A status, and whether anything shows it."""

    status: Status
    shown: bool
    by: str = ""
    """The word that shows it, or ``date``."""


@functools.cache
def _words() -> re.Pattern[str]:
    words: dict[str, list[str]] = data("status")
    groups = (f"(?P<{status}>{'|'.join(sorted(of, key=len, reverse=True))})" for status, of in words.items())
    return re.compile("|".join(groups))


_FIRST = re.compile(r"将(?:会)?(?:成为|是)[^。；]{0,28}(?:首[位个名次度]|第一[位个次])[^，。；]*$")
_AND_THEN = re.compile(
    r"[与跟同和于]|并(?!未|非|不)|再|然后|随后|接着|而且|以及|届时|期间|其间|之后|此后|其后|[^，]{0,3}还"
)
_SUPPOSED = re.compile(
    r"如果|以确保在|只[有在][^，。；]{1,16}才会(?![见谈晤面])|一旦|假如|倘若|假若|假设|要是|即[使便]|万一|若(?!干|昂|泽|热|望|是)|每[一两二三四五六七八九十半几\d]{0,2}个?[年月次季周天]|以往(?!来)|往往|(?:一般|通常)都?会?(?:先|是)?|历[任届代](?:的)?[^，。的]{0,6}(?:总统|总理|首相|国务卿|领导人|主席|部长)(?!的)|(?<![和与及、])(?:总统|总理|首相|国务卿)们?[都均](?![没未不])|经常|定期|或不|能否|是否|会不会|能不能|要不要|算不算|为何|[无不]论|与否|各[种类]|任何"
)
_USUAL = re.compile(r"[^，。]{0,6}(?:传统上|通常|一般来说|一般而言|历来|按照?惯例)")
_ABLE = re.compile(
    r"(?:(?<![可功性职智核潜技本动产未没望盼待])能(?![力源量耗])够?|可以|才能|不敢|难以|方便|便于|有权|能够|允许|准许|禁止|限制|阻止|阻挠|避免|不要|不得|切勿|必须)[^，]{0,4}$|"
    r"(?:禁止|严禁|不得|不准)[^，后]*$|(?:让|使|令)[^，。]{0,8}(?:能够?|可以)[^，。]*$"
)


_UNSURE = re.compile(
    r"[^，。；]{0,3}可能(?:性(?:(?:[极很较更]|非常|十分|相当)?(?:小|低|微|渺茫)|几乎|为零)|性?(?:并?不|没有那么)(?:很?[大高]|存在))|"
    r"[^，。；]{0,6}(?:遥遥无期|未定|尚未|仍未|还没有?|无法(?:确定|预料|预测)|悬而未决|(?:能|会|可|是)否(?:举行|进行|成行|如期|实现|会|能)|"
    r"的(?:自由|权利|资格|能力|条件))|[^，。；]{0,8}[吗嘛][？?]?$|[^，。；]{0,3}(?:是不是|会不会|有没有|可期)"
)
_AS_TOPIC = re.compile(
    r"(?:一事|之事|这件事)?(?:将?是|事关|意味着|取决于|有助于|有利于|符合|不符合|等于)(?!在|为了|应)"
)


def is_left_open(after: str) -> bool:
    """Whether the words behind say that it is not sure to come: 与他的会谈|遥遥无期, 去哪里访问|的自由."""
    return bool(_UNSURE.match(after))


def is_topic(after: str) -> bool:
    """Whether a deed is but the topic of a remark: 访问非洲|是两国的大事."""
    return bool(_AS_TOPIC.match(after))


def is_general(sentence: str) -> bool:
    """Whether a sentence opens as one on what is usual: 传统上，国务卿会到访日本."""
    return bool(_USUAL.match(sentence))


_COUNTER = re.compile(r"如果不是|若不是|要不是|若非|本可以?|本应")


def is_contrary(sentence: str) -> bool:
    """Whether a sentence tells what would have been: 如果不是疫情，他已经访问了日本."""
    return bool(_COUNTER.search(sentence))


def is_background(before: str) -> bool:
    """Whether the clause up to the word only supposes, permits or generalises: 如果两人会面, 可以访问, 每年会晤."""
    return bool(_SUPPOSED.search(before) or _ABLE.search(before))


def goes_on(before: str) -> bool:
    """Whether a clause goes on with what the one before tells, and shares its modality: 将访问日本，并举行会谈."""
    return bool(_AND_THEN.match(before)) and _told(before) is None


def says_when(before: str) -> bool:
    """Whether the words of a clause show by themselves that it is done or to come."""
    return _told(before) is not None


def is_first_to_come(before: str) -> bool:
    """Whether somebody will be the first who does it: 将成为首位访问白宫的外国领导人."""
    return bool(_FIRST.search(before))


def is_to_come(before: str) -> bool:
    """Whether the words before tell of what is still to come."""
    return _told(before) in TO_COME


def is_planned(before: str) -> bool:
    """Whether the words before tell of what is meant, or expected, to be done."""
    return _told(before) in ("planned", "expected")


def is_unwilling(before: str) -> bool:
    """Whether somebody would rather not do all that follows: 不急于前往北京，|与他会面."""
    status, word = _mark(before)
    return status == "denied" and word in UNWILLING


def was_to_be(before: str) -> bool:
    """Whether the words before tell of what was once intended: 原计划1月访问."""
    return bool(_ONCE.search(before))


def since(before: str, after: str) -> str:
    """The words before without what comes after the encounter: 这将是继|两人会晤|后首次对话."""
    return _AFTER.sub("", before) if before and after.startswith(("后", "之后", "以来", "以后")) else before


def is_before(after: str) -> bool:
    """Whether what the clause tells comes before the encounter: 会谈|前夕."""
    return bool(_BEFORE.match(after))


def is_prepared(after: str) -> bool:
    """Whether somebody only prepares for it: 为他访问土耳其|作准备."""
    return bool(_PREPARED.match(after))


def is_done(word: str, after: str) -> bool:
    """Whether the event word is told as done by itself or by what stands behind it: 会见|了, 谈过, not 来台|了解."""
    return bool(_IS_DONE.search(word + ("" if _NO_MARK.match(after) else after[:1])))


def is_told_as_done(before: str, word: str, after: str) -> bool:
    """Whether 了 tells it as done, and nothing as to come: 与他举行了|会谈, 会见了, but not 就要会面了."""
    light = _HAS_HELD.search(before) is not None
    return (light or is_done(word, after)) and not is_to_come(before) and not _ABOUT_TO.search(before)


def is_past(date: Moment | None, published: str | None) -> bool:
    """Whether a date lies wholly before the day of publication."""
    return _order(date, published) < 0


def is_ahead(date: Moment | None, published: str | None) -> bool:
    """Whether a date lies wholly behind the day of publication."""
    return _order(date, published) > 0


def state_of(before: str, word: str, after: str, date: Moment | None, published: str | None) -> State:
    """The status of an event told by ``word`` with its clause before and after it.

    ``date`` is the event's own. One after the day of publication is still to come whatever the verb says, and one
    before it has happened unless the event was called off or denied.
    """
    told, by = _said(before, after)
    ahead = _ahead(before, word, after) or (_ONCE.search(before) if told is None else None)  # 原定9日访美|，但推迟
    if told == "cancelled" and ahead:
        told, by = "planned", ahead[0]  # 此前被推迟的访问|将在4月成行
    if told == "denied" and _IN.search(before) and _WITHIN.match(f"{word}|{after}"):
        told, by = None, ""
    if told in ("planned", "expected") and is_done(word, after) and not ahead:
        told, by = "happened", "了"  # 签署合作计划前会见了总统, but 要会面|了
    order = _order(date, published)
    if told in ("denied", "cancelled"):
        return State(told, shown=True, by=by)
    if order < 0:
        return _over(before, told, by)
    if told in TO_COME:
        once = _ONCE.search(before)
        return State(told, shown=True, by=once[0] if once else by)
    if order > 0:
        return State("planned", shown=True, by="date")
    if told is None and (ahead or _BEFORE.match(after)):
        return State("planned", shown=bool(ahead), by=ahead[0] if ahead else "")
    done = _DONE.search(after[:2] + word) or _ARRIVED.match(word)
    return State("happened", shown=bool(told or done), by=by or (done[0] if done else ""))


def _said(before: str, after: str) -> tuple[Status | None, str]:
    """The status that the words before and right behind tell."""
    if _TELLS_OF.search(before) and _ACCOUNT.match(after):
        told, by = None, ""
    else:
        told, by = _mark(before)
    if told in TO_COME and _ACCORD.match(after) and _BY_ACCORD.search(before):
        return "happened", "按照"  # 同意按照两国元首|通话|精神保持对话
    if told == "proposed" and _ON_COURSE.match(after) and any(time in before for time in _TIMES):
        told = "planned"  # 希望下周的对话|能聚焦合作: what it is to bring
    if called_off := _CALLED_OFF.match(after):
        told, by = "planned" if _PUT_OFF_TO.match(after) else "cancelled", called_off[0]
    return told, by


def _ahead(before: str, word: str, after: str) -> re.Match[str] | None:
    """The words beside the one that tells an encounter that put it off to come."""
    if after.startswith("了") and (soon := _ABOUT_TO.search(before)):
        return soon
    return _AHEAD.match(after) or (_THEN_WILL.match(after) if _ARRIVED.match(word) else None)


def _over(before: str, told: Status | None, by: str) -> State:
    """What has a day that is over has happened, unless it was only to be: 原计划1月访问."""
    if told in ("proposed", "planned") and _CALLS.fullmatch(by):
        return State(told, shown=True, by=by)  # 昨天呼吁举行会议, 昨天要求取消|访问
    once = None if told == "happened" else _ONCE.search(before)
    if once is not None:
        return State("cancelled", shown=True, by=once[0])
    return State("happened", shown=True, by=by if told == "happened" else "date")


def intended(state: State, after: str, before: str = "") -> State:
    """The state of an encounter that nothing shows, where the words beside make it one only intended: 访问台湾|计划.

    ``before`` may lead to it as what is talked of: 与中国就|访问新疆|磋商.
    """
    if not state.shown and (talked_of := _talked_of(before, after)) is not None:
        return talked_of
    if state.status != "happened":
        return state
    if match := _PREPARED.match(after) or (None if state.shown else _HOPED.match(after)):
        return State("planned", shown=True, by=match[0])
    match = None if state.shown and state.by not in (*_OF_OTHER, "date") else _INTENDED.match(after)
    if match is None or (not match["planned"] and _FULFILLED.search(before)):
        return state
    return State("planned" if match["planned"] else "proposed", shown=True, by=match[0])


def _talked_of(before: str, after: str) -> State | None:
    """The state of what the words beside make but the matter of talks."""
    topic = _ON_WHAT.search(before)
    if topic is not None and (not topic[0].startswith("就") or _MATTER.match(after)):
        return State("proposed", shown=True, by=topic[0])
    if _ON_WHOSE.search(before) and _TALKED_OF.match(after):
        return State("proposed", shown=True, by="就")
    return None


def untold(state: State, before: str, after: str) -> State:
    """The state of an encounter of which it is not settled, or not told, when it will be: 拒绝透露|会面|的日期."""
    unsettled = _UNTOLD.search(before) if not state.shown and _OF_TIME.match(after) else None
    return state if unsettled is None else State("planned", shown=True, by=unsettled[0])


def undone(state: State, before: str, rest: str) -> State:
    """The state of an encounter that was once intended, where the ``rest`` of the sentence says it came to nothing."""
    once = was_to_be(before) or _ONCE.match(rest) is not None
    if state.status == "planned" and once and (match := _UNDONE.search(rest)):
        return State("cancelled", shown=True, by=match[0])
    return state


def to_be(state: State, rest: str) -> State:
    """The state of an encounter of which the ``rest`` of the sentence says what it will be."""
    if state.status == "happened" and not state.shown and (match := _WILL_BE.match(rest)):
        return State("planned", shown=True, by=match[0][1:])
    return state


def _order(date: Moment | None, published: str | None) -> int:
    """Whether a date lies wholly before (−1) or after (1) the day of publication."""
    if date is None or published is None:
        return 0
    first, last = date.split("/")[0], date.split("/")[-1]
    if first[: len(published)] > published[: len(first)]:
        return 1
    return -1 if last < published[: len(last)] else 0


def _told(before: str) -> Status | None:
    return _mark(before)[0]


def _mark(before: str) -> tuple[Status | None, str]:
    """The status that the words before tell, and the word that tells it: the last decides."""
    last = None
    for match in _words().finditer(before):
        last = match
    if last is None:
        done = _DONE.search(before[-12:])
        return ("happened", done[0]) if done else (None, "")
    status = cast("Status", last.lastgroup)
    if status == "cancelled":
        return _called_off(before, last)
    if status == "denied":
        return _denied(before, last)
    return _to_come(before, last, status)


def _to_come(before: str, word: re.Match[str], status: Status) -> tuple[Status | None, str]:
    """The same where the last word says that it is to come."""
    if word[0] in _DEMANDED and _GRANTED.match(before, word.end()):
        return _mark(before[: word.start()])
    if word[0] in _TIMES and (told := _mark(before[: word.start()]))[0] in ("proposed", "expected"):
        return told  # 可能|下周|与习近平通话
    if denial := _DENIES.search(before, 0, word.start()):
        return "denied", denial[0]
    if word[0] == "邀请" and _ACCEPTED.search(before, 0, word.start()):
        return None, ""
    # 邀请了他访问 is done as an invitation, not as a visit.
    done = _DONE.search(before, word.end() + (word[0] in _INVITES and before.startswith("了", word.end())))
    return ("happened", done[0]) if done else (status, word[0])


def _denied(before: str, word: re.Match[str]) -> tuple[Status | None, str]:
    """The same where the last word denies it."""
    # 没有在二月的会议期间|会晤, 没有与他的中国同行王毅举行|会谈
    phrase = _WHILE.match(before, word.end()) or _WITH_WHOM.match(before, word.end())
    far = len(before) - (phrase or word).end() > _NEAR and word[0] not in UNWILLING | _UNHEARD
    return (None, "") if far or _IN_FRAME.match(before, word.end()) else ("denied", word[0])  # 不会阻挠|致力的|交涉


def _called_off(before: str, word: re.Match[str]) -> tuple[Status | None, str]:
    """The same where the last word calls it off."""
    if _NOT_OFF.search(before, 0, word.start()):
        return "planned", word[0]  # 拒绝取消|访台
    if before.startswith("的", word.end()) and _ONCE_OFF.search(before, 0, word.start()):
        return _mark(before[: word.start()])  # 将展开先前推迟的|访问
    if moved := _MOVED.match(before, word.end()):
        return "planned", moved[0]  # 印度行延期 改16日与莫迪|会谈
    if wish := _DEMANDS.search(before, 0, word.start()):
        return "planned", wish[1]  # 要求他取消|访问: it stands as it was
    return "cancelled", word[0]
