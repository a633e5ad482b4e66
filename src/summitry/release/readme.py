"""README.md of the archive: for who has unpacked it and knows nothing else."""

from __future__ import annotations

from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import Package

_PAGE = """\
# {title}

Version {version}, {day}. {description}

{description_ar}

| table | rows | a row is about |
| --- | ---: | --- |
{tables}

Each table is in `data/` twice, as CSV (UTF-8) and as Parquet, with the same content. `datapackage.json` (Data Package 2.0)
lists the files with their checksums; `schemas/` says what each column means and demands, and where its values come from.
For every cell that comes from an article, the table `evidence` quotes the words and says where they stand.

```python
import summitry

db = summitry.load("summitry-{version}.zip")  # or this folder; every file is compared with its checksum
```

```python
import pandas as pd

agreements = pd.read_parquet("data/agreements.parquet")
agreements = pd.read_csv("data/agreements.csv", keep_default_na=False, na_values=[""])
```

`sha256sum --check SHA256SUMS` or `summitry verify .` says whether every file is as released. `CHANGELOG.md` says what changed
since the version before, and whether you need to update. `CITATION.cff` says how to cite this version; `vocabulary/` holds the
lists behind curated values, with their own citations.

Licence: {licences}. The articles themselves are not part of the release: they belong to their publishers, whom the table
`sources` names. `LICENSE` has the details.
"""


def readme(package: Package, metadata: PackageMetadata) -> str:
    """The page for the package of a release."""
    return _PAGE.format(
        title=metadata.title,
        version=metadata.version,
        day=metadata.released_on,
        description=metadata.description,
        description_ar=metadata.description_ar,
        tables="\n".join(
            f"| `{name}` | {package.resource(name)['rows']:,} | {contract.description} |"
            for name, contract in package.contracts.items()
        ),
        licences=", ".join(f"[{licence.title}]({licence.path})" for licence in metadata.licenses),
    )
