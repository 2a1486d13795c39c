"""From a question in plain language to its kind and subject."""

from __future__ import annotations

import re
from functools import cache

from sayso.questions.claim import Question, Subject
from sayso.questions.kind import Kind, kinds

__all__ = ["NotAQuestion", "forms", "parse"]

LONGEST = 300
"""Characters of a question."""

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


class NotAQuestion(ValueError):
    """What was asked has none of the forms that can be answered; ``forms`` are examples of those."""

    def __init__(self, text: str) -> None:
        super().__init__(f"cannot tell what is asked: {text[:LONGEST]}")
        self.forms = forms()


def forms() -> tuple[str, ...]:
    """An example of each kind of question."""
    return tuple(kind.example for kind in kinds().values())


def parse(text: str) -> Question:
    """The question that a text asks.

    Raises:
        NotAQuestion: it has none of the forms of the installed kinds.
    """
    plain = " ".join(text.replace("’", "'").split()).rstrip("?!. ")
    if len(plain) <= LONGEST:
        for kind in kinds().values():
            for pattern in _patterns(kind.name):
                if match := pattern.fullmatch(plain):
                    return Question(kind.name, _subject(kind, match["X"], plain), text)
    raise NotAQuestion(text)


def _subject(kind: Kind, name: str, text: str) -> Subject:
    named = name.strip(" ,'\"“”")
    return kind.subject(_ARTICLE.sub("", named), text)


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    known = kinds()[name].forms
    return tuple(re.compile(re.sub(r"\bX\b", "(?P<X>.{1,200}?)", form), re.IGNORECASE) for form in known)
