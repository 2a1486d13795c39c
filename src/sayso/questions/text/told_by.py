"""Attributions as questions need them: with sources that the reader passed over, found by syntax.

A sentence that ends ", the minister, Ann Roe, said on Monday." is what she said, and so is one in which
", Roe went on," or "according to Roe" stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.questions.text.mentions import Mentions
from sayso.questions.text.relayed import relayed
from sayso.questions.text.stance import takes_back
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, Link, Reading, Span, Spans
from sayso.reading.apposed import with_name
from sayso.reading.kinds import kind
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["completed", "without_self"]

_NAME = re.compile(r",\s((?:[A-Z][\w’'-]{1,30}\s){1,3}[A-Z][\w’'-]{1,30})(?:, who [^,]+)?$")

_OWN_NAME = re.compile(
    r"\b(?:(?:introduc|identif)(?:ed|ying|ied|ing) (?:him|her)self as|(?:gave|giving) (?:his|her) name as|"
    r"sign(?:ed|ing)(?: (?:him|her)self)? as|call(?:ed|ing) (?:him|her)self) (?:\w+ ){0,2}$"
)
"""What stands between somebody unnamed and the name that he gives."""

_QUOTED = re.compile(
    r",? (?:who was )?(?:quoted|cited) (?:by|in|on) (?:(?:the|an?) )?(?:[a-z-]+ ){0,3}?"
    r"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|"
    r"(?:[a-z-]+ )?(?:media|radio|television|tv|press|newspapers?|agenc(?:y|ies)))$"
)
"""What stands behind a source whom another quotes, and the other's name."""

_SELF = re.compile(r"\s(?:himself|herself|itself|themselves)$")

LONGEST = 30
"""Words of a source."""

TITLE = 5
"""Words before a name that tell what somebody is, and whose a source is, at most."""

SHORTEST = 3
"""Words of a content at least."""


def completed(reading: Reading, tree: Tree, mentions: Mentions) -> tuple[Attribution, ...]:
    """The attributions of a reading: those without a source get one, and tails of sentences count."""
    told = (*_insertions(tree), *_accordings(tree), *_tails(tree))
    tails = {tree.words.spans[tail[1]][0]: tail for tail in told}
    known = [a for a in reading.attributions if a.source or not _is_noun(tree, a)]
    taken = {start for a in known for span in _own(reading, a) for start in _starts(tree, span)}
    found = []
    for attribution in (_quoted(reading, _taking_back(tree, _alone(tree, a))) for a in known):
        cues = (start for span in attribution.cue for start in _starts(tree, span))
        tail = next((tails[start] for start in cues if start in tails), None)
        if tail is None or (attribution.source and not _is_agent(tree, attribution, tail)):
            whole = _whole(tree, attribution, tail)
            found.append(_named(reading, mentions, _by_subject(reading, tree, mentions, whole)))
        else:
            found.append(_with(reading, mentions, attribution, tail))
    for start, tail in tails.items():
        if start not in taken and tree.words.spans[tail[0][0]][0] not in taken:
            found.append(_with(reading, mentions, _plain(tree, tail), tail))
    found = [_apart(reading, tree, one, found) for one in found]
    return tuple(relayed(reading, tree, mentions, one) for one in found)


def _alone(tree: Tree, attribution: Attribution) -> Attribution:
    """A denial without the blame that is joined to it: "denied that it had done so | and blamed the army"."""
    cue = [at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end))]
    denials = (at for at in cue if tree.lower[at] in words("stance", "deny"))
    joined = (c for at in denials for c in tree.having(at, "conj") if c not in cue)
    blame = next((c for c in joined if tree.lower[c] in words("responsibility", "blame")), None)
    if blame is None:
        return attribution
    end = tree.words.spans[tree.phrase(blame)[0]][0]
    kept = ((first, min(last, end)) for first, last in attribution.content if first < end)
    content = tuple((first, first + len(tree.text[first:last].rstrip(" ,"))) for first, last in kept)
    return replace(attribution, content=content) if content else attribution


