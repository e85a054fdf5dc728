"""Pasted notices: the real ones are read as they were carried out, and what does not prove itself is refused."""

from __future__ import annotations

import pytest

from gongkai.errors import BrokenNotice
from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.calendar.doubts import doubts_of
from gongkai.law.calendar.notice_text import read_notice
from gongkai.law.calendar.notices import DaysOff, DayWorked, HolidayNotice
from tests.law.calendar.state_council import EXTENSION_2020, INVENTED_2027, LABOUR_DAY_2019, NOTICES, text_of
from tests.law.calendar.test_days import day, days_of

ISSUED = {
    2010: "2009-12-07",
    2011: "2010-12-09",
    2012: "2011-12-05",
    2013: "2012-12-08",
    2014: "2013-12-11",
    2015: "2014-12-16",
    2016: "2015-12-10",
    2017: "2016-12-01",
    2018: "2017-11-30",
    2019: "2018-12-04",
    2020: "2019-11-21",
    2021: "2020-11-25",
    2022: "2021-10-25",
    2023: "2022-12-08",
    2024: "2023-10-25",
    2025: "2024-11-12",
    2026: "2025-11-04",
}
# What other notices changed: of 2015 and 2019 for one occasion, of 2020 the extension; December by the next year's.
CHANGED = {
    2015: "09-03 09-04 09-06",
    2019: "04-28 05-02 05-03 05-05",
    2020: "01-31 02-01",
    2011: "12-31",
    2018: "12-29 12-31",
}


def refused(text: str, **given: object) -> tuple[str, ...]:
    with pytest.raises(BrokenNotice) as broken:
        read_notice(text, **given)
    return broken.value.problems


def spoilt(old: str, new: str) -> str:
    assert INVENTED_2027.count(old) == 1
    return INVENTED_2027.replace(old, new)


def named_by(notice: HolidayNotice) -> set[tuple[str, bool]]:
    """The days on which a notice moves something: weekdays that are free, days of weekends that are worked."""
    return {(str(one.on), one.free) for one in notice.days() if one.free == (one.on.weekday() < 5)}


@pytest.mark.parametrize("year", NOTICES)
def test_a_real_notice_is_read_as_the_year_was_carried_out_day_by_day(year):
    notice = read_notice(text_of(year))
    assert (notice.year, notice.number, str(notice.issued)) == (year, NOTICES[year][0], ISSUED[year])
    moved = {
        (str(on), not NATIONAL.is_working(on))
        for on in days_of(year)
        if NATIONAL.is_working(on) == (on.weekday() > 4)
    }
    changed = {f"{year}-{one}" for one in CHANGED.get(year, "").split()}
    mine = {(on, free) for on, free in named_by(notice) if on.startswith(str(year))}
    assert {one for one in mine if one[0] not in changed} == {one for one in moved if one[0] not in changed}
    # In the calendar that has it imported, too.
    imported = Calendar(notices=(notice,))
    assert [on for on in days_of(year) if imported.is_working(on) != NATIONAL.is_working(on)] == []
    assert all(NATIONAL.is_working(one.on) != one.free for one in notice.days() if one.on.year < year)


@pytest.mark.parametrize("year", set(NOTICES) - {2015})
def test_a_real_notice_leaves_no_doubt(year):
    assert doubts_of(read_notice(text_of(year))) == ()


def test_a_notice_is_read_holiday_by_holiday():
    assert read_notice(INVENTED_2027) == HolidayNotice(
        number="国办发明电〔2026〕99号",
        issued=day("2026-11-16"),
        year=2027,
        off=(
            DaysOff("元旦", day("2027-01-01"), day("2027-01-03")),
            DaysOff("春节", day("2027-02-05"), day("2027-02-12")),
            DaysOff("清明节", day("2027-04-03"), day("2027-04-05")),
            DaysOff("劳动节", day("2027-05-01"), day("2027-05-05")),
            DaysOff("端午节", day("2027-06-09")),
            DaysOff("中秋节", day("2027-09-15")),
            DaysOff("国庆节", day("2027-10-01"), day("2027-10-07")),
        ),
        on=(
            DayWorked(day("2027-01-31"), "春节"),
            DayWorked(day("2027-02-13"), "春节"),
            DayWorked(day("2027-05-08"), "劳动节"),
            DayWorked(day("2027-09-26"), "国庆节"),
            DayWorked(day("2027-10-09"), "国庆节"),
        ),
    )


