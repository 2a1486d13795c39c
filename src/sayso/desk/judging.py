"""What can be corrected at the desk: the verbs, each with the fields that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sayso.claim import ByHand, claim
from sayso.ledger import Judgement, Ledger
from sayso.questions import parse

__all__ = ["VERBS"]

Fields = Mapping[str, Sequence[str]]
"""A form: the values of each field."""

LONGEST = 5_000
"""Characters of a note, or of any other field."""

_IDS = re.compile(r"[\s,]+")


def _merge(ledger: Ledger, form: Fields) -> list[Judgement]:
    return [ledger.merge(_one(form, "keep"), _one(form, "other"))]


def _split(ledger: Ledger, form: Fields) -> list[Judgement]:
    reports = [id for told in form.get("reports", ()) for id in _IDS.split(told) if id]
    if not reports:
        raise ValueError("which reports? choose at least one")
    return ledger.split(_one(form, "what"), reports)


def _rename(ledger: Ledger, form: Fields) -> list[Judgement]:
    return [ledger.rename(_one(form, "what"), " ".join(_one(form, "new").split()))]


def _grade(ledger: Ledger, form: Fields) -> list[Judgement]:
    return [ledger.grade(_one(form, "what"), _one(form, "grade").upper())]


def _reject(ledger: Ledger, form: Fields) -> list[Judgement]:
    return [ledger.reject(_one(form, "statement"))]


def _note(ledger: Ledger, form: Fields) -> list[Judgement]:
    return [ledger.note(_one(form, "what"), _one(form, "text"))]


def _claim(ledger: Ledger, form: Fields) -> list[Judgement]:
    given = ByHand(
        value=_one(form, "value"),
        source=_one(form, "source"),
        source_kind=_any(form, "source_kind") or "person",
        content=_any(form, "content"),
        published=_any(form, "published") or None,
        outlet=_any(form, "outlet") or None,
        via=tuple(_any(form, "via").splitlines()),
        said=_any(form, "said") or None,
        about=_any(form, "about") or None,
        certainty=_any(form, "sure") or "plain",
        change=bool(_any(form, "change")),
        manner="released" if _any(form, "manner") == "released" else "made",
    )
    return [claim(ledger, _one(form, "question"), given)]


def _watch(ledger: Ledger, form: Fields) -> list[Judgement]:
    question = " ".join(_one(form, "question").split())
    parse(question)
    return [ledger.watch(question)]


VERBS: Mapping[str, Callable[[Ledger, Fields], list[Judgement]]] = {
    "claim": _claim,
    "grade": _grade,
    "merge": _merge,
    "note": _note,
    "reject": _reject,
    "rename": _rename,
    "split": _split,
    "watch": _watch,
}
"""What makes judgements out of a form; each raises ValueError or LookupError where that makes no sense."""


def _one(form: Fields, name: str) -> str:
    value = _any(form, name)
    if not value:
        raise ValueError(f"the field {name!r} is empty")
    return value


def _any(form: Fields, name: str) -> str:
    value = next(iter(form.get(name, ())), "").strip()
    if len(value) > LONGEST:
        raise ValueError(f"the field {name!r} has more than {LONGEST} characters")
    return value
