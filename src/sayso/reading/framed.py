"""Statements whose maker is told beside them in a phrase of its own, or in the sentence behind.

"The tape is genuine, in the words of Ann Roe." "This from the ministry: the mayor is free." "The mayor is
free. That word comes from his wife."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.reading.added import CONFIDENCE, added
from sayso.reading.annotations import Attribution, Reading, Words
from sayso.reading.certainty.sentence import Sentence
from sayso.reading.givers import NAMING, giver, named
from sayso.reading.nouns import noun_kind
from sayso.reading.quotes import Quoted
from sayso.reading.vocabulary import entries

__all__ = ["with_framed"]

SHORTEST = 3
"""Words of a statement at least."""

LONGEST = 96
"""Words of a sentence at most: longer ones are lists, or no sentences."""

LEAD = 6
"""Words in which what opens a frame stands."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Who makes a statement, by the head of the words for that, and the word by which it is told."""

    who: int
    cue: int


def with_framed(words: Words, attributions: Sequence[Attribution], quoted: Quoted) -> tuple[Attribution, ...]:
    """The attributions, in the text's order, with those that phrases around a statement give."""
    if not words.heads:
        return tuple(attributions)
    return added(_framed(Reading(quoted.text, words), quoted), attributions, quoted)


def _framed(reading: Reading, quoted: Quoted) -> Iterator[Attribution]:
    before: range | None = None
    for first, last in reading.words.sentences:
        if last - first > LONGEST:
            before = None
            continue
        sentence = Sentence.of(reading, first, last)
        for frame, told in _frames(sentence, before):
            one = _attribution(sentence, frame, told, quoted)
            if one is not None:
                yield one
        before = range(first, last)


Told = tuple[range, ...]
"""The words of a statement, by ranges."""


def _frames(sentence: Sentence, before: range | None) -> Iterator[tuple[_Frame, Told]]:
    """The frames of a sentence, each with the statement that it is about."""
    parts = _parts(sentence)
    for at, part in enumerate(parts):
        told = parts[at - 1] if at else before
        behind = _behind(sentence, part)
        if behind is not None and told is not None:
            yield behind, (told,)
        ahead = _ahead(sentence, part) if at + 1 < len(parts) else None
        if ahead is not None:
            yield ahead, (range(parts[at + 1].start, sentence.last),)
    yield from _phrases(sentence)
    yield from _word_that(sentence)


def _form(sentence: Sentence, at: int) -> str:
    """A word in lower case; an empty one outside the sentence."""
    return sentence.forms.get(at, "")


def _is(sentence: Sentence, at: int, *lists: str) -> bool:
    """Whether a word is in one of some word lists."""
    return any(_form(sentence, at) in entries(name) for name in lists)


def _parts(sentence: Sentence) -> list[range]:
    """The words of a sentence between its colons, semicolons and dashes."""
    found, first = [], sentence.first
    breaks = entries("framing/breaks")
    for at, form in sentence.forms.items():
        if first < at and (form in breaks or (form == "," and _or_so(sentence, at))):
            found.append(range(first, at))
            first = at + 1
    return [*found, range(first, sentence.last)]


def _or_so(sentence: Sentence, comma: int) -> bool:
    return _form(sentence, comma + 1) == "or" and _form(sentence, comma + 2) == "so"


def _attribution(sentence: Sentence, frame: _Frame, told: Told, quoted: Quoted) -> Attribution | None:
    """A frame as an attribution; None where its statement is too short, or asks something."""
    text, spans = quoted.text, sentence.reading.words.spans
    content = tuple(sorted((spans[r.start][0], spans[r.stop - 1][1]) for r in told if len(r) >= SHORTEST))
    if not content or text[content[-1][1] - 1] == "?":
        return None
    source = named(sentence, frame.who)
    return Attribution(
        (sentence.span(source[0], source[-1] + 1),),
        (spans[frame.cue],),
        content,
        quoted.quote_type(content),
        CONFIDENCE,
    )


def _behind(sentence: Sentence, part: range) -> _Frame | None:
    """A frame about what was told right before: "that word comes from his wife", "so says Roe"."""
    first = _opening(sentence, part)
    if first is None:
        return None
    form = _form(sentence, first)
    if form in entries("framing/so"):
        return _so(sentence, first)
    if form in entries("framing/we"):
        return _had(sentence, first)
    if form == "it":
        return _cleft(sentence, first)
    subject = _this(sentence, first)
    if subject is not None:
        return _about_this(sentence, subject)
    return _gave(sentence, part)


def _cleft(sentence: Sentence, first: int) -> _Frame | None:
    """Who is said to have told something: "it was his wife who told us"."""
    who = sentence.head(first)
    verb = next((c for c in sentence.below(who, "acl") if c > who and _tells(sentence, c)), None)
    if verb is None or not sentence.has(who, "cop") or sentence.tag(who) not in NAMING:
        return None
    told = [*sentence.below(verb, "obj", "iobj", "ccomp", "xcomp")]
    only = all(_is(sentence, c, "framing/us", "framing/this") or _is_this(sentence, c) for c in told)
    return _Frame(who, verb) if only else None


