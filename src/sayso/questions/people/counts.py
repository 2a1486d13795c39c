"""Who is counted: the numbers of a report that count people, and those who are added to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sayso.questions.people.deaths import lives
from sayso.questions.people.rows import rows_of
from sayso.questions.people.victims import before_aside, beside
from sayso.questions.text.amounts import amount, numbers, parsed
from sayso.questions.text.frames import Frame, Match
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words

__all__ = ["Known", "bare", "counted", "counts", "more"]

NEAR = 4
"""Words behind a number in which what it counts is looked for."""

Known = dict[int, tuple[int, int]]
"""The numbers that may count people: by each of their words, the value and the last word."""


def counts(scene: Scene) -> Known:
    """The numbers of a report that may count people: no years, and no shares."""
    tree = scene.tree
    found = numbers(tree)
    years = {at for at, (value, _) in found.items() if 1900 <= value < 2100 and _in_date(scene, at)}
    shares = {
        at
        for at, (_, last) in found.items()
        if words("toll", "share").intersection(tree.lower[last + 1 : last + 2])
    }
    parts = {at for at in found if "/" in (tree.lower[at - 1 : at] + tree.lower[at + 1 : at + 2])}  # "2/3"
    some = {at for at in found if _is_one_of(tree, at) and not found.keys().isdisjoint(range(at + 2, at + 5))}
    some |= {number for at in found for number in _share(tree, at, found)}
    rows = {at for row in rows_of(tree) for at in row.numbers}
    return {at: told for at, told in found.items() if at not in years | shares | parts | some | rows}


def _is_one_of(tree: Tree, at: int) -> bool:
    """Whether a number tells that somebody is one of several: "one of four people killed"."""
    return tree.lower[at] in words("life", "one") and tree.lower[at + 1 : at + 2] == ["of"]


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


def _in_date(scene: Scene, at: int) -> bool:
    start, end = scene.tree.words.spans[at]
    times = scene.reading.times
    index = bisect_right(times, start, key=lambda time: time.start) - 1
    return index >= 0 and times[index].type == "DATE" and end <= times[index].end


def counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The noun that is counted, the predicate that tells of it, and how many; no animals."""
    found = _counted(scene, match, known)
    animal = found is not None and scene.tree.lower[found[0]] in words("responsibility", "animal")
    return None if animal else found


def _counted(scene: Scene, match: Match, known: Known) -> tuple[int, int, str] | None:
    """The same, of whatever is counted."""
    part = match.frame.part
    if part == "number":
        return _at_number(scene, match.at, known)
    if part in ("loss", "body", "bearer"):
        return _by_noun(scene, match.at, part, known)
    return _by_verb(scene, match.at, part, known)


