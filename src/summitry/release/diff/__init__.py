"""The difference between two packages: schemas, rows and cells, and the version step that it calls for."""
