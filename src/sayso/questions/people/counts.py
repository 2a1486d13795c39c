"""Who is counted: the numbers of a report that count people, and those who are added to them."""

from __future__ import annotations

from bisect import bisect_right

from sayso.questions.people.apart import before_aside
from sayso.questions.people.deaths import lives
from sayso.questions.people.joined import PEOPLE, Known, together, with_joined
from sayso.questions.people.losses import whom_lost
from sayso.questions.people.rows import rows_of
from sayso.questions.text.amounts import amount, numbers
from sayso.questions.text.events import event_class
from sayso.questions.text.frames import Match
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words
from sayso.reading.nouns import noun_kind

__all__ = ["counted", "counts", "in_date", "more"]

STEPS = 3
"""Words followed downwards to what a number counts."""

NEAR = 4
"""Words behind a number in which what it counts is looked for."""

FAR = 20
"""Words before a verb among which those are looked for who are told of over an aside."""

_NOTHING_DONE = ((), ("ADP",), ("SCONJ",), ("PUNCT",), ("ADV",), ("CCONJ",))
"""What follows a participle that has no object."""


def counts(scene: Scene) -> Known:
    """The numbers of a report that may count people: no years, and no shares."""
    tree = scene.tree
    found = numbers(tree)
    years = {at for at, (value, _) in found.items() if 1900 <= value < 2100 and in_date(scene, at)}
    shares = {
        at
        for at, (_, last) in found.items()
        if words("toll", "share").intersection(tree.lower[last + 1 : last + 2])
    }
    parts = {at for at in found if "/" in (tree.lower[at - 1 : at] + tree.lower[at + 1 : at + 2])}  # "2/3"
    some = {at for at in found if _is_one_of(tree, at) and not found.keys().isdisjoint(range(at + 2, at + 5))}
    some |= {number for at in found for number in _share(tree, at, found)}
    some |= {at for at in found if _in_name(tree, at)}
    rows = {at for row in rows_of(tree) for at in row.numbers}
    return {at: told for at, told in found.items() if at not in years | shares | parts | some | rows}


def _in_name(tree: Tree, at: int) -> bool:
    """Whether a hyphen joins a number to a name: "a Tu-134 airliner"."""
    return at > 1 and tree.lower[at - 1] == "-" and tree.words.upos[at - 2] == "PROPN"


def _is_one_of(tree: Tree, at: int) -> bool:
    """Whether a number tells that somebody is one of several: "one of four people killed"."""
    less = at > 0 and tree.lower[at - 1] in words("amounts", "but")  # "all but one of the sixteen"
    return tree.lower[at] in words("life", "one") and tree.lower[at + 1 : at + 2] == ["of"] and not less


def _share(tree: Tree, at: int, found: Known) -> tuple[int, ...]:
    """The two numbers of a share: "one in three deaths", "one death in three", but not "two in two raids"."""
    inside = next((i for i in (at + 1, at + 2) if tree.lower[i : i + 1] == ["in"]), None)
    of = found.get(inside + 1) if inside is not None else None
    if inside is None or of is None or of[0] <= found[at][0]:
        return ()
    behind = of[1] + 1
    alone = behind >= len(tree.words) or tree.words.upos[behind] != "NOUN"
    people = words("toll", "counted") | words("toll", "lives") | words("toll", "searched")
    if inside == at + 2:
        return (at, inside + 1) if alone and tree.lower[at] in words("life", "one") else ()
    return (at, inside + 1) if alone or tree.lower[behind] in people else ()


def in_date(scene: Scene, at: int) -> bool:
    """Whether a word is part of a date."""
    start, end = scene.tree.words.spans[at]
    times = scene.reading.times
    index = bisect_right(times, start, key=lambda time: time.start) - 1
    return index >= 0 and times[index].type == "DATE" and end <= times[index].end


def counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The noun that is counted, the predicate that tells of it, and how many; no animals."""
    found = _counted(scene, match, known)
    noun = found[0] if found is not None else None
    if noun is not None and scene.tree.lower[noun] in words("toll", "things"):
        return None
    for _ in range(STEPS):
        if noun is None:
            break
        if scene.tree.lower[noun] in words("responsibility", "animal"):
            return None
        noun = scene.tree.oblique(noun, "of")  # "hundreds of thousands of fish"
    return found


def _counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The same, of whatever is counted."""
    part = match.frame.part
    if part == "gap":
        value = amount(scene.tree, match.at, known)
        return (match.at, match.at, value) if value else None
    if part == "listed":
        return _at_list(scene, match.at, known)
    if part == "number":
        return _at_number(scene, match.at, known)
    if part == "lost":
        lost = whom_lost(scene, match.at)
        value = amount(scene.tree, lost, known) if lost is not None else None
        return (lost, match.at, value) if lost is not None and value else None
    if part in ("loss", "body", "bearer"):
        return _by_noun(scene, match.at, part, known)
    return _by_verb(scene, match.at, part, known)


