"""Who a source without a name is: the one named right behind it, or the speaker who goes on.

"The manager of the airport denied it. "They left," Jovan Petrak said": a speaker whom a report names without
a word about who he is has been introduced in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, Span
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene
    from sayso.questions.text.tree import Tree

__all__ = ["introduced_later", "spoken_before", "subject_before", "told_again", "writer"]

NEXT = 3
"""Sentences behind an unnamed source in which the name is given."""

_AGAIN = re.compile(r"[Tt]he ([a-z]+)(?:,| who\b|$)")
"""Somebody of whom it was told before."""

_WRITTEN = words("sources", "written")
"""What somebody says in writing of which nobody doubts that it is his."""

_UNNAMED = ("official-unnamed", "person-unnamed")


def introduced_later(scene: Scene, attribution: Attribution) -> str | None:
    """The name of a single unnamed source, where the report gives it; None where it does not."""
    if attribution.speaker or not attribution.source or attribution.source_kind not in (*_UNNAMED, "group"):
        return None
    tree, (start, end) = scene.tree, attribution.source[0]
    inside = range(tree.at(start), tree.at(end))
    head = next((i for i in inside if tree.words.heads[i] not in inside), None)
    if head is None or not _is_single(tree, head):
        return None
    if _is_body(scene, head):
        owned = any(True for _ in tree.having(head, "nmod:poss"))
        one = any(tree.lower[c] in words("naming", "indefinite") for c in tree.having(head, "det"))
        return _named_next(scene, attribution, head) if owned or one else None
    if _goes_on(scene, attribution, head):
        before = next(iter(scene.told_before(start)), None)
        return before.speaker if before is not None and before.source_kind == "person" else None
    return _named_next(scene, attribution, head) or _subject_named(scene, attribution, head)


def _is_single(tree: Tree, head: int) -> bool:
    """Whether a noun is one person: "a doctor", "one of his lawyers", but not "doctors"."""
    if tree.lower[head] in words("stance", "one"):
        return any(True for _ in tree.having(head, "nmod"))
    several = tree.lower[head].endswith("s") or tree.lower[head] in words("sources", "several")
    joined = any(not any(True for _ in tree.having(c, "cop", "nsubj")) for c in tree.having(head, "conj"))
    return tree.words.upos[head] in ("NOUN", "PROPN") and not (several or joined)


def _goes_on(scene: Scene, attribution: Attribution, head: int) -> bool:
    """Whether a source goes on speaking: "…, the president continued"."""
    cue = set(scene.reading.slice(attribution.cue).lower().split())
    definite = any(scene.tree.lower[c] == "the" for c in scene.tree.having(head, "det"))
    return definite and not cue.isdisjoint(words("sources", "going_on"))


def _named_next(scene: Scene, attribution: Attribution, head: int) -> str | None:
    """The name of who speaks next, where the report names him there first and says nothing more of him."""
    tree = scene.tree
    last = tree.sentence(head)[1]
    if last >= len(tree.words):
        return None
    found = []
    after = scene.told_behind(tree.words.spans[last][0])
    if after is not None and after.speaker:
        found.append((after.source[0], after.speaker))
    found += _subjects(scene, last)
    new = (name for span, name in sorted(found) if _is_new(scene, attribution, head, span, name))
    return next(new, None)


def _subjects(scene: Scene, first: int) -> Iterator[tuple[Span, str]]:
    """Who answers, speaks or will not say in the sentences that begin at a word: "Roe was replying to …"."""
    tree = scene.tree
    for _ in range(NEXT):
        if first >= len(tree.words):
            return
        begin, first = tree.sentence(first)
        main = next((i for i in range(begin, first) if tree.relation(i) == "root"), begin)
        who = tree.subject(main) if tree.lower[main] in words("sources", "speaks") else None
        named = scene.mentions.of(who, "PERSON", "ORG") if who is not None else None
        if who is not None and named is not None:
            yield tree.span(who), named.name


def _is_new(scene: Scene, attribution: Attribution, head: int, span: Span, name: str) -> bool:
    """Whether a name stands behind an unnamed source for the first time, and can be that source's."""
    tree, (start, end) = scene.tree, span
    between = tree.lower[tree.sentence(head)[0] : tree.at(start)]
    named = scene.named.get(name)
    if (
        named is None
        or named.mentions[0].start < start
        or not words("sources", "anonymous").isdisjoint(between)
    ):
        return False
    whole = tree.words.sentences[tree.number(head) : tree.number(tree.at(start))]
    told = (first for first, last in whole if last - first > 1)  # a lone quotation mark is no sentence
    if sum(1 for _ in told) > NEXT:
        return False
    person = named.label == "PERSON" and " " in name
    if _is_body(scene, head) == person:
        return False
    beside = scene.reading.text[start:end].removesuffix(name).lower().replace(",", " ").split()
    told_of = {word.rstrip(".") for word in beside} - entries("titles")
    return not told_of or tree.lower[head] in beside


