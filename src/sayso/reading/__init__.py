"""Reading: from a report to its words, entities and attributions."""

from sayso.reading.annotations import Attribution, Entity, Link, Reading, Words
from sayso.reading.reader import Reader

__all__ = ["Attribution", "Entity", "Link", "Reader", "Reading", "Words"]