def _opening(sentence: Sentence, part: range) -> int | None:
    """The first word of a part, without a quotation mark or a conjunction before it."""
    skipped = ("PUNCT", "CCONJ")
    return next((at for at in part[:LEAD] if sentence.tag(at) not in skipped), None)


def _this(sentence: Sentence, at: int) -> int | None:
    """The word for a statement that a noun phrase is: "that", "the news", "this short statement"."""
    form = _form(sentence, at)
    if form in entries("framing/this") and sentence.tag(at) == "PRON":
        return at
    if form not in entries("framing/this") and form not in ("the", "our", "my"):
        return None
    noun = sentence.head(at)
    if not at < noun <= at + LEAD or sentence.relation(at) not in ("det", "nmod:poss"):
        return None
    told = _is(sentence, noun, "statement_nouns", "framing/sources")
    of = [c for c in sentence.below(noun, "nmod", "acl") if c > noun]
    this = all(_is(sentence, c, "framing/this") for c in of)
    return noun if told and this else None


def _about_this(sentence: Sentence, subject: int) -> _Frame | None:
    """Who a statement comes from or is given by, which is the subject of a sentence."""
    if not sentence.relation(subject).startswith("nsubj"):
        return None
    verb = sentence.head(subject)
    source = _is(sentence, subject, "framing/sources")
    if sentence.has(verb, "cop"):
        if source:
            return _Frame(verb, subject) if sentence.tag(verb) in NAMING else None
        return _is_whose(sentence, verb)
    form = _form(sentence, verb)
    if source:
        return None
    if form in entries("coming"):
        return _by(sentence, verb, "from")
    if form in entries("giving") and sentence.has(verb, "aux"):
        return _by(sentence, verb, "by")
    return _by(sentence, verb, "to") if form in entries("framing/due") else None


def _is_whose(sentence: Sentence, noun: int) -> _Frame | None:
    """Whose word something is: "that is the word of Roe", "this is the account given by Roe"."""
    if _form(sentence, noun) in ("what", "how"):
        verb = next((c for c in sentence.below(noun, "acl", "advcl", "ccomp") if _tells(sentence, c)), None)
        return _by_subject(sentence, verb)
    if sentence.tag(noun) == "VERB" and _tells(sentence, noun):
        return _by_subject(sentence, noun)  # "that is what the minister told state television"
    if not _is(sentence, noun, "statement_nouns"):
        return None
    given = next((c for c in sentence.below(noun, "acl") if _is(sentence, c, "giving")), None)
    if given is not None:
        return _by(sentence, given, "by") or _by_subject(sentence, given)
    who = _by(sentence, noun, "from") or _by(sentence, noun, "of")
    known = who is not None and (sentence.tag(who.who) == "PROPN" or noun_kind(_text(sentence, who.who)))
    return who if known else None


def _text(sentence: Sentence, at: int) -> str:
    return sentence.reading.text[slice(*sentence.reading.words.spans[at])]


def _tells(sentence: Sentence, verb: int) -> bool:
    return _is(sentence, verb, "giving") and sentence.tag(verb) == "VERB"


def _by(sentence: Sentence, verb: int, *prepositions: str) -> _Frame | None:
    """Who stands behind a preposition below a verb or noun."""
    who = giver(sentence, verb, *prepositions)
    return _Frame(who, verb) if who is not None else None


def _by_subject(sentence: Sentence, verb: int | None) -> _Frame | None:
    subjects = sentence.below(verb, "nsubj") if verb is not None else ()
    who = next((c for c in subjects if sentence.tag(c) in NAMING and _form(sentence, c) != "what"), None)
    return _Frame(who, verb) if who is not None and verb is not None else None


def _so(sentence: Sentence, first: int) -> _Frame | None:
    """Who says so: "so says Roe", "so we were told by Roe"."""
    near = range(first, min(first + LEAD, sentence.last))
    verb = next((at for at in (sentence.head(first), *near) if _tells(sentence, at)), None)
    if verb is None or sentence.has(verb, "ccomp", "xcomp"):
        return None
    who = _by_subject(sentence, verb)
    if who is None and verb == first + 1:
        behind = sentence.below(verb, "vocative", "obj")  # "so says the minister", misread
        return next((_Frame(at, verb) for at in behind if at > verb and sentence.tag(at) in NAMING), None)
    if who is None or _is(sentence, who.who, "framing/we"):
        return _by(sentence, verb, "by")
    return who if all(_is(sentence, c, "framing/us") for c in sentence.below(verb, "obj", "iobj")) else None


