"""Actors: who does a deed, by name; nobody where a report gives none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from sayso.questions.responsibility.principals import acting_for, backer, is_party, unnamed
from sayso.questions.text.events import event_class
from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.parties import is_outlet, party, two_words
from sayso.questions.text.party_names import tidy
from sayso.questions.text.scene import STORM, Scene
from sayso.questions.text.several import several
from sayso.questions.text.sources import speaks_for
from sayso.questions.text.stand_ins import homeland, seated
from sayso.questions.vocabulary import words
from sayso.reading.names import Named

__all__ = ["actor", "actors", "answerable", "doing", "owner", "striking"]


def actor(scene: Scene, at: int | None) -> str | None:
    """The name of who acts; None for those whom nobody names ("gunmen", "a worker")."""
    if at is None or _is_beast(scene, at) or _is_storm(scene, at):
        return None
    named = _by_name(scene, at) or scene.named_person(at) or scene.mentions.of(at, "PERSON")
    named = named or _leader(scene, at)
    if named:
        return named.name
    if (country := homeland(scene, at) or seated(scene, at)) is not None:
        return country
    other = acting_for(scene, at)
    return _by_noun(scene, at) if other is None else actor(scene, other)


def _by_noun(scene: Scene, at: int) -> str | None:
    """The party that a noun stands for, or that those whom it names belong to."""
    tree = scene.tree
    known = unnamed(scene, at) if at == tree.sentence(at)[0] else None  # "Pirates", with a capital
    if known and backer(scene, at) is None:
        return known
    if tree.lower[at] in words("naming", "deity") | words("responsibility", "court"):
        return None
    of = tree.oblique(at, "of", "for") if tree.lower[at] in words("sources", "mouth") else None
    own = None if _nameless(scene, at) else party(scene, at) or (party(scene, of) if of is not None else None)
    if own is not None:
        return unnamed(scene, at) if _is_any(scene, at, own) else nation(own) or own
    behind = backer(scene, at)
    return unnamed(scene, at) if behind is None else actor(scene, behind)


def _is_beast(scene: Scene, at: int) -> bool:
    return scene.tree.words.upos[at] == "NOUN" and scene.tree.lower[at] in words("responsibility", "animal")


def _by_name(scene: Scene, at: int) -> Named | None:
    """The name behind what somebody is known as: "the Night Owl, Ann Roe"."""
    tree = scene.tree
    if tree.words.upos[at] != "PROPN" or not any(tree.lower[c] == "the" for c in tree.having(at, "det")):
        return None
    found = ((c, scene.mentions.covering(c)) for c in tree.having(at, "appos"))
    apposed = next((c for c, mention in found if mention is not None and mention.label == "PERSON"), None)
    return scene.named_person(apposed) if apposed is not None else None


def _is_any(scene: Scene, at: int, name: str) -> bool:
    """Whether it was only some state or some fighter: "a foreign government", "an Islamist"."""
    tree = scene.tree
    if words("naming", "indefinite").isdisjoint(tree.lower[c] for c in tree.having(at, "det")):
        return False
    return name in words("naming", "state") or tree.lower[at] in words("parties", "plural")


def _leader(scene: Scene, at: int) -> Named | None:
    """Whose men do something: "Raul Ochoa's men", "the network of the preacher Raul Ochoa"."""
    men = words("naming", "forces") | words("parties", "party") | words("parties", "members")
    if scene.tree.lower[at] not in men | words("responsibility", "collective"):
        return None
    whose = next(scene.tree.having(at, "nmod:poss"), None)
    whose = scene.tree.oblique(at, "of") if whose is None else whose
    return scene.named_person(whose) if whose is not None else None


def doing(scene: Scene, at: int | None) -> str | None:
    """The name of who does a deed, where it is surely somebody who can: a person, a group or a country.

    No thing ("the missile killed"), no town ("by an Arle deputy"), and nobody whom "they" only may mean.
    """
    name = actor(scene, at)
    if name is None or at is None or scene.named_person(at) is not None:
        return name
    things = words("responsibility", "weapon") | words("responsibility", "vehicle")
    if is_outlet(name) or name.lower() in things:
        return None
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
    people = tree.lower[at].endswith("s") and any(tree.lower[c] == "the" for c in tree.having(at, "det"))
    people = people or nation(tree.text[slice(*tree.words.spans[at])]) == name  # "Serbs shelled the town"
    people = people or tree.lower[at].endswith("ists")  # "Maoists"
    joined = name.isalpha() and any(a.islower() and b.isupper() for a, b in pairwise(name))  # "LulzSec"
    people = people or joined
    people = people or (len(name) > 2 and name.isupper())  # "the GRU"
    sure = forces or people or tree.words.upos[at] != "PROPN" or " " in name or name.islower()
    return name if sure or _is_introduced(scene, at) or _is_kin(scene, at) else None


def _is_kin(scene: Scene, at: int) -> bool:
    """Whether a name that the recogniser missed is a person's: "Young had poisoned his stepmother"."""
    tree = scene.tree
    done = tree.patient(tree.words.heads[at]) if tree.relation(at) == "nsubj" else None
    if done is None or tree.lower[done] not in words("naming", "kin") or scene.mentions.covering(at):
        return False
    whose = {tree.lower[c] for c in tree.having(done, "nmod:poss")}
    return not whose.isdisjoint(words("naming", "he") | words("naming", "she"))


