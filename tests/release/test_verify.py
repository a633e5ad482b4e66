"""A release is what was released, or the file that is not is named: in its archive, unpacked, byte by byte."""

from __future__ import annotations

import io
import json
import random
import shutil
import struct
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.cli import main
from summitry.errors import CallError, PackageError, ReleaseError
from summitry.release.archive import archive_bytes, read_archive
from summitry.release.checksums import CHECKSUMS, checksums_of, read_checksums
from summitry.release.verify import require_intact, verify
from summitry.tables.digest import bytes_hash

FLIPS = 200


@pytest.fixture
def files(package_folder: Path) -> dict[str, bytes]:
    """The files of a small release."""
    paths = [path for path in package_folder.rglob("*") if path.is_file()]
    found = {path.relative_to(package_folder).as_posix(): path.read_bytes() for path in paths}
    found |= {"README.md": b"# Summits\n", "vocabulary/القمم.csv": "اسم\nقمة\n".encode()}
    return found | {CHECKSUMS: checksums_of(found)}


@pytest.fixture
def archive(tmp_path: Path, files: dict[str, bytes]) -> Path:
    path = tmp_path / "summits-1.2.3.zip"
    path.write_bytes(archive_bytes(files))
    return path


@pytest.fixture
def unpacked(tmp_path: Path, archive: Path) -> Path:
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder


def run(*arguments: str) -> int | str | None:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return left.value.code


