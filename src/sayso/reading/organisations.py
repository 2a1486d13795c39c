"""Names of organisations and places: which of a report's mentions can be of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.reading.vocabulary import entries

__all__ = ["Companies", "bare", "keys"]

_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"\A(?:the|an?) (?=\S)", re.IGNORECASE)


@lru_cache(maxsize=2**12)
def bare(name: str) -> str:
    """A name without an article before it, a possessive behind it, or line breaks in it.

    Words that are titles before a person's name stay: "Justice Department", "Republican Party".
    """
    return _ARTICLE.sub("", _POSSESSIVE.sub("", " ".join(name.split()))).strip(" ,;:\"“”'‘’")


def keys(names: Sequence[str]) -> list[str]:
    """A key for each bare name: the longest name it shortens, by its initials, its first or its last word.

    The first is enough before "of" ("the Directorate", of "Directorate of Prisons"), a last word of outlets
    ("the Post"), and where it tells that it is a group ("the Front"). A company named in full before goes by
    its first words ("Control Data", of "Control Data Corp.").
    """
    known = {name: _key(name) for name in set(names)}
    initials = {_initials(name): known[name] for name in sorted(known, key=len) if len(_initials(name)) > 1}
    longer = defaultdict(set)
    for key in known.values():
        last = key.rpartition(" ")[2]
        if last != key and last in entries("outlet_names") | entries("group_heads") and " of " not in key:
            longer[last].add(key)
        if " of " in key:
            longer[key.partition(" of ")[0]].add(key)
    found = []
    companies = Companies()
    for name in names:
        compact = name.replace(".", "")
        acronym = initials.get(compact) if compact.isupper() and len(compact) > 1 else None
        full = longer.get(known[name], set()) | companies.called(name)
        companies.add(name)
        found.append(acronym or (next(iter(full)) if len(full) == 1 else known[name]))
    return found


def _key(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


class Companies:
    """The companies that a text has named in full so far: "Ford Motor Co.", and not "Ford"."""

    def __init__(self) -> None:
        self._by_word: dict[str, set[str]] = defaultdict(set)

    def add(self, name: str) -> None:
        """Remember a bare name, if it ends as a company's does."""
        first, _, last = (key := _key(name)).rpartition(" ")
        if first and _is_ending(last):
            self._by_word[key.partition(" ")[0]].add(key)

    def called(self, name: str) -> set[str]:
        """The keys of those that a bare name begins; if it lacks but the ending of one, of that alone."""
        key = _key(name)
        found = {one for one in self._by_word.get(key.partition(" ")[0], ()) if one.startswith(f"{key} ")}
        whole = {one for one in found if all(map(_is_ending, one[len(key) :].split()))}
        return whole if len(whole) == 1 else found


def _is_ending(word: str) -> bool:
    return word.replace(".", "") in entries("company_endings")


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w and w.lower() not in entries("name_particles")]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""
