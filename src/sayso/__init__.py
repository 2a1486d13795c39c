"""Sayso: who said what in news reports.

``sayso.read(text)`` reads one report. What it returns is described in ``sayso.reading``; reports
in files and pages come through ``sayso.intake``.
"""

from sayso.read import read

__all__ = ["__version__", "read"]

__version__ = "0.1.0"
