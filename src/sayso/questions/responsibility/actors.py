"""Actors: who does a deed, by name; nobody where a report gives none."""

from __future__ import annotations

from collections.abc import Callable

from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.parties import party, tidy
from sayso.questions.text.scene import STORM, Scene
from sayso.questions.text.several import several
from sayso.questions.text.sources import speaks_for
from sayso.questions.text.stand_ins import homeland, named_beside, seated
from sayso.questions.vocabulary import words
from sayso.reading.names import Named

__all__ = ["actor", "actors", "answerable", "doing", "owner", "striking"]


def actor(scene: Scene, at: int | None) -> str | None:
    """The name of who acts; None for those whom nobody names ("gunmen", "a worker")."""
    if at is None:
        return None
    tree = scene.tree
    if _is_storm(scene, at):
        return None
    named = scene.named_person(at) or scene.mentions.of(at, "PERSON") or _leader(scene, at)
    if named:
        return named.name
    if (country := homeland(scene, at) or seated(scene, at)) is not None:
        return country
    for found in (_driver(scene, at), named_beside(scene, at), _whole(scene, at)):
        if found is not None:
            return actor(scene, found)
    if tree.lower[at] in words("naming", "deity"):
        return None
    of = tree.oblique(at, "of") if tree.lower[at] in words("sources", "mouth") else None
    own = None if _nameless(scene, at) else party(scene, at) or (party(scene, of) if of is not None else None)
    if own is None and (backer := _backer(scene, at)) is not None:
        return actor(scene, backer)
    return own


def _whole(scene: Scene, at: int) -> int | None:
    """The people that one is of: "one of its fighters"."""
    tree = scene.tree
    whole = tree.oblique(at, "of") if tree.lower[at] in words("responsibility", "part_of") else None
    return whole if whole is not None and tree.words.upos[whole] == "NOUN" else None


def _driver(scene: Scene, at: int) -> int | None:
    """Who drives what kills: "a truck driven by Ann Roe"."""
    tree = scene.tree
    if tree.lower[at] not in words("responsibility", "vehicle"):
        return None
    driven = (c for c in tree.having(at, "acl") if tree.lower[c] in words("responsibility", "driven"))
    return next((tree.oblique(c, "by") for c in driven), None)


def _backer(scene: Scene, at: int) -> int | None:
    """For whom people without a name act: "hackers linked to Iran", "men hired by Ann Roe"."""
    tree = scene.tree
    people = tree.lower[at].endswith(("s", "men")) or tree.lower[at] in words("responsibility", "doer")
    if tree.words.upos[at] != "NOUN" or not (people or tree.lower[at] in words("responsibility", "message")):
        return None
    backed = (c for c in tree.having(at, "acl", "amod") if tree.lower[c] in words("responsibility", "backed"))
    found = (tree.oblique(c, *words("responsibility", "backer")) for c in backed if c > at)
    return next((c for c in found if c is not None and tree.words.upos[c] == "PROPN"), None)


def _leader(scene: Scene, at: int) -> Named | None:
    """Whose men do something: "Raul Ochoa's men"."""
    if scene.tree.lower[at] not in words("naming", "forces") | words("parties", "party") | words(
        "parties", "members"
    ):
        return None
    whose = next(scene.tree.having(at, "nmod:poss"), None)
    return scene.named_person(whose) if whose is not None else None


def doing(scene: Scene, at: int | None) -> str | None:
    """The name of who does a deed, where it is surely somebody who can: a person, a group or a country.

    No thing ("the missile killed"), no town ("by an Arle deputy"), and nobody whom "they" only may mean.
    """
    name = actor(scene, at)
    if name is None or at is None or scene.named_person(at) is not None:
        return name
    if name in (homeland(scene, at), seated(scene, at)):
        return name
    tree = scene.tree
    if tree.words.upos[at] == "PRON":
        return name if _is_told(scene, at, name) else None
    mention = scene.mentions.covering(at)
    if mention is not None:
        state = is_country(mention.entity or "") or _acts(scene, at)
        return name if mention.label != "PLACE" or state else None
    forces = tree.lower[at] in words("naming", "forces")  # "Warplanes from Iran", where a sentence begins
    people = name.endswith("s") and any(tree.lower[c] == "the" for c in tree.having(at, "det"))
    sure = forces or people or tree.words.upos[at] != "PROPN" or " " in name or name.islower()
    return name if sure else None


