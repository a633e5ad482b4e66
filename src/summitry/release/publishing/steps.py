"""The steps of a deposit: Draft → Uploaded → Described → Published.

Each step takes the state before it and gives the next, so that none can be left out or taken twice. All that a state
needs to be found again is on Zenodo: a run that was interrupted is simply run again, and takes up what it finds there.

https://developers.zenodo.org/#depositions
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from summitry.errors import ReleaseError
from summitry.release.publishing.client import Client, RefusedError, UnansweredError
from summitry.release.publishing.deposit import Deposit, DepositFile
from summitry.release.publishing.holdings import DEPOSITIONS, Held, held, holdings, read_held

# How long a new deposit may take to appear in the account's list: it is made from an index that is brought up to date
# from time to time. Nothing is created unless it was absent before this pause and after it.
_SETTLE: Final = 20.0
_UPLOADS: Final = 3
_BAD_REQUEST: Final = 400


@dataclass(frozen=True, slots=True)
class Draft:
    """A deposit that nobody but its owner sees, and what is to become of it."""

    deposit: Deposit
    id: int
    bucket: str


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A draft with every file of the release, and none besides."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Described:
    """A draft with its files and its description: what is published next."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Published:
    """A version that is public for good, its DOI, and the DOI of all versions."""

    id: int
    version: str
    doi: str | None
    concept_doi: str | None


def find(client: Client, deposit: Deposit) -> Draft | Published | Held | None:
    """How far the deposit has come: published, a draft, an earlier version to follow, or nothing. Only looks.

    Raises ReleaseError where the version is published with other files, or where there are several drafts.
    """
    # Each is looked at by itself: the list may still call a draft what has been published.
    ours = [held(client, item.id) for item in holdings(client, deposit)]
    for item in ours:
        if item.published and item.version == deposit.version:
            return _published(item, deposit)
    drafts = [item for item in ours if not item.published]
    if len(drafts) > 1:
        numbers = ", ".join(str(item.id) for item in drafts)
        raise ReleaseError(f"there are several drafts: {numbers}.", mend="Delete all but one of them on Zenodo.")
    if drafts:
        return _draft(drafts[0], deposit)
    return ours[-1] if ours else None


def open_draft(client: Client, deposit: Deposit) -> Draft | Published:
    """The deposit's draft: the one that is there, a new version of what is published, or a new deposit.

    Gives the version itself where it is published already.
    """
    found = find(client, deposit)
    if isinstance(found, Draft | Published):
        return found
    client.sleep(_SETTLE)
    found = find(client, deposit)
    match found:
        case None:
            return _create(client, deposit)
        case Held():
            return _follow(client, deposit, found)
        case _:
            return found


def _create(client: Client, deposit: Deposit) -> Draft | Published:
    # With its description from the start: by its title it is found again.
    try:
        return _draft(read_held(client.post(DEPOSITIONS, {"metadata": deposit.metadata})), deposit)
    except UnansweredError as unanswered:
        client.sleep(_SETTLE)
        found = find(client, deposit)
        if isinstance(found, Draft | Published):
            return found
        mend = "Nothing of it is to be seen on Zenodo. Run this again in some minutes."
        raise ReleaseError(unanswered.what, where=unanswered.where, mend=mend) from unanswered


def _follow(client: Client, deposit: Deposit, latest: Held) -> Draft | Published:
    """A draft of the next version. There is never more than one: asking again gives the same."""
    for ask in (_new_version, _new_version_of_invenio):
        try:
            draft = held(client, ask(client, latest))
        except RefusedError as refused:
            if refused.status != _BAD_REQUEST:
                raise
        else:
            if not draft.published and draft.concept == latest.concept:
                return _draft(draft, deposit)
        found = find(client, deposit)
        if isinstance(found, Draft | Published):
            return found
    mend = (
        "Look on Zenodo whether it has a draft that can be deleted, or make the new version there, and run this again."
    )
    raise ReleaseError(f"Zenodo makes no new version of {latest.id}.", mend=mend)


def _new_version(client: Client, latest: Held) -> int:
    """The number of the next version's draft, as the documentation says that one is made."""
    told = client.post(f"{DEPOSITIONS}/{latest.id}/actions/newversion", repeatable=True)
    try:
        return int(told["links"]["latest_draft"].rpartition("/")[2])
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        raise ReleaseError("Zenodo does not say which draft it has made.", where=str(latest.id)) from cause


