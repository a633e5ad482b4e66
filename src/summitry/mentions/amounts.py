"""Sums of money in a text: figures and number words with their scale, their currency and what qualifies them.

A sum is `[sign] quantity [scale] [currency]`. Its form is `price` where it is one for a unit (an ounce, за баррель),
`range` where it is the LOWER bound of a range, `equivalent` where it repeats the sum before it in another currency, the
qualifier (about, nearly, more_than, up_to, less_than) where one stands by it, else `exact`. What counts something else
(tonnes, people) is no sum; a sum whose currency is left out ("4.2 billion of it goes to rail") has currency "" and
needs a text about money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from summitry.mentions.document import Amount, Document, Found, Mention
from summitry.mentions.numerals import Number, number_end, read_number, read_number_words
from summitry.mentions.particles import Particles, load_particles
from summitry.text.words import Words

_PHRASES = ("scale", "scale_one", "scaled", "scaled_before_currency", "currency", "unit")
_KINDS = frozenset(("scale", "scaled", "currency"))
_TRACE = re.compile(r"[$£¥€\u20a0-\u20c0֏﷼＄]|\d[^\W\d_]|[A-Z]{2}\d")
_BLANK = " \t\n\u00a0\u2009\u202f\u200e\u200f"
_JOINTS = _BLANK + "-‐‑"
_DASHES = frozenset("-‐‑–—−")
_LEAST_BARE = 10**6
_MOST = Decimal(10**16)
_REACH = 6
_SCALES = (10**12, 10**9, 10**6, 10**3)


class Magnitude(NamedTuple):
    """A quantity with its scale (1 for none): words `first` to `last` (exclusive), offsets `start` to `end`."""

    value: Decimal
    scale: int
    first: int
    last: int
    start: int
    end: int


class Currency(NamedTuple):
    """A currency beside a magnitude: the word and the offset where the sum begins, or the ones where it ends."""

    code: str
    word: int
    offset: int


def find_amounts(document: Document) -> list[Amount]:
    """The sums of money of an article, in order; a mention has the kind `amount` and the value `<units> <currency>`."""
    listed = document.select(_PHRASES)
    if not listed and not _TRACE.search(document.words.text):
        return []
    reader = SumReader(document, load_particles(document.vocabulary.folder, document.article.language), listed)
    return list(_mark_equivalents(reader.read(), document.words, reader.particles))


@dataclass
class SumReader:
    """Reads the sums of one document; `phrases` are the scales and currencies in it."""

    document: Document
    particles: Particles
    phrases: Found

    def __post_init__(self) -> None:
        self.words = self.document.words
        self.language = self.document.article.language
        self._written = frozenset(self.words.with_digits)
        self._blank_or_sign = _BLANK + "".join(self.particles.signs)
        self._listed = {
            kind: {mention.first: mention for mention in reversed(self.phrases.get(kind, []))}
            for kind in ("scale", "scale_one", "scaled", "scaled_before_currency", "currency")
        }

    def read(self) -> list[Amount]:
        """All sums, none overlapping another."""
        found: list[Amount] = []
        free = self.words.at(self.document.article.body_start)
        for i in sorted(self._candidates()):
            if i < free:
                continue
            amount = self._amount(i)
            if amount is not None:
                found.append(amount)
            # Within a number that is no sum (1.2.3) nothing begins either.
            free = amount.mention.last if amount else number_end(self.words, i, self.language)
        return found

    def _candidates(self) -> set[int]:
        """The words at which a sum may begin: all figures, scales and currencies, and the number words shortly before one."""
        near = {k for kind in _KINDS for i in self._listed[kind] for k in range(max(i - _REACH, 0), i)}
        numbers = {k for k in near if k in self._listed["scale_one"] or self.particles.may_start(self.words, k)}
        return numbers.union(self._written, *(self._listed[kind] for kind in _KINDS))

    def _amount(self, i: int) -> Amount | None:
        low = self.magnitude(i)
        if low is None or self._is_rest(low) or self.particles.before(self.words, low.first, "vague"):
            return None
        before = self._currency_before(low)
        high = self._upper_bound(low, before)
        end = high or low
        behind = self._currency_behind(end)
        if high is not None and low.scale == 1:
            low = low._replace(value=low.value * high.scale)
        if behind is not None and high is None:
            low, behind = self._with_half_behind(low, behind)
        code = before.code if before else behind.code if behind else ""
        first, start = (before.word, before.offset) if before else (low.first, low.start)
        last, stop = (behind.word, behind.offset) if behind else (end.last, end.end)
        if not 1 <= low.value < _MOST or not (code or self._is_bare_sum(end)):
            return None
        form = self._form(first, last, is_range=high is not None)
        if high is not None and self.words.forms[high.first].startswith("و"):
            first, start = self._with_between(first, start)
        value = int(low.value)
        return Amount(value, code, Mention("amount", f"{value} {code}".strip(), form, first, last, start, stop))

    def _is_rest(self, low: Magnitude) -> bool:
        """Whether a magnitude ends a number whose beginning could not be read: better no sum than a wrong one."""
        i = low.first
        if i == 0 or not self._is_joint(i):
            return False
        before = i - 1 in self._listed["scale"]
        return before or (i in self._listed["scale"] and "number" in self.particles.at(self.words, i - 1))

    # --- quantities and scales

    def magnitude(self, i: int) -> Magnitude | None:
        """The number with its scale that begins at a word, the parts of "1 billion 200 million" added up."""
        found = self._term(i)
        while found is not None and found.scale > 1:
            half = self._beside(found.last, "part_after")
            if half is not None:
                end = self.words.ends[half[1] - 1]
                return found._replace(value=found.value + half[0] * found.scale, last=half[1], end=end)
            rest = self._smaller_part(found)
            if rest is None:
                return found
            found = found._replace(value=found.value + rest.value, scale=rest.scale, last=rest.last, end=rest.end)
        return found

    def _smaller_part(self, found: Magnitude) -> Magnitude | None:
        i = found.last
        if i >= len(self.words.forms) or not self._is_joint(i):
            return None
        rest = self._term(i)
        if rest is None and "and" in self.particles.at(self.words, i) and self._is_joint(i + 1):
            rest = self._term(i + 1)
        return rest if rest and 1000 <= rest.scale < found.scale and rest.value < found.scale else None

    def _term(self, i: int) -> Magnitude | None:
        number = self._figures(i) or self._number_words(i)
        if number is None:
            return self._scale_alone(i)
        if number.behind:
            scale = self.particles.attached.get(number.behind, 0)
            end = self.words.ends[number.last - 1]
            return Magnitude(number.value * scale, scale, *number[1:4], end) if scale else None
        scale, last = self._scale_at(number.last)
        end = self.words.ends[last - 1] if scale > 1 else number.end
        return Magnitude(number.value * scale, scale, number.first, last, number.start, end)

    def _figures(self, i: int) -> Number | None:
        if i not in self._written:
            return None
        end = number_end(self.words, i, self.language)
        number = read_number(self.words, i, self.language, self._scale_at(end)[0])
        if number is None:
            return None
        if number.before:
            written = self.words.text[self.words.starts[i] : number.start]
            known = number.before in self.particles.prefixes or written in self.particles.signs
            return number if known else None
        return None if self.words.gaps[i][-1:] in ("+", "%", "№", "#") else number

    def _number_words(self, i: int) -> Number | None:
        words = self.words
        part = self.particles.at(words, i).get("part")
        number = read_number_words(words, i, self.particles)
        if part is not None and (number is None or part.last > number.last):
            if self._scale_at(part.last)[0] == 1:
                return None
            return Number(Decimal(part.value), i, part.last, words.starts[i], words.ends[part.last - 1])
        half = self._beside(number.last, "part_after") if number is not None else None
        if number is not None and half is not None and self._scale_at(half[1])[0] > 1:
            return number._replace(value=number.value + half[0], last=half[1], end=words.ends[half[1] - 1])
        return number

    def _scale_alone(self, i: int) -> Magnitude | None:
        """A scale without a number: the dual, "a billion", or a singular that means one."""
        words, listed = self.words, self._listed["scale"]
        if "indefinite" in self.particles.at(words, i) and i + 1 in listed:
            scale, last = self._scale_at(i + 1)
            return Magnitude(Decimal(scale), scale, i, last, words.starts[i], words.ends[last - 1])
        more, last = self._scale_at(i + 1) if i in self._listed["scale_one"] and i in listed else (1, i)
        if more > 1:
            scale = int(listed[i].value) * more
            return Magnitude(Decimal(scale), scale, i, last, words.starts[i], words.ends[last - 1])
        mention = self._listed["scaled_before_currency"].get(i)
        if mention is None or mention.last not in self._listed["currency"]:
            mention = self._listed["scaled"].get(i) or self._listed["scale_one"].get(i)
        if mention is None:
            return None
        scale = max(scale for scale in _SCALES if scale <= int(mention.value))
        return Magnitude(Decimal(mention.value), scale, i, mention.last, mention.start, mention.end)

    def _scale_at(self, i: int) -> tuple[int, int]:
        """The scale that follows at a word (1 where there is none), and the word behind it."""
        scale = 1
        while i in self._listed["scale"] and scale in (1, 1000) and self._is_joint(i):
            scale *= int(self._listed["scale"][i].value)
            i = self._listed["scale"][i].last
        return scale, i

    def _beside(self, i: int, cue: str) -> tuple[Decimal, int] | None:
        """The value of a particle that follows at a word, and the word behind it."""
        found = self.particles.at(self.words, i).get(cue) if self._is_joint(i) else None
        return (Decimal(found.value), found.last) if found else None

    def _is_joint(self, i: int) -> bool:
        """Whether nothing but space or a hyphen stands before a word."""
        return not self.words.gaps[i].strip(_JOINTS)

    # --- currencies

    def _currency_before(self, low: Magnitude) -> Currency | None:
        """The sign or code before a figure: $5, US$ 5, USD 5, USD5."""
        words, i = self.words, low.first
        attached = words.text[words.starts[i] : low.start]
        if attached in self.particles.signs:
            return Currency(self.particles.signs[attached], i, words.starts[i])
        gap = words.gaps[i].rstrip(_BLANK)
        sign = gap[-1:]
        if (
            i > 0
            and gap == sign
            and words.forms[i - 1] + sign in self.particles.signs
            and gap == words.gaps[i][: len(gap)]
        ):
            return Currency(self.particles.signs[words.forms[i - 1] + sign], i - 1, words.starts[i - 1])
        if sign and sign in self.particles.signs:
            offset = words.text.rindex(sign, 0, words.starts[i])
            return Currency(self.particles.signs[sign], i, offset)
        if i > 0 and gap in ("", ".") and words.forms[i - 1] in self.particles.signs:
            return Currency(self.particles.signs[words.forms[i - 1]], i - 1, words.starts[i - 1])
        return None

    def _currency_behind(self, end: Magnitude) -> Currency | None:
        """The currency that follows: dollars, млрд. долл. США, 500 €."""
        words, i = self.words, end.last
        gap = words.gaps[i]
        sign = gap.lstrip(_BLANK)[:1]
        if sign and sign in self.particles.signs and (gap.rstrip(_BLANK)[-1:] != sign or not self._is_figure(i)):
            return Currency(self.particles.signs[sign], i, words.text.index(sign, words.ends[i - 1]) + 1)
        mention = self._listed["currency"].get(i)
        if mention is None:
            return None
        # An abbreviated scale keeps its point (17 млрд. долл.); a capital behind a point begins another sentence.
        abbreviated = gap.startswith(".") and len(words.forms[i - 1]) <= 4 and words.forms[i][0].islower()
        return Currency(mention.value, mention.last, mention.end) if abbreviated or self._is_joint(i) else None

    def _with_half_behind(self, low: Magnitude, behind: Currency) -> tuple[Magnitude, Currency]:
        """Both of them, with the half that Arabic adds behind the currency: ملياري يورو ونصف المليار."""
        half = self._beside(behind.word, "part_after") if low.scale > 1 else None
        if half is None:
            return low, behind
        more = low._replace(value=low.value + half[0] * low.scale)
        return more, Currency(behind.code, half[1], self.words.ends[half[1] - 1])

    def _is_figure(self, i: int) -> bool:
        return i < len(self.words.forms) and self.words.forms[i][0].isdecimal()

    # --- ranges, prices, qualifiers

    def _upper_bound(self, low: Magnitude, before: Currency | None) -> Magnitude | None:
        """The upper bound where the magnitude opens a range: 2-3 billion, between 2 and 3 billion, от 2 до 3 млрд."""
        words, i = self.words, low.last
        if i >= len(words.forms):
            return None
        gap = words.gaps[i].strip(self._blank_or_sign)
        if gap in _DASHES:
            high = self.magnitude(i)
        elif gap:
            return None
        else:
            high = self._bound_behind_word(low, before, i)
        if high is None or high.scale < low.scale:
            return None
        lowest = low.value * high.scale if low.scale == 1 else low.value
        return high if lowest < high.value else None

    def _with_between(self, first: int, start: int) -> tuple[int, int]:
        """Where an Arabic range begins: its "and" joins two bounds only behind the word for "between"."""
        between = self.particles.before(self.words, first, "between")
        return (between.first, self.words.starts[between.first]) if between else (first, start)

    def _bound_behind_word(self, low: Magnitude, before: Currency | None, i: int) -> Magnitude | None:
        words = self.words
        between = self.particles.before(words, before.word if before else low.first, "between")
        found = self.particles.at(words, i)
        if between and words.forms[i].startswith("و") and len(words.forms[i]) > 1:
            return self.magnitude(i)
        # "From 2 billion to 3 billion" is a rise, not a range: the scale is said once of a range.
        link = "between_and" if between else "range_link" if low.scale == 1 else ""
        if link not in found:
            return None
        high = self.magnitude(found[link].last)
        return high if between or (high and high.scale > 1) else None

    def _form(self, first: int, last: int, *, is_range: bool) -> str:
        found = self.particles.at(self.words, last)
        gap = self.words.gaps[last].strip(_JOINTS)
        if gap in ("/", "./") or (not gap and "per_unit" in found):
            return "price"
        if is_range:
            return "range"
        qualifier = self.particles.before(self.words, first, "qualifier")
        if qualifier is None and not gap:
            qualifier = found.get("qualifier_after")
        return qualifier.value if qualifier else "exact"

    def _is_bare_sum(self, end: Magnitude) -> bool:
        """Whether a magnitude without a currency is money: nothing countable follows, and the text is about money."""
        if end.scale < _LEAST_BARE:
            return False
        words = self.words
        gap = words.gaps[end.last].strip(_BLANK)
        if end.last < len(words.forms) and (
            gap[:1] in ("%", "(") or (not gap and "after_sum" not in self.particles.at(words, end.last))
        ):
            return False
        nearby = range(max(end.first - _REACH, 0), end.first)
        cues = {cue for i in nearby for cue in self.particles.at(words, i)}
        return "not_money" not in cues and ("money" in cues or bool(self._listed["currency"]) or "$" in words.text)


def _mark_equivalents(amounts: list[Amount], words: Words, particles: Particles) -> Iterator[Amount]:
    """The sums, with the form `equivalent` where one repeats the one before it in another currency."""
    previous: Amount | None = None
    for amount in amounts:
        if previous is not None and _is_equivalent(previous, amount, words, particles):
            yield amount._replace(mention=amount.mention._replace(form="equivalent"))
        else:
            yield amount
        previous = amount


def _is_equivalent(first: Amount, second: Amount, words: Words, particles: Particles) -> bool:
    """$17bn (€15bn), 17 млрд долларов, или 15 млрд евро, ملياري دولار أي 1.8 مليار يورو."""
    if not first.currency or not second.currency or first.currency == second.currency:
        return False
    between = words.text[first.mention.end : second.mention.start]
    repeated = "(" in between
    i = second.mention.first
    while i > first.mention.last:
        link = particles.before(words, i, "equivalent")
        step = link or particles.before(words, i, "qualifier")
        if step is None:
            return False
        repeated = repeated or link is not None
        i = step.first
    return repeated and len(between) < 40
