"""A paper as JSON and its chains as graphs: what is printed besides a library."""