def _is_body(scene: Scene, head: int) -> bool:
    """Whether an unnamed source is a body, not a person: "a laboratory in Arle", "the ship's owner"."""
    word = scene.tree.lower[head]
    bodies = words("sources", "institution") | words("sources", "body")
    return word in bodies or noun_kind(word) == "group"


def _subject_named(scene: Scene, attribution: Attribution, head: int) -> str | None:
    """Who is quoted right behind a sentence about him: "Roe has given up. "I left," the secretary said."."""
    tree = scene.tree
    first = tree.sentence(tree.at(attribution.content[0][0]))[0] if attribution.content else 0
    definite = any(tree.lower[c] == "the" for c in tree.having(head, "det"))
    if attribution.type == "indirect" or not definite or not first or first > head:
        return None
    said = set(scene.reading.slice(attribution.content).lower().replace("“", " ").replace('"', " ").split())
    if said.isdisjoint(words("naming", "i") | words("naming", "we")):
        return None
    begin, end = tree.sentence(first - 1)
    main = next((i for i in range(begin, end) if tree.relation(i) == "root"), begin)
    who = tree.subject(main) if not tree.passive(main) else None
    named = scene.mentions.of(who, "PERSON") if who is not None else None
    spans = tree.words.spans
    others = scene.mentions.names.within(spans[begin][0], spans[end - 1][1])
    alone = all(m.label != "PERSON" or scene.mentions.names.of(m) is named for m in others)
    return named.name if named is not None and alone and not scene.mentions.roles(named) else None


def writer(scene: Scene, attribution: Attribution) -> Attribution | None:
    """An attribution as that of who wrote what is its source: "his report", "Ann Roe's testimony"."""
    if attribution.source_kind != "document" or len(attribution.source) != 1:
        return None
    tree, (start, end) = scene.tree, attribution.source[0]
    noun = next((i for i in range(tree.at(start), tree.at(end)) if tree.lower[i] in _WRITTEN), None)
    owner = next(tree.having(noun, "nmod:poss"), None) if noun is not None else None
    owner = tree.oblique(noun, "of", "by", "from") if noun is not None and owner is None else owner
    named = scene.named_person(owner) if owner is not None else None
    if owner is None or named is None:
        return None
    return replace(attribution, source=(tree.span(owner),), speaker=named.name, source_kind="person")


def told_again(scene: Scene, attribution: Attribution) -> Attribution | None:
    """The attribution before one, where its source is told of again: "a captain", "the deserter"."""
    found = _AGAIN.match(scene.reading.slice(attribution.source))
    if found is None or attribution.speaker:
        return None
    others = (a for a in scene.told_before(attribution.source[0][0]) if a.source and not a.speaker)
    told = ((other, scene.reading.slice(other.source).lower().split()) for other in others)
    last = next(((other, text) for other, text in told if text[0] not in words("sources", "he")), None)
    if last is None or last[1][0] not in words("naming", "indefinite"):
        return None
    noun = found[1].lower()
    return last[0] if noun in last[1] or noun in words("sources", "anybody") else None


def spoken_before(scene: Scene, attribution: Attribution) -> Attribution | None:
    """The attribution before one, whose source "it" stands for."""
    last = next(iter(scene.told_before(attribution.source[0][0])), None)
    return last if last is not None and not last.speaker else None


def subject_before(scene: Scene, attribution: Attribution) -> str | None:
    """What the sentence before is about: "The archive has looked at it. It is false, it said."."""
    tree = scene.tree
    first = tree.sentence(tree.at(attribution.source[0][0]))[0]
    before = range(*tree.sentence(first - 1)) if first else ()
    who = next((tree.subject(i) for i in before if tree.relation(i) == "root"), None)
    return scene.called(who) if who is not None and tree.words.upos[who] in ("NOUN", "PROPN") else None
