"""Pure functions on strings: they know no nouns of the model."""
