"""Time expressions: what is found, what it names, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shilu.text.times import Anchor, Passage, find_times, read_times
from shilu.text.times.numerals import number

FRIDAY = Anchor.on(date(2024, 9, 27))


def found(text: str, anchor: Anchor | None = FRIDAY) -> list[tuple[str, str | None]]:
    """Text and value of every time in a text."""
    return [(time.text, time.value) for time in find_times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二十七", 27),
        ("十", 10),
        ("廿三", 23),
        ("三十一", 31),
        ("二〇二四", 2024),
        ("一百一十三", 113),
        ("一百零三", 103),
        ("05", 5),
    ],
)
def test_numbers_are_read_in_every_writing(text: str, expected: int) -> None:
    """Counted, digit by digit and Arabic numbers give the same values."""
    assert number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议于2024年2月16日举行", [("2024年2月16日", "2024-02-16")]),
        ("會議於二零二四年二月十六日舉行", [("二零二四年二月十六日", "2024-02-16")]),
        ("二〇二四年九月", [("二〇二四年九月", "2024-09")]),
        ("民國113年5月20日就職", [("民國113年5月20日", "2024-05-20")]),
        ("17/03/2021发布", [("17/03/2021", "2021-03-17")]),
        ("2021-03-17发布", [("2021-03-17", "2021-03-17")]),
        ("活动16/2举行", [("16/2", "2024-02-16")]),
        ("店家9/30熄灯", [("9/30", "2024-09-30")]),
        ("記者攝　113年5月20日", [("113年5月20日", "2024-05-20")]),
        (
            "他将于下周三和周四出访。周一早些时候，双方通话",
            [("下周三", "2024-10-02"), ("周四", "2024-10-03"), ("周一", "2024-09-23")],
        ),
        ("对同天然气管道有关的公司实施制裁", []),
        # On a Friday, Sunday lies rather ahead than five days back, for what is announced in the same words.
        ("拜登周日与莫迪举行峰会", [("周日", "2024-09-29")]),
        ("拜登周日与莫迪举行了峰会", [("周日", "2024-09-22")]),
        (
            "会谈将在布林肯下周访问日本，以及周六拜登与莫迪举行峰会之后举行",
            [("下周", "2024-09-30/2024-10-06"), ("周六", "2024-09-28")],
        ),
        ("他们将谈到12日的峰会", [("12日", "2024-09-12")]),
        ("去年11月签署", [("去年11月", "2023-11")]),
        ("官员来港3日，听取意见", []),
        ("官员来港3日“考察”，一连4日在会场听取意见", []),
        (
            "中央社紐約21日電，特鲁多19日说，两国元首18日通话",
            [("21日", "2024-09-21"), ("19日", "2024-09-19"), ("18日", "2024-09-18")],
        ),
        ("官员3日来港，听取意见", [("3日", "2024-10-03")]),
        ("今年8月15日", [("今年8月15日", "2024-08-15")]),
        ("前年与明年", [("前年", "2022"), ("明年", "2025")]),
        ("预计今明两年增长", [("今明两年", "2024/2025")]),
        ("上个月底", [("上个月底", "2024-08")]),
        ("下月初访问", [("下月初", "2024-10")]),
        ("上月9日曾来访", [("上月9日", "2024-08-09")]),
        ("4月上旬曾举行", [("4月上旬", "2024-04-01/2024-04-10")]),
        ("去年2月下旬", [("去年2月下旬", "2023-02-21/2023-02-28")]),
        ("2020年上半年", [("2020年上半年", "2020-01/2020-06")]),
        ("今年第三季度", [("今年第三季度", "2024-07/2024-09")]),
        ("去年夏天", [("去年夏天", "2023-06/2023-08")]),
        ("去年底到期", [("去年底", "2023-12")]),
        ("今年年初", [("今年年初", "2024")]),
        ("2020年中，局势升级", [("2020年中", "2020")]),
        ("2020年中国的出口", [("2020年", "2020")]),
        ("20世纪40年代", [("20世纪40年代", "1940/1949")]),
        ("上世纪九十年代", [("上世纪九十年代", "1990/1999")]),
        ("1960年代", [("1960年代", "1960/1969")]),
        ("十年前签署的协议", [("十年前", "2014")]),
        ("三个月前签署的协议", [("三个月前", "2024-06")]),
        ("3天前签署的协议", [("3天前", "2024-09-24")]),
        ("两周前签署的协议", [("两周前", "2024-09-09/2024-09-15")]),
        ("大约三周，几天前，约两个月前，会谈的三天前", []),
        ("2024大选", [("2024", "2024")]),
        ("去年春节", [("去年春节", "2023-01-22")]),
        ("除夕通话", [("除夕", "2024-02-09")]),
        ("去年感恩节", [("去年感恩节", "2023-11-23")]),
        ("2021年3月第3周", [("2021年3月第3周", "2021-03-15/2021-03-21")]),
    ],
)
def test_written_dates_have_their_value(text: str, expected: list[tuple[str, str]]) -> None:
    """Every written form of a date is read with its precision, in both scripts."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王毅1月26日至27日在曼谷会谈", [("1月26日至27日", "2024-01-26/2024-01-27")]),
        ("将于10月22日至25日访问", [("10月22日至25日", "2024-10-22/2024-10-25")]),
        ("18及19日两天的会谈将在当地举行", [("18及19日", "2024-10-18/2024-10-19")]),
        ("专家1至2月曾来访", [("1至2月", "2024-01/2024-02")]),
        ("奥运曾于7月26日到8月11日举行", [("7月26日到8月11日", "2024-07-26/2024-08-11")]),
        ("奥运于7月26-8月11日举行过", [("7月26-8月11日", "2024-07-26/2024-08-11")]),
        ("从2009到2018年", [("2009到2018年", "2009/2018")]),
        ("在1999年到2018年期间", [("1999年到2018年", "1999/2018")]),
        ("2日及3日先后抵达了", [("2日", "2024-09-02"), ("3日", "2024-09-03")]),
    ],
)
def test_spans_are_one_time(text: str, expected: list[tuple[str, str]]) -> None:
    """从…到… and its like make one time with the value A/B; two days in a list stay two."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发言人星期三表示，将于周五前往", [("星期三", "2024-09-25"), ("周五", "2024-09-27")]),
        ("總統週四宣布，下週二出訪", [("週四", "2024-09-26"), ("下週二", "2024-10-01")]),
        ("两人礼拜天通了电话", [("礼拜天", "2024-09-22")]),
        ("他上周五说", [("上周五", "2024-09-20")]),
        # 会 of 议会, 安理会 and 委员会 tells nothing of what will be; what is said at a sitting is over.
        ("议会在周一表决", [("周一", "2024-09-23")]),
        ("安理会在周二谴责袭击", [("周二", "2024-09-24")]),
        ("外长会在周二会晤", [("周二", "2024-10-01")]),
        ("在周二的会议上批评对手", [("周二", "2024-09-24")]),
        ("周五和周六与各国外长会谈", [("周五", "2024-09-27"), ("周六", "2024-09-28")]),
        ("上周四与周五与各国外长会谈", [("上周四", "2024-09-19"), ("周五", "2024-09-20")]),
        ("他邀请了两国领导人参加1月举行的峰会", [("1月", "2025-01")]),
        ("中方计划提议会谈，并安排双方在11月22日会晤", [("11月22日", "2024-11-22")]),
        ("将在星期一结束访问，于星期二会谈", [("星期一", "2024-09-30"), ("星期二", "2024-10-01")]),
        ("王毅将于星期一访问泰国。星期二在曼谷会谈", [("星期一", "2024-09-30"), ("星期二", "2024-10-01")]),
        ("他建议双方在周一通话", [("周一", "2024-09-30")]),
        ("他在周二的峰会前与总理交谈了", [("周二", "2024-10-01")]),
        ("双方25日会晤前，他作了准备", [("25日", "2024-09-25")]),
        ("双方30日会晤前，他作了准备", [("30日", "2024-09-30")]),
        ("3月18日，两国外长将举行会谈", [("3月18日", "2025-03-18")]),
        (
            "3月18日和19日，美国国家安全顾问沙利文（Jake Sullivan）和国务卿布林肯（Tony Blinken）将会晤",
            [("3月18日", "2025-03-18"), ("19日", "2025-03-19")],
        ),
        ("3月18日，外长宣布将举行会谈", [("3月18日", "2024-03-18")]),
        ("会议将在星期一召开", [("星期一", "2024-09-30")]),
        ("星期一的会谈，将讨论贸易", [("星期一", "2024-09-30")]),
        ("周三将五家公司列入名单", [("周三", "2024-09-25")]),
        ("本周和下周", [("本周", "2024-09-23/2024-09-29"), ("下周", "2024-09-30/2024-10-06")]),
        ("上週末的示威", [("上週末", "2024-09-21/2024-09-22")]),
        ("今天、昨天和明天", [("今天", "2024-09-27"), ("昨天", "2024-09-26"), ("明天", "2024-09-28")]),
        ("昨晚通话", [("昨晚", "2024-09-26")]),
        ("周六继续前往首尔", [("周六", "2024-09-28")]),
        ("周六宣布", [("周六", "2024-09-21")]),
        ("最快于11月举行", [("11月", "2024-11")]),
        ("26日发表声明", [("26日", "2024-09-26")]),
        ("29日曾发表声明", [("29日", "2024-08-29")]),
        ("峰会将于29日开幕", [("29日", "2024-09-29")]),
        ("定于12号召开", [("12号", "2024-10-12")]),
        ("首相将改于12日会谈", [("12日", "2024-10-12")]),
        ("在纽约24日会谈", [("24日", "2024-09-24")]),
        ("名单将等到29日才公布", [("29日", "2024-09-29")]),
        ("当地时间18日会谈", [("18日", "2024-09-18")]),
        ("两人5、18日会谈", [("5、18日", "2024-09-18")]),
        ("两人18、19日会谈", [("18、19日", "2024-09-18/2024-09-19")]),
        ("预计5月举行", [("5月", "2025-05")]),
        ("两人于11月20日世界儿童日前后会晤", [("11月20日", "2024-11-20")]),
        ("自11月以来", [("11月", "2023-11")]),
        ("截至9月26日", [("9月26日", "2024-09-26")]),
        ("月底召开", [("月底", "2024-09")]),
    ],
)
def test_relative_times_follow_the_direction_of_the_clause(text: str, expected: list[tuple[str, str]]) -> None:
    """A bare weekday, day or month is the last one, unless the clause speaks of what is to come."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1965年3月7日游行。法案在3月17日提出，8月6日签署", ["1965-03-07", "1965-03-17", "1965-08-06"]),
        ("他2013年8月受访。当年的6月，两人曾会晤", ["2013-08", "2013-06"]),
        ("他2018年8月过境，次年8月再访", ["2018-08", "2019-08"]),
        ("两人于5月3日会晤，翌日发表公报", ["2024-05-03", "2024-05-04"]),
        ("1月26日会谈，27日离开", ["2024-01-26", "2024-01-27"]),
        ("军演26日开始，前一天曾有预告", ["2024-09-26", "2024-09-25"]),
        ("他计划星期四举行会谈，对方表示欢迎", ["2024-10-03"]),
        ("根据计划星期四举行会谈，对方表示欢迎", ["2024-09-26"]),
        ("星期四（9月26日）会晤。当天还签署了文件", ["2024-09-26", "2024-09-26", "2024-09-26"]),
        ("去年1月20日的电邮讨论了当月的数据", ["2023-01-20", "2023-01"]),
        ("3月15日的那个星期", ["2024-03-11/2024-03-17"]),
        ("2016年12月2日通话。\n一周后的12月9日，他见了来客", ["2016-12-02", "2016-12-09"]),
        ("外交部26日发表声明，称“今天的决定是错误的”", ["2024-09-26", "2024-09-26"]),
        ("新规10月起实施，该部26日表示欢迎", ["2024-10", "2024-09-26"]),
        ("两人9月2日通话。预料10月3日的会议、28日的会谈都会提到此事", ["2024-09-02", "2024-10-03", "2024-10-28"]),
        ("两国8月10日签约。预料28日会再谈", ["2024-08-10", "2024-09-28"]),
        ("船队10月20日出发，船东26日表示一切就绪", ["2024-10-20", "2024-09-26"]),
        ("庆典10月16日开始，26日落幕", ["2024-10-16", "2024-10-26"]),
    ],
)
def test_years_months_and_days_carry_forward(text: str, expected: list[str]) -> None:
    """What a date leaves out comes from the text before it."""
    assert [value for _, value in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "三年来第一次",
        "会谈持续3天",
        "上午10时开始",
        "8个月后获释",
        "近日与日前",
        "兑100日元下跌",
        "为期3日的访问",
        "三日内答复",
        "连续十日上涨",
        "13日本公民",
        "首次日美会谈",
        "他同日本外相会谈",
        "此前日本曾抗议",
        "4号机组停机",
        "建设“北溪2号”的国家",
        "东堂子胡同49-1号接待室",
        "嫦娥五号升空",
        "《星期日泰晤士报》与《今日美国》",
        "每周三例会",
        "一周五天工作制",
        "三分之二与2/3多数",
        "农历三月初三",
        "第一季",
        "10年期国债",
        "比分3/4",
        "战后年代",
    ],
)
def test_durations_clock_times_and_lookalikes_are_no_dates(text: str) -> None:
    """What names no calendar point is left alone."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上周日本首相访美", [("上周", "2024-09-16/2024-09-22")]),
        ("下周二十国集团开会", [("下周", "2024-09-30/2024-10-06")]),
        ("上周四川地震", [("上周", "2024-09-16/2024-09-22")]),
        ("下周一带一路论坛", [("下周", "2024-09-30/2024-10-06")]),
        ("9月27日本部宣布", [("9月27日", "2024-09-27")]),
    ],
)
def test_a_weekday_sign_may_belong_to_the_next_word(text: str, expected: list[tuple[str, str]]) -> None:
    """周日 in 上周日本 is no Sunday."""
    assert found(text) == expected


def test_a_wrong_weekday_beside_a_near_day_moves_no_year() -> None:
    """A slip of the day before yesterday is none of another year; of a day months away the weekday tells the year."""
    assert found("议会周三（9月24日）表决") == [("周三", "2024-09-25"), ("9月24日", "2024-09-24")]
    assert found("议会周五（3月17日）表决") == [("周五", "2023-03-17"), ("3月17日", "2023-03-17")]


def test_the_headline_leans_on_the_text() -> None:
    """A weekday that the text puts ahead, or prints with its date, means the same in the headline."""
    passages = [
        Passage("三国官员星期六将举行会谈。首脑会谈于28日在首尔登场。", 0),
        Passage("三国官员星期六在首尔会谈", -1, headline=True),
    ]
    times = read_times(passages, FRIDAY)
    assert [(time.block, time.value) for time in times if time.text == "星期六"] == [
        (0, "2024-09-28"),
        (-1, "2024-09-28"),
    ]


def test_a_caption_tells_nothing_to_the_text_after_it() -> None:
    """An aside is read, but 当天 after it leans on the text."""
    passages = [
        Passage("双方26日会谈。", 0),
        Passage("资料图片：2019年5月1日", 1, aside=True),
        Passage("当天还举行了记者会。", 2),
    ]
    assert [time.value for time in read_times(passages, FRIDAY)] == ["2024-09-26", "2019-05-01", "2024-09-26"]


def test_a_meeting_at_which_something_will_be_done_is_to_come() -> None:
    """在18、19日会晤时，将……: of the month ahead of the report, not of the one before."""
    told = found("布林肯在18、19日与中方会晤时，将不会有所保留。", Anchor.on(date(2021, 3, 11)))
    assert [value for _, value in told] == ["2021-03-18/2021-03-19"]


def test_a_weekday_behind_a_day_far_ahead_is_of_this_week() -> None:
    """What is put off to some week to come does not take the next sentence with it."""
    assert found("庭审延至3月24日。星期天，军方再度开枪。", Anchor.on(date(2021, 3, 15)))[-1][1] == "2021-03-14"


def test_asia_may_be_a_day_ahead_of_the_writer() -> None:
    """A Thursday report from Washington may name Asia's Friday."""
    anchor = Anchor.on(date(2024, 9, 26), date(2024, 9, 27))
    assert found("外交部周五表示", anchor) == [("周五", "2024-09-27")]


