from __future__ import annotations

import pickle

import pytest

from summitry import errors
from summitry.errors import SummitryError

FAMILY = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SummitryError)]


@pytest.mark.parametrize("kind", FAMILY)
def test_an_error_says_where_what_and_what_to_do(kind: type[SummitryError]) -> None:
    error = kind("the amount has no currency.", where="agreements.csv, line 3", mend="Name the currency.")
    assert str(error) == "agreements.csv, line 3: the amount has no currency. Name the currency."
    assert str(kind("the file is empty.")) == "the file is empty."
    assert kind.exit_code in (1, 2)


@pytest.mark.parametrize("kind", FAMILY)
def test_an_error_survives_the_way_to_another_process(kind: type[SummitryError]) -> None:
    error = pickle.loads(pickle.dumps(kind("what.", where="where", mend="mend")))
    assert type(error) is kind
    assert (error.what, error.where, error.mend) == ("what.", "where", "mend")


@pytest.mark.parametrize(("kind", "builtin"), [(errors.CallError, ValueError), (errors.UnknownNameError, LookupError)])
def test_a_mistake_in_a_call_is_also_the_error_that_python_programmers_expect(
    kind: type[SummitryError], builtin: type[Exception]
) -> None:
    assert issubclass(kind, builtin)
    assert kind.exit_code == 2
