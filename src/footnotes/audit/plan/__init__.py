"""Papers, libraries and lists of URLs -> the links to look at, each once."""
