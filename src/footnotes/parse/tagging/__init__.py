"""Features of the tokens of a reference: what the tagger is told about each.

A token is read alone (`words`), then in the closed forms that rules recognise (`regions`), in the stretch
between two marks (`stretches`) and beside its neighbours (`features`).
"""

from footnotes.parse.tagging.features import describe_tokens

__all__ = ["describe_tokens"]
