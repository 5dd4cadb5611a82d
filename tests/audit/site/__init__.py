"""A small web on loopback with every kind of page that an audit must judge, and the right verdicts.

`kinds` reads the gold rows (tests/cases/audit/kinds.toml), `hosts` says how each of their hosts answers,
`server` is the process that does, and `process` starts it from a test, a benchmark or the demo.
"""
