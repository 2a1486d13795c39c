"""Sayso: who said what in news reports."""
