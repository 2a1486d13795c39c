"""How sure the words in and around a statement are, and whether they deny it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.reading.annotations import Certainty, Polarity, Reading, Span, Spans
from sayso.reading.certainty.afterwards import afterwards
from sayso.reading.certainty.governed import holder, undone, unheard
from sayso.reading.certainty.hypothetical import UNVERIFIED, hypothetical
from sayso.reading.certainty.lexicon import FLIP, Hit, band
from sayso.reading.certainty.scope import Predicate, joined, predicates, root
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.vocabulary import entries, lines

__all__ = ["PLAIN", "UNVERIFIED", "assess", "weakest"]

PLAIN = "plain"

_OF_NOUNS = ("det", "nsubj", "obj", "cc")
_IMPLYING = ("", "xcomp", "obj", "acl", "advcl", "nmod")


@dataclass(slots=True)
class _Found:
    """What has been found so far: bands, the words that gave them, and how often the statement is negated."""

    bands: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    denials: int = 0

    def add(self, name: str, spans: Iterable[Span]) -> None:
        """Add a band; one that begins with "-" denies."""
        self.bands.append(name)
        self.spans += spans
        self.denials += name.startswith("-")


def assess(reading: Reading, spans: Spans, cue: Spans = ()) -> tuple[Certainty, Polarity]:
    """The certainty of the statement in ``spans``, and negative where it is denied or negated as a whole.

    What counts are the words of its main clause and those that it hangs on, in the spans or above them;
    the ``cue``'s; a condition; a question mark; and what follows on whether it could be verified. The
    range is that of the least sure of them, with all of them as its spans. A plain statement, and one
    without syntax to tell, has no such words and the plain range.
    """
    found = _Found()
    if not reading.words.heads or not (spans or cue):
        return Certainty(*band(PLAIN)), "positive"
    sentence: Sentence | None = None
    if cue:
        sentence = Sentence.around(reading, cue[0][0])
        _of_cue(found, sentence, cue, spans)
    if spans:
        if sentence is None or not sentence.holds(spans[0][0]):
            sentence = Sentence.around(reading, spans[0][0])
        _of_statement(found, sentence, spans, cue)
        for name, span in afterwards(reading, spans, cue):
            found.add(name, (span,))
    polarity: Polarity = "negative" if found.denials % 2 else "positive"
    return weakest(found.bands, tuple(sorted(set(found.spans)))), polarity


def weakest(names: Sequence[str], spans: Spans) -> Certainty:
    """The range of the least sure of some bands; plain if there are none."""
    low, high = min((band(name) for name in names), default=band(PLAIN))
    return Certainty(low, high, spans)


def _of_cue(found: _Found, sentence: Sentence, cue: Spans, content: Spans) -> None:
    """What the cue's own words say, and its adverbs: "claimed", "did not deny", "reportedly announced"."""
    inside = sentence.words_in(cue)
    top = root(sentence, inside)
    if top is None:
        return
    negators = _negators(sentence, top, sentence.children.get(top, ()))
    negators += [at for at in inside if at not in negators and _negates(sentence, at)]
    told = [hit for hit in sentence.hits if any(hit.first <= at < hit.last for at in inside)]
    told = [hit for hit in told if sentence.relation(hit.first) != "compound"]  # not "a press release"
    known = {*inside, *sentence.words_in(content)}
    told += [h for a in sentence.below(top, "advmod") if a not in known and (h := sentence.hit(a))]
    if sentence.relation(top) == "case":
        noun = sentence.head(top)
        told += [h for a in sentence.below(noun, "amod") if (h := sentence.hit(a)) and h not in told]
    verbs = [hit for hit in told if sentence.tag(hit.first) != "AUX"]
    for hit in verbs or told:  # in "could not be verified" it is the verifying that was not done
        beside = [at for at in negators if not hit.first <= at < hit.last]
        _count(found, sentence, hit, beside)


def _of_statement(found: _Found, sentence: Sentence, spans: Spans, cue: Spans) -> None:
    inside = sentence.words_in(spans)
    outside = set(sentence.words_in(cue))
    top = root(sentence, [at for at in inside if at not in outside])
    if top is None:
        return
    chain = predicates(sentence, top, inside, outside)
    _of_chain(found, sentence, chain, outside, top if cue else None)
    verb = holder(sentence, chain[0].word, outside)
    if verb is not None:
        around = _Found()
        _of_chain(around, sentence, predicates(sentence, verb, [verb], outside), outside, None)
        if not around.denials or undone(sentence, chain[0].word):
            found.bands += around.bands
            found.spans += around.spans
            found.denials += around.denials
        elif unheard(sentence, chain[0].word):
            found.add(UNVERIFIED, around.spans)


def _of_chain(
    found: _Found, sentence: Sentence, chain: Sequence[Predicate], outside: set[int], top: int | None
) -> None:
    """What predicates that hang on one another say, from the lowest up."""
    for predicate in chain:
        _of_predicate(found, sentence, predicate, outside, top)
    for clause in [at for p in chain for at in (p.word, *joined(sentence, p.word))]:
        for name, span in hypothetical(sentence, clause):
            found.add(name, (span,))


