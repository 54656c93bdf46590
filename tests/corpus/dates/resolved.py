"""What news phrases mean: anchor → value → phrasings, as rows to read and to add to.

Each phrasing is a sentence or a bare expression, with the expression in square brackets.
"""

from __future__ import annotations

# A Thursday.
JANUARY_2019 = "2019-01-24"
RESOLVED: dict[str, dict[str, list[str]]] = {
    JANUARY_2019: {
        "2019-01-24": [
            "KCNA said in a report on [Thursday]",
            "They signed it [today]",
            "It was dated [24 January 2019]",
            "It was dated [January 24th, 2019]",
            "It was dated [Jan. 24, 2019]",
            "It was dated [2019-01-24]",
            "It was dated [24/1/2019]",
            "It was dated [1/24/19]",
            "It was dated [24.01.2019]",
            "It was dated [24-Jan-2019]",
            "It was dated [2019/Jan/24]",
            "the talks of [Jan. 24]",
        ],
        "2019-01-23": ["He left [yesterday]", "He left on [Wednesday]", "He left [Wednesday]"],
        "2019-01-22": ["He left [the day before yesterday]", "He left [two days ago]"],
        "2019-01-17": ["He left [last Thursday]"],
        "2019-01-25": ["They will meet [tomorrow]", "They will meet on [Friday]"],
        "2019-01-26": ["He leaves [the day after tomorrow]"],
        "2019-02-01": ["They will meet [next Friday]"],
        "2019-01-27": ["They will leave in [three days]"],
        "2019-01-28": ["They will meet on [Monday]"],
        "2019-W03": ["in Washington [last week]", "He said [a week ago]"],
        "2019-W05": ["They meet [next week]"],
        "2019-W04": ["They met [this week]"],
        "2019-W03-WE": ["[last weekend]", "They met over [the weekend]"],
        "2019-01": ["[Earlier this month], the leader said", "[this month]", "in [January]"],
        "2018-12": ["It rose [last month]", "It fell in [December]"],
        "2019-02": ["would be held in [late February]", "[next month]", "[February 2019]"],
        "2018-07": ["their summit in [July last year]", "[July 2018]", "in [July of last year]"],
        "2018": ["[last year]", "in [2018]", "[a year ago] he left"],
        "2019": ["[this year]", "[later this year]", "[the end of the year]"],
        "2017": ["[two years ago]"],
        "2018-Q3": ["in [the third quarter of 2018]", "[Q3 2018]", "its [2018 third quarter]"],
        "2018-H2": ["in [the second half of 2018]"],
        "2018-SU": ["[last summer]", "in [the summer of 2018]"],
        "199": ["[the 1990s]", "[the nineties]", "[mid-1990s]", "[the early 1990s]"],
        "196": ["[the '60s]"],
        "19": ["[the 20th century]"],
        "18": ["[the nineteenth century]"],
        "2018-11-22": ["[last Thanksgiving]", "[Thanksgiving 2018]"],
        "2018-12-25": ["[Christmas Day]", "on [Christmas]"],
        "2019-04-21": ["[Easter 2019]"],
        "2018-03-30": ["[Good Friday 2018]"],
        "2019-01-24T10:43": ["at [10:43 a.m.]", "at [10:43 AM today]"],
        "2019-01-23T15:00": ["at [3 p.m. Wednesday]", "[yesterday at 3pm]"],
        "2019-01-23T22:30": ["at [22:30 on Wednesday]"],
        "2019-01-24T12:00": ["at [noon]"],
        "2019-01-23TNI": ["[last night]", "[Wednesday night]"],
        "2019-01-24TMO": ["[this morning]", "[Thursday morning]"],
        "P2D": ["his [two-day] trip", "for [two days]", "for [a couple of days]"],
        "P10Y": ["for [ten years]", "for [a decade]"],
        "P2Y6M": ["after [2 1/2 years]", "for [two and a half years]"],
        "PT1H30M": ["for [an hour and a half]", "for [1.5 hours]", "[one hour and 30 minutes]"],
        "PXD": ["for [several days]", "[a few days]"],
        "P3M": ["in [the past three months]", "[three months]"],
        "P1D": ["[every day]", "[daily]", "[each day]"],
        "XXXX-WXX-1": ["[every Monday]", "on [Mondays]"],
        "P1Y": ["[twice a year]", "[annually]", "[every year]"],
        "P2W": ["[every two weeks]", "[a fortnight]", "[every fortnight]"],
        "XXXX-10": ["[every October]"],
        "PRESENT_REF": ["[now]", "is [currently] in prison", "[right now]"],
        "PAST_REF": ["was [recently] seen", "[several years ago]", "in [recent years]"],
        "FUTURE_REF": ["in [the near future]", "in [the future]", "[soon]"],
        "BC0044": ["in [44 BC]"],
    },
    # A Sunday, and the first of a year: borders of every unit.
    "2023-01-01": {
        "2022-12-31": ["He left [yesterday]", "on [Saturday] he left"],
        "2022-12": ["[last month]"],
        "2022": ["[last year]"],
        "2022-W51": ["[last week]"],
        "2023-01-01": ["He left on [Sunday]", "[New Year's Day]"],
        "2022-Q4": ["[last quarter]"],
    },
    # The last day of February in a leap year, in a year whose last week is the 53rd.
    "2020-02-29": {
        "2020-02-28": ["[yesterday]"],
        "2020-01": ["[last month]"],
        "2019": ["[a year ago]"],
        "2020-03-01": ["[tomorrow]"],
        "2020-W08": ["[last week]"],
        "2020-W53": ["[the last week of 2020]"],
    },
}

# (text, first, second): TIMEX3 marks a range as two expressions.
RANGES: list[tuple[str, str, str]] = [
    ("from 3 to 5 May", "2019-05-03", "2019-05-05"),
    ("on May 3-5", "2019-05-03", "2019-05-05"),
    ("on May 3-5, 2018", "2018-05-03", "2018-05-05"),
    ("between 2014 and 2016", "2014", "2016"),
    ("in 1990-92", "1990", "1992"),
    ("in Jan-Feb 2017", "2017-01", "2017-02"),
    ("from Nov. 18 to Dec. 19, 2015", "2015-11-18", "2015-12-19"),
    ("from 2 July to 10 July", "2019-07-02", "2019-07-10"),
    ("on April 24 and 25", "2019-04-24", "2019-04-25"),
    ("from 5 to 6pm", "2019-01-24T17:00", "2019-01-24T18:00"),
    ("Thursday from 9:30 to 11:00", "2019-01-24T09:30", "2019-01-24T11:00"),
]

# Told after "It began on 3 May 2010.", which they hang on.
MENTIONED: dict[str, list[str]] = {
    "2010-05-04": ["He left [the following day]"],
    "2010-05-02": ["He left [the day before]", "He left [the previous day]"],
    "2010-05-03": ["He left [that day]", "He left [the same day]"],
    "2012": ["He left [two years later]"],
    "2009": ["He left [the previous year]"],
    "2010": ["He left [that year]"],
    "2010-06": ["He left [the following month]"],
}
