"""Who said first what another passes on: "the paper, citing his lawyer, said", "was told by a guard that".

Such an attribution gets the first speaker for its source, and who passes it on into its chain.
"""

from __future__ import annotations

from dataclasses import replace

from sayso.questions.text.mentions import Mentions
from sayso.questions.text.party_names import tidy
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, Link, Reading, Span, Spans
from sayso.reading.kinds import kind
from sayso.reading.nouns import noun_kind
from sayso.reading.vocabulary import entries

__all__ = ["quoted_as", "relayed", "source_span", "told_by_whom"]

FAR = 8
"""Words behind "citing" in which the noun for whom stands."""

NEAR = 3
"""Words behind whom somebody quotes in which "as saying" begins."""


def relayed(reading: Reading, tree: Tree, mentions: Mentions, attribution: Attribution) -> Attribution:
    """An attribution with who said it first, where the text tells that; else as it is."""
    if not attribution.cue:
        return attribution
    verb = _verb(tree, attribution)
    if (who := told_by_whom(tree, verb)) is not None:
        return _from(reading, tree, mentions, _through(tree, mentions, attribution, tree.subject(verb)), who)
    if (passed := _quoted_by(tree, verb)) is not None:
        if any(start <= tree.words.spans[passed[0]][0] < end for start, end in attribution.source):
            return attribution
        outlet = passed[1] if len(passed) > 1 else None
        return _from(reading, tree, mentions, _through(tree, mentions, attribution, outlet), passed[0])
    if not attribution.source:
        return attribution
    if (who := quoted_as(tree, verb)) is not None:
        said = _without(tree, attribution.content, who)
        attribution = replace(attribution, content=said) if said else attribution
    elif (who := _teller(tree, attribution)) is None:
        who = _cited(tree, mentions, attribution, verb)
    return attribution if who is None else _from(reading, tree, mentions, attribution, who)


def _through(tree: Tree, mentions: Mentions, attribution: Attribution, at: int | None) -> Attribution:
    """An attribution whose source is who passes something on; without a source where that is the report."""
    ours = at is None or tree.lower[at] in words("naming", "we") | words("naming", "i")
    own = () if at is None or ours else (source_span(tree, at),)
    named = mentions.of(at, "PERSON") if at is not None else None
    of_kind = (
        kind(tree.text[slice(*own[0])], named, named.name if named else None, False) if own else "author"
    )
    return replace(attribution, source=own, speaker=named.name if named else None, source_kind=of_kind)


def _verb(tree: Tree, attribution: Attribution) -> int:
    """The verb of a cue, or its first word."""
    first, last = tree.at(attribution.cue[0][0]), tree.at(attribution.cue[-1][1])
    verbs = [at for at in range(first, last) if tree.words.upos[at] == "VERB"]
    return verbs[-1] if verbs else min(first, len(tree.words) - 1)


def told_by_whom(tree: Tree, verb: int) -> int | None:
    """By whom somebody was told, or from whom he heard, what he passes on."""
    word = tree.lower[verb]
    if word in words("sources", "informed") and tree.passive(verb):
        return tree.oblique(verb, "by")
    heard = word in words("sources", "heard") and not any(True for _ in tree.having(verb, "obj"))
    return tree.oblique(verb, "from") if heard else None  # not "heard shots from the hills"


def _quoted_by(tree: Tree, at: int) -> tuple[int, ...] | None:
    """Who is quoted, and by whom where that is told: "the ministry was quoted by the agency as saying"."""
    verb = tree.words.heads[at] if tree.lower[at] in words("sources", "quoted_as") else at
    if tree.lower[verb] not in words("sources", "quoting") or not tree.passive(verb):
        return None
    said = (c for c in tree.children[verb] if tree.lower[c] in words("sources", "quoted_as"))
    saying, who = next(said, None), tree.subject(verb)
    if saying is None or who is None or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return None
    outlet = tree.oblique(verb, "by", "in") or tree.oblique(saying, "by", "in")
    return (who,) if outlet is None else (who, outlet)


def quoted_as(tree: Tree, verb: int) -> int | None:
    """Whom somebody quotes: "quoted the ministry as saying"."""
    if tree.lower[verb] not in words("sources", "quoting") or tree.passive(verb):
        return None
    who = next((c for c in tree.having(verb, "obj") if c > verb), None)
    return who if who is not None and _as_saying(tree, who) is not None else None


def _as_saying(tree: Tree, who: int) -> int | None:
    """Where the word "saying" of "as saying" stands behind whom somebody quotes."""
    last = max(at for at in tree.phrase(who) if at <= who or tree.lower[at] not in ("as", "saying"))
    near = range(who + 1, min(tree.sentence(who)[1], last + NEAR + 1))
    as_one = (at for at in near if tree.lower[at - 1] == "as")
    return next((at for at in as_one if tree.lower[at] in words("sources", "quoted_as")), None)


