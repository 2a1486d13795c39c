"""Sayso in spaCy: ``nlp.add_pipe("sayso")``, no import needed."""

from sayso.spacy.component import Attribution, Component, make

__all__ = ["Attribution", "Component", "make"]
