"""RIS: the tags of reference managers and of databases."""
