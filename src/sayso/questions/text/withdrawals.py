"""Statements taken back without being told again: "the police withdrew their announcement of Tuesday"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.questions.claim import Claim
from sayso.questions.subjects import same_source
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import Voice, author
from sayso.questions.text.stance import Stance, stance, takes_back
from sayso.questions.text.telling import Telling, telling_of
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words

__all__ = ["taken_back"]

BACK = 32
"""Claims before a statement is taken back among which the one is looked for that it is about."""

BEFORE = 3
"""Nouns before "withdraws it" among which the statement is looked for."""


def taken_back(scene: Scene, found: Sequence[Claim], opposite: Mapping[str, str]) -> Iterator[Claim]:
    """The claims that are taken back after others of the same report, of the subject told of last.

    What is taken back is what the source said in the report, or what was taken back before it ("Roe withdrew
    hers as well"), or else the opposite of what others say; ``opposite`` has it for each value.
    """
    tree = scene.tree
    told = sorted(found, key=lambda claim: claim.span[-1][1])
    ends = [claim.span[-1][1] for claim in told]
    marks: list[Claim] = []
    for verb in range(len(tree.words)):
        if not takes_back(tree, verb) or not _is_bare(scene, verb):
            continue
        last = bisect_right(ends, tree.words.spans[verb][0])
        near = [*told[max(0, last - BACK) : last], *marks[-1:]]
        latest = max(near, key=lambda claim: claim.span[0][0], default=None)
        if latest is not None and (teller := _teller(scene, verb, latest)) is not None:
            marks.append(_mark(scene, teller, latest, near, opposite))
    yield from marks


def _teller(scene: Scene, verb: int, last: Claim) -> Telling | None:
    """Who takes a statement back: of "it was withdrawn" and "it withdrew that" who made the last one.

    A report is withdrawn by the outlet.
    """
    tree = scene.tree
    who = tree.agent(verb)
    alone = tree.passive(verb) if who is None else tree.lower[who] in words("naming", "they")
    if not alone:
        return telling_of(scene, verb)
    first, end = tree.sentence(verb)
    span = ((tree.words.spans[first][0], tree.words.spans[end - 1][1]),)
    what = tree.patient(verb)
    report = what is not None and tree.lower[what] in words("stance", "publication")
    group = last.source_kind in ("outlet", "group")
    own = author(scene) if report and not group else Voice(last.source, last.source_kind, last.authority)
    return Telling(own, None, span, Stance())


def _mark(
    scene: Scene, told: Telling, last: Claim, near: Sequence[Claim], opposite: Mapping[str, str]
) -> Claim:
    """What takes back a claim that is like the last of those near it."""
    mark = replace(
        last,
        source=told.voice.name,
        source_kind=told.voice.kind,
        authority=told.voice.authority,
        content=scene.reading.slice(told.span),
        span=told.span,
        via=(),
        said=scene.report.published,
        about=None,
        low=0.95,
        high=1.0,
        words=(),
        change=False,
        denial=False,
        withdraws=True,
    )
    mark = _by_outlet(scene, mark, told, last)
    own = [c.value for c in near if c.subject.name == last.subject.name and same_source(mark, c)]
    others = last.value if last.withdraws else opposite.get(last.value, last.value)
    return replace(mark, value=own[-1] if own else others)


def _by_outlet(scene: Scene, mark: Claim, told: Telling, last: Claim) -> Claim:
    """What "the newspaper" takes back, as the outlet's own: that of the claim before it, or the report's."""
    if told.voice.name.lower() not in words("artifact_words", "press"):
        return mark
    if last.source_kind in ("outlet", "group"):
        return replace(mark, source=last.source, source_kind=last.source_kind, authority=last.authority)
    own = author(scene)
    return replace(mark, source=own.name, source_kind=own.kind, authority=own.authority)


def _is_bare(scene: Scene, verb: int) -> bool:
    """Whether a verb takes a statement of its subject's back, of which nothing more is told than its day."""
    tree = scene.tree
    what = tree.patient(verb)
    told = stance(tree, verb)
    if what is None or tree.words.upos[verb] != "VERB" or told.negative or not told.real:
        return False
    if tree.lower[what] in words("naming", "theirs"):
        return True
    if tree.lower[what] in words("stance", "it"):
        return _is_statement_before(tree, verb)
    told_of = (tree.lower[c] in words("naming", "definite") for c in tree.having(what, "det"))
    owned = any(True for _ in tree.having(what, "nmod:poss")) or any(told_of)
    of = tree.oblique(what, "of", "about")
    timed = of is None or bool(scene.times(tree.words.spans[of]))
    bare = not any(True for _ in tree.having(what, "acl", "ccomp"))
    return tree.lower[what] in words("stance", "statement") and owned and bare and timed


def _is_statement_before(tree: Tree, verb: int) -> bool:
    """Whether "it" is a statement told of right before: "the figure was wrong and the paper withdraws it"."""
    first = tree.sentence(verb)[0]
    first = tree.sentence(first - 1)[0] if first else first
    told = words("stance", "statement") | words("stance", "figure")
    nouns = (i for i in range(verb - 1, first - 1, -1) if tree.words.upos[i] == "NOUN")
    near = [tree.lower[i] for i in nouns if tree.relation(i) in ("nsubj", "obj")][:BEFORE]
    return not told.isdisjoint(near)
