"""What recordings, videos and letters speak of: events that happened before they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.questions.claim import Subject
from sayso.questions.owners import clauses, is_inside_clause, owner
from sayso.questions.text.events import event_class, happened_at, happening, name_words
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import entries, words
from sayso.reading.annotations import Span, Time
from sayso.reading.nouns import noun_kind

__all__ = ["Reference", "matters", "references"]

FURTHER = 2
"""Sentences behind one with an artifact that may go on with what is said "in it"."""

BEGINNING = 3
"""Words at a sentence's beginning among which "in it" stands."""

LEADING = 6
"""Words at a sentence's beginning among which it is told who says something, and that he does."""

BESIDE = 80
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
    apart = _apart(scene, at)
    for first, last in _sentences(scene, at):
        for word in range(first, last):
            happened = happened_at(tree.lower, word) if word not in apart else None
            where = happened in words("events_apart", "where")  # "the market" is none by itself
            if happened is None or where or scene.is_cue(word) or _is_aside(scene, at, word):
                continue
            noun = _noun(scene, word)
            span = _narrow(scene, noun, at, _with_next(scene, noun, tree.span(noun)))
            yield Reference(word, span, _event(scene, at, word, span))


def matters(scene: Scene, at: int) -> Iterator[str]:
    """The names of what is spoken of in the artifact that a noun stands for: "mentions Mora's threats"."""
    tree = scene.tree
    apart = _apart(scene, at)
    for first, last in _sentences(scene, at):
        for word in range(first, last):
            if tree.lower[word] in words("artifact_words", "mention") and word not in apart:
                below = (c for c in tree.having(word, "obj", "obl", "ccomp") if at not in tree.phrase(c))
                named = (scene.mentions.covering(i) for c in below for i in tree.phrase(c))
                known = (scene.mentions.names.of(one) for one in named if one)
                yield from (one.name for one in known if one)


def _is_aside(scene: Scene, at: int, word: int) -> bool:
    """Whether a word is in what the report adds behind a comma: "mourned his sons, killed in Arle"."""
    tree = scene.tree
    for above in (word, *tree.above(word)):
        alone = tree.words.upos[above] == "VERB" and not any(True for _ in tree.having(above, "cc", "nsubj"))
        hangs = tree.relation(above) == "acl" or (tree.relation(above) == "conj" and alone)
        if hangs and tree.words.heads[above] != at:
            first = tree.phrase(above)[0]
            if tree.lower[first - 1 : first] == [","] or tree.lower[first] == ",":
                return True
    return False


def _apart(scene: Scene, at: int) -> set[int]:
    """The words that tell which artifact is meant, without those that tell what is said in it."""
    said = (range(first, last) for first, last in _clauses(scene, at))
    return set(scene.tree.phrase(at)).difference(*said)


def _noun(scene: Scene, word: int) -> int:
    """The noun for what something happened to, beside which a word tells what: "the burst dam"."""
    tree = scene.tree
    head = tree.words.heads[word]
    beside = tree.relation(word) in ("amod", "compound")
    if beside and head == word + 2 and tree.lower[word + 1] == "-":  # "the sealing-off of the hospital"
        return head
    return head if beside and event_class(tree.lower[head]) in words("events_apart", "where") else word


def _sentences(scene: Scene, at: int) -> Iterator[Span]:
    """The sentences that tell what is said in an artifact."""
    tree = scene.tree
    told = any(True for _ in tree.having(at, "det", "nmod:poss", "nummod", "compound"))
    inside = False
    if told or not tree.lower[at].endswith("s"):
        inside = _is_inside(scene, at) or _tells(scene, at)
        yield from [tree.sentence(at)] if inside else _clauses(scene, at)
    first, last = tree.sentence(at)
    apart = next((i for i in range(at, last) if tree.lower[i] == ";"), last)
    if not inside and apart + 1 < last and (goes := _goes_on(scene, at, apart + 1, last, False)) is not None:
        yield goes, last
    for _ in range(FURTHER):
        if last >= len(tree.words):
            return
        first, last = tree.sentence(last)
        if any(artifact in range(first, last) for artifact in scene.artifact_nouns):
            return
        begin = _goes_on(scene, at, first, last, inside)
        if begin is not None:
            yield begin, last


def _goes_on(scene: Scene, at: int, first: int, last: int, inside: bool) -> int | None:
    """From where a sentence goes on with what is said in an artifact; None where it does not.

    It begins with "in it", "it mentions" or "the speaker"; its owner praises something in it, where the
    sentence before told what is said ``inside`` too, or "in a passage"; or it tells who is seen: "she holds
    up a newspaper with a headline about …".
    """
    tree = scene.tree
    begins = range(first, min(last, first + BEGINNING))
    if any(tree.lower[i] == "it" and (_is_inside(scene, i) or _tells(scene, i)) for i in begins):
        return first
    if any(tree.lower[i] in words("artifact_words", "speaker") for i in begins):
        return first
    speaks = [i for i in range(first, last) if _is_owner(scene, at, i) and _speaks(scene, i, inside)]
    part = any(_is_part(scene, i) for i in range(first, last))
    now = any(tree.lower[tree.words.heads[i]].endswith("s") for i in speaks)  # "he mocks"
    if (speaks and (inside or now or part)) or _is_told_now(scene, first, last, inside):
        return first
    if tree.lower[first] not in words("naming", "he") | words("naming", "she"):
        return None
    hold = not words("artifact_words", "hold").isdisjoint(tree.lower[first:last])
    read = (i for i in range(first, last) if tree.lower[i] in words("artifact_words", "headline"))
    return next(read, None) if hold else None


