"""Dates as they are written: in figures, with the name of a month, or as a year alone, with what they leave open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from summitry.mentions.document import Document, Found, Mention
from summitry.mentions.month_days import BLANK, DASHES, NO_DATE_BEHIND, MonthDays
from summitry.mentions.numerals import Digits, read_digits
from summitry.mentions.particles import Particle, Particles

MONTHS = ("month", "month_short", "month_adjective")
FIRST_YEAR, LAST_YEAR = 1900, 2100
_FIRST_BARE_YEAR = 1991
_NUMERIC_SIGNS = frozenset(("-", ".", "/", "‐", "‑"))


class WrittenDate(NamedTuple):
    """A date in words `first` to `last` (exclusive), offsets `start` to `end`; what the text leaves open is None.

    `direction` is that of "last November" (-1, 0, 1), `year_shift` that of "November last year"; `period` marks
    2025-2030.
    """

    first: int
    last: int
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    direction: int | None = None
    year_shift: int | None = None
    period: bool = False


@dataclass
class WrittenDates:
    """Reads the written dates of one document; `figures` are its words with digits, `phrases` the months in it."""

    document: Document
    particles: Particles
    figures: list[int]
    phrases: Found

    def __post_init__(self) -> None:
        self.words = self.document.words
        self.language = self.document.article.language
        self.days = MonthDays(self.words, self.particles, self.language)
        self._listed = {
            kind: {mention.first: mention for mention in self.phrases.get(kind, [])}
            for kind in (*MONTHS, "year_relative", "month_relative")
        }

    def read(self) -> list[WrittenDate]:
        """All written dates in order, none overlapping another; the parts of a range are one."""
        found: list[WrittenDate] = []
        taken: set[int] = set()
        for date in (*self._in_figures(), *self._with_months(), *self._days_of_this_month()):
            if taken.isdisjoint(range(date.first, date.last)):
                found.append(date)
                taken.update(range(date.first, date.last))
        found += self._years(taken)
        return self._joined(sorted(found))

    # --- 2025-11-06, 06.11.2025

    def _in_figures(self) -> Iterator[WrittenDate]:
        for i in self.figures:
            sign = self.words.gaps[i + 1]
            if sign not in _NUMERIC_SIGNS or self.words.gaps[i + 2 : i + 3] != [sign]:
                continue
            parts = [read_digits(self.words, i + n) for n in range(3)]
            if None not in parts:
                yield from self._numeric(i, [part for part in parts if part is not None])

    def _numeric(self, i: int, parts: list[Digits]) -> Iterator[WrittenDate]:
        gaps, sign = self.words.gaps, self.words.gaps[i + 1]
        joined = (i > 0 and gaps[i] == sign) or (gaps[i + 3] == sign and read_digits(self.words, i + 3) is not None)
        if joined or parts[0].behind or parts[1].before or parts[1].behind or parts[2].before:
            return
        sizes = tuple(len(part.digits) for part in parts)
        values = [int(part.digits) for part in parts]
        span = (i, i + 3, parts[0].start, parts[2].end)
        if sizes[0] == 4 and max(sizes[1:]) <= 2:
            yield from self._ordered(span, values[0], values[1], values[2])
        elif sizes[2] == 4 and max(sizes[:2]) <= 2:
            day, month = values[:2]
            american = self.language == "en" and sign == "/"
            if american and max(day, month) <= 12 and day != month:
                yield WrittenDate(*span, year=values[2])
            elif american and month > 12:
                yield from self._ordered(span, values[2], day, month)
            else:
                yield from self._ordered(span, values[2], month, day)

    def _ordered(self, span: tuple[int, int, int, int], year: int, month: int, day: int) -> Iterator[WrittenDate]:
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31:
            yield WrittenDate(*span, year, month, day)

    # --- 6 November 2025, November 6, в ноябре, نوفمبر الماضي

    def _with_months(self) -> Iterator[WrittenDate]:
        months = sorted((month for kind in MONTHS for month in self._listed[kind].values()), key=lambda m: m.first)
        free = 0
        for month in months:
            if month.first < free:
                continue
            date = self._month(month, self._alias(month), known=month.first in (free, free + 1) and free > 0)
            if date is not None:
                free = date.last
                yield date

    def _alias(self, month: Mention) -> Mention:
        """The other name of the same month that stands behind it: نوفمبر/تشرين الثاني, نوفمبر (تشرين الثاني)."""
        other = self._listed["month"].get(month.last)
        gap = self.words.gaps[month.last].strip(BLANK)
        return other if other is not None and other.value == month.value and gap in ("/", "(", "-", "–", "") else month

    def _month(self, month: Mention, alias: Mention, *, known: bool) -> WrittenDate | None:
        if month.kind == "month_adjective":
            date = WrittenDate(month.first, month.last, month.start, month.end, month=int(month.value))
            return date if self._tells_which_meeting(month) else None
        short = month.kind == "month_short"
        days = self.days.before(month.first)
        first, start = (days.word, days.offset) if days else (month.first, month.start)
        last, end = alias.last, alias.end
        if days is None and self.language == "en":
            days = self.days.behind(alias.last, point=short)
            last, end = (days.word, days.offset) if days else (last, end)
        date = WrittenDate(
            first, last, start, end, month=int(month.value), day=days.day if days and not days.open else None
        )
        date = self._with_year(date, point=short)
        if date.year is not None or date.day is not None or date.year_shift is not None or date.direction is not None:
            return date
        before = self.particles.before(self.words, first, "direction") if self.language != "ar" else None
        if before is not None:
            return date._replace(first=before.first, start=self.words.starts[before.first], direction=int(before.value))
        told = known or self.language == "ru" or self._is_in_month_place(first)
        return date if days is not None or (not short and (told or self._tells_which_meeting(month))) else None

    def _tells_which_meeting(self, month: Mention | WrittenDate) -> bool:
        """ "The November C5+1 summit", «октябрьский саммит ОТГ», قمة نوفمبر, "a 2023 gathering": joined to a word for meeting."""
        document = self.document
        if self.language == "ar":
            return any(m.last == month.first for m in document.of("meeting", (month.first - 1, month.first)))
        bodies = {month.last, *(m.last for m in document.of("forum", (month.last, month.last + 1)))}
        joined = document.of("meeting", (month.last, max(bodies) + 1))
        return any(m.first in bodies for m in joined) and "," not in self.words.gaps[month.last]

    def _is_in_month_place(self, i: int) -> bool:
        """Whether a word or a hyphen before says that a month is meant (in March, mid-May), not a name or a verb."""
        if self.particles.before(self.words, i, "before_month"):
            return True
        return i > 0 and self.words.gaps[i] in DASHES and "before_month" in self.particles.at(self.words, i - 1)

    # --- the year behind a month

    def _with_year(self, date: WrittenDate, *, point: bool) -> WrittenDate:
        """The date with the year, or the word for one (last year, الماضي), that stands behind it."""
        words, i = self.words, date.last
        signs = BLANK + ")" + ("." if point else "") + (",،-/" if date.day is not None else "")
        if i >= len(words.forms) or words.gaps[i].strip(signs):
            return date
        found = self._year_at(i, date)
        link = self.particles.at(words, i).get("year_link")
        # "من العام 2025" and "من العام الماضي": the word for the year may belong to what follows.
        for j in range(link.last if link else i, i, -1):
            if found is None and j < len(words.forms) and not words.gaps[j].strip(BLANK):
                found = self._year_at(j, date)
        if found is None and self.language == "ru" and self.words.gaps[i + 1].strip(BLANK):
            direction = self.particles.at(words, i).get("direction")  # «в мае нынешнего, в июле прошлого»
            if direction is not None:
                return date._replace(last=i + 1, end=words.ends[i], year_shift=int(direction.value))
        if found is None and self.language == "ar":
            direction = self.particles.at(words, i).get("direction")
            if direction is not None:
                end = words.ends[direction.last - 1]
                return date._replace(last=direction.last, end=end, direction=int(direction.value))
        return found or date

    def _year_at(self, i: int, date: WrittenDate) -> WrittenDate | None:
        relative = self._listed["year_relative"].get(i)
        if relative is not None:
            return date._replace(last=relative.last, end=relative.end, year_shift=int(relative.value))
        year = self._year_figure(i, FIRST_YEAR)
        if year is None:
            return None
        last, end = self._year_end(i)
        return date._replace(last=last, end=end, year=year)

    def _year_figure(self, i: int, first_year: int) -> int | None:
        figure = read_digits(self.words, i)
        if (
            figure is None
            or len(figure.digits) != 4
            or (figure.before and figure.before not in self.particles.prefixes)
        ):
            return None
        if figure.behind and figure.behind not in self.particles.day_endings:
            return None
        counts = self.days.counts(i + 1) or self.words.gaps[i + 1][:1] == "%"
        if counts or self._is_longer_number(i):
            return None
        return int(figure.digits) if first_year <= int(figure.digits) <= LAST_YEAR else None

    def _is_longer_number(self, i: int) -> bool:
        gap = self.words.gaps[i + 1]
        return len(gap) == 1 and gap in ".,:/+" and read_digits(self.words, i + 1) is not None

    def _year_end(self, i: int) -> tuple[int, int]:
        """The word and the offset behind a year, with the "года", "г" or "-м" that belongs to it in Russian."""
        words, last = self.words, i + 1
        end = self.days.figure_end(i)
        if last < len(words.forms) and words.gaps[last] in DASHES and "year_ending" in self.particles.at(words, last):
            last, end = last + 1, words.ends[last]
        if (
            last < len(words.forms)
            and not words.gaps[last].strip(BLANK)
            and "year_unit" in self.particles.at(words, last)
        ):
            last, end = last + 1, words.ends[last]
        return last, end

    # --- السادس من الشهر الجاري, the 6th of this month

    def _days_of_this_month(self) -> Iterator[WrittenDate]:
        for month in self._listed["month_relative"].values():
            days = self.days.before(month.first)
            if days is not None:
                shift = int(month.value)
                yield WrittenDate(days.word, month.last, days.offset, month.end, day=days.day, direction=shift)

    # --- years alone

    def _years(self, taken: set[int]) -> Iterator[WrittenDate]:
        behind = -1
        for i in self.figures:
            year = self._year_figure(i, _FIRST_BARE_YEAR) if i not in taken else None
            if year is None or i < behind:
                continue
            date = self._period(i, year) or self._year(i, year, listed=behind > 0 and self._is_listed_behind(i, behind))
            if date is not None:
                behind = date.last
                yield date

    def _period(self, i: int, year: int) -> WrittenDate | None:
        """Years from one to another: 2025-2030, between 2026 and 2028, с 2026 по 2028 год, بين عامي 2026 و2028."""
        behind = i + 1 if self.words.gaps[i + 1].strip(BLANK) in DASHES else self._end_of_period(i)
        if not behind:
            return None
        until = self._year_figure(behind, _FIRST_BARE_YEAR)
        if until is None or until <= year or (self.words.gaps[i][-1:] in DASHES and self.words.gaps[i]):
            return None
        last, end = self._year_end(behind)
        figure = read_digits(self.words, i)
        start = figure.start if figure else self.words.starts[i]
        return WrittenDate(i, last, start, end, year, period=True)

    def _end_of_period(self, i: int) -> int:
        """The word where the years that "between" or "from" opens would end; 0 where nothing opens them."""
        ends = i + 1 >= len(self.words.forms) or self.words.gaps[i + 1].strip(BLANK)
        if ends or self.particles.before(self.words, i, "before_period") is None:
            return 0
        if self.language == "ar" and self.words.forms[i + 1].startswith("و"):
            return i + 1
        links = self.particles.at(self.words, i + 1)
        linked = i + 2 < len(self.words.forms) and ("day_link" in links or "range_link" in links)
        return i + 2 if linked else 0

    def _year(self, i: int, year: int, *, listed: bool) -> WrittenDate | None:
        gap, before = self.words.gaps[i], self._word_before_year(i)
        if before is None and (gap in DASHES or (gap and gap[-1] in NO_DATE_BEHIND and gap[-2:] not in (". ", ", "))):
            return None
        figure = read_digits(self.words, i)
        last, end = self._year_end(i)
        date = WrittenDate(i, last, figure.start if figure else self.words.starts[i], end, year)
        if before is not None and before.value == "word":
            return date._replace(first=before.first, start=self.words.starts[before.first])
        told = listed or self._is_in_year_place(date, before.value if before else "")
        return date if told or self._tells_which_meeting(date) else None

    def _word_before_year(self, i: int) -> Particle | None:
        """The word that calls for a year: in 2023, mid-2026, عام 2015."""
        hyphened = self.particles.at(self.words, i - 1).get("before_year") if self.words.gaps[i] in DASHES else None
        return hyphened or self.particles.before(self.words, i, "before_year")

    def _is_in_year_place(self, date: WrittenDate, before: str) -> bool:
        """Whether the words around four figures make them a year: in 2023, 2023 года, (2023)."""
        gap, behind = self.words.gaps[date.first], self.words.gaps[date.last]
        if before == "strong" or date.last > date.first + 1 or (gap.endswith("(") and behind.startswith(")")):
            return True
        if date.year is None or date.year % 100 == 0:
            return False
        if before == "bare":
            return bool(behind.strip(BLANK)) or self._opens_list(date.last)
        return before == "weak"

    def _opens_list(self, i: int) -> bool:
        """Whether an "and" or "to" and another year follow: в 2024 и 2025 годах."""
        links = self.particles.at(self.words, i)
        found = links.get("day_link") or links.get("range_link")
        return found is not None and self._year_figure(found.last, _FIRST_BARE_YEAR) is not None

    def _is_listed_behind(self, i: int, behind: int) -> bool:
        """Whether a year follows another one with no more than an "and" between: 2024 and 2025, 2024 و2025."""
        if i == behind:
            return self.words.forms[i].startswith("و")
        return i == behind + 1 and "day_link" in self.particles.at(self.words, behind)

    # --- ranges

    def _joined(self, dates: list[WrittenDate]) -> list[WrittenDate]:
        """The dates, with "April 30 to May 1" and 30 апреля – 1 мая as one that begins on the first day."""
        joined: list[WrittenDate] = []
        for date in dates:
            before = joined[-1] if joined else None
            if before is None or not self._is_range(before, date):
                joined.append(date)
                continue
            year = before.year
            if year is None and date.year is not None:
                year = date.year - (before.month is not None and date.month is not None and before.month > date.month)
            joined[-1] = before._replace(last=date.last, end=date.end, year=year)
        return joined

    def _is_range(self, first: WrittenDate, second: WrittenDate) -> bool:
        if first.month is None or second.month is None or (first.day is None) != (second.day is None):
            return False
        gap = self.words.gaps[first.last].strip(BLANK)
        if first.last == second.first:
            return gap in DASHES
        between = self.particles.before(self.words, first.first, "between") is not None
        link = self.particles.at(self.words, first.last).get("between_and" if between else "range_link")
        return not gap and link is not None and link.last == second.first
