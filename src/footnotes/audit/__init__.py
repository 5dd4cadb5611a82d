"""Library -> Findings: what became of the cited pages, and which copy shows what the author saw."""