def _is_introduced(scene: Scene, at: int) -> bool:
    """Whether a noun before a name tells that it is a group's: "the ransomware gang Night Owl"."""
    tree = scene.tree
    group = words("parties", "anaphor") | words("responsibility", "collective")
    return any(tree.lower[c] in group for c in tree.children[at])


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
    told = [a for a in scene.by_speaker.get(name, ()) if a.source_kind == "person"]
    if any(scene.reading.slice(a.source).lower() != f"the {name.lower()}" for a in told):
        return False  # somebody's surname, taken for a group; but "the Kremlin" is nobody's
    if (attribution := scene.attribution(at)) is not None:
        if tree.lower[at] in words("several", "they") and attribution.speaker == name:
            return attribution.type != "direct"  # in somebody's own words "they" are others
        if speaks_for(scene, attribution) == name:
            return True
    first = tree.sentence(at)[0]
    before = tree.sentence(first - 1)[0] if at == first and first else first
    spoken = (tree.text[slice(*tree.words.spans[i])] for i in range(before, first))
    if any(nation(word) == name for word in spoken):  # "American troops came. They killed …"
        return True
    return name.lower() in tree.text[tree.words.spans[before][0] : tree.words.spans[at][0]].lower()


def actors(
    scene: Scene, at: int | None, name_of: Callable[[Scene, int | None], str | None] = actor
) -> str | None:
    """The name of who acts, or of those who do it together: "Iran and Syria"."""
    if at is None:
        return None
    tree = scene.tree
    if any(tree.lower[c] in words("stance", "undecided") for c in tree.having(at, "cc")):
        return None  # "neither the army nor the rebels"
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
        told = any(True for _ in tree.having(at, "compound"))
        return last.name if last else scene.called(at) if told else None
    behind = (scene.mentions.of(c, "PERSON") for c in tree.having(at, "appos"))
    return next((named.name for named in behind if named), None)  # "the man accused of it in Arle, Ann Roe"


def _is_storm(scene: Scene, at: int) -> bool:
    """Whether a name is that of a storm: "Hurricane Ann", and "Ann" in a report that has it so."""
    tree = scene.tree
    if tree.words.upos[at] != "PROPN":
        return False
    name = tree.lower[at]
    kind = event_class(name) == STORM and name not in words("responsibility", "first_names")
    return kind or name in scene.storms


def _nameless(scene: Scene, at: int) -> bool:
    """Whether a noun stands for people without a name: "gunmen", "an IT worker", but not "the group"."""
    tree = scene.tree
    if tree.words.upos[at] in ("PROPN", "ADJ"):  # "four Chechens"
        text = tree.text[slice(*tree.words.spans[at])]
        some = any(tree.lower[c] in words("responsibility", "some") for c in tree.having(at, "det", "amod"))
        counted = some or any(True for _ in tree.having(at, "nummod"))
        single = any(True for _ in tree.having(at, "det")) and not text.endswith("s")  # "the first American"
        return (counted or single) and nation(text) is not None and not is_country(text)
    beside = [c for c in tree.having(at, "compound", "appos", "amod") if tree.words.upos[c] == "PROPN"]
    below = [tree.lower[c] for c in tree.having(at, "det")]
    one = words("naming", "indefinite").intersection(below)
    if one and tree.lower[at] in words("naming", "somebody"):
        return not any(is_party(scene, c) for c in tree.having(at, "compound", "amod"))
    known = words("naming", "definite").intersection(below) and tree.lower[at] in words("parties", "anaphor")
    return tree.lower[at] in words("responsibility", "nobody") and not beside and not known


def owner(scene: Scene, at: int) -> str | None:
    """The party that an adjective or a name before a deed tells: "Iranian", "United States".

    A town before a deed tells where it was: "the Arle bombing".
    """
    tree = scene.tree
    text = tree.text[slice(*tree.words.spans[at])]
    if country := nation(two_words(tree.text, tree.words.spans, at) or text):
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
    beside = [c for c in beside if tree.lower[c + 1 : c + 3] != ["-", "led"]]  # "Saudi-led coalition"
    names = [owner(scene, word) for word in beside]
    if tree.lower[deed] in words("responsibility", "weapon"):  # no "Katyusha" of "Katyusha rockets"
        names = [name for name, word in zip(names, beside, strict=True) if is_party(scene, word)]
    armed = words("parties", "party") | words("naming", "forces")
    own = (c for c in tree.having(deed, "nmod") if "of" in tree.cases(c) and tree.lower[c] in armed)
    names += [doing(scene, word) for word in own]  # "air strikes of the coalition"
    shots = (deed, *tree.having(deed, "nmod"))  # "a shot to the neck | fired by"
    fired = (
        c for h in shots for c in tree.having(h, "acl") if tree.lower[c] in words("responsibility", "wield")
    )
    names += [doing(scene, tree.oblique(c, "by")) for c in fired]  # "missiles launched by Mora"
    held = (c for c in tree.having(deed, "compound", "amod") if tree.lower[c] in words("parties", "party"))
    names += [doing(scene, word) for word in (*tree.having(deed, "nmod:poss"), *held)]
    sent = (
        c for c in tree.having(deed, "nmod") if words("responsibility", "sent").intersection(tree.cases(c))
    )
    names += [doing(scene, word) for word in sent]
    return next((name for name in names if name), None)
