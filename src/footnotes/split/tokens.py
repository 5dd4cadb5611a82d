"""The marks of mark-up in the text of a note."""

import re

SOFT = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TARGET = r"[^()<>\s]*(?:\([^()<>\s]*\)[^()<>\s]*)*"
_WORDS = r"(?:\\.|[^\[\]\\])*"
_ESCAPED = r"""[\\`*_{}\[\]()\#+\-.!<>|~"'&$%@^:;,/=?]"""
# No part may be read at two places of one text: every repetition ends where the next could begin.
# The first look is for what any of them can begin with: it is tried at every character.
TOKEN = re.compile(
    rf"""
    (?=[!\[<&\\*_hHfFwW\-\u2010{SOFT}]|\s\s|[^\S\x20])
    (?:
    (?P<image>!\[[^\[\]]*\]\({_TARGET}\))
  | (?P<call>\[\^[^\[\]^\s]{{1,100}}\](?!\())
  | (?P<pseudo>\[(?P<pseudo_text>{_WORDS})\]\((?:\#{_TARGET})?\))
  | (?P<link>\[(?P<link_text>{_WORDS})\]\(<?(?P<target>{_TARGET})>?(?:\s{{1,3}}"[^"\n]{{0,200}}")?\))
  | (?P<autolink><(?P<address>(?i:https?|ftp)://[^<>\s]+)>)
  | (?P<tag></?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>)
  | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
  | (?P<escape>\\{_ESCAPED})
  | (?P<stars>\*+|(?<!\w)_{{1,3}}(?=[^\s_,.;:])|(?<=[^\s_])_{{1,3}}(?!\w))
  | (?P<url>(?:(?i:https?|ftp)://|(?<![\w/.@-])www\.[\w-]+\.)(?:[^\s<>\[\]\\]|\\[_*~\#&%.+!()-])*(?<!\*))
  | (?P<hyphen>(?<=[^\W\d_])[-\u2010\u00ad][ \t]{{0,3}}(?:\r?\n|\f)\s{{0,20}}(?=[^\W\d_]))
  | (?P<soft>[{SOFT}]+)
  | (?P<quote>[ \t]{{0,20}}\r?\n(?:[ \t\r]{{0,20}}\n)?[ \t]{{0,20}}>[ \t]?)
  | (?P<space>\s{{2,}}|[^\S\x20])
    )
  """,
    re.VERBOSE,
)
