"""Names changed for others in training."""

from __future__ import annotations

import random

from sayso.reading.network import MODEL
from sayso.reading.wordpieces import WordPieces
from training.examples import Source, from_text
from training.swapped import SHAPE, Names

CUT = WordPieces(MODEL / "vocab.txt")
OKORO = (
    "“Daniel Okoro left,” said Anna Lind in Bergen.",
    "PERSON Daniel Okoro",
    "PERSON Anna Lind",
    "PLACE Bergen",
)
BANK = ("Maria Sole told the World Bank of IBM.", "PERSON Maria Sole", "ORG World Bank", "ORG IBM")


def source(text: str, *names: str) -> Source:
    """A text with the names in it, each after its label."""
    spans = []
    for label, _, name in (named.partition(" ") for named in names):
        at = text.index(name)
        spans.append((at, at + len(name), label))
    return from_text(text, sorted(spans), CUT)


def swapped(one: Source, names: Names) -> list[Source]:
    """The source swapped with 200 seeds."""
    return [names.swapped(one, random.Random(seed)) for seed in range(200)]


def test_a_name_is_changed_for_another_of_its_label_and_length() -> None:
    """Daniel Okoro becomes Maria Sole at times, never the World Bank; Bergen has no other."""
    one, bank = source(*OKORO), source(*BANK)
    found = {tuple(other.pieces[1:3]) for other in swapped(one, Names([one, bank]))}
    assert found == {tuple(one.pieces[1:3]), tuple(one.pieces[7:9]), tuple(bank.pieces[0:2])}
    assert {other.pieces[10] for other in swapped(one, Names([one, bank]))} == {one.pieces[10]}


def test_all_else_stays() -> None:
    """Words outside names, labels, and which words are quoted or first in a paragraph."""
    one, bank = source(*OKORO), source(*BANK)
    outside = [word for word, label in enumerate(one.entity) if not label]
    for other in swapped(one, Names([one, bank])):
        assert [other.pieces[word] for word in outside] == [one.pieces[word] for word in outside]
        assert (other.entity, other.starts) == (one.entity, one.starts)
        assert [f & ~SHAPE for f in other.features] == [f & ~SHAPE for f in one.features]


def test_a_name_is_changed_alike_wherever_the_text_has_it() -> None:
    """Of two mentions of Bergen, both become Oslo or neither."""
    text = "Oslo is north of Bergen and Bergen is west."
    at = [text.index("Bergen"), text.rindex("Bergen")]
    spans = ((0, 4, "PLACE"), *((a, a + 6, "PLACE") for a in at))
    one = from_text(text, spans, CUT)
    pairs = {(other.pieces[4], other.pieces[6]) for other in swapped(one, Names([one]))}
    assert pairs == {(one.pieces[4], one.pieces[4]), (one.pieces[0], one.pieces[0])}


def test_a_short_name_takes_the_shape_of_the_other() -> None:
    """IBM for a capitalised name of one word brings its capitals."""
    one, bank = source("Fiat closed.", "ORG Fiat"), source(*BANK)
    shapes = {(other.pieces[0], other.features[0] & SHAPE) for other in swapped(one, Names([one, bank]))}
    at = bank.pieces.index(CUT(["IBM"])[0])
    assert shapes == {
        (one.pieces[0], one.features[0] & SHAPE),
        (bank.pieces[at], bank.features[at] & SHAPE),
    }
