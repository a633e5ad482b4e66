"""Valid variations of the package: what looks like a mutation, and is nobody's fault."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
from collections.abc import Callable
from typing import Any, Final

import pyarrow.parquet as pq
from tests.validation.copies import REPOSITORY, Copy, Rows
from tests.validation.mutations import Action, Mutation, Pick, described, has

from summitry.tables.digest import bytes_hash
from summitry.validation.findings import Place

_NOWHERE: Final = Place("")


def _variation(name: str, act: Callable[[Copy], object], parts: tuple[str, ...] = ("data", "schemas")) -> Mutation:
    def action(copy: Copy) -> Place:
        act(copy)
        return _NOWHERE

    return Mutation("valid", name, "", action, parts)


def _written_anew(path: str, **how: Any) -> Callable[[Copy], object]:
    return lambda copy: copy.write(path, json.dumps(json.loads(copy.data(path)), **how).encode("utf-8"))


def _without(*gone: tuple[str, Pick]) -> Callable[[Copy], object]:
    """Rows taken out of several tables at once, so that none is missed."""

    def act(copy: Copy) -> None:
        for table, pick in gone:

            def change(rows: Rows, pick: Pick = pick) -> None:
                rows[:] = [row for row in rows if not pick(row)]

            copy.rewrite(table, change)

    return act


def _emptied(table: str, column: str) -> Callable[[Copy], object]:
    """A cell that may be empty, emptied together with its evidence."""

    def act(copy: Copy) -> None:
        copy.rewrite(table, lambda rows: [row.update({column: None}) for row in rows])
        _without(("evidence", has(table=table, column=column)))(copy)

    return act


def _told_of(table: str, row_id: str) -> Pick:
    return has(table=table, row_id=row_id)


def _parquet(**how: Any) -> Callable[[Copy], object]:
    def act(copy: Copy) -> None:
        sink = io.BytesIO()
        pq.write_table(pq.read_table(io.BytesIO(copy.data("data/places.parquet"))), sink, **how)
        data = sink.getvalue()
        copy.write("data/places.parquet", data)
        copy.restate("places", {"parquet": {"bytes": len(data), "hash": bytes_hash(data)}})

    return act


def _moved(copy: Copy) -> None:
    (copy.folder / "tables").mkdir()
    (copy.folder / "data" / "places.csv").rename(copy.folder / "tables" / "places.csv")
    copy.restate("places", {"path": "tables/places.csv"})


def _inline(copy: Copy) -> None:
    copy.restate("places", {"schema": json.loads(copy.data("schemas/places.json"))})
    (copy.folder / "schemas" / "places.json").unlink()


def _read_only(copy: Copy) -> None:
    for path in (copy.folder / "data").iterdir():
        path.chmod(0o444)
        os.utime(path, (0, 0))


def _documents(copy: Copy) -> None:
    for name in ("README.md", "LICENSE", "docs/codebook.html"):
        copy.write(name, b"words\n")


def _edit(path: str, old: str, new: str) -> Callable[[Copy], object]:
    return lambda copy: copy.replace(path, old, new)


def _write(path: str, text: str) -> Callable[[Copy], object]:
    return lambda copy: copy.write(path, text.encode("utf-8"))


_LAST_STATEMENT = "shavkat-mirziyoyev-assert-2025-11-07-bdcd62"
_AGREEMENT = "kaz-usa-agreement-2025"
_SOURCE = "sources/shorouk-2025-11-07-c5plus1"
_DESCRIPTOR = "datapackage.json"


def _of(action: Action) -> Callable[[Copy], object]:
    return action


VARIATIONS: Final[tuple[Mutation, ...]] = (
    _variation("as released", lambda copy: None),
    _variation("as in the repository", lambda copy: None, REPOSITORY),
    _variation("with its vocabulary", lambda copy: None, ("data", "schemas", "vocabulary")),
    _variation("a descriptor on one line", _written_anew(_DESCRIPTOR, ensure_ascii=False)),
    _variation("a descriptor with four spaces", _written_anew(_DESCRIPTOR, ensure_ascii=False, indent=4)),
    _variation("a descriptor with tabs", _written_anew(_DESCRIPTOR, ensure_ascii=False, indent="\t")),
    _variation("a descriptor in ASCII", _written_anew(_DESCRIPTOR)),
    _variation("a descriptor in another order", _written_anew(_DESCRIPTOR, ensure_ascii=False, sort_keys=True)),
    _variation("a schema in ASCII, in another order", _written_anew("schemas/places.json", sort_keys=True)),
    _variation("a schema inside the descriptor", _inline),
    _variation("a title in other words", _of(described(lambda d: d.update(title="Summits", title_ar="القمم")))),
    _variation("another keyword", _of(described(lambda d: d["keywords"].append("آسيا الوسطى")))),
    _variation("another contributor", _of(described(lambda d: d["contributors"].append({"title": "A. Reader"})))),
    _variation("a property of somebody's own", _of(described(lambda d: d.update(created="2025-11-08T00:00:00Z")))),
    _variation("a table's note of somebody's own", lambda copy: copy.restate("places", {"note": "as of 2025"})),
    _variation("tables in another order", _of(described(lambda d: d["resources"].reverse()))),
    _variation("a table in another folder", _moved),
    _variation("a readme, a licence and documents", _documents),
    _variation("files that are old, and may only be read", _read_only),
    _variation("Parquet compressed in another way", _parquet(compression="snappy")),
    _variation("Parquet in small row groups", _parquet(row_group_size=2)),
    _variation("Parquet not compressed", _parquet(compression="none", version="1.0")),
    _variation("no venue", _emptied("summits", "venue")),
    _variation("no rank", _emptied("resources", "world_rank")),
    _variation("no magnitude", _emptied("resources", "magnitude")),
    _variation("no address of the source", _emptied("sources", "url")),
    _variation("no day of announcement", _emptied("agreements", "announced_on")),
    _variation(
        "an amount and its currency both gone",
        lambda copy: [_emptied("agreements", "value_amount")(copy), _emptied("agreements", "value_currency")(copy)],
    ),
    _variation(
        "the day on which the article was fetched",
        lambda copy: copy.rewrite(
            "sources", lambda rows: [row.update(retrieved_on=dt.date(2025, 11, 8)) for row in rows]
        ),
    ),
    _variation(
        "a statement less",
        _without(
            ("statements", has(statement_id=_LAST_STATEMENT)), ("evidence", _told_of("statements", _LAST_STATEMENT))
        ),
    ),
    _variation(
        "a resource less",
        _without(
            ("resources", has(resource_id="uzb-gold-reserves")),
            ("evidence", _told_of("resources", "uzb-gold-reserves")),
            ("commodities", has(commodity_id="gold")),
        ),
    ),
    _variation(
        "a milestone less",
        _without(
            ("forum_milestones", has(milestone="raised")), ("evidence", _told_of("forum_milestones", "c5plus1/raised"))
        ),
    ),
    _variation(
        "no agreement at all",
        _without(
            ("agreements", has(agreement_id=_AGREEMENT)),
            ("agreement_parties", lambda row: True),
            ("agreement_sectors", lambda row: True),
            ("evidence", lambda row: str(row["table"]).startswith("agreement")),
        ),
    ),
    _variation(
        "a country more, as the vocabulary has it",
        lambda copy: copy.rewrite(
            "places",
            lambda rows: rows.append(
                {
                    "place_id": "CHN",
                    "kind": "country",
                    "iso2": "CN",
                    "name_en": "China",
                    "name_ar": "الصين",
                    "name_ru": "Китай",
                }
            ),
        ),
    ),
    _variation("an article in another source's draft", _write("sources/.draft/article.txt", "words"), REPOSITORY),
    _variation("source.json on one line", _written_anew(f"{_SOURCE}/source.json", ensure_ascii=False), REPOSITORY),
    _variation(
        "another spelling of a name",
        _edit(
            "vocabulary/names/people.csv",
            "donald-trump,en,full,Donald Trump,",
            "donald-trump,en,full,Donald Trampe,,spelling: own knowledge\ndonald-trump,en,full,Donald Trump,",
        ),
        REPOSITORY,
    ),
    _variation(
        "an id that was retired",
        lambda copy: copy.write(
            "vocabulary/retired_ids.csv",
            copy.data("vocabulary/retired_ids.csv") + b"leaders,donald-j-trump,donald-trump,1.0.0,a second spelling\n",
        ),
        REPOSITORY,
    ),
    _variation("fewer rows expected than there are", lambda copy: _fewer(copy), REPOSITORY),
    _variation(
        "without the source files of a build", lambda copy: shutil.rmtree(copy.folder / "vocabulary"), REPOSITORY
    ),
)


def _fewer(copy: Copy) -> None:
    lines = copy.data("vocabulary/expected_rows.csv").decode().splitlines()
    changed = [f"{line.partition(',')[0]},1" if line.startswith("places,") else line for line in lines]
    copy.write("vocabulary/expected_rows.csv", ("\n".join(changed) + "\n").encode())