def _new_version_of_invenio(client: Client, latest: Held) -> int:
    """The same by the API of InvenioRDM, on which Zenodo runs since 2023.

    Users report that since then the documented way is refused where there is a draft, or where the latest version has
    files. https://inveniordm.docs.cern.ch/reference/rest_api_drafts_records/#create-a-new-version
    """
    told = client.post(f"records/{latest.id}/versions", repeatable=True)
    try:
        return int(told["id"])
    except (KeyError, TypeError, ValueError) as cause:
        raise ReleaseError("Zenodo does not say which draft it has made.", where=str(latest.id)) from cause


def _draft(item: Held, deposit: Deposit) -> Draft:
    if "bucket" not in item.links:
        raise ReleaseError(f"Zenodo does not say where the files of the draft {item.id} go.")
    return Draft(deposit, item.id, item.links["bucket"])


def upload(client: Client, draft: Draft) -> Uploaded:
    """Every file of the release in the draft, and none besides: what a new version took over from the last one goes.

    What is there and right stays. Raises ReleaseError where a file arrives damaged time and again.
    """
    wanted = {file.name: file.md5 for file in draft.deposit.files}
    right = set()
    for there in held(client, draft.id).files:
        if wanted.get(there.name) == there.md5:
            right.add(there.name)
        else:
            client.delete(f"{DEPOSITIONS}/{draft.id}/files/{quote(there.id, safe='')}")
    for file in draft.deposit.files:
        if file.name not in right:
            _upload_file(client, draft, file)
    _require_same_files(held(client, draft.id), draft.deposit)
    return Uploaded(draft)


def _upload_file(client: Client, draft: Draft, file: DepositFile) -> None:
    for _ in range(_UPLOADS):
        told = client.put_file(f"{draft.bucket}/{quote(file.name, safe='')}", file.path)
        if isinstance(told, dict) and str(told.get("checksum")).removeprefix("md5:") == file.md5:
            return
    mend = "Run this again later: it goes on where it stopped."
    raise ReleaseError(f"the file arrived damaged, {_UPLOADS} times.", where=file.name, mend=mend)


def describe(client: Client, uploaded: Uploaded) -> Described:
    """The description of the version in place of what is there."""
    draft = uploaded.draft
    told = read_held(client.put(f"{DEPOSITIONS}/{draft.id}", {"metadata": draft.deposit.metadata}))
    if (told.title, told.version) != (draft.deposit.title, draft.deposit.version):
        raise ReleaseError(f"Zenodo has not taken over the description of the draft {draft.id}.")
    return Described(draft)


def publish(client: Client, described: Described) -> Published:
    """The version, public for good. Nothing that is published can be deleted or get other files.

    Asking twice does no harm: what is published is not published again. Raises ReleaseError where the draft has other
    files by now.
    """
    draft = described.draft
    _require_same_files(held(client, draft.id), draft.deposit)
    try:
        client.post(f"{DEPOSITIONS}/{draft.id}/actions/publish", repeatable=True)
    except RefusedError:
        # So is a second try refused whose first was carried out, although its answer was lost.
        if not held(client, draft.id).published:
            raise
    item = held(client, draft.id)
    if not item.published:
        raise ReleaseError(f"the draft {draft.id} is not published yet.", mend="Run this again in a minute.")
    return _published(item, draft.deposit)


def _published(item: Held, deposit: Deposit) -> Published:
    _require_same_files(item, deposit)
    return Published(item.id, item.version, item.doi, item.concept_doi)


def _require_same_files(item: Held, deposit: Deposit) -> None:
    wanted = {file.name: file.md5 for file in deposit.files}
    there = {file.name: file.md5 for file in item.files}
    odd = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if odd:
        state = "version" if item.published else "draft"
        what = f"the {state} {item.id} on Zenodo has other files: {', '.join(odd)}."
        mend = "A version never changes: make another one." if item.published else "Run this again."
        raise ReleaseError(what, mend=mend)


def deposit_release(client: Client, deposit: Deposit, tell: Callable[[str], None]) -> Published:
    """Take the deposit through all its steps, from wherever it is. `tell` is told of each."""
    opened = open_draft(client, deposit)
    if isinstance(opened, Published):
        tell(f"version {deposit.version} is published already")
        return opened
    tell(f"draft {opened.id}")
    uploaded = upload(client, opened)
    tell(f"{len(deposit.files)} files uploaded, with the checksums that they have here")
    described = describe(client, uploaded)
    tell("described")
    return publish(client, described)