def _acts(scene: Scene, at: int) -> bool:
    """Whether a place does something to another, as a country that nobody knows does: "Mora shelled Arle"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    cleft = next((c for c in tree.having(at, "acl") if tree.agent(c) == at), None)
    if cleft is not None and any(True for _ in tree.having(at, "cop")):
        return True
    warlike = event_class(tree.lower[verb]) in words("responsibility", "warlike")
    return warlike and tree.words.deprels[at] == "nsubj" and tree.patient(verb) is not None


def _is_told(scene: Scene, at: int, name: str) -> bool:
    """Whether a pronoun stands for a group that its sentence names before it, or that is the speaker."""
    tree = scene.tree
    if (attribution := scene.attribution(at)) is not None and speaks_for(scene, attribution) == name:
        return True
    first = tree.words.spans[tree.sentence(at)[0]][0]
    return name.lower() in tree.text[first : tree.words.spans[at][0]].lower()


def actors(
    scene: Scene, at: int | None, name_of: Callable[[Scene, int | None], str | None] = actor
) -> str | None:
    """The name of who acts, or of those who do it together: "Iran and Syria"."""
    if at is None:
        return None
    tree = scene.tree
    together = several(scene, at)
    if len(together) > 1:  # "both men", "they"
        return " and ".join(named.name for named in together)
    apposed = [c for c in tree.having(at, "appos") if scene.mentions.of(c, "PERSON")]
    joined = [c for c in tree.having(at, "conj") if not _is_excepted(scene, c)]
    if apposed and any(True for _ in tree.having(at, "nummod")):  # "two men, Ann Roe and Bo Li, did it"
        at = apposed[0]
        joined = [*tree.having(at, "conj"), *joined]
    first = name_of(scene, at)
    if first is None:
        return None
    names = (name_of(scene, c) for c in joined if _is_named(scene, c))
    return " and ".join(dict.fromkeys([first, *(name for name in names if name)]))


def _is_excepted(scene: Scene, at: int) -> bool:
    """Whether somebody is named as who did not: "it, and not the army"."""
    return any(scene.tree.lower[c] in words("stance", "not") for c in scene.tree.children[at])


def _is_named(scene: Scene, at: int) -> bool:
    return scene.tree.words.upos[at] == "PROPN" or scene.mentions.of(at, "PERSON") is not None


def answerable(scene: Scene, at: int | None) -> str | None:
    """Who is blamed: a name, or a body without one that answers for what happens: "federal regulators"."""
    name = actors(scene, at)
    if name is not None or at is None:
        return name
    tree, word = scene.tree, scene.tree.lower[at]
    if word in words("responsibility", "answerable"):
        return scene.called(at)
    definite = any(tree.lower[c] in words("naming", "definite") for c in tree.having(at, "det"))
    if definite and word in words("responsibility", "company"):
        last = scene.mentions.last(tree.words.spans[at][0], "ORG")
        return last.name if last else None
    behind = (scene.mentions.of(c, "PERSON") for c in tree.having(at, "appos"))
    return next((named.name for named in behind if named), None)  # "the man accused of it in Arle, Ann Roe"


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
    if tree.words.upos[at] == "PROPN":  # "four Chechens"
        counted = any(True for _ in tree.having(at, "nummod"))
        return counted and nation(tree.text[slice(*tree.words.spans[at])]) is not None
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


def striking(scene: Scene, deed: int) -> str | None:
    """Whose deed killed: "an Israeli strike", "the army's shelling", "artillery fire from Syria"."""
    tree = scene.tree
    beside = list(tree.having(deed, "nmod:poss", "amod", "compound"))
    beside += [c for word in beside for c in tree.having(word, "amod", "compound")]  # "Israeli tank fire"
    names = [owner(scene, word) for word in beside]
    held = (c for c in tree.having(deed, "compound") if tree.lower[c] in words("parties", "party"))
    names += [doing(scene, word) for word in (*tree.having(deed, "nmod:poss"), *held)]
    sent = (
        c for c in tree.having(deed, "nmod") if words("responsibility", "sent").intersection(tree.cases(c))
    )
    names += [doing(scene, word) for word in sent]
    return next((name for name in names if name), None)
