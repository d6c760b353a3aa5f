"""Where places are named: known names and the tagger's, outside the names of organisations and people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shilu.reading.lexicon import TRANSLITERATION, words
from shilu.reading.orgs import Named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.reading.whole import Whole, Word

_ENDINGS = words(
    """
    省 市 县 区 州 镇 乡 村 岛 群岛 半岛 湾 海 洋 山 山脉 河 湖 江 港 街 路 大厦 大楼 广场 机场 车站 基地
    地区 海峡 运河 高原 沙漠 平原 峡谷 公园 监狱 看守所 寺 教堂 宫 府 郡 邦 国 城 桥 水库 电厂 核电厂 隧道
    海域 边境 口岸 庄园 酒店 饭店 体育场 馆 冰川 礁 关 门 站 厂 厅 室 院 园 大道 天安门 三角洲 盆地 流域 道
    里 屯 洲
    """
)
_NOT_PLACES = frozenset(
    [
        "大城市",
        "战场",
        "红州",
        "蓝州",
        "摇摆州",
        "南部州",
        "首都",
        "全国",
        "我国",
        "该国",
        "各国",
        "本国",
        "外国",
        "国外",
        "国内",
        "海外",
        "境外",
        "境内",
        "当地",
        "两国",
        "三国",
        "多国",
        "他国",
        "邻国",
        "祖国",
        "农村",
        "城市",
        "市区",
        "郊区",
        "地区",
        "社区",
        "山区",
        "灾区",
        "疫区",
        "校园",
        "医院",
        "机场",
        "街头",
        "广场",
        "世界",
        "全球",
        "现场",
        "东方",
        "西方",
        "北方",
        "南方",
        "中美",
        "美中",
        "欧美",
        "亚太",
        "总统府",
        "内地",
        "外地",
        "本地",
        "本港",
        "本台",
        "本岛",
        "乡村",
        "边境",
        "口岸",
        "民国",
        "联邦",
        "强国",
        "大国",
        "小国",
        "敌国",
        "盟国",
        "会员国",
        "成员国",
        "出口国",
        "港口",
        "车站",
        "公园",
        "唐人街",
    ]
)
_PEOPLE_OF = re.compile(
    r"人(?!民|权|士|口|员|大|类|工|事|质|道|数|均|才|行|气|力|文|物|间|为)|籍|裔|族|语|文(?!化|明|件)|菜|式"
)


def place_names(whole: Whole, taken: bytearray) -> list[Named]:
    """Where places are named, in reading order; ``taken`` marks the characters of organisations and people."""
    found: dict[int, Named] = {}
    for named in [*_tagged(whole), *_known(whole)]:
        if not any(taken[named.start : named.end]) and not _PEOPLE_OF.match(whole.plain, named.end):
            found[named.start] = named
    ordered = sorted(found.values())
    return [n for i, n in enumerate(ordered) if i == 0 or n.start >= ordered[i - 1].end]


def _known(whole: Whole) -> Iterator[Named]:
    for hit in whole.hits:
        ids = tuple(c.id for c in hit.candidates if c.kind == "place")
        if ids and hit.end - hit.start >= 2 and _stands(whole, hit.start, hit.end):
            yield Named(hit.start, hit.end, ids)


def _stands(whole: Whole, start: int, end: int) -> bool:
    return end - start >= 3 or start in whole.starting or end in whole.ending


def _tagged(whole: Whole) -> Iterator[Named]:
    known = {hit.start for hit in whole.hits}
    for word in whole.words:
        if word.tag == "LOC" and len(word.text) >= 2 and _looks_like_a_place(word) and word.start not in known:
            yield Named(word.start, word.end)


def _looks_like_a_place(word: Word) -> bool:
    text = word.text
    if text in _NOT_PLACES or not ("㐀" <= text[0] <= "鿿"):
        return False
    return text.endswith(_ENDINGS) or all(char in TRANSLITERATION for char in text)