def _had(sentence: Sentence, first: int) -> _Frame | None:
    """From whom a statement was had: "we have this from Roe", "I was told so by Roe"."""
    verb = sentence.head(first)
    if not sentence.relation(first).startswith("nsubj") or sentence.has(verb, "ccomp", "xcomp"):
        return None
    this = any(_is_this(sentence, c) for c in sentence.below(verb, "obj"))
    if this and _is(sentence, verb, "hearing"):
        return _by(sentence, verb, "from", "on")
    if this and _is(sentence, verb, "framing/knowing"):  # "I know this because the guard told me"
        return next(
            (_by_subject(sentence, c) for c in sentence.below(verb, "advcl") if _tells(sentence, c)), None
        )
    told = _is(sentence, verb, "framing/told") and sentence.has(verb, "aux")
    return _by(sentence, verb, "by") if told else None


def _is_this(sentence: Sentence, at: int) -> bool:
    """Whether an object is what was told before: "this", "it", "so", "the news"."""
    if _is(sentence, at, "framing/objects"):
        return True
    if not _is(sentence, at, "statement_nouns"):
        return False
    marks = (_form(sentence, c) for c in sentence.below(at, "det"))
    return any(mark in ("the", "this", "that") for mark in marks) and not sentence.has(at, "nmod", "acl")


def _gave(sentence: Sentence, part: range) -> _Frame | None:
    """Who gave what was told before: "Roe made the announcement", "his wife told us so"."""
    root = next((at for at in part if sentence.relation(at) in ("root", "parataxis")), None)
    if root is None or sentence.has(root, "ccomp", "xcomp", "aux"):
        return None
    if _is(sentence, root, "bringing"):
        return _brought(sentence, root)
    if not _tells(sentence, root):
        return None
    objects = [c for c in sentence.below(root, "obj", "advmod") if c > root]
    inner = part.start > sentence.first  # "he is dead: the doctor announced it"
    if not any(_is_this(sentence, c) and (inner or _form(sentence, c) != "it") for c in objects):
        return None
    who = _by_subject(sentence, root)
    return who if who is not None and who.who < root else None


def _brought(sentence: Sentence, verb: int) -> _Frame | None:
    """Who came, called or wrote with what was told: "his cousin telephoned us with the news"."""
    for noun in sentence.below(verb, "obl"):
        cases = set(map(sentence.forms.get, sentence.below(noun, "case")))
        if "with" in cases and _is_this(sentence, noun):
            return _by_subject(sentence, verb)
    return None


def _ahead(sentence: Sentence, part: range) -> _Frame | None:
    """A frame about what is told behind a colon: "this from the ministry", "from Roe comes this word"."""
    if sentence.forms.get(part.stop) != ":":
        return None
    first = _opening(sentence, part)
    if first is not None and _form(sentence, first) == "it":
        return _cleft(sentence, first)
    for at in part:
        if _form(sentence, at) != "from" or sentence.relation(at) != "case":
            continue
        who = sentence.head(at)
        above = sentence.head(who)
        told = {above, *sentence.below(above, "obj", "nsubj")} & set(part)
        this = (c for c in told if _is(sentence, c, "statement_nouns", "framing/this"))
        if who in part and sentence.tag(who) in NAMING and any(True for _ in this):
            return _Frame(who, at)
    return None


def _phrases(sentence: Sentence) -> Iterator[tuple[_Frame, Told]]:
    """Whose words a sentence is in: "in the words of Roe", "on the authority of the ministry"."""
    nouns = entries("in_words")
    for at, form in sentence.forms.items():
        if form not in nouns or sentence.relation(at) not in ("obl", "nmod"):
            continue
        cases = set(map(sentence.forms.get, sentence.below(at, "case")))
        who = _by(sentence, at, "of") if cases & {"in", "on", "by"} else None
        if who is None:
            continue
        whole = sentence.phrase(at)
        first, last = whole[0], whole[-1] + 1
        parts = (range(sentence.first, first), range(last, sentence.last))
        yield who, tuple(_trimmed(sentence, part) for part in parts)


def _trimmed(sentence: Sentence, part: range) -> range:
    """A range of words without the marks at its ends."""
    first, last = part.start, part.stop
    while first < last and sentence.tag(first) == "PUNCT" and _form(sentence, first) in (",", ":", "–", "—"):
        first += 1
    while first < last and _form(sentence, last - 1) in (",", "."):
        last -= 1
    return range(first, last)


def _word_that(sentence: Sentence) -> Iterator[tuple[_Frame, Told]]:
    """From whom word came of something: "word that he had died came from his wife"."""
    opening = range(sentence.first, min(sentence.first + LEAD, sentence.last - SHORTEST))
    noun = next((at for at in opening if _is(sentence, at, "statement_nouns")), None)
    if noun is None or _form(sentence, noun + 1) not in ("that", "of"):
        return
    for at in range(sentence.last - 1, noun + SHORTEST, -1):
        case = {"from": "coming", "by": "giving"}.get(_form(sentence, at))
        verbs = range(at - 1, max(noun, at - LEAD), -1)
        verb = next((v for v in verbs if case and _form(sentence, v) in entries(case)), None)
        if verb is not None and sentence.tag(sentence.head(at)) in NAMING:
            begin = verb - (sentence.tag(verb - 1) == "AUX")
            yield _Frame(sentence.head(at), verb), (_trimmed(sentence, range(noun + 2, begin)),)
            return
