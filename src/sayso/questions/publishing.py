"""When an artifact was released or made, by the verbs that tell it: "aired on Monday", "dated May 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.questions.artifacts import artifact_class
from sayso.questions.claim import Manner
from sayso.questions.owners import clauses, parts, set_apart
from sayso.questions.text.making import clause
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import entries, words
from sayso.reading.times import about

__all__ = ["Told", "told_of"]

BEHIND = 4
"""Words behind "dated" in which its day stands, where the parse hung that elsewhere."""

WEEK = 7
"""Days of a week."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NEAR = 14
"""Words behind an artifact's noun in which "dated" is told of it."""

_OWN = ("nsubj", "obj")
"""What a verb that only goes on with another's clause does not have."""

_EDTF = re.compile(r"\d{4}|\.\./\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """That an artifact was released or made, by a word, and when (EDTF); None where that is not told."""

    word: int
    manner: Manner
    day: str | None


def told_of(scene: Scene, at: int, kind: str) -> Iterator[Told]:
    """What a report tells of when the artifact that a word stands for was released or made.

    ``kind`` is its class: that a letter was sent is no release, but that it was sent to the press is. Where
    the day of one release is told, others without a day are only more of it: "published on Friday, read out".
    """
    found = list(_told_of(scene, at, kind))
    timed = any(one.manner == "released" and one.day for one in found)
    yield from (one for one in found if one.day or not timed)


def _told_of(scene: Scene, at: int, kind: str) -> Iterator[Told]:
    for verb in _verbs(scene, at):
        manner = _manner(scene, verb, kind)
        told = stance(scene.tree, verb)
        if manner == "made" and _is_rendered(scene, at, verb):
            continue  # "a translation of the tape, made on Friday"
        if manner and told.real and not told.negative and not _is_planned(scene, verb):
            day = _day(scene, verb)
            seen = scene.tree.lower[verb] in words("artifact_words", "seen")  # "a letter seen by Reuters"
            if day or (manner == "released" and not seen and not _is_presupposed(scene, verb)):
                yield Told(verb, manner, day)
    beside = (_beside(scene, at), _right_behind(scene, at), _release(scene, at), _dates(scene, at))
    yield from (one for one in beside if one)


def _is_rendered(scene: Scene, at: int, verb: int) -> bool:
    """Whether a translation, say, of an artifact was made then, and not the artifact itself."""
    tree = scene.tree
    others = words("artifact_words", "rendering") - words("artifact_words", "copy")
    of_other = tree.relation(at) == "nmod" and tree.lower[tree.words.heads[at]] in others
    return of_other and tree.lower[verb - 1] == ","


def _is_presupposed(scene: Scene, verb: int) -> bool:
    """Whether a release is only spoken of: "interest grew after the video appeared", "how it got it"."""
    tree = scene.tree
    marks = tree.having(verb, "mark") if tree.relation(verb) == "advcl" else ()
    asked = tree.having(verb, "advmod", "mark") if tree.relation(verb) == "ccomp" else ()
    return any(tree.lower[c] in words("events_apart", "after") for c in marks) or any(
        tree.lower[c] in words("artifact_words", "asking") for c in asked
    )


def _is_planned(scene: Scene, verb: int) -> bool:
    """Whether something is only to be done: "is supposed to be made public"."""
    tree = scene.tree
    planned = tree.lower[tree.words.heads[verb]] in words("artifact_words", "planned")
    return (
        planned
        and tree.relation(verb) == "xcomp"
        and "have" not in {tree.lower[c] for c in tree.children[verb]}
    )


def _verbs(scene: Scene, at: int) -> Iterator[int]:
    """The verbs by which something happens to an artifact, those joined to them among them."""
    tree = scene.tree
    noun = at
    if tree.relation(at) == "nmod" and tree.lower[tree.words.heads[at]] in words("artifact_words", "copy"):
        noun = tree.words.heads[at]
    above = tree.words.heads[noun]
    first = [verb for word in dict.fromkeys((at, noun)) for verb in clauses(scene, word)]
    what = _what(scene, at)
    above = tree.words.heads[what] if what is not None else above
    if tree.relation(above) == "advcl" and above == at + 1:  # "a memo dated May 3 was leaked"
        first.append(tree.words.heads[above])
    behind = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    first += [i for i in behind if tree.lower[i] in words("artifact_words", "dated")][:1]
    if tree.relation(noun) in ("nsubj", "obj") or what is not None:
        first += [above, *tree.having(above, "conj", "xcomp")]
    for verb in dict.fromkeys(first):
        own = tree.words.upos[verb] == "VERB" or tree.relation(verb) == "acl"
        if own and _is_done_to(scene, verb, at, noun):
            yield verb


def _what(scene: Scene, at: int) -> int | None:
    """The "what" that is said to be what a noun tells: "aired what it said was a tape"."""
    tree = scene.tree
    if not any(True for _ in tree.having(at, "cop")):
        return None
    near = (i for above in tree.above(at) for i in (above, *tree.having(above, "obj")))
    return next((i for i in near if tree.lower[i] == "what"), None)


def _is_done_to(scene: Scene, verb: int, at: int, noun: int) -> bool:
    """Whether it is the artifact that is released or made, or that comes out by itself."""
    tree = scene.tree
    patient = tree.patient(verb)
    whole = (*parts(scene, at), noun)
    if verb in set_apart(scene, at):
        return tree.passive(verb)
    bare = tree.passive(verb) and not any(True for _ in tree.having(verb, *_OWN))
    if bare and tree.relation(verb) == "conj":  # "written in May and leaked on Friday"
        first = next((a for a in tree.above(verb) if tree.relation(a) != "conj"), None)
        return first is not None and _is_done_to(scene, first, at, noun)
    if patient in whole or (patient is not None and patient == _what(scene, at)):
        return True
    relative = verb
    if tree.relation(verb) == "ccomp":  # "a photograph that they said had been taken in June"
        relative = tree.words.heads[verb]
    if tree.words.deprels[relative] == "acl:relcl" and tree.words.heads[relative] in whole:
        return patient is None or tree.lower[patient] in entries("relatives")  # "the letter she wrote"
    if tree.words.deprels[verb] == "acl" and tree.words.heads[verb] in whole and tree.passive(verb):
        return patient is None or patient > verb  # who stands behind a participle is not its subject
    alone = patient is None and not tree.passive(verb)
    if tree.lower[verb] in words("artifact_words", "dated") and at < verb < at + NEAR:
        return True
    dated = tree.lower[verb] in words("artifact_words", "itself")
    return (alone or dated) and tree.subject(verb) in whole


def _manner(scene: Scene, verb: int, kind: str) -> Manner:
    """What a verb tells of an artifact: that it was released, made, or neither."""
    tree, word = scene.tree, scene.tree.lower[verb]
    if any(tree.lower[max(0, c - 1)] in words("artifact_words", "to") for c in tree.having(verb, "xcomp")):
        return ""  # "it appeared to be old"
    if _is_made_public(scene, verb) or word in words("artifact_words", "released"):
        return "released"
    beside = _beside_verb(scene, verb)
    if word in words("artifact_words", "carried"):
        letter = kind in words("artifact_words", "sent_word")
        to = (
            words("artifact_words", "press")
            | words("artifact_words", "platform")
            | (frozenset() if letter else words("artifact_words", "keeper"))
        )
        single = not any(tree.lower[c].endswith("s") for c in tree.having(verb, "nsubj:pass"))
        done = (
            tree.passive(verb) or tree.words.deprels[verb] == "acl:relcl"
        )  # "a letter that Roe sent in May"
        sent = letter and single and done and word in words("authenticity", "sent")
        return "released" if beside & to else "made" if sent else ""  # a letter is as old as its sending
    if word in words("artifact_words", "shown") | words("artifact_words", "put"):
        on = frozenset().union(*(words("artifact_words", key) for key in ("screen", "press", "platform")))
        return "released" if beside & on else ""
    if word in words("artifact_words", "bears"):
        return "made" if beside & words("artifact_words", "date") else ""
    if word in words("artifact_words", "found"):  # "a notebook found in May", not "signed it on Monday"
        if word not in words("artifact_words", "signed"):
            return "released"
        return "made" if tree.passive(verb) else ""
    captive = not words("artifact_words", "captive").isdisjoint(tree.lower[verb + 1 : verb + 2])
    return "made" if word in words("artifact_words", "made") and not captive else ""


def _beside_verb(scene: Scene, verb: int) -> set[str]:
    """The words for who and what stands beside a verb, with those joined to them."""
    tree = scene.tree
    beside = list(tree.having(verb, "nsubj", "obj", "iobj", "obl"))
    beside += [
        c for i in beside for c in tree.having(i, "compound", "appos", "nmod:poss", "flat", "amod", "nmod")
    ]
    return {tree.lower[i] for i in beside}


def _is_made_public(scene: Scene, verb: int) -> bool:
    """Whether words around a verb tell of a release: "made public", "went viral", "turned up"."""
    tree = scene.tree
    behind = tree.lower[verb + 1 : verb + 3]
    for key, told in (("making", "public"), ("went", "public"), ("up", "light"), ("read", "aloud")):
        if tree.lower[verb] in words("artifact_words", key):
            alone = key != "up" or not any(True for _ in tree.having(verb, "obj"))
            out_of = "of" in tree.lower[verb + 2 : verb + 4]  # "put it out of action"
            return alone and not out_of and not words("artifact_words", told).isdisjoint(behind)
    return False


def _day(scene: Scene, verb: int) -> str | None:
    """The day that a verb's clause tells, or the words right behind the verb."""
    tree = scene.tree
    start, end = clause(scene, verb)
    inside = range(verb + 1, tree.at(end))
    dated = (i for i in inside if tree.lower[i] in words("artifact_words", "dated"))
    end = next((tree.words.spans[i][0] for i in dated), end)  # a letter's date is not that of its release
    joined = (
        tree.words.spans[c][0] for c in inside if tree.relation(c) == "conj" and tree.words.upos[c] == "VERB"
    )
    end = min((end, *joined))
    day = about(scene.reading, ((start, end),), scene.report.published)
    if day is None:
        last = min(tree.sentence(verb)[1], verb + 1 + BEHIND)
        near = scene.times((tree.words.spans[verb][1], tree.words.spans[last - 1][1]))
        between = tree.text[tree.words.spans[verb][1] : near[0].start] if near else ""
        day = near[0].value if near and len(between.split()) <= 1 and "," not in between else None
    return _past(day, scene.report.published) if day else None


def _past(time: str, published: str | None) -> str | None:
    """A time as a day before the report: what was released was so already, on the last Friday or May 3.

    None for what is no day, month or year, such as a duration.
    """
    day = time.partition("T")[0]
    if not _EDTF.match(day):
        return None
    if not published or not _DAY.fullmatch(day) or day <= published[:10]:
        return day
    week = (date.fromisoformat(day) - timedelta(days=WEEK)).isoformat()
    return week if week <= published[:10] else f"{int(day[:4]) - 1}{day[4:]}"


def _right_behind(scene: Scene, at: int) -> Told | None:
    """When an artifact was made or came out, by a day right behind its noun.

    "Roe said in a video on Friday" tells that it came out then, "a video from July 2014" that it was made.
    """
    tree = scene.tree
    end = tree.words.spans[at][1]
    near = scene.times((end, tree.words.spans[min(len(tree.words), at + 1 + BEHIND) - 1][1]))
    day = _past(near[0].value, scene.report.published) if near else None
    between = tree.text[end : near[0].start].split() if near else []
    if day is None or between in ([",", "from"], ["from"]):
        return Told(at, "made", day) if day else None
    inside = words("artifact_words", "inside").intersection(tree.cases(at))
    said = inside and tree.relation(at) == "obl" and not tree.passive(tree.words.heads[at])
    return Told(at, "released", day) if said and between in ([], ["on"]) else None


def _release(scene: Scene, at: int) -> Told | None:
    """When an artifact was released, by a noun for that: "the broadcast of the tape on Monday"."""
    tree = scene.tree
    noun = tree.words.heads[at]
    if tree.relation(at) != "nmod" or tree.lower[noun] not in words("artifact_words", "release"):
        return None
    times = scene.times(tree.span(noun))
    day = _past(times[0].value, scene.report.published) if times else None
    return Told(noun, "released", day) if day else None


def _beside(scene: Scene, at: int) -> Told | None:
    """When an artifact was made by what hangs on its noun: "a 1970 memo", "letters from the year 1947"."""
    tree = scene.tree
    if artifact_class(tree.lower[at]) is None:
        return None
    for word in tree.having(at, "nummod", "compound", "amod"):
        if word < at and _YEAR.fullmatch(tree.lower[word]):
            return Told(at, "made", tree.lower[word])
    of = tree.oblique(at, "from")
    if of is None or scene.mentions.covering(of) is not None:
        return None
    times = scene.times(tree.span(of))
    day = _past(times[0].value, scene.report.published) if times else None
    return Told(at, "made", day) if day else None


def _dates(scene: Scene, at: int) -> Told | None:
    """When an artifact was made, by a verb taken for a noun: "the recordings of Ann Roe | date from 1987"."""
    tree = scene.tree
    behind = range(at + 1, min(tree.sentence(at)[1] - 1, at + NEAR))
    dates = (i for i in behind if tree.lower[i] == "date" and tree.words.upos[i] == "NOUN")
    date_from = next((i for i in dates if tree.lower[i + 1] in ("from", "back")), None)
    if date_from is None or not tree.lower[at].endswith("s") or tree.lower[date_from - 1] == ",":
        return None
    last = min(tree.sentence(at)[1], date_from + 1 + BEHIND) - 1
    near = scene.times((tree.words.spans[date_from][1], tree.words.spans[last][1]))
    day = _past(near[0].value, scene.report.published) if near else None
    return Told(at, "made", day) if day else None
