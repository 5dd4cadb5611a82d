"""What the archives hold of a page, and which copy shows what the author saw."""
