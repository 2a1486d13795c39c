"""From spans to who is who: entities' names, speakers, source kinds and chains."""

from __future__ import annotations

from dataclasses import replace

from sayso.intake import Report
from sayso.reading.annotations import Attribution, Reading
from sayso.reading.carried import carried
from sayso.reading.chains import enclosed, linked
from sayso.reading.kinds import kind
from sayso.reading.names import Names
from sayso.reading.speakers import speakers

__all__ = ["resolve"]


def resolve(reading: Reading, report: Report) -> Reading:
    """The reading with its names grouped, and each attribution with speaker, kind and chain."""
    names = Names(reading.text, reading.entities)
    placed = enclosed(reading.attributions)
    named = {n.name: n for n in names.named}
    found: list[Attribution] = []
    for attribution, speaker in zip(
        placed, speakers(reading.text, reading.words, placed, names), strict=True
    ):
        source = reading.slice(attribution.source)
        quoted = attribution.within is not None and placed[attribution.within].type != "indirect"
        known = named.get(speaker) if speaker else None
        of_kind = kind(source, known, speaker, quoted)
        found.append(replace(attribution, speaker=speaker, source_kind=of_kind))
    return replace(
        reading,
        entities=names.called(reading.entities),
        attributions=tuple(linked(reading.text, carried(reading, found), names)),
    )
