"""Those counted without a verb: in headlines, in lists, and where a verb is told once for two places."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.people.counts import in_date
from sayso.questions.people.joined import Known
from sayso.questions.text.amounts import amount
from sayso.questions.text.frames import Frame, Match
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words

__all__ = ["verbless"]

ASIDE = 12
"""Words of an aside at most."""

_NOUNS = ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def verbless(scene: Scene, known: Known) -> Iterator[Match]:
    """The numbers, and the words right behind them, that tell of dead, hurt or missing without a verb."""
    told = groups("aspects")
    for at in known:
        if (aspect := _gapped(scene, at)) is not None:
            yield Match(Frame(aspect, "gap", frozenset()), at)
        elif (aspect := _aside(scene.tree, at)) is not None:
            yield Match(Frame(aspect, "listed", frozenset()), at)
    for at, word in enumerate(scene.tree.lower):
        if at and word in words("toll", "state") and _counts_people(scene, at, known):
            yield Match(Frame(told[word], "number", frozenset()), at)


def _counts_people(scene: Scene, at: int, known: Known) -> bool:
    """Whether those counted stand right before a state: "14 dead", "five people dead", "12 missing men"."""
    tree = scene.tree
    noun, word = at - 1, tree.lower[at]
    led = tree.words.upos[noun] == "NOUN" and tree.relation(noun) != "conj" and tree.relation(at) != "root"
    if led and word in words("toll", "behind") and amount(tree, noun, known):
        return True
    if noun not in known or in_date(scene, noun):
        return False
    if at + 1 == len(tree.words) or tree.words.upos[at + 1] not in _NOUNS:
        return True
    person = tree.lower[at + 1] in words("toll", "lives") | words("toll", "searched")
    return person and word in words("toll", "gone")


def _aside(tree: Tree, at: int) -> str | None:
    """What a number counts that stands in an aside behind those: "the dead, 14 men and two women, …"."""
    those = at - 2
    if those < 1 or tree.lower[at - 1] not in words("toll", "marks") or tree.lower[those - 1] != "the":
        return None
    behind = range(at, min(tree.sentence(at)[1], at + ASIDE))
    end = next((i for i in behind if tree.words.upos[i] in ("VERB", "AUX", "PUNCT")), None)
    closed = end is not None and tree.words.upos[end] == "PUNCT"
    return groups("aspects").get(tree.lower[those]) if closed else None


def _gapped(scene: Scene, at: int) -> str | None:
    """What a number counts whose verb is told before: "killed 247 people in Kenya and 10 in Tanzania"."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    place = scene.mentions.covering(at + 2) if at + 2 < len(tree.words) else None
    joined = (
        at > first and tree.lower[at - 1] in ("and", ",") and place is not None and place.label == "PLACE"
    )
    if not joined or tree.lower[at + 1] not in words("toll", "within"):
        return None
    verb = next((i for i in range(at - 1, first, -1) if tree.words.upos[i] == "VERB"), None)
    counted = verb is not None and any(tree.words.upos[i] == "NUM" for i in range(verb, at))
    return groups("aspects").get(tree.lower[verb]) if verb is not None and counted else None
