"""Ground: the place that a report tells to be held, taken or lost."""

from __future__ import annotations

from sayso.questions.text.frames import match
from sayso.questions.text.party_names import tidy
from sayso.questions.text.places import is_body, last_named, place, town
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.gender import is_first_name

__all__ = ["ground", "may_be_held", "patient"]

SPEECH = 3
"""Words before "in Arle" among which a verb tells that it is where somebody speaks."""


def patient(scene: Scene, at: int) -> int | None:
    """What a verb is done to; of a name before a hyphen the noun behind it: "the U.N.-run zone"."""
    tree = scene.tree
    found = tree.patient(at)
    if found is not None and tree.lower[found + 1 : found + 2] == ["-"]:
        return next((c for c in tree.having(at, "obj") if c > found), found)
    if found is None and not tree.passive(at):  # "the zone it occupies", wherever the parse hung that
        own = next((c for c in tree.having(at, "nsubj") if c < at), 0)
        before = own - 1
        if tree.words.deprels[at] == "acl:relcl" and tree.words.heads[at] < own:
            return tree.words.heads[at]
        if own and tree.words.upos[own] == "PRON" and tree.lower[before] in words("naming", "place"):
            return before
    if found is None and tree.relation(at) == "compound" and tree.words.upos[at] == "VERB":
        return tree.words.heads[at]  # "Rebels capture airport", a headline
    return found


def ground(scene: Scene, at: int, where: int) -> str | None:
    """The place that a noun stands for, as what a verb or noun ``at`` tells to be held."""
    tree = scene.tree
    if tree.lower[where] in words("control", "there"):
        return last_named(scene, where)
    if tree.lower[where] in words("control", "it"):
        topic = _topic(scene, at)
        if topic is None:
            return None
        where = topic
    where = _whole(scene, where)
    if any(tree.lower[c] in words("stance", "none") for c in tree.having(where, "det")):
        return None  # "holds no territory in Arle"
    if tree.lower[where] in words("control", "post") and any(True for _ in tree.having(where, "compound")):
        return place(scene, tree.oblique(where, *words("naming", "where")))  # "the border post of Arle"
    if not may_be_held(scene, where) or _is_near(scene, where) or _is_feature(scene, where):
        return None
    if tree.lower[where] in words("control", "structure"):  # held by its name, as its town is not
        name = place(scene, where)
        return name if name is not None and name.lower().endswith(tree.lower[where]) else None
    around = _around(scene, at, where)
    if around is not None and where < at and not tree.passive(at):  # "the zone it occupies in southern Mora"
        return around
    return _called(scene, where) or place(scene, where) or around or _surely(scene, where)


def _surely(scene: Scene, where: int) -> str | None:
    """A place by a name taken for a person's, of whom nobody is master: "is still master of Tin Assar"."""
    tree, noun = scene.tree, scene.tree.words.heads[where]
    named = scene.mentions.of(where, "PERSON")
    told = any(tree.lower[noun] in words("control", key) for key in ("master", "grip", "rule", "control"))
    if not told or tree.relation(where) != "nmod" or named is None or named.gender:
        return None
    return None if is_first_name(named.name.split()[0].lower()) else tidy(named.name)


def _whole(scene: Scene, where: int) -> int:
    """What is told to be a piece of land, by the word for the piece: "a sliver of land that Mora holds"."""
    tree, above = scene.tree, scene.tree.words.heads[where]
    piece = tree.relation(where) == "nmod" and tree.lower[above] in words("control", "piece")
    named = scene.mentions.of(where, "PLACE") is not None
    return above if piece and not named and "of" in tree.cases(where) else where


def _is_feature(scene: Scene, where: int) -> bool:
    """Whether it is a bridge or an airport without a name: who holds it may not hold the town around it."""
    tree = scene.tree
    told = tree.having(where, "compound", "appos", "nmod", "nmod:poss", "flat")
    bare = not any(tree.words.upos[c] == "PROPN" for c in told)
    common = tree.words.upos[where] == "NOUN" and scene.mentions.covering(where) is None
    return common and bare and tree.lower[where] in words("control", "feature")


def _is_near(scene: Scene, where: int) -> bool:
    """Whether a town has no name, and is only told to be near or in another place: "a village near Arle"."""
    tree = scene.tree
    near = tree.oblique(where, *words("control", "near"))
    if any(tree.lower[c] in words("control", "any") for c in tree.having(where, "det")):
        near = near if near is not None else tree.oblique(where, "in")
    named = any(True for _ in tree.having(where, "appos", "compound"))
    return tree.lower[where] in words("naming", "settlement") and near is not None and not named


def _called(scene: Scene, where: int) -> str | None:
    """The name of what is told to be "a town held by rebels"."""
    tree = scene.tree
    if tree.words.upos[where] != "NOUN" or any(True for _ in tree.having(where, "appos")):
        return None
    if place(scene, where) is not None and tree.relation(where) != "appos":
        return None
    name: int | None = None
    if tree.relation(where) == "appos":
        name = tree.words.heads[where]
    elif any(True for _ in tree.having(where, "cop")):
        name = tree.subject(where)
    elif tree.relation(where) == "nsubj":  # "Arle, a town held by rebels, was shelled"
        first = next(i for i in tree.phrase(where) if tree.words.upos[i] != "PUNCT")
        set_off = first > 1 and tree.lower[first - 1] == ","
        name = first - 2 if set_off and tree.words.heads[first - 2] == tree.words.heads[where] else None
    if name is None or name == where:
        return None
    return place(scene, name) or place(scene, tree.oblique(name, *words("naming", "of")))


