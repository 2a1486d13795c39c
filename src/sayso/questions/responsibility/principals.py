"""Principals: for whom people without a name act, and who they are where that is all that is told."""

from __future__ import annotations

from sayso.questions.responsibility.deeds import is_somebody
from sayso.questions.text.nations import nation
from sayso.questions.text.scene import Scene
from sayso.questions.text.stand_ins import named_beside
from sayso.questions.vocabulary import words

__all__ = ["acting_for", "backer", "is_party", "unnamed"]


def acting_for(scene: Scene, at: int) -> int | None:
    """The word that names whom a noun or a pronoun stands for, whatever else it is."""
    for name_of in (_speaking, _driver, named_beside, _whole, _sender, _goes_with, _before_comma):
        if (found := name_of(scene, at)) is not None:
            return found
    return None


def backer(scene: Scene, at: int) -> int | None:
    """For whom people act who go by no name of their own: "hackers linked to Iran", "its agents"."""
    for name_of in (_backer, _master, _group):
        if (found := name_of(scene, at)) is not None:
            return found
    return None


def unnamed(scene: Scene, at: int) -> str | None:
    """People without a name of whom the noun tells what they are: "hackers", "soldiers", "the pirates"."""
    tree = scene.tree
    none = any(tree.lower[c] in words("stance", "none") for c in tree.having(at, "det"))
    known = tree.lower[at] in words("responsibility", "unnamed") and not none
    if known and tree.words.upos[at] in ("NOUN", "PROPN"):
        return tree.lower[at]
    return None if none else _described(scene, at) or _plain_force(scene, at)


def _plain_force(scene: Scene, at: int) -> str | None:
    """Forces without a name that harm people: "soldiers opened fire on the marchers"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "plain_forces"):
        return None
    verb = tree.words.heads[at]
    if tree.agent(verb) != at or tree.words.upos[verb] != "VERB":
        return None
    harmed = (tree.patient(verb), *tree.having(verb, "obl"))
    people = any(c is not None and c != at and is_somebody(scene, c) for c in harmed)
    return tree.lower[at] if people else None


def _described(scene: Scene, at: int) -> str | None:
    """What somebody without a name is who harms somebody with one: "shot by a police officer", "her husband".

    Who kills for what he believes is told by that, whomever he kills.
    """
    tree = scene.tree
    believes = tree.lower[at] in words("responsibility", "believer")
    if not believes and tree.lower[at] not in words("responsibility", "described"):
        return None
    verb = tree.words.heads[at]
    if tree.agent(verb) != at or any(tree.words.upos[c] == "PROPN" for c in tree.having(at, "appos", "flat")):
        return None
    before = (c for c in tree.having(at, "compound") if c < at and tree.words.upos[c] == "NOUN")
    known = believes or _is_known(scene, tree.patient(verb))
    return " ".join(tree.lower[i] for i in (*before, at)) if known else None


def _is_known(scene: Scene, harmed: int | None) -> bool:
    """Whether it is told who is harmed, or who was told before; those who attack others are left out."""
    tree = scene.tree
    if harmed is None or tree.lower[harmed] in words("responsibility", "doer"):
        return False
    definite = any(tree.lower[c] in words("naming", "definite") for c in tree.having(harmed, "det"))
    named = scene.mentions.of(harmed, "PERSON") is not None
    return named or tree.words.upos[harmed] == "PRON" or (definite and tree.words.upos[harmed] == "NOUN")


def is_party(scene: Scene, at: int) -> bool:
    """Whether a word is a party's name, a people, or a noun for a party."""
    mention = scene.mentions.covering(at)
    text = scene.tree.text[slice(*scene.tree.words.spans[at])]
    known = scene.tree.lower[at] in words("parties", "party")
    return known or (mention is not None and mention.label == "ORG") or nation(text) is not None


def _speaking(scene: Scene, at: int) -> int | None:
    """Whose outlet claims a deed: "the group's radio station"."""
    tree = scene.tree
    ours = tree.lower[at] in words("responsibility", "mouthpiece")
    return next(tree.having(at, "nmod:poss"), None) if ours else None


