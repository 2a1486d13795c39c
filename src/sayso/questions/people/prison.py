"""Who is in custody by a place or a term of it: "in jail", "sent to prison", "serving two years"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.people.arrests import of_custody
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = [
    "apposed",
    "commuted",
    "imprisoned",
    "is_out",
    "is_sent",
    "is_to_prison",
    "leaving",
    "on_bail",
    "placed",
    "to_freedom",
]

NEAR = 8
"""Words behind a term in which it is told that it is one of prison."""

PART = 4
"""Words before "suspended" in which it is told that only a part is: "two of them suspended"."""

FAR = 60
"""Words behind "sentenced" in which it is told to what."""


def placed(scene: Scene, at: int) -> int | None:
    """Whom a word for a place or state of custody is told of: who is "in jail", "captive", "at large"."""
    tree, word = scene.tree, scene.tree.lower[at]
    if _is_over(scene, at):
        return None
    if word in words("custody", "street"):
        return _back(scene, at)
    if tree.relation(at) == "amod" or word in words("custody", "free") | words("custody", "bare"):
        return _so(scene, at)
    if word in words("custody", "inmate"):
        return _inmate(scene, at)
    if word in words("custody", "row") and tree.lower[at - 1] not in words("custody", "death"):
        return None
    if (word in words("custody", "compounded") and not _is_cell(scene, at)) or (
        word in words("custody", "grip") and not _is_theirs(scene, at)
    ):
        return None
    if is_out(scene, at):
        return tree.subject(at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at])
    if (own := _own_cell(scene, at)) is not None:
        return own
    if _is_cell(scene, at) and words("custody", "out_of").intersection(tree.cases(at)):
        return _calling(scene, at)
    inside = any(case in _wanted(word) for case in tree.cases(at))
    return _inside(scene, at) if inside else _sent(scene, at)


def _back(scene: Scene, at: int) -> int | None:
    """Who is "back on the street", where the report speaks of custody."""
    tree = scene.tree
    near = tree.lower[max(tree.sentence(at)[0], at - NEAR) : at]
    told = "on" in tree.cases(at) and not words("custody", "back").isdisjoint(near)
    if not told or not of_custody(scene, at):
        return None
    verb = at if any(True for _ in tree.having(at, "cop")) else tree.words.heads[at]
    return tree.subject(verb) if verb == at or tree.lower[verb] in words("custody", "being_back") else None


def _is_cell(scene: Scene, at: int) -> bool:
    """Whether a word is a place of custody, by itself or by the noun before it: "a labour camp"."""
    tree = scene.tree
    if tree.lower[at] in words("custody", "cells"):
        return True
    kind = (tree.lower[c] for c in tree.having(at, "compound", "amod"))
    return tree.lower[at] in words("custody", "compounded") and not words("custody", "penal").isdisjoint(kind)


def is_out(scene: Scene, at: int) -> bool:
    """Whether somebody is or got out of a place of custody: "was out of jail within a week"."""
    tree = scene.tree
    if not _is_cell(scene, at) or "out of" not in " ".join(tree.cases(at)):
        return False
    got = tree.lower[tree.words.heads[at]] in words("custody", "getting")
    return got or any(True for _ in tree.having(at, "cop"))


def _own_cell(scene: Scene, at: int) -> int | None:
    """Whose cell somebody is in: "went on hunger strike in his cell", "called from her prison cell"."""
    tree = scene.tree
    owner = next(tree.having(at, "nmod:poss"), None)
    inside = words("custody", "case") | words("custody", "calling_from")
    own = owner is not None and tree.words.upos[owner] == "PRON" and tree.lower[at] in words("custody", "own")
    return owner if own and not inside.isdisjoint(tree.cases(at)) else None


def _is_theirs(scene: Scene, at: int) -> bool:
    """Whether hands are those of officers or armed men: "in the hands of the police"."""
    of = scene.tree.oblique(at, *words("naming", "of"))
    if of is not None and scene.mentions.of(of, "ORG") is not None:
        return True  # "in the hands of Islamic Jihad"
    phrase = scene.tree.phrase(of) if of is not None else ()
    return not words("custody", "officers").isdisjoint(scene.tree.lower[i] for i in phrase)


def _calling(scene: Scene, at: int) -> int | None:
    """Who speaks, writes or acts from a place of custody: "said by telephone from prison"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) == "nmod" or tree.lower[verb] in words("custody", "smuggled"):
        verb = tree.words.heads[verb]  # "wrote a letter from prison"
    if tree.words.upos[verb] == "NOUN":  # "in a letter smuggled out of prison"
        verb = tree.words.heads[verb]
    calls = tree.lower[verb] in words("custody", "calling") and not tree.passive(verb)
    return tree.subject(verb) if calls and _is_cell(scene, at) else None


