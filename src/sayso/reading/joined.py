"""Sources that the network passed over: "the council is sorry but denies it", "according to one of them"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.reading.annotations import Attribution, Words
from sayso.reading.times.governors import word_from

__all__ = ["up", "with_giver", "with_subject"]

_NAMING = ("NOUN", "PROPN", "PRON")
_PASSIVE = ("nsubj:pass", "aux:pass")

FAR = 40
"""Words around a verb among which those that hang on it are looked for."""


def with_subject(attribution: Attribution, words: Words) -> Attribution:
    """The attribution, where it has no source, with the subject of the verb that its own is joined to.

    So is one to what somebody did something to: "the station interrupted its programmes to announce it".
    """
    if len(attribution.cue) != 1 or not words.heads:
        return attribution
    verb = word_from(words, attribution.cue[0][1]) - 1
    first = words.heads[verb]
    aim = words.deprels[verb] == "advcl" and _is_owned_object(attribution, words, first)
    joined = not attribution.source and words.deprels[verb] == "conj"
    joined = (joined or aim) and words.upos[verb] == words.upos[first] == "VERB"
    own = {words.deprels[c] for c in _below(words, verb)} | {words.deprels[c] for c in _below(words, first)}
    subjects = [c for c in _below(words, first) if words.deprels[c] == "nsubj" and c < first]
    alone = not any(words.deprels[c] == "nsubj" for c in _below(words, verb))
    if not joined or not alone or len(subjects) != 1 or not own.isdisjoint(_PASSIVE):
        return attribution
    if words.upos[subjects[0]] not in _NAMING:
        return attribution
    phrase = [c for c in range(max(0, first - FAR), first) if subjects[0] in up(words, c)]
    while words.upos[phrase[-1]] == "PUNCT":
        phrase.pop()
    source = (words.spans[phrase[0]][0], words.spans[phrase[-1]][1])
    apart = all(source[1] <= start or end <= source[0] for start, end in attribution.content)
    return replace(attribution, source=(source,)) if apart else attribution


def _is_owned_object(attribution: Attribution, words: Words, verb: int) -> bool:
    """Whether a source is but a verb's object that belongs to its subject: "its programmes"."""
    if len(attribution.source) != 1:
        return False
    start, end = attribution.source[0]
    done = next((c for c in _below(words, verb) if words.deprels[c] == "obj" and c > verb), None)
    whole = done is not None and words.spans[verb][1] <= start and words.spans[done][1] == end
    return whole and any(
        words.upos[c] == "PRON" and words.deprels[c] == "nmod:poss" for c in _below(words, done or 0)
    )


def with_giver(attribution: Attribution, words: Words, text: str) -> Attribution:
    """The attribution, where it has no source, with whom "according to" names, or "was confirmed by"."""
    if attribution.source or len(attribution.cue) != 1 or not words.heads:
        return attribution
    start, end = attribution.cue[0]
    at, behind = (word_from(words, place) for place in (start, end))
    if text[start:end].lower() in ("according", "according to"):
        who, behind, link = words.heads[at], at + 1, "to"
    else:
        agents = (c for c in _below(words, behind - 1) if words.deprels[c] == "obl:agent")
        who, link = next(agents, 0), "by"
    behind += 1
    if who < behind or text[slice(*words.spans[behind - 1])].lower() != link or words.upos[who] == "VERB":
        return attribution
    last = behind
    while last < len(words) and words.upos[last] != "PUNCT" and who in up(words, last):
        last += 1
    if last <= who:
        return attribution
    return replace(attribution, source=((words.spans[behind][0], words.spans[last - 1][1]),))


def _below(words: Words, at: int) -> Iterator[int]:
    """The words that hang on a word."""
    near = range(max(0, at - FAR), min(len(words), at + FAR))
    return (c for c in near if words.heads[c] == at != c)


def up(words: Words, at: int) -> Iterator[int]:
    """A word and the words above it, as far as a walk goes."""
    for _ in range(FAR):
        yield at
        if words.heads[at] == at:
            return
        at = words.heads[at]
