"""Places: the name of the place that a noun stands for."""

from __future__ import annotations

from sayso.questions.text.nations import nation
from sayso.questions.text.party_names import tidy
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, words
from sayso.reading.annotations import Entity
from sayso.reading.names import Named

__all__ = ["is_body", "last_named", "place", "place_before", "place_told", "same_place", "town"]

_PARTS = ("obj", "obl", "nmod", "nsubj")
"""What a place is in its clause."""

BACK = 100
"""Words before "the town" among which its name is looked for."""

DEEP = 4
"""Nouns followed from "part of the centre of the town of Sadiq" to the name."""


def place(scene: Scene, at: int | None) -> str | None:
    """The place that a word names: "the centre of Sadiq" is Sadiq, "the town" the one last named."""
    first = at
    surely = False
    for _ in range(DEEP):
        if at is None:
            return None
        tree, word = scene.tree, scene.tree.lower[at]
        common = tree.words.upos[at] != "PROPN" or not tree.text[tree.words.spans[at][0]].isupper()
        known = common and word in _grounds()
        apposed = next(tree.having(at, "appos", "flat"), None) if known else at
        found = _named(scene, apposed, surely=surely) if apposed is not None else None
        if found:
            return found
        if not common or not (known or tree.words.upos[at] in ("NOUN", "PROPN")):
            break
        inner = _inner(scene, at)
        if inner is None:
            return _by_itself(scene, at) or (_by_itself(scene, first) if first not in (None, at) else None)
        if word in words("naming", "part") and _is_no_place(scene, inner):
            return None  # "at the centre of a scandal in Arle"
        surely = known and word in words("naming", "settlement") and "of" in tree.cases(inner)
        at = inner
    return _by_itself(scene, first) if first is not None and first != at else None


def _grounds() -> frozenset[str]:
    """Common nouns for places that go by the name behind "of", or stand for the one last named."""
    return words("naming", "place") | words("naming", "part") | words("naming", "soil")


def _by_itself(scene: Scene, at: int) -> str | None:
    """The place that a common noun names without what is told behind it: "Arle airport", "the town"."""
    if scene.tree.lower[at] in _grounds():
        return _set_off(scene, at) or _compound(scene, at) or _anaphor(scene, at)
    return _compound(scene, at) or _beside(scene, at) or _same_structure(scene, at)


def _same_structure(scene: Scene, at: int) -> str | None:
    """The building or mine with a name that "the building" or "the mine" stands for."""
    tree, word = scene.tree, scene.tree.lower[at]
    below = {tree.lower[c] for c in tree.children[at]}
    if word not in words("control", "structure") or words("naming", "definite").isdisjoint(below):
        return None
    before = (i for i in range(at - 1, max(-1, at - BACK), -1) if tree.lower[i] == word)
    return next((name for i in before if (name := _compound(scene, i))), None)


def _is_no_place(scene: Scene, at: int) -> bool:
    """Whether a common noun behind "the centre of" names no place: "half of the market"."""
    known = [words("naming", key) for key in ("place", "part", "landscape", "institution", "country", "seat")]
    common = scene.tree.words.upos[at] == "NOUN" and scene.mentions.covering(at) is None
    return common and not any(scene.tree.lower[at] in listed for listed in known)


def _inner(scene: Scene, at: int) -> int | None:
    """The noun behind a noun that tells where it is: "a hotel in Arle", "the town of Sadiq"."""
    tree = scene.tree
    inside = words("naming", "where")
    beside = [c for c in tree.having(at, "nmod") if not words("naming", "beside").isdisjoint(tree.cases(c))]
    holders = (at, *(c for c in beside if tree.words.upos[c] == "NOUN"))  # "a villa by the sea in Arle"
    behind = [c for word in holders for c in tree.having(word, "nmod", "obl")]
    behind = [c for c in behind if any(case in inside for case in tree.cases(c))]
    within = tree.lower[at] in _grounds() | words("naming", "landscape") | words("control", "ground")
    if not within:  # "the embassy of Ecuador in Arle", "the post of speaker"
        behind = [c for c in behind if words("naming", "of").isdisjoint(tree.cases(c))]
        inside = inside - words("naming", "of")
        about = words("naming", "on")  # "his work on conservation", but "a house on Arle Street"
        behind = [c for c in behind if about.isdisjoint(tree.cases(c)) or scene.mentions.of(c, "PLACE")]
        inside = inside - about
    found = next((c for c in behind if _named(scene, c) or tree.relation(c) == "nmod"), None)
    found = found if found is not None else tree.oblique(at, *inside)
    timed = found is not None and (tree.words.upos[found] == "NUM" or _is_time(scene, found))
    if timed:  # "seized Arle airport on Friday", "took the town at 1340"
        return None
    if found is not None or within:
        return found
    owner = tree.oblique(at, *words("naming", "of"))  # "the home of a diplomat in Arle"
    there = tree.oblique(owner, *inside) if owner is not None else None
    return there if there is not None and scene.mentions.of(there, "PLACE") else None


