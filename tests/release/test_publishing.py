"""Depositing on Zenodo, against a server on loopback that behaves as https://developers.zenodo.org says, and fails."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import typing
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from summitry.errors import CallError, ReleaseError
from summitry.release.checksums import checksums_of
from summitry.release.publishing import steps
from summitry.release.publishing.client import Client, RefusedError, seconds_to_wait
from summitry.release.publishing.deposit import read_deposit
from summitry.release.publishing.steps import Described, Draft, Published, Uploaded, deposit_release

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "secret-token-1234"
# How long a new deposit does not appear in the list, in the seconds of the server's own clock.
LAG = 10.0
# How many deposits a page of the list has at the most, whatever is asked for.
PAGE = 2
REQUIRED = {"title", "upload_type", "description", "creators"}

Reply = tuple[int, object]


@dataclass
class Zenodo:
    """What the server has, and how it is to fail. Its clock goes on only where a client pauses."""

    base: str = ""
    clock: float = 0.0
    deposits: dict[int, dict[str, Any]] = field(default_factory=dict)
    files: dict[int, dict[str, bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    faults: dict[int, str] = field(default_factory=dict)
    publications: int = 0
    # As Zenodo is since 2023: no new version the documented way where there is a draft, or where the latest has files.
    since_2023: bool = False
    victim: subprocess.Popen[bytes] | None = None

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock += seconds

    def fail(self, kind: str, after: int) -> None:
        """Fail so at one request, `after` others from now on."""
        self.faults = {len(self.requests) + after: kind}

    def carry_out(self, method: str, path: str, body: bytes) -> Reply:
        for pattern, action in ACTIONS.items():
            match = re.fullmatch(pattern, f"{method} {path}")
            if match:
                return action(self, *match.groups(), body)
        return 404, {"message": "Not found", "status": 404}

    def told(self, number: int) -> dict[str, Any]:
        deposit = self.deposits[number]
        here = f"{self.base}/deposit/depositions/{number}"
        files = [
            {
                "id": f"{number}-{name}",
                "filename": name,
                "checksum": hashlib.md5(data).hexdigest(),
                "filesize": len(data),
            }
            for name, data in self.files[number].items()
        ]
        links = {"self": here, "bucket": f"{self.base}/files/bucket-{number}", "latest_draft": here}
        return {
            **{key: deposit[key] for key in ("id", "conceptrecid", "submitted", "metadata")},
            "files": files,
            "links": links,
        } | (
            {"doi": f"10.5072/zenodo.{number}", "conceptdoi": f"10.5072/zenodo.{deposit['conceptrecid']}"}
            if deposit["submitted"]
            else {}
        )

    def make(self, metadata: dict[str, Any], files: dict[str, bytes], concept: str | None = None) -> int:
        number = 1001 + 2 * len(self.deposits)
        self.deposits[number] = {
            "id": number,
            "conceptrecid": concept or str(number - 1),
            "submitted": False,
            "metadata": metadata,
            "made": self.clock,
        }
        self.files[number] = dict(files)
        return number

    def list(self, page: str, _body: bytes) -> Reply:
        """As it was a while ago: the list is made from an index that is brought up to date from time to time."""
        then = self.clock - LAG
        seen = [self.told(number) for number, item in self.deposits.items() if item["made"] <= then]
        seen = seen[PAGE * (int(page) - 1) : PAGE * int(page)]
        return 200, [
            item | {"submitted": self.deposits[item["id"]].get("published", then + 1) <= then} for item in seen
        ]

    def create(self, body: bytes) -> Reply:
        number = self.make(json.loads(body).get("metadata", {}), {})
        return 201, self.told(number)

    def read(self, number: str, _body: bytes) -> Reply:
        return (
            (200, self.told(int(number))) if int(number) in self.deposits else (404, {"message": "PID does not exist."})
        )

    def describe(self, number: str, body: bytes) -> Reply:
        deposit = self.deposits[int(number)]
        metadata = json.loads(body)["metadata"]
        missing = sorted(REQUIRED - metadata.keys())
        if deposit["submitted"] or missing:
            return 400, {
                "message": "Validation error",
                "errors": [{"field": name, "message": "Required"} for name in missing],
            }
        deposit["metadata"] = metadata
        return 200, self.told(int(number))

    def draft_after(self, number: int) -> int:
        latest = self.deposits[number]
        drafts = [
            item["id"]
            for item in self.deposits.values()
            if item["conceptrecid"] == latest["conceptrecid"] and not item["submitted"]
        ]
        return drafts[0] if drafts else self.make(latest["metadata"], self.files[number], latest["conceptrecid"])

    def new_version(self, number: str, _body: bytes) -> Reply:
        if not self.deposits[int(number)]["submitted"] or self.since_2023:
            return 400, {
                "message": "A validation error occurred.",
                "errors": [{"field": "files.enabled", "messages": ["Please remove all files first."]}],
            }
        draft = self.draft_after(int(number))
        answer = self.told(int(number))
        return 201, {**answer, "links": {**answer["links"], "latest_draft": f"{self.base}/deposit/depositions/{draft}"}}

    def new_version_of_invenio(self, number: str, _body: bytes) -> Reply:
        return 201, {"id": str(self.draft_after(int(number)))}

    def publish(self, number: str, _body: bytes) -> Reply:
        deposit = self.deposits[int(number)]
        if deposit["submitted"] or not self.files[int(number)] or REQUIRED - deposit["metadata"].keys():
            return 400, {"message": "This deposit cannot be published.", "status": 400}
        deposit |= {"submitted": True, "published": self.clock}
        self.publications += 1
        return 202, self.told(int(number))

    def delete_file(self, number: str, name: str, _body: bytes) -> Reply:
        if self.deposits[int(number)]["submitted"]:
            return 403, {"message": "Deleting an already published deposition.", "status": 403}
        return (
            (204, None) if self.files[int(number)].pop(unquote(name), None) is not None else (404, {"message": "gone"})
        )

    def put_file(self, number: str, name: str, body: bytes) -> Reply:
        if self.deposits[int(number)]["submitted"]:
            return 403, {"message": "Forbidden", "status": 403}
        self.files[int(number)][unquote(name)] = body
        return 201, {"key": unquote(name), "size": len(body), "checksum": f"md5:{hashlib.md5(body).hexdigest()}"}


ACTIONS: dict[str, Callable[..., Reply]] = {
    r"GET /api/deposit/depositions\?size=100&page=(\d+)&all_versions=true": Zenodo.list,
    r"POST /api/deposit/depositions": Zenodo.create,
    r"GET /api/deposit/depositions/(\d+)": Zenodo.read,
    r"PUT /api/deposit/depositions/(\d+)": Zenodo.describe,
    r"POST /api/deposit/depositions/(\d+)/actions/newversion": Zenodo.new_version,
    r"POST /api/records/(\d+)/versions": Zenodo.new_version_of_invenio,
    r"POST /api/deposit/depositions/(\d+)/actions/publish": Zenodo.publish,
    r"DELETE /api/deposit/depositions/(\d+)/files/\d+-(.+)": Zenodo.delete_file,
    r"PUT /api/files/bucket-(\d+)/(.+)": Zenodo.put_file,
}


class Handler(BaseHTTPRequestHandler):
    """One request: carried out, or not, and answered, or not."""

    zenodo: Zenodo

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: object, **headers: str) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def handle_request(self) -> None:
        zenodo = self.zenodo
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/clock/"):
            zenodo.pause(float(self.path.rpartition("/")[2]))
            return self.answer(204, None)
        fault = zenodo.faults.pop(len(zenodo.requests), "")
        zenodo.requests.append(f"{self.command} {self.path}")
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.answer(401, {"message": f"bad token {self.headers.get('Authorization')}", "status": 401})
        with suppress(BrokenPipeError, ConnectionResetError):
            self.fail_or_answer(fault, body)
        return None

    def fail_or_answer(self, fault: str, body: bytes) -> None:
        zenodo = self.zenodo
        match fault:
            case "500":
                return self.answer(500, None)
            case "429":
                return self.answer(429, {"message": "Too many requests"}, Retry_After="7")
            case "no answer":
                time.sleep(0.9)
                return None
            case "damaged":
                body = body[:-1] + b"?" if self.path.startswith("/api/files/") else body
        status, answer = zenodo.carry_out(self.command, self.path, body)
        match fault:
            case "500 afterwards":
                return self.answer(500, None)
            case "lost answer":
                return None
            case "late answer":
                time.sleep(0.9)
            case "killed":
                return self.kill()
        return self.answer(status, answer)

    def kill(self) -> None:
        assert self.zenodo.victim is not None
        os.kill(self.zenodo.victim.pid, signal.SIGKILL)

    do_GET = do_POST = do_PUT = do_DELETE = handle_request  # noqa: N815  http.server names them so


@contextmanager
def serving(**settings: Any) -> Iterator[Zenodo]:
    zenodo = Zenodo(**settings)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Serving", (Handler,), {"zenodo": zenodo}))
    zenodo.base = f"http://127.0.0.1:{server.server_port}/api"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield zenodo
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def zenodo() -> Iterator[Zenodo]:
    with serving() as running:
        yield running


def client(zenodo: Zenodo, token: str = TOKEN, timeout: float = 30) -> Client:
    return Client(zenodo.base, token, timeout=timeout, tries=3, sleep=zenodo.pause)


def write_release(folder: Path, version: str) -> Path:
    """A folder as scripts/release.py leaves it, with fewer files."""
    metadata = {
        "title": "Summits for tests",
        "version": version,
        "upload_type": "dataset",
        "description": "<p>قمم للاختبار</p>",
        "creators": [{"name": "A. Tester"}],
    }
    files = {"zenodo.json": json.dumps(metadata).encode(), f"summits {version}.zip": b"PK" + version.encode()}
    folder.mkdir()
    for name, data in {**files, "SHA256SUMS": checksums_of(files)}.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "1.0.0", "1.0.0")


@pytest.fixture
def next_release(tmp_path: Path) -> Path:
    return write_release(tmp_path / "1.1.0", "1.1.0")


def deposit_in(zenodo: Zenodo, folder: Path) -> Published:
    return deposit_release(client(zenodo), read_deposit(folder), lambda _: None)


def assert_published_once(zenodo: Zenodo, *folders: Path) -> None:
    """One deposit for each release and nothing besides, each with the files of its folder, all of one concept."""
    found = {item["metadata"]["version"]: number for number, item in zenodo.deposits.items()}
    assert len(zenodo.deposits) == len(found) == len(folders) == zenodo.publications
    assert all(item["submitted"] for item in zenodo.deposits.values())
    assert len({item["conceptrecid"] for item in zenodo.deposits.values()}) == 1
    for folder in folders:
        assert zenodo.files[found[folder.name]] == {path.name: path.read_bytes() for path in folder.iterdir()}


# The way


def test_the_first_release_becomes_a_deposit(zenodo: Zenodo, release: Path) -> None:
    published = deposit_in(zenodo, release)
    assert published == Published(1001, "1.0.0", "10.5072/zenodo.1001", "10.5072/zenodo.1000")
    assert_published_once(zenodo, release)


@pytest.mark.parametrize("since_2023", [False, True])
def test_the_next_release_becomes_a_version_of_it_with_its_own_files_alone(
    release: Path, next_release: Path, since_2023: bool
) -> None:
    with serving(since_2023=since_2023) as zenodo:
        first = deposit_in(zenodo, release)
        second = deposit_in(zenodo, next_release)
        assert (second.version, second.concept_doi) == ("1.1.0", first.concept_doi)
        assert_published_once(zenodo, release, next_release)


def test_a_release_that_is_published_is_left_as_it_is(zenodo: Zenodo, release: Path) -> None:
    first = deposit_in(zenodo, release)
    before = len(zenodo.requests)
    assert deposit_in(zenodo, release) == first
    assert [request for request in zenodo.requests[before:] if not request.startswith("GET ")] == []


def test_a_version_that_was_published_just_now_is_not_taken_for_the_draft_that_the_list_still_tells_of(
    zenodo: Zenodo, release: Path
) -> None:
    zenodo.faults = dict.fromkeys((4, 5, 6), "500")  # after looking twice and creating, at the look for files
    with pytest.raises(ReleaseError):
        deposit_in(zenodo, release)
    assert list(zenodo.deposits) == [1001]
    zenodo.clock += LAG
    assert deposit_in(zenodo, release) == deposit_in(zenodo, release)
    assert zenodo.requests[-1] == "GET /api/deposit/depositions/1001"
    assert_published_once(zenodo, release)


def test_a_published_version_with_other_bytes_is_an_error_not_another_deposit(
    zenodo: Zenodo, release: Path, tmp_path: Path
) -> None:
    deposit_in(zenodo, release)
    other = write_release(tmp_path / "other", "1.0.0")
    files = {"zenodo.json": (other / "zenodo.json").read_bytes(), "summits 1.0.0.zip": b"PK other"}
    for name, data in {**files, "SHA256SUMS": checksums_of(files)}.items():
        (other / name).write_bytes(data)
    with pytest.raises(
        ReleaseError, match=r"the version 1001 on Zenodo has other files: SHA256SUMS, summits 1\.0\.0\.zip"
    ):
        deposit_in(zenodo, other)
    assert_published_once(zenodo, release)


def test_each_step_takes_the_state_that_the_one_before_it_gives() -> None:
    order = [steps.upload, steps.describe, steps.publish]
    states = [Draft, Uploaded, Described, Published]
    for step, before, after in zip(order, states, states[1:], strict=False):
        hints = typing.get_type_hints(step)
        assert (list(hints.values())[1], hints["return"]) == (before, after)


# What fails on the way


SLOW = ["no answer", "late answer"]
KINDS = ["500", "429", "500 afterwards", "lost answer", "damaged"]
WORLDS = ["first release", "next release", "next release since 2023"]


def prepared(zenodo: Zenodo, world: str, release: Path, next_release: Path) -> list[Path]:
    """The releases up to the one that is deposited now; those before it are published."""
    if world == "first release":
        return [release]
    zenodo.since_2023 = world == "next release since 2023"
    deposit_in(zenodo, release)
    return [release, next_release]


def requests_of_a_run(world: str, release: Path, next_release: Path) -> int:
    with serving() as zenodo:
        releases = prepared(zenodo, world, release, next_release)
        before = len(zenodo.requests)
        deposit_in(zenodo, releases[-1])
        return len(zenodo.requests) - before


def failure(zenodo: Zenodo, folder: Path, timeout: float) -> ReleaseError | None:
    """What ends a run, if it does not end well."""
    try:
        deposit_release(client(zenodo, timeout=timeout), read_deposit(folder), lambda _: None)
    except ReleaseError as error:
        return error
    return None


@pytest.mark.parametrize(("kind", "world"), [*itertools.product(KINDS, WORLDS), *itertools.product(SLOW, WORLDS[:1])])
def test_whatever_fails_at_whichever_request_the_release_is_published_once(
    release: Path, next_release: Path, kind: str, world: str
) -> None:
    for after in range(requests_of_a_run(world, release, next_release)):
        with serving() as zenodo:
            releases = prepared(zenodo, world, release, next_release)
            zenodo.fail(kind, after)
            (failing,) = zenodo.faults
            error = failure(zenodo, releases[-1], timeout=0.5 if kind in SLOW else 30)
            if error is not None:
                # A new deposit alone is not asked for twice in one run: nobody can know what became of the first try.
                assert zenodo.requests[failing] == "POST /api/deposit/depositions"
                assert kind in ("500", "no answer")
                assert "Run this again" in error.mend
            assert zenodo.faults == {}
            deposit_in(zenodo, releases[-1])
            assert_published_once(zenodo, *releases)


DEPOSIT = """
import sys, urllib.request
from pathlib import Path
from summitry.release.publishing.client import Client
from summitry.release.publishing.deposit import read_deposit
from summitry.release.publishing.steps import deposit_release
base, token, folder = sys.argv[1:]
clock = base.removesuffix("/api") + "/clock/"
client = Client(base, token, timeout=30, sleep=lambda seconds: urllib.request.urlopen(f"{clock}{seconds}").close())
deposit_release(client, read_deposit(Path(folder)), print)
"""


def deposit_in_a_process(zenodo: Zenodo, folder: Path) -> int:
    command = [sys.executable, "-c", DEPOSIT, zenodo.base, TOKEN, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as zenodo.victim:
        return zenodo.victim.wait()


@pytest.mark.parametrize("world", ["first release", "next release"])
def test_killed_after_whichever_request_and_started_again_at_once_the_release_is_published_once(
    release: Path, next_release: Path, world: str
) -> None:
    for after in range(requests_of_a_run(world, release, next_release)):
        with serving() as zenodo:
            releases = prepared(zenodo, world, release, next_release)
            zenodo.fail("killed", after)
            assert deposit_in_a_process(zenodo, releases[-1]) == -signal.SIGKILL
            assert deposit_in_a_process(zenodo, releases[-1]) == 0
            assert_published_once(zenodo, *releases)


def test_a_file_that_arrives_damaged_is_sent_again(zenodo: Zenodo, release: Path) -> None:
    zenodo.fail("damaged", after=len(["look", "look again", "create", "look at files"]))
    deposit_in(zenodo, release)
    assert len([request for request in zenodo.requests if request.startswith("PUT /api/files/")]) == 4
    assert_published_once(zenodo, release)


def test_it_waits_as_long_as_the_server_asks(zenodo: Zenodo, release: Path) -> None:
    zenodo.fail("429", after=3)
    deposit_in(zenodo, release)
    assert 7.0 in zenodo.pauses
    assert_published_once(zenodo, release)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("120", 120.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("soon", 1.0),
        (None, 1.0),
    ],
)
def test_the_server_asks_in_seconds_or_by_a_date(retry_after: str | None, seconds: float) -> None:
    assert seconds_to_wait(retry_after, 1.0) == seconds


def test_a_server_that_stays_down_ends_the_run_with_what_to_do(zenodo: Zenodo, release: Path) -> None:
    zenodo.faults = dict.fromkeys(range(100), "500")
    with pytest.raises(ReleaseError, match=r"a failure of the server \(500\), 3 times\. Run this again later"):
        deposit_in(zenodo, release)


# Whose the deposit is


def test_the_number_of_all_versions_finds_them_under_another_title(
    zenodo: Zenodo, release: Path, next_release: Path
) -> None:
    deposit_in(zenodo, release)
    zenodo.clock += LAG
    zenodo.deposits[1001]["metadata"]["title"] = "An earlier title"
    deposit_release(client(zenodo), read_deposit(next_release, "10.5072/zenodo.1000"), lambda _: None)
    assert_published_once(zenodo, release, next_release)


def test_where_that_number_is_not_to_be_found_nothing_is_created(zenodo: Zenodo, release: Path) -> None:
    with pytest.raises(ReleaseError, match=r"no deposit of the DOI zenodo\.4711"):
        deposit_release(client(zenodo), read_deposit(release, "10.5072/zenodo.4711"), lambda _: None)
    assert zenodo.deposits == {}


def test_a_draft_is_found_behind_all_the_other_deposits_of_the_account(zenodo: Zenodo, release: Path) -> None:
    for number in range(2 * PAGE):
        zenodo.make({"title": f"Something else {number}"}, {})
    draft = zenodo.make(read_deposit(release).metadata, {})
    zenodo.clock += LAG
    assert deposit_in(zenodo, release).id == draft
    assert [number for number, item in zenodo.deposits.items() if item["submitted"]] == [draft]


def test_two_deposits_of_one_title_are_not_chosen_from(zenodo: Zenodo, release: Path) -> None:
    for _ in range(2):
        zenodo.make({"title": "Summits for tests"}, {})
    zenodo.clock = LAG
    with pytest.raises(ReleaseError, match="several deposits have the title of this one: 1000, 1002"):
        deposit_in(zenodo, release)


# The token


def test_a_refused_token_is_not_repeated_in_the_message(zenodo: Zenodo, release: Path) -> None:
    refused = client(zenodo, "another-token")
    with pytest.raises(RefusedError, match=r"the server refused \(401\): bad token Bearer …") as caught:
        deposit_release(refused, read_deposit(release), lambda _: None)
    assert "another-token" not in f"{caught.value!r} {refused!r}"


def test_the_token_goes_to_no_other_server(zenodo: Zenodo, release: Path) -> None:
    with serving() as other:
        deposit = read_deposit(release)
        draft = Draft(deposit, zenodo.make(deposit.metadata, {}), f"{other.base}/files/bucket-1001")
        with pytest.raises(ReleaseError, match="the server names an address of another one"):
            steps.upload(client(zenodo), draft)
        assert other.requests == []


def test_the_token_goes_over_https_alone() -> None:
    with pytest.raises(CallError, match="is not an https address"):
        Client("http://zenodo.org/api", TOKEN)


@pytest.mark.parametrize("token", ["", "two\r\nlines", "رمز"])
def test_what_cannot_be_a_token_is_refused_before_it_is_sent(token: str) -> None:
    with pytest.raises(CallError, match="the access token is missing or malformed"):
        Client("https://zenodo.org/api", token)


# What is deposited


def altered(folder: Path) -> None:
    (folder / "summits 1.0.0.zip").write_bytes(b"PK altered")


def missing(folder: Path) -> None:
    (folder / "summits 1.0.0.zip").unlink()


def stray(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")


def unlisted(folder: Path) -> None:
    (folder / "SHA256SUMS").unlink()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (altered, r"summits 1\.0\.0\.zip: the file is not the one of SHA256SUMS"),
        (missing, r"summits 1\.0\.0\.zip: the file is missing"),
        (stray, r"notes\.txt is not part of the release"),
        (unlisted, "there is no SHA256SUMS of a release"),
    ],
)
def test_only_a_whole_release_is_deposited(release: Path, change: Callable[[Path], None], message: str) -> None:
    change(release)
    with pytest.raises(ReleaseError, match=message):
        read_deposit(release)


def test_the_checksums_are_deposited_too(release: Path) -> None:
    assert [file.name for file in read_deposit(release).files] == ["summits 1.0.0.zip", "zenodo.json", "SHA256SUMS"]


# The command


def publish(zenodo: Zenodo, *arguments: str, token: str | None = TOKEN) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ZENODO")}
    if token is not None:
        environment["ZENODO_SANDBOX_TOKEN"] = token
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), *arguments, "--sandbox", "--api", zenodo.base]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_dry_run_says_what_would_be_done_and_only_looks(zenodo: Zenodo, release: Path, next_release: Path) -> None:
    deposit_in(zenodo, release)
    zenodo.clock += LAG
    before = len(zenodo.requests)
    for folder, text in (
        (next_release, "This would make a new version after 1.0.0 (1001)."),
        (release, "This would do nothing: this version is public, https://doi.org/10.5072/zenodo.1001."),
    ):
        done = publish(zenodo, str(folder), "--dry-run")
        assert done.returncode == 0, done.stderr
        assert text in done.stdout
    assert all(request.startswith("GET ") for request in zenodo.requests[before:])
    assert_published_once(zenodo, release)


def test_a_dry_run_needs_no_token(zenodo: Zenodo, release: Path) -> None:
    done = publish(zenodo, str(release), "--dry-run", token=None)
    assert (done.returncode, zenodo.requests) == (0, [])
    assert "summits 1.0.0.zip" in done.stdout


def test_the_command_goes_on_with_a_draft_and_names_the_doi_but_not_the_token(zenodo: Zenodo, release: Path) -> None:
    zenodo.make(read_deposit(release).metadata, {"left over.txt": b""})
    zenodo.clock += LAG
    done = publish(zenodo, str(release))
    assert done.returncode == 0, done.stderr
    assert "version 1.0.0 is public: https://doi.org/10.5072/zenodo.1001" in done.stdout
    assert 'doi = "10.5072/zenodo.1000"' in done.stdout
    assert TOKEN not in done.stdout + done.stderr
    assert_published_once(zenodo, release)


def test_without_a_token_the_call_is_wrong(zenodo: Zenodo, release: Path) -> None:
    done = publish(zenodo, str(release), token=None)
    assert (done.returncode, zenodo.requests) == (2, [])
    assert "the environment has no ZENODO_SANDBOX_TOKEN" in done.stderr
