"""Intake: from bytes to reports."""

from sayso.intake.report import Report

__all__ = ["Report"]
