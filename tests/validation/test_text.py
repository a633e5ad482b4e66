"""The search for cells that are worth a look leaves out no cell in which something is odd."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.validation.text import _oddities, odd_cells

LETTERS = st.sampled_from('aZ1 =@+-\t\n"é\u0301е\u200bپﷲ\u00a0\u2028\ufeffｱ٣\x00\x7f\x85\u3000')


@settings(deadline=None, max_examples=300)
@given(st.lists(st.text(LETTERS, max_size=4), max_size=6))
def test_every_odd_cell_is_looked_at(cells: list[str]) -> None:
    found = set(odd_cells(pa.array(cells, pa.string())).tolist())
    odd = {index for index, cell in enumerate(cells) if cell and list(_oddities(cell))}
    assert odd <= found


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(st.sampled_from('aZ1 =@+-\n".'), max_size=4), max_size=6))
def test_in_a_plain_file_the_ends_of_a_cell_are_enough(cells: list[str]) -> None:
    found = set(odd_cells(pa.array(cells, pa.string()), is_plain=True).tolist())
    odd = {index for index, cell in enumerate(cells) if cell and list(_oddities(cell))}
    assert odd <= found
