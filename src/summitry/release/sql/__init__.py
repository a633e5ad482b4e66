"""The tables in a database: types, keys, checks and comments derived from their schemas, the rows in one transaction."""
