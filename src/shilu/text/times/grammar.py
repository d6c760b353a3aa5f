"""What a time expression looks like: one pattern over folded text, its parts as named groups.

Only calendar points and spans are in it. Durations (三年来, 3天), clock times (10时) and vague words (日前, 近日) have
no form here, so they cannot be mistaken for dates; what looks like a date and is none is turned away in ``scan``.
"""

from __future__ import annotations

import re

_CN = "一二三四五六七八九"
_JOIN = r" ?(?:至|到|及|-|~|–|—|―) ?"
_UNTIL = r" ?(?:至|到|-|~|–|—|―) ?"

_YEAR4 = rf"(?:(?:1[5-9]|2[01])\d\d|[一二][〇零○{_CN}]{{3}})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9]|[一二]?十[{_CN}]?|三十一?|廿[{_CN}]?|卅一?|[{_CN}])"

# 后年 also ends 战后年代, 明年 ends 文明年代: the guards keep the cut where the word is.
_RELATIVE_YEAR = (
    r"今明两年|去今两年|今年|去年|大?前年|(?<!文)明年|(?<![战以之此\d])后年(?!代)|本年度?"
    r"|(?<![过往不])同年(?![龄级代])|次年|翌年|隔年|当年(?=的? ?[\d一二三四五六七八九十]{1,2} ?月)"
)
_RELATIVE_MONTH = r"上上个?月|上个?月|本月|这个月|下下个?月|下个?月|当月|同月|次月|翌月"
_SEASON = r"[春夏秋冬][季天]"
_QUARTER = r"第[一二三四1-4]季度?|[一二三四]季度|首季度?"
# 年中 and 月中 stand before a pause or a particle; else the 中 begins 中国 and its like.
_MIDDLE = r"中(?=[,，。、;；)）以到前后至起时]|开始|$)"
_FEAST = (
    r"(?:农历|旧历|阴历)?(?:新年)?除夕|春节|(?:农历|旧历|阴历)新年|大年初一|元旦|感恩节|圣诞(?:节|夜)|平安夜"
    r"|(?:马丁·?路德·?金|金恩)(?:博士)?(?:纪念)?日"
)

_YEAR = (
    rf"(?P<anyyear>民国 ?(?P<roc>\d{{2,3}}|[{_CN}十百零〇]{{1,5}}) ?年|(?<!\d)(?P<minguo>1[01]\d)年(?=\d{{1,2}}月\d)"
    rf"|(?<![\d.])(?:(?P<year0>{_YEAR4}) ?年?{_JOIN})?(?P<year>{_YEAR4}) ?年(?!代|期(?!间)|级|历史)"
    rf"|(?P<relyear>{_RELATIVE_YEAR}))"
)
_MONTHS = (
    rf"(?:(?<![\d.第])(?:(?P<month0>{_MONTH}) ?月?(?:{_JOIN}|与))?(?P<month>{_MONTH}) ?月份?"
    rf"|(?P<relmonth>{_RELATIVE_MONTH}))"
)
_DAYS = (
    rf"(?:(?<![\d.第])(?:(?P<day0>{_DAY})(?:{_JOIN}|(?<=\d)、(?=\d)| ?[日号]{_UNTIL}))?"
    rf"(?P<day>{_DAY}) ?(?P<dayunit>[日号])"
    r"(?P<itsweek>的?(?:那一?个?|当)(?:周|星期))?"
    rf"|(?P<openday>[12]\d|3[01]|0?[1-9])(?={_JOIN}\d{{1,2}}月\d{{1,2}}[日号]))"
)
_PART_OF_MONTH = rf"(?P<tenth>[上中下])旬|(?P<monthpart>[初底末]|{_MIDDLE})|(?P<nthweek>第[一二三四五1-5]周)"
_PART_OF_YEAR = (
    rf"(?P<half>[上下])半年|(?P<quarter>{_QUARTER})|(?P<season>{_SEASON})|(?P<feast>{_FEAST})"
    rf"|(?P<yearpart>年[初底末]|(?(anyyear)(?:[初底末]|{_MIDDLE})|(?<!大)年[初底末]))"
    r"|(?P<bareperiod>月[初底末](?!特))"
)
# Everything in a date may be missing; the empty match is dropped by the scanner.
_DATE = (
    rf"{_YEAR}?(?: ?的?(?:{_MONTHS}(?: ?(?:{_DAYS})|{_PART_OF_MONTH})?"
    rf"|{_DAYS.replace('?P<', '?P<only')}|{_PART_OF_YEAR}))?"
)