def _is_noun(tree: Tree, attribution: Attribution) -> bool:
    """Whether a cue is no verb but stands before a noun: "said on | state | television"."""
    cue = [at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end))]
    return bool(cue) and all(tree.words.deprels[at] == "compound" for at in cue)


def _apart(reading: Reading, tree: Tree, attribution: Attribution, others: list[Attribution]) -> Attribution:
    """An attribution to "the warden" without the name of another who speaks in the same sentence."""
    text, speaker = reading.slice(attribution.source), attribution.speaker
    if not speaker or not text.lower().startswith("the ") or text.lower()[4:] != text[4:]:
        return attribution
    sentence = tree.sentence(tree.at(attribution.source[0][0]))
    near = (a for a in others if a.source and a.speaker == speaker and a is not attribution)
    beside = (a for a in near if tree.sentence(tree.at(a.source[0][0])) == sentence)
    if not any(speaker in reading.slice(a.source) for a in beside):
        return attribution
    return replace(attribution, speaker=None, source_kind=kind(text, None, None, False))


def _quoted(reading: Reading, attribution: Attribution) -> Attribution:
    """An attribution whose source another quotes as his, through the other: "a source quoted by the Post"."""
    text = reading.slice(attribution.source)
    found = _QUOTED.search(text)
    if found is None or len(attribution.source) != 1:
        return attribution
    begin = attribution.source[0][0]
    whom = begin + found.start(1), begin + found.end(1)
    who = ((begin, begin + found.start()),)
    told = text[: found.start()]
    via = (*attribution.via, Link(found[1], "outlet", (whom,)))
    return replace(attribution, source=who, speaker=None, source_kind=kind(told, None, None, False), via=via)


def _is_agent(tree: Tree, attribution: Attribution, tail: Tail) -> bool:
    """Whether a source begins with who did it: "captured by | rebels, the chairman, Bo Li, said"."""
    begin = tree.at(attribution.source[0][0])
    return begin < tail[0][0] and tree.lower[begin - 1 : begin] == ["by"]


def _own(reading: Reading, attribution: Attribution) -> Spans:
    """What of a text nobody else says: "Roe said, according to the agency" is no more of the agency's."""
    cited = reading.slice(attribution.cue).lower().startswith("according")
    return attribution.cue if cited else (*attribution.cue, *attribution.content)


def _taking_back(tree: Tree, attribution: Attribution) -> Attribution:
    """A statement that is taken back with its source: "Roe withdrew her statement that …"."""
    cue = [at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end))]
    verb = next((at for at in cue if takes_back(tree, at)), None)
    who = tree.subject(verb) if verb is not None and not attribution.source else None
    if who is None or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return attribution
    source = tree.span(who)
    content = tuple(span for span in attribution.content if span[0] >= source[1])
    return (
        replace(attribution, source=(source,), source_kind="group", content=content)
        if content
        else attribution
    )


def _whole(tree: Tree, attribution: Attribution, tail: Tail | None) -> Attribution:
    """An attribution within a sentence with all of its content, where only the beginning was taken for it.

    So is what the reader left out right behind the inserted words, or before "she said, and she has gone".
    """
    if tail is None or not attribution.cue or not attribution.content:
        return attribution
    whole = _content(tree.words.spans, tail)
    if len(whole) == 1:
        begin = attribution.content[0][0]
        joined = begin > attribution.cue[0][0] and tree.words.upos[tree.at(begin)] == "CCONJ"
        return replace(attribution, content=(*whole, *attribution.content)) if joined else attribution
    if attribution.content[-1][1] <= attribution.cue[0][0]:
        return replace(attribution, content=whole)
    late = [span for span in attribution.content if whole[1][0] < span[0] < whole[1][1]]
    missed = range(tail[2][1][0], tree.at(late[0][0])) if late else range(0)
    if not late or any(tree.lower[at] in words("stance", "inserted") for at in missed):
        return attribution
    early = tuple(span for span in attribution.content if span[0] < whole[1][0])
    return replace(attribution, content=(*early, (whole[1][0], late[-1][1])))


