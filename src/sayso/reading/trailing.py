"""Statements with who makes them behind, in so many words, that the network passed over.

"The tape is genuine, the banker's wife has told this newspaper": a clause, a comma, who, and a verb of
saying that has no other object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.added import CONFIDENCE, added
from sayso.reading.annotations import Attribution, Reading, Span, Words
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.givers import NAMING, giver, named
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import entries

__all__ = ["with_trailing"]

SHORTEST = 3
"""Words of a statement at least."""

LONGEST = 128
"""Words of a sentence at most: longer ones are lists, or no sentences."""

_OBJECTS = frozenset(("obj", "ccomp", "xcomp", "cc"))


def with_trailing(
    words: Words, attributions: Sequence[Attribution], quoted: Quoted
) -> tuple[Attribution, ...]:
    """The attributions, in the text's order, with those that syntax alone gives."""
    if not words.heads:
        return tuple(attributions)
    sound = [one for one in attributions if not _is_torn(one, quoted.text)]
    return added(_told_behind(Reading(quoted.text, words), quoted), sound, quoted)


def _is_torn(attribution: Attribution, text: str) -> bool:
    """Whether a source is but the end of one: "an engineer | who works there", "the mayor | there"."""
    if len(attribution.source) != 1 or len(attribution.content) != 1:
        return False
    (start, end), (_, last) = attribution.source[0], attribution.content[0]
    first, *rest = text[start:end].lower().split()
    behind = last < start and not text[last:start].strip()
    lone = not rest and first not in entries("relative_pronouns")  # not "Ann Roe, who said"
    return first in entries("torn") and (behind or lone)


def _told_behind(reading: Reading, quoted: Quoted) -> Iterator[Attribution]:
    """The statements of a text with who makes them behind."""
    words, telling = reading.words, entries("telling_behind")
    for first, last in words.sentences:
        verbs = [
            at
            for at in range(first + SHORTEST, last)
            if words.upos[at] == "VERB" and reading.text[slice(*words.spans[at])].lower() in telling
        ]
        if not verbs or last - first > LONGEST:
            continue
        sentence = Sentence.of(reading, first, last)
        for verb in verbs:
            parts = _told(sentence, verb) or _as_told(sentence, verb)
            if parts is not None:
                source, cue, told = ((_span(sentence, part),) for part in parts)
                yield Attribution(source, cue, told, quoted.quote_type(told), CONFIDENCE)


STEPS = 4
"""Words from the last of a name to the head of what it is the name of, at most."""

Parts = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""The words of a source, a cue and what is told."""


def _told(sentence: Sentence, verb: int) -> Parts | None:
    """A clause, a comma, who, and the verb: "…, an official has told AP"."""
    who = _who(sentence, verb)
    if who is None or sentence.tag(who) not in NAMING:
        return None
    objects = (at for at in sentence.below(verb, *_OBJECTS) if at > verb and not _is_whom(sentence, verb, at))
    if any(":" not in map(sentence.forms.get, range(verb, at)) for at in objects):
        return None
    source = [
        at for at in sentence.phrase(who) if sentence.tag(at) != "PUNCT" and (at < verb) == (who < verb)
    ]
    cue = [*sentence.below(verb, "aux"), verb]
    begins = min(*source, *cue)
    if who < verb:  # what the parse tears off belongs to who as well: "a source close to the palace"
        source = list(range(begins, min(cue)))
        source = source[: -1 if source and sentence.tag(source[-1]) == "PUNCT" else None]
    told = _told_before(sentence, verb, begins)
    if not source or sentence.forms.get(begins - 1) != "," or len(told) < SHORTEST:
        return None
    if sentence.forms[verb] not in entries("hearing"):
        return source, cue, told
    heard = giver(sentence, verb, "from")
    return (named(sentence, heard), cue, told) if heard is not None else None


def _who(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb: of several the last before it, or the noun phrase that ends right before it."""
    subjects = list(sentence.below(verb, "nsubj"))
    ahead = [at for at in subjects if at < verb]
    apart = max(ahead) if ahead else _apart(sentence, verb)
    if not subjects or (apart is not None and (ahead or _is_second(sentence, apart, verb))):
        return apart
    return subjects[0]


