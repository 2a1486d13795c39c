"""Intake: from bytes to reports."""

from sayso.intake.dates import day
from sayso.intake.places import find, size
from sayso.intake.receive import receive
from sayso.intake.report import DateCandidate, Report
from sayso.intake.source import Received, Source, Unreadable

__all__ = ["DateCandidate", "Received", "Report", "Source", "Unreadable", "day", "find", "receive", "size"]
