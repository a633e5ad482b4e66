"""Dates of a text as ISO 8601, as exact as the text is; what it leaves open is counted from the day of publication.

A date's form is `day`, `month`, `year` or `period` (2025-2030, by its first year) where it is written out, `weekday`
where it is the name of a weekday, `near` for yesterday, today and tomorrow. A range is one date, that of its first day.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from summitry.lexicon.inflection import is_arabic_future
from summitry.mentions.document import Day, Document, Found, Mention
from summitry.mentions.particles import Particles, load_particles
from summitry.mentions.reckoning import full_date, nearest_year, shifted_month, weekday_date, year_in_direction
from summitry.mentions.written_dates import MONTHS, WrittenDate, WrittenDates

_PHRASES = (
    *MONTHS, "weekday", "day_relative", "month_relative", "year_relative", "day_counted", "then", "no_date",
)  # fmt: skip
_RELATIVE = ("day_relative", "month_relative", "year_relative")
_BLANK = " \t\n\u00a0\u2009\u202f\u200e\u200f"
_SENTENCE_MARKS = frozenset(".;؛:")
_CLAUSE_MARKS = frozenset(",،—–()") | _SENTENCE_MARKS
_DASHES = frozenset("-–—")
_DATELINE_SIGNS = frozenset("-–—:/(")
_LISTING = frozenset(",،—–")
_NAMES = ("place", "city", "person", "states")
_FUTURE = frozenset(("future", "future_if_dated"))
_CLAUSE = 16
_NEARBY = 4
_NEIGHBOURS = 8
_YEARS_AHEAD = 2
_HEADLINES = 2
_LOOK_BACK = 2


def find_days(document: Document) -> list[Day]:
    """The dates of an article's text in order; their mentions have the kind `date` and the ISO date as value.

    Where the day of publication is not known, a weekday gives no more than the month of the latest day the text names,
    and a day without a year takes the year of the same sentence or of that latest day.
    """
    figures = document.words.with_digits
    phrases = document.select(_PHRASES)
    if not figures and not phrases:
        return []
    particles = load_particles(document.vocabulary.folder, document.article.language)
    return DateReader(document, particles, figures, phrases).read()


@dataclass
class DateReader:
    """Reads the dates of one document; `figures` are its words with digits, `phrases` the months and weekdays in it."""

    document: Document
    particles: Particles
    figures: list[int]
    phrases: Found

    def __post_init__(self) -> None:
        self.words = self.document.words
        begin = self.document.article.body_start
        dates = WrittenDates(self.document, self.particles, self.figures, self.phrases).read()
        self.written = [date for date in dates if date.start >= begin]
        dateline = self._dateline()
        if self.document.article.published_on is None:
            self.document.heading_day = _day_of(dateline) if dateline else self._heading_day()
        if dateline is not None:
            self.document.dateline = dateline.first, dateline.last
            self.written.remove(dateline)  # the day of the report, not of what it tells
        self.published = self.document.reported_on
        self.latest = self._latest_day()
        self.near = self.published or self.latest

    def read(self) -> list[Day]:
        """All dates."""
        taken = {i for date in self.written for i in range(date.first, date.last)}
        days = [*self._written_days(), *self._weekdays(taken)]
        taken.update(i for day in days for i in range(day.mention.first, day.mention.last))
        days = sorted([*days, *self._relative_days(taken)], key=_start)
        return sorted([*days, *self._counted_days(days), *self._days_of_then(days)], key=_start)

    def _latest_day(self) -> dt.date | None:
        """The latest day written out, where it can be about the day of the report: no year named is much later."""
        latest = max(filter(None, map(_day_of, self.written)), default=None)
        years = [date.year for date in self.written if date.year is not None and not date.period]
        return latest if latest is not None and max(years) <= latest.year + _YEARS_AHEAD else None

    def _dateline(self) -> WrittenDate | None:
        """The date that opens a report behind its place: "NAIROBI, Nov 26 (Agency) - …", «باريس في 6 نوفمبر/ وكالة/ …»."""
        date = self.written[0] if self.written else None
        if date is None or date.day is None or self._sentence(date.first) > _HEADLINES:
            return None
        first = self.document.sentences[self._sentence(date.first)].first
        if first and "\n" not in self.words.gaps[first]:
            return None
        told = {
            i
            for kind in ("city", "place", "locative")
            for m in self.document.of(kind, (first, date.first))
            for i in range(m.first, m.last)
        }
        opens = bool(told) and all(i in told for i in range(first, date.first))
        closed = self.words.gaps[date.last].strip()[:1] if date.last < len(self.words.forms) else ""
        return date if opens and closed and closed in _DATELINE_SIGNS else None

    def _heading_day(self) -> dt.date | None:
        """The day in a first sentence that is nothing but a place and a date."""
        date = self.written[0] if self.written else None
        if date is None or self._sentence(date.first) != 0:
            return None
        sentence = self.document.sentences[0]
        told = {
            i for kind in ("city", "place") for m in self.document.of(kind, sentence) for i in range(m.first, m.last)
        }
        rest = [i for i in range(sentence.first, sentence.last) if i not in told and not date.first <= i < date.last]
        return _day_of(date) if told and not rest else None

    # --- written dates and what they leave open

    def _written_days(self) -> Iterator[Day]:
        for n, date in enumerate(self.written):
            year, relative = (date.year, False) if date.year is not None else self._year_of(date, n)
            if year is None:
                continue
            month = date.month
            if month is None and date.day is not None and date.direction is not None and self.near is not None:
                month = int(shifted_month(self.near, date.direction)[5:])
            iso, form = _iso(year, month, date.day)
            if iso:
                form = "period" if date.period else form
                yield Day(iso, relative, Mention("date", iso, form, date.first, date.last, date.start, date.end))

    def _year_of(self, date: WrittenDate, n: int) -> tuple[int | None, bool]:
        """The year of a date without one, and whether it was counted from publication."""
        if date.year_shift is not None or date.direction is not None:
            return (self._year_by_word(date, self.near), True) if self.near else (None, True)
        nearby = self._year_nearby(date, n)
        if nearby is not None:
            return nearby, False
        if date.month is None or self.near is None:
            return None, False
        counted = self.published is not None
        shift = self._year_shift_before(date)
        if shift is not None:
            return self.near.year + shift, counted
        future = self._speaks_of_future(date.first, date.last, dated=True)
        ahead = self._year_ahead(date, n) if future else None
        return ahead or nearest_year(date.month, date.day, self.near, future=future), counted

    def _year_ahead(self, date: WrittenDate, n: int) -> int | None:
        """The coming year that an earlier clause of a sentence about the future names ("in 2026 … chairs; … on 9 October")."""
        sentence = self._sentence(date.first)
        for other in reversed(self.written[max(n - _NEIGHBOURS, 0) : n]):
            if other.year is None or other.month is not None or other.period or self._sentence(other.first) != sentence:
                continue
            return other.year if self.near is not None and other.year > self.near.year else None
        return None

    def _year_by_word(self, date: WrittenDate, near: dt.date) -> int:
        if date.year_shift is not None:
            return near.year + date.year_shift
        direction = date.direction or 0
        if date.month is None:
            return int(shifted_month(near, direction)[:4])
        return year_in_direction(date.month, date.day, near, direction)

    def _year_nearby(self, date: WrittenDate, n: int) -> int | None:
        """The year that stands beside a date: "30 April and 1 May 2025", "in 2023, on 19 September".

        Where publication is not known, any year of the same sentence will do, the nearest first.
        """
        sentence = self._sentence(date.first)
        found = []
        for m in range(max(n - _NEIGHBOURS, 0), min(n + _NEIGHBOURS, len(self.written))):
            other = self.written[m]
            distance = other.first - date.last if m > n else date.first - other.last
            written_out = other.year is not None and not other.period and (m < n or other.month is not None)
            if m == n or not written_out or self._sentence(other.first) != sentence:
                continue
            governed = m < n and self._governs(other.first, other.last, date.first)
            if self.published is None or distance <= _NEARBY or governed:
                found.append((distance, other.year))
        return min(found)[1] if found else None

    def _year_shift_before(self, date: WrittenDate) -> int | None:
        """The "last year" of the clause before a date: Last year's meeting took place in Dushanbe on October 10."""
        before = self._last_before("year_relative", date.first)
        return (
            int(before.value) if before is not None and self._governs(before.first, before.last, date.first) else None
        )

    def _last_before(self, kind: str, i: int) -> Mention | None:
        """The last phrase of a kind that ends before a word or at it."""
        mentions = self.phrases.get(kind, [])
        n = bisect_right(mentions, i, key=lambda mention: mention.last)
        return mentions[n - 1] if n else None

    def _governs(self, first: int, last: int, date: int) -> bool:
        """Whether the year in words `first` to `last` is that of a date behind it: in its clause or opening it all.

        "In 2023 they met in New York, on September 19" and "Last year's summit was held in Kazan, Russia, in October".
        """
        gaps = self.words.gaps[last : date + 1]
        opens = first - self.document.sentences[self._sentence(date)].first in (0, 1)
        marks = _SENTENCE_MARKS if opens else _CLAUSE_MARKS
        return date - last <= _CLAUSE and all(marks.isdisjoint(gap) for gap in gaps)

    # --- weekdays

    def _weekdays(self, taken: set[int]) -> Iterator[Day]:
        before: Mention | None = None
        for weekday in self.phrases.get("weekday", []):
            follows, before = before is not None and self._continues(before, weekday), weekday
            if follows or weekday.first in taken or weekday.start < self.document.article.body_start:
                continue
            if self._names_written_day(weekday) or self.particles.before(self.words, weekday.first, "not_weekday"):
                continue
            near = self._near_day_before(weekday)
            mention = (
                self._with_direction(weekday) if near is None else weekday._replace(first=near.first, start=near.start)
            )
            iso = self._weekday_iso(weekday, mention, near)
            if iso:
                yield Day(iso, True, mention._replace(kind="date", value=iso, form="weekday"))

    def _continues(self, before: Mention, weekday: Mention) -> bool:
        """Whether a weekday is the second of a pair, which is dated by the first: Monday and Tuesday, الاثنين والثلاثاء."""
        if weekday.first == before.last:
            gap = self.words.gaps[weekday.first].strip(_BLANK)
            return gap in _DASHES or (not gap and self.words.forms[weekday.first].startswith("و"))
        links = self.particles.at(self.words, before.last)
        found = links.get("day_link") or links.get("range_link")
        if found is None or found.last != weekday.first:
            return False
        return not any(gap.strip(_BLANK) for gap in self.words.gaps[before.last : weekday.first + 1])

    def _weekday_iso(self, weekday: Mention, mention: Mention, near: Mention | None) -> str:
        if self.published is None:
            return self.latest.isoformat()[:7] if self.latest else ""
        if near is not None:
            day = self.published + dt.timedelta(days=int(near.value))
            return weekday_date(int(weekday.value), day, 0, future=False).isoformat()
        direction = int(mention.value) if mention.kind == "direction" else None
        ahead = self.particles.before(self.words, mention.first, "ahead_of") is not None  # "ahead of Tuesday's summit"
        future = direction is None and (ahead or self._speaks_of_future(mention.first, mention.last, dated=True))
        return weekday_date(int(weekday.value), self.published, direction, future=future).isoformat()

    def _with_direction(self, weekday: Mention) -> Mention:
        """The weekday with "last" or "next" beside it, then a mention of kind `direction`."""
        if self.document.article.language == "ar":
            found = self.particles.at(self.words, weekday.last).get("direction")
            if found is None or self.words.gaps[weekday.last].strip(_BLANK):
                return weekday
            return weekday._replace(
                kind="direction", value=found.value, last=found.last, end=self.words.ends[found.last - 1]
            )
        found = self.particles.before(self.words, weekday.first, "direction")
        if found is None:
            return weekday
        return weekday._replace(
            kind="direction", value=found.value, first=found.first, start=self.words.starts[found.first]
        )

    def _near_day_before(self, weekday: Mention) -> Mention | None:
        """The "today" or "yesterday" that a weekday explains: اليوم الخميس, yesterday, Wednesday, вчера, в среду."""
        near = self._last_before("day_relative", weekday.first)
        if near is None or weekday.first - near.last > 1:
            return None
        between = self.words.text[near.end : weekday.start]
        return near if len(between) <= 6 and "." not in between and "\n" not in between else None

    def _names_written_day(self, mention: Mention) -> bool:
        """Whether a weekday or "yesterday" stands beside a day that is written out: Thursday, November 6."""
        n = bisect_right(self.written, mention.first, key=lambda date: date.first)
        for date in self.written[max(n - 1, 0) : n + 1]:
            words, start, end = date.first - mention.last, mention.end, date.start
            if words < 0:
                words, start, end = mention.first - date.last, date.end, mention.start
            if date.day is not None and 0 <= words <= 1 and end - start <= 12 and "." not in self.words.text[start:end]:
                return True
        return False

    # --- today, last month, this year

    def _relative_days(self, taken: set[int]) -> Iterator[Day]:
        if self.near is None:
            return
        for mention in chain.from_iterable(self.phrases.get(kind, []) for kind in _RELATIVE):
            if mention.first in taken or mention.start < self.document.article.body_start:
                continue
            shift, form = int(mention.value), mention.kind.removesuffix("_relative")
            if form == "day":
                if self._names_written_day(mention) or "ordinal" in self.particles.at(self.words, mention.last):
                    continue
                day = self.near + dt.timedelta(days=shift)
                iso, form = (day.isoformat() if self.published else self.near.isoformat()[:7]), "near"
            else:
                iso = shifted_month(self.near, shift) if form == "month" else f"{self.near.year + shift:04d}"
            yield Day(iso, True, mention._replace(kind="date", value=iso, form=form))

    def _counted_days(self, days: list[Day]) -> Iterator[Day]:
        """The days counted from the one told before: "He arrived on 8 October. The next day the summit took place"."""
        for mention in self.phrases.get("day_counted", []):
            n = bisect_right(days, mention.start, key=_start)
            if n == 0 or len(days[n - 1].iso) < len("YYYY-MM-DD"):
                continue
            told = days[n - 1]
            apart = self._sentence(mention.first) - self._sentence(told.mention.first)
            if apart <= _LOOK_BACK and not self.document.has("sidelines", (mention.last, mention.last + 1), "apart"):
                iso = (dt.date.fromisoformat(told.iso) + dt.timedelta(days=int(mention.value))).isoformat()
                yield Day(iso, told.relative, mention._replace(kind="date", value=iso, form="near"))

    def _days_of_then(self, days: list[Day]) -> Iterator[Day]:
        """The past year, month or day that "at that time" means where it opens the sentence behind the one that tells it."""
        for mention in self.phrases.get("then", []):
            number = self._sentence(mention.first)
            n = bisect_right(days, mention.start, key=_start)
            if n == 0 or mention.first - self.document.sentences[number].first > 1 or self.near is None:
                continue
            told = days[n - 1]
            if number - self._sentence(told.mention.first) == 1 and int(told.iso[:4]) < self.near.year:
                yield Day(told.iso, told.relative, mention._replace(kind="date", value=told.iso, form="near"))

    # --- past or future

    def _speaks_of_future(self, first: int, last: int, *, dated: bool) -> bool:
        """Whether what is dated by words `first` to `last` is still to come, by the words of its clause.

        The verb stands before the date, right behind it, or behind a date that opens the sentence; in "said on Thursday
        that it will" the date belongs to the saying. With a date (`dated`) a present tense is of the future too: in May
        they meet.
        """
        sentence = self.document.sentences[self._sentence(first)]
        begin, reach = first, first - _CLAUSE
        while begin > max(sentence.first, reach) and not self._parts_clauses(begin):
            begin -= 1
            reach -= self.document.has_any(_NAMES, (begin, begin + 1))
        said = self.document.has("says", (first - 1, first))  # "said Thursday it will": the day of the saying
        # "Pledged, on Saturday, that investments will reach …": a day between commas is that of the verb before.
        aside = self.words.gaps[last].strip()[:1] in (",", "،") and self.document.has("says", (sentence.first, begin))
        behind = _CLAUSE if first - max(begin, sentence.first) <= 2 and not said and not aside else 1
        around = (*range(begin, first), *range(last, min(last + behind, sentence.last)))
        return any(self._is_future(i, dated=dated) for i in around)

    def _parts_clauses(self, i: int) -> bool:
        """Whether a sign before a word ends a clause; a comma or dash in a list of places does not, nor those of "X, D.C."."""
        if self.words.gaps[i] == " ":
            return False
        signs = _CLAUSE_MARKS.intersection(self.words.gaps[i])
        if signs == {"."}:
            return len(self.words.forms[i - 1]) > 1 and not self._within_a_name(i)
        if signs <= _LISTING and len(self.words.forms[i]) == 1 and self.document.has("city", (i - 1, i)):
            return False
        return bool(signs) and not (signs <= _LISTING and self._beside_a_place(i))

    def _within_a_name(self, i: int) -> bool:
        """As in "St. Petersburg": the sign before word i is part of a name."""
        return any(m.first < i < m.last for m in self.document.of("city", (i - 1, i)))

    def _beside_a_place(self, i: int) -> bool:
        """Whether a country's name ends or begins at word i."""
        places = self.document.of("place", (max(i - _NEARBY, 0), i + 1))
        return any(m.first <= i - 1 < m.last or m.first == i for m in places)

    def _is_future(self, i: int, *, dated: bool) -> bool:
        found = self.particles.at(self.words, i) if self.particles.may_be(self.words, i, _FUTURE) else {}
        present = dated and "future_if_dated" in found and not self.document.is_word(i - 1, "past_auxiliary")
        if "future" in found or present:
            return True
        arabic = self.document.article.language == "ar" and is_arabic_future(self.words.folded[i])
        return arabic and not self.document.has("person", (i, i + 1))

    def _sentence(self, i: int) -> int:
        return self.document.sentence_at(i)


def _start(day: Day) -> int:
    return day.mention.start


def _day_of(date: WrittenDate) -> dt.date | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    return full_date(date.year, date.month, date.day)


def _iso(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    """The date as ISO 8601, as exact as its parts, and its precision; empty where the calendar has no such day."""
    if month is None:
        return f"{year:04d}", "year"
    if day is None:
        return f"{year:04d}-{month:02d}", "month"
    found = full_date(year, month, day)
    return (found.isoformat(), "day") if found else ("", "")