def owners(data: bytes) -> Iterator[tuple[str, int, int]]:
    """Which file each range of bytes of an archive belongs to, as Python's own reader sees it; "" for the end record."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        items = opened.infolist()
        position = 0
        for item in items:
            end = item.header_offset + 30 + len(item.filename.encode()) + item.file_size
            yield item.filename, position, end
            position = end
        for item in items:
            end = position + 46 + len(item.filename.encode())
            yield item.filename, position, end
            position = end
        yield "", position, len(data)


def test_an_archive_and_its_unpacked_folder_verify(archive: Path, unpacked: Path, files: dict[str, bytes]) -> None:
    for place in (archive, unpacked):
        found = verify(place)
        assert found.passed, found.problems
        assert (found.version, found.files, found.tables) == ("1.2.3", len(files), 15)
        assert found.rows == 30


def test_a_byte_flipped_anywhere_in_an_archive_is_found_and_its_file_named(archive: Path) -> None:
    sound = archive.read_bytes()
    ranges = list(owners(sound))
    chance = random.Random(20251107)
    places = [chance.randrange(len(sound)) for _ in range(FLIPS)]
    # Headers are small beside the files: a few flips in each, so that none is left to chance.
    places += [chance.randrange(start, min(start + 30, end)) for _, start, end in ranges]
    places += list(range(len(sound) - 22, len(sound)))
    for place in places:
        damaged = bytearray(sound)
        damaged[place] ^= chance.randrange(1, 256)
        archive.write_bytes(damaged)
        owner = next(name for name, start, end in ranges if start <= place < end)
        assert [problem.file for problem in verify(archive).problems] == [owner or archive.name], place


def test_every_byte_of_a_small_archive_matters() -> None:
    files = {"a.txt": b"one\n", "data/b.csv": b"k\n1\n", "z": b""}
    sound = archive_bytes(files | {CHECKSUMS: checksums_of(files)})
    ranges = list(owners(sound))
    for name, start, end in ranges:
        for place in range(start, end):
            for flip in (1, 2, 32, 128, 255):
                damaged = bytearray(sound)
                damaged[place] ^= flip
                assert read_archive(bytes(damaged)).damaged == (name,), (name, place - start, flip)


def test_a_byte_flipped_in_an_unpacked_file_is_found_and_the_file_named(
    unpacked: Path, files: dict[str, bytes]
) -> None:
    chance = random.Random(1)
    for name in sorted(files):
        for _ in range(4):
            damaged = bytearray(files[name])
            damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
            (unpacked / name).write_bytes(damaged)
            assert [problem.file for problem in verify(unpacked).problems] == [name]
            with pytest.raises(ReleaseError, match=name):
                require_intact(unpacked)
        (unpacked / name).write_bytes(files[name])


@pytest.mark.parametrize("damage", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"no archive at all" * 10])
def test_what_is_no_archive_of_ours_is_said_to_be_none(archive: Path, damage: bytes) -> None:
    archive.write_bytes(damage)
    assert [problem.file for problem in verify(archive).problems] in ([archive.name], [CHECKSUMS])


@pytest.mark.parametrize("change", ["cut", "continued", "begun earlier", "packed by another program"])
def test_an_archive_that_was_cut_continued_or_packed_again_is_not_the_released_one(
    archive: Path, unpacked: Path, change: str
) -> None:
    sound = archive.read_bytes()
    if change == "packed by another program":
        shutil.make_archive(str(archive.with_suffix("")), "zip", unpacked)
    else:
        archive.write_bytes({"cut": sound[:-100], "continued": sound + b"\n", "begun earlier": b"\n" + sound}[change])
    assert [problem.file for problem in verify(archive).problems] == [archive.name]


def test_entries_that_share_their_content_fill_no_memory() -> None:
    content = bytes(100_000)
    name = b"0"
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 788, 20, 0, 0, 0, 33, 0, len(content), len(content), 1, 0, 0, 0, 0, 0, 0
    )
    directory = (entry + name) * 60_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 60_000, 60_000, len(directory), 31 + len(content), 0)
    bomb = b"PK\3\4" + bytes(27) + content + directory + end
    tracemalloc.start()
    contents = read_archive(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert contents.damaged == ("",)
    assert most < 10 * len(bomb)


@pytest.mark.parametrize("change", ["missing", "added"])
def test_a_file_that_is_missing_or_added_is_named(unpacked: Path, change: str) -> None:
    if change == "missing":
        (unpacked / "data" / "places.csv").unlink()
        assert [problem.file for problem in verify(unpacked).problems] == ["data/places.csv"]
    else:
        (unpacked / "data" / "more.csv").write_text("a\n")
        assert [problem.file for problem in verify(unpacked).problems] == ["data/more.csv"]


def test_the_folder_of_a_system_is_not_part_of_a_release(unpacked: Path) -> None:
    (unpacked / ".DS_Store").write_bytes(b"\0")
    assert verify(unpacked).passed


def seal(folder: Path) -> None:
    """State the checksums of the files as they are now, as a forger would."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    (folder / CHECKSUMS).write_bytes(checksums_of(files))