def _around(scene: Scene, at: int, where: int) -> str | None:
    """The place around a noun without a name: "the zone it occupies in southern Mora"."""
    tree = scene.tree
    if tree.words.upos[where] != "NOUN" or tree.lower[where] not in words("naming", "place"):
        return None
    holds = next(tree.having(where, "acl"), at)
    for verb in (holds, at):
        inside = tree.oblique(verb, *words("control", "around"))
        if inside is not None and scene.mentions.of(inside, "PLACE") is not None:
            return place(scene, inside)
    return None


def _topic(scene: Scene, at: int) -> int | None:
    """What "it" stands for: a place in the clause above, as its subject, within that, or before the verb.

    "withdrew from the city and left it", "the manager of Arle airport denied that the Front held it".
    Where no clause above has one, it is the only place told before: "Arle fell. Now the Front holds it."
    """
    tree = scene.tree
    for above in tree.above(at):
        told = match(tree, "control_frames", above)
        taken = patient(scene, above) if told is not None else None
        if told is not None and told.frame.part == "patient":  # "drove them out of Arle and held it"
            taken = tree.oblique(above, *words("control", "out_of"), "out of")
        if taken is not None and taken < at and may_be_held(scene, taken):
            return taken
        subjects = list(tree.having(above, "nsubj"))
        if any(tree.lower[c] in words("control", "it") and c < at for c in subjects):
            return _only_place(scene, *_sentence_before(scene, at), at)
        within = (c for who in subjects for c in tree.having(who, "nmod") if may_be_held(scene, c))
        within = (c for c in within if not is_body(scene, c) and place(scene, c))
        left = [c for c in tree.having(above, "obl", "obj") if c < at and may_be_held(scene, c)]
        left = [c for c in left if not _is_where_told(scene, c)]
        proper = (c for c in subjects if tree.words.upos[c] == "PROPN" and town(scene, c))
        known = (
            c
            for c in (*(c for c in subjects if c != tree.subject(at)), *left)
            if scene.mentions.of(c, "PLACE") is not None
        )
        found = next(known, next(proper, next(within, next(iter(left), None))))
        if found is not None:
            return found
    here = _only_place(scene, tree.sentence(at)[0], at, at)
    return here if here is not None else _only_place(scene, *_sentence_before(scene, at), at)


def _sentence_before(scene: Scene, at: int) -> tuple[int, int]:
    """The first word of the sentence before that of a word, and the first of that."""
    first = scene.tree.sentence(at)[0]
    return (scene.tree.sentence(first - 1)[0], first) if first else (0, 0)


def _is_where_told(scene: Scene, at: int) -> bool:
    """Whether a place is only where somebody speaks: "said in Arle that the Front held it"."""
    tree, above = scene.tree, scene.tree.words.heads[at]
    inside = min(
        (c for c in tree.having(at, "case") if tree.lower[c] in words("control", "around")), default=0
    )
    near = range(max(tree.sentence(at)[0], inside - SPEECH), inside) if inside else range(0)
    says = (above, *near) if tree.relation(at) == "obl" else tuple(near)
    return any(tree.lower[word] in words("stance", "saying") or scene.is_cue(word) for word in says)


def _only_place(scene: Scene, first: int, last: int, at: int) -> int | None:
    """The word for the place that a stretch of words is about, beside who holds "it".

    It is the one that is the subject of its sentence, or the only one named.
    """
    tree, holder = scene.tree, scene.tree.agent(at)
    apart = set(tree.phrase(holder)) if holder is not None else set()
    found: dict[str, int] = {}
    for word in range(first, last):
        if tree.words.upos[word] != "PROPN" or word in apart or tree.relation(word) == "flat":
            continue
        if (name := town(scene, word)) is not None and not _is_where_told(scene, word):
            found.setdefault(name, word)
    about = [at for at in found.values() if tree.relation(at) == "nsubj" and last == tree.sentence(at)[1]]
    return next(iter(about or found.values())) if len(about) == 1 or len(found) == 1 else None


def may_be_held(scene: Scene, at: int) -> bool:
    """Whether a noun is a name, or a common noun for a place or a part of one."""
    tree = scene.tree
    places = words("naming", "place") | words("naming", "part") | words("naming", "landscape")
    places = places | words("naming", "seat") | words("control", "ground") | words("control", "piece")
    places = places | words("control", "structure")
    inner = tree.oblique(at, *words("naming", "of")) if tree.lower[at] in words("naming", "part") else None
    if inner is not None and tree.words.upos[inner] == "NOUN":  # "half of the market in Mora"
        return tree.lower[inner] in places
    if tree.lower[at] in places:
        return True
    mention = scene.mentions.covering(at)
    if mention is not None and mention.label == "ORG" and tree.lower[at] in words("control", "body"):
        return False
    named = tree.words.upos[at] == "PROPN" or mention is not None
    return named and tree.text[tree.words.spans[at][0]].isupper()
