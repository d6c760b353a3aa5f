"""Who said what: words, speakers, cues, and the way they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articles import article
from shilu.knowledge import authority
from shilu.reading.quotations import quotations, unclosed
from shilu.reading.reader import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.analysis import Analysis
    from shilu.reading.tagger import Tagger
    from shilu.records import BlockKind


@pytest.fixture
def analysed(tagger: Tagger) -> Callable[..., Analysis]:
    """Analyse an article of some paragraphs."""

    def run(*paragraphs: str, kind: BlockKind = "paragraph") -> Analysis:
        return analyse([article(*paragraphs, kind=kind)], authority=authority(), tagger=tagger)[0]

    return run


@pytest.fixture
def said(analysed: Callable[..., Analysis]) -> Callable[..., list[tuple[str, str | None, str]]]:
    """Kind (d or i), speaker and words of every quotation of some paragraphs."""

    def run(*paragraphs: str) -> list[tuple[str, str | None, str]]:
        return [(each.kind[0], each.speaker, each.text) for each in quotations(analysed(*paragraphs))]

    return run


WANG = "中国外长王毅"
CASES = [
    # Direct, with the cue before, after and between.
    ([f"{WANG}说：“双方应当保持对话。”"], [("d", "王毅", "双方应当保持对话。")]),
    (["「雙方應當保持對話。」中國外長王毅說。"], [("d", "王毅", "雙方應當保持對話。")]),
    (
        ["“双方应当保持对话，”王毅说，“分歧可以管控。”"],
        [("d", "王毅", "双方应当保持对话，"), ("d", "王毅", "分歧可以管控。")],
    ),
    ([f"{WANG}指出：“首先要对话。其次要合作。”"], [("d", "王毅", "首先要对话。其次要合作。")]),
    # Indirect, and mixed.
    ([f"{WANG}星期五表示，中方愿意继续对话。"], [("i", "王毅", "中方愿意继续对话")]),
    (
        [f"{WANG}表示，中方愿意继续对话，“分歧可以得到管控”。"],
        [("i", "王毅", "中方愿意继续对话，“分歧可以得到管控”"), ("d", "王毅", "分歧可以得到管控")],
    ),
    ([f"{WANG}说，会谈是“有益的”。"], [("i", "王毅", "会谈是“有益的”")]),
    # One speaker, several cues; pronouns; the subject carried over.
    (
        [f"{WANG}表示，会谈富有成果，并强调双方将继续接触。"],
        [("i", "王毅", "会谈富有成果"), ("i", "王毅", "双方将继续接触")],
    ),
    (
        [f"{WANG}16日抵达慕尼黑。他表示，会谈富有成果。"],
        [("i", "王毅", "会谈富有成果")],
    ),
    (
        [f"{WANG}在记者会上说，会谈富有成果。", "王毅还指出，双方将继续接触。"],
        [("i", "王毅", "会谈富有成果"), ("i", "王毅", "双方将继续接触")],
    ),
    # A paragraph of nothing but a run goes on with the last speaker.
    (
        [f"{WANG}说：“双方应当保持对话。”", "“分歧可以得到管控。”"],
        [("d", "王毅", "双方应当保持对话。"), ("d", "王毅", "分歧可以得到管控。")],
    ),
    # Bodies, spokespersons, states, documents, sources.
    (["中国外交部发言人表示，中方坚决反对。"], [("i", "中国外交部", "中方坚决反对")]),
    (["据路透社报道，两国将恢复谈判。"], [("i", "路透社", "两国将恢复谈判")]),
    (["据路透社报道，美国国务院表示，两国将恢复谈判。"], [("i", "美国国务院", "两国将恢复谈判")]),
    (["北京指责华盛顿违反承诺。"], [("i", "中国", "华盛顿违反承诺")]),
    (
        ["中国外长王毅和美国国务卿布林肯表示，会谈富有成果。"],
        [("i", "王毅", "会谈富有成果"), ("i", "布林肯", "会谈富有成果")],
    ),
    # “……，”甲说，……: what stands before and after.
    (
        ["“双方应当保持对话，”王毅说，分歧可以得到管控。"],
        [("d", "王毅", "双方应当保持对话，"), ("i", "王毅", "分歧可以得到管控")],
    ),
    # What a verb takes ends where the story goes on with somebody else.
    (["中国宣布制裁这家公司，布林肯随后取消了访问。"], [("i", "中国", "制裁这家公司")]),
    # A joint statement is the word of all.
    (
        ["中国外长王毅和美国国务卿布林肯发表联合声明。", "声明说，会谈富有成果。"],
        [("i", "王毅", "会谈富有成果"), ("i", "布林肯", "会谈富有成果")],
    ),
    # 根据 inside a report names no source of it.
    ([f"{WANG}表示，中方已根据双方的共识，恢复了对话。"], [("i", "王毅", "中方已根据双方的共识，恢复了对话")]),
    ([f"{WANG}承诺将继续对话。"], [("i", "王毅", "将继续对话")]),
    # What follows a nameless source is not the word of who was named before.
    (
        [f"{WANG}说：“双方应当保持对话。”", "有网民表示，“又来了。”“这样的话听得太多了！”"],
        [("d", "王毅", "双方应当保持对话。"), ("d", None, "这样的话听得太多了！")],
    ),
    (["德国工商联会周五表示，贸易正在恢复。"], [("i", "德国工商联会", "贸易正在恢复")]),
    (["一名国务院官员说，会谈并不顺利。"], [("i", None, "会谈并不顺利")]),
    # The addressee is no part of what he is told.
    ([f"{WANG}告诉记者，会谈富有成果。"], [("i", "王毅", "会谈富有成果")]),
    ([f"{WANG}还在书面声明中写道：“会谈是有益的。”"], [("d", "王毅", "会谈是有益的。")]),
    # 他 after somebody without a name is nobody named before; so is a document of unknown issuers.
    (
        [f"{WANG}表示，会谈富有成果。一名年轻官员说，情况并不清楚。他表示，双方还要继续谈判。"],
        [("i", "王毅", "会谈富有成果"), ("i", None, "情况并不清楚"), ("i", None, "双方还要继续谈判")],
    ),
    (
        [f"{WANG}表示，会谈富有成果。研究小组周五发布的报告指出，贸易正在恢复。"],
        [("i", "王毅", "会谈富有成果"), ("i", None, "贸易正在恢复")],
    ),
    ([f"{WANG}到场慰问，一名死者的母亲说，孩子非常懂事。"], [("i", None, "孩子非常懂事")]),
    # Names of laws and what is asked are no words of the speaker's.
    ([f"{WANG}回应“是否会再次访问”的问题时说，会谈富有成果。"], [("i", "王毅", "会谈富有成果")]),
    (
        [f"{WANG}说，双方将试飞「创新号小型飞机」（Ingenuity），贸易正在恢复。"],
        [("i", "王毅", "双方将试飞「创新号小型飞机」（Ingenuity），贸易正在恢复")],
    ),
    (
        [f"{WANG}说，双方已经修改「道路运输管理细则」，贸易正在恢复。"],
        [("i", "王毅", "双方已经修改「道路运输管理细则」，贸易正在恢复")],
    ),
    # Half-width marks among full-width ones.
    (
        [f'{WANG}说:"会谈是有益的。"他表示,双方将继续接触.'],
        [("d", "王毅", "会谈是有益的。"), ("i", "王毅", "双方将继续接触")],
    ),
    # The tagger joins a number with the stop behind it.
    (
        [f"{WANG}表示，增长率为76.1。会谈富有成果，分歧可以管控。"],
        [("i", "王毅", "增长率为76.1")],
    ),
    # States and bodies named side by side, as compounds too.
    (["日本和美国称，会谈富有成果。"], [("i", "日本", "会谈富有成果"), ("i", "美国", "会谈富有成果")]),
    (["美中两国都表示愿意继续对话。"], [("i", "美国", "愿意继续对话"), ("i", "中国", "愿意继续对话")]),
    # Whom it was told may be described; what is posted or named is said with the word behind.
    ([f"{WANG}告诉自己的一名顾问，会谈富有成果。"], [("i", "王毅", "会谈富有成果")]),
    ([f"{WANG}在推特发文强调双方应当继续对话。"], [("i", "王毅", "双方应当继续对话")]),
    # A report ends where the story tells what was not said, and a demand or denial where 但 turns.
    ([f"{WANG}说，计划已经改变，但没有提供更多细节。"], [("i", "王毅", "计划已经改变")]),
    ([f"{WANG}否认双方达成协议，但一直保持接触。"], [("i", "王毅", "双方达成协议")]),
    ([f"{WANG}宣布撤销这家电视台的执照，起因是它多次造谣。"], [("i", "王毅", "撤销这家电视台的执照")]),
    (
        [f"{WANG}说，会谈富有成果，而对于邻国的声明，布林肯则说：“双方应当保持对话。”"],
        [("i", "王毅", "会谈富有成果"), ("d", "布林肯", "双方应当保持对话。")],
    ),
    ([f"{WANG}说，而对方却拿出了不同的议程。"], [("i", "王毅", "而对方却拿出了不同的议程")]),
    # What was told inside ends where the outer speaker sums it up; 表明 and 预计 report before a pause.
    (
        [f"{WANG}指出，布林肯曾表示会谈富有成果，此话让双方更有信心。"],
        [("i", "王毅", "布林肯曾表示会谈富有成果，此话让双方更有信心"), ("i", "布林肯", "会谈富有成果")],
    ),
    (["美国国务院已表明，双方将继续对话。"], [("i", "美国国务院", "双方将继续对话")]),
    ([f"{WANG}预计，双方将继续对话。"], [("i", "王毅", "双方将继续对话")]),
    # A weekday is no part of the word behind it; a run that opens the sentence is what was said.
    (["美国国务院星期一说，双方将继续对话。"], [("i", "美国国务院", "双方将继续对话")]),
    (
        ["“双方应当继续保持对话”，王毅指出，分歧可以管控。"],
        [("d", "王毅", "双方应当继续保持对话"), ("i", "王毅", "分歧可以管控")],
    ),
    ([f"{WANG}说，计划已经改变，声明未提到日期。"], [("i", "王毅", "计划已经改变")]),
    # A word that only turns to what follows is no part of a report.
    (
        [f"{WANG}说，会谈富有成果；不过，布林肯指出，分歧依旧很大。"],
        [("i", "王毅", "会谈富有成果"), ("i", "布林肯", "分歧依旧很大")],
    ),
    ([f"{WANG}在会晤中回应对方的指责时说，会谈富有成果。"], [("i", "王毅", "会谈富有成果")]),
    ([f"{WANG}宣称会谈富有成果，但外界对此提出质疑。"], [("i", "王毅", "会谈富有成果")]),
    ([f"{WANG}说选举时双方应当克制。"], [("i", "王毅", "选举时双方应当克制")]),
    # Who is only mentioned says nothing; those described by what they criticise report nothing.
    (
        [f"{WANG}多次公开提及安全问题，布林肯随后指出，双方应当保持对话。"],
        [("i", "布林肯", "双方应当保持对话")],
    ),
    ([f"{WANG}批评这些无视规则的人。"], []),
    # Brackets of two kinds.
    (["中国外长王毅（Wang Yi)周五表示，会谈富有成果。"], [("i", "王毅", "会谈富有成果")]),
    # An interview: answers go to the end of their paragraph.
    (
        [
            "记者：会谈有成果吗？",
            "王毅：会谈富有成果。分歧也不少。",
            "记者：还会谈吗？",
            "王毅：会谈还要继续。布林肯说，双方都有诚意。",
        ],
        [
            ("i", "王毅", "会谈富有成果。分歧也不少。"),
            ("i", "王毅", "会谈还要继续。布林肯说，双方都有诚意。"),
            ("i", "布林肯", "双方都有诚意"),
        ],
    ),
    # Nameless sources keep their words without a name.
    (["一名不愿具名的官员说，会谈并不顺利。"], [("i", None, "会谈并不顺利")]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), CASES)
def test_words_and_speakers(
    said: Callable[..., list[tuple[str, str | None, str]]],
    paragraphs: list[str],
    expected: list[tuple[str, str | None, str]],
) -> None:
    """The words are cut where the report ends, and given to who said them."""
    assert said(*paragraphs) == expected


@pytest.mark.parametrize(
    "text",
    [
        "这部小说获得好评。",
        "两国将恢复“战略对话”。",
        "他拒绝说明原因。",
        "王毅表示关切。",
        "据说谈判并不顺利。",
        "“一带一路国际合作高峰论坛”在北京开幕。",
    ],
)
def test_what_is_no_quotation(said: Callable[..., list[tuple[str, str | None, str]]], text: str) -> None:
    """Names in quotation marks, feelings, denials and hearsay report no words."""
    assert said(text) == []


def test_a_quotation_tells_how_it_was_found(analysed: Callable[..., Analysis]) -> None:
    """Cue, rule, the speaker's words and place stand with it."""
    (found,) = quotations(analysed("美国国务卿布林肯在记者会上告诉本台：“会谈是有益的。”"))
    assert (found.speaker_text, found.cue, found.rule) == ("美国国务卿布林肯", "告诉", "cue-before.v1")
    assert (found.found_by, found.via) == ("name", "本台")
    assert found.speaker_id == "p.antony-blinken"
    (marked,) = quotations(analysed("“共青团中央”周二在微博回应：一边造谣，一边又想赚钱？"))
    assert marked.speaker_id == "o.cn.cyl"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("据路透社报道，美国国务院表示，两国将恢复谈判。", "路透社"),
        ("中国外长王毅在推特上写道，会谈是有益的。", "推特"),
        ("中国外长王毅在记者会上表示，会谈是有益的。", "记者会"),
        ("中国外长王毅表示，会谈是有益的。", None),
        ("推特发言人表示，会谈是有益的。", None),
    ],
)
def test_the_way_words_came(analysed: Callable[..., Analysis], text: str, via: str | None) -> None:
    """A relaying medium, else a platform or an occasion."""
    assert [each.via for each in quotations(analysed(text))] == [via]


