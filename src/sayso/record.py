"""A reading as the plain record that ``--json`` writes; docs/json.md says what each field means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sayso.intake import Report

if TYPE_CHECKING:
    from sayso.reading.annotations import Attribution, Entity, Reading, Time

__all__ = ["attribution_record", "line", "record"]


def record(report: Report, reading: Reading, path: str | None = None) -> dict[str, Any]:
    """The record of one report; ``path`` is where it was read from."""
    return {
        "report": {
            "id": report.id,
            "title": report.title,
            "outlet": report.outlet,
            "byline": report.byline,
            "published": report.published,
            "published_at": report.published_at,
            "date_candidates": [{"value": c.value, "origin": c.origin} for c in report.date_candidates],
            "url": report.url,
            "path": path,
            "sha256": report.sha256,
            "language": report.language,
            "kept": report.kept,
            "text": report.text,
        },
        "attributions": [
            attribution_record(number, attribution, reading)
            for number, attribution in enumerate(reading.attributions)
        ],
        "times": [_time(time, reading.text) for time in reading.times],
        "entities": [_entity(entity, reading.text) for entity in reading.entities],
    }


def attribution_record(number: int, attribution: Attribution, reading: Reading) -> dict[str, Any]:
    """The record of the attribution that is ``number`` in its reading."""
    return {
        "id": number,
        "type": attribution.type,
        "source": attribution.source,
        "cue": attribution.cue,
        "content": attribution.content,
        "source_text": reading.slice(attribution.source),
        "cue_text": reading.slice(attribution.cue),
        "content_text": reading.slice(attribution.content),
        "speaker": attribution.speaker,
        "source_kind": attribution.source_kind,
        "via": [{"name": link.name, "kind": link.kind, "span": link.span} for link in attribution.via],
        "within": attribution.within,
        "polarity": attribution.polarity,
        "certainty": {
            "words": [reading.text[start:end] for start, end in attribution.certainty.spans],
            "low": attribution.certainty.low,
            "high": attribution.certainty.high,
            "spans": attribution.certainty.spans,
        },
        "said": attribution.said,
        "about": attribution.about,
        "confidence": round(attribution.confidence, 3),
    }


def line(record: dict[str, Any]) -> bytes:
    """A record as one line of JSON in UTF-8, with its line feed."""
    # Half a surrogate pair, which UTF-8 cannot hold, turns into its JSON escape.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _time(time: Time, text: str) -> dict[str, Any]:
    return _place(time, text) | {"type": time.type, "value": time.value, "mod": time.mod}


def _entity(entity: Entity, text: str) -> dict[str, Any]:
    return _place(entity, text) | {"label": entity.label, "entity": entity.entity}


def _place(found: Time | Entity, text: str) -> dict[str, Any]:
    return {"text": text[found.start : found.end], "start": found.start, "end": found.end}
