"""Library -> Findings: what became of the cited pages, and which archived copy shows what the author saw."""