def test_days_of_rest_beside_a_weekend_are_named_with_it():
    off = read_notice(text_of(2018)).off
    # Monday the first of January and Monday the eighteenth of June, each after its weekend.
    assert off[0] == DaysOff("元旦", day("2017-12-30"), day("2018-01-01"))
    assert off[4] == DaysOff("端午节", day("2018-06-16"), day("2018-06-18"))
    # Friday the fifth of April, before its weekend.
    assert read_notice(text_of(2019)).off[2] == DaysOff("清明节", day("2019-04-05"), day("2019-04-07"))


def test_a_day_made_up_for_is_free_by_itself():
    off = read_notice(text_of(2014)).off
    assert off[2:4] == (DaysOff("清明节", day("2014-04-05")), DaysOff("清明节", day("2014-04-07")))


def test_holidays_in_one_paragraph_are_named_together():
    assert read_notice(text_of(2025)).off[-1] == DaysOff("国庆节、中秋节", day("2025-10-01"), day("2025-10-08"))


def test_days_of_the_december_before_are_read_with_and_without_their_year():
    december = DaysOff("元旦", day("2018-12-30"), day("2019-01-01"))
    with_years = text_of(2019)
    without = with_years.replace("2018年12月30日至2019年1月1日", "12月30日至1月1日").replace(
        "2018年12月29日", "12月29日"
    )
    for text in (with_years, without):
        notice = read_notice(text)
        assert notice.off[0] == december
        assert notice.on[0] == DayWorked(day("2018-12-29"), "元旦")


def test_what_only_encourages_leave_makes_no_day_free():
    notice = read_notice(text_of(2024))
    assert day("2024-02-09") not in {one.on for one in notice.days()}


def test_a_notice_that_corrects_one_holiday_is_read():
    assert read_notice(LABOUR_DAY_2019) == HolidayNotice(
        number="国办发明电〔2019〕3号",
        issued=day("2019-03-22"),
        year=2019,
        off=(DaysOff("劳动节", day("2019-05-01"), day("2019-05-04")),),
        on=(DayWorked(day("2019-04-28"), "劳动节"), DayWorked(day("2019-05-05"), "劳动节")),
    )


def test_a_correction_of_a_year_that_is_not_known_is_refused_until_it_is():
    text = LABOUR_DAY_2019.replace("2019", "2027").replace("（星期日）", "")
    text = text.replace("4月28日、5月5日上班", "5月8日、5月9日上班")
    assert refused(text) == (
        "没有写明元旦、春节、清明节、端午节、中秋节、国庆节的放假安排（2027年的放假安排尚未收录，应当完整）",
    )
    assert read_notice(text, known=[read_notice(INVENTED_2027)]).year == 2027


