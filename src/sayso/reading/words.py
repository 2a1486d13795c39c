"""Words of a text, cut as Universal Dependencies cuts English."""

from __future__ import annotations

import re
from functools import cache

from sayso.reading.annotations import Spans
from sayso.reading.vocabulary import alternatives

__all__ = ["segment"]


@cache
def _pattern() -> re.Pattern[str]:
    """Alternatives in order of precedence; none looks ahead far, so the time is linear in the text.

    Hyphens, slashes and currency signs stand alone, contractions are cut before "n't" or the
    apostrophe, abbreviations keep their full stop (the English Web Treebank's guidelines).
    """
    return re.compile(
        rf"""
        (?!cannot\b)[a-z]+(?=[ ])                          # most words; the rest is for the others
      | https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+            # addresses
      | [\w.+]{{1,64}}@\w{{1,64}}(?:\.\w{{1,64}})+
      | [@\#]\w+                                           # handles and tags
      | (?:[^\W\d_]\.){{2,}}                               # U.S., a.m.
      | \b(?=\w++\.)(?:{alternatives("abbreviations")})\.                 # Mr., Gen., Sept.
      | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)\b)?           # 1,200 3.5 10:30 21st 1990s
      | (?:can)(?=not\b) | (?<=[Cc]an)not\b
      | \w{{1,12}}?(?=n['’]t\b) | n['’]t\b                        # did n't
      | ['’](?:s|m|d|ll|re|ve)\b                           # 's 'll
      | \w+(?:['’](?!(?:s|m|d|ll|re|ve|t)\b)[^\W\d_]\w*)*  # words, O'Brien
      | \.{{2,}} | ''|``|--+                               # runs that are one mark
      | \S
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def segment(text: str) -> Spans:
    """Spans of the words and marks of ``text``, in order; white space is in none of them."""
    return tuple(match.span() for match in _pattern().finditer(text))