_WEEK = r"(?:周|星期|礼拜)"
_WEEK_WORD = r"上上个?|上一?个?|本|这一?个?|下下个?|下一?个?|当"
# 周日本, 周二十国, 周四川 and their like: the sign after 周 belongs to the next word.
_WEEKDAY = (
    r"(?:日(?!本|方|媒|经|元|军|圆)|[二三四五](?!十[国五余多大]|分之|川|亚|角|中全会|方会)"
    r"|一(?!带一路|些|系列|名|个|份|项|家)|[六天末])"
)
_DAY_WORD = (
    r"大前天|大后天|前天|昨天|今天|明天|(?<![以之今先最此背然随午])后天|今明两[天日]|昨今两[天日]"
    r"|(?<![之此战以目先空])前日(?![本方媒经元军圆])|昨日|今日(?!俄罗斯|美国|头条|话题)|(?<!文)明日(?!报)"
    r"|[前昨今明当][晚夜]|[昨今明]晨|今早|明早|今午|昨午|[今昨](?=[(（]\d)"
    r"|(?<![正恰])当[天日]|同一?天(?!然)|(?<![不如])同一?日(?![本方媒经元军圆])"
    r"|翌[日晨]|隔[天日]|(?<![首这那此每多两三几上本该再屡历一二四五六\d])次日(?![本方媒经元军圆])"
    r"|第二[天日]|前一[天日]|后一[天日]|(?<![以至])上日(?![程常志历])"
)

_BEGINNINGS = {
    r"\d": r"\d 年月日号天周个星礼至到及与、/.~–—―-",
    f"{_CN}十两廿卅": f"〇零○{_CN}十百两廿卅 月日号季年天周个星礼至到及与~–—―-",
    "今": "明年天日晚夜晨早午(（",
    "去": "今年",
    "前后": "年天日晚夜一",
    "明": "年天日晚夜晨早",
    "昨": "天今日晚夜晨午(（",
    "本": "年月周星礼",
    "当": "年月天日晚夜周星礼",
    "同次翌隔": "年月天日晨一",
    "上下": "上下个一半月日周星礼世",
    "这": "个一周星礼",
    "周": "一二三四五六日天末",
    "星": "期",
    "礼": "拜",
    "第": "一二三四1-4",
    "首": "季",
    "年月": "初底末",
    "大": "前后年",
    "春夏秋冬": "节季天",
    "元除圣感平马金农旧阴民": "旦夕诞恩安丁历国",
}
"""The first two characters of an expression."""
_SECOND = "|".join(f"(?<=[{first}])[{second}]" for first, second in _BEGINNINGS.items())
BEGINNING = re.compile(rf"[{''.join(_BEGINNINGS)}](?:{_SECOND})")
"""How every expression begins: most places are turned away by the first character, which costs next to nothing where a
pattern begins with a set; the second leaves one place in thirty."""

PATTERN = re.compile(
    r"(?:"
    r"(?P<numeric>(?<![a-z\d_/.:-])(?P<num1>\d{1,4})(?P<sep>[/.-])(?P<num2>\d{1,2})(?:(?P=sep)(?P<num3>\d{1,4})|(?<=/\d)|(?<=/\d\d))"
    r"(?![\d/.:%-]|[a-z]))"
    rf"|(?P<decade>(?:(?P<century>[12]\d|二十一?|十九|上个?)世纪)?(?P<tens>[1-9]0|[{_CN}]十)年代"
    r"|(?P<tens4>(?:1[5-9]|2[01])\d0)年代)"
    rf"|(?P<ago>(?<![\d.第{_CN}十百])(?P<agocount>\d{{1,3}}|[{_CN}两十百]{{1,5}}) ?"
    r"(?P<agounit>年|个月|天|周|个?(?:星期|礼拜))[之以]?前)"
    rf"|(?P<weekday>(?P<dayweek>{_WEEK_WORD})?{_WEEK}(?P<wday>{_WEEKDAY}))"
    rf"|(?P<week>(?P<weekword>{_WEEK_WORD}){_WEEK}(?![年刊边期报岁转遭围]))"
    rf"|(?P<dayword>{_DAY_WORD})"
    r"|(?P<election>(?<![\d.])20\d\d(?=.{0,6}(?:大选|总统选举|冬奥|奥运|世界杯)))"
    rf"|(?P<date>{_DATE})"
    r")"
)
"""An expression at a place; empty where there is none."""
