"""Names of organisations and places: which of a report's mentions can be of the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sayso.reading.vocabulary import entries

__all__ = ["bare", "keys"]

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
    companies: set[str] = set()
    for name in names:
        compact = name.replace(".", "")
        acronym = initials.get(compact) if compact.isupper() and len(compact) > 1 else None
        full = longer.get(known[name], set()) | _shortened(known[name], companies)
        if _is_company(known[name]):
            companies.add(known[name])
        found.append(acronym or (next(iter(full)) if len(full) == 1 else known[name]))
    return found


def _key(name: str) -> str:
    words = name.lower().split(" ")
    return " ".join(words[1:] if words[0] == "the" and len(words) > 1 else words)


def _shortened(key: str, companies: set[str]) -> set[str]:
    """The companies that a name is the beginning of; only one of which it lacks no more than "Corp."."""
    found = {company for company in companies if company.startswith(f"{key} ")}
    ending = entries("company_endings")
    bare = {one for one in found if all(w.replace(".", "") in ending for w in one[len(key) :].split())}
    return bare if len(bare) == 1 else found


def _is_company(key: str) -> bool:
    first, _, last = key.rpartition(" ")
    return bool(first) and last.replace(".", "") in entries("company_endings")


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w and w.lower() not in entries("name_particles")]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""
