"""Modules that can be called as the verb they are named after: ``sayso.ask(ledger, question)``."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__ = ["is_verb"]


class Verb(ModuleType):
    """A module whose function of the same name it is called as."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the function gives."""
        return getattr(self, self.__name__.rpartition(".")[2])(*given, **named)


def is_verb(module: str) -> None:
    """Let a module, by its full name, be called: a package has one attribute for both."""
    sys.modules[module].__class__ = Verb