def _by_subject(reading: Reading, tree: Tree, mentions: Mentions, attribution: Attribution) -> Attribution:
    """An attribution with the subject of its verb as its source, where the reader has none or only "it".

    "It" is the subject of the verb before: "the group said …, and it denied that …".
    """
    it = reading.slice(attribution.source).lower() in ("it", "they")
    if not attribution.cue or not (it or not attribution.source):
        return attribution
    first, last = tree.at(attribution.cue[0][0]), tree.at(attribution.cue[-1][1])
    cue = next((at for at in range(first, last) if tree.words.upos[at] == "VERB"), first)
    verb = tree.words.heads[cue] if it and tree.relation(cue) == "conj" else cue
    who = next((c for c in tree.having(verb, "nsubj") if c < verb), None)
    if who is None or tree.words.upos[verb] != "VERB" or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return attribution
    own = tree.span(who)
    content = tuple(span for span in attribution.content if span != own)
    held = not content or any(start < own[1] and own[0] < end for start, end in content)
    if held or tree.passive(verb) or (it and mentions.of(who, "PERSON")):
        return attribution
    if tree.at(own[1]) - tree.at(own[0]) > LONGEST:
        return attribution
    text = reading.text[slice(*own)]
    told = kind(text, mentions.of(who), text, False)
    return replace(attribution, source=(own,), content=content, speaker=None, source_kind=told)


def _starts(tree: Tree, span: Span) -> Iterator[int]:
    """Where the words of a span begin."""
    return (tree.words.spans[at][0] for at in range(tree.at(span[0]), tree.at(span[1])))


Tail = tuple[Span, int, tuple[Span, ...]]
"""The words of a source, the word of its cue, and the words of the content, by ranges."""


def _tails(tree: Tree) -> Iterator[Tail]:
    """The tails of sentences: a comma, a noun phrase, a verb of saying."""
    for first, last in tree.words.sentences:
        for at in range(last - 1, first + 2, -1):
            if tree.lower[at] in words("stance", "saying") and tree.words.upos[at] == "VERB":
                begin = _source(tree, first, at)
                if begin is not None:
                    begin = _before_apposition(tree, first, begin, at)
                    yield (begin, at), at, ((first, begin - 1),)
                break


def _insertions(tree: Tree) -> Iterator[Tail]:
    """What is set off within a sentence by commas: a short noun phrase, a verb of saying."""
    for begin, at, end, (first, last) in tree.insertions:
        yield (begin, at), at, ((first, begin - 1), (end + 1, last))


def _accordings(tree: Tree) -> Iterator[Tail]:
    """What stands before "according to" and behind whom that names."""
    for first, last in tree.words.sentences:
        for at in range(first, last - 2):
            who = tree.words.heads[at]
            if tree.lower[at] != "according" or tree.lower[at + 1] != "to" or who <= at:
                continue
            end = tree.phrase(who)[-1] + 1
            around = (
                (first, at - (tree.lower[at - 1] == ",")),
                (end + (tree.lower[end : end + 1] == [","]), last),
            )
            content = tuple(part for part in around if part[1] - part[0] >= SHORTEST)
            if content and end <= last:
                yield (at + 2, end), at, content


def _source(tree: Tree, first: int, cue: int) -> int | None:
    """The first word of the noun phrase between a comma and a verb of saying; None where there is none."""
    begin: int | None = None
    who = tree.subject(cue)
    verbs = 0
    for at in range(cue - 1, max(first + 2, cue - LONGEST), -1):
        relative = any(tree.lower[i] in words("stance", "relative") for i in range(max(first, at - 4), at))
        if tree.words.upos[at] in ("VERB", "AUX") and tree.relation(at) != "amod":
            verbs += 1
            if not relative:
                return begin
        if tree.lower[at - 1] in (",", ',"', "”") or tree.lower[at - 1] in '"”’':
            opening = tree.lower[at] in words("stance", "opening") or tree.words.upos[at] in ("PROPN", "NUM")
            opening = opening or (who is not None and tree.phrase(who)[0] == at)
            bare = cue - at <= SHORTEST and tree.lower[cue - 1] in words("stance", "speaking_bare")
            opening = opening or bare  # ", state radio declared"
            named = tree.words.upos[at] == "PROPN" and begin is None
            if opening or named:
                begin = at
                if not named:
                    return begin
            elif begin is not None:
                return begin
    return begin


