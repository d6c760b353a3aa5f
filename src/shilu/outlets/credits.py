"""Who made the article (people, by role) and which wire services it draws on."""

from __future__ import annotations

import re

from shilu.records import Credit
from shilu.text.script import simplify

ROLES = (
    *("特约记者", "特約記者", "实习记者", "實習記者", "本台记者", "记者", "記者", "作者", "采访", "採訪"),
    *("撰稿", "撰文", "撰写", "采写", "发稿", "文字", "责任编辑", "責任編輯", "执行编辑", "责编", "責編"),
    *("网编", "網編", "编辑", "編輯", "主编", "主編", "整理", "编译", "編譯", "译者", "譯者", "翻译", "翻譯"),
    *("核稿", "审校", "審校", "校对", "校對", "摄影", "攝影", "摄像", "制作", "製作", "主持", "监制", "播报", "制图"),
    *("视频制作",),
)
_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_NAME = r"[\u4e00-\u9fff]{2,4}(?:[·・‧•][\u4e00-\u9fff]{1,8})*|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
_MARK = r"[\s ]*[:：/／]?[\s ]*"
_AND = r"[\s ]*[、,，/／&；;及和][\s ]*|[\s ]+"
_PAIR = re.compile(
    rf"({_ROLE}){_MARK}((?:(?!{_ROLE})(?:{_NAME}))(?:(?:{_AND})(?!(?:{_ROLE}))(?:{_NAME}))*)"
    r"(?=[\s ()（）。，,、；;|｜/／]|$)"
)
_SPLIT = re.compile(r"[\s]*[、,，/／&；;][\s]*|(?<=[\u4e00-\u9fff])[\s]+(?=[\u4e00-\u9fff])")
_FILLER = re.compile(r"[\s ()（）\[\]【】。，,、；;|｜/／:：]+|\d{7}|完")
# Cities with bureaus (compared in simplified script): where one ends a byline, the name before it is the reporter's.
_CITIES = (
    "华盛顿|台北|香港|北京|上海|纽约|东京|首尔|巴黎|伦敦|柏林|布鲁塞尔|日内瓦|莫斯科|曼谷|新加坡|吉隆坡|雅加达|"
    "河内|马尼拉|悉尼|雪梨|堪培拉|坎培拉|墨尔本|温哥华|渥太华|多伦多|洛杉矶|旧金山|芝加哥|波士顿|休斯敦|休士顿|"
    "西雅图|费城|高雄|台中|台南|桃园|新竹|花莲|台东|屏东|嘉义|基隆|新北|宜兰|苗栗|南投|彰化|云林|金门|澎湖|台湾|"
    "澳门|罗马|维也纳|马德里|里斯本|雅典|布拉格|华沙|斯德哥尔摩|新德里|孟买|加德满都|达兰萨拉|伊斯坦布尔|伊斯坦堡|"
    "耶路撒冷|开罗|迪拜|杜拜|仰光|金边|胡志明市|圣保罗|墨西哥城|慕尼黑|法兰克福|汉堡|深圳|广州|成都"
)
_CITY_END = re.compile(rf"\s*(?:{_CITIES})$")


def credit_line(text: str) -> tuple[Credit, ...]:
    """The credits of a line that holds nothing else, such as ``记者：李强 责编：王芳``; empty for any other line."""
    pairs = list(_PAIR.finditer(text))
    if not pairs or _FILLER.sub("", _PAIR.sub("", text)):
        return ()
    return tuple(Credit(pair[1], name) for pair in pairs for name in names_in(pair[2]))


def names_in(text: str) -> list[str]:
    """The names of a list: ``许书婷 胡力汉``, ``張三、李四``."""
    return [name for part in _SPLIT.split(text) if (name := part.strip())]


def byline(text: str) -> tuple[list[str], str | None]:
    """Names and place of ``蔡凌巴黎``, ``黄春梅 台北``, ``邱國強北京``: the place is a city where bureaus are.

    Without a known city the last word stands apart by a space, or all of it is names.
    """
    text = text.strip()
    match = _CITY_END.search(simplify(text).replace("臺", "台"))
    if match and match.start() > 1:
        return names_in(text[: match.start()]), text[match.start() :].strip()
    return names_in(text), None
