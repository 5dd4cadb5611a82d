"""The citation templates of Wikipedia."""
