"""Living pages that no archive holds -> copies of them, by Save Page Now."""
