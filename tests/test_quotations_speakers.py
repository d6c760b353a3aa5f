"""Whose words they are: pronouns, nameless persons, runs without a cue, documents, persons told of inside a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articles import article
from shilu.knowledge import authority
from shilu.reading.quotations import quotations
from shilu.reading.reader import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.reading.tagger import Tagger
    from shilu.records import Quotation


@pytest.fixture
def found(tagger: Tagger) -> Callable[..., tuple[Quotation, ...]]:
    """The quotations of some paragraphs."""

    def run(*paragraphs: str) -> tuple[Quotation, ...]:
        return quotations(analyse([article(*paragraphs)], authority=authority(), tagger=tagger)[0], authority())

    return run


SPEAKERS = [
    # A book that is presented says nothing; the author of what is reviewed is whose 文章 it is.
    (["前总统马英九今早出席台湾总统府前资政赵少博新书发表会时指出，现在还看不出来。"], ["马英九"]),
    (
        ["作者顾尔德认为，双方互给下马威。布林肯说，美国还没有打算。", "文章说，中方显然看出企图。"],
        ["顾尔德", "布林肯", "顾尔德"],
    ),
    # Who only spoke at the time that is told is not quoted, least of all as somebody else.
    (["王毅是在布林肯指出中国违反协定之后做出反击的。"], []),
    # 他 after somebody without a name is nobody named before, until somebody is named again.
    (
        ["中国外长王毅表示，会谈富有成果。", "广州一名律师接受采访时表示，情况不明。他说，证据并不充分。"],
        ["王毅", None, None],
    ),
    (["中国外长王毅表示，会谈富有成果。", "年仅17岁的一名高中生去年搬来。他说在这里遇到很多朋友。"], ["王毅", None]),
    (
        ["中国外长王毅表示，会谈富有成果。", "当地的一名防疫人员向本台指出，疫苗不足。她说，大家都在等。"],
        ["王毅", None, None],
    ),
    (["一名官员说，情况不明。", "中国外长王毅到场视察。他说，大家辛苦了。"], [None, "王毅"]),
    # A person told of inside a body's report, or in a sentence of its own, is who 他 means.
    (["美国国务院说，布林肯强调了对话的重要性。他重申，美国将遵守承诺。"], ["美国国务院", "布林肯"]),
    (["据新华社报道，王毅在会上提出三点主张。他强调，各方应当克制。"], ["新华社", "王毅"]),
    (["美国国务卿布林肯访问北京。", "对此，中国外长王毅在会见记者时也作了说明。他表示，会谈富有成果。"], ["王毅"]),
    # To whom somebody speaks.
    (["布林肯对着王毅说：“会谈富有成果。”", "沙利文冲着王毅说：“会谈富有成果。”"], ["布林肯", "沙利文"]),
    # One who is only mentioned takes no words from the speaker.
    (
        ["中国外长王毅表示，双方分歧很大。一个例证就是美国总统拜登上任后，关系没有改善。", "他说，双方还要努力。"],
        ["王毅"] * 2,
    ),
    (["中国外长王毅表示，双方来吵架的。拜登为了连任，需要强硬。", "他说，这对谈判不利。"], ["王毅", "王毅"]),
    (["中国外长王毅表示，布林肯不能让美国人觉得他受人控制。", "他说，这对谈判不利。"], ["王毅", "王毅"]),
    # A medium answers for its source without a name; documents for who issued them, states together too.
    (["据路透社报道，知情人士说，会谈富有成果。"], ["路透社"]),
    (["另就路透社8日报道，两国将恢复谈判。"], ["路透社"]),
    (["美日两国发表共同文件。", "文件指出，双方重视对话。"], ["美国", "日本"]),
    (["美国国务院周六发布的最新数据显示，贸易正在恢复。"], ["美国国务院"]),
    (["《晨报》引述分析师的话说，会谈富有成果。"], ["晨报"]),
    # 该委员会 is the last body of that name; its members have no names, and a report is no person's who spoke last.
    (
        [
            "英国议会外交委员会表示，会谈没有成果。",
            "美国公司辉瑞说，贸易正在恢复。",
            "该委员会说，双方还要对话。",
            "中国外长王毅表示，会谈富有成果。",
            "该委员会成员建议，双方应当对话。",
            "该报告总结道，双方缺乏互信。",
        ],
        ["英国议会外交委员会", "辉瑞", "英国议会外交委员会", "王毅", None, None],
    ),
    (["美国国务院一份有关贸易的特别报告指出，贸易正在恢复。"], ["美国国务院"]),
    (["晨光公司臉書粉絲頁14日晚間宣布，門市將在四月熄燈。"], ["晨光公司"]),
    # Bodies and people of whom no more is said take the words from who was named before.
    (["随着美国国务院遭到批评，投资银行目前建议客户减少风险。"], [None]),
    (["一名看过白宫信函的西方使节说：“多数国家不会理会它。”"], [None]),
    (["有导演告诉王毅，其实大家都很满意。"], [None]),
    (["王毅微博发文说，会谈富有成果。"], ["王毅"]),
    (["英国旅游网站TravelSupermarket表示，旅客正在减少。"], ["TravelSupermarket"]),
    (["布罗德里克法官拒绝了要求。他在听证时说，“我决定行使某些权力。”"], ["布罗德里克"]),
    (["据《晨报》报道，会谈富有成果。", "该报指出，分歧依然很大。"], ["晨报", "晨报"]),
    (["特朗普抵达华盛顿。", "这两名国会警员指控对方煽动暴力。"], [None]),
    (["王毅与到访的布林肯共同出席论坛时多次提到安全问题。他说，双方应当对话。"], ["王毅"]),
    # Each item of a briefing tells its own story.
    (["• 王毅表示，会谈富有成果。", "• 她表示，情况不明。"], ["王毅", None]),
    # What is written on a platform is not its word; one who has a post is not who speaks in it.
    (["网上有评论称，会谈富有成果。"], [None]),
    (["王毅的微博帖文说，会谈富有成果。"], ["王毅"]),
    # Somebody without a name stands behind the run.
    (["王毅说，会谈富有成果。", "“这是不是也应该好好反省？”一位在场的专业人士提出疑问。"], ["王毅"]),
    (["王毅上任伊始便宣布两国将恢复对话。"], ["王毅"]),
    (["王毅表示，会谈富有成果。", "分析人士指出，分歧依然很大。"], ["王毅", None]),
    (["俄罗斯降低了这家网站的速度：该国政府表示，网站没有守法。"], ["俄罗斯政府"]),
    # A run that opens its block belongs to whom the sentence behind it names.
    (
        [
            "美国国务卿布林肯表示，会谈富有成果。",
            "“这种说法完全没有根据！”中国外长王毅在北京对记者指出，分歧依旧很大。",
        ],
        ["布林肯", "王毅", "王毅"],
    ),
    # A run behind its cue is not the word of whom the next sentence names.
    (["布林肯说，“他们已经违反了协议。”王毅说，“我们一直遵守承诺。”"], ["布林肯", "王毅"]),
    # What somebody without a name is quoted with inside a report is his own.
    (["中国外长王毅表示，当地居民向使馆反映称“生活受到很大影响”，希望对方解决。"], ["王毅", None]),
    (["美国国务院表示，布林肯强调，“两国应当继续对话。”"], ["美国国务院", "布林肯"]),
    # 也 begins nothing anew where nothing was said yet; 但到目前为止 does.
    (["中国外长王毅还提到，布林肯也希望讨论停火问题。"], ["王毅", "布林肯"]),
    (["虽然英国政府称疫苗效果显著，但到目前为止，专家建议各地保持谨慎。"], ["英国政府", None]),
    # Who issued a document.
    (
        ["美国联邦通信委员会发布声明，点名五家公司。", "五家公司是华为、中兴、大华，声明指出，设备带来很大风险。"],
        ["美国联邦通信委员会"],
    ),
    (["拜登在联合国大会上召开领导人会议，并发布联合声明。", "声明指出，各方将继续冻结资产。"], ["拜登"]),
    (["美国国务院公布的日程安排显示，会晤至少有两个小时。"], ["美国国务院"]),
    (["中国外长王毅访问东京。", "目前消息称，双方将在明天会面。"], [None]),
    (["中美联合声明强调，双方要继续对话。"], ["中国", "美国"]),
    # 据某报报道 with a long lead-in, and 在某人看来.
    (["据《经济日报》报道，对于今后房价走向如何的问题，王毅说，价格还有上涨的空间。"], ["王毅"]),
    (["在中国外长王毅看来，双方至少可以做两件事。"], ["王毅"]),
    # How somebody speaks, one of many bodies, several persons, a surname.
    (["也有网民留言。王毅则中文回答说，“会谈一定会有成果！”"], ["王毅"]),
    (["一家上海颇具影响的房地产自媒体称，市场已经变天。"], [None]),
    (["中国外长王毅到访。", "本台采访的上述学者均表示，分歧依旧很大。"], [None]),
    (["中国外长王毅召见外国使节。", "王说：“有些国家发表了不负责任的言论。”"], ["王毅"]),
    # Several who did something together are 他们 and 两人 until somebody else comes up.
    (["沙利文、布林肯和王毅举行会谈。", "在声明中，他们重申将通过合作解决问题。"], ["沙利文", "布林肯", "王毅"]),
    (["王毅和布林肯举行会谈。", "默克尔访问巴黎。他们重申将继续合作。"], [None]),
    # Media: pieces by any name, sources they quote without a name, states of which they tell.
    (["《环球时报》发表社论。", "文章指出，双方应当冷静。"], ["环球时报"]),
    (["《环球时报》报道，有记者提问，“两国何时恢复谈判？”"], [None]),
    (["路透社报导，今年1月，美国将该公司列入名单，表示该公司“带来难以接受的风险”。"], ["路透社", "美国", "美国"]),
    (
        [
            "路透社报导，周四，布林肯和王毅出席会议，布林肯罕见地在媒体面前直言说：“双方分歧很大。”",
            "他说：“我们不会让步。”",
        ],
        ["路透社", "布林肯", "布林肯"],
    ),
    (["中共央视称这份声明“空话连篇缺乏诚意”。"], ["央视", "央视"]),
    (["布鲁塞尔3月26日 - 一家支付平台周五发布公告称，计划将于下月终止。"], [None]),
    # Conversations, and sides without a name, are not the last speaker's.
    (["中国外长王毅表示，会谈富有成果。", "以下为本报与他同事的对话。", "“我早就知道会是这样。”"], ["王毅"]),
    (["王毅表示，对方在会谈前已经知情，校方当时指他“多次违反财务纪律”。"], ["王毅", None]),
    # A run behind what was demanded inside a report is the reporter's own.
    (["王毅表示，来信指出布林肯要求各方配合，“条件可以再谈但不能太多”。"], ["王毅", "布林肯", "王毅"]),
    # The person of a description that the next part of the sentence ends with.
    (["据在当地创立公司，长期从事研究工作的王建国介绍，产品销路很好。"], ["王建国"]),
    # What a paper quotes, papers that are quoted from, treaties that do not speak, addressees in quotation marks.
    (["王毅访问东京。", "《人民日报》刊登了会谈的消息，并引述他说，“双方将继续保持对话。”"], ["王毅"]),
    (["王毅出示一份通知，里面写道：“会谈推迟到下周举行。”"], [None]),
    (["美国国务院发言人表示，双方达成“特别措施协议”。", "这名发言人说，谈判还将继续。"], ["美国国务院", "美国国务院"]),
    # A minister named before is no spokesman: it is the body's that is meant.
    (
        [
            "美国国务卿布林肯表示，会谈富有成果。",
            "日本外务省作出回应，要求各方克制，并称局势紧张。",
            "这名发言人说，谈判还将继续。",
        ],
        ["布林肯", "日本外务省", "日本外务省"],
    ),
    (["据澎湃新闻报道，在去年，受委托的三名人员到场检查，王毅给协会报告说“对方拒绝检查”。"], ["澎湃新闻", "王毅"]),
    (["王毅告诉“环球时报网”，会谈富有成果。"], ["王毅"]),
    (["会议召集人滨田秀美说：“双方应当继续对话。”"], ["滨田秀美"]),
    # Runs behind what nameless people are about are theirs; the father of somebody is not he; who is cut in two.
    (
        ["中国外长王毅表示，会谈富有成果。", "网民非常介意的是机会将会变少。", "“改的越多，我们的机会就越少。”"],
        ["王毅"],
    ),
    (["许某父亲说，他并不清楚女儿的私人生活。他还认为，对方应当负责。"], [None, None]),
    (["联合国缅甸事务特使柏其纳在会上说：“我呼吁各方采取行动。”"], ["柏其纳"]),
    (["“市场终将上涨，”某公司的交易和衍生品业务副总裁王建国说。"], ["王建国"]),
    # Nobody speaks here.
    (["代表团没有对记者发言，随后离开会场。"], []),
    (["Mr Smith also noted: “All of them have breakfast and dinner.”"], []),
]


@pytest.mark.parametrize(("paragraphs", "speakers"), SPEAKERS)
def test_whose_words_they_are(
    found: Callable[..., tuple[Quotation, ...]], paragraphs: list[str], speakers: list[str | None]
) -> None:
    """Each quotation's speaker, in reading order."""
    assert [each.speaker for each in found(*paragraphs)] == speakers


