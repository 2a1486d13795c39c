"""Sources: what a claim's source is called, and for whom it speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from sayso.questions.text.group_names import apposed, lengthened, organ, rebels
from sayso.questions.text.introductions import (
    introduced_later,
    spoken_before,
    subject_before,
    told_again,
    writer,
)
from sayso.questions.text.party_names import canonical, tidy
from sayso.questions.text.scene import Scene
from sayso.questions.text.told_by import without_self
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Attribution, SourceKind
from sayso.reading.nouns import noun_kind

__all__ = ["Voice", "author", "called", "for_whom", "self_called", "speaks_for", "voice"]

_WORD = re.compile(r"[\w.&’'/-]+")
_CUT = re.compile(
    r"[,;:(–—]|\b(?:who|which|that|whose|of|for|on|with|at|in|from|to|close|reached|speaking|known)\b"
)
_BREAK = re.compile(r"[,;:(–—]|\bwho\b|\bwhich\b")
_CLAUSE = re.compile(
    r"[,;:(–—\"“”]|\b(?:who|which|that|whose|reached|speaking|quoted|asked|after|before|during|amid)\b"
)
_LEAD = re.compile(r"^(?:according to|the|an?|its|his|her|their|our|my|some)\s+", re.IGNORECASE)


_OFFICE = re.compile(
    r"(?:\b(?i:the|an?) ((?:[a-z-]+ ){0,3}?))?\b([a-z]+)"
    r"((?: of (?:the )?(?:[A-Z][\w.’'-]+(?: (?=[A-Z]))?)+)+)"
)

_FOR_WHOM = re.compile(
    r"\b(?:(?:claim|purport|profess|say|said)(?:s|ed|ing)? (?:to|he|she|they) "
    r"(?:represent\w*|(?:speak|spoke)s? for|belong(?:s|ed)? to|(?:be|was|were) from)|"
    r"(?:speaking|writing|calling) (?:for|on behalf of|in the name of)|on behalf of) "
)
"""What stands between somebody unnamed and those in whose name he speaks."""

_OFFICE_ALONE = re.compile(r"[Tt]he ([a-z]+)(?:,|$)")
"""Somebody by his office alone."""

_STATEMENT = re.compile(
    r"(?:(?:the|a|an) )?(?:(.+)['’]s? (?:statement|communiqu[eé]|announcement|press release|bulletin)|"
    r"(?:statement|communiqu[eé]|announcement|press release|bulletin) (?:from|by|of|issued by) (.+))$",
    re.IGNORECASE,
)
"""A statement, and whose it is."""

_SIGNING = re.compile(
    r"^.*\b(?:sign(?:ing|ed)(?: (?:him|her)self)? as|(?:gave|giving) (?:his|her) name as|"
    r"(?:introduc|identif)(?:ed|ying|ied|ing) (?:him|her)self as) "
)
"""What stands before the name that somebody gives."""

FAR = 300
"""Words before a body's noun in which its name is looked for."""

RANKED = "army"
"""For whom those with a military rank speak."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: what it is called, its kind, and whom it speaks for (in lower case, to compare)."""

    name: str
    kind: SourceKind
    authority: str


def author(scene: Scene) -> Voice:
    """The report in its own voice: its outlet."""
    name = scene.report.outlet or "report"
    return Voice(name, "author", name.lower())


def voice(scene: Scene, attribution: Attribution) -> Voice:
    """The source of an attribution; one without a source is the report's own voice."""
    if not attribution.source:
        return author(scene)
    if (other := told_again(scene, attribution)) is not None:
        return voice(scene, other)
    if (owner := _of_statement(scene, attribution)) is not None:
        return Voice(owner, "group", canonical(owner))
    if (own_writer := writer(scene, attribution)) is not None:
        return voice(scene, own_writer)
    name = called(scene, attribution)
    own = attribution.type == "indirect" and (
        name.lower() in words("naming", "we") or _itself(scene, attribution)
    )
    if not name or own:  # "we reported on Monday that …"
        return author(scene)
    pronouns = words("naming", "they") | words("sources", "he")
    if name.lower() in pronouns and (other := spoken_before(scene, attribution)):
        return voice(scene, other)
    general = name.lower() == "it" or name.lower() in words("sources", "general")
    if general and (subject := subject_before(scene, attribution)):
        return Voice(subject, "group", canonical(subject))
    group = speaks_for(scene, attribution)
    if group is None and _ranked(scene, attribution):
        group = RANKED
    kind = attribution.source_kind
    if kind in ("person-unnamed", "official-unnamed") and any(
        e.label == "PERSON" and e.entity == name for e in scene.reading.entities
    ):
        kind = "person"  # "he", who is known by name
    return Voice(_with_office(scene, attribution, name), kind, canonical(group or name))