def _at_number(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whom the word right before a state counts: "14 dead"."""
    value = amount(scene.tree, at - 1, known)
    verb = at if scene.tree.words.upos[at] == "VERB" else _verb(scene, at)
    return (at - 1, verb, value) if value else None


def _by_noun(scene: Scene, at: int, part: str, known: Known) -> tuple[int, int, str] | None:
    """Those counted with a noun: "the loss of 12 men", "12 deaths", "13 pupils with minor injuries"."""
    tree = scene.tree
    if part == "loss":
        lost = tree.oblique(at, "of")
        value = amount(tree, lost, known) if lost is not None else None
        told = lost is not None and value and tree.lower[lost] in words("toll", "lives")
        return (lost, at, value) if told and lost is not None and value else None
    verb = _verb(scene, at)
    if "with" in tree.cases(at):
        who = tree.words.heads[at]
        value = amount(tree, who, known) if tree.words.upos[who] == "NOUN" else None
        return (who, verb, value) if value else None
    if tree.words.upos[at] not in ("NOUN", "ADJ") or part == "bearer":
        return None
    value = amount(tree, at, known) or _of_many(scene, at, known)
    return (at, verb, value) if value and tree.lower[verb] not in words("toll", "other") else None


def _by_verb(scene: Scene, at: int, part: str, known: Known) -> tuple[int, int, str] | None:
    """Those counted with a verb or a predicate: its object or its subject, and those joined to them."""
    tree = scene.tree
    if part == "predicate" and tree.relation(at) == "amod" and tree.lower[at] in words("toll", "gone"):
        return None
    those = at > 0 and tree.lower[at - 1] in words("life", "those")
    if _shot_dead(tree, at, part) or (those and at + 1 in known):  # "of those killed 86 are unnamed"
        return None
    if part == "patient" and tree.lower[at] in words("deaths", "taking"):
        return _taken(scene, at, known)
    further = more(scene, at, known) or (_right_behind(scene, at, known) if part == "patient" else None)
    if further is not None:
        return further
    who = _who(scene, at, part)
    joined = part == "patient" and at > 0 and tree.relation(at) in ("conj", "acl")
    if joined and tree.words.upos[at - 1] == "NOUN" and amount(tree, at - 1, known):
        who = at - 1  # "56 deaths and over 200 people injured"
    if who is None and at - 1 in known:  # "of the 90 people aboard, 31 died"
        who = at - 1
    if who is None or tree.lower[who] in words("toll", "toll"):
        return None
    before = _before(scene, at, known)
    who = before if before is not None else who
    mention = scene.mentions.covering(who)
    person = mention is not None and mention.label == "PERSON"  # "In 348 Ann Roe died"
    return _together(scene, who, at, None if person else amount(tree, who, known), known)


def _shot_dead(tree: Tree, at: int, part: str) -> bool:
    """Whether those before a verb and "dead" are who kills: "gunmen shot dead a man"."""
    verb = at if part == "patient" else at - 1
    dead = tree.lower[verb + 1 : verb + 2] == ["dead"] and verb >= 0 and tree.words.upos[verb] == "VERB"
    active = not any(True for _ in tree.having(verb, "aux:pass"))
    return dead and active and tree.words.upos[verb + 2 : verb + 3] in (("NOUN",), ("PROPN",), ("DET",))


def _who(scene: Scene, at: int, part: str) -> int | None:
    """Who is counted with a verb or predicate: its object or its subject."""
    before = before_aside(scene, at) if part == "subject" else None
    if before is not None:
        return before
    return scene.tree.patient(at) if part == "patient" else scene.tree.subject(at)


def _verb(scene: Scene, at: int) -> int:
    """The verb above a word, or the word itself where it has none."""
    return next((a for a in scene.tree.above(at) if scene.tree.words.upos[a] in ("VERB", "AUX")), at)


def _taken(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """How many lives are taken: "claimed 12 lives", "took the lives of 12 people"."""
    life = lives(scene, at)
    if life is None:
        return None
    value = amount(scene.tree, life, known) or _of_many(scene, life, known)
    if value is None and (who := scene.tree.patient(at)) is not None:  # "cost 12 people their lives"
        value = amount(scene.tree, who, known)
    return (life, at, value) if value else None


def _together(
    scene: Scene, who: int, at: int, value: str | None, known: Known
) -> tuple[int, int, str] | None:
    """Those counted with those joined to them; where the first has no number, he or she is one.

    "his mother and ten others" are 11, "herself and two others" 3.
    """
    tree = scene.tree
    if value == "1" and scene.mentions.of(who, "PERSON") is not None:  # "another passenger, Ann Roe"
        return None
    if value is not None:
        ones = sum(_is_one(scene, c) for c in beside(tree, who))  # "the pilot and eight others", two subjects
        told = _with_joined(scene, who, value, known)
        return who, at, str(int(told) + ones) if told.isdigit() and told != "0" else told
    apposed = [c for c in tree.having(who, "appos") if scene.mentions.covering(c)]
    joined = [c for word in (who, *apposed) for c in tree.having(word, "conj")] or _beside(tree, who)
    many = [(c, number) for c in joined if (number := amount(tree, c, known)) and number != "1"]
    if len(many) != 1 or not _is_one(scene, who):
        return None
    size = parsed(many[0][1])
    others = (c for c in joined if c != many[0][0] and words("naming", "including").isdisjoint(tree.cases(c)))
    ones = 1 + sum(
        _is_one(scene, c) and tree.lower[c - 1] != "," for c in others
    )  # not "the pilot, Ann Roe,"
    if size is None or tree.lower[many[0][0]] in words("responsibility", "animal"):
        return None
    return who, at, f"{size.low + ones}.." if size.high is None else str(size.low + ones)


def _beside(tree: Tree, who: int) -> list[int]:
    """A noun joined to another by "and" that the parse hung on the verb as well."""
    siblings = tree.having(tree.words.heads[who], tree.relation(who))
    return [c for c in siblings if c > who and any(True for _ in tree.having(c, "cc"))][:1]


def _is_one(scene: Scene, at: int) -> bool:
    """Whether a word stands for one person: "her pilot", "himself", "Ann Roe"."""
    tree = scene.tree
    word = tree.lower[at]
    if scene.mentions.of(at, "PERSON") is not None or word.endswith("self"):
        return True
    if word in words("naming", "he") | words("naming", "she"):
        return True
    known = words("naming", "somebody") | words("naming", "kin") | words("naming", "role")
    return tree.words.upos[at] in ("NOUN", "ADJ") and word in known and not word.endswith("s")


def _with_joined(scene: Scene, who: int, value: str, known: Known) -> str:
    """The number of those counted with those joined to them: "three soldiers and two civilians" are 5."""
    tree = scene.tree
    near = [c for c in tree.having(who, "conj") if c > who and "VERB" not in tree.words.upos[who:c]]
    if near and "CCONJ" not in tree.words.upos[who : max(near)]:  # not "11, three critically"
        near = []
    if any(True for _ in tree.having(who, "appos")) and not any(amount(tree, c, known) for c in near):
        near = []  # "two skiers, a father and son"
    people = (c for c in near if tree.lower[c] not in words("responsibility", "animal"))
    joined = [amount(tree, c, known) or ("1" if _is_one(scene, c) else None) for c in people]
    exact = [int(number) for number in (value, *joined) if number and number.isdigit()]
    return str(sum(exact)) if len(exact) == len(joined) + 1 else value


def more(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those told of as so many more: "and scores more were injured"."""
    tree = scene.tree
    for child in tree.having(at, "nsubj", "advmod"):
        told = tree.lower[child] in words("amounts", "further") and child > tree.sentence(at)[0]
        apart = {"VERB", "CCONJ"}.intersection(tree.words.upos[at + 1 : child])
        if told and not apart:  # not "killed nine and injured 50 more"
            value = amount(tree, child - 1, known)
            return (child - 1, at, value) if value else None
    return None


def _of_many(scene: Scene, at: int, known: Known) -> str | None:
    """How many a death is of: "the death of at least 50 people"."""
    of = scene.tree.oblique(at, "of")
    return amount(scene.tree, of, known) if of is not None else None


def _right_behind(scene: Scene, at: int, known: Known) -> tuple[int, int, str] | None:
    """Those whose number follows a verb at once, wherever the parse hung it: "killed 5 and wounded 110"."""
    tree = scene.tree
    number = at + 1
    while number < tree.sentence(at)[1] and tree.lower[number] in words("toll", "bounding"):
        number += 1
    bare = not any(True for _ in tree.having(at, "aux:pass", "nsubj:pass"))
    vague = number < len(tree.words) and groups("amounts").get(tree.lower[number], "").isdigit()
    if bare and vague and number not in known:  # "injuring dozens"
        value = amount(tree, number, known)
        return (number, at, value) if value else None
    if number not in known or tree.words.upos[number] != "NUM" or not bare:
        return None
    behind = known[number][1] + 1
    other = words("toll", "measure") | {"-"}
    if (
        behind < len(tree.words) and tree.lower[behind] in other
    ):  # "killed 12 miles away", "killed 12-year-old"
        return None
    noun = tree.words.heads[number]
    counts = tree.words.deprels[number] == "nummod" and behind <= noun < behind + NEAR
    counted = noun if counts else number
    value = amount(tree, counted, known)
    return (counted, at, _with_joined(scene, counted, value, known)) if value else None


def _before(scene: Scene, at: int, known: Known) -> int | None:
    """A number right before a predicate: of "31 died and 170 were missing" the second counts the missing."""
    before = at - 1
    while before > 0 and scene.tree.words.upos[before] in ("AUX", "ADV"):
        before -= 1
    relation = scene.tree.relation(at)
    apart = before < at - 1 or relation in ("xcomp", "conj")
    apart = apart or (relation == "acl" and scene.tree.words.heads[at] < before)  # "5 dead and 60 injured"
    return before if before in known and apart else None


def bare(scene: Scene, known: Known) -> Iterator[Match]:
    """Where a number, or what it counts, stands right before a state: "14 dead", "12 missing climbers"."""
    tree, told = scene.tree, groups("aspects")
    for at, word in enumerate(tree.lower):
        if word not in words("toll", "state"):
            continue
        if not at:
            continue
        noun = at - 1
        led = (
            tree.words.upos[noun] == "NOUN" and tree.relation(noun) != "conj" and tree.relation(at) != "root"
        )
        if led and word in words("toll", "behind") and amount(tree, noun, known):
            yield Match(Frame(told[word], "number", frozenset()), at)  # "five people dead"
        behind = at + 1 < len(tree.words) and tree.words.upos[at + 1] in (
            "NOUN",
            "PROPN",
            "ADJ",
            "NUM",
            "DET",
        )
        if noun not in known or _in_date(scene, noun):
            continue
        person = behind and tree.lower[at + 1] in words("toll", "lives") | words("toll", "searched")
        if word in told and (person if word in words("toll", "gone") else not behind):
            yield Match(Frame(told[word], "number", frozenset()), at)
