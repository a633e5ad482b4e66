"""What is asked of git, and nothing more: its answer, or that it has none."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

from summitry.release.versions import Version

_RELEASE_TAG: Final = re.compile(r"v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


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


def released_versions(repository: Path, *which: str) -> list[Version]:
    """The versions that have a tag (v1.2.3), of the tags that `git tag` lists with the options `which`."""
    return [Version.parse(tag) for tag in git_lines(repository, "tag", *which) if _RELEASE_TAG.fullmatch(tag)]