def _is_over(scene: Scene, at: int) -> bool:
    """Whether a time in a place or state is told as past: "was arrested after 14 months on the run"."""
    tree = scene.tree
    case = min(tree.having(at, "case"), default=0)
    if not case or tree.lower[case - 1] not in words("custody", "time"):
        return False
    return not words("custody", "outside").isdisjoint(tree.lower[max(0, case - NEAR) : case])


def _so(scene: Scene, at: int) -> int | None:
    """Who is "captive" or "free", or "a free man"."""
    tree, word = scene.tree, scene.tree.lower[at]
    state = words("custody", "free") | words("custody", "bare")
    if tree.relation(at) == "amod":
        noun = tree.words.heads[at]
        adult = word in state and tree.lower[noun] in words("custody", "human")
        return tree.subject(noun) if adult and any(True for _ in tree.having(noun, "cop")) else None
    if word in words("custody", "bare"):
        return tree.subject(at)
    if not words("custody", "rid").isdisjoint(tree.lower[at + 1 : at + 2]):
        return None  # "free of debt"
    named = tree.text[tree.words.spans[at][0]].isupper() or tree.words.upos[at] == "VERB"
    below = (tree.having(c, "mark") for c in tree.having(at, "xcomp", "advcl", "acl", "ccomp", "csubj"))
    doing = any(tree.lower[i] in words("stance", "infinitive") for marks in below for i in marks)  # "to go"
    return None if named or doing else tree.subject(at)


def _inside(scene: Scene, at: int) -> int | None:
    """Who is in a place of custody: "is in jail", "in jail since May, she …", "while in prison"."""
    tree = scene.tree
    first = next((i for i in tree.phrase(at) if tree.words.upos[i] != "PUNCT"), at)
    meanwhile = tree.lower[first] in words("custody", "while")
    if tree.relation(at) == "advcl" or meanwhile:  # "was stabbed while in prison"
        above = tree.words.heads[at]
        return tree.patient(above) if tree.passive(above) else tree.subject(above)
    if (apart := _set_off(scene, first)) is not None:
        return apart
    if any(True for _ in tree.having(at, "cop")):
        return tree.subject(at)
    verb = tree.words.heads[at]
    state = tree.words.upos[verb] in ("ADJ", "ADV") or bool(tree.cases(verb))
    so = state and any(True for _ in tree.having(verb, "cop"))
    if so and _is_cell(scene, at):  # "is on hunger strike in jail", "was ill in prison"
        return tree.subject(verb)
    if tree.relation(at) == "nmod" and tree.lower[at] in words("custody", "state"):
        return verb  # "is one of five reporters behind bars"
    if tree.relation(at) not in ("obl", "xcomp", "advmod") or not _holds(scene, at, verb):
        return _sent(scene, at)
    return tree.subject(verb) if not tree.passive(verb) else tree.patient(verb)