def _is_time(scene: Scene, at: int) -> bool:
    """Whether a noun is part of what tells a time: "on Friday", "in the early hours of Monday"."""
    start, end = scene.tree.words.spans[at]
    times = scene.times(scene.tree.span(at))
    return any(time.start <= start and end <= time.end for time in times)


def _named(scene: Scene, at: int, *, surely: bool = False) -> str | None:
    """The name that a word has, if it is a place's, as that behind "the town of" surely is."""
    tree = scene.tree
    named = scene.mentions.of(at, "PLACE")
    proper = scene.mentions.proper(at)
    if named is not None:
        name = tidy(named.name)
        return tidy(proper) if proper and name in proper and len(proper) < 40 else name
    if not proper or proper.lower() in entries("no_names") | words("naming", "medium") or proper.isupper():
        return None  # "stage IV", "on Twitter"
    if any(tree.lower[c] in words("naming", "indefinite") for c in tree.having(at, "det")):
        return None  # "another supergroup Blind Faith"
    if proper.lower() in words("naming", "institution"):
        return _institution(scene, at, proper)
    return tidy(proper) if surely or not _is_person(scene, at) else None


def _institution(scene: Scene, at: int, name: str) -> str | None:
    """The whole name of an institution: "University of Arle", where the parse gives only its first word."""
    of = scene.tree.oblique(at, *words("naming", "of"))
    whose = scene.mentions.of(of, "PLACE") if of is not None else None
    return f"{name} of {tidy(whose.name)}" if whose is not None else None


def _is_person(scene: Scene, at: int) -> bool:
    """Whether a name is surely a person's: one in several words, or of a told gender or role."""
    named = scene.mentions.of(at, "PERSON")
    spoken = scene.tree.text[slice(*scene.tree.words.spans[at])]
    if named is not None and spoken not in named.name.split() and scene.tree.words.upos[at] == "PROPN":
        return False  # "captured Arle, its chief, Ann Roe, said"
    return named is not None and (" " in named.name or bool(named.gender) or named.open)


def _compound(scene: Scene, at: int) -> str | None:
    """The name before a noun: "Ketra province"; a building goes by both: "Danish embassy"."""
    tree = scene.tree
    structure = tree.lower[at] in words("control", "structure")
    building = words("naming", "landscape") | words("naming", "seat") | words("naming", "ward")
    building = building | words("control", "structure")
    if tree.lower[at] in words("naming", "seat"):
        spoken = (tree.text[slice(*tree.words.spans[c])] for c in tree.having(at, "amod", "compound"))
        if (people := next((word for word in spoken if nation(word)), None)) is not None:
            return f"{people} {tree.text[slice(*tree.words.spans[at])]}"
    for child in tree.having(at, "compound", "nmod:poss"):
        owned = tree.words.deprels[child] == "nmod:poss" and scene.mentions.of(child, "PLACE") is None
        if "VERB" in tree.words.upos[child:at]:  # "the Front controlled Arle airport"
            continue
        its = owned and tree.lower[at] in building and tree.lower[child] in words("control", "its")
        name = last_named(scene, child) if its else None  # "its airport"
        if tree.words.upos[child] == "PROPN" and not owned:
            name = _named(scene, child) or (scene.mentions.proper(child) if structure else None)
        if name:
            word = tree.lower[at]
            whole = tree.text[tree.words.spans[child][0] : tree.words.spans[at][1]]
            if structure and whole.startswith(name):  # "Santa Rosa gold mine"
                return whole
            return f"{name} {word}" if word in building and not name.endswith(word) else name
    return None


def _set_off(scene: Scene, at: int) -> str | None:
    """The name set off by commas behind a noun, where the parse hung it elsewhere: "its capital, Arle,"."""
    tree = scene.tree
    behind = tree.lower[at + 1 : at + 4]
    closed = len(behind) == 3 and behind[0] == "," and behind[2] in (",", ".")
    return _named(scene, at + 2) if closed and tree.words.upos[at + 2] == "PROPN" else None


def _beside(scene: Scene, at: int) -> str | None:
    """The name right before a noun, where the parse hung it elsewhere: "a New Jersey home"."""
    tree = scene.tree
    mention = scene.mentions.covering(at - 1) if at > tree.sentence(at)[0] else None
    named = mention is not None and mention.label == "PLACE" and tree.words.upos[at - 1] == "PROPN"
    return tidy(mention.entity or "") or None if mention and named and not tree.cases(at - 1) else None


def _anaphor(scene: Scene, at: int) -> str | None:
    """The place last named before "the town"."""
    tree = scene.tree
    below = [tree.lower[c] for c in tree.children[at]]
    if words("naming", "definite").isdisjoint(below) or _is_building(scene, at):
        return None
    ours = tree.lower[at] in words("naming", "soil") and any(True for _ in tree.having(at, "nmod:poss"))
    if ours or tree.lower[at] in words("naming", "country"):  # "on its territory"
        return scene.mentions.last_country(tree.words.spans[at][0])
    return last_named(scene, at)


