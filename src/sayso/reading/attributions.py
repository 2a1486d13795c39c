"""Attributions: each cue with its source and content."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading import cues as cue_search
from sayso.reading import viterbi
from sayso.reading.annotations import Attribution, Span, Spans
from sayso.reading.edges import apart, closed, near_cue, tidy
from sayso.reading.encoding import Part
from sayso.reading.network import Floats, Labels, Network
from sayso.reading.quotes import Quoted

__all__ = ["Candidate", "attributions", "candidates", "dampened", "first_offset"]

CONTENT = "B-content"

NUDGE = 8.0
"""Added to the score of beginning a content where the best labels have none, to see the next best."""

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with the ranges of words of each role, and what speaks for it.

    ``logit`` is the cue's, ``margin`` by how much its roles beat having none.
    """

    word: int
    roles: dict[str, Ranges]
    logit: float
    margin: float
    confidence: float

    def offsets(self, role: str, spans: Spans) -> Spans:
        """The spans of a role in the text."""
        return tuple((spans[first][0], spans[last - 1][1]) for first, last in self.roles[role])


def attributions(network: Network, part: Part, quoted: Quoted) -> tuple[Attribution, ...]:
    """The attributions of a part of a text, in the order of their first words."""
    threshold = network.labels.threshold
    likely = [c for c in candidates(network, part) if c.confidence >= threshold]
    found = [_attribution(candidate, part.spans, quoted) for candidate in likely]
    return tuple(sorted(found, key=first_offset))


def first_offset(attribution: Attribution) -> Span:
    """Where an attribution begins in the text."""
    return min((*attribution.source, *attribution.cue, *attribution.content))


def candidates(network: Network, part: Part) -> list[Candidate]:
    """All cues that might carry a content, however unlikely, the likeliest first."""
    labels = network.labels
    found = cue_search.find(part, labels.cue_logit, labels.span)
    scores = cue_search.emissions(network, part, found)
    best = _best(labels, scores)
    result = []
    for word, first, (path, margin) in zip(found.word.tolist(), found.first.tolist(), best, strict=True):
        roles = _roles(path, labels.role, first)
        if roles["content"]:
            logit = float(part.cue[word])
            confidence = _probability(labels.calibration, logit, margin)
            result.append(Candidate(word, _single(roles, word), logit, margin, confidence))
    return _apart(result)


def _best(labels: Labels, scores: Sequence[Floats]) -> Iterator[tuple[list[int], float]]:
    """For each cue's emissions the best labels with a content, if any, and by how much they beat none."""
    transitions = np.array(labels.transitions, np.float32)
    starts = np.array([viterbi.FORBIDDEN if n.startswith("I-") else 0 for n in labels.role], np.float32)
    content = labels.role.index(CONTENT)
    nudge = np.zeros(len(labels.role), np.float32)
    nudge[content] = NUDGE
    found = viterbi.paths([*scores, *(some + nudge for some in scores)], transitions, starts)
    for (path, margin), (other, nudged) in zip(found[: len(scores)], found[len(scores) :], strict=True):
        yield (path, margin) if content in path else (other, nudged - NUDGE * other.count(content))


def dampened(margin: float) -> float:
    """A margin on a scale where large ones count little more than others."""
    return math.copysign(math.log1p(abs(margin)), margin)


def _probability(calibration: Sequence[float], logit: float, margin: float) -> float:
    """Logistic regression on a cue's logit and the (dampened) margin of its roles."""
    of_logit, of_margin, constant = calibration
    score = of_logit * logit + of_margin * dampened(margin) + constant
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _roles(path: Sequence[int], names: Sequence[str], first: int) -> dict[str, Ranges]:
    """Ranges of words of each role; ``path`` are places in the labels' ``names``, from a word on."""
    found: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for word, at in enumerate(path, first):
        if not at:  # of no role
            continue
        label = names[at]
        ranges = found[label[2:]]
        if label[0] == "B" or not ranges:
            ranges.append((word, word + 1))
        else:
            ranges[-1] = (ranges[-1][0], word + 1)
    return {role: tuple(ranges) for role, ranges in found.items()}


def _single(roles: dict[str, Ranges], word: int) -> dict[str, Ranges]:
    """One cue, that at ``word``, and the one source nearest to it; a content may be in pieces."""

    def distance(span: tuple[int, int]) -> int:
        return max(span[0] - word, word - span[1] + 1, 0)

    cue = [span for span in roles["cue"] if span[0] <= word < span[1]] or [(word, word + 1)]
    source = sorted(roles["source"], key=distance)[:1]
    return {"source": tuple(source), "cue": tuple(cue), "content": roles["content"]}


def _apart(found: list[Candidate]) -> list[Candidate]:
    """The likeliest of those that share words of a cue, or both source and content."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    told: set[tuple[Ranges, Ranges]] = set()
    for candidate in sorted(found, key=lambda c: (-c.confidence, c.word)):
        cue = {word for first, last in candidate.roles["cue"] for word in range(first, last)}
        same = (candidate.roles["source"], candidate.roles["content"])
        if cue & taken or same in told:
            continue
        taken |= cue
        told.add(same)
        kept.append(candidate)
    return kept


def _attribution(candidate: Candidate, spans: Spans, quoted: Quoted) -> Attribution:
    source, cue = closed(candidate.offsets("source", spans), quoted.text), candidate.offsets("cue", spans)
    content = tidy(near_cue(candidate.offsets("content", spans), cue[0], quoted), quoted)
    content = apart(content, source, cue[0], quoted.text) or content
    return Attribution(
        source=source,
        cue=cue,
        content=content,
        type=quoted.quote_type(content),
        confidence=round(candidate.confidence, 3),
    )
