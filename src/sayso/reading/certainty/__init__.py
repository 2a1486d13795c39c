"""Certainty: how sure words are that something is so, and whether they deny it."""

from sayso.reading.certainty.assess import assess
from sayso.reading.certainty.chain import assessed

__all__ = ["assess", "assessed"]
