"""What is asked of git, and nothing more: its answer, or that it has none."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(repository: Path, *arguments: str) -> bytes | None:
    """What git prints when run in the repository, or None where it fails: a missing revision, no repository, no git."""
    try:
        done = subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def git_lines(repository: Path, *arguments: str) -> list[str]:
    """The lines that git prints, none where it fails."""
    return (git(repository, *arguments) or b"").decode("utf-8", "surrogateescape").splitlines()
