"""Where organisations are named: the tagger's pieces joined to whole names, known names, and newspapers in 《》.

The tagger often cuts a long name (新加坡国立大学|国际法中心) or glues a word on (美国国务院新闻), so a
name is taken from a run of nominal words: it begins with a proper word and ends with a word that ends organisations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shilu.reading.lexicon import ROLE_ENDINGS, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.whole import Hit, Whole, Word

_ENDINGS = words(
    """
    委员会 协会 理事会 基金会 联合会 商会 学会 国会 议会 工会 委会 研究会 促进会 安理会 国安会 公会 常委会
    代表大会 执委会 政协 公司 集团 银行 央行 大学 学院 医学院 分校 中学 研究所 研究院 研究中心 中心 研究室
    实验室 智库 科学院 党 联盟 同盟 联合国 组织 政府 当局 警方 军方 检方 政权 法院 法庭 检察院 检察署 使馆
    领事馆 总领馆 使领馆 代表处 办事处 代表团 办公室 总部 司令部 参谋部 宣传部 统战部 组织部 外交部 国防部
    财政部 商务部 司法部 内政部 教育部 公安部 卫生部 安全部 国务院 参议院 众议院 上议院 下议院 行政院 立法院
    司法院 监察院 考试院 法务部 经济部 交通部 部 局 署 厅 海关 空军 海军 陆军 海军陆战队 国防军 自卫队 解放军
    军队 部队 舰队 国民卫队 战区 军 海警 警察 内阁 日报 时报 晚报 邮报 早报 新闻报 周刊 杂志 杂志社 报 电视台
    电台 广播公司 电视 广播电台 通讯社 新闻社 出版社 通信社 医院 交易所 证券 小组 工作组 团队 剧团 俱乐部
    博物馆 图书馆 教会 航空 保险 电信 科技 建设 传媒 网 新闻网 媒体 机构 论坛 合作组织 办 发改委 卫健委
    国资委 纪委 监委 人大 院
    """
)
_COMMON = frozenset(
    [
        "政府",
        "当局",
        "警方",
        "军方",
        "检方",
        "法院",
        "法庭",
        "国会",
        "议会",
        "军队",
        "部队",
        "海军",
        "空军",
        "陆军",
        "政权",
        "媒体",
        "机构",
        "组织",
        "团队",
        "公司",
        "集团",
        "银行",
        "大学",
        "学院",
        "中心",
        "医院",
        "网",
        "报",
        "部",
        "局",
        "署",
        "厅",
        "军",
        "党",
        "院",
        "办",
        "论坛",
        "小组",
        "总部",
        "警察",
        "内阁",
        "使馆",
        "大使馆",
        "领事馆",
        "代表团",
        "委员会",
        "协会",
        "杂志",
        "电视",
        "电视台",
        "电台",
        "海关",
        "教会",
        "智库",
        "在野党",
        "执政党",
        "反对党",
        "政党",
        "两党",
        "外媒",
        "官媒",
        "党媒",
        "港媒",
        "台媒",
        "美媒",
        "日媒",
        "传媒",
        "科技",
        "建设",
        "电信",
        "航空",
        "证券",
        "保险",
        "国企",
        "央企",
        "外企",
        "中企",
        "港股",
        "全党",
        "联军",
        "盟军",
        "美联",
        "国军",
        "参院",
        "众院",
        "两院",
        "全军",
        "敌军",
        "我军",
        "新冠",
        "穆斯林",
        "外资",
        "国安",
        "民主派",
        "建制派",
        "领事",
        "代表处",
        "办事处",
        "总理府",
        "官方",
        "工会",
        "商会",
        "学校",
        "中学",
        "小学",
        "高校",
        "名校",
        "互联网",
        "官网",
        "网站",
        "平台",
        "社会",
        "机会",
        "全部",
        "内部",
        "外部",
        "东部",
        "西部",
        "南部",
        "北部",
        "中部",
        "局部",
        "干部",
        "总局",
        "当地警方",
        "当地政府",
        "地方政府",
        "中央政府",
        "联邦政府",
        "州政府",
        "市政府",
        "省政府",
        "县政府",
        "新政府",
        "前政府",
        "政府部门",
        "军政府",
        "专案组",
        "俱乐部",
        "社交媒体",
        "卫生部门",
        "国际组织",
        "非政府组织",
        "国际社会",
        "跨国公司",
        "科技公司",
        "私人公司",
        "上市公司",
        "母公司",
        "子公司",
        "分公司",
        "总公司",
        "国有企业",
        "科技巨头",
    ]
)
_GOVERN = re.compile(
    r"(?:政府|当局|警方|军方|检方|政权|法院|法庭|国会|议会|参议院|众议院|上议院|下议院|内阁|军队|空军|海军|陆军|国防军|自卫队|海警|警察|"
    r"使馆|领事馆|总领馆|使领馆|代表处|办事处|代表团|央行|检察院|国务院|国防部|外交部|[^全内外]部|委员会|局|署|厅|海关|党|奥委会|军|人大|政协|"
    r"国安会|国家队|团队)$"
)
_PROPER = frozenset({"LOC", "ORG", "PER", "nz", "nw"})
_INNER = frozenset(
    words(
        """
    LOC ORG nz nw n vn PER s an f a
    """
    )
)
_STARTS = words(
    """
    国家 中央 联邦 全国 国际 世界 最高 公共 全球 中华 人民 皇家 亚洲 欧洲 联合 太平洋 民主
    """
)
_PAPER = re.compile(r"[《「『]([^《》「」『』\n]{2,16})[》」』]")
_PAPER_END = re.compile(
    r"(?:报|周刊|杂志|邮报|时代|新闻|评论|网|快讯|电讯|观察家|旁观者|导报|财经|月刊|信使|镜报|回声)$"
)
_REPORTING = re.compile(
    r"[^，。；]{0,12}?(?:报道|报导|援引|引述|网站|社论|称|记者|专栏|采访|专访|披露|刊|指出|总编|评论员|独家|驻)"
)


class Named(NamedTuple):
    """A stretch of the whole that names an organisation or a place; ``ids`` where the authority knows it."""

    start: int
    end: int
    ids: tuple[str, ...] = ()


def organisations(whole: Whole) -> list[Named]:
    """Where organisations are named, without overlap, in reading order."""
    found = [*_known(whole), *_papers(whole), *_runs(whole)]
    return without_overlap(found)


def without_overlap(found: list[Named]) -> list[Named]:
    """The longest of those that overlap."""
    chosen: list[Named] = []
    end = -1
    for named in sorted(found, key=lambda n: (n.start, -n.end, not n.ids)):
        if named.start >= end:
            chosen.append(named)
            end = named.end
        elif named.end - named.start > end - chosen[-1].start:
            chosen[-1] = named
            end = named.end
    return chosen


def _known(whole: Whole) -> Iterator[Named]:
    for hit in whole.hits:
        ids = tuple(c.id for c in hit.candidates if c.kind == "org")
        if ids and _stands(whole, hit):
            yield Named(_with_country(whole, hit.start, hit.end), hit.end, ids)


def _stands(whole: Whole, hit: Hit) -> bool:
    """Whether a known name is meant there and not part of a word (外交部|长)."""
    plain = whole.plain
    if hit.end < len(plain) and plain[hit.end] == "长" and plain[hit.end - 1] in "部局院会委办署厅社台室处":
        return False
    return hit.end - hit.start >= 3 or whole.aligned(hit.start, hit.end) or not _inside_word(whole, hit)


def _inside_word(whole: Whole, hit: Hit) -> bool:
    return hit.start not in whole.starting and hit.end not in whole.ending


def _with_country(whole: Whole, start: int, end: int) -> int:
    """Take the country before a ministry into the name: 中国|外交部."""
    if not _GOVERN.search(whole.plain[start:end]):
        return start
    index = whole.ending.get(start)
    if index is not None and whole.words[index].tag == "LOC" and len(whole.words[index].text) >= 2:
        return whole.words[index].start
    return start


def _papers(whole: Whole) -> Iterator[Named]:
    for match in _PAPER.finditer(whole.plain):
        if _PAPER_END.search(match[1]) or (match[0][0] == "《" and _REPORTING.match(whole.plain, match.end())):
            yield Named(match.start(1), match.end(1))


def _runs(whole: Whole) -> Iterator[Named]:
    words = whole.words
    index = 0
    while index < len(words):
        if words[index].tag not in _INNER:
            index += 1
            continue
        stop = index + 1
        while stop < len(words) and words[stop].tag in _INNER and words[stop].start == words[stop - 1].end:
            stop += 1
        yield from _in_run(words[index:stop])
        index = stop


def _in_run(run: list[Word]) -> Iterator[Named]:
    """The organisations in a run of nominal words."""
    first = 0
    for last, word in enumerate(run):
        if not _ends(run, first, last):
            if word.text.endswith(ROLE_ENDINGS) and word.tag != "ORG":
                first = last + 1
            continue
        if last + 1 < len(run) and _continues(run, last):
            continue
        begin = _begin(run, first, last)
        if begin is not None:
            text = "".join(w.text for w in run[begin : last + 1])
            if text not in _COMMON and len(text) >= 2:
                yield Named(run[begin].start, word.end)
        first = last + 1


def _ends(run: list[Word], first: int, last: int) -> bool:
    word = run[last]
    if word.tag == "ORG":
        return True
    if (
        word.tag not in {"n", "nz", "LOC", "vn", "nw"}
        or not word.text.endswith(_ENDINGS)
        or word.text.endswith(ROLE_ENDINGS)
    ):
        return False
    if word.text in _COMMON:
        return last > first and run[last - 1].tag in {"LOC", "ORG", "PER"} and bool(_GOVERN.search(word.text))
    return last > first or word.tag == "nz"


def _continues(run: list[Word], last: int) -> bool:
    """Whether the name goes on behind a word that could end it: 复旦大学|国际关系学院."""
    for ahead in range(last + 1, min(last + 4, len(run))):
        word = run[ahead]
        if word.text.endswith(ROLE_ENDINGS) and word.tag != "ORG":
            return False
        if word.text.endswith(_ENDINGS) and word.tag in {"n", "nz", "ORG", "LOC", "vn"}:
            return (
                word.text not in _COMMON or bool(_GOVERN.search(word.text)) or word.text in {"中心", "学院", "委员会"}
            )
    return False


def _begin(run: list[Word], first: int, last: int) -> int | None:
    """Where the name that ends with a word begins: at the first proper word of the run."""
    if run[last].tag == "ORG" and not (last > first and _GOVERN.search(run[last].text)):
        begin = last
        while begin > first and run[begin - 1].tag == "ORG":
            begin -= 1
        return begin
    for begin in range(first, last + 1):
        word = run[begin]
        if word.tag in _PROPER and not (
            word.tag == "PER" and not run[last].text.endswith(("政府", "当局", "团队", "基金会", "政权"))
        ):
            return begin
        if word.text.startswith(_STARTS) and begin < last:
            return begin
    return None
