"""What Zenodo has of the package already: drafts and published versions, as its API tells of them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from summitry.errors import ReleaseError
from summitry.release.publishing.client import Client
from summitry.release.publishing.deposit import Deposit

DEPOSITIONS: Final = "deposit/depositions"
_PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file in a deposit on Zenodo: its number there, its name and its MD5."""

    id: str
    name: str
    md5: str


@dataclass(frozen=True, slots=True)
class Held:
    """A deposit on Zenodo: a draft, or a published version, with Zenodo's number for all versions (`concept`)."""

    id: int
    concept: str
    title: str
    version: str
    published: bool
    files: tuple[HeldFile, ...]
    links: Mapping[str, str]
    doi: str | None
    concept_doi: str | None


def held(client: Client, number: int) -> Held:
    """The deposit with a number."""
    return read_held(client.get(f"{DEPOSITIONS}/{number}"))


def read_held(told: Any) -> Held:
    """A deposit as the API tells of it. Raises ReleaseError where it tells something else than is documented."""
    try:
        metadata = told.get("metadata") or {}
        return Held(
            id=int(told["id"]),
            concept=str(told["conceptrecid"]),
            title=str(metadata.get("title") or told.get("title") or ""),
            version=str(metadata.get("version") or ""),
            published=bool(told["submitted"]),
            files=tuple(
                HeldFile(str(file["id"]), file["filename"], file["checksum"].removeprefix("md5:"))
                for file in told.get("files") or []
            ),
            links=told["links"],
            doi=told.get("doi") or metadata.get("doi"),
            concept_doi=told.get("conceptdoi"),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        what = f"Zenodo's answer is not what its documentation says: {cause!r}."
        raise ReleaseError(what, where="https://developers.zenodo.org") from cause


def holdings(client: Client, deposit: Deposit) -> list[Held]:
    """What Zenodo holds of the package, latest last: its versions, published and not.

    They are known by the number of all versions, or else, before that is known, by their title. Raises ReleaseError
    where two packages have that title, or none has that number.
    """
    everything = _everything(client)
    if deposit.concept is not None:
        ours = [item for item in everything if item.concept == deposit.concept]
        if not ours:
            mend = "Is the token that of the account, and of the server, that published the earlier versions?"
            raise ReleaseError(f"this account has no deposit of the DOI zenodo.{deposit.concept}.", mend=mend)
    else:
        ours = [item for item in everything if item.title == deposit.title]
        concepts = sorted({item.concept for item in ours})
        if len(concepts) > 1:
            what = f"several deposits have the title of this one: {', '.join(concepts)}."
            mend = "Delete the drafts that nobody needs, or say which it is as doi in pyproject.toml."
            raise ReleaseError(what, mend=mend)
    return sorted(ours, key=lambda item: item.id)


def _everything(client: Client) -> list[Held]:
    """Every deposit of the account. All are looked through: the search of drafts by a query is not dependable.

    A server may give fewer on a page than it is asked for, so the last page is one that has nothing new.
    """
    found: dict[int, Held] = {}
    for page in itertools.count(1):
        told = client.get(f"{DEPOSITIONS}?size={_PAGE}&page={page}&all_versions=true")
        new = {item.id: item for item in map(read_held, told) if item.id not in found}
        if not new:
            break
        found |= new
    return list(found.values())
