"""The journal: what was seen in each audit, written down as it happens."""
