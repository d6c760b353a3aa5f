"""What roles tell apart: a pitcher is not the lawyer of the same name, a legislator in Taiwan not the one in the US.

Articles state one person's role in many ways (教授, 学者, 维权人士), so only what hardly goes together counts.
"""

from __future__ import annotations

import functools
import re
from typing import Literal, TypeAlias

Calling: TypeAlias = Literal[
    "office", "law", "learning", "media", "business", "stage", "sport", "faith", "cure", "crime"
]

_ENDINGS: dict[Calling, str] = {
    "office": "总统 主席 总理 首相 国务卿 部长 外长 防长 财长 大使 参赞 领事 省长 州长 市长 县长 区长 镇长 局长 处长 "
    "司长 署长 厅长 书记 常委 政委 司令 上将 中将 少将 将军 官员 议员 立委 议长 特首 外相 防相 大臣 发言人 部长官 "
    "委员长 次长 次官 科长 警长 警监",
    "law": "律师 法官 检察官 大法官 检察长",
    "learning": "教授 学者 研究员 院士 博士 讲师 科学家 经济学家 历史学家 专家 研究生 校长 院长 所长",
    "media": "记者 编辑 主播 总编 总编辑 主编 评论员 专栏作家 特派员 通讯员 导播",
    "business": "董事长 总裁 首席执行官 执行长 创始人 创办人 商人 富豪 大亨 经理 总经理 合伙人 老板 分析师 总监",
    "stage": "导演 演员 歌手 艺人 画家 女星 影星 歌星 男星 作曲家 舞者 钢琴家 艺术家 模特",
    "sport": "投手 捕手 球员 选手 教练 球星 运动员 外野手 内野手 门将 前锋 中锋 后卫 棋手 拳手 车手 跳水 冠军",
    "faith": "牧师 神父 主教 喇嘛 教宗 教皇 修女 法师 枢机 学员",
    "cure": "医生 医师 护士 护理师 大夫",
    "crime": "枪手 嫌犯 嫌疑人 凶手 死者 受害者 遇难者 被害人 遗孀 男童 女童 男婴 女婴",
}
_CALLINGS: list[tuple[Calling, re.Pattern[str]]] = [
    (calling, re.compile(rf"(?:{'|'.join(endings.split())})$")) for calling, endings in _ENDINGS.items()
]
_NOT_WITH: dict[Calling, set[Calling]] = {
    "sport": {"office", "law", "learning", "media", "business", "faith", "cure"},
    "stage": {"office", "law", "cure", "faith"},
    "crime": {"office", "law", "learning", "media", "sport"},
    "cure": {"law", "media"},
}


_NO_OFFICE = re.compile(r"(?:品牌|形象|亲善|友好|爱心|推广|公益|旅游|文化|代言)大使$")
"""Titles of honour: a singer may be 品牌大使."""


@functools.lru_cache(maxsize=4096)
def calling(role: str) -> Calling | None:
    """What a role, in simplified script, makes its bearer; None where it says too little."""
    if _NO_OFFICE.search(role):
        return None
    return next((name for name, endings in _CALLINGS if endings.search(role)), None)


def apart(one: frozenset[Calling], other: frozenset[Calling]) -> bool:
    """Whether no calling of one goes with any of the other."""
    return bool(one and other) and all(_are_apart(a, b) for a in one for b in other)


def _are_apart(one: Calling, other: Calling) -> bool:
    return other in _NOT_WITH.get(one, ()) or one in _NOT_WITH.get(other, ())