def test_a_statement_inside_another_names_the_outer_speaker(analysed: Callable[..., Analysis]) -> None:
    """Both are kept; the inner one stands within the outer one's words."""
    found = quotations(analysed("美国国务卿布林肯说，中国外长王毅曾向他表示会谈是有益的。"))
    assert [(each.speaker, each.within) for each in found] == [("布林肯", None), ("王毅", "布林肯")]


def test_a_caption_counts_only_where_the_text_is_silent(analysed: Callable[..., Analysis]) -> None:
    """What caption and text both tell is told once."""
    alone = analysed("中国外长王毅表示，会谈是有益的。", kind="caption")
    assert [each.speaker for each in quotations(alone)] == ["王毅"]


def test_offsets_point_into_the_block(analysed: Callable[..., Analysis]) -> None:
    """The text is the article's own, in its own script."""
    analysis = analysed("中國外長王毅說：「雙方應當保持對話。」", "他還說，分歧可以管控。")
    for each in quotations(analysis):
        assert analysis.article.blocks[each.block].text[each.start : each.end] == each.text


@pytest.mark.parametrize(
    "text",
    [
        "“" * 3000 + "王毅说，会谈是有益的。",
        "「『" * 2000 + "甲" + "』」" * 2000,
        "王毅说，" * 8000,
        "王毅表示" + "“会谈是有益的”，" * 4000,
        "（" * 5000 + "王毅说，会谈是有益的。",
        "王毅在" * 5000 + "说，会谈是有益的。",
    ],
)
def test_hostile_paragraphs_give_a_sane_result(analysed: Callable[..., Analysis], text: str) -> None:
    """Marks that never close, thousands of cues, one huge paragraph: the result stays inside the block."""
    analysis = analysed(text)
    assert all(0 <= each.start < each.end <= len(text) for each in quotations(analysis))


