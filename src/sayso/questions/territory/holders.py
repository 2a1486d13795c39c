"""Holders: by what name those go who hold a place."""

from __future__ import annotations

from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.parties import party
from sayso.questions.text.party_names import tidy
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import speaks_for
from sayso.questions.vocabulary import words

__all__ = ["holder_name"]


def holder_name(scene: Scene, at: int) -> str | None:
    """The name of who holds a place: of a party, of whom fighters are loyal to, or "armed groups"."""
    if any(scene.tree.lower[c] in words("control", "ethnic") for c in scene.tree.having(at, "amod")):
        return f"ethnic {scene.tree.text[slice(*scene.tree.words.spans[at])]}"
    if scene.tree.lower[at] in words("control", "speakers"):
        return None
    some = scene.tree.oblique(at, "of") if scene.tree.lower[at] in words("control", "some") else None
    if some is not None:  # "a handful of soldiers"
        return holder_name(scene, some)
    if (peoples := _peoples(scene, at)) is not None:
        return peoples
    found = _before(scene, at) or _people(scene, at) or _speakers(scene, at) or party(scene, at)
    found = found or _own_men(scene, at) or _of_group(scene, at)
    if found is None:
        return _leader(scene, at) or _sided(scene, at) or _plural(scene, at)
    if found.lower().rpartition(" ")[2] in words("control", "offices"):
        return _state_of(found) if scene.tree.lower[at] not in words("control", "offices") else None
    first, of, whole = found.partition(" of ")
    if of and first.lower() in words("naming", "forces"):  # "Fighters of the Red Column", taken for a name
        return tidy(whole)
    return _described(scene, at) if found == scene.tree.lower[at] else _common(found)


def _common(name: str) -> str:
    """A common noun at the beginning of a sentence in lower case: "Rebels", "Armed tribesmen"."""
    first, _, last = name.rpartition(" ")
    known = words("control", "bands") | words("parties", "party") | words("naming", "forces")
    plain = last.lower() in known and (not first or first.lower() in words("control", "plain"))
    return name.lower() if plain else name


def _peoples(scene: Scene, at: int) -> str | None:
    """The people of two names whose forces hold a place: "Bosnian Serb troops"."""
    tree = scene.tree
    near = [
        c for c in (at - 2, at - 1) if c >= 0 and tree.words.heads[c] == at and tree.words.upos[c] == "ADJ"
    ]
    spoken = [tree.text[slice(*tree.words.spans[c])] for c in near]
    both = len(near) == 2 and all(map(nation, spoken)) and nation(" ".join(spoken)) is None
    return f"{' '.join(spoken)}s" if both and tree.lower[at] in words("naming", "forces") else None


def _state_of(ministry: str) -> str:
    """Whose the forces of a ministry are: "Russia's Defense Ministry" has Russia's."""
    first = tidy(ministry.partition(" ")[0])
    return nation(first) or (first if is_country(first) else "government")


def _described(scene: Scene, at: int) -> str:
    """A common noun with the name before it: "the Islamist movement"."""
    tree, told = scene.tree, scene.tree.lower[at]
    before = (
        tree.text[slice(*tree.words.spans[c])] for c in tree.having(at, "amod", "compound") if c == at - 1
    )
    name = next(before, "")
    unnamed = told in words("parties", "anaphor") and name[:1].isupper() and at - 1 > tree.sentence(at)[0]
    return f"{name} {told}" if unnamed else told


def _speakers(scene: Scene, at: int) -> str | None:
    """The fighters who speak of themselves: "forces loyal to the government said they had taken it"."""
    attribution = scene.attribution(at)
    they = words("naming", "they") | words("naming", "we")
    if scene.tree.lower[at] not in they or attribution is None or not attribution.source:
        return None
    first, last = (scene.tree.at(offset) for offset in attribution.source[0])
    heads = scene.tree.words.heads
    main = next((i for i in range(first, last) if not first <= heads[i] < last or heads[i] == i), None)
    fighters = main is not None and scene.tree.lower[main] in words("naming", "forces")
    return holder_name(scene, main) if fighters and main is not None and last - first > 2 else None


