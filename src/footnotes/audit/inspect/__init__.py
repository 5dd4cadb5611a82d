"""What an answer shows: its text, its titles, and the signs that bear on a verdict."""
