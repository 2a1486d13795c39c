"""Artifacts: recordings, videos, letters and photographs that reports speak of, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.questions.claim import Claim, Subject
from sayso.questions.references import references
from sayso.questions.text.events import name_words
from sayso.questions.text.parties import tidy
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import canonical
from sayso.questions.vocabulary import groups, words

__all__ = [
    "artifact",
    "artifact_class",
    "artifact_of",
    "artifacts",
    "asked",
    "same_artifact",
    "speaking",
]

MOST = 32
"""Mentions of artifacts among which one with an owner is looked for."""

_WORD = re.compile(r"\w[\w’'-]*")


def artifact_class(word: str) -> str | None:
    """The class of artifact that a noun names: "tape" is a recording; None for other words."""
    return groups("artifacts").get(word)


def artifacts(scene: Scene) -> Iterator[tuple[int, Subject]]:
    """The nouns of a report that stand for an artifact, with what is known of it."""
    for at in scene.artifact_nouns:
        if scene.tree.words.deprels[at] not in ("compound", "amod") and not _any(scene, at):
            found = artifact(scene, at)
            if found is not None:
                yield at, found


def _any(scene: Scene, at: int) -> bool:
    """Whether a noun stands for any of its kind, or for a work of art: "sent her videos"."""
    tree = scene.tree
    told = any(True for _ in tree.having(at, "det", "nmod:poss", "nummod", "compound"))
    first, last = tree.sentence(at)
    if words("artifact_words", "work").intersection(tree.lower[first:last]):  # "his last recording, an album"
        return True
    return tree.lower[at].endswith("s") and not told and tree.relation(at) not in ("nsubj", "root")


def artifact(scene: Scene, at: int) -> Subject | None:
    """The artifact that a noun stands for; None where the report tells of nobody whose it is."""
    kind = artifact_class(scene.tree.lower[at])
    if kind is None:
        return None
    owner = _owner(scene, at) or _any_owner(scene, at)
    if owner is None:
        return None
    return artifact_of(owner, scene.tree.lower[at])


def artifact_of(owner: str, noun: str) -> Subject:
    """The artifact of somebody that a noun names; raises KeyError where it names none."""
    kind = groups("artifacts")[noun]
    return Subject(f"{owner} {noun}", (owner,), tuple(sorted(name_words(owner))), (kind,))


def _owner(scene: Scene, at: int) -> str | None:
    """Whose an artifact is: by what stands beside its noun, or who speaks in it."""
    tree = scene.tree
    of = tree.oblique(at, "of", "by", "from", "showing", "with")
    beside = [*tree.having(at, "nmod:poss", "compound", "amod"), *([of] if of is not None else [])]
    for word in beside:
        if named := scene.named_person(word):
            return named.name
    for word in beside:
        known = scene.mentions.of(word, "ORG") is not None and "of" not in tree.cases(word)
        if tree.words.upos[word] == "PROPN" and not known:
            return scene.mentions.proper(word)
    if (writer := _writer(scene, at)) is not None:
        return writer
    for clause in tree.having(at, "acl"):
        shown = tree.patient(clause) if tree.lower[clause] in words("artifact_words", "show") else None
        if shown is not None and (named := scene.named_person(shown)):
            return named.name
    return _speaker(scene, at)


def _shown(scene: Scene, at: int) -> str | None:
    """What an artifact is called by that is nobody's: the place, the group or the event that it shows."""
    tree = scene.tree
    whose = any(True for _ in tree.having(at, "nmod:poss"))
    first = next((i for i in tree.phrase(at) if i < at and tree.words.upos[i] == "PROPN"), None)
    if first is not None and not whose:
        return tidy(tree.text[tree.words.spans[first][0] : tree.words.spans[at - 1][1]])
    of = tree.oblique(at, "of", "showing")
    for clause in tree.having(at, "acl") if of is None else ():
        shows = [i for i in tree.phrase(clause) if tree.lower[i] in words("artifact_words", "show")]
        of = tree.patient(shows[-1]) if shows else None
    whole = tree.phrase(of) if of is not None else ()
    inside = [i for i in whole if tree.relation(i) not in ("case", "det")]
    end = next(
        (i for i in inside if i != of and tree.relation(i) in ("punct", "acl", "appos")), len(tree.words)
    )
    inside = [i for i in inside if i < end]
    if not any(tree.words.upos[i] == "PROPN" for i in inside):
        return None
    return tidy(tree.text[tree.words.spans[inside[0]][0] : tree.words.spans[inside[-1]][1]])


