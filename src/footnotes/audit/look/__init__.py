"""One look at a cited URL: the way to the page, and what a look beside it says."""
