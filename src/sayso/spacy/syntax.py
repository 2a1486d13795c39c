"""Our words' syntax on spaCy's tokens, whose edges may be elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.symbols import IDS
from spacy.tokens import Doc

if TYPE_CHECKING:
    from sayso.reading.annotations import Words

__all__ = ["syntax"]


def syntax(doc: Doc, words: Words) -> tuple[list[int], list[int], list[str]]:
    """The part of speech (a symbol of spaCy's), head (a token's index) and relation of every token.

    A word belongs to the first token that has a letter of it. A token with several words is what
    the one nearest to the sentence's root is, so that heads never run in a circle; one with none
    goes on with the word before, or is white space, and hangs on the token before.
    """
    token_of = _tokens(doc, words)
    depths = _depths(words.heads)
    highest: dict[int, int] = {}
    for number, place in enumerate(token_of):
        if place not in highest or depths[number] < depths[highest[place]]:
            highest[place] = number
    first = token_of[0] if token_of else len(doc)
    pos: list[int] = []
    heads: list[int] = []
    deprels: list[str] = []
    for token in doc:
        word = highest.get(token.i)
        if word is not None:
            pos.append(IDS[words.upos[word]])
            heads.append(token_of[words.heads[word]])
            deprels.append("ROOT" if heads[-1] == token.i else words.deprels[word])
        elif token.is_space or token.i < first:
            pos.append(IDS["SPACE"])
            heads.append(token.i - 1 if token.i else first % len(doc))
            deprels.append("dep" if heads[-1] != token.i else "ROOT")
        else:
            pos.append(pos[-1])
            heads.append(token.i - 1)
            deprels.append("goeswith")
    return pos, heads, deprels


def _tokens(doc: Doc, words: Words) -> list[int]:
    """The token that each word belongs to."""
    ends = [token.idx + len(token) for token in doc]
    found, token = [], 0
    for start, _ in words.spans:
        while ends[token] <= start:
            token += 1
        found.append(token)
    return found


def _depths(heads: tuple[int, ...]) -> list[int]:
    """How many steps each word is from the root of its sentence."""
    depths = [-1] * len(heads)
    for start in range(len(heads)):
        path = []
        word = start
        while depths[word] < 0 and heads[word] != word:
            path.append(word)
            word = heads[word]
        depth = max(depths[word], 0)
        depths[word] = depth
        for steps, below in enumerate(reversed(path), 1):
            depths[below] = depth + steps
    return depths