def _writer(scene: Scene, at: int) -> str | None:
    """Who writes an artifact, or is said not to have: "must not have written the letter himself"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "obj" or tree.lower[verb] not in words("artifact_words", "write"):
        return None
    who = tree.subject(verb)
    named = scene.named_person(who) if who is not None else None
    return named.name if named else None


def _speaker(scene: Scene, at: int) -> str | None:
    """Who does something "in a recording"."""
    tree = scene.tree
    case = tree.cases(at)
    first, last = tree.sentence(at)
    if not any(word in words("artifact_words", "inside") for word in case):
        return None
    offset = tree.words.spans[at][0]
    for attribution in scene.told_before(tree.words.spans[last - 1][1]):
        via = [span for link in attribution.via for span in link.span]
        if attribution.speaker and any(a <= offset < b for a, b in via):
            return attribution.speaker
    for above in tree.above(at):
        who = tree.subject(above) if tree.words.upos[above] in ("VERB", "AUX") else None
        named = scene.named_person(who) if who is not None else None
        if named:
            return named.name
    span = tree.words.spans[first][0], tree.words.spans[last - 1][1]
    people = [m for m in scene.mentions.people(span[1]) if m.start >= span[0]]
    named = scene.mentions.names.of(people[-1]) if people else None
    return named.name if named else None


def _any_owner(scene: Scene, at: int) -> str | None:
    """The owner that another mention of the same kind of artifact has; else whom the report names most.

    One that is called by what it shows ("the Cape Orsk photograph") has no other.
    """
    tree = scene.tree
    kind = artifact_class(tree.lower[at])
    others = [o for o in scene.artifact_nouns[:MOST] if o != at and artifact_class(tree.lower[o]) == kind]
    others = [o for o in others if tree.words.deprels[o] != "compound"]  # not "a picture editor"
    for told in (_owner, _shown):
        for other in (at, *others):
            if owner := told(scene, other):
                return owner
    owned = scene.tree.words.upos[at - 1 : at] == ("PART",) or any(
        True for _ in scene.tree.having(at, "nmod:poss")
    )
    definite = words("naming", "definite").intersection(
        scene.tree.lower[c] for c in scene.tree.having(at, "det")
    )
    if kind in words("artifact_words", "impersonal") or not (definite or owned):
        return None
    silent = [n for n in scene.people if n.name not in scene.by_speaker] or scene.people
    return silent[0].name if silent else None


def speaking(scene: Scene) -> Iterator[Claim]:
    """Claims of recordings that who speaks in them of events was alive when they were made."""
    told: set[str] = set()
    for at, subject in artifacts(scene):
        if subject.terms[0] not in words("artifact_words", "voice") or subject.name in told:
            continue
        if not any(set(one.event.places) - set(subject.places) for one in references(scene, at)):
            continue  # what is referred to cannot be known: it has no names but the speaker's
        told.add(subject.name)
        first, last = scene.tree.sentence(at)
        span = (scene.tree.words.spans[first][0], scene.tree.words.spans[last - 1][1])
        owner = subject.also[0]
        roles = [scene.subject(n) for n in scene.mentions.names.named if n.name == owner]
        yield Claim(
            kind="life",
            subject=roles[0] if roles else Subject(owner),
            value="alive",
            source=scene.tree.lower[at],
            source_kind="recording",
            authority=canonical(subject.name),
            report=scene.carrier,
            content=scene.reading.slice((span,)),
            span=(span,),
            said=scene.report.published,
            low=0.2,
            high=0.8,
            event=subject,
            manner="speaks",
        )


def asked(name: str) -> Subject:
    """The artifact that words of a question name: whose it is, and of what kind."""
    found = [w for w in _WORD.findall(name) if artifact_class(w.lower())]
    kinds = tuple(sorted({artifact_class(w.lower()) or "" for w in found}))
    owner = " ".join(w for w in _WORD.findall(name) if w not in found)
    return Subject(name, (owner,), tuple(sorted(name_words(owner))), kinds)


def same_artifact(one: Subject, other: Subject) -> bool:
    """Whether two artifacts can be the same: one's owner is named by the other's, and the kinds fit."""
    if not one.places or not other.places:
        return False
    owned = set(one.places) <= set(other.places) or set(other.places) <= set(one.places)
    kinds = not one.terms or not other.terms or set(one.terms) & set(other.terms)
    return owned and bool(kinds)
