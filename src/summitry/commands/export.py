"""Write a package into a database, with types, keys, checks and comments: SQLite, DuckDB or PostgreSQL.

The first two make a file; PostgreSQL is named by its address, as in postgresql://user@host/database. The password is best
left to PGPASSWORD or ~/.pgpass.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    package: Annotated[str, typer.Argument(help="Folder, zip archive or git revision.")] = ".",
    to: Annotated[str, typer.Option(help="sqlite, duckdb, or postgresql://…", show_default=False)] = "",
    output: Annotated[Path | None, typer.Option(help="The file; else the package's name and version.")] = None,
    schema: Annotated[str, typer.Option(help="The schema of the PostgreSQL database.")] = "public",
    replace: Annotated[bool, typer.Option("--replace", help="Replace a file, or tables, of these names.")] = False,
) -> int:
    """See the module's docstring."""
    from summitry.errors import CallError
    from summitry.release.opening import open_package
    from summitry.release.sql.exporting import EXPORTS, export_postgresql

    on_server = to.startswith(("postgresql://", "postgres://"))
    if not on_server and to not in EXPORTS:
        raise CallError(
            f"there is no export to {to!r}." if to else "it is not said what to export to.",
            where="--to",
            mend=f"Say {', '.join(EXPORTS)} or postgresql://user@host/database.",
        )
    with open_package(package, Path.cwd()) as opened:
        if on_server:
            export_postgresql(opened, to, schema=schema, replace=replace)
            where = f"the schema {schema}"
        else:
            file = output or Path(f"{_file_stem(opened.descriptor)}.{to}")
            EXPORTS[to](opened, file, replace=replace)
            where = str(file)
        typer.echo(f"{len(opened.contracts)} tables written to {where}.", err=True)
    return 0


def _file_stem(descriptor: object) -> str:
    from summitry.tables.keys import slug

    assert isinstance(descriptor, dict)
    parts = [slug(descriptor.get("name") or "package"), str(descriptor.get("version") or "")]
    return "-".join(part for part in parts if part and "/" not in part and "\\" not in part)
