"""Readers of the corpora that others made: a folder's files in, plain documents out."""
