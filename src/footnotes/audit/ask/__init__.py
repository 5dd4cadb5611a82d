"""Single requests to hosts: polite, bounded, and every failure by its name."""