def _holds(scene: Scene, at: int, verb: int) -> bool:
    """Whether who does or suffers something in a place of custody is held: "stays", "died in prison"."""
    tree, word = scene.tree, scene.tree.lower[verb]
    if tree.lower[at] in words("custody", "bond"):
        return word in words("custody", "liberty")
    if word in words("custody", "being"):
        return tree.passive(verb) or not any(True for _ in tree.having(verb, "obj"))
    if tree.lower[at] in words("custody", "grip"):
        return word in words("custody", "falling")
    return word in words("custody", "suffering") and _is_cell(scene, at)


def _wanted(word: str) -> frozenset[str]:
    """The prepositions that make a word tell of custody."""
    if word in words("custody", "bond"):  # "out on bail"
        return words("custody", "on")
    return words("custody", "loose_case" if word in words("custody", "loose") else "case")


def _inmate(scene: Scene, at: int) -> int | None:
    """Who is an inmate or a hostage, not a former one, and no "prisoner of his past"."""
    tree = scene.tree
    of = tree.oblique(at, *words("naming", "of"))
    owned = of is not None and any(True for _ in tree.having(of, "nmod:poss"))
    owned = owned or (of is not None and tree.lower[of] in words("custody", "no_captor"))
    before = {tree.lower[c] for c in tree.having(at, "amod", "advmod")}
    if owned or before & words("control", "former"):
        return None
    if any(True for _ in tree.having(at, "cop")) or tree.relation(at) == "xcomp":
        return tree.subject(at)
    return tree.words.heads[at] if tree.relation(at) == "appos" and tree.words.heads[at] < at else None


def apposed(scene: Scene, at: int) -> int | None:
    """A noun for an inmate whom the report names right behind it: "the hostage, Ann Roe,"."""
    tree = scene.tree
    children = tree.children[at]
    the = any(tree.lower[c] in words("naming", "the") for c in children)
    freed = words("custody", "set_free") | words("control", "former")
    named = any(tree.relation(c) == "appos" and tree.words.upos[c] == "PROPN" for c in children)
    let_go = tree.relation(at) == "obj" and tree.lower[tree.words.heads[at]] in words("custody", "releasing")
    told = the and named and not let_go and freed.isdisjoint(tree.lower[c] for c in children)
    return at if told and tree.lower[at + 1] == "," else None


def _set_off(scene: Scene, first: int) -> int | None:
    """Whose name stands before a phrase set off by a comma: "Ann Roe, in detention since May, …"."""
    if first < 2 or scene.tree.lower[first - 1] != ",":
        return None
    mention = scene.mentions.covering(first - 2)
    return first - 2 if mention is not None and mention.label == "PERSON" else None