def _before(scene: Scene, at: int) -> str | None:
    """The state or body nearest before "it": "Mora bombed the town from the zone it holds"."""
    tree = scene.tree
    aside = at > 0 and tree.words.upos[at - 1] == "NOUN" and tree.relation(at) == "nsubj"
    if not aside or tree.words.upos[at] != "PRON" or tree.lower[at] not in words("naming", "they"):
        return None
    for word in range(at - 1, tree.sentence(at)[0] - 1, -1):
        named = scene.mentions.of(word, "PLACE") or scene.mentions.of(word, "ORG")
        if named is not None and tree.words.deprels[word] in ("nsubj", "nmod:poss"):
            return tidy(named.name)
    return None


def _people(scene: Scene, at: int) -> str | None:
    """The country of the people whom "they" goes on with: "Turks love the region, which they ruled"."""
    tree = scene.tree
    if tree.words.upos[at] != "PRON" or tree.lower[at] not in words("naming", "they"):
        return None
    before = (i for i in range(at - 1, tree.sentence(at)[0] - 1, -1) if tree.relation(i) == "nsubj")
    spoken = (
        tree.text[slice(*tree.words.spans[i])] for i in before if tree.words.upos[i] in ("NOUN", "PROPN")
    )
    last = next(spoken, "")
    return nation(last) if last.endswith("s") else None


def _own_men(scene: Scene, at: int) -> str | None:
    """Whose "his men" are in the mouth of one without a name: "the army chief said his men held it"."""
    owner = next(scene.tree.having(at, "nmod:poss"), None)
    attribution = scene.attribution(at)
    if owner is None or attribution is None or scene.tree.lower[at] not in words("naming", "forces"):
        return None
    his = scene.tree.lower[owner] in words("naming", "he") | words("naming", "she") | words("naming", "we")
    return speaks_for(scene, attribution) if his and scene.named_person(owner) is None else None


def _of_group(scene: Scene, at: int) -> str | None:
    """The group by name of which people are: "miners of the El Progreso cooperative"."""
    tree = scene.tree
    inner = tree.oblique(at, *words("naming", "of"))
    plural = tree.words.upos[at] == "NOUN" and tree.lower[at].endswith("s")
    if inner is None or not plural or scene.mentions.of(inner, "PLACE", "PERSON") is not None:
        return None
    if (proper := scene.mentions.proper(inner)) is not None:
        return tidy(proper)
    names = [c for c in tree.having(inner, "compound") if tree.words.upos[c] == "PROPN"]
    if not names:
        return None
    first = next(c for c in tree.phrase(names[0]) if tree.words.upos[c] == "PROPN")
    return tree.text[tree.words.spans[first][0] : tree.words.spans[names[-1]][1]]


def _leader(scene: Scene, at: int) -> str | None:
    """Whose fighters hold a place, where that is a person: "Roe's men"."""
    owner = next(scene.tree.having(at, "nmod:poss"), None)
    named = scene.named_person(owner) if owner is not None else None
    return named.name if named is not None and scene.tree.lower[at] in words("naming", "forces") else None


def _sided(scene: Scene, at: int) -> str | None:
    """The side that an adjective tells: "federal troops"."""
    tree = scene.tree
    told = words("control", "federal")
    near = [tree.lower[c] for c in tree.having(at, "amod", "compound") if c < at]
    if tree.lower[at] not in words("naming", "forces") or not near:
        return None
    if not told.isdisjoint(near):
        return "government"
    return f"{near[-1]} {tree.lower[at]}" if near[-1] in words("control", "security") else None


def _plural(scene: Scene, at: int) -> str | None:
    """Those who have no name, by what they are called: "radical groups", "gangs"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word not in words("control", "bands") or tree.words.upos[at] != "NOUN":
        return None
    if any(tree.lower[c] in words("parties", "loyal") for c in tree.having(at, "amod", "acl")):
        return None  # "gunmen loyal to Ann Roe"
    before = [
        c for c in tree.having(at, "amod", "compound") if c < at and tree.words.upos[c] in ("ADJ", "NOUN")
    ]
    near = before[-1:] if before and before[-1] == at - 1 else []
    return " ".join(tree.lower[c] for c in (*near, at))