@pytest.mark.parametrize(
    "written",
    [
        INVENTED_2027.replace("\n", ""),
        INVENTED_2027.replace("\n", "\r\n\r\n　　"),
        INVENTED_2027.replace("：", ":").replace("（", "(").replace("）", ")").replace("，", ","),
        INVENTED_2027.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
        INVENTED_2027.replace("周", "星期"),
        INVENTED_2027.replace("周日", "星期天"),
        INVENTED_2027.replace("至", "—"),
        INVENTED_2027.replace("至", "-"),
        INVENTED_2027.replace("、周五", "，星期五"),
        INVENTED_2027.replace("放假调休", "调休放假"),
        INVENTED_2027.replace("。1月31日", "；1月31日").replace("〔2026〕", "[2026]"),
        INVENTED_2027.replace("，共7天。", "，共7天，"),
        INVENTED_2027.replace("上班", "正常上班"),
        INVENTED_2027.replace("国务院办公厅\n2026年11月16日", "国务院办公厅　　二〇二六年十一月十六日"),
        INVENTED_2027.replace("一、", "（一）").replace("二、", "（二）"),
        INVENTED_2027.replace("一、", "").replace("二、", ""),
        "首页 > 政策 > 正文\n发布时间：2026-11-16 10:00\n"
        + INVENTED_2027
        + "\n责任编辑：某某\n扫一扫在手机打开当前页",
        INVENTED_2027.replace(
            "\n国务院办公厅\n", "\n节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n国务院办公厅\n"
        ),
        INVENTED_2027.replace("2026", "2026\u200b").replace("春节：", "春 节 ：\ufeff"),
    ],
)
def test_prose_signs_and_breaks_around_the_dates_do_not_matter(written):
    assert read_notice(written) == read_notice(INVENTED_2027)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("1月1日（周五）", "1月1日（周四）", "元旦：“1月1日（周四）”写的是周四，这一天是周五"),
        ("至12日（周五）", "至12日（星期天）", "春节：“12日（星期天）”写的是周天，这一天是周五"),
        ("5月8日（周六）上班", "5月8日（周日）上班", "劳动节：“5月8日（周日）”写的是周日，这一天是周六"),
        ("放假，共3天。\n二", "放假，共4天。\n二", "元旦：“共4天”，但所写的日期是3天"),
        ("6月9日（周三）放假1天", "6月9日（周三）放假2天", "端午节：“6月9日（周三）放假2天”，但所写的日期是1天"),
        ("2月13日（周六）", "2月30日（周六）", "春节：“2月30日（周六）”中没有这一天，请核对"),
        ("6月9日（周三）放假1天，不调休", "共1天", "端午节：“共1天”前面没有放假日期"),
        ("6月9日（周三）放假1天，不调休", "与周末连休", "端午节：“与周末连休”前面没有放假日期"),
        (
            "6月9日（周三）放假1天，不调休",
            "6月9日放假，与周末连休",
            "端午节：写了“与周末连休”，但2027年6月9日（周三）前后不是周末",
        ),
        (
            "6月9日（周三）放假1天，不调休",
            "6月9日放假，6月12日补休",
            "端午节：“6月12日补休”写了补休，但2027年6月12日（周六）本来就是周末",
        ),
        ("6月9日（周三）放假1天", "9日（周三）放假1天", "端午节：“9日（周三）”没有写是哪个月"),
        ("放假1天，不调休。\n七", "放假一天，不调休。\n七", "中秋节：看不懂“9月15日（周三）放假一天”"),
        ("5月8日（周六）上班", "5月8日（周六）照旧上班", "劳动节：看不懂“5月8日（周六）照旧上班”"),
        ("共5天", "共五天", "劳动节：看不懂“共五天”"),
        (
            "2月5日（农历除夕、周五）",
            "2月5日（农历除夕、周五",
            "春节：看不懂“2月5日（农历除夕、周五至12日（周五）放假调休”",
        ),
        ("七、国庆节", "七、抗战纪念日：9月3日放假。八、国庆节", None),
        ("10月9日（周六）上班", "10月11日（周一）上班", "2027年10月11日（周一）写了上班，但这一天不是周末"),
        ("10月9日（周六）上班", "10月2日（周六）上班", "2027年10月2日（周六）既写了放假，又写了上班"),
        ("、10月9日（周六）上班", "、9月26日上班", "2027年9月26日（周日）上班写了两次"),
        ("9月15日（周三）放假1天", "10月1日放假1天", "2027年10月1日（周五）写了两次（中秋节、国庆节）"),
        ("9月15日（周三）放假1天", "2026年9月15日放假1天", "2026年9月15日（周二）不属于2027年，也不是上一年的12月"),
        (
            "1月1日（周五）至3日（周日）放假，共3天",
            "1月3日至1日放假",
            "元旦的最后一天2027年1月1日（周五）早于第一天2027年1月3日（周日）",
        ),
        (
            "1月1日（周五）至3日（周日）放假，共3天",
            "1月1日至15日放假，共15天",
            "元旦从2027年1月1日（周五）到2027年1月15日（周五）共15天，长于14天，请核对",
        ),
        (
            "〔2026〕99号",
            "〔2025〕99号",
            "文号“国办发明电〔2025〕99号”的年份与发布日期2026年11月16日（周一）不一致",
        ),
    ],
)
def test_what_a_text_does_not_prove_is_refused_with_its_reason(old, new, problem):
    if problem is None:
        # Another holiday is taken in as it is named.
        assert read_notice(spoilt(old, new)).off[6] == DaysOff("抗战纪念日", day("2027-09-03"))
    else:
        assert refused(spoilt(old, new)) == (problem,)


def test_the_longest_holiday_that_is_believed_has_fourteen_days():
    text = spoilt("1月1日（周五）至3日（周日）放假，共3天", "1月1日至14日放假，共14天")
    assert read_notice(text).off[0] == DaysOff("元旦", day("2027-01-01"), day("2027-01-14"))


def test_all_problems_are_told_at_once():
    text = (
        spoilt("1月1日（周五）", "1月1日（周四）")
        .replace("共7天", "共6天")
        .replace("共8天", "共6天")
        .replace("〔2026〕99号", "")
    )
    assert refused(text) == (
        "没有找到文号，请补上（如“国办发明电〔2025〕7号”）",
        "元旦：“1月1日（周四）”写的是周四，这一天是周五",
        "春节：“共6天”，但所写的日期是8天",
        "国庆节：“共6天”，但所写的日期是7天",
    )


def test_a_holiday_that_was_not_pasted_is_missed():
    text = "\n".join(line for line in INVENTED_2027.splitlines() if not line.startswith(("三、", "六、")))
    assert refused(text) == ("没有写明清明节、中秋节的放假安排（2027年的放假安排尚未收录，应当完整）",)


