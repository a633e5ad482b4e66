"""The days that stand beside the name of a month: 6 November, November 6 and 7, с 6 по 7 ноября, يومي 6 و7 نوفمبر."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from summitry.mentions.numerals import number_end, read_digits
from summitry.mentions.particles import Particles
from summitry.text.folding import fold
from summitry.text.words import Words

BLANK = " \t\n\u00a0\u2009\u202f\u200e\u200f"
DASHES = frozenset("-‐‑–—−")
# A figure behind one of these is no day and no year: C5+1, 1.5, 10:30, #6.
NO_DATE_BEHIND = "+:.,/#№%$€£"
_MOST_DAYS_LISTED = 4


class Days(NamedTuple):
    """The day, or the first of several days, that stand beside the name of a month, with the edge of them all.

    `open` where the text leaves open which of them it is: "November 6 or 7", «19 или 20 сентября».
    """

    day: int
    word: int
    offset: int
    open: bool = False


@dataclass(frozen=True)
class MonthDays:
    """Reads the days beside the months of one text."""

    words: Words
    particles: Particles
    language: str

    def before(self, i: int) -> Days | None:
        """The day before a month; of several days (6-7, 6 and 7, с 6 по 7, يومي 6 و7) the first."""
        link = self.particles.before(self.words, i, "month_link")
        last = link.first if link else i
        found = self._day_ending_at(last)
        if found is None:
            ordinal = self.particles.before(self.words, last, "ordinal")
            if ordinal is None or not (link or self.language == "ru"):
                return None
            return Days(int(ordinal.value), ordinal.first, self.words.starts[ordinal.first])
        linked = False
        for _ in range(_MOST_DAYS_LISTED):
            edge, by_word = self._edge_of_list(found, linked=linked)
            earlier = self._day_ending_at(edge) if edge is not None else None
            if earlier is None or earlier.day >= found.day:
                break
            left_open = found.open or self._is_either(found.word)
            found, linked = earlier._replace(open=left_open), by_word
        return found

    def _edge_of_list(self, found: Days, *, linked: bool) -> tuple[int | None, bool]:
        """Where the day before a day of a list would end, and whether a word links them: then commas may, before it."""
        words, i = self.words, found.word
        gap = words.gaps[i].strip(BLANK)
        if gap in DASHES or (gap in (",", "،") and linked):
            return i, linked
        if gap:
            return None, False
        if words.forms[i].startswith("و") and words.forms[i][-1].isdecimal():
            return i, True
        for cue in ("day_link", "range_link"):
            link = self.particles.before(words, i, cue)
            if link is not None:
                return link.first, True
        return None, False

    def _is_either(self, i: int) -> bool:
        """Whether an "or" stands before a word."""
        link = self.particles.before(self.words, i, "day_link")
        return link is not None and link.value == "either"

    def _day_ending_at(self, i: int) -> Days | None:
        """The day of a month written in figures right before a word: 6, 6th, 6-е, الـ6."""
        words = self.words
        if i <= 0 or words.gaps[i].strip(BLANK + "-‐‑–—−,،"):
            return None
        last = i - 1
        if i >= 2 and words.gaps[last] in DASHES and fold(words.forms[last]) in self.particles.day_endings:
            last -= 1
        return self._day_at(last)

    def _day_at(self, i: int) -> Days | None:
        figure = read_digits(self.words, i)
        if figure is None or len(figure.digits) > 2 or not 1 <= int(figure.digits) <= 31:
            return None
        if figure.before and figure.before not in self.particles.prefixes:
            return None
        if figure.behind and figure.behind not in self.particles.day_endings:
            return None
        gap = self.words.gaps[i]
        if gap[-1:] in NO_DATE_BEHIND and gap and i > 0 and read_digits(self.words, i - 1) is not None:
            return None
        return Days(int(figure.digits), i, figure.start) if gap[-1:] != "+" else None

    def behind(self, i: int, *, point: bool) -> Days | None:
        """The day behind an English month (November 6, Nov. 6-7, November 6 and 7): the first, the edge of the last."""
        words = self.words
        if i >= len(words.forms) or words.gaps[i].strip(BLANK + ("." if point else "")):
            return None
        found = self._day_at(i)
        if found is None or not self._is_whole(i):
            return None
        last, gap = i + 1, words.gaps[i + 1].strip(BLANK)
        link = self.particles.at(words, last) if not gap else {}
        behind = last if gap in DASHES else last + 1 if link.keys() & {"day_link", "range_link"} else 0
        second = self._day_at(behind) if behind and self._is_whole(behind) else None
        closed = second is not None and found.day < second.day and self._closes_list(found, second, behind)
        left_open = closed and self._is_either(behind)
        last = behind + 1 if closed else last
        return Days(found.day, last, self.figure_end(last - 1), left_open)

    def _closes_list(self, first: Days, second: Days, i: int) -> bool:
        """November 6 and 7 are two days; in "on November 6 and 12 leaders" only what follows tells."""
        return second.day == first.day + 1 or self.words.gaps[i] in DASHES or self.words.gaps[i + 1] != " "

    def _is_whole(self, i: int) -> bool:
        """Whether the figure at a word is a number by itself, and counts nothing: not 6,000, 6 million, 6%."""
        following = read_digits(self.words, i + 1)
        continued = (
            number_end(self.words, i, self.language) > i + 1 and following is not None and len(following.digits) != 4
        )
        return not (continued or self.counts(i + 1) or self.words.gaps[i + 1][:1] == "%")

    def counts(self, i: int) -> bool:
        """Whether a word says that the figure before it counts something: million, dollars, человек."""
        together = i >= len(self.words.forms) or not self.words.gaps[i].strip(BLANK)
        return together and "counted" in self.particles.at(self.words, i)

    def figure_end(self, i: int) -> int:
        """The offset behind the figure at a word, without what is written onto it."""
        figure = read_digits(self.words, i)
        return self.words.ends[i] if figure is None or figure.behind else figure.end