def _is_owner(scene: Scene, at: int, word: int) -> bool:
    """Whether a word can stand for whose an artifact is: his name, "he" or "she"."""
    if scene.tree.lower[word] in words("naming", "he") | words("naming", "she"):
        return True
    named = scene.mentions.of(word, "PERSON")
    return named is not None and named.name == owner(scene, at)


def _is_told_now(scene: Scene, first: int, last: int, inside: bool) -> bool:
    """Whether a sentence begins with what somebody says, in the present: "The bomb-maker mocks"."""
    tree = scene.tree
    verbs = words("artifact_words", "mention") | (words("artifact_words", "adds") if inside else set())
    if tree.lower[first] not in words("naming", "the"):
        return False
    for i in range(first + 2, min(last, first + LEADING)):
        if tree.words.upos[i] == "PROPN" or tree.lower[i] in entries("relatives"):
            return False
        if tree.lower[i] in verbs and tree.lower[i].endswith("s"):
            return noun_kind(tree.lower[i - 1]) != "group"
    return False


def _speaks(scene: Scene, who: int, inside: bool) -> bool:
    """Whether somebody praises something, or goes on to say something where he spoke before: "he adds"."""
    verb = scene.tree.words.heads[who]
    adds = inside and scene.tree.lower[verb] in words("artifact_words", "adds")
    return _tells(scene, who) or (adds and scene.tree.relation(who) == "nsubj")


def _is_part(scene: Scene, word: int) -> bool:
    """Whether a word tells where in an artifact something is said: "near the end", "in it"."""
    tree = scene.tree
    if tree.lower[word] in words("naming", "they"):
        return not words("artifact_words", "inside").isdisjoint(tree.cases(word))
    part = tree.lower[word] in words("artifact_words", "part")
    return part and tree.relation(word) in ("obl", "nmod", "root") and bool(tree.cases(word))


def _is_inside(scene: Scene, at: int) -> bool:
    """Whether something is told to be said in what a word stands for: not "says nothing on the tape"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    said = (verb, *tree.having(verb, "obj"))
    nothing = any(tree.lower[c] in words("authenticity", "no") for c in said)
    cop = next(tree.having(at, "cop"), None)  # "in what seems to be his first recording, Roe hails the raid"
    if cop is not None and "what" in tree.lower[max(0, cop - LEADING) : cop]:
        what = max(i for i in range(cop) if tree.lower[i] == "what")
        return tree.lower[max(0, what - 1)] in words("artifact_words", "inside")
    return not nothing and not words("artifact_words", "inside").isdisjoint(tree.cases(at))


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
    verbs = (verb, *tree.having(verb, "conj"))
    if any(tree.lower[v] in words("artifact_words", "mention") for v in verbs):
        return True
    if tree.lower[verb] in words("artifact_words", "has"):  # "the video has him cursing the pilots"
        whom = next((c for c in tree.having(verb, "obj", "nsubj") if c > verb), None)
        done = (*tree.having(verb, "xcomp", "ccomp"), *(tree.having(whom, "acl") if whom is not None else ()))
        if whom is not None and scene.named_person(whom) and any(tree.lower[c].endswith("ing") for c in done):
            return True
    refers = (
        c
        for v in verbs
        for c in tree.having(v, "obj", "xcomp", "obl")
        if tree.lower[c] in words("artifact_words", "reference")
    )
    what = next(refers, None)
    return what is not None and not any(tree.lower[c] == "no" for c in tree.having(what, "det"))


def _clauses(scene: Scene, at: int) -> Iterator[Span]:
    """The clauses behind a noun that tell what an artifact says: "a tape praising the raid", "in which …"."""
    tree = scene.tree
    for clause in dict.fromkeys(clauses(scene, at)):
        says = tree.lower[clause] in words("artifact_words", "praising")
        if says or is_inside_clause(scene, clause):
            phrase = tree.phrase(clause)
            yield phrase[0], phrase[-1] + 1


def _event(scene: Scene, at: int, word: int, span: Span) -> Subject:
    """The event that a word tells of, without whose artifact it is, unless it befell him: "his arrest"."""
    tree = scene.tree
    event = happening(scene, word, span)
    terms = tuple(sorted({*event.terms, happened_at(tree.lower, word) or ""} - {""}))
    event = replace(event, date=_day(scene, word, span), terms=terms)
    inside = range(tree.at(span[0]), min(tree.at(span[1]), len(tree.words)))
    titles = {tree.lower[i] for i in inside if tree.words.deprels[i] == "nmod:desc"}  # "Archbishop Leo Roe"
    own = name_words(owner(scene, at) or "")
    places = tuple(p for p in event.places if p not in titles and p not in own)
    his = (i for i in inside if tree.lower[i] in _HIS and _befell(scene, tree.words.heads[i], word))
    whom = next((named for i in his if (named := scene.named_person(i))), None)
    befallen = name_words(whom.name) if whom is not None else frozenset()
    name = event.name or " ".join(term.rpartition(".")[2] for term in terms)
    return replace(event, name=name, places=places or tuple(sorted(_whose(scene, word) or befallen)))


_HIS = ("his", "her")


def _befell(scene: Scene, what: int, word: int) -> bool:
    """Whether what is somebody's is what happened: "his arrest", "the rejection of his appeal"."""
    return what == word or scene.tree.lower[what] in entries("of_people")


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
