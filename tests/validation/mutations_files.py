"""Mutations of files and of the descriptor that states them, and of what only a repository can tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.validation.copies import REPOSITORY, Copy
from tests.validation.mutations import (
    Action,
    Mutation,
    bytes_of,
    deleted,
    described,
    edited,
    file_of,
    forged,
    group,
    has,
    put,
    resource,
    typed,
)

from summitry.validation.findings import Place

_files, _descriptor = group("files"), group("descriptor")
_repository = group("repository", parts=REPOSITORY)


def _cut(table: str, kept: int) -> Action:
    """Rows lost at the end, with the checksum made anew; the number of rows was stated before."""

    def act(copy: Copy) -> Place:
        copy.put_csv(table, b"".join(copy.data(f"data/{table}.csv").splitlines(keepends=True)[: kept + 1]))
        return Place(f"data/{table}.csv")

    return act


def _grown(copy: Copy) -> Place:
    copy.put_csv("forum_members", copy.data("data/forum_members.csv") + b"c5plus1,ZZZ\n")
    return Place("data/forum_members.csv")


def _parquet(change: Callable[[Copy], bytes]) -> Action:
    def act(copy: Copy) -> Place:
        from summitry.tables.digest import bytes_hash

        data = change(copy)
        copy.write("data/places.parquet", data)
        copy.restate("places", {"parquet": {"bytes": len(data), "hash": bytes_hash(data)}})
        return Place("data/places.parquet")

    return act


def _written(path: str, data: bytes = b"a\n1\n") -> Action:
    def act(copy: Copy) -> Place:
        copy.write(path, data)
        return Place(path)

    return act


_AMOUNT, _OTHER = "17000000000", "18000000000"

FILES: tuple[Mutation, ...] = (
    _files("a value changed", "file-hash", edited("data/agreements.csv", _AMOUNT, _OTHER)),
    _files(
        "a value changed, against the digest",
        "digest",
        lambda copy: file_of(typed("agreements", "value_amount", _OTHER), copy),
    ),
    _files("a value changed, against the Parquet file", "parquet", lambda copy: _stale_parquet(copy)),
    _files("a value of another length", "file-size", edited("data/agreements.csv", _AMOUNT, "1")),
    _files("a space at the end of a file", "file-size", edited("data/forums.csv", "\n", "\n ")),
    _files("the last row lost", "rows", _cut("evidence", 20)),
    _files("all rows but one lost", "rows", _cut("places", 1)),
    _files("an emptied table", "rows", _cut("places", 0)),
    _files("a row more than stated", "rows", _grown),
    _files("a table of nothing at all", "table-shape", put("places", lambda text: "")),
    _files("Parquet of another table", "parquet", _parquet(lambda copy: copy.data("data/forums.parquet"))),
    _files("Parquet cut short", "parquet", _parquet(lambda copy: copy.data("data/places.parquet")[:500])),
    _files("Parquet that is text", "parquet", _parquet(lambda copy: b"PAR1 but no table PAR1")),
    _files("Parquet of no bytes", "parquet", _parquet(lambda copy: b"")),
    _files("Parquet changed, unstated", "file-hash", _written("data/places.parquet", b"PAR1PAR1")),
    _files(
        "a table missing",
        "file-missing",
        deleted("data/places.csv", Place("datapackage.json", column="resources/1/path")),
    ),
    _files(
        "a Parquet file missing",
        "file-missing",
        deleted("data/places.parquet", Place("datapackage.json", column="resources/1/parquet/path")),
    ),
    _files(
        "a schema missing",
        "file-missing",
        deleted("schemas/places.json", Place("datapackage.json", column="resources/1/schema")),
    ),
    _files("a file that nobody lists", "file-unlisted", _written("data/old.csv")),
    _files("a hidden file that nobody lists", "file-unlisted", _written("data/.old.csv")),
    _files("a file in a folder that nobody lists", "file-unlisted", _written("data/old/places.csv")),
    _files("a schema that no table uses", "file-unlisted", _written("schemas/planets.json", b"{}")),
)


def _stale_parquet(copy: Copy) -> Place:
    typed("agreements", "value_amount", _OTHER)(copy)
    return Place("data/agreements.parquet")


def _first(**values: Any) -> Callable[[Any], object]:
    return lambda descriptor: descriptor["resources"][1].update(values)


def _dropped(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda item: item.pop(name)


DESCRIPTOR: tuple[Mutation, ...] = (
    *(
        _descriptor(f"{name} taken out", "descriptor", resource("places", name, _dropped(name)))
        for name in ("path", "schema", "rows", "bytes", "hash", "contentDigest", "parquet")
    ),
    _descriptor(
        "the Parquet file's checksum taken out",
        "descriptor",
        resource("places", "parquet/hash", lambda item: item["parquet"].pop("hash")),
    ),
    _descriptor(
        "another number of rows",
        "rows",
        resource("places", "", lambda item: item.update(rows=8), Place("data/places.csv")),
    ),
    _descriptor(
        "a number of rows as text",
        "rows",
        resource("places", "", lambda item: item.update(rows="9"), Place("data/places.csv")),
    ),
    _descriptor(
        "a size as text",
        "file-size",
        resource("places", "", lambda item: item.update(bytes=str(item["bytes"])), Place("data/places.csv")),
    ),
    _descriptor(
        "a checksum of another kind",
        "file-hash",
        resource("places", "", lambda item: item.update(hash="crc32:00"), Place("data/places.csv")),
    ),
    _descriptor(
        "a checksum in capitals",
        "file-hash",
        resource("places", "", lambda item: item.update(hash=item["hash"].upper()), Place("data/places.csv")),
    ),
    _descriptor(
        "another digest",
        "digest",
        resource("places", "", lambda item: item.update(contentDigest="sha256:0"), Place("data/places.csv")),
    ),
    _descriptor(
        "another encoding", "descriptor", resource("places", "encoding", lambda item: item.update(encoding="latin-1"))
    ),
    _descriptor(
        "a dialect", "descriptor", resource("places", "dialect", lambda item: item.update(dialect={"delimiter": ";"}))
    ),
    _descriptor("a table not listed", "descriptor", described(lambda d: d["resources"].pop(1))),
    _descriptor("a table listed twice", "descriptor", described(lambda d: d["resources"].append(d["resources"][1]))),
    _descriptor("a table by another name", "descriptor", described(_first(name="planets"))),
    _descriptor("two tables of one file", "path", described(_first(path="data/forums.csv"), "resources/2/path")),
    _descriptor("no list of tables", "descriptor", described(lambda d: d.pop("resources"), "resources")),
    _descriptor("an empty list of tables", "descriptor", described(lambda d: d.update(resources=[]), "resources")),
    _descriptor(
        "a table that is a text", "descriptor", described(lambda d: d["resources"].append("places"), "resources/15")
    ),
    _descriptor(
        "a profile of the future", "descriptor", described(lambda d: d["summitry"].update(profile=2), "summitry")
    ),
    _descriptor("a profile that is a text", "descriptor", described(lambda d: d.update(summitry="yes"), "summitry")),
    _descriptor("a key twice", "descriptor", edited("datapackage.json", '"name"', '"name": "x", "name"')),
    _descriptor("JSON cut short", "descriptor", bytes_of("datapackage.json", lambda data: data[:-20])),
    _descriptor("a comma too many", "descriptor", edited("datapackage.json", "}", ",}")),
    _descriptor("a byte order mark", "descriptor", bytes_of("datapackage.json", lambda data: b"\xef\xbb\xbf" + data)),
    _descriptor("UTF-16", "descriptor", bytes_of("datapackage.json", lambda data: data.decode().encode("utf-16"))),
    _descriptor("a number that is none", "descriptor", edited("datapackage.json", '"profile": 1', '"profile": NaN')),
    _descriptor(
        "a hidden character",
        "text-characters",
        edited("datapackage.json", '"title": "Summitry', '"title": "Summit\u202ery', Place("datapackage.json", line=8)),
    ),
)


# What only the repository can tell: its articles, its lists, and what a fresh build writes.

_ARTICLE = "sources/shorouk-2025-11-07-c5plus1/article.txt"


def _expected(old: str, new: str) -> Action:
    return edited("vocabulary/expected_rows.csv", old, new, Place("data/agreements.csv"))


def _retired(line: str) -> Action:
    """A line put into the list of retired ids."""

    def act(copy: Copy) -> Place:
        path = "vocabulary/retired_ids.csv"
        copy.write(path, copy.data(path) + f"{line}\n".encode())
        return Place(path, 1, 2)

    return act


REPOSITORY_STATE: tuple[Mutation, ...] = (
    _repository("a word of the article changed", "article", edited(_ARTICLE, "17", "18")),
    _repository("the article missing", "article", deleted(_ARTICLE)),
    _repository("the article emptied", "article", bytes_of(_ARTICLE, lambda data: b"")),
    _repository(
        "a table edited by hand, and all made to agree",
        "build",
        lambda copy: file_of(forged("statements", has(leader_id="sadyr-japarov"), is_quotation=True), copy),
    ),
    _repository(
        "a summit's level, which is derived", "build", lambda copy: file_of(forged("summits", level="other"), copy)
    ),
    _repository("fewer rows than expected", "expected-rows", _expected("agreements,1", "agreements,2")),
    _repository(
        "no expectation for a table",
        "build",
        edited("vocabulary/expected_rows.csv", "agreements,1\n", "", Place("vocabulary/expected_rows.csv")),
    ),
    _repository("a spelling that two entries own", "vocabulary", lambda copy: _second_owner(copy)),
    Mutation(
        "repository",
        "many more rows than expected",
        "expected-rows",
        lambda copy: _swollen(copy),
        REPOSITORY,
        severity="warning",
    ),
    _repository("a review that matches nothing", "build", lambda copy: _stray_review(copy)),
    _repository("a retired id that is there still", "retired-id", _retired("leaders,joe-biden,,1.0.0,unspoken of")),
    _repository("a retired id that leads nowhere", "retired-id", _retired("leaders,d-trump,d-j-trump,1.0.0,a slip")),
    _repository("a retired id of no table", "retired-id", _retired("people,d-trump,donald-trump,1.0.0,a slip")),
    _repository("a member of a forum that is no place", "vocabulary", lambda copy: _stray_member(copy)),
    _repository(
        "the profile taken out, so that no rule applies",
        "descriptor",
        described(lambda d: d.pop("summitry"), "summitry"),
    ),
)


def _swollen(copy: Copy) -> Place:
    path = "vocabulary/expected_rows.csv"
    lines = copy.data(path).decode().splitlines()
    copy.write(path, "".join(f"{'evidence,1' if line.startswith('evidence,') else line}\n" for line in lines).encode())
    return Place("data/evidence.csv")


def _stray_review(copy: Copy) -> Place:
    path = f"{_ARTICLE.rpartition('/')[0]}/review.json"
    decision = '{"action": "reject", "table": "leaders", "row": "nobody", "quote": "17", "reason": "He was not there."}'
    copy.write(path, f'{{"decisions": [{decision}]}}\n'.encode())
    return Place(path, column="decision 1")


def _line(copy: Copy, path: str, text: str) -> Place:
    lines = copy.data(path).decode().splitlines()
    return Place(path, line=next(n for n, line in enumerate(lines, start=1) if line.startswith(text)))


def _second_owner(copy: Copy) -> Place:
    copy.replace("vocabulary/names/places.csv", "UZB,ar,name,أوزبكستان,", "UZB,ar,name,كازاخستان,")
    return _line(copy, "vocabulary/names/places.csv", "UZB,ar,name,كازاخستان")


def _stray_member(copy: Copy) -> Place:
    copy.replace("vocabulary/forum_members.csv", "c5plus1,KAZ,", "c5plus1,KZZ,")
    return _line(copy, "vocabulary/forum_members.csv", "c5plus1,KZZ,")