@pytest.mark.parametrize(
    ("restate", "says"),
    [((), "another size or checksum"), (("hash", "bytes"), "states 3"), (("hash", "bytes", "rows"), "digest")],
)
def test_a_table_that_lost_a_row_is_found_whatever_else_was_restated(
    unpacked: Path, restate: tuple[str, ...], says: str
) -> None:
    path = unpacked / "data" / "places.csv"
    cut = b"".join(path.read_bytes().splitlines(keepends=True)[:-1])
    path.write_bytes(cut)
    descriptor = json.loads((unpacked / "datapackage.json").read_text("utf-8"))
    (places,) = (resource for resource in descriptor["resources"] if resource["name"] == "places")
    new = {"hash": bytes_hash(cut), "bytes": len(cut), "rows": 2}
    places |= {key: new[key] for key in restate}
    (unpacked / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    seal(unpacked)
    problems = {problem.file: problem.what for problem in verify(unpacked).problems}
    assert says in problems["data/places.csv"]


def test_a_table_that_does_not_fit_its_schema_is_found(unpacked: Path) -> None:
    path = unpacked / "schemas" / "places.json"
    path.write_text(path.read_text("utf-8").replace('"iso2"', '"iso_code"'), "utf-8")
    seal(unpacked)
    assert {problem.file for problem in verify(unpacked).problems} == {"data/places.csv", "data/places.parquet"}


def test_a_package_without_checksums_is_held_to_its_descriptor(package_folder: Path) -> None:
    assert verify(package_folder).passed
    assert verify(package_folder / "datapackage.json").passed
    path = package_folder / "data" / "places.csv"
    path.write_bytes(path.read_bytes().replace(b"Kazakhstan", b"Kazakstan"))
    assert [problem.file for problem in verify(package_folder).problems] == ["data/places.csv"]


def test_an_archive_is_the_one_that_the_checksums_beside_it_list(archive: Path, files: dict[str, bytes]) -> None:
    beside = archive.with_name(CHECKSUMS)
    beside.write_bytes(checksums_of({archive.name: archive.read_bytes()}))
    assert verify(archive).passed
    files["README.md"] = b"# Other words\n"
    files[CHECKSUMS] = checksums_of({name: data for name, data in files.items() if name != CHECKSUMS})
    archive.write_bytes(archive_bytes(files))
    (problem,) = verify(archive).problems
    assert CHECKSUMS in problem.what


def test_the_folder_of_a_releases_artefacts_verifies_as_a_whole(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "artefacts"
    folder.mkdir()
    shutil.move(archive, folder)
    (folder / "summits.sqlite").write_bytes(b"a database")
    (folder / CHECKSUMS).write_bytes(checksums_of({path.name: path.read_bytes() for path in folder.iterdir()}))
    assert verify(folder).passed
    (folder / "summits.sqlite").write_bytes(b"another one")
    assert [problem.file for problem in verify(folder).problems] == ["summits.sqlite"]


def test_a_member_that_would_leave_the_folder_is_refused(tmp_path: Path, files: dict[str, bytes]) -> None:
    files["../outside.txt"] = b"x"
    files[CHECKSUMS] = checksums_of({name: data for name, data in files.items() if name != CHECKSUMS})
    path = tmp_path / "evil" / "summits.zip"
    path.parent.mkdir()
    path.write_bytes(archive_bytes(files))
    with pytest.raises(PackageError, match="would not stay"):
        verify(path)
    assert not (tmp_path / "evil" / "outside.txt").exists()


def test_nothing_at_the_path_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError):
        verify(tmp_path / "nothing.zip")


def test_the_command_passes_a_sound_release_and_names_the_file_of_a_damaged_one(
    archive: Path, unpacked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not run("verify", str(archive))
    assert "all as released" in capsys.readouterr().out
    (unpacked / "data" / "summits.csv").write_bytes(b"summit_id\n")
    assert run("verify", str(unpacked)) == 1
    assert "data/summits.csv" in capsys.readouterr().out
    assert run("verify", str(unpacked), "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["passed"]
    assert [problem["file"] for problem in told["problems"]] == ["data/summits.csv"]


def test_sha256sum_reads_the_checksums(unpacked: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", CHECKSUMS]
    assert subprocess.run(command, cwd=unpacked, capture_output=True, check=False).returncode == 0
    (unpacked / "README.md").write_bytes(b"# Summit\n")
    assert subprocess.run(command, cwd=unpacked, capture_output=True, check=False).returncode == 1


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n/"), min_size=1, max_size=12)


@settings(deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=60), max_size=6))
def test_what_goes_into_an_archive_comes_out_and_any_zip_program_can_read_it(files: dict[str, bytes]) -> None:
    data = archive_bytes(files)
    assert read_archive(data).files == files
    assert not read_archive(data).damaged
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        assert {item.filename: opened.read(item) for item in opened.infolist()} == files


@given(st.dictionaries(NAMES, st.binary(max_size=60), max_size=6))
def test_a_list_of_checksums_is_read_as_written(files: dict[str, bytes]) -> None:
    stated = read_checksums(checksums_of(files))
    assert stated is not None
    assert stated.keys() == files.keys()
