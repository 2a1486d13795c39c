"""The verb: add a claim by hand, which the machine did not find or no report carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast, get_args

from sayso.intake import day
from sayso.ledger import Judgement, Ledger
from sayso.questions import Claim, Question, parse
from sayso.questions.claim import NOT, Carrier
from sayso.questions.dates import bounds
from sayso.questions.kept import data, names
from sayso.questions.kind import kinds
from sayso.questions.text.amounts import parsed
from sayso.questions.text.party_names import canonical
from sayso.reading.annotations import Link, SourceKind
from sayso.reading.certainty.lexicon import band, bands, entries
from sayso.verbs import is_verb

__all__ = ["SOURCE_KINDS", "VALUES", "ByHand", "claim", "made"]

VALUES = {
    "life": ("alive", "dead"),
    "custody": ("held", "free"),
    "authenticity": ("authentic", "not authentic"),
}
"""The values of kinds that have no others."""

SOURCE_KINDS: tuple[str, ...] = get_args(SourceKind)

PLAIN = "plain"
"""The band of what is said without a word of doubt."""

LONGEST = 20
"""Characters of a number."""

_LINK = re.compile(r"(.+?)\s*\(([a-z-]+)\)")
_RANGE = re.compile(r"(0?\.\d{1,6}|[01](?:\.\d{1,6})?)\.\.(0?\.\d{1,6}|[01](?:\.\d{1,6})?)")


@dataclass(frozen=True, slots=True)
class ByHand:
    """A claim as an analyst tells it.

    ``certainty`` is a band's name, words with a meaning there ("probably"), or a range (``0.55..0.8``).
    ``report`` is the report that carries it; without one, ``published`` is the day from which it counts
    (today, if that is not told either) and ``outlet`` who carries it. ``via`` is the chain behind it,
    nearest to the source first: names, each with its kind in parentheses where that is no outlet, as in
    "a recording (recording)". ``manner`` is for the date of an artifact; ``change`` tells that the value
    came about then, not only that it is so.
    """

    value: str
    source: str
    source_kind: str = "person"
    content: str = ""
    published: str | None = None
    outlet: str | None = None
    via: tuple[str, ...] = ()
    said: str | None = None
    about: str | None = None
    certainty: str = PLAIN
    change: bool = False
    manner: Literal["made", "released"] = "made"


def claim(ledger: Ledger, text: str, given: ByHand, report: str | None = None) -> Judgement:
    """Add a claim that answers a question, signed by the ledger's user; ``Ledger.undo`` takes it back.

    ``report`` is the id of the report that carries it, or its beginning.

    Raises:
        NotAQuestion: the text has none of the forms that can be answered.
        ValueError: something told of the claim makes no sense; the message says what.
        LookupError: there is no such report.
    """
    question = parse(text)
    carrier = None
    if report is not None:
        found = ledger.report(report)
        carrier = Carrier(found.id, found.outlet, found.published, found.title, found.credit)
    added = made(question, given, carrier)
    return ledger.claim(added.kind, list(names(added.subject)), data(added))


def made(question: Question, given: ByHand, carrier: Carrier | None = None) -> Claim:
    """The claim itself; ``carrier`` is the report that carries it.

    Raises:
        ValueError: something told of the claim makes no sense; the message says what.
    """
    source = " ".join(given.source.split())
    if not source:
        raise ValueError("a claim needs its source: who says so")
    if given.source_kind not in SOURCE_KINDS:
        raise ValueError(f"{given.source_kind!r} is no kind of source ({', '.join(SOURCE_KINDS)})")
    value = _value(question, given.value)
    if carrier is None:
        published = day(given.published) if given.published else datetime.now(UTC).date().isoformat()
        carrier = Carrier("", given.outlet or None, published)
    for name, time in (("said", given.said), ("about", given.about)):
        if time and bounds(time) is None:
            raise ValueError(f"{name}: {time!r} is no date (2021-03-04, 2021-03, 2021/..)")
    low, high, words = _certainty(given.certainty)
    return Claim(
        kind=question.kind,
        subject=question.subject,
        value=value,
        source=source,
        source_kind=cast(SourceKind, given.source_kind),
        authority=canonical(source),
        report=carrier,
        content=given.content.strip() or value,
        span=(),
        via=tuple(_link(one) for one in given.via if one.strip()),
        said=given.said or carrier.published,
        about=given.about or None,
        low=low,
        high=high,
        words=words,
        change=given.change,
        denial=value.startswith(NOT),
        manner=given.manner if question.kind == "dating" else "",
    )


def _value(question: Question, told: str) -> str:
    value, kind = " ".join(told.split()), kinds()[question.kind]
    if not value:
        raise ValueError("a claim needs its value: what is said to be so")
    if question.kind in VALUES:
        if value.lower() not in VALUES[question.kind]:
            raise ValueError(f"{value!r} is none of {', '.join(VALUES[question.kind])}")
        return value.lower()
    if kind.grows and (len(value) > LONGEST or parsed(value) is None):
        raise ValueError(f"{value!r} is no number and no range (12, 12.., 10..15, ..30)")
    if question.kind == "dating" and bounds(value) is None:
        raise ValueError(f"{value!r} is no date (2021-03-04, 2021-03)")
    return value


def _link(told: str) -> Link:
    """A link of a chain, out of a name and perhaps its kind."""
    plain = " ".join(told.split())
    found = _LINK.fullmatch(plain)
    name, kind = found.groups() if found else (plain, "outlet")
    if kind not in SOURCE_KINDS:
        raise ValueError(f"via: {kind!r} is no kind of source ({', '.join(SOURCE_KINDS)})")
    return Link(name, cast(SourceKind, kind), ())


def _certainty(told: str) -> tuple[float, float, tuple[str, ...]]:
    """The range of probability that is told, with the words if it is told in words."""
    plain = " ".join(told.lower().split())
    if plain in bands():
        return *bands()[plain], ()
    if match := _RANGE.fullmatch(plain):
        low, high = float(match[1]), float(match[2])
        if low <= high <= 1:
            return low, high, ()
    known = next(
        (one for one in entries().get(plain.split(" ")[0], ()) if " ".join(one.words) == plain), None
    )
    if known is None:
        raise ValueError(f"{told!r} is no certainty (probably, 0.55..0.8, {', '.join(bands())})")
    return *band(known.band), (plain,)


is_verb(__name__)