def test_an_open_mark_is_a_problem(analysed: Callable[..., Analysis]) -> None:
    """It can be counted; a closed one is none."""
    (problem,) = unclosed(analysed("中国外长王毅说：“会谈是有益的。"))
    assert (problem.field, problem.code) == ("quotations", "quotation-mark-unclosed")
    assert unclosed(analysed("中国外长王毅说：“会谈是有益的。”")) == ()


def test_she_is_not_the_man_named_last(analysed: Callable[..., Analysis]) -> None:
    """A pronoun goes back to the last person of its sex that the authority does not rule out."""
    analysis = analysed("德国总理默克尔16日在柏林演讲。", "中国外长王毅同日抵达柏林。她表示，会谈富有成果。")
    assert [each.speaker for each in quotations(analysis, authority())] == ["默克尔"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("驻守边境的指挥官王毅上将周二对一个委员会说，会谈富有成果。", "王毅"),
        ("日本遭中国批评，日本外相茂木敏充表示，日方不会让步。", "茂木敏充"),
        ("他今天被法院裁定组织非法集会。", None),
        ("王毅对朋友很讲义气，还会唱歌。", None),
        ("王毅周五向各方表示感谢，尤其感谢日本外相。", None),
        ("在谈到王毅时支持继续谈判。", None),
        ("王毅一直补充水分，注意休息。", None),
        ("王毅被法院裁定组织非法集会，引发关注。", None),
        ("王毅披露上述数字，随后离开会场。", None),
        ("王毅到访华盛顿。该官员表示，会谈富有成果。", None),
        ("五百多人留言。留言中不乏各地网友。", None),
        ("李文清：女，1973年生，家住东城。", None),
        ("王毅通报最新疫情。", None),
        ("李文清的公开呼吁已经引起关注。", None),
        ("当局早已“驾轻就熟”，以往的节目曾因提及此事得罪观众。", None),
        ("公司代表李文清、陈光及赵明的律师王毅批评，会谈没有成果。", "王毅"),
        ("Lee Smith 称贸易的 7 个领域正按计划恢复。", "Lee Smith"),
        ("拜登律师表示，会谈富有成果。", None),
        ("沪综指上周收跌，贸易正在恢复。", None),
        ("大批市民响应呼吁，穿上黑衣。", None),
        ("王毅对华尔街日报说，会谈富有成果。", "王毅"),
        ("公司斥巨资收购了一家报社，随后改了名字。", None),
        ("美国政府在公开场合阐述其对朝立场时一直抱持谨慎态度。", None),
        ("对方发布“错误声明”表示强烈不满和坚决反对。", None),
        ("王毅的消息引起网民吐槽，纷纷指会谈没有成果。", None),
        ("据《晨报》引述李文清教授此前强调，会谈没有成果。", "李文清"),
        ("病毒已经表明，双方需要继续合作。", None),
        ("他去北京找王毅反映，村里的桥早就坏了。", None),
        ("中国否认了英国的批评，这些批评包括违反承诺。", None),
        ("王毅对下属回应批评时不够强硬表达了不满。", None),
        ("据外交部副部长王毅今天早上接受电台采访时说，他不相信会谈会失败。", "王毅"),
        ("李文清被捕前一天曾在群里说，情况不明。", "李文清"),
        ("据悉有人委托律师起诉路透社，指控其制作假新闻。", None),
        ("李文清因质疑当局公布的人数被捕。", None),
        ("王毅三次到访，这就是说双方非常重视。", None),
        ("王毅到访，而示威者则指控对方违反承诺。", None),
        ("王毅没有正面回答是否会继续谈判的问题。", None),
        ("王毅谴责对方的言论，却不见其他官员表态。", None),
        ("美国国务院发表声明。声明说，双方将继续对话。", "美国国务院"),
        ("中国外长王毅警告美国说，不要越过红线。", "王毅"),
        ("《环球时报》的社论指出，双方应当冷静。", "环球时报"),
    ],
)
def test_who_speaks_in_harder_sentences(analysed: Callable[..., Analysis], text: str, speaker: str | None) -> None:
    """Agents, documents, addressees and media are told apart."""
    found = quotations(analysed(text), authority())
    assert {each.speaker for each in found} <= {speaker, "法院"}
    assert found or speaker is None
