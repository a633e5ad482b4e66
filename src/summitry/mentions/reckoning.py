"""Count dates from another date: the year a month belongs to, the day a weekday is. Nothing here knows of any text."""

from __future__ import annotations

import datetime as dt

_MID_MONTH = 15
# The press marks what is to come with a verb or a word of the future: then a past date is all but impossible; without
# one, a date ahead has to be much nearer than the one behind.
_PAST_IN_FUTURE = 30
_UNMARKED_FUTURE = 4


def full_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has none (31 November)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int | None, near: dt.date, *, future: bool) -> int:
    """The year that brings a month, or a day of it, nearest to a date, given whether the text speaks of the future."""

    def distance(year: int) -> int:
        days = ((full_date(year, month, day or _MID_MONTH) or dt.date(year, month, _MID_MONTH)) - near).days
        # A month, unlike a day, is not over or ahead while it lasts.
        if day is None and (year, month) == (near.year, near.month):
            return 0
        if future:
            return abs(days) * (_PAST_IN_FUTURE if days < 0 else 1)
        return abs(days) * (_UNMARKED_FUTURE if days > 0 else 1)

    return min((near.year, near.year - 1, near.year + 1), key=distance)


def year_in_direction(month: int, day: int | None, near: dt.date, direction: int) -> int:
    """The year of "last November" (-1), "this November" (0), "next November" (1), counted from a date."""
    if direction == 0:
        return near.year
    here = (month, day) if day is not None and month != near.month else (month,)
    there = (near.month, near.day) if len(here) == 2 else (near.month,)
    if direction < 0:
        return near.year if here < there else near.year - 1
    return near.year if here > there else near.year + 1


def shifted_month(near: dt.date, months: int) -> str:
    """YYYY-MM of the month so many months from a date."""
    year, month = divmod(near.year * 12 + near.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def weekday_date(weekday: int, near: dt.date, direction: int | None, *, future: bool) -> dt.date:
    """The day that a weekday (1 is Monday) means in a report of a date.

    Without a word for the direction it is that day or the last one before it, in a sentence about the future that day
    or the next one; "last" and "next" leave the day itself out; "this" is the nearest.
    """
    ahead = (weekday - near.isoweekday()) % 7
    if direction == 0:
        days = ahead if ahead <= 3 else ahead - 7
    elif direction == 1:
        days = ahead or 7
    elif direction == -1:
        days = ahead - 7
    else:
        days = ahead if future or ahead == 0 else ahead - 7
    return near + dt.timedelta(days=days)
