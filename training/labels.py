"""The labels of the heads, in the order of the network's outputs."""

from __future__ import annotations

__all__ = ["ENTITY", "ROLE", "UPOS"]

TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"

UPOS = TAGS.split(" ")

ENTITY = ["O", *(f"{edge}-{label}" for label in ("PERSON", "ORG", "PLACE") for edge in "BI")]

ROLE = ["O", *(f"{edge}-{role}" for role in ("source", "cue", "content") for edge in "BI")]
