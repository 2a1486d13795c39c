"""Readings written out by hand: names and attributions marked in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reading.annotations import Attribution, Entity, Reading, Spans, Words
from sayso.reading.quotes import Quoted

LABELS = {"P": "PERSON", "O": "ORG", "L": "PLACE"}

NAME = re.compile(r"\[([POL]) ([^\]]*)\]")


def marked(text: str, *said: Sequence[str]) -> Reading:
    """A reading of ``text`` in which ``[P Ann Roe]`` marks a person (O organisation, L place).

    Each of ``said`` is (source, cue, content); a word that occurs before is told apart as
    ``2:he``, the second "he". An empty source is none.
    """
    plain, entities, at = "", [], 0
    for match in NAME.finditer(text):
        plain += text[at : match.start()]
        entities.append(Entity(len(plain), len(plain) + len(match[2]), LABELS[match[1]], match[2]))  # type: ignore[arg-type]
        plain += match[2]
        at = match.end()
    plain += text[at:]
    quoted = Quoted(plain)
    found = []
    for source, cue, content in said:
        spans = _find(plain, content)
        found.append(
            Attribution(_find(plain, source), _find(plain, cue), spans, quoted.quote_type(spans), 1.0)
        )
    return Reading(plain, Words((), (), (), (), ()), tuple(entities), tuple(found))


def _find(text: str, words: str) -> Spans:
    if not words:
        return ()
    number, _, rest = words.partition(":")
    count, words = (int(number), rest) if number.isdigit() and rest else (1, words)
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return (places[count - 1],)