def _sent(scene: Scene, at: int) -> int | None:
    """Who is brought to a place of custody or had there: "was sent to prison", "put her in jail"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) not in ("obl", "xcomp", "nmod") or not _is_cell(scene, at):
        return None
    if words("custody", "into").isdisjoint(tree.cases(at)):
        return None
    if tree.words.upos[verb] != "VERB":
        verb = tree.words.heads[verb]
    word, bare = tree.lower[verb], not any(True for _ in tree.having(at, "det", "nmod:poss"))
    if word in words("custody", "sending"):
        return tree.patient(verb)
    return tree.subject(verb) if word in words("custody", "entering") and bare else None


def is_sent(scene: Scene, at: int) -> bool:
    """Whether somebody is brought to a place of custody, and not only kept there."""
    tree = scene.tree
    verb = tree.words.heads[at]
    brought = words("custody", "sending") | words("custody", "entering")
    moved = tree.relation(at) == "obl" and tree.lower[verb] in brought - words("custody", "keeping")
    return moved and not is_out(scene, at)


def imprisoned(scene: Scene, at: int) -> int | None:
    """Who has a term in prison by a verb: "serves", "received", "was given" or "spent" so many years."""
    tree = scene.tree
    if any(tree.lower[c] in words("custody", "outside") for c in tree.having(at, "mark", "case")):
        return None  # "after serving half of her sentence"
    imposed = tree.words.deprels[at] == "acl" and tree.lower[at] in words("custody", "imposed")
    nouns = iter([tree.words.heads[at]]) if imposed else _objects(scene, at)  # "the sentence given to Roe"
    term = next((noun for noun in nouns if _is_term(scene, at, noun)), None)
    if term is None:
        return None
    if tree.lower[at] not in words("custody", "giving"):
        return tree.subject(at)
    if imposed:
        return tree.oblique(at, "to", "on")
    done = tree.lower[at] in words("custody", "given") and not any(True for _ in tree.having(at, "aux"))
    if tree.passive(at) or done:
        return tree.subject(at)
    given = (c for c in tree.having(at, "iobj", "obj") if c != term)
    taker = tree.oblique(at, "to", "on")  # "imposed a sentence on Ann Roe"
    return next(given, taker if taker is not None else tree.oblique(term, "to", "on"))


def _objects(scene: Scene, at: int) -> Iterator[int]:
    """The nouns that can be the object of a verb: "half of her sentence" is her sentence."""
    tree = scene.tree
    for noun in tree.having(at, "obj", "obl", "xcomp", "nsubj"):
        with_it = tree.lower[at] in words("custody", "hitting") and tree.cases(noun) == ("with",)
        if noun > at and (with_it or not tree.cases(noun)):
            inner = tree.oblique(noun, *words("naming", "of"))
            if tree.words.upos[noun] == "NUM" and tree.lower[noun + 1 : noun + 2] == ["of"]:
                inner = tree.words.heads[noun + 1]  # "18 of his 77 years"
            part = tree.lower[noun] in words("naming", "part") or tree.words.upos[noun] == "NUM"
            yield inner if inner is not None and part else noun


def _is_term(scene: Scene, verb: int, noun: int) -> bool:
    """Whether a noun is a term in prison: not one of office, nor a suspended one."""
    tree, head = scene.tree, scene.tree.lower[noun]
    last = min(tree.sentence(noun)[1], noun + NEAR)
    marks = (i for i in range(noun + 1, last) if tree.words.upos[i] == "PUNCT" and tree.lower[i] != "-")
    behind = next(marks, last)
    told = {tree.lower[i] for i in (*tree.phrase(noun), *range(noun, behind))}
    if told & words("custody", "spared") or _is_of_a_thing(scene, noun):
        return False
    described = any(True for _ in tree.having(noun, "det", "amod", "compound"))
    if described and head in words("custody", "whole_life"):  # "a quiet life"
        return False
    jailed = bool(told & words("custody", "jailing"))
    if "parole" in told and tree.lower[verb] in words("custody", "serving"):
        return True
    passing = tree.lower[verb] in words("custody", "passing")
    if passing and not _is_jail(scene, noun, behind):
        jailed = False
    serving = tree.lower[verb] in words("custody", "serving")
    first, end = tree.sentence(verb)
    guilty = not words("custody", "convicting").isdisjoint(tree.lower[first:end])
    if head in words("custody", "verdict"):
        return jailed or serving or bool(told & words("custody", "time"))
    if head in words("custody", "stint"):
        return jailed or "life" in told or (serving and guilty)
    if head in words("custody", "while_away") and serving:  # "serving his time"
        return True
    if serving and told & words("custody", "crime"):
        return head in words("custody", "time")
    whole = guilty or "life" in told or "for" in told  # "got life", "got ten years for spying"
    return head in words("custody", "time") and (jailed or (whole and not passing))


def _is_of_a_thing(scene: Scene, noun: int) -> bool:
    """Whether a time is one of something else than prison: "ten years of free pizza"."""
    tree = scene.tree
    if tree.lower[noun + 1 : noun + 2] == ["as"]:  # "served time as a coach"
        return True
    of = tree.oblique(noun, *words("naming", "of")) if tree.lower[noun] in words("custody", "time") else None
    if of is None or tree.lower[of] in words("custody", "time"):
        return False
    return words("custody", "jailing").isdisjoint(tree.lower[i] for i in tree.phrase(of))


def _is_jail(scene: Scene, noun: int, last: int) -> bool:
    """Whether a time was spent in a place of custody by what stands behind it: "six years in prison"."""
    tree = scene.tree
    named = (i for i in range(noun + 1, last) if tree.lower[i] in words("custody", "jailing"))
    near = (tree.words.heads[i] if tree.relation(i) in ("compound", "flat") else i for i in named)
    return any(not words("custody", "case").isdisjoint(tree.cases(i)) for i in near)


def commuted(scene: Scene, at: int) -> int | None:
    """Whose sentence is made one of prison: "her death sentence was commuted to life in prison"."""
    tree = scene.tree
    sentence, to = tree.patient(at), tree.oblique(at, "to")
    term = to is not None and tree.lower[to] in words("custody", "time") | words("custody", "stint")
    if sentence is None or tree.lower[sentence] not in words("custody", "verdict") or not term:
        return None
    return scene.owner(sentence)


def on_bail(scene: Scene, at: int) -> int | None:
    """Who is granted or refused bail: "was denied bail", "bail was refused for Roe", "revoked her parole"."""
    tree = scene.tree
    parts = list(tree.having(at, "obj", "iobj", "nsubj", "xcomp", "obl"))
    bail = next((c for c in parts if tree.lower[c] in words("custody", "surety")), None)
    if bail is None:
        return None
    named = (c for c in tree.having(at, "obj", "iobj", "nsubj:pass") if c != bail)
    to = tree.oblique(at, "to", "for")
    before = next((c for c in tree.having(bail, "compound") if tree.words.upos[c] == "PROPN"), None)
    for who in (next(named, None), before, to, tree.oblique(bail, "to", "for"), scene.owner(bail)):
        if who is not None:
            return who
    who = tree.subject(at)  # "Roe denied bail"
    court = words("custody", "court") | words("custody", "officers")
    return who if who is not None and who != bail and tree.lower[who] not in court else None


def leaving(scene: Scene, at: int) -> int | None:
    """Who leaves a place of custody: "emerged from the gates of the prison", "walked out of jail"."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + NEAR)
    stop = next((i for i in range(at + 1, last) if tree.words.upos[i] in ("VERB", "PUNCT")), last)
    out_of = next((i for i in range(at + 1, stop) if tree.lower[i] in words("custody", "out_of")), stop)
    cells = (i for i in range(out_of, stop) if _is_cell(scene, i))
    return tree.subject(at) if any(tree.relation(i) != "compound" for i in cells) else None