def _itself(scene: Scene, attribution: Attribution) -> bool:
    """Whether a source is "this newspaper", the report's own outlet."""
    text = scene.reading.slice(attribution.source).lower().split()
    return text[:1] == ["this"] and text[-1] in words("artifact_words", "press")


def _of_statement(scene: Scene, attribution: Attribution) -> str | None:
    """Whose a statement is that is a source: "the ministry's statement", "a statement from the army"."""
    text = " ".join(scene.reading.slice(attribution.source).split())
    found = _STATEMENT.match(text) if attribution.source_kind == "document" else None
    if found is None:
        return None
    owner = _plainly(found[1] or _CLAUSE.split(found[2], maxsplit=1)[0])
    bodies = words("sources", "institution") | words("naming", "state")
    return None if bodies.isdisjoint(owner.lower().split()) else _in_full(scene, owner, attribution)


def _with_office(scene: Scene, attribution: Attribution, name: str) -> str:
    """Somebody unnamed with what he is of: "official of the interior ministry"."""
    if name[:1].isupper():
        return name
    whole = _CLAUSE.split(_plainly(scene.reading.slice(attribution.source)), maxsplit=1)[0].strip()
    return whole if whole.startswith(f"{name} ") else name


def _ranked(scene: Scene, attribution: Attribution) -> bool:
    """Whether a source has a military rank in a report where the army speaks too."""
    title = scene.reading.slice(attribution.source).lower().split(" ")[0]
    if title not in words("sources", "rank"):
        return False
    return scene.ranked_speak


def called(scene: Scene, attribution: Attribution) -> str:
    """The speaker's name, or else the noun that names the source with what stands before it."""
    text = scene.reading.slice(attribution.source)
    speaker = attribution.speaker
    if (later := introduced_later(scene, attribution)) is not None:
        return later
    if speaker and speaker[:1].isupper():
        speaker = _in_whole(scene, lengthened(scene, speaker), attribution)
        whole = tidy(_BREAK.split(text, maxsplit=1)[0])
        described = whole.removesuffix(speaker).rpartition(" ")[0].rpartition(" ")[2]
        told = whole.endswith(f"{described} {speaker}") and described.islower() and noun_kind(described)
        if told:  # "German magazine Stern"
            return speaker
        if attribution.source_kind != "person" and speaker in whole and whole[:1].isupper():
            return whole
        return speaker
    if (other := _stands_for(scene, attribution, text.lower())) is not None:
        return other
    name = tidy(_bare(text))
    if (group := organ(scene, attribution, text, name) or rebels(scene, attribution, name)) is not None:
        return group
    if name.rpartition(" ")[2] in words("parties", "anaphor") | words("responsibility", "collective"):
        own = _apposed(text) or self_called(text) or apposed(scene, attribution, name)
        if own:
            return own
    if " " in name:
        return name
    return lengthened(scene, name) if name[:1].isupper() else _in_full(scene, name, attribution)


def _stands_for(scene: Scene, attribution: Attribution, word: str) -> str | None:
    """Whom a pronoun that is a source stands for: "an official, who said", "he said"."""
    tree, at = scene.tree, scene.tree.at(attribution.source[0][0])
    if word in words("stance", "relative"):
        noun = tree.antecedent(tree.words.heads[at], at)
        return scene.called(noun) if noun is not None and noun != at else None
    if word in ("he", "she", "his", "her"):  # "his reply: they left"
        named = scene.named_person(at)
        return named.name if named else None
    return None


def _apposed(text: str) -> str | None:
    """The name set off by a comma behind a noun: "a group, the Red Column"."""
    parts = text.split(",")
    own = tidy(parts[1]) if len(parts) > 1 else ""
    return own if own[:1].isupper() else None


def self_called(text: str) -> str | None:
    """The name of a group behind a word of calling: "a group that calls itself the Red Column"."""
    calls = (m for m in _WORD.finditer(text) if m[0] in words("responsibility", "calling_itself"))
    call = next(calls, None)
    behind = _WORD.findall(re.split("[,;:(]", text[call.end() :], maxsplit=1)[0]) if call else []
    first = next((i for i, word in enumerate(behind) if word[0].isupper()), None)
    return " ".join(behind[first:]) if first is not None else None


