"""Exports: what leaves the ledger; charts and maps of answers."""