def _at_list(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose number an aside tells: "the dead, 14 men and two women, had …"."""
    tree = scene.tree
    noun = tree.words.heads[at] if tree.relation(at) == "nummod" else at
    value = amount(tree, noun, known)
    return (noun, at, with_joined(scene, noun, value, known)) if value else None


def _at_number(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whom the word right before a state counts: "14 dead"."""
    value = amount(scene.tree, at - 1, known)
    verb = at if scene.tree.words.upos[at] == "VERB" else _verb(scene, at)
    return (at - 1, verb, value) if value else None


def _by_noun(scene: Scene, at: int, part: str, known: Known) -> tuple[int, int, str] | None:
    """Those counted with a noun: "the loss of 12 men", "12 deaths", "13 pupils with minor injuries"."""
    tree = scene.tree
    if part == "loss":
        return _lost(scene, at, known)
    verb = _verb(scene, at)
    if "with" in tree.cases(at):
        above = tree.words.heads[at]  # "13 pupils with burns", "13 were taken to a clinic with burns"
        who = tree.subject(above) if tree.words.upos[above] == "VERB" else above
        who = above if who is None else who
        value = amount(tree, who, known) if tree.words.upos[who] in ("NOUN", "NUM") else None
        return (who, verb, value) if value else None
    if tree.words.upos[at] not in ("NOUN", "ADJ") or part == "bearer":
        return None
    value = amount(tree, at, known) or _of_many(scene, at, known)
    recount = any(tree.lower[c] in words("toll", "recount") for c in tree.having(verb, "advmod"))
    other = recount or tree.lower[verb] in words("toll", "other")  # "five bodies were counted twice"
    return (at, verb, value) if value and not other else None


def _lost(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose loss or killing a noun tells: "the loss of 12 men", "the massacre of 43 students"."""
    tree = scene.tree
    lost = tree.oblique(at, "of")
    value = amount(tree, lost, known) if lost is not None else None
    if lost is None or not value or value == "1":
        return None
    word = tree.lower[lost]
    bare = lost in known and not words("toll", "dead").isdisjoint(tree.lower[tree.sentence(at)[0] : at])
    people = (
        bare
        or word in words("toll", "lives")
        or (  # "killed 30, and the army admits the loss of seven"
            event_class(tree.lower[at]) != "fall" and _are_people(tree, lost)
        )
    )
    return (lost, at, with_joined(scene, lost, value, known)) if people else None


def _are_people(tree: Tree, at: int) -> bool:
    """Whether a noun can stand for people."""
    word = tree.lower[at]
    plain = noun_kind(word) in PEOPLE and event_class(word) is None and word not in words("toll", "things")
    return plain and tree.words.upos[at] in ("NOUN", "PROPN", "ADJ") and tree.relation(at) != "compound"


def _by_verb(scene: Scene, at: int, part: str, known: Known) -> tuple[int, int, str] | None:
    """Those counted with a verb or a predicate: its object or its subject, and those joined to them."""
    tree = scene.tree
    if part == "predicate":
        at = _told_at(tree, at)
    elif tree.lower[at] in words("deaths", "either") and any(True for _ in tree.having(at, "obj")):
        part = "patient"  # "the flood drowned ten"
    those = at > 0 and tree.lower[at - 1] in words("life", "those")
    if (those and at + 1 in known) or _is_other(tree, at, part):  # "of those killed 86 are unnamed"
        return None
    if part == "patient" and tree.lower[at] in words("deaths", "taking"):
        return _taken(scene, at, known)
    done = part == "patient" or tree.lower[at + 1 : at + 3] == ["to", "death"]
    near = _in_short(scene, at, known) if part in ("patient", "predicate") else None
    near = near or more(scene, at, known) or (_right_behind(scene, at, known) if done else None)
    if near is not None:
        return near
    who = _others(tree, at) or _whom(scene, at, part, known)
    if who is None or tree.lower[who] in words("toll", "toll"):
        return None
    mention = scene.mentions.covering(who)
    person = mention is not None and mention.label == "PERSON"  # "In 348 Ann Roe died"
    return together(scene, who, at, None if person else amount(tree, who, known), known)


def _others(tree: Tree, at: int) -> int | None:
    """Those who died with somebody: "Ann Roe perished along with 10 others"."""
    beside = tree.oblique(at, "with")
    if beside is None:
        return None
    told = {tree.lower[beside], *(tree.lower[c] for c in tree.having(beside, "amod"))}
    return beside if told & words("toll", "others") else None


def _told_at(tree: Tree, at: int) -> int:
    """The verb that links those counted to a predicate, where the parse may have hung it elsewhere."""
    if tree.lower[at - 1] == "as" and tree.words.upos[at - 2] == "VERB":
        return at - 2  # "60 more are listed as missing"
    return at - 1 if _links(tree, at - 1) else at  # "while three remained missing"


def _whom(scene: Scene, at: int, part: str, known: Known) -> int | None:
    """The word for those counted with a verb or a predicate."""
    tree = scene.tree
    if (before := _before(scene, at, known)) is not None:
        return before
    joined = part == "patient" and at > 0 and tree.relation(at) in ("conj", "acl")
    if joined and tree.words.upos[at - 1] == "NOUN" and amount(tree, at - 1, known):
        return at - 1  # "56 deaths and over 200 people injured"
    who = _who(scene, at, part)
    if who is not None:
        return who
    number = _number_before(tree, at, known)  # "of the 90 aboard, 31 died"
    return number if number is not None else _unhung(tree, at, known)


def _unhung(tree: Tree, at: int, known: Known) -> int | None:
    """Those counted before a verb, where the parse took them for no part of its clause."""
    loose = (c for c in tree.having(at, "obl") if c < at and not tree.cases(c))
    return next((c for c in loose if any(n in known for n in tree.having(c, "nummod"))), None)


def _links(tree: Tree, at: int) -> bool:
    """Whether a verb with a subject of its own links it to the predicate behind."""
    own = any(True for _ in tree.having(at, "nsubj"))
    return at >= 0 and own and tree.lower[at] in words("toll", "linking")


def _is_other(tree: Tree, at: int, part: str) -> bool:
    """Whether a word only looks as if it told of several dead, hurt or missing.

    "Missing the runway", "dying to see it", "both are among the dead", "26 were killed or wounded", and the
    gunmen who "shot dead a man".
    """
    gone = tree.lower[at] in words("toll", "gone") and tree.relation(at) == "amod"
    if part == "predicate" and (gone or any(True for _ in tree.having(at, "obj"))):
        return True
    found = words("stance", "not").intersection(tree.lower[max(0, at - NEAR) : at])
    if part == "wanted" and not found:  # "not accounted for"
        return True
    if tree.lower[at : at + 2] == ["dying", "to"] or tree.lower[max(0, at - 2) : at] == ["among", "the"]:
        return True
    either = tree.lower[at - 1] == "or" and tree.lower[at - 2] in groups("aspects")
    either = either or (tree.lower[at + 1 : at + 2] == ["or"] and tree.lower[at + 2] in groups("aspects"))
    return either or _shot_dead(tree, at, part)


def _in_short(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose number a bare participle follows at once: "eleven police killed, dozens wounded"."""
    tree = scene.tree
    noun = at - 1
    if noun < tree.sentence(at)[0] or tree.words.upos[at + 1 : at + 2] not in _NOTHING_DONE:
        return None
    vague = groups("amounts").get(tree.lower[noun], "").isdigit()
    many = tree.words.upos[noun] == "NOUN" and noun - 1 in known and noun not in known
    first = noun if vague else noun - 1
    joined = tree.lower[first - 1] == "and" and tree.lower[first - 2] not in groups("aspects")
    value = amount(tree, noun, known) if (vague or many) and not joined else None
    return (noun, at, value) if value and value != "1" else None


def _shot_dead(tree: Tree, at: int, part: str) -> bool:
    """Whether those before a verb and "dead" are who kills: "gunmen shot dead a man"."""
    verb = at if part == "patient" else at - 1
    dead = tree.lower[verb + 1 : verb + 2] == ["dead"] and verb >= 0 and tree.words.upos[verb] == "VERB"
    active = not any(True for _ in tree.having(verb, "aux:pass"))
    return dead and active and tree.words.upos[verb + 2 : verb + 3] in (("NOUN",), ("PROPN",), ("DET",))


def _who(scene: Scene, at: int, part: str) -> int | None:
    """Who is counted with a verb or predicate: its object or its subject."""
    if part == "subject" and (before := before_aside(scene, at)) is not None:
        return before
    tree = scene.tree
    leaving = tree.words.heads[at]
    own = any(True for _ in tree.having(at, "nsubj"))  # "leaving two points and their hopes dead"
    if part == "predicate" and tree.lower[leaving] in words("toll", "leaving") and not own:
        for left in tree.having(leaving, "obj", "nsubj"):
            if leaving < left < at:  # "left seven residents, five of them children, dead"
                return left
    return tree.patient(at) if part in ("patient", "wanted") else tree.subject(at)


def _verb(scene: Scene, at: int) -> int:
    """The verb above a word, or the word itself where it has none."""
    return next((a for a in scene.tree.above(at) if scene.tree.words.upos[a] in ("VERB", "AUX")), at)


def _taken(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """How many lives are taken: "claimed 12 lives", "took the lives of 12 people"."""
    life, done = lives(scene, at), scene.tree.patient(at)
    if life is None and done is not None and scene.tree.lower[done] in words("toll", "victims"):
        life = done
    if life is None:
        return None
    value = amount(scene.tree, life, known) or _of_many(scene, life, known)
    if value is None and (who := scene.tree.patient(at)) is not None:  # "cost 12 people their lives"
        value = amount(scene.tree, who, known)
    return (life, at, value) if value else None


def more(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those told of as so many more: "and scores more were injured"."""
    tree = scene.tree
    for child in tree.having(at, "nsubj", "advmod"):
        told = tree.lower[child] in words("amounts", "further") and child > tree.sentence(at)[0]
        apart = {"VERB", "CCONJ"}.intersection(tree.words.upos[at + 1 : child])
        if told and not apart:  # not "killed nine and injured 50 more"
            value = amount(tree, child - 1, known)
            return (child - 1, at, value) if value else None
    return _more_before(tree, at, known)


def _more_before(tree: Tree, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those told of as more, over an aside: "twenty more, including a guard, were hurt"."""
    first = max(tree.sentence(at)[0] + 1, at - FAR)
    for i in range(at - 1, first, -1):
        listing = tree.lower[i] in words("naming", "including")
        if tree.lower[i] == ";" or (tree.words.upos[i] in ("VERB", "SCONJ") and not listing):
            return None
        if tree.lower[i] in words("amounts", "further") and tree.lower[i + 1] == ",":
            value = amount(tree, i - 1, known)
            return (i - 1, at, value) if value else None
    return None


def _of_many(scene: Scene, at: int, known: Known) -> str | None:
    """How many a death is of: "the death of at least 50 people"."""
    of = scene.tree.oblique(at, "of")
    value = amount(scene.tree, of, known) if of is not None else None
    return with_joined(scene, of, value, known) if of is not None and value else value


def _right_behind(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose number follows a verb at once, wherever the parse hung it: "killed 5 and wounded 110"."""
    tree = scene.tree
    number = at + 3 if tree.lower[at + 1 : at + 3] == ["to", "death"] else at + 1
    while number < tree.sentence(at)[1] and tree.lower[number] in words("toll", "bounding"):
        number += 1
    bare = not any(True for _ in tree.having(at, "aux:pass"))
    vague = number < len(tree.words) and groups("amounts").get(tree.lower[number], "").isdigit()
    if bare and vague and number not in known:  # "injuring dozens"
        value = amount(tree, number, known)
        return (number, at, value) if value else None
    if number not in known or tree.words.upos[number] != "NUM" or not bare:
        return None
    behind = known[number][1] + 1
    other = words("toll", "measure") | {"-"}
    if other.intersection(tree.lower[behind : behind + 1]):  # "killed 12 miles away", "killed 12-year-old"
        return None
    noun = tree.words.heads[number]
    counts = tree.words.deprels[number] == "nummod" and behind <= noun < behind + NEAR
    counted = noun if counts else number
    value = amount(tree, counted, known)
    return (counted, at, with_joined(scene, counted, value, known)) if value else None


def _number_before(tree: Tree, at: int, known: Known) -> int | None:
    """The number before a predicate, over auxiliaries and where they were: "all nine aboard were killed"."""
    before = at - 1
    while before > 0 and (
        tree.words.upos[before] == "AUX" or tree.lower[before] in words("toll", "on_board")
    ):
        before -= 1
    return before if before in known else None


def _before(scene: Scene, at: int, known: Known) -> int | None:
    """A number right before a predicate: of "31 died and 170 were missing" the second counts the missing."""
    before = at - 1
    presumed = words("toll", "presuming")
    while before > 0 and (
        scene.tree.words.upos[before] in ("AUX", "ADV") or scene.tree.lower[before] in presumed
    ):
        before -= 1
    relation = scene.tree.relation(at)
    apart = before < at - 1 or relation in ("xcomp", "conj")
    apart = apart or (relation == "acl" and scene.tree.words.heads[at] < before)  # "5 dead and 60 injured"
    return before if before in known and apart else None
