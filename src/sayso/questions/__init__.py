"""Questions: claims out of readings, and the status of contested questions at any date."""

from sayso.questions.answer import Answer, answer
from sayso.questions.claim import Claim, Question, Subject
from sayso.questions.find import claims
from sayso.questions.parse import NotAQuestion, forms, parse

__all__ = ["Answer", "Claim", "NotAQuestion", "Question", "Subject", "answer", "claims", "forms", "parse"]
