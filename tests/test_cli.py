"""The command line as a whole. What each command does is tested in tests/commands/."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summitry import __version__
from summitry.cli import main
from summitry.commands import COMMANDS


def test_version_is_printed_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr() == (f"summitry {__version__}\n", "")


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    listed = capsys.readouterr().out.split()
    assert left.value.code == 0
    assert set(COMMANDS) <= set(listed)


@pytest.mark.parametrize("arguments", [["no-such-command"], ["--no-such-option"]])
def test_a_wrong_call_leaves_with_2_and_keeps_standard_output_empty(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().out == ""


def test_help_loads_no_heavy_library() -> None:
    heavy = ("dask", "duckdb", "frictionless", "pandas", "pandera", "pyarrow")
    code = f"""
import contextlib, sys
from summitry.cli import main
with contextlib.suppress(SystemExit):
    main(["--help"])
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