def test_on_a_sunday_the_week_may_lie_ahead() -> None:
    """Where the week begins on Sunday, 本周 on that day is the week ahead."""
    sunday = date(2024, 9, 29)
    assert found("本周将开会", Anchor.on(sunday, sunday_first=True)) == [("本周", "2024-09-30/2024-10-06")]
    assert found("本周开了会", Anchor.on(sunday)) == [("本周", "2024-09-23/2024-09-29")]


def test_without_an_anchor_times_stay_open() -> None:
    """Nothing is invented where nobody knows when the text was written."""
    assert found("王毅周五抵达", None) == [("周五", None)]


def test_offsets_point_into_the_original() -> None:
    """Matching is on folded text, the text shown is the article's own."""
    text = "總統在２０２４年９月與週五"
    times = find_times(text, FRIDAY)
    assert [(text[time.start : time.end], time.text) for time in times] == [("２０２４年９月",) * 2, ("週五",) * 2]


@pytest.mark.parametrize("text", ["2月30日", "99/99/2021", "民國999年13月"])
def test_impossible_days_do_no_harm(text: str) -> None:
    """A day the calendar does not have stays open or is not read."""
    assert all(value is None or value.startswith("2910") for _, value in found(text))


def test_long_texts_take_linear_time() -> None:
    """Ten times the text with hostile repetitions finds ten times the times."""
    hostile = "1月1" * 2000 + "年" * 2000 + "二" * 5000 + "3/" * 2000 + "“" * 2000
    assert len(found(("周五" + hostile) * 10)) == 10 * len(found("周五" + hostile))


@given(
    st.text(
        alphabet="0123456789一二三十廿零年月日号周星期上下本前去今明昨初底末至到-/世纪代春节民国除夕半季第个的，。（）《》",
        max_size=30,
    )
)
def test_no_text_breaks_the_reading(text: str) -> None:
    """Whatever stands there, times lie in the text and in order."""
    times = find_times(text, FRIDAY)
    assert [text[time.start : time.end] for time in times] == [time.text for time in times]
    assert [time.start for time in times] == sorted(time.start for time in times)


def test_an_anniversary_is_of_this_year() -> None:
    """The same day of the year is told again on the day after it."""
    told = found("2001年4月1日，飞行员身亡。4月1日，在他身亡20周年的日子，民众献花。", Anchor.on(date(2021, 4, 2)))
    assert [value for _, value in told] == ["2001-04-01", "2021-04-01"]


def test_a_day_behind_one_of_another_year_follows_it() -> None:
    """However close to the report it would lie in this year."""
    told = found("2016年3月15日，他的家被抄。3月17日，他也被警方扣押。", Anchor.on(date(2021, 3, 30)))
    assert [value for _, value in told] == ["2016-03-15", "2016-03-17"]
