"""The embedded engine: citeproc-py 0.11, behind a guard that mends what it gets wrong.

Its element classes are extended here, for our own documents only. Each class says what it mends; how often
the result then agrees with the reference processor is measured by benchmarks/styles.py. This is the only
package that imports citeproc.
"""