def _without(tree: Tree, content: Spans, who: int) -> Spans:
    """What somebody is quoted with, without the words for whom and "as saying"."""
    saying = _as_saying(tree, who)
    begin = tree.span(who)[0]
    end = tree.words.spans[saying][1] if saying is not None else begin
    found = [(max(a, end) if a >= begin else a, b if a >= begin else min(b, begin)) for a, b in content]
    return tuple((a + (tree.text[a : a + 1] == " "), b) for a, b in found if b - a > 1)


def _teller(tree: Tree, attribution: Attribution) -> int | None:
    """Who said it as somebody tells who heard it: "Roe told them, according to a guard, that he was held"."""
    cue, content = tree.at(attribution.cue[0][0]), tree.at(attribution.content[-1][0])
    if tree.lower[cue] != "according" or content < cue or tree.lower[content] != "that":
        return None
    verb = next((a for a in tree.above(content) if a < cue), None)
    if verb is None or tree.lower[verb] not in words("stance", "telling"):
        return None
    who = tree.subject(verb)
    return who if who is not None and tree.words.upos[who] != "PRON" else None


def _cited(tree: Tree, mentions: Mentions, attribution: Attribution, verb: int) -> int | None:
    """Whom a source cites for what it says: "the Post, citing her lawyer, said", "on the word of Roe"."""
    first, last = tree.sentence(verb)
    inside = {at for span in attribution.content for at in range(tree.at(span[0]), tree.at(span[1]))}
    cites = words("sources", "citing") | words("sources", "quoting") | words("sources", "on_whose")
    for at in (i for i in range(first, last) if tree.lower[i] in cites and i not in inside):
        if _goes_with(tree, attribution, verb, at) and (who := _whom(tree, mentions, at)) is not None:
            return who
    return None


def _goes_with(tree: Tree, attribution: Attribution, verb: int, at: int) -> bool:
    """Whether a word of citing tells of how a source comes to say something, wherever the parse hung it."""
    apart = tree.lower[at - 1] == "," and (
        tree.lower[at] in words("sources", "citing") or at - verb in (1, 2)
    )
    if at == tree.sentence(at)[0] or (apart and at > verb):
        return True
    for above in tree.above(at):
        start = tree.words.spans[above][0]
        if above == verb or any(first <= start < last for first, last in attribution.source):
            return True
        if any(True for _ in tree.having(above, "nsubj")):
            return False
    return False


def _whom(tree: Tree, mentions: Mentions, at: int) -> int | None:
    """Whom a word of citing has behind it: people, groups or documents, no reasons."""
    word = tree.lower[at]
    if word in words("sources", "on_whose") and "on" in tree.cases(at):
        return tree.oblique(at, "of")
    cites = word in words("sources", "quoting") and tree.words.deprels[at] == "acl:relcl"
    if not cites and word not in words("sources", "citing"):
        return None
    who = _behind(tree, at)
    if who is None or mentions.of(who, "PERSON", "ORG") or tree.lower[who] in entries("roles"):
        return who
    kind_of = noun_kind(tree.text[slice(*tree.span(who))])
    evidence = kind_of == "document" and tree.lower[who] not in words("sources", "cited")
    return who if kind_of and not evidence else None  # not "citing lists kept by hospitals"


def _behind(tree: Tree, at: int) -> int | None:
    """The object of a participle, or the noun phrase right behind it, wherever the parse hung that."""
    own = next((c for c in tree.having(at, "obj") if c > at), None)
    near = range(at + 1, min(tree.sentence(at)[1], at + FAR))
    nouns = (i for i in near if tree.words.upos[i] in ("NOUN", "PROPN"))
    return own if own is not None else next((i for i in nouns if tree.phrase(i)[0] == at + 1), None)


def source_span(tree: Tree, who: int) -> Span:
    """Where a source stands, without the preposition before it and what it says behind it."""
    phrase = tree.phrase(who)
    says = (
        c for c in tree.having(who, "acl") if any(tree.lower[m] == "that" for m in tree.having(c, "mark"))
    )
    end = next((tree.phrase(c)[0] for c in says), phrase[-1] + 1)
    first = phrase[0] + (tree.relation(phrase[0]) == "case" and phrase[0] < who)
    while end > who + 1 and tree.words.upos[end - 1] == "PUNCT":
        end -= 1
    return tree.words.spans[first][0], tree.words.spans[max(end - 1, who)][1]


def _from(
    reading: Reading, tree: Tree, mentions: Mentions, attribution: Attribution, who: int
) -> Attribution:
    """An attribution with another source, through its own that passes it on."""
    span = source_span(tree, who)
    people = [m for m in mentions.names.within(*span) if m.label == "PERSON"]
    known = mentions.of(who, "PERSON")
    ends = mentions.names.of(people[-1]) if people and people[-1].end == span[1] else None
    named = known or ends
    speaker = named.name if named else None
    name = tidy(attribution.speaker or reading.slice(attribution.source))
    own = () if name.lower() in words("naming", "we") | words("naming", "i") else attribution.source
    return replace(
        attribution,
        source=(span,),
        speaker=speaker,
        source_kind=kind(tree.text[slice(*span)], named, speaker, False),
        via=(*((Link(name, attribution.source_kind, own),) if own else ()), *attribution.via),
        content=tuple(one for one in attribution.content if one not in (*own, span)) or attribution.content,
    )
