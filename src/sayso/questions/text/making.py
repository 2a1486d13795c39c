"""Making a claim of a word: who says it, how surely, and of what time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.questions.claim import Claim, Subject
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import Voice, author, canonical, voice
from sayso.questions.text.stance import Stance, held, set_off, stance, takes_back
from sayso.questions.text.sureness import sureness
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, Certainty, Link, SourceKind, Span, Spans
from sayso.reading.times import about, edtf

__all__ = ["Telling", "make", "spoken_by", "telling", "telling_of"]

UNLIKELY = 0.45
"""What is at most so likely is a claim of the opposite."""

HAPPENED = -1.0
"""What the network gives less than this, from −3 to 3, has not happened: of the claims in 270 articles
labelled by hand three wrong ones were below it, and no right one.
"""

BEGINNING = 3
"""Words of a content in which the statement taken back is named."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a word is told: by whom, and whether they assert it, deny it or take it back."""

    voice: Voice
    attribution: Attribution | None
    span: Spans
    stance: Stance
    denied: bool = False
    withdraws: bool = False
    via: tuple[Link, ...] = ()


def telling(scene: Scene, at: int) -> Telling | None:
    """How the predicate ``at`` is told; None where nobody asserts or denies it."""
    found = stance(scene.tree, at)
    if not found.real or not (found.negative or _happened(scene.tree, at)):
        return None
    attribution = scene.attribution(at)
    if attribution is None:
        return _own(scene, at, found)
    if not attribution.source and _only_reported(scene, attribution):
        return None
    cue = _cue(scene, attribution)
    if cue & words("stance", "undecided"):  # "neither confirmed nor denied"
        return None
    if (granted := _uncontested(scene, attribution)) is None:
        return None
    doubted = _doubted(scene, attribution)
    no_more = doubted and bool(cue & words("stance", "longer"))
    denies = (doubted or (bool(cue & words("stance", "deny")) and not granted)) and not _told_aside(scene, at)
    taken_back = cue | _beginning(scene, attribution)
    span = attribution.content
    return Telling(
        author(scene) if _regretted(scene, attribution, cue) else voice(scene, attribution),
        attribution,
        span,
        found,
        denies or _denied_within(scene, at),
        _takes_back(taken_back) or no_more or _regretted(scene, attribution, cue),
        attribution.via,
    )


def _happened(tree: Tree, at: int) -> bool:
    """Whether the network takes a word for what has happened; what may or will be, the rules tell better."""
    read = tree.words
    if read.upos[at] not in ("VERB", "NOUN") or not read.factuality:
        return True
    modals = words("stance", "unreal_aux") | words("stance", "hedging_aux")
    modal = any(tree.lower[child] in modals for child in tree.having(at, "aux"))
    return modal or read.factuality[at][1] >= HAPPENED


def _uncontested(scene: Scene, attribution: Attribution) -> bool | None:
    """Whether somebody does not dispute what is told; None where he only does not deny it."""
    tree = scene.tree
    cue = (at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end)))
    denying = (
        at for at in cue if tree.lower[at] in words("stance", "deny") and tree.words.upos[at] == "VERB"
    )
    verb = next((at for at in denying if stance(tree, at).negative), None)
    if verb is None:
        return False
    return True if tree.lower[verb] in words("stance", "contest") else None


def _doubted(scene: Scene, attribution: Attribution) -> bool:
    """Whether somebody does not believe what is told, or no longer: "police do not think that he is dead"."""
    tree = scene.tree
    cue = (at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end)))
    thinking = (at for at in cue if tree.lower[at] in words("stance", "thinking"))
    return any(stance(tree, at).negative for at in thinking)


def _denied_within(scene: Scene, at: int) -> bool:
    """Whether a denial within what somebody says holds a predicate: "said that it denied that it was so"."""
    tree = scene.tree
    low = at
    for above in tree.above(at):
        denies = tree.lower[above] in words("stance", "deny") and tree.words.upos[above] == "VERB"
        if denies and tree.relation(low) == "ccomp" and scene.attribution(above) is scene.attribution(at):
            return not scene.is_cue(above)
        if tree.relation(low) not in ("ccomp", "xcomp", "conj"):
            return False
        low = above
    return False


def _told_aside(scene: Scene, at: int) -> bool:
    """Whether a predicate is in a clause set off within what is said, so that a denial is none of it."""
    for word in (at, *scene.tree.above(at)):
        if scene.is_cue(word):
            return False
        if set_off(scene.tree, word):
            return True
    return False


def _only_reported(scene: Scene, attribution: Attribution) -> bool:
    """Whether a sentence is about reports that it does not uphold: "Reports that he left stunned them"."""
    tree = scene.tree
    cue = [tree.at(start) for start, _ in attribution.cue]
    subjects = (at for at in cue if tree.relation(at) == "nsubj")
    return any(tree.lower[at] in words("stance", "rumour") and held(tree, at) is None for at in subjects)


def _cue(scene: Scene, attribution: Attribution) -> frozenset[str]:
    """The words of a cue, and the verb above them."""
    tree = scene.tree
    found = {i for start, end in attribution.cue for i in range(tree.at(start), tree.at(end))}
    return frozenset(tree.lower[i] for i in found)


