"""Territory: what is told to be held, by whom, and by which nouns."""