def _driver(scene: Scene, at: int) -> int | None:
    """Who drives what kills: "a truck driven by Ann Roe"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "vehicle"):
        return None
    driven = (c for c in tree.having(at, "acl") if tree.lower[c] in words("responsibility", "driven"))
    return next((tree.oblique(c, "by") for c in driven), None)


def _whole(scene: Scene, at: int) -> int | None:
    """The people that one is of: "one of its fighters"."""
    tree = scene.tree
    whole = tree.oblique(at, "of") if tree.lower[at] in words("responsibility", "part_of") else None
    return whole if whole is not None and tree.words.upos[whole] == "NOUN" else None


def _sender(scene: Scene, at: int) -> int | None:
    """Whose doer somebody is: "a Red Column bomber"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "doer"):
        return None
    one = words("naming", "indefinite").intersection(tree.lower[c] for c in tree.having(at, "det"))
    beside = [c for c in tree.having(at, "compound") if c < at]
    known = next((c for c in beside if (m := scene.mentions.covering(c)) and m.label == "ORG"), None)
    unread = (c for c in beside if tree.words.upos[c] == "PROPN" and scene.mentions.covering(c) is None)
    return known if known is not None or not one else next(unread, None)  # not "the Arle bomber"


def _before_comma(scene: Scene, at: int) -> int | None:
    """The name that a noun explains, where both were taken for subjects: "the Brigade, a band of divers"."""
    tree = scene.tree
    if tree.words.upos[at] != "NOUN" or not tree.words.deprels[at].startswith("nsubj"):
        return None
    before = [c for c in tree.having(tree.words.heads[at], "nsubj") if c < at]
    begin = tree.phrase(at)[0]
    apart = "," in tree.lower[max(0, begin - 1) : begin + 1]
    return before[-1] if before and apart and tree.words.upos[before[-1]] == "PROPN" else None


def _goes_with(scene: Scene, at: int) -> int | None:
    """The people without a name whom "they" goes on with: "hackers wrote that they had stolen it"."""
    tree = scene.tree
    if tree.lower[at] not in words("several", "they"):
        return None
    before = range(at - 1, tree.sentence(at)[0] - 1, -1)
    last = next((i for i in before if tree.relation(i) == "nsubj" and tree.words.upos[i] == "NOUN"), None)
    people = words("responsibility", "unnamed") | words("responsibility", "nobody")
    return last if last is not None and tree.lower[last] in people else None


def _backer(scene: Scene, at: int) -> int | None:
    """For whom people without a name act: "hackers linked to Iran", "men hired by Ann Roe"."""
    tree = scene.tree
    people = tree.lower[at].endswith(("s", "men")) or tree.lower[at] in words("responsibility", "doer")
    if tree.words.upos[at] != "NOUN" or not (people or tree.lower[at] in words("responsibility", "message")):
        return None
    backed = (c for c in tree.having(at, "acl", "amod") if tree.lower[c] in words("responsibility", "backed"))
    found = (tree.oblique(c, *words("responsibility", "backer")) for c in backed if c > at)
    return next((c for c in found if c is not None and tree.words.upos[c] == "PROPN"), None)


def _master(scene: Scene, at: int) -> int | None:
    """Whose people act: "its agents", "their men"."""
    tree = scene.tree
    whose = list(tree.having(at, "nmod:poss"))
    if tree.lower[at] in words("responsibility", "nobody"):
        whose = [c for c in whose if tree.lower[c] in words("naming", "they")]
    elif tree.lower[at] not in words("parties", "members"):
        return None
    return next(iter(whose), None)


def _group(scene: Scene, at: int) -> int | None:
    """The group whose men act: "men of the guard", "gunmen from a group called the Red Column"."""
    tree = scene.tree
    men = tree.lower[at] in words("responsibility", "nobody")
    of = tree.oblique(at, *words("responsibility", "of_group")) if men else None
    if of is None:
        return None
    known = words("parties", "anaphor") | words("responsibility", "collective")
    proper = any(tree.words.upos[c] == "PROPN" for c in tree.having(of, "appos", "compound"))
    return of if is_party(scene, of) or (tree.lower[of] in known and proper) else None
