"""A version described for everyone who may ask: one set of facts, and one small module for each format."""

from __future__ import annotations

from summitry.release.metadata import cff, croissant, datacite, ro_crate, zenodo
from summitry.release.metadata.released import released
from summitry.tables.metadata import PackageMetadata
from summitry.tables.package import Package


def metadata_files(package: Package, metadata: PackageMetadata) -> dict[str, bytes]:
    """The metadata files of a release by name, all to stand beside its datapackage.json; the same bytes every time.

    `metadata` is that of the package, with the version's day (`released_on`). Raises ReleaseError where there is no
    day, or where the package is of another version or does not state its checksums.
    """
    release = released(package, metadata)
    return {
        cff.NAME: cff.citation_cff(metadata),
        croissant.NAME: croissant.croissant_json(release),
        datacite.JSON_NAME: datacite.datacite_json(release),
        datacite.XML_NAME: datacite.datacite_xml(release),
        ro_crate.NAME: ro_crate.ro_crate_json(release),
        zenodo.NAME: zenodo.zenodo_json(release),
    }