def last_named(scene: Scene, at: int) -> str | None:
    """The place that "the town" and "there" stand for: the one last named before it."""
    tree, offset = scene.tree, scene.tree.words.spans[at][0]
    named = next((n for m, n in scene.mentions.places(offset) if _is_such(scene, m, n, at)), None)
    if named is None:  # a town may have been taken for somebody without a first name
        other = scene.mentions.last(offset, "PERSON")
        if other is not None and (" " in other.name or other.gender or _is_prefix(scene, other)):
            other = None
        named = other
    if named is not None:
        return tidy(named.name)
    unknown = (
        w
        for w in range(at - 1, max(-1, at - BACK), -1)
        if tree.words.upos[w] == "PROPN" and not scene.mentions.covering(w) and not _are_people(tree.lower[w])
    )
    unknown = (w for w in unknown if tree.lower[w + 1] != "-" and not scene.mentions.of(w, "PERSON"))
    return next((name for w in unknown if tree.relation(w) in _PARTS and (name := _named(scene, w))), None)


def place_told(scene: Scene, at: int) -> str | None:
    """The only place told before a word in its sentence or the one before; of several, whither one goes."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    before = tree.sentence(first - 1)[0] if first else 0
    for start, end in ((first, at), (before, first)):
        near = [i for i in range(start, end) if tree.words.upos[i] == "PROPN" and tree.relation(i) in _PARTS]
        near = [i for i in near if i != tree.subject(at)]
        surely = [i for i in near if scene.mentions.of(i, "PLACE")]
        told = {name: i for i in surely or near if (name := town(scene, i))}
        bound = words("whereabouts", "bound_for")
        whither = [name for name, i in told.items() if not bound.isdisjoint(tree.cases(i))]
        if told:
            chosen = whither or list(told)
            return tidy(chosen[0]) if len(chosen) == 1 else None
    return None


def town(scene: Scene, at: int) -> str | None:
    """The name of a place, or of what may have been taken for somebody without a first name."""
    tree = scene.tree
    if (named := scene.mentions.of(at, "PLACE")) is not None:
        return named.name
    if tree.relation(at) == "nsubj" and scene.mentions.covering(at) is None:
        return tree.text[slice(*tree.words.spans[at])]
    named = scene.mentions.of(at, "PERSON")
    apart = named is None or " " in named.name or bool(named.gender) or named.name in scene.by_speaker
    return named.name if named is not None and not apart else None


def _are_people(word: str) -> bool:
    """Whether a word without a label is for people in the plural: "Rebels", "Parisians"."""
    known = words("control", "bands") | words("parties", "party") | words("naming", "forces")
    return word in known or word.endswith(tuple(words("naming", "people_endings")))


def place_before(scene: Scene, at: int) -> int | None:
    """The word for the place last named before a word in its sentence."""
    tree = scene.tree
    near = (i for i in range(at - 1, tree.sentence(at)[0] - 1, -1) if scene.mentions.of(i, "PLACE"))
    return next((i for i in near if tree.relation(i) in ("obl", "nmod", "obj", "nsubj")), None)


def _is_prefix(scene: Scene, named: Named) -> bool:
    """Whether a name was told only as the first part of a word: "Mora-backed"."""
    return all(scene.tree.text[m.end : m.end + 1] == "-" for m in named.mentions)


def _is_such(scene: Scene, mention: Entity, named: Named, at: int) -> bool:
    """Whether a place can be "the city": no speaker taken for one, no seat, no province or radio behind."""
    if named.name in scene.by_speaker:
        return False
    tree = scene.tree
    last = tree.at(mention.end)
    if tree.lower[last : last + 1] == ["-"]:  # "Mora-backed troops"
        return False
    if "in" in tree.cases(last - 1) and tree.lower[tree.words.heads[last - 1]] in words("naming", "seated"):
        return False  # "the interior ministry in Kabul conceded that the city had fallen"
    behind = tree.lower[max(0, last - 1) : last + 1]
    other = words("naming", "territory") - {tree.lower[at]} | words("naming", "broadcaster")
    return other.isdisjoint(behind)


def _is_building(scene: Scene, at: int) -> bool:
    """Whether "the centre" is one with a name of its own in the report: "a training centre"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if word not in words("naming", "part"):
        return False
    near = (i for i in range(max(0, at - BACK), at + 1) if tree.lower[i] == word)
    return any(any(True for _ in tree.having(i, "compound")) for i in near)


def is_body(scene: Scene, at: int) -> bool:
    """Whether a noun names an organisation that is no building: "left the Blue Front"."""
    mention = scene.mentions.covering(at)
    home = scene.tree.text[slice(*scene.tree.words.spans[at])] in words("whereabouts", "home")
    there = mention is not None and mention.label == "PLACE"
    if not home and not there and scene.tree.lower[at] in words("control", "body"):
        return True
    if mention is None or mention.label != "ORG" or scene.tree.lower[at] in scene.ruled:
        return False
    named = scene.tree.text[mention.start : mention.end].lower().split()
    return (words("naming", "institution") | words("naming", "place")).isdisjoint(named)


def same_place(one: str, other: str) -> bool:
    """Whether two names can be of one place, or of a place and one in it by its name."""
    short, long = sorted((tidy(one).lower(), tidy(other).lower()), key=len)
    return f" {short} " in f" {long} "