def _before_apposition(tree: Tree, first: int, begin: int, cue: int) -> int:
    """Where a source begins whose end alone was found: "his daughter, Ann Roe, | a senator, said"."""
    nouns = (at for at in range(begin, cue) if tree.relation(at) == "appos" and tree.words.heads[at] < begin)
    noun = next(nouns, None)
    head = tree.words.heads[noun] if noun is not None else None
    if head is not None and tree.relation(head) == "appos":
        head = tree.words.heads[head]
    if head is None or tree.relation(head) not in ("nsubj", "parataxis", "dep", "root"):
        return begin
    start = next((at for at in tree.phrase(head) if tree.words.upos[at] != "PUNCT"), head)
    led = first + 1 < start and tree.lower[start - 1] == ","
    return start if led and cue - start < LONGEST else begin


def _named(reading: Reading, mentions: Mentions, attribution: Attribution) -> Attribution:
    """An attribution with the speaker whose name ends its source, where the reader knew no name.

    So has one who tells a name: "a man who introduced himself as Bo Li, the group's spokesman,".
    """
    if attribution.speaker or not attribution.source:
        return attribution
    start, end = attribution.source[0]
    end -= len(reading.text[start:end]) - len(without_self(reading.text[start:end]))
    within = [m for m in mentions.names.within(start, end) if m.label == "PERSON"]
    people = [m for m in within if m.end == end or _OWN_NAME.search(reading.text[start : m.start])]
    named = mentions.names.of(people[-1]) if people else None
    if named is None and (found := _NAME.search(reading.text[start:end])):
        return replace(attribution, speaker=found[1], source_kind="person")
    before = reading.text[start : people[-1].start].split() if people else []
    if named is None or _is_whose(before):
        return attribution
    return replace(attribution, speaker=named.name, source_kind=kind(named.name, named, named.name, False))


def _is_whose(before: list[str]) -> bool:
    """Whether a name only tells whose a source is: "a friend of Roe", "the family of the late singer Roe"."""
    title = before[-1] if before else ""
    kinds = ("person-unnamed", "official-unnamed")
    called = title.lower() in words("naming", "role") | words("naming", "calling")
    ahead = before[:-1] if called else before
    described = title.islower() and (called or noun_kind(title) in kinds)
    if not words("sources", "among").isdisjoint(before):  # "officials, among them his cousin Roe"
        return True
    if ahead[-1:] and ahead[-1].lower() in entries("prepositions") - {
        "as"
    }:  # "a man in a video sent to Al Bahr"
        return True
    near = before[-TITLE:-1] if described else ahead[-1:]  # "the wife of the drug lord Roe"
    return not words("sources", "by").isdisjoint(near) and not any(word.endswith(",") for word in near)


def _plain(tree: Tree, tail: Tail) -> Attribution:
    spans = tree.words.spans
    return Attribution((), (spans[tail[1]],), _content(spans, tail), "indirect", 0.5)


def _content(spans: Spans, tail: Tail) -> Spans:
    return tuple((spans[first][0], spans[max(first, last - 1)][1]) for first, last in tail[2])


def without_self(source: str) -> str:
    """A source without a pronoun that only stresses it: "Roe herself"."""
    return _SELF.sub("", source)


def _with(reading: Reading, mentions: Mentions, attribution: Attribution, tail: Tail) -> Attribution:
    """An attribution with the source that a tail has."""
    spans = reading.words.spans
    first, last = tail[0]
    source = spans[first][0], spans[last - 1][1]
    while reading.text[source[1] - 1 : source[1]] in (",", " "):
        source = source[0], source[1] - 1
    whole = replace(attribution, source=(source,), content=_content(spans, tail))
    whole = with_name(whole, reading.entities, reading.text)
    text = reading.slice(whole.source)
    within = mentions.names.within(*whole.source[0])
    tellers = [m for m in within if m.label == "PERSON" or text == f"the {m.entity}"]  # "the Directorate"
    named = mentions.names.of(tellers[-1]) if tellers else None
    speaker = named.name if named else None
    return replace(whole, speaker=speaker, source_kind=kind(text, named, speaker, False))
