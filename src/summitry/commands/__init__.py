"""What can be asked for on the command line: one module per command, named as the command.

A module `summitry.commands.<name>` holds a function `<name>`; the module's docstring is the command's help. The
function resolves its arguments, makes one call into the library, prints what came of it, and returns the exit code
(None is 0). It raises SummitryError for everything that a user can mend, and imports the library inside the function,
so that `summitry --help` stays quick.
"""

from __future__ import annotations

COMMANDS: tuple[str, ...] = ("extract", "validate", "diff", "export", "verify", "new", "evaluate")
"""The commands, in the order in which the help lists them."""