def _apart(sentence: Sentence, verb: int) -> int | None:
    """The noun phrase that ends right before a verb, where the parse hung it elsewhere."""
    at = next(
        (i for i in range(verb - 1, sentence.first, -1) if sentence.tag(i) not in ("PUNCT", "AUX")), verb
    )
    for _ in range(STEPS):
        if _is_second(sentence, at, verb):
            return at
        at = sentence.head(at) if sentence.head(at) < verb else at
    return at if sentence.relation(at) == "appos" and sentence.head(at) > verb else None


def _is_second(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a noun was taken for another subject of what is told: "six died, the mayor, Bo Li, said"."""
    told = sentence.head(at)
    second = sentence.relation(at) == "nsubj" and told < at and sentence.has(told, "nsubj")
    below = sentence.relation(told) == "ccomp" and sentence.head(told) == verb
    return second and (below or (sentence.relation(verb) == "parataxis" and sentence.head(verb) == told))


def _is_whom(sentence: Sentence, verb: int, at: int) -> bool:
    """Whether an object is whom something is told, or who is quoted: "told us", "quoted her as"."""
    if sentence.relation(at) != "obj":
        return False
    quoted = sentence.forms[verb] in entries("quoting") and "as" in map(sentence.forms.get, (at + 1, at + 2))
    return quoted or sentence.forms[verb] in entries("telling_whom")


def _as_told(sentence: Sentence, verb: int) -> Parts | None:
    """The same of "…, as stated this morning by the ministry"."""
    mark, head = verb - 1, sentence.head(verb)
    agents = (at for at in sentence.below(verb, "obl") if at > verb)
    by = (at for at in agents if "by" in map(sentence.forms.get, sentence.below(at, "case")))
    who = next(by, None)
    if sentence.forms.get(mark) != "as" or sentence.forms.get(mark - 1) != "," or who is None or head > mark:
        return None
    told = [at for at in sentence.phrase(head) if at < mark - 1]
    source = sorted({*sentence.phrase(who)} - {*sentence.below(who, "case")})
    return (source, (mark, verb), told) if len(told) >= SHORTEST else None


def _told_before(sentence: Sentence, verb: int, begins: int) -> list[int]:
    """The words of what is told before a verb and who stands there with it."""
    clause = _clause(sentence, verb)
    if clause is not None:  # with what the parse tears off it: "it was ten | when the army came, Roe recalls"
        told = {clause, *(at for at in sentence.below(verb, "ccomp") if at < verb)}
        return sorted({at for one in told for at in sentence.phrase(one) if at < begins - 1})
    subjects = [at for at in sentence.below(verb, "nsubj") if at < verb]
    clauses = (at for at in sentence.below(verb, "advcl") if not sentence.has(at, "mark", "nsubj"))
    torn = any(subjects and subjects[0] < at < subjects[-1] for at in clauses)
    return list(range(sentence.first, begins - 1)) if torn else []  # "Roe died at 88, the Post has learned"


def _clause(sentence: Sentence, verb: int) -> int | None:
    """The predicate of what is told before a verb."""
    head = sentence.head(verb)
    joined = sentence.relation(verb) == "conj" and not sentence.has(verb, "cc")
    torn = sentence.relation(verb).startswith("advcl") and not sentence.has(verb, "mark", "advmod")
    if (joined or torn or sentence.relation(verb) == "parataxis") and head < verb:
        return head
    return next((at for at in sentence.below(verb, "ccomp") if at < verb), None)


def _span(sentence: Sentence, words: Sequence[int]) -> Span:
    return sentence.span(min(words), max(words) + 1)