@lru_cache(maxsize=2**12)
def _bare(text: str) -> str:
    """A noun with what stands before it, without articles, and without what follows it."""
    plain = _plainly(text)
    whole = _BREAK.split(plain, maxsplit=1)[0].strip()
    kept = _CUT.split(plain, maxsplit=1)[0].strip()
    institution = whole[:1].isupper() or kept.lower() in words("sources", "institution")
    return (whole if institution else kept) or whole


def _plainly(text: str) -> str:
    """The words of a source without an article or a possessive before them."""
    plain = without_self(" ".join(text.split()).strip("\"“”'‘’ ,")).removesuffix(" there")
    while (shorter := _LEAD.sub("", plain)) != plain:
        plain = shorter
    return plain


def _in_whole(scene: Scene, name: str, attribution: Attribution) -> str:
    """An organisation's one word ("the Directorate") as it was named before: "Directorate of Prisons"."""
    start = attribution.source[0][0]
    if " " in name or not scene.reading.slice(attribution.source).lower().startswith("the "):
        return name
    whole = (e.entity for e in scene.reading.entities if e.label == "ORG" and e.start < start)
    return next((one for one in whole if one.startswith(f"{name} of ") or one.endswith(f" {name}")), name)


def _in_full(scene: Scene, noun: str, attribution: Attribution) -> str:
    """A noun ("ministry") as the report had it in full before ("defence ministry")."""
    for other in scene.told_before(attribution.source[0][0]):
        longer = _bare(scene.reading.slice(other.source))
        if longer.lower().endswith(" " + noun.lower()):
            return longer
        if noun == "ministry" and longer.endswith(" minister"):  # "the health minister … his ministry"
            return f"{longer.removesuffix('minister')}ministry"
    known = _offices(scene.reading.text).get(noun.lower(), [])
    before = bisect_left(known, (attribution.source[0][0], ""))
    return known[before - 1][1] if before else _told_in_full(scene, noun, attribution) or noun


def _told_in_full(scene: Scene, noun: str, attribution: Attribution) -> str | None:
    """A body ("mission") by the name that stands before its noun ("United Nations monitoring mission")."""
    tree, start = scene.tree, attribution.source[0][0]
    if noun_kind(noun) != "group" and noun.lower() not in words("sources", "body"):
        return None
    first = tree.at(start)
    for at in range(first - 1, max(-1, first - FAR), -1):
        if tree.lower[at] == noun.lower() and tree.words.upos[at] == "NOUN":
            before = [c for c in tree.having(at, "compound", "amod", "nmod:poss") if c < at]
            whole = (
                tree.text[tree.words.spans[tree.phrase(min(before))[0]][0] : tree.words.spans[at][1]]
                if before
                else ""
            )
            if any(word[:1].isupper() for word in _plainly(whole).split()):
                return _plainly(whole)
    return None


@lru_cache(maxsize=16)
def _offices(text: str) -> dict[str, list[tuple[int, str]]]:
    """Where a text tells what something is of, by its noun: "the office of Davit Sarkan"."""
    found: dict[str, list[tuple[int, str]]] = {}
    for match in _OFFICE.finditer(text):
        name = f"{match[1] or ''}{match[2]}{match[3]}".rstrip(".")
        found.setdefault(match[2], []).append((match.start(), name))
    return found


def speaks_for(scene: Scene, attribution: Attribution) -> str | None:
    """The group that a source is, or speaks for; None where it speaks for itself."""
    if not attribution.source:
        return None
    text = " ".join(scene.reading.slice(attribution.source).split())
    if attribution.source_kind in ("group", "outlet", "document"):
        return called(scene, attribution)
    found = _group(scene, text, attribution)
    if found:
        return found
    if attribution.speaker:
        for other in scene.by_speaker.get(attribution.speaker, ()):
            found = _group(scene, " ".join(scene.reading.slice(other.source).split()), other)
            if found:
                return found
    return _as_before(scene, text, attribution)


