"""Whether a package is what it says: layer by layer, every finding collected, each with its place and its mend."""
