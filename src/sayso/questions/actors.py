"""Actors: who does a deed, by name; nobody where a report gives none."""

from __future__ import annotations

from sayso.questions.events import event_class
from sayso.questions.nations import is_country, nation
from sayso.questions.parties import party, tidy
from sayso.questions.scene import STORM, Scene
from sayso.questions.vocabulary import words

__all__ = ["actor", "actors", "doing", "owner"]


def actor(scene: Scene, at: int | None) -> str | None:
    """The name of who acts; None for those whom nobody names ("gunmen", "a worker")."""
    if at is None:
        return None
    tree = scene.tree
    if _is_storm(scene, at):
        return None
    named = scene.named_person(at) or scene.mentions.of(at, "PERSON")
    if named:
        return named.name
    if _nameless(scene, at) or tree.lower[at] in words("naming", "deity"):
        return None
    of = tree.oblique(at, "of") if tree.lower[at] in words("sources", "mouth") else None
    return party(scene, at) or (party(scene, of) if of is not None else None)


def doing(scene: Scene, at: int | None) -> str | None:
    """The name of who does a deed, where it is surely somebody who can: a person, a group or a country.

    No thing ("the missile killed"), no town ("by an Arle deputy"), and nobody whom "they" only may mean.
    """
    name = actor(scene, at)
    if name is None or at is None or scene.named_person(at) is not None:
        return name
    tree = scene.tree
    if tree.words.upos[at] == "PRON":
        return name if _is_told(scene, at, name) else None
    mention = scene.mentions.covering(at)
    if mention is not None:
        return name if mention.label != "PLACE" or is_country(mention.entity or "") else None
    return name if tree.words.upos[at] != "PROPN" or " " in name else None


def _is_told(scene: Scene, at: int, name: str) -> bool:
    """Whether a pronoun stands for a group that its sentence names before it, or that is the speaker."""
    tree = scene.tree
    if (attribution := scene.attribution(at)) is not None and attribution.source:
        return True
    first = tree.words.spans[tree.sentence(at)[0]][0]
    return name.lower() in tree.text[first : tree.words.spans[at][0]].lower()


def actors(scene: Scene, at: int | None) -> str | None:
    """The name of who acts, or of those who do it together: "Iran and Syria"."""
    first = actor(scene, at)
    if first is None or at is None:
        return None
    joined = [actor(scene, c) for c in scene.tree.having(at, "conj") if scene.tree.words.upos[c] == "PROPN"]
    return " and ".join([first, *(name for name in joined if name)])


def _is_storm(scene: Scene, at: int) -> bool:
    """Whether a name is that of a storm: "Hurricane Ann", and "Ann" in a report that has it so."""
    tree = scene.tree
    if tree.words.upos[at] != "PROPN":
        return False
    name = tree.lower[at]
    return event_class(name) == STORM or name in scene.storms


def _nameless(scene: Scene, at: int) -> bool:
    """Whether a noun stands for people without a name: "gunmen", "an IT worker", but not "the group"."""
    tree = scene.tree
    if tree.words.upos[at] == "PROPN":
        return False
    beside = [c for c in tree.having(at, "compound", "appos", "amod") if tree.words.upos[c] == "PROPN"]
    below = [tree.lower[c] for c in tree.having(at, "det")]
    one = words("naming", "indefinite").intersection(below)
    if one and tree.lower[at] in words("naming", "somebody"):
        return not any(_is_party(scene, c) for c in tree.having(at, "compound", "amod"))
    known = words("naming", "definite").intersection(below) and tree.lower[at] in words("parties", "anaphor")
    return tree.lower[at] in words("responsibility", "nobody") and not beside and not known


def _is_party(scene: Scene, at: int) -> bool:
    mention = scene.mentions.covering(at)
    text = scene.tree.text[slice(*scene.tree.words.spans[at])]
    return (mention is not None and mention.label == "ORG") or nation(text) is not None


def owner(scene: Scene, at: int) -> str | None:
    """The party that an adjective or a name before a deed tells: "Iranian", "United States".

    A town before a deed tells where it was: "the Arle bombing".
    """
    tree = scene.tree
    text = tree.text[slice(*tree.words.spans[at])]
    if country := nation(text):
        return country
    if tree.words.upos[at] != "PROPN" and not text[:1].isupper():
        return None
    named = scene.mentions.covering(at)
    if (named is None or named.label == "PERSON") and scene.mentions.proper(at) == text:
        return None  # more likely where it was
    if named is not None and named.label == "PLACE" and not is_country(named.entity or ""):
        return None
    return party(scene, at) or (tidy(named.entity) if named and named.entity else None)
