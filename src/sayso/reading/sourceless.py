"""Attributions for which the network found no source: whose they are, and which are none.

An active verb has a subject, its own or that of a verb above it: "the front denied it and **announced** a
march"; "a report **detailing** the losses"; "they met to **denounce** the raid". One in the passive may
tell by whom: "it was **praised** on Monday by the mayor". "According to" names whom it is according to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Span, Words
from sayso.reading.edges import closed
from sayso.reading.heads import below, up
from sayso.reading.times.governors import word_from
from sayso.reading.vocabulary import entries, lines

__all__ = [
    "LEAST",
    "is_stray",
    "with_doer",
    "with_giver",
    "with_quoted",
    "with_sayer_before",
    "without_addressee",
]

LEAST = 0.5
"""The least confidence of an attribution that stays without a source: of others most are none. Chosen on the
articles that are kept out of training."""

CLIMB = 4
"""Verbs passed on the way from a cue to one that has a subject."""

FAR = 60
"""Words to each side of a verb among which its subject or agent stands."""

SAYING = "as saying "
"""What leads to the words of somebody who is quoted."""

_PARTICIPLE = lines("participle_endings")
_NAMING = ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ")
_LEADING = ("PUNCT", "CCONJ", "ADP")
_NO_CUES = ("DET", "PUNCT", "PROPN", "PRON", "PART", "NUM", "CCONJ")


def is_stray(attribution: Attribution, words: Words) -> bool:
    """Whether an attribution without a source is none, since its cue is a name, a mark, or an article."""
    top = None if attribution.source else _top(attribution, words)
    return top is not None and words.upos[top] in _NO_CUES


def without_addressee(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution without a source that is only asked or told: "Roe was asked whether she knew"."""
    verb = _top(attribution, words) if len(attribution.source) == 1 else None
    if verb is None or _form(words, verb, text) not in entries("addressing"):
        return attribution
    start, end = attribution.source[0]
    is_told = any(
        words.deprels[at] == "nsubj:pass" and start <= words.spans[at][0] < end for at in below(words, verb)
    )
    return replace(attribution, source=()) if is_told else attribution


