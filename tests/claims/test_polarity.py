"""Fact, plan, hope, condition, negation and denial, told from the words around a verb."""

from __future__ import annotations

import pytest

from summitry.articles import make_article
from summitry.claims.polarity import Stance, stance
from summitry.mentions.reading import read_mentions

CASES = [
    ("en", "Kazakhstan and Japan signed a treaty.", Stance.ASSERTED),
    ("en", "Kazakhstan and Japan will sign a treaty.", Stance.PLANNED),
    ("en", "Kazakhstan and Japan intend to sign a treaty.", Stance.PLANNED),
    ("en", "Kazakhstan and Japan hope to sign a treaty.", Stance.HOPED),
    ("en", "Kazakhstan and Japan could sign a treaty.", Stance.CONDITIONAL),
    ("en", "If all goes well, Kazakhstan and Japan will sign a treaty.", Stance.CONDITIONAL),
    ("en", "Kazakhstan and Japan have not signed a treaty.", Stance.NEGATED),
    ("en", "Kazakhstan never signed the treaty.", Stance.NEGATED),
    ("en", "Kazakhstan denied that it had signed a treaty.", Stance.DENIED),
    ("en", "Kazakhstan denied the report; Japan signed the treaty.", Stance.ASSERTED),
    ("en", "Not only Kazakhstan signed the treaty.", Stance.ASSERTED),
    ("en", "In May Kazakhstan signed a treaty.", Stance.ASSERTED),
    ("ru", "Казахстан и Япония подписали договор.", Stance.ASSERTED),
    ("ru", "Казахстан и Япония намерены подписать договор.", Stance.PLANNED),
    ("ru", "Казахстан надеется подписать договор.", Stance.HOPED),
    ("ru", "Договор мог бы быть подписан Казахстаном.", Stance.CONDITIONAL),
    ("ru", "Казахстан договор не подписал.", Stance.NEGATED),
    ("ru", "В Казахстане опровергли, что договор подписан.", Stance.DENIED),
    ("ru", "Договор подписали не менее пяти стран, среди них Казахстан.", Stance.ASSERTED),
    ("ar", "وقعت كازاخستان معاهدة.", Stance.ASSERTED),
    ("ar", "ستوقع كازاخستان معاهدة.", Stance.PLANNED),
    ("ar", "تأمل كازاخستان في توقيع معاهدة.", Stance.HOPED),
    ("ar", "قد توقع كازاخستان معاهدة.", Stance.CONDITIONAL),
    ("ar", "كانت كازاخستان قد وقعت معاهدة.", Stance.ASSERTED),
    ("ar", "لم توقع كازاخستان معاهدة.", Stance.NEGATED),
    ("ar", "نفت كازاخستان توقيع معاهدة.", Stance.DENIED),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_stance_of_a_clause(language: str, text: str, expected: Stance) -> None:
    document = read_mentions(make_article(text, "a", language=language), part=True)
    verb = document.of("act")[0]
    assert stance(document, document.sentence_of(verb), verb) == expected
