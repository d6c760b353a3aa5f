"""Bodies and states as speakers, and people who are named by their office or kind alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from shilu.reading.quotations.cues import ways, word_set
from shilu.reading.quotations.heard import MEDIUM, Voice
from shilu.reading.quotations.meant import JOINTS
from shilu.reading.quotations.units import QUOTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shilu.reading.quotations.meant import Subject
    from shilu.reading.quotations.units import Word

_ANY_BODY = frozenset(("机构", "组织", "公司", "单位", "团体", "方面", "当局", "媒体", "集团", "企业"))
_PAIR = 2
_TOGETHER = ("两国", "三国", "双方", "三方")
_SEVERAL_BEFORE = re.compile(r"[上前]述|[这那](?:[两三四五六七八九十几些数]|\d).")
_THIS_MEDIUM = re.compile(r"该(?:媒体?|报|台|社|刊|网)")
_SOMEBODY = re.compile(r"[一某](?:名|位)|另一(?![个家份方边])")
_KIN: dict[Literal["m", "f"], tuple[str, ...]] = {
    "m": ("父亲", "爸爸", "丈夫", "儿子", "哥哥", "弟弟", "爷爷", "男友"),
    "f": ("母亲", "妈妈", "妻子", "女儿", "姐姐", "妹妹", "奶奶", "女友"),
}
_SIDES = word_set("校方 院方 厂方 店方 资方 劳方 检方 控方 官方 警方 军方 对方 医方 园方 站方")
_COURTS = word_set("法院 法庭 政府 议会 国会 公司 学校 医院 银行 工会 教会 协会 检察院 央行 法官 店家 厂商")
"""Bodies that a story calls by their kind alone."""
_ONE_OF = re.compile(r"[一某]家")
_SOMEONE = re.compile(
    r"[一-鿿](?:者|们|官|员|师|士|养母|[商农住租客]户|[国港湾本洲当外族].?人|[旅游乘顾]客)$"
    r"|(?:使节|农民|选民|病人|银行|投行|券商|企业|品牌)$"
    r"|^(?:许多|不少|很多|一些|有些|有的|多数|少数|部分|其他|所有)人$|^国际社会$"
)
_BODY = re.compile(
    r"(?:(?<![内外全干])部|委员会|委|办|局|署|机构|组织|公司|集团|大学|法院|议会|国会|党|社|报|电视台|电台|媒体|团体|厅|处|司|院|庭|使团|小组"
    r"|警方|军方|协会|基金会|中心|研究所|智库|当局|政府|使馆|方|方面)$"
)
_BODILY = frozenset(("当局", "方面", "高层", "成员国", "秘书处", "客服", "公关"))
_VAGUE = re.compile(
    r"[一两几多数名位些某各有其我许]|[a-z\d]+[家个]|当地|相关|上述|外国|国际|主要|其他|其它|民间|非政府|海外|地方"
)
_DATELINE = re.compile(r"路透(?!社)|中央社记者|\W")
_OFFICE = re.compile(r"[员长官者家席统理相使授]$|人士$")
_TITLE = re.compile(r"《([^《》]{1,30})》")
_LANGUAGE = re.compile(
    r"(?:[中英法德俄日韩藏维蒙]|繁体中|简体中)文|(?:[英法德俄日韩汉藏国粤维]|台|普通话)语|普通话|广东话"
)
_THING = re.compile(r"(?:规划|计划|报告|方案|办法|条例|声明|草案|法案|白皮书|通知|议题|问题|事件|案|文)$")
"""What stands in quotation marks and is no name of one who could speak."""
_TREATY = re.compile(r".*(?:协议|协定|条约|公约|宣言|法案|纲领|党纲|章程|奖)$")
"""What the tagger takes for a body and is none."""
_SHORTEST_BODY = 4
_LONGEST_NAME = 12


def states(subject: Subject) -> tuple[Voice, ...]:
    """美中两国, 日美双方 are the states named."""
    if len(subject.standings) < _PAIR or not is_of_several(subject.words[-1:]):
        return ()
    return tuple(subject.known(each, "joint") for each in subject.standings if each.kind == "place")


def is_of_several(words: Sequence[Word]) -> bool:
    """Whether a compound of states stands in front of these words: 美日|两国."""
    return bool(words) and words[0].text.startswith(_TOGETHER)


def spokesperson(subject: Subject) -> tuple[Voice, ...]:
    """An unnamed spokesperson speaks for the body; 发言人 alone for whom one has spoken just before."""
    if not any(word.text in subject.lexicon.spokespersons for word in (subject.tail, subject.words[subject.head])):
        return ()
    for kind in ("org", "place"):
        for standing in reversed(subject.standings):
            if standing.kind == kind:
                return (subject.known(standing, "spokesperson"),)
    for word in reversed(subject.words):
        if word.tag in ("ORG", "LOC"):
            return (subject.named(word.text, "spokesperson"),)
    heard = subject.heard
    bodily = subject.tail.text in _BODILY or (heard.voices and heard.voices[-1].how == "spokesperson")
    again = heard.body if bodily else _one_who_speaks(subject)
    if again and (subject.takes_up or len(subject.words) == 1):
        return (again.again(subject.text, "spokesperson"),)
    return (subject.named(None, "unnamed"),)


def _one_who_speaks(subject: Subject) -> Voice | None:
    """The last person; where he is known to speak for nobody (a minister), the last body that is no medium."""
    person = subject.heard.person
    known = subject.authority.people.get(person.id or "") if subject.authority and person else None
    if subject.authority is None or known is None or not known.offices:
        return person
    if any(subject.authority.offices[tenure.office].kind == "spokesperson" for tenure in known.offices):
        return person
    return next((body for body in subject.heard.bodies if body.name and not MEDIUM.search(body.name)), None)


def shortened(subject: Subject) -> tuple[Voice, ...]:
    """外事办 is 北京市外事办 heard of before, 馆方 the embassy."""
    body, text = subject.heard.body, subject.text.removesuffix("方")
    if body is None or body.name is None or subject.standings or len(subject.words) > 1 or len(subject.text) < 2:
        return ()
    return (body.again(subject.text, "short"),) if text != body.name and text in body.name else ()


def taken_up(subject: Subject) -> tuple[Voice, ...]:
    """该外长 is the last person, 该部 the last body."""
    if not subject.takes_up:
        return ()
    heard = subject.heard
    if (_BODY.search(subject.text) or _THIS_MEDIUM.fullmatch(subject.text)) and heard.body:
        return _same_body(subject, heard.bodies)
    bodily = any(_BODY.search(word.text) for word in subject.words)
    if bodily or _SEVERAL_BEFORE.match(subject.text):  # 该委员会成员; 上述学者: one or all of those before
        return (subject.named(None, "unnamed"),)
    if (heard.voices and heard.voices[-1].name is None) or subject.tail.text.endswith(("官员", "人士")):
        return (subject.named(None, "unnamed"),)  # whom articles call 该官员 they do not name
    if _OFFICE.search(subject.tail.text) and heard.person and "的" not in subject.text:
        return (heard.person.again(subject.text, "pronoun"),)
    return ()


def _same_body(subject: Subject, bodies: Sequence[Voice]) -> tuple[Voice, ...]:
    """该研究院 is the last body of that name, 该部 the last one if a 部, 该国政府 the government of the last state."""
    last, tail = bodies[0], subject.tail.text
    if subject.heard.medium and _THIS_MEDIUM.fullmatch(subject.text):
        return (subject.heard.medium.again(subject.text, "body"),)
    if last.kind == "place":
        state = subject.text.startswith("该国") and tail.endswith("政府")
        return (subject.named(f"{last.name}政府", "body"),) if state else ()
    named = (each for each in bodies if len(tail) > 1 and each.name and each.name.endswith(tail.lstrip("该这那此")))
    if body := next(named, None):
        return (body.again(subject.text, "body"),)
    fits = tail in _ANY_BODY or subject.text[-1] in (last.name or "")[-2:]
    return (last.again(subject.text, "body") if fits else subject.named(None, "unnamed"),)


def anonymous(subject: Subject) -> tuple[Voice, ...]:
    """官员, 专家 and the like have no name, unless the whole is a known title or body."""
    word = subject.tail.text
    unnamed = subject.lexicon.unnamed
    known = word in unnamed or word[-2:] in unnamed or word[-3:] in unnamed or word[-4:] in unnamed
    known = known or subject.text in _SIDES or subject.text in _COURTS
    someone = subject.tail.tag == "n" and (subject.had or _SOMEONE.search(word) or _SOMEBODY.search(subject.text))
    if not known and not someone:
        return ()
    joint = next((word.start for word in subject.words if word.text in JOINTS), subject.tail.start)
    for standing in reversed(subject.standings):
        if standing.kind != "place" and (
            standing.end >= subject.tail.end or standing.end == joint < subject.tail.start
        ):
            return (subject.known(standing),)
    named = len(subject.words) > 1 and (subject.words[-2].tag == "PER" or subject.words[-2].text.endswith("某"))
    kin = next((sex for sex, kind in _KIN.items() if named and word.endswith(kind)), None)  # 许某父亲
    return (msgspec.structs.replace(subject.named(None, "unnamed"), sex=kin),)


def side(subject: Subject) -> tuple[Voice, ...]:
    """中方 and 北京 speak for their state."""
    word = subject.tail.text
    if word in subject.lexicon.capitals and (len(subject.words) == 1 or word.endswith("方")):
        return (subject.named(subject.lexicon.capitals[word], "capital", "place"),)
    return ()


def bodies(subject: Subject) -> tuple[Voice, ...]:
    """甲国和乙国, 甲社、乙报: bodies and states that are named one by one."""
    names, joints = subject.words[::2], subject.words[1::2]
    if len(names) == len(joints) or not joints or any(word.text not in JOINTS for word in joints):
        return ()
    found: list[Voice] = []
    for word in names:
        known = next((each for each in subject.standings if (each.start, each.end) == (word.start, word.end)), None)
        if known is None and (word.tag not in ("ORG", "LOC") or word.text in ways()):
            return ()
        voice = subject.known(known, "joint") if known else subject.named(word.text, "joint")
        found.append(voice.again(word.text, "joint"))
    return tuple(found)


def body(subject: Subject) -> tuple[Voice, ...]:
    """A body or a state by its name: known, tagged, in 《》 or 「」, or with an ending that only bodies have."""
    tail = subject.tail
    if _ONE_OF.match(subject.text):
        return (subject.named(None, "unnamed"),)
    known = [each for each in subject.standings if each.end >= tail.end]
    if tail.tag == QUOTED:  # “共青团中央”|说: whose name stands in marks, in full
        known += [each for each in subject.standings if (each.start, each.end) == (tail.start + 1, tail.end - 1)]
    if known and (_LANGUAGE.fullmatch(tail.text) or _TREATY.search(tail.text)):
        known = []
    for standing in sorted(known, key=lambda each: (each.kind != "person", each.kind != "org", each.start)):
        if standing.how != "abbreviation" or tail.text.endswith("方"):
            return (subject.known(standing),)
    name = _name(subject)
    if name:
        return (subject.named(name, "name"),)
    if tail.text.endswith(("方", "方面")) and subject.standings:
        return (subject.known(subject.standings[-1], "body"),)
    if _BODY.search(tail.text) and len(subject.text) >= _SHORTEST_BODY and not _VAGUE.match(subject.text):
        return (subject.named("".join(word.text for word in subject.words), "body"),)
    return ()


def _name(subject: Subject) -> str | None:
    """What stands like a name though nobody knows it: a medium in 《》, a word the tagger takes for a body."""
    tail = subject.tail
    title = _TITLE.fullmatch(tail.text)
    if title:
        return title[1] if MEDIUM.search(title[1]) else None
    quoted = tail.tag == QUOTED and len(tail.text) <= _LONGEST_NAME and not _THING.search(tail.text)
    named = quoted or tail.tag in ("ORG", "LOC", "nz", "nt")
    if not named and not tail.text.isascii():
        return None
    if tail.text.lower() in ways() or any(each.match(tail.text) for each in (_DATELINE, _LANGUAGE, _TREATY)):
        return None
    if tail.text.isascii() and tail.text.isalpha() and not any(each.kind == "org" for each in subject.standings):
        return " ".join(word.text for word in subject.words if word.text.isascii())
    return tail.text if named else None