def with_giver(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution, where it has no source, with whom "according to" names, or a passive's "by"."""
    if attribution.source or len(attribution.cue) != 1 or not words.heads:
        return attribution
    start, end = attribution.cue[0]
    at = word_from(words, start)
    if text[start:end].lower() in ("according", "according to"):
        phrase = _behind(words, at + 1, words.heads[at], "to", text)
    else:
        last = word_from(words, end) - 1
        verb = _top(attribution, words) or last
        agents = (c for c in below(words, verb) if words.deprels[c] == "obl:agent" and c > last)
        phrase = _behind(words, last + 1, next(agents, last), "by", text)
    return _given(attribution, phrase, words, text)


def with_doer(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution with the subject of its verb, where it has no source but at most that verb's object.

    "The station interrupted its programmes to announce it": the station's, not the programmes'.
    """
    verb = _top(attribution, words)
    if verb is None or any(_form(words, verb, text) in entries(name) for name in ("seeming", "quoting")):
        return attribution
    aim = words.deprels[verb] == "advcl" and _is_owned_object(attribution, words, words.heads[verb])
    if attribution.source and not aim:
        return attribution
    return _given(attribution, _subject_phrase(words, verb, text), words, text)


def with_quoted(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution with who "was quoted as saying" something as its source, not who quoted them."""
    verb = _top(attribution, words)
    if verb is None or _form(words, verb, text) not in entries("quoting"):
        return attribution
    whom = next((at for at in below(words, verb) if words.deprels[at] == "nsubj:pass" and at < verb), None)
    other = (
        text.startswith("as ", start) and not text.startswith(SAYING, start)
        for start, _ in attribution.content
    )
    if whom is None or any(other):  # "as denying that"
        return attribution
    found = _given(attribution, _before(words, whom, verb), words, text)
    return replace(found, content=tuple(_behind_saying(span, text) for span in found.content))


def _behind_saying(span: Span, text: str) -> Span:
    """A piece of content without the words that lead to it: "as saying that the talks were fruitful"."""
    return span[0] + len(SAYING) if text.startswith(SAYING, *span) else span[0], span[1]


def with_sayer_before(attributions: Sequence[Attribution], text: str) -> tuple[Attribution, ...]:
    """The attributions, a participle without a source said by whose content ends at the comma before it.

    "The diocese denied that he was in Kessen, **saying** he was in Orlu."
    """
    ends = {content[-1][1]: one.source for one in attributions if one.source and (content := one.content)}

    def own(one: Attribution) -> Attribution:
        if one.source or not one.cue or not text.endswith(_PARTICIPLE, *one.cue[0]):
            return one
        start = one.cue[0][0]
        before = ends.get(start - 2, ends.get(start - 1, ())) if text[start - 2 : start] == ", " else ()
        return replace(one, source=before)

    return tuple(map(own, attributions))


def _given(attribution: Attribution, phrase: Sequence[int], words: Words, text: str) -> Attribution:
    """The attribution with a phrase as its source; a piece of its content that was the phrase is none."""
    if not phrase:
        return attribution
    (source,) = closed(((words.spans[phrase[0]][0], words.spans[phrase[-1]][1]),), text)
    content = tuple(rest for span in attribution.content if (rest := _without(span, source, words)))
    if not content or any(start < source[1] and source[0] < end for start, end in content):
        return attribution
    return replace(attribution, source=(source,), content=content)


def _without(span: Span, source: Span, words: Words) -> Span | None:
    """A piece of content without the source that it holds at its end, or that holds it."""
    if source[0] <= span[0] and span[1] <= source[1]:
        return None
    if span[0] < source[0] and source[1] == span[1]:
        return span[0], words.spans[word_from(words, source[0]) - 2][1]  # nor "by"
    return span


def _top(attribution: Attribution, words: Words) -> int | None:
    """The one word of a cue that hangs on none of its others, or the one verb of them.

    None if several do, of a cue in pieces, and without syntax.
    """
    if len(attribution.cue) != 1 or not words.heads:
        return None
    first, last = (word_from(words, at) for at in attribution.cue[0])
    tops = [at for at in range(first, last) if words.heads[at] == at or not first <= words.heads[at] < last]
    verbs = [at for at in tops if words.upos[at] == "VERB"] if len(tops) > 1 else tops
    return verbs[0] if len(verbs) == 1 else None


def _form(words: Words, at: int, text: str) -> str:
    return text[slice(*words.spans[at])].lower()


def _is_owned_object(attribution: Attribution, words: Words, verb: int) -> bool:
    """Whether a source is but a verb's object that belongs to its subject: "its programmes"."""
    if len(attribution.source) != 1:
        return False
    start, end = attribution.source[0]
    done = next((c for c in below(words, verb) if words.deprels[c] == "obj" and c > verb), None)
    whole = done is not None and words.spans[verb][1] <= start and words.spans[done][1] == end
    return whole and any(
        words.upos[c] == "PRON" and words.deprels[c] == "nmod:poss" for c in below(words, done or 0)
    )


def _behind(words: Words, first: int, noun: int, link: str, text: str) -> list[int]:
    """The words of a noun phrase behind a preposition, from a word on."""
    found = [at for at in range(first, min(len(words), noun + FAR)) if noun in up(words, at)]
    if noun < first or not found or _form(words, found[0], text) != link:
        return []
    return _unbroken(words, found[1:], noun) if words.upos[noun] != "VERB" else []


def _subject_phrase(words: Words, verb: int, text: str) -> list[int]:
    """The words of a verb's subject; none if it has none, or is in the passive."""
    noun = _subject(words, verb, text)
    return [] if noun is None or words.upos[noun] not in _NAMING else _before(words, noun, verb)


def _before(words: Words, noun: int, verb: int) -> list[int]:
    """The words of a noun phrase that stands before a verb, or, of a noun behind it, those up to that."""
    clause = {at for at in range(noun + 1, verb + 1) if verb in up(words, at)} if noun < verb else set()
    near = range(max(0, noun - FAR), max(noun + 1, verb))
    return _unbroken(words, [at for at in near if at not in clause and noun in up(words, at)], noun)


def _unbroken(words: Words, found: list[int], noun: int) -> list[int]:
    """The words around a noun that follow on one another, without marks and what leads to them."""
    breaks = [i for i in range(1, len(found)) if found[i] - found[i - 1] > 1]
    first = max((i for i in breaks if found[i] <= noun), default=0)
    whole = found[first : next((i for i in breaks if found[i] > noun), None)]
    while whole and words.upos[whole[-1]] == "PUNCT":
        whole.pop()
    while whole and words.upos[whole[0]] in _LEADING:
        whole.pop(0)
    return whole


def _subject(words: Words, verb: int, text: str, climbed: int = 0) -> int | None:
    """The noun that does what a verb tells."""
    hanging = {words.deprels[at]: at for at in below(words, verb)}
    if "aux:pass" in hanging and not climbed:
        return None
    own = hanging.get("nsubj", hanging.get("nsubj:pass") if climbed else None)
    if own is not None:
        return own
    head, relation = words.heads[verb], words.deprels[verb]
    if head == verb or climbed == CLIMB or "nsubj:pass" in hanging:
        return None
    participle = _form(words, verb, text).endswith(_PARTICIPLE)
    if relation == "acl":
        return head if participle and head < verb else None
    if words.upos[head] not in ("VERB", "ADJ") or relation not in ("conj", "advcl", "xcomp"):
        return None
    if relation == "xcomp" and any(words.deprels[at] in ("obj", "iobj") for at in below(words, head)):
        return None
    if relation == "advcl" and not (participle or _has_to(words, verb)):
        return None
    return _subject(words, head, text, climbed + 1)


def _has_to(words: Words, verb: int) -> bool:
    return any(words.deprels[at] == "mark" and words.upos[at] == "PART" for at in below(words, verb))
