"""Names of persons and institutions, as notes and reference lists print them.

What a name looks like (`persons`, with the `particles` of surnames), its `parts` (`spanish` ones have two
surnames), `lists` of names cut where commas and words divide them, and the `reading` of such lists. The
surname comes first in `inverted` lists, before initials (`family_first`) and in reference lists (`listed`).
"""
