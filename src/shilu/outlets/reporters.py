"""Reporters and place out of a byline that writes them in one: ``張茗喧、余曉涵台北``, ``唐佩君布魯塞爾``.

Nothing parts the last name from the place, so the place decides where it is known, and else that three characters make
a name (of the 190 bylines of one month, five names have two).
"""

from __future__ import annotations

import re

from shilu.text.script import simplify

# 、 or a space, but not the space inside a Latin name
_BETWEEN = re.compile(r"\s*[、，,/／]\s*|(?<=[\u4e00-\u9fff])\s+")
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "夏侯", "司徒", "端木", "皇甫")
# Simplified; what follows in the byline (县, 市, 州, 机场) belongs to the place.
_PLACE_NAMES = """
台北 新北 桃园 新竹 苗栗 台中 彰化 南投 云林 嘉义 台南 高雄 屏东 基隆 宜兰 花莲 台东 澎湖 金门 马祖 连江 台湾
北京 上海 天津 重庆 广州 深圳 香港 澳门 武汉 成都 南京 杭州 厦门 福州 西安 沈阳 中国
东京 大阪 京都 冲绳 日本 首尔 汉城 平壤 韩国 曼谷 泰国 河内 胡志明 新加坡 雅加达 吉隆坡 马尼拉 仰光 奈比多 内比都 金边
新德里 孟买 伊斯兰马巴德 喀布尔 德黑兰 巴格达 安卡拉 伊斯坦堡 伊斯坦布尔 耶路撒冷 特拉维夫 开罗 利雅德 杜拜 多哈
华盛顿 纽约 洛杉矶 旧金山 芝加哥 休士顿 波士顿 西雅图 亚特兰大 迈阿密 费城 达拉斯 夏威夷 加州 德州 佛州 维州 美国
多伦多 温哥华 渥太华 蒙特娄 蒙特利尔 加拿大 墨西哥 圣保罗 巴西利亚 里约热内卢 布宜诺斯艾利斯 利马
伦敦 英国 巴黎 法国 柏林 法兰克福 慕尼黑 德国 布鲁塞尔 罗马 梵蒂冈 米兰 意大利 马德里 里斯本 维也纳 日内瓦 苏黎世
阿姆斯特丹 海牙 荷兰 斯德哥尔摩 瑞典 哥本哈根 奥斯陆 赫尔辛基 华沙 布拉格 捷克 布达佩斯 基辅 莫斯科 雅典 瑞士 万象
雪梨 悉尼 墨尔本 坎培拉 布里斯本 澳洲 威灵顿 奥克兰 约翰尼斯堡 约翰内斯堡 内罗毕
"""
_PLACES = frozenset(_PLACE_NAMES.split())
_LONGEST = max(map(len, _PLACES))


def reporters_and_place(text: str) -> tuple[list[str], str | None]:
    """The names of a byline and the place written on to the last of them."""
    *names, last = _BETWEEN.split(text.strip())
    name, place = _parted(last)
    return [name for name in (*names, name) if name], place or None


def _parted(text: str) -> tuple[str, str]:
    if text[:1].isascii():
        return text, ""
    simple = simplify(text)
    if simple in _PLACES:
        return "", text
    for length in (3, 2, 4):
        if _begins_with_place(simple[length:]):
            return text[:length], text[length:]
    length = 4 if simple.startswith(_COMPOUND) else 3
    # One character is no place.
    return (text, "") if len(text) <= length + 1 else (text[:length], text[length:])


def _begins_with_place(text: str) -> bool:
    return any(text[:length] in _PLACES for length in range(2, _LONGEST + 1))
