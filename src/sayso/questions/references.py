"""What recordings, videos and letters speak of: events that happened before they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.questions.claim import Subject
from sayso.questions.owners import clauses
from sayso.questions.text.events import event_class, happening, name_words
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import entries, words
from sayso.reading.annotations import Span, Time

__all__ = ["Reference", "references"]

FURTHER = 2
"""Sentences behind one with an artifact that may go on with what is said "in it"."""

BEGINNING = 3
"""Words at a sentence's beginning among which "in it" stands."""

BESIDE = 60
"""Characters to both sides of an event's word in which its day may stand, without a stop between."""

_STOP = re.compile(r"[,;:.–—]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEHIND = re.compile(r"\s*(?:(?:on|of)\s)?\s*")
"""What stands between a phrase and a day that belongs to it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The word for an event that is spoken of, its phrase, and what the phrase tells of the event.

    The event has a date only where the phrase has one ("the storm of June 27"), and may have no places.
    """

    word: int
    span: Span
    event: Subject


def references(scene: Scene, at: int) -> Iterator[Reference]:
    """The events that are spoken of in the artifact that a noun stands for.

    They stand in the sentence that tells what is said "in a recording", in those behind that go on with
    "in it", or in the content of an attribution to the recording.
    """
    tree = scene.tree
    apart = set(tree.phrase(at))
    for first, last in _sentences(scene, at):
        for word in range(first, last):
            happened = event_class(tree.lower[word]) if word not in apart else None
            where = happened in words("events_apart", "where")  # "the market" is none by itself
            if happened is None or where or scene.is_cue(word):
                continue
            noun = _noun(scene, word)
            span = _narrow(scene, noun, at, _with_next(scene, noun, tree.span(noun)))
            yield Reference(word, span, _event(scene, word, span))


def _noun(scene: Scene, word: int) -> int:
    """The noun for what something happened to, beside which a word tells what: "the burst dam"."""
    tree = scene.tree
    head = tree.words.heads[word]
    beside = tree.relation(word) in ("amod", "compound")
    return head if beside and event_class(tree.lower[head]) in words("events_apart", "where") else word


def _sentences(scene: Scene, at: int) -> Iterator[Span]:
    """The sentences that tell what is said in an artifact."""
    tree = scene.tree
    told = any(True for _ in tree.having(at, "det", "nmod:poss", "nummod", "compound"))
    inside = False
    if told or not tree.lower[at].endswith("s"):
        inside = _is_inside(scene, at) or _tells(scene, at)
        yield from [tree.sentence(at)] if inside else _clauses(scene, at)
    last = tree.sentence(at)[1]
    for _ in range(FURTHER):
        if last >= len(tree.words):
            return
        first, last = tree.sentence(last)
        if any(artifact in range(first, last) for artifact in scene.artifact_nouns):
            return
        begin = _goes_on(scene, first, last, inside)
        if begin is not None:
            yield begin, last


def _goes_on(scene: Scene, first: int, last: int, inside: bool) -> int | None:
    """From where a sentence goes on with what is said in an artifact; None where it does not.

    It begins with "in it", "it mentions" or "the speaker", with "he praises" where the sentence before told
    what is said ``inside`` too, or with who is seen: "she holds up a newspaper with a headline about …".
    """
    tree = scene.tree
    begins = range(first, min(last, first + BEGINNING))
    if any(tree.lower[i] == "it" and (_is_inside(scene, i) or _tells(scene, i)) for i in begins):
        return first
    if any(tree.lower[i] in words("artifact_words", "speaker") for i in begins):
        return first
    if tree.lower[first] not in words("naming", "he") | words("naming", "she"):
        return None
    if inside and _tells(scene, first):
        return first
    hold = not words("artifact_words", "hold").isdisjoint(tree.lower[first:last])
    read = (i for i in range(first, last) if tree.lower[i] in words("artifact_words", "headline"))
    return next(read, None) if hold else None


def _is_inside(scene: Scene, at: int) -> bool:
    return not words("artifact_words", "inside").isdisjoint(scene.tree.cases(at))


def _tells(scene: Scene, at: int) -> bool:
    """Whether an artifact is what speaks: "the video mentions the attack", so does "the speaker on it"."""
    tree = scene.tree
    noun = at
    part = words("artifact_words", "speaker") | words("artifact_words", "rendering")
    if tree.lower[tree.words.heads[at]] in part:
        noun = tree.words.heads[at]
    verb = tree.words.heads[noun]
    if tree.relation(noun) != "nsubj" or stance(tree, verb).negative:
        return False
    if tree.lower[verb] in words("artifact_words", "mention"):
        return True
    if tree.lower[verb] in words("artifact_words", "has"):  # "the video has him cursing the pilots"
        whom = next((c for c in tree.having(verb, "obj", "nsubj") if c > verb), None)
        done = (*tree.having(verb, "xcomp", "ccomp"), *(tree.having(whom, "acl") if whom is not None else ()))
        if whom is not None and scene.named_person(whom) and any(tree.lower[c].endswith("ing") for c in done):
            return True
    refers = (
        c
        for c in tree.having(verb, "obj", "xcomp", "obl")
        if tree.lower[c] in words("artifact_words", "reference")
    )
    what = next(refers, None)
    return what is not None and not any(tree.lower[c] == "no" for c in tree.having(what, "det"))


def _clauses(scene: Scene, at: int) -> Iterator[Span]:
    """The clauses behind a noun that tell what an artifact says: "a tape praising the raid", "in which …"."""
    tree = scene.tree
    for clause in dict.fromkeys(clauses(scene, at)):
        inside = (c for c in tree.having(clause, "obl") if tree.lower[c] in entries("relatives"))
        says = tree.lower[clause] in words("artifact_words", "praising")
        if says or any(_is_inside(scene, c) for c in inside):
            phrase = tree.phrase(clause)
            yield phrase[0], phrase[-1] + 1


def _event(scene: Scene, word: int, span: Span) -> Subject:
    event = replace(happening(scene, word, span), date=_day(scene, word, span))
    tree = scene.tree
    inside = range(tree.at(span[0]), min(tree.at(span[1]), len(tree.words)))
    titles = {tree.lower[i] for i in inside if tree.words.deprels[i] == "nmod:desc"}  # "Archbishop Leo Roe"
    event = replace(event, places=tuple(p for p in event.places if p not in titles))
    return event if event.places else replace(event, places=tuple(sorted(_whose(scene, word))))


def _day(scene: Scene, word: int, span: Span) -> str | None:
    """The day that is told beside an event's word: "the attack on the refinery on 11 May"."""
    start, end = scene.tree.words.spans[word]
    for time in scene.times((max(span[0], start - BESIDE), end + BESIDE)):
        if time.start >= span[1] and not _belongs(scene.reading.text, span[1], time):
            continue
        between = scene.reading.text[min(end, time.end) : max(start, time.start)]
        if _DAY.fullmatch(time.value) and not _STOP.search(between):
            return time.value
    return None


def _belongs(text: str, end: int, time: Time) -> bool:
    """Whether a day of the month is of the phrase before it: no day of the week, on which one may speak."""
    dated = any(char.isdigit() for char in text[time.start : time.end])
    return dated and _BEHIND.fullmatch(text[end : time.start]) is not None


def _whose(scene: Scene, word: int) -> frozenset[str]:
    """The names of whom a deed is: "congratulates Ann Roe on her election"."""
    tree = scene.tree
    owned = any(tree.words.upos[c] == "PRON" for c in tree.having(word, "nmod:poss"))
    whom = next(tree.having(tree.words.heads[word], "obj"), None) if owned else None
    return name_words(tree.text[slice(*tree.span(whom))]) if whom is not None else frozenset()


def _with_next(scene: Scene, word: int, span: Span) -> Span:
    """A phrase without a name in it, with the phrase behind it: "the coup | in Zembala"."""
    tree = scene.tree
    if any(tree.words.upos[i] == "PROPN" for i in tree.phrase(word)):
        return span
    behind = [
        c for c in tree.having(tree.words.heads[word], "obl", "nmod") if tree.span(c)[0] - span[1] in (0, 1)
    ]
    return (span[0], tree.span(behind[0])[1]) if behind else span


def _narrow(scene: Scene, word: int, at: int, span: Span) -> Span:
    """A phrase without the artifact that was attached to it, and without other events in it."""
    tree = scene.tree
    inside = range(word + 1, min(tree.at(span[1]), len(tree.words)))
    where = words("events_apart", "where")  # "the bombing of the market" is one event
    classes = ((i, event_class(tree.lower[i])) for i in inside if any(True for _ in tree.having(i, "det")))
    events = (i for i, told in classes if told is not None and told not in where)
    others = (at, *tree.having(word, "conj"), *events)
    starts = [tree.span(other)[0] for other in others if tree.words.spans[word][0] < tree.span(other)[0]]
    return span[0], min([span[1], *(start for start in starts if span[0] < start)])
