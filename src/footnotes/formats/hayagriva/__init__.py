"""Hayagriva YAML, Typst's own."""
