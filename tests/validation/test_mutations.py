"""Every mutation is found under the code that names it, at its place; a valid variation is not found fault with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.validation.copies import Copy
from tests.validation.corpus import MUTATIONS, VARIATIONS
from tests.validation.mutations import Mutation

from summitry.validation.validate import validate


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation.group}: {mutation.name}")
def test_a_mutation_is_found_under_its_code_at_its_place(tmp_path: Path, mutation: Mutation) -> None:
    copy = Copy(tmp_path / "package", mutation.parts)
    place = mutation.action(copy)
    report = validate(copy.folder)
    found = [finding for finding in report.findings if finding.code == mutation.code]
    assert place in [finding.place for finding in found], {(f.code, f.place, f.what) for f in report.findings}
    assert {finding.severity for finding in found} == {mutation.severity}
    assert all(finding.rule and finding.mend for finding in report.findings)


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda variation: variation.name)
def test_a_valid_variation_has_no_finding(tmp_path: Path, variation: Mutation) -> None:
    copy = Copy(tmp_path / "package", variation.parts)
    variation.action(copy)
    assert validate(copy.folder).findings == ()


def test_the_corpus_is_large_and_every_mutation_has_a_name_of_its_own() -> None:
    assert len(MUTATIONS) >= 200
    assert len(VARIATIONS) >= 30
    names = Counter((mutation.group, mutation.name) for mutation in MUTATIONS)
    assert [name for name, count in names.items() if count > 1] == []