def _of_predicate(
    found: _Found, sentence: Sentence, predicate: Predicate, outside: set[int], top: int | None
) -> None:
    """What a predicate and its modifiers say."""
    modifiers = [at for at in predicate.modifiers if at not in outside]
    negators = _negators(sentence, predicate.word, modifiers)
    own = sentence.hit(predicate.word)
    if own is not None and not (_speaks(sentence, predicate, top) and _reaches(own, predicate)):
        own = None
    told = [own] if own else []
    told += [h for at in modifiers if (h := sentence.hit(at)) and h not in told and at not in negators]
    beside = [at for at in negators if not any(h.first <= at < h.last for h in told)]
    taken = _by_modal(sentence, told, beside) if own is None else own
    for hit in told:
        _count(found, sentence, hit, beside if hit is taken else [])
    if beside and taken is None:
        said = predicate.complement not in ("", "xcomp")
        found.add(UNVERIFIED if said else "-" + PLAIN, [_negation(sentence, at) for at in beside[:1]])


def _speaks(sentence: Sentence, predicate: Predicate, top: int | None) -> bool:
    """Whether a predicate's own word tells of something else, rather than being what is told.

    Below a cue, a noun at the ``top`` is what the cue speaks of ("rejected claims that …"). "It is a threat"
    leaves nothing open.
    """
    tag = sentence.tag(predicate.word)
    if tag == "NOUN":
        alone = not predicate.complement
        is_called = not sentence.has(predicate.word, "cop")
        if is_called and (alone or predicate.word == top):
            return False
        if alone and sentence.forms[predicate.word] in entries("certainty/aims"):
            return False
    return bool(predicate.complement) or tag in ("ADJ", "NOUN", "ADV")


def _reaches(hit: Hit, predicate: Predicate) -> bool:
    """Whether a word bears on the clause below it: "failed to" does on an infinitive only."""
    implies = hit.entry.band.startswith("-") and hit.entry.negated == PLAIN
    return not implies or predicate.complement.split(":")[0] in _IMPLYING


def _by_modal(sentence: Sentence, told: Sequence[Hit], negators: Sequence[int]) -> Hit | None:
    """The modal verb whose sense a negation beside it changes ("could not have been")."""
    if not negators:
        return None
    return next((h for h in told if h.last <= negators[0] and sentence.tag(h.first) == "AUX"), None)


def _count(found: _Found, sentence: Sentence, hit: Hit, negators: Sequence[int]) -> None:
    """Add a word of certainty, as it stands or negated."""
    spans = [sentence.span(hit.first, hit.last), *(_negation(sentence, at) for at in negators[:1])]
    if not negators:
        found.add(hit.entry.band, spans)
    elif hit.entry.negated == FLIP:
        found.add(hit.entry.band, spans)
        found.denials += 1
    else:
        found.add(hit.entry.negated, spans)


def _negators(sentence: Sentence, predicate: int, modifiers: Iterable[int]) -> list[int]:
    """The words that negate a predicate: not those that belong to another word ("not all", "not only")."""
    own = {predicate, *joined(sentence, predicate)}
    return [
        at
        for at in modifiers
        if _negates(sentence, at)
        and sentence.tag(at) != "INTJ"
        and not _in_phrase(sentence, at)
        and (sentence.head(at) in own or sentence.relation(at).split(":")[0] in _OF_NOUNS)
        and not _contrasts(sentence, predicate, at)
    ]


def _in_phrase(sentence: Sentence, at: int) -> bool:
    """Whether a word is part of a longer word of certainty ("almost no chance")."""
    hit = sentence.hit(at)
    return hit is not None and hit.last - hit.first > 1


def _negates(sentence: Sentence, at: int) -> bool:
    form = sentence.forms[at]
    if form in entries("certainty/negations") or form in entries("certainty/nobody"):
        return True
    if sentence.tag(at) == "AUX" and form.endswith(lines("certainty/negating_endings")):
        return True
    return f"{sentence.forms.get(at - 1)} {form}" in entries("certainty/negations")


def _negation(sentence: Sentence, at: int) -> Span:
    """The span of a negating word, or of two that negate together ("no longer")."""
    pair = f"{sentence.forms.get(at - 1)} {sentence.forms[at]}" in entries("certainty/negations")
    return sentence.span(at - 1 if pair else at, at + 1)


def _contrasts(sentence: Sentence, predicate: int, at: int) -> bool:
    """Whether "not" only sets one thing against another: after the verb, or before "only" and "all"."""
    following = sentence.forms.get(at + 1, "")
    if following in entries("certainty/contrasts"):
        return True
    if sentence.has(predicate, "expl"):
        return False  # "there was not"
    return sentence.tag(predicate) == "VERB" and at > predicate and sentence.relation(at) == "advmod"
