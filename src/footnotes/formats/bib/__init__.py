"""BibTeX and BibLaTeX: the syntax and TeX of .bib files, and the two dialects."""
