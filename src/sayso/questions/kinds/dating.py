"""Dating: when was a recording, video, letter or photograph made?

Claims tell of bounds: an artifact refers to an event, or was released on a day. Events are noted in
every report, so that their first report is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.questions.artifacts import again, artifact_class, artifacts, asked
from sayso.questions.claim import Claim, Manner, Subject
from sayso.questions.kind import Kind
from sayso.questions.publishing import told_of
from sayso.questions.references import references
from sayso.questions.speaking import is_posted
from sayso.questions.text.events import happened_at, happening, name_words
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import author
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import lines, words
from sayso.reading.annotations import Span

__all__ = ["EVENT", "KIND"]

LEAD = 4
"""Sentences of a report that tell what it is about."""

NEAR = 6
"""Words behind a letter in which it is told to whom it was sent."""

EVENT = "event"
"""The kind of claims that only note that something happened."""


def find(scene: Scene) -> Iterator[Claim]:
    """What a report tells of when artifacts were released or made, and of the events they refer to."""
    spoken: set[int] = set()
    known: set[tuple[str, ...]] = set()
    told = list(artifacts(scene))
    news = _news(scene, told)
    for at, subject in told:
        if _is_sent(scene, at, subject) or is_posted(scene, at, subject):
            yield from (one for one in _dated(scene, at, subject, first=False) if one.manner == "made")
            continue
        many = _is_many(scene, at, subject)
        if many or subject.places not in news:
            if many or subject.terms[0] in words("artifact_words", "voice"):
                yield from _dated(scene, at, subject, first=False)
            continue
        first = subject.places not in known
        found = list(_dated(scene, at, subject, first))
        for one in references(scene, at):
            spoken.add(one.word)
            if one.event.places or one.event.date:
                told_of = _noted(scene, "dating", subject, one.event.name, one.span, "refers", one.event)
                found.append(told_of)
        if not found and first and _is_news(scene, at):  # it was there when it was reported
            published = scene.report.published or ""
            found.append(_noted(scene, "dating", subject, published, _sentence(scene, at), "released"))
        known |= {subject.places} if found else set()
        yield from found
    for at, subject in _pronouns(scene):
        yield from _dated(scene, at, subject, first=False)
    yield from _events(scene, spoken)


def _news(scene: Scene, told: Sequence[tuple[int, Subject]]) -> set[tuple[str, ...]]:
    """Whose artifacts a report is about: told of in its lead, or in several sentences."""
    numbers: dict[tuple[str, ...], set[int]] = {}
    for at, subject in told:
        numbers.setdefault(subject.places, set()).add(scene.tree.number(at))
    return {whose for whose, found in numbers.items() if min(found) < LEAD or len(found) > 1}


def _is_many(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether a noun is for documents, or the like, of many days: "the e-mails released by the court"."""
    many = subject.name.endswith("s") and subject.terms[0] in words("artifact_words", "impersonal")
    return many and not any(True for _ in scene.tree.having(at, "nummod"))


def _is_sent(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether somebody says something in a letter to others, which is no news by itself."""
    tree = scene.tree
    if subject.terms[0] not in words("artifact_words", "sent_word"):
        return False
    inside = words("artifact_words", "inside").intersection(tree.cases(at))
    behind = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    to = (i for i in behind if tree.lower[i] in words("artifact_words", "to"))
    return bool(inside) and any(tree.relation(i) == "case" for i in to)


def _dated(scene: Scene, at: int, subject: Subject, first: bool) -> Iterator[Claim]:
    """When an artifact was released or made; without a day only where it is ``first`` told of."""
    published = scene.report.published or ""
    for told in (one for one in told_of(scene, at, subject.terms[0]) if one.day or first):
        yield _noted(scene, "dating", subject, told.day or published, _sentence(scene, at), told.manner)


def _pronouns(scene: Scene) -> Iterator[tuple[int, Subject]]:
    """The pronouns that stand for an artifact of which it is told when it was released or made."""
    tree = scene.tree
    keys = ("released", "made", "carried", "shown", "read", "making", "found")
    verbs = frozenset().union(*(words("artifact_words", key) for key in keys))
    for at, word in enumerate(tree.lower if scene.artifact_nouns else ()):
        if word not in words("naming", "they") or tree.lower[tree.words.heads[at]] not in verbs:
            continue
        if tree.relation(at) in ("nsubj", "obj") and (found := again(scene, at)) is not None:
            yield at, found


def _sentence(scene: Scene, at: int) -> Span:
    """Where the sentence of a word stands in the text."""
    first, last = scene.tree.sentence(at)
    return scene.tree.words.spans[first][0], scene.tree.words.spans[last - 1][1]


def _is_news(scene: Scene, at: int) -> bool:
    """Whether a report tells of an artifact itself: of what it shows, or that it is genuine or fake."""
    tree = scene.tree
    head = tree.words.heads[at]
    if (
        tree.relation(at) not in ("nsubj", "obj")
        or not stance(tree, head).real
        or tree.lower[at].endswith("s")
    ):
        return False
    judging = (words("authenticity", key) for key in ("true", "false", "false_noun"))
    judged = frozenset().union(*judging)
    if any(tree.lower[i] in judged for i in (head, *tree.having(head, "xcomp", "obl", "ccomp"))):
        return True
    if tree.relation(at) == "obj":
        return tree.lower[head] in words("authenticity", "verify")
    letter = artifact_class(tree.lower[at]) not in words("artifact_words", "sent_word")
    telling = words("artifact_words", "mention") | words("artifact_words", "show")
    return letter and tree.lower[head] in telling and not tree.passive(head)


def _events(scene: Scene, spoken: set[int]) -> Iterator[Claim]:
    """What happened, by the report: one note a sentence."""
    tree = scene.tree
    for first, last in scene.reading.words.sentences:
        happened = ((i, told) for i in range(first, last) if (told := happened_at(tree.lower, i)))
        at, what = next(happened, (first, None))
        if what is None or any(first <= other < last for other in spoken):
            continue
        span = tree.words.spans[first][0], tree.words.spans[last - 1][1]
        event = happening(scene, at, span)
        terms = tuple(sorted({*event.terms, what}))
        event = replace(event, places=tuple(sorted({*event.places, *_dateline(scene, first)})), terms=terms)
        if event.places:
            yield _noted(scene, EVENT, event, event.date or scene.report.published or "", span, "")


def _dateline(scene: Scene, first: int) -> frozenset[str]:
    """The names of where a report is from, for its first sentence, where the two were taken apart."""
    tree = scene.tree
    begin, end = tree.sentence(0)
    if end != first or "VERB" in tree.words.upos[begin:end]:
        return frozenset()
    return name_words(tree.text[tree.words.spans[begin][0] : tree.words.spans[end - 1][1]])


def _noted(
    scene: Scene,
    kind: str,
    subject: Subject,
    value: str,
    span: Span,
    manner: Manner,
    event: Subject | None = None,
) -> Claim:
    own = author(scene)
    return Claim(
        kind=kind,
        subject=subject,
        value=value,
        source=own.name,
        source_kind=own.kind,
        authority=own.authority,
        report=scene.carrier,
        content=scene.reading.slice((span,)),
        span=(span,),
        said=scene.report.published,
        event=event,
        manner=manner,
    )


KIND = Kind(
    name="dating",
    about="artifact",
    forms=lines("dating_forms"),
    wording="When was the X made?",
    example="When was the Yusuf Karimi recording made?",
    find=find,
    subject=lambda name, text: asked(name),
)