def test_an_extension_is_not_understood_and_refused():
    assert refused(EXTENSION_2020) == (
        "春节：看不懂“延长2020年春节假期至2月2日（农历正月初九、星期日）”",
        "春节：看不懂“2月3日（星期一）起正常上班”",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "没有找到“关于某年部分节假日安排的通知”，不知道是哪一年"),
        ("1月1日至3日放假，共3天。", "没有找到“关于某年部分节假日安排的通知”，不知道是哪一年"),
        (text_of(2026) + text_of(2025), "文中写了几个年份的放假安排（2025、2026），请一次只粘贴一份通知"),
        (
            INVENTED_2027 + "一、元旦：1月1日放假。",
            "落款之后还有放假安排，请一次只粘贴一份通知，并删去网页上的其他内容",
        ),
        (
            INVENTED_2027 + "1月4日（周一）上班",
            "落款之后还有放假安排，请一次只粘贴一份通知，并删去网页上的其他内容",
        ),
        ("长" * 100_000, "没有找到“关于某年部分节假日安排的通知”，不知道是哪一年"),
        ("长" * 100_001, "文字超过100000字，不像是放假通知"),
    ],
)
def test_a_text_that_is_not_one_notice_is_refused(text, problem):
    assert refused(text) == (problem,)


def test_a_title_without_holidays_is_refused():
    bare = "国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕99号\n国务院办公厅\n2026年11月16日"
    assert refused(bare) == ("没有找到“元旦：”“春节：”等各节日的放假安排",)


def test_number_and_date_that_a_news_site_leaves_out_are_given_by_hand():
    bare = spoilt("国办发明电〔2026〕99号\n", "").replace("国务院办公厅\n2026年11月16日", "")
    assert refused(bare) == (
        "没有找到文号，请补上（如“国办发明电〔2025〕7号”）",
        "没有找到落款日期（“国务院办公厅”下面的年月日），请补上",
    )
    given = read_notice(bare, number="国办发明电〔2026〕99号", issued=day("2026-11-16"))
    assert given == read_notice(INVENTED_2027)


def test_number_and_date_that_differ_from_the_text_are_refused():
    assert refused(INVENTED_2027, number="国办发明电〔2026〕98号", issued=day("2026-11-17")) == (
        "文中的文号是“国办发明电〔2026〕99号”，不是“国办发明电〔2026〕98号”",
        "文中的落款日期是2026年11月16日（周一），不是2026年11月17日（周二）",
    )
    assert read_notice(INVENTED_2027, number="国办发明电〔2026〕99号", issued=day("2026-11-16")).year == 2027


def test_a_date_before_the_holidays_is_not_that_of_the_signature():
    for header in ("国务院办公厅2026年11月20日发布", "国务院办公厅二〇二六年十一月二十日发布"):
        assert read_notice(header + "\n" + INVENTED_2027).issued == day("2026-11-16")
        numerals = INVENTED_2027.replace("2026年11月16日", "二〇二六年十一月十六日")
        assert read_notice(header + "\n" + numerals).issued == day("2026-11-16")


def test_a_saturday_is_a_weekend_and_needs_none_beside():
    text = spoilt("4月3日（周六）至5日（周一）放假，共3天", "4月3日（周六）放假，与周末连休")
    assert read_notice(text).off[2] == DaysOff("清明节", day("2027-04-03"))


def test_a_date_without_a_month_is_of_the_year_before_it():
    text = spoilt("6月9日（周三）放假1天", "2026年12月28日至29日放假2天")
    assert read_notice(text).off[4] == DaysOff("端午节", day("2026-12-28"), day("2026-12-29"))


def test_a_signature_that_is_no_day_is_none():
    assert refused(spoilt("2026年11月16日", "2026年11月31日")) == (
        "没有找到落款日期（“国务院办公厅”下面的年月日），请补上",
    )


def test_no_changed_digit_goes_unnoticed_but_of_a_worked_day_that_moves_by_weeks():
    text, holidays = text_of(2026), NOTICES[2026][2]
    start, truth = text.index(holidays), read_notice(text_of(2026))
    unnoticed = []
    for place, digit in enumerate(text[start : start + len(holidays)], start):
        for other in "0123456789" if digit.isdigit() else "":
            try:
                notice = read_notice(text[:place] + other + text[place + 1 :])
            except BrokenNotice:
                continue
            if notice != truth and not doubts_of(notice):
                unnoticed.append(set(notice.days()) - set(truth.days()))
    assert [str(one.on) for named in unnoticed for one in named] == ["2026-10-17"]
