"""Tables: their contract, their rows, their files, and the package that lists them."""
