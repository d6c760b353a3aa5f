"""Who made the article (people, by role) and which wire services it draws on."""

from __future__ import annotations

import re

from shilu.records import Credit

ROLES = (
    *("特约记者", "特約記者", "实习记者", "實習記者", "本台记者", "记者", "記者", "作者", "采访", "採訪"),
    *("撰稿", "撰文", "撰写", "采写", "发稿", "文字", "责任编辑", "責任編輯", "执行编辑", "责编", "責編"),
    *("网编", "網編", "编辑", "編輯", "主编", "主編", "整理", "编译", "編譯", "译者", "譯者", "翻译", "翻譯"),
    *("核稿", "审校", "審校", "校对", "校對", "摄影", "攝影", "摄像", "剪接", "剪辑", "制作", "製作"),
    *("主持", "监制", "播报", "制图", "视频制作", "制作人", "值班编辑", "视频剪辑"),
)
_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_NAME = r"[\u4e00-\u9fff]{2,4}(?:[·・‧•][\u4e00-\u9fff]{1,8})*|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
_MARK = r"[\s ]*[:：/／|｜丨⎮]?[\s ]*"
# 文：趙靜瑜／攝影：徐肇昌; 文 | 蔡家欣: roles of so few letters need a mark behind them
_SHORT = r"(?:文|图|圖|摄|攝|编|編|影音|视频|視頻)(?=[\s ]*[:：|｜丨⎮])"
_NOBODY = "网络|網路|資料|资料|来源|來源"
_GLOSS = r"(?:[（(][^（）()]{1,30}[)）])?"  # 乔·佩恩（Joe Payne）
_AND = r"[\s ]*[、,，/／&；;及和][\s ]*|[\s ]+"
_FIRST = "".join(sorted({role[0] for role in ROLES}))
_PAIR = re.compile(
    # Most characters begin no role: to try all roles at each would take six times as long.
    rf"(?=[{_FIRST}文图圖摄攝编編影视視])((?:{_ROLE})(?:[和与及、/／](?:{_ROLE}))?|{_SHORT}){_MARK}"
    rf"((?:(?!{_ROLE}|{_NOBODY})(?:{_NAME}){_GLOSS})(?:(?:{_AND})(?!{_ROLE}|{_SHORT})(?:{_NAME}){_GLOSS})*)"
    r"(?=[\s ()（）。，,、；;|｜/／]|$)"
)
_GLOSSES = re.compile(r"[（(][^（）()]*[)）]")
_PROVIDED = re.compile(r"(?:圖片|图片|照片|影像|视频|影片)提供[:：][^:：]+$")
_SPLIT = re.compile(r"[\s]*[、,，/／&；;][\s]*|(?<=[\u4e00-\u9fff])[\s]+(?=[\u4e00-\u9fff])")
_FILLING = r"\s ()（）\[\]【】。，,、；;|｜/／:："
_FILLER = re.compile(rf"[{_FILLING}]+|\d{{7}}|完")
# What a line of credits can begin with; few paragraphs do.
_can_begin = re.compile(rf"[{_FIRST}文图圖摄攝编編影视視{_FILLING}\d完]").match

_TRAILING = re.compile(r"\s*[（(]([^（）()]{3,80})[)）][\s。]*(?:\d{7})?$")
_CAPTION_CREDIT = re.compile(r"[（(]([^（）()]{2,40})[)）]\s*$")
_SLASHED_CREDIT = re.compile(r"(?:©\s*)?(?:REUTERS|Reuters|AFP|AP Photo)\s*/\s*[\w .'’-]{2,40}$")
_CREDIT_WORD = re.compile(r"社|图|圖|照|摄|攝|提供|Reuters|AFP|AP\b|Getty|截|推特|脸书|资料")


def credit_line(text: str) -> tuple[Credit, ...]:
    """The credits of a line that holds nothing else, such as ``记者：李强 责编：王芳``; empty for any other line."""
    if not _can_begin(text):
        return ()
    text = _PROVIDED.sub("", text) if "提供" in text else text
    pairs = list(_PAIR.finditer(text))
    if not pairs or _FILLER.sub("", _PAIR.sub("", text)):
        return ()
    return tuple(Credit(pair[1], name) for pair in pairs for name in names_in(_GLOSSES.sub("", pair[2])))


def names_in(text: str) -> list[str]:
    """The names of a list: ``许书婷 胡力汉``, ``張三、李四``."""
    return [name for part in _SPLIT.split(text) if (name := part.strip())]


def bracketed_at_end(text: str) -> re.Match[str] | None:
    """What stands in brackets at the end of a text, where credits often are."""
    return _TRAILING.search(text) if "）" in text or ")" in text else None


def caption_credit(caption: str | None) -> str | None:
    """The credit at a caption's end: ``（路透社图片）``, ``REUTERS/Jason Lee``."""
    if not caption:
        return None
    match = _CAPTION_CREDIT.search(caption)
    if match and _CREDIT_WORD.search(match[1]):
        return match[1].strip()
    slashed = _SLASHED_CREDIT.search(caption)
    return slashed[0] if slashed else None
