"""How the model is made: corpora, heads, the loop, export. Needs the `train` extra."""
