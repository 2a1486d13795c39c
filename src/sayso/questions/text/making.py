"""Making a claim of a word: who says it, how surely, and of what time."""

from __future__ import annotations

from dataclasses import replace

from sayso.questions.claim import Claim, Subject
from sayso.questions.text.party_names import canonical
from sayso.questions.text.scene import Scene
from sayso.questions.text.sureness import sureness
from sayso.questions.text.telling import Telling, passed_over, telling
from sayso.reading.annotations import Attribution, Certainty, Span
from sayso.reading.times import about, edtf

__all__ = ["clause", "make", "spoken_by"]

UNLIKELY = 0.45
"""What is at most so likely is a claim of the opposite."""


def make(
    scene: Scene,
    kind: str,
    subject: Subject,
    value: str,
    at: int,
    *,
    opposite: str | None = None,
    change: bool = False,
    lasting: bool = False,
    presupposed: bool = False,
) -> Claim | None:
    """The claim that the predicate ``at`` makes; None where it makes none.

    ``opposite`` is the value that a negated or denied one stands for; without it such a claim speaks
    against the value. ``lasting`` values are true whether the predicate is denied or not ("wounded"), and
    so are ``presupposed`` ones: who denies being behind a killing says that there was one.
    """
    told = telling(scene, at)
    if told is None:
        return None
    negative = told.stance.negative != told.denied
    if presupposed or told.withdraws:
        negative = told.withdraws and told.stance.negative
    if negative and not lasting:
        value, change = opposite or f"not {value}", False
    attribution = told.attribution
    span = clause(scene, at)
    sure = sureness(scene, span, attribution)
    if sure.high <= UNLIKELY and opposite and not negative:
        value, change = opposite, False
        sure = Certainty(round(1 - sure.high, 2), round(1 - sure.low, 2), sure.spans)
    return Claim(
        kind=kind,
        subject=subject,
        value=value,
        source=told.voice.name,
        source_kind=told.voice.kind,
        authority=told.voice.authority,
        report=scene.carrier,
        content=scene.reading.slice(told.span),
        span=told.span,
        via=told.via,
        said=(attribution.said if attribution else _said(scene, told, at)) or scene.report.published,
        about=_about(scene, at, span, attribution),
        low=sure.low,
        high=sure.high,
        words=tuple(scene.reading.text[a:b] for a, b in sure.spans),
        change=change and not (attribution is None and told.stance.past),
        denial=negative and not lasting,
        withdraws=told.withdraws,
        confidence=attribution.confidence if attribution else 1.0,
    )


def _said(scene: Scene, told: Telling, at: int) -> str | None:
    """When somebody said it by a verb that the reader passed over: "who had told us on Tuesday that"."""
    tree, low = scene.tree, at
    if told.voice.kind == "author":
        return None
    for verb in tree.above(at):
        if tree.relation(low) == "ccomp":
            days = (scene.times(tree.span(c)) for c in tree.having(verb, "obl") if c != low)
            return next((edtf(found[0]) for found in days if found), None)
        low = verb
    return None


def _about(scene: Scene, at: int, span: Span, attribution: Attribution | None) -> str | None:
    """What time the clause of a predicate is about; of a joined one, what follows it before the next verb."""
    published = scene.report.published
    told = about(scene.reading, (span,), published)
    if told is not None:
        return told
    tree = scene.tree
    if tree.relation(at) != "conj":
        return attribution.about if attribution else None
    last = tree.sentence(at)[1]
    end = next((i for i in range(at + 1, last) if tree.words.upos[i] in ("VERB", "PUNCT")), last)
    near = scene.times((tree.words.spans[at][1], tree.words.spans[end - 1][1])) if end > at + 1 else []
    return edtf(near[0]) if near else None


def spoken_by(scene: Scene, claim: Claim, verb: int, who: int | None) -> Claim:
    """A claim in the report's own voice as that of who does the saying: "police blamed the group"."""
    told = telling(scene, verb)
    if who is None or told is None or told.attribution is not None or scene.tree.words.upos[who] == "PRON":
        return claim
    teller = passed_over(scene, verb, who, claim.span)
    if teller.kind == "group" and scene.tree.words.upos[who] == "NOUN":
        name = scene.called(who)
        return replace(claim, source=name, source_kind="group", authority=canonical(name))
    return replace(claim, source=teller.name, source_kind=teller.kind, authority=teller.authority)


def clause(scene: Scene, at: int) -> Span:
    """Where the clause of a predicate stands: its phrase, without the clauses joined to it."""
    tree = scene.tree
    kept = [at]
    for child in tree.children[at]:
        if tree.relation(child) not in ("conj", "parataxis", "ccomp", "advcl"):
            kept += tree.phrase(child)
    top = next((a for a in tree.above(at) if tree.relation(at) == "xcomp"), None)
    if top is not None:
        for child in tree.children[top]:
            if tree.relation(child) in ("obl", "advmod"):
                kept += tree.phrase(child)
    kept.sort()
    return tree.words.spans[kept[0]][0], tree.words.spans[kept[-1]][1]