def to_freedom(scene: Scene, at: int) -> int | None:
    """Who comes to freedom, or is brought there: "was flown to freedom"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obl" or words("stance", "infinitive").isdisjoint(tree.cases(at)):
        return None
    if tree.lower[verb] not in words("custody", "to_freedom"):
        return None
    done = tree.patient(verb)
    return done if done is not None else tree.subject(verb)


def is_to_prison(scene: Scene, at: int) -> bool:
    """Whether a sentence is one of prison by what is told first behind it: no fine, not suspended."""
    tree = scene.tree
    last = min(tree.sentence(at)[1], at + FAR)
    told = words("custody", "term") | words("custody", "spared")
    first = next((i for i in range(at + 1, last) if tree.lower[i] in told), None)
    if first is None or tree.lower[first] in words("custody", "spared"):
        return False
    near = tree.lower[first : min(last, first + NEAR)]
    until = next((n for n, word in enumerate(near) if word in words("custody", "jailing")), len(near))
    if words("custody", "spared").intersection(near[:until]):
        return False  # "to two years of probation"
    put_off = (i for i in range(first, last) if tree.lower[i] in words("custody", "put_off"))
    part = words("custody", "part_of")
    return all(part.intersection(tree.lower[max(first, i - PART) : i]) for i in put_off)