def _as_before(scene: Scene, text: str, attribution: Attribution) -> str | None:
    """The group for which somebody spoke before who is told of by his office: "the spokesman, Bo Li"."""
    found = _OFFICE_ALONE.match(text)
    if found is None or not _is_mouth(found[1]):
        return None
    near = (scene.reading.slice(a.source) for a in scene.told_before(attribution.source[0][0]))
    same = next((other for other in near if found[1] in other.lower().split()), None)
    return _group(scene, " ".join(same.split()), attribution) if same is not None else None


def for_whom(text: str) -> str | None:
    """In whose name somebody without one speaks: "a caller who said he spoke for the Red Column"."""
    found = _FOR_WHOM.search(text)
    return tidy(_CLAUSE.split(text[found.end() :], maxsplit=1)[0].strip()) or None if found else None


def _group(scene: Scene, text: str, attribution: Attribution) -> str | None:
    """The group that the words of a source name before or behind a title: "army spokesman"."""
    if (whom := for_whom(text)) is not None:
        return _resolved(scene, whom, attribution)
    for part in _SIGNING.sub("", text).split(","):
        found = _WORD.findall(part)
        low = [w.lower() for w in found]
        title = next((i for i, w in enumerate(low) if _is_mouth(w)), None)
        if title is None:
            continue
        if any(w in words("sources", "own") | words("sources", "past") for w in low[:title]):
            return None
        behind = low[title + 1 :]
        where = behind[:1] == ["in"] and any(w not in words("sources", "plain") for w in low[:title])
        of = bool(behind) and behind[0] in words("sources", "by") and behind[1:2] != ["staff"]
        if of and not where:  # but not "a police officer in Arle"
            phrase = part.partition(found[title])[2].strip()
            phrase = tidy(_CLAUSE.split(phrase.partition(" ")[2], maxsplit=1)[0].strip())
            return _resolved(scene, phrase, attribution)
        if low[title] in words("sources", "own"):
            continue
        if "its" in low[:title] and "of" in low[:title]:  # "two of its members"
            continue
        apart = words("sources", "plain") | words("sources", "by")
        before = [w for w in found[:title] if w.lower() not in apart]
        before = [w for w in before if w.lower() not in words("naming", "role") or w.lower() == "rebel"]
        if any(w in ("its", "their", "our") for w in low[:title]) and not before:
            return _owner(scene, attribution)
        if before:
            last = low[title]
            name = " ".join(before)
            return _resolved(scene, _ministry(name, last), attribution)
    return None


def _is_mouth(word: str) -> bool:
    return word in words("sources", "mouth")


def _ministry(name: str, title: str) -> str:
    """Ministers speak for their ministries."""
    return f"{tidy(name)} ministry" if title in ("minister", "ministers") else tidy(name)


def _owner(scene: Scene, attribution: Attribution) -> str | None:
    """Whose spokesman "its spokesman" is: the last organisation before, or the content's subject."""
    offset = attribution.source[0][0]
    named = scene.mentions.last(offset, "ORG")
    if named is not None:
        return tidy(named.name)
    earlier = next((a for a in scene.told_before(offset) if a.source_kind == "group"), None)
    if earlier is not None:
        return called(scene, earlier)
    tree = scene.tree
    first = tree.sentence(tree.at(offset))[0] if len(tree.words) else 0
    from sayso.questions.text.parties import party

    for at in range(first, min(tree.at(offset), len(tree.words))):
        if tree.relation(at) == "nsubj" and tree.words.upos[at] in ("NOUN", "PROPN"):
            # "the militia has left, its spokesman said": it is the militia, of which no name is told
            return tree.lower[at] if tree.lower[at] in words("parties", "anaphor") else party(scene, at)
    return None


def _resolved(scene: Scene, name: str, attribution: Attribution) -> str | None:
    """A group's name in full, where the report has it: "Front" is the Northern Front."""
    if not name:
        return None
    if name.lower() in words("parties", "anaphor"):
        return _owner(scene, attribution) or name
    near = scene.told_before(attribution.source[0][0])
    if " " in name:
        groups = (_bare(scene.reading.slice(a.source)) for a in near if a.source_kind == "group")
        return next((k for k in groups if k.lower().endswith(f" {name.lower()}")), name)
    known = list(scene.mentions.ending(name))
    known += [
        k for a in near if (k := _bare(scene.reading.slice(a.source))).lower().endswith(" " + name.lower())
    ]
    longer = [k for k in known if _plain(k)]
    return tidy(max(longer, key=len)) if longer else name


def _plain(name: str) -> bool:
    return not any(_is_mouth(w) for w in name.lower().split(" "))
