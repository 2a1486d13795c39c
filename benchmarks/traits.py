"""What a reading says of an event: how sure, by which words, and where it stands among the others.

A trait is a name and what it is for the event ("relation xcomp", "word may"). All come from the reading's
range, words of certainty, parts of speech and syntax, and from what the network says of its word. Of the
word itself it is only the last three letters, which tell tenses and nouns made of verbs ("-ied", "-ion").
"""

from __future__ import annotations

from sayso.reading.annotations import Reading, Span
from sayso.reading.certainty import assess
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.times.governors import word_at

__all__ = ["STEPS", "learned", "traits"]

STEPS = (0.25, 0.5, 1.0)
"""What the network's own value is rounded to: a trait each."""

HIGHEST = 8
"""Words above one another that are followed to the next verb."""

_NAMING = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_INFLECTIONS = ("ing", "ed", "s")
_QUOTES = frozenset(("``", "''", '"', "“", "”"))
_ARTICLES = {"a": "a", "an": "a", "the": "the", "this": "the", "that": "the", "any": "any"} | dict.fromkeys(
    ("no", "nobody", "none", "nothing", "neither"), "no"
)


def traits(reading: Reading, target: Span) -> tuple[str, ...]:
    """The traits of the word at ``target``; none without syntax."""
    if not reading.words.heads:
        return ()
    sentence = Sentence.around(reading, target[0])
    at = word_at(reading.words, target[0])
    alone = {**_itself(sentence, at), **_above(sentence, at)}
    alone["quoted"] = str(_quoted(sentence, at))
    alone["asked"] = str("?" in list(sentence.forms.values())[-2:])
    own, others = _told(reading, at), _told(reading, _verb_above(sentence, at))
    alone |= {"band": own[0], "words": own[1], "band above": others[0], "words above": others[1]}
    joint = (" & ".join(f"{name} {alone[name]}" for name in names) for names in _JOINT)
    negative = own[0].endswith("-")
    bag = {f"word {word}{'-' if negative else ''}" for word in own[1].split()}
    bag |= {f"word above {word}" for word in others[1].split()}
    return (*(f"{name} {value}" for name, value in alone.items()), *joint, *sorted(bag))


def learned(reading: Reading, target: Span, column: int) -> tuple[str, ...]:
    """The traits of what the network says of the word at ``target``, by a column of ``Words.factuality``."""
    if not reading.words.factuality:
        return ()
    at = word_at(reading.words, target[0])
    value = max(-3.0, min(3.0, reading.words.factuality[at][column]))
    rounded = (f"network {step} {round(value / step) * step:.2f}" for step in STEPS)
    return (*rounded, f"network {round(value)} & band {_told(reading, at)[0]}")


_JOINT = (
    ("band", "relation"),
    ("words", "noun"),
    ("band", "band above"),
    ("relation", "noun"),
    ("noun", "band above", "article"),
    ("noun", "band", "article"),
    ("relation", "opening"),
    ("band", "inflection"),
    ("relation", "band above"),
    ("band", "subject's article"),
    ("band", "object's article"),
)
"""Traits that count together."""


def _told(reading: Reading, at: int | None) -> tuple[str, str]:
    """The band of a word, with "-" where it is denied, and the words that gave it."""
    if at is None:
        return "none", "none"
    certainty, polarity = assess(reading, (reading.words.spans[at],))
    band = f"{certainty.low:.2f}-{certainty.high:.2f}{'-' if polarity == 'negative' else ''}"
    return band, " ".join(reading.text[start:end].lower() for start, end in certainty.spans) or "none"


def _itself(sentence: Sentence, at: int) -> dict[str, str]:
    """What a word is, and which small words belong to it."""
    form, relation = sentence.forms[at], sentence.relation(at)
    opening = _forms(sentence, at, "mark", "case")
    determiner = _forms(sentence, at, "det")
    subject = next(sentence.below(at, "nsubj"), None)
    return {
        "tag": sentence.tag(at),
        "noun": str(sentence.tag(at) in _NAMING),
        "relation": relation.split(":")[0],
        "exact relation": relation,
        "ending": form[-3:],
        "inflection": next((ending for ending in _INFLECTIONS if form.endswith(ending)), "none"),
        "auxiliaries": _forms(sentence, at, "aux", "cop"),
        "mark": opening,
        "opening": opening.split(" ")[0],
        "article": _ARTICLES.get(determiner, "none" if determiner == "none" else "other"),
        "determiner": determiner,
        "adverbs": _forms(sentence, at, "advmod"),
        "adjectives": _forms(sentence, at, "amod"),
        "subject": "none" if subject is None else sentence.tag(subject),
        "subject's article": _first(sentence, subject),
        "object's article": _first(sentence, next(sentence.below(at, "obj"), None)),
    }


def _above(sentence: Sentence, at: int) -> dict[str, str]:
    """The word that a word hangs on, the next verb above it, and the relations on the way up."""
    head, verb = sentence.head(at), _verb_above(sentence, at)
    path = []
    while sentence.head(at) != at and len(path) < 3:
        path.append(sentence.relation(at).split(":")[0])
        at = sentence.head(at)
    return {
        "head": sentence.forms[head] if path else "none",
        "verb above": "none" if verb is None else sentence.forms[verb],
        "head's relation": sentence.relation(head),
        "head's mark": _forms(sentence, head, "mark", "case"),
        "head's auxiliaries": _forms(sentence, head, "aux"),
        "path": " < ".join(path),
    }


def _forms(sentence: Sentence, at: int, *relations: str) -> str:
    """The words below a word by some relations."""
    return " ".join(sentence.forms[child] for child in sentence.below(at, *relations)) or "none"


def _first(sentence: Sentence, noun: int | None) -> str:
    """The first word of a noun's phrase, where it is an article or the noun itself denies ("nobody")."""
    if noun is None:
        return "none"
    first = next(sentence.below(noun, "det", "cc"), noun)
    return _ARTICLES.get(sentence.forms[first], "other")


def _verb_above(sentence: Sentence, at: int) -> int | None:
    """The next verb, or word with a copula, above a word."""
    for _ in range(HIGHEST):
        if sentence.head(at) == at:
            return None
        at = sentence.head(at)
        if sentence.tag(at) == "VERB" or sentence.has(at, "cop"):
            return at
    return None


def _quoted(sentence: Sentence, at: int) -> bool:
    """Whether a quotation has been opened in the sentence before a word and not closed."""
    return sum(sentence.forms[word] in _QUOTES for word in range(sentence.first, at)) % 2 == 1