def _beginning(scene: Scene, attribution: Attribution) -> frozenset[str]:
    """The first words of a content: "its report that …"."""
    first = scene.tree.at(attribution.content[0][0])
    return frozenset(scene.tree.lower[first : first + BEGINNING])


def _takes_back(cue: frozenset[str]) -> bool:
    back = bool(cue & words("stance", "take")) and bool(cue & words("stance", "back"))
    return (back or bool(cue & words("stance", "withdraw"))) and bool(cue & words("stance", "statement"))


def _own(scene: Scene, at: int, found: Stance) -> Telling | None:
    """A word in the report's own voice, or in what a verb that the reader passed over tells."""
    tree = scene.tree
    first, last = tree.sentence(at)
    span = ((tree.words.spans[first][0], tree.words.spans[last - 1][1]),)
    low = at
    for above in tree.above(at):
        word, relation = tree.lower[above], tree.relation(low)
        if set_off(tree, low):
            break
        if relation == "acl" and _corrected(scene, above):
            return Telling(author(scene), None, span, found, withdraws=True)
        if relation in ("ccomp", "acl", "xcomp", "obj", "obl", "nmod"):
            if word in words("stance", "rumour") and relation in ("acl", "nmod"):
                found_above = _verb(scene, above)
                if found_above is None:
                    return None if relation == "acl" else Telling(author(scene), None, span, found)
                verb, who = found_above
                return _told(scene, verb, who, span, found)
            if word in words("stance", "deny") or takes_back(tree, above):
                who = tree.subject(above)
                return _told(scene, above, who, span, found)
            claimed = relation == "xcomp" or tree.lower[low] in words("stance", "claimable")
            claims = claimed and word in words("stance", "claiming") and not tree.passive(above)
            if claims or (relation == "ccomp" and word in words("stance", "telling")):
                who = tree.subject(above)
                if who is not None and tree.lower[who] != "it" and tree.words.upos[above] == "VERB":
                    return _told(scene, above, who, span, found)
        low = above
    return Telling(author(scene), None, span, found)


def _corrected(scene: Scene, noun: int) -> bool:
    """Whether a noun is an earlier report that is called wrong."""
    tree = scene.tree
    told = {tree.lower[c] for c in tree.having(noun, "amod", "nmod:poss", "det")}
    wrong = tree.lower[tree.words.heads[noun]] in words("stance", "untrue")
    return (
        wrong and tree.lower[noun] in words("stance", "statement") and bool(told & words("stance", "earlier"))
    )


def _regretted(scene: Scene, attribution: Attribution, cue: frozenset[str]) -> bool:
    """Whether an attribution corrects an earlier report: "an earlier version said wrongly that …"."""
    source = frozenset(scene.reading.slice(attribution.source).lower().split())
    first, last = scene.tree.sentence(scene.tree.at(attribution.cue[0][0])) if attribution.cue else (0, 0)
    said = cue | frozenset(scene.tree.lower[first:last])
    return bool(source & words("stance", "earlier")) and bool(said & words("stance", "regret"))


def _verb(scene: Scene, noun: int) -> tuple[int, int | None] | None:
    """The verb that a noun such as "reports" is the object of, if it denies or takes it back."""
    tree = scene.tree
    verb = tree.words.heads[noun]
    if tree.lower[verb] in words("stance", "deny") or takes_back(tree, verb):
        return verb, tree.subject(verb)
    return None


def telling_of(scene: Scene, verb: int) -> Telling | None:
    """What the subject of a verb tells in its sentence; None where the verb has none with a name."""
    tree = scene.tree
    who = tree.subject(verb)
    if who is None or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return None
    first, last = tree.sentence(verb)
    return _told(scene, verb, who, ((tree.words.spans[first][0], tree.words.spans[last - 1][1]),), Stance())


def _told(scene: Scene, verb: int, who: int | None, span: Spans, found: Stance) -> Telling | None:
    """What the subject of a verb tells."""
    tree = scene.tree
    word = tree.lower[verb]
    if who is None:
        return None
    named = scene.named_person(who)
    name = named.name if named else scene.called(who)
    kind = "person" if named else "group"
    own = author(scene)
    if scene.report.outlet and name.lower() in scene.report.outlet.lower():
        teller = own
    else:
        teller = Voice(name, "person" if kind == "person" else "group", canonical(name))
    return Telling(teller, None, span, found, word in words("stance", "deny"), takes_back(tree, verb))


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
        said=(attribution.said if attribution else None) or scene.report.published,
        about=_about(scene, at, span, attribution),
        low=sure.low,
        high=sure.high,
        words=tuple(scene.reading.text[a:b] for a, b in sure.spans),
        change=change and not (attribution is None and told.stance.past),
        denial=negative and not lasting,
        withdraws=told.withdraws,
        confidence=attribution.confidence if attribution else 1.0,
    )


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
    named = scene.named_person(who)
    name = named.name if named else scene.called(who)
    kind: SourceKind = "person" if named else "group"
    return replace(claim, source=name, source_kind=kind, authority=canonical(name))


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
