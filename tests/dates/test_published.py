"""The dates that datelines and time elements give."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from service.dates import parse_published

_DAY = date(2019, 1, 24)
_MOMENT = datetime(2019, 1, 24, 10, 43)
_UTC = datetime(2019, 1, 24, 10, 43, tzinfo=UTC)

PUBLISHED: list[tuple[str, date | datetime]] = [
    ("24 January 2019", _DAY),
    ("January 24, 2019", _DAY),
    ("Jan. 24, 2019", _DAY),
    ("Thursday, January 24th, 2019", _DAY),
    ("2019-01-24", _DAY),
    ("2019/01/24", _DAY),
    ("20190124", _DAY),
    ("24.01.2019", _DAY),
    ("24/1/19", _DAY),
    ("Published: 24 Jan 2019", _DAY),
    ("Published 24 Jan 2019 Updated 25 Jan 2019", _DAY),
    ("  Posted on 24 Jan 2019 ", _DAY),
    ("Thu Jan 24, 2019 10:43AM", _MOMENT),
    ("Jan. 24, 2019 | 10:43 a.m. ET", _MOMENT),
    ("2019-01-24T10:43:00", _MOMENT),
    ("2019-01-24T10:43:00Z", _UTC),
    ("Published: 10:43 GMT, 24 January 2019", _UTC),
    ("Thu, 24 Jan 2019 10:43:00 +0000", _UTC),
    ("2019-01-24T10:43+01:00", _MOMENT.replace(tzinfo=timezone(timedelta(hours=1)))),
    ("November 13, 2004", date(2004, 11, 13)),
]
NOT_PUBLISHED = [
    "",
    "Thursday",
    "yesterday",
    "January 2019",
    "2019",
    "03/04/2019",
    "31 February 2019",
    "2019-02-30",
    "By Jane Doe, 24 January 2019",
    "The summit of 24 January 2019 failed",
    "24 January 2019 " * 40,
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_a_dateline_gives_its_date(text: str, expected: date | datetime) -> None:
    found = parse_published(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("text", NOT_PUBLISHED)
def test_what_is_no_whole_date_gives_none(text: str) -> None:
    assert parse_published(text) is None
