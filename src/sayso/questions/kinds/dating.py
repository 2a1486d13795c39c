"""Dating: when was a recording, video, letter or photograph made?

Claims tell of bounds: an artifact refers to an event, or was released on a day. Events are noted in
every report, so that their first report is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.artifacts import again, artifact_class, artifacts, asked
from sayso.questions.claim import Claim, Manner, Subject
from sayso.questions.kind import Kind
from sayso.questions.publishing import told_of
from sayso.questions.references import references
from sayso.questions.text.events import event_class, happening, name_words
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import author
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import lines, words
from sayso.reading.annotations import Span

__all__ = ["EVENT", "KIND"]

NEAR = 6
"""Words behind a letter in which it is told to whom it was sent."""

EVENT = "event"
"""The kind of claims that only note that something happened."""


def find(scene: Scene) -> Iterator[Claim]:
    """What a report tells of when artifacts were released or made, and of the events they refer to."""
    spoken: set[int] = set()
    known: set[tuple[str, ...]] = set()
    for at, subject in artifacts(scene):
        if _is_sent(scene, at, subject) or _is_posted(scene, at, subject):
            yield from (one for one in _dated(scene, at, subject, first=False) if one.manner == "made")
            continue
        first = subject.places not in known
        found = list(_dated(scene, at, subject, first))
        for one in references(scene, at):
            spoken.add(one.word)
            own = frozenset(subject.places)
            event = replace(one.event, places=tuple(p for p in one.event.places if p not in own))
            if event.places or event.date:
                found.append(_noted(scene, "dating", subject, event.name, one.span, "refers", event=event))
        if not found and first and _is_news(scene, at):  # it was there when it was reported
            published = scene.report.published or ""
            found.append(_noted(scene, "dating", subject, published, _sentence(scene, at), "released"))
        known |= {subject.places} if found else set()
        yield from found
    for at, subject in _pronouns(scene):
        yield from _dated(scene, at, subject, first=False)
    yield from _events(scene, spoken)


def _is_sent(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether somebody says something in a letter to others, which is no news by itself."""
    tree = scene.tree
    if subject.terms[0] not in words("artifact_words", "sent_word"):
        return False
    inside = words("artifact_words", "inside").intersection(tree.cases(at))
    behind = range(at + 1, min(tree.sentence(at)[1], at + NEAR))
    to = (i for i in behind if tree.lower[i] in words("artifact_words", "to"))
    return bool(inside) and any(tree.relation(i) == "case" for i in to)


def _is_posted(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether somebody shows or says something on a platform by himself, as people do every day."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if words("artifact_words", "platform").isdisjoint(tree.lower[first:last]):
        return False
    verb = tree.words.heads[at]
    who = tree.subject(verb) if tree.words.upos[verb] == "VERB" and not tree.passive(verb) else None
    named = scene.named_person(who) if who is not None else None
    return named is not None and (named.name in subject.also or _on_platform(scene, at))


def _on_platform(scene: Scene, at: int) -> bool:
    """Whether a platform stands right beside an artifact: "in an Instagram video"."""
    beside = scene.tree.having(at, "compound", "amod", "nmod")
    return any(scene.tree.lower[c] in words("artifact_words", "platform") for c in beside)


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
    done: set[int] = set()
    for at, word in enumerate(tree.lower):
        if at in spoken or event_class(word) is None:
            continue
        first, last = tree.sentence(at)
        if first in done or any(first <= other < last for other in spoken):
            continue
        done.add(first)
        span = tree.words.spans[first][0], tree.words.spans[last - 1][1]
        event = happening(scene, at, span)
        event = replace(event, places=tuple(sorted({*event.places, *_dateline(scene, first)})))
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
