"""How sure a claim is: by the words around its predicate, and those of its attribution."""

from __future__ import annotations

from sayso.questions.text.scene import Scene
from sayso.reading.annotations import Attribution, Certainty, Span
from sayso.reading.certainty import assess

__all__ = ["sureness"]


def sureness(scene: Scene, clause: Span, attribution: Attribution | None) -> Certainty:
    """The range of probability of a clause; no surer than whoever reports that it was said."""
    cue = attribution.cue if attribution is not None else ()
    found, _ = assess(scene.reading, (clause,), cue)
    if attribution is not None and attribution.within is not None:
        outer = scene.reading.attributions[attribution.within].certainty
        return min(found, outer, key=lambda certainty: certainty.low)
    return found
