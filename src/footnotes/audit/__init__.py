"""Library -> Findings: what became of a cited page, which archived copy is what the author saw."""
