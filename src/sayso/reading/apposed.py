"""Sources of which the name was taken for the end of what they say: "…, Ann Roe, the mayor, said."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.annotations import Attribution, Entity

__all__ = ["with_name"]

_DESCRIPTION = re.compile(r"(?:an?|the|his|her|its|their|one of|who)\s", re.IGNORECASE)


def with_name(attribution: Attribution, entities: Sequence[Entity], text: str) -> Attribution:
    """The attribution with a person's name, which a description of hers follows, in its source.

    The name stands behind a comma at the end of the content right before the source.
    """
    if len(attribution.source) != 1 or not attribution.content:
        return attribution
    (start, end), (first, last) = attribution.source[0], attribution.content[-1]
    if text[last:start].strip() != "," or not _DESCRIPTION.match(text, start):
        return attribution
    before = bisect_left(entities, last, key=lambda entity: entity.start)
    named = entities[before - 1] if before else None
    if named is None or named.label != "PERSON" or named.end != last or named.start <= first:
        return attribution
    if text[named.start - 2 : named.start] != ", ":
        return attribution
    content = (*attribution.content[:-1], (first, named.start - 2))
    return replace(attribution, source=((named.start, end),), content=content)