def test_not_to_think_so_is_told_by_the_cue(found: Callable[..., tuple[Quotation, ...]]) -> None:
    """不认为 and 认为 are opposites."""
    cues = [each.cue for each in found("中国外长王毅不认为会谈会取得进展。", "中国外长王毅认为会谈会取得进展。")]
    assert cues == ["不认为", "认为"]


def test_a_run_tells_that_its_speaker_stands_behind_it(found: Callable[..., tuple[Quotation, ...]]) -> None:
    """The reason is kept with it, for ``read --explain``."""
    run, _ = found("“这种说法完全没有根据！”中国外长王毅在北京对记者指出，分歧依旧很大。")
    assert (run.rule, run.found_by, run.cue) == ("run.v1", "following", "指出")


def test_a_document_cited_by_its_title_speaks(found: Callable[..., tuple[Quotation, ...]]) -> None:
    """《联合声明》 says things as 联合声明 does; other works do not."""
    said = found(
        "《联合声明》提到，“反对任何一方单独改变现状的做法”；“分歧应当通过对话解决，不应诉诸武力”。",
        "《呐喊》提到，铁屋没有窗户。",
    )
    assert [(each.kind, each.speaker_text) for each in said] == [("direct", "《联合声明》")] * 2


def test_who_is_named_as_a_culprit_does_not_say_so(found: Callable[..., tuple[Quotation, ...]]) -> None:
    """In 点名某人，指他违法 the words are those of who names him."""
    said = found("《紫荆》杂志点名黎智英、戴耀廷、黄之锋，指他们的行为违法。")
    assert {"黎智英", "戴耀廷", "黄之锋"}.isdisjoint(each.speaker for each in said)
