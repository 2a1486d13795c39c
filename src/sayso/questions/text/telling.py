"""Telling: by whom a word is told, and whether they assert it, deny it or take it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.questions.text.party_names import canonical
from sayso.questions.text.relayed import source_span, told_by_whom
from sayso.questions.text.scene import Scene
from sayso.questions.text.sources import Voice, author, self_called, voice
from sayso.questions.text.stance import Stance, denying, held, is_counted, set_off, stance, takes_back
from sayso.questions.text.tree import Tree
from sayso.questions.text.unsaid import unsaid
from sayso.questions.vocabulary import groups, words
from sayso.reading.annotations import Attribution, Link, Spans
from sayso.reading.kinds import kind as kind_of
from sayso.reading.nouns import noun_kind

__all__ = ["Telling", "passed_over", "telling", "telling_of"]

HAPPENED = -1.0
"""What the network gives less than this, from −3 to 3, has not happened: of the claims in 270 articles
labelled by hand three wrong ones were below it, and no right one.
"""

BEGINNING = 3
"""Words of a content in which the statement taken back is named."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a word is told: by whom, and whether they assert it, deny it or take it back."""

    voice: Voice
    attribution: Attribution | None
    span: Spans
    stance: Stance
    denied: bool = False
    withdraws: bool = False
    via: tuple[Link, ...] = ()


def telling(scene: Scene, at: int) -> Telling | None:
    """How the predicate ``at`` is told; None where nobody asserts or denies it."""
    found = stance(scene.tree, at)
    if not found.real or not (found.negative or _happened(scene.tree, at) or _is_disowned(scene.tree, at)):
        return None
    attribution = scene.attribution(at)
    cue = _cue(scene, attribution) if attribution else frozenset()
    if unsaid(scene.tree, at, cue):
        return None
    if attribution is None:
        return _own(scene, at, found)
    if not attribution.source:
        if _only_reported(scene, attribution):
            return None
        if (denier := _verb(scene, scene.tree.at(attribution.cue[0][0]))) is not None:
            return _told(scene, *denier, attribution.content, found)
    if cue & words("stance", "undecided"):  # "neither confirmed nor denied"
        return None
    if (granted := _uncontested(scene, attribution)) is None:
        return None
    doubted = _doubted(scene, attribution)
    no_more = doubted and bool(cue & words("stance", "longer"))
    denies = (doubted or (_denies(cue) and not granted)) and not _told_aside(scene, at)
    taken_back = cue | _beginning(scene, attribution)
    regretted = _regretted(scene, attribution, cue)
    inner = None if denies else _within(scene, at, attribution)
    if inner is not None and inner.voice.kind != "author":
        outer = voice(scene, attribution)
        return replace(inner, via=(*attribution.via, Link(outer.name, outer.kind, attribution.source)))
    return Telling(
        author(scene) if regretted else voice(scene, attribution),
        attribution,
        attribution.content,
        found,
        denies or _denied_within(scene, at),
        _takes_back(taken_back) or no_more or regretted or _undone(scene, attribution),
        attribution.via,
    )


def _within(scene: Scene, at: int, attribution: Attribution) -> Telling | None:
    """Who says a word within what another tells: "officials say that he is dead, the Post reported"."""
    tree = scene.tree
    verb = next((v for v in _sayings(scene, at) if not scene.is_cue(v)), None)
    heard = told_by_whom(tree, verb) if verb is not None else None
    who = heard if heard is not None or verb is None else tree.subject(verb)
    if verb is None or who is None or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return None
    start = tree.words.spans[verb][0]
    inside = any(begin <= start < end for begin, end in attribution.content)
    if not inside or (tree.passive(verb) and heard is None) or set_off(tree, verb):
        return None
    if tree.words.upos[who] == "NOUN" and tree.lower[who] in groups("events"):
        return None  # "tests have confirmed that he is dead, the committee said"
    denies = tree.lower[verb] in words("stance", "deny")
    return Telling(
        _voice_of(scene, who, attribution), attribution, attribution.content, stance(tree, at), denies
    )


def _voice_of(scene: Scene, who: int, attribution: Attribution) -> Voice:
    """The source that a noun is which the reader passed over, within what another says."""
    tree = scene.tree
    text = tree.text[slice(*source_span(tree, who))]
    named = scene.named_person(who) or scene.mentions.of(who)
    if tree.lower[who] in words("parties", "anaphor") and (group := self_called(text)) is not None:
        return Voice(group, "group", canonical(group))  # "a group calling itself the Red Column"
    if named is None and tree.words.upos[who] == "PRON":  # "it denied that it had": who tells finds out whose
        return Voice(tree.lower[who], "group", canonical(tree.lower[who]))
    speaker = named.name if named else None
    of_kind = kind_of(text, scene.mentions.of(who), speaker, False)
    own = (source_span(tree, who),)
    inner = replace(attribution, source=own, speaker=speaker, source_kind=of_kind, via=())
    return voice(scene, inner)


def _sayings(scene: Scene, at: int) -> Iterator[int]:
    """The verbs of saying above a word, or behind it: "she did it, the judge told a reporter"."""
    tree = scene.tree
    says = words("stance", "saying") | words("stance", "telling") | words("stance", "deny")
    says = (says - words("stance", "holding")) | words("sources", "informed") | words("sources", "heard")
    low = at
    for above in tree.above(at):
        if tree.relation(low) == "ccomp" and tree.words.upos[above] == "VERB" and tree.lower[above] in says:
            yield above
        heard = tree.words.heads[above]  # "has heard from | a doctor that he is held"
        if tree.relation(low) == "acl" and told_by_whom(tree, heard) == above:
            yield heard
        low = above
    behind = (c for c in tree.having(at, "parataxis") if c > at and tree.words.upos[c] == "VERB")
    yield from (c for c in behind if tree.lower[c] in says)


def _happened(tree: Tree, at: int) -> bool:
    """Whether the network takes a word for what has happened; what may or will be, the rules tell better.

    They also do for what is thought to be so: "is thought to be moving between Arle and Mora".
    """
    read = tree.words
    if read.upos[at] not in ("VERB", "NOUN") or not read.factuality:
        return True
    modals = words("stance", "unreal_aux") | words("stance", "hedging_aux")
    modal = any(tree.lower[child] in modals for child in tree.having(at, "aux"))
    if tree.relation(at) == "acl" and is_counted(tree, at, read.heads[at]):
        return True  # "the first to die was Ann Roe"
    adverbs = (tree.lower[child] for child in tree.having(at, "advmod"))
    if tree.relation(at) == "advcl" and not words("stance", "only").isdisjoint(adverbs):
        return True  # "only for the army to take it back"
    over = read.heads[at]
    thought = tree.relation(at) == "xcomp" and tree.lower[over] in words("stance", "thinking")
    if thought and tree.passive(over):
        return True
    return modal or read.factuality[at][1] >= HAPPENED


def _is_disowned(tree: Tree, at: int) -> bool:
    """Whether a word is what somebody denies, which the network takes for what has not happened."""
    low = at
    for above in tree.above(at):
        if tree.relation(low) not in ("xcomp", "ccomp", "obj", "acl", "nmod", "conj"):
            return False
        if denying(tree, above):
            return True
        low = above
    return False


def _denies(cue: frozenset[str]) -> bool:
    brushed = cue & words("stance", "denying_with") and cue & words("stance", "aside")
    return bool(cue & words("stance", "deny") or brushed)


def _uncontested(scene: Scene, attribution: Attribution) -> bool | None:
    """Whether somebody does not dispute what is told; None where he only does not deny it."""
    tree = scene.tree
    cue = _cue_words(scene, attribution)
    deny = (at for at in cue if tree.lower[at] in words("stance", "deny") and tree.words.upos[at] == "VERB")
    verb = next((at for at in deny if stance(tree, at).negative), None)
    if verb is None:
        return False
    return True if tree.lower[verb] in words("stance", "contest") else None


def _doubted(scene: Scene, attribution: Attribution) -> bool:
    """Whether somebody does not believe what is told, or no longer: "police do not think that he is dead"."""
    tree = scene.tree
    thinking = (at for at in _cue_words(scene, attribution) if tree.lower[at] in words("stance", "thinking"))
    return any(stance(tree, at).negative for at in thinking)


def _denied_within(scene: Scene, at: int) -> bool:
    """Whether a denial within what somebody says holds a predicate: "said that it denied that it was so"."""
    tree = scene.tree
    low = at
    for above in tree.above(at):
        denies = tree.lower[above] in words("stance", "deny") and tree.words.upos[above] == "VERB"
        if denies and tree.relation(low) == "ccomp" and scene.attribution(above) is scene.attribution(at):
            return not scene.is_cue(above)
        if tree.relation(low) not in ("ccomp", "xcomp", "conj"):
            return False
        low = above
    return False


def _told_aside(scene: Scene, at: int) -> bool:
    """Whether a predicate is in a clause set off within what is said, so that a denial is none of it."""
    for word in (at, *scene.tree.above(at)):
        if scene.is_cue(word):
            return False
        if set_off(scene.tree, word):
            return True
    return False


def _only_reported(scene: Scene, attribution: Attribution) -> bool:
    """Whether a sentence is about reports that it does not uphold: "Reports that he left stunned them"."""
    tree = scene.tree
    cue = [tree.at(start) for start, _ in attribution.cue]
    subjects = (at for at in cue if tree.relation(at) == "nsubj")
    return any(tree.lower[at] in words("stance", "rumour") and held(tree, at) is None for at in subjects)


def _cue_words(scene: Scene, attribution: Attribution) -> list[int]:
    """The words of a cue, in order."""
    tree = scene.tree
    return [at for start, end in attribution.cue for at in range(tree.at(start), tree.at(end))]


def _cue(scene: Scene, attribution: Attribution) -> frozenset[str]:
    """The words of a cue, in lower case."""
    return frozenset(scene.tree.lower[at] for at in _cue_words(scene, attribution))


def _beginning(scene: Scene, attribution: Attribution) -> frozenset[str]:
    """The first words of a content: "its report that …"."""
    first = scene.tree.at(attribution.content[0][0])
    return frozenset(scene.tree.lower[first : first + BEGINNING])


def _takes_back(cue: frozenset[str]) -> bool:
    back = bool(cue & words("stance", "take")) and bool(cue & words("stance", "back"))
    said = words("stance", "statement") | words("stance", "figure")
    return (back or bool(cue & words("stance", "withdraw"))) and bool(cue & said)


def _undone(scene: Scene, attribution: Attribution) -> bool:
    """Whether who said it takes it back in the same sentence: "the man who said so retracted it"."""
    tree = scene.tree
    saying = next((at for at in _cue_words(scene, attribution) if tree.relation(at) == "acl"), None)
    if saying is None:
        return False
    who = tree.words.heads[saying]
    torn = tuple(tree.having(saying, "ccomp"))[1:]  # "who said that he was held | withdrew it"
    verbs = (tree.words.heads[who],) if tree.relation(who) == "nsubj" else torn
    taken = [c for verb in verbs if takes_back(tree, verb) for c in tree.having(verb, "obj")]
    return any(tree.words.upos[c] == "PRON" or tree.lower[c] in words("stance", "statement") for c in taken)


def _own(scene: Scene, at: int, found: Stance) -> Telling | None:
    """A word in the report's own voice, or in what a verb that the reader passed over tells."""
    tree = scene.tree
    first, last = tree.sentence(at)
    span = ((tree.words.spans[first][0], tree.words.spans[last - 1][1]),)
    low = at
    for above in tree.above(at):
        word, relation = tree.lower[above], tree.relation(low)
        if set_off(tree, low):
            break
        if relation == "acl" and _corrected(scene, above):
            return Telling(author(scene), None, span, found, withdraws=True)
        if relation in ("ccomp", "acl", "xcomp", "obj", "obl", "nmod"):
            if word in words("stance", "rumour") and relation in ("acl", "nmod"):
                found_above = _verb(scene, above)
                if found_above is None:
                    return None if relation == "acl" else Telling(author(scene), None, span, found)
                verb, who = found_above
                return _told(scene, verb, who, span, found)
            if denying(tree, above) or takes_back(tree, above):
                who = tree.subject(above)
                return _told(scene, above, who, span, found)
            if (who := _teller(tree, low, above)) is not None:
                return _told(scene, above, who, span, found)
        low = above
    return Telling(author(scene), None, span, found)


def _teller(tree: Tree, low: int, above: int) -> int | None:
    """Who tells a clause by the verb above it, which the reader passed over."""
    if (whose := _from_whom(tree, low, above)) is not None:
        return whose
    word, relation = tree.lower[above], tree.relation(low)
    claimed = relation == "xcomp" or tree.lower[low] in words("stance", "claimable")
    claims = claimed and word in words("stance", "claiming") and not tree.passive(above)
    told = relation == "ccomp" and word in words("stance", "telling")
    if not (claims or told or (relation in ("obl", "xcomp") and _speaks_of(tree, low, above))):
        return None
    who = tree.subject(above)
    return who if who is not None and tree.lower[who] != "it" and tree.words.upos[above] == "VERB" else None


def _from_whom(tree: Tree, low: int, above: int) -> int | None:
    """From whom a clause comes: "it emerged from his letter that", "a dispatch saying that"."""
    verb = tree.words.heads[above]
    if tree.relation(low) == "acl" and tree.lower[verb] in words("stance", "emerging"):
        return above if tree.oblique(verb, "from") == above else None
    if tree.relation(low) not in ("ccomp", "csubj"):
        return None
    if tree.lower[above] in words("stance", "emerging"):
        return tree.oblique(above, "from")
    if (teller := told_by_whom(tree, above)) is not None:
        return teller
    says = tree.relation(above) == "acl" and tree.lower[above] in words("sources", "quoted_as")
    noun = tree.words.heads[above]
    return noun if says and noun_kind(tree.lower[noun]) in ("document", "recording") else None


def _speaks_of(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a number or deed is what somebody speaks of: "the force had spoken of six dead"."""
    return "of" in tree.cases(noun) and tree.lower[verb] in words("stance", "speaking")


def _corrected(scene: Scene, noun: int) -> bool:
    """Whether a noun is an earlier report that is called wrong."""
    tree = scene.tree
    told = {tree.lower[c] for c in tree.having(noun, "amod", "nmod:poss", "det")}
    wrong = tree.lower[tree.words.heads[noun]] in words("stance", "untrue")
    return (
        wrong and tree.lower[noun] in words("stance", "statement") and bool(told & words("stance", "earlier"))
    )


def _regretted(scene: Scene, attribution: Attribution, cue: frozenset[str]) -> bool:
    """Whether an attribution corrects an earlier report: "an earlier version said wrongly that …"."""
    source = frozenset(scene.reading.slice(attribution.source).lower().split())
    first, last = scene.tree.sentence(scene.tree.at(attribution.cue[0][0])) if attribution.cue else (0, 0)
    said = cue | frozenset(scene.tree.lower[first:last])
    return bool(source & words("stance", "earlier")) and bool(said & words("stance", "regret"))


def _verb(scene: Scene, noun: int) -> tuple[int, int | None] | None:
    """The verb that a noun such as "reports" is the object of, if it denies or takes it back."""
    tree = scene.tree
    verb = tree.words.heads[noun]
    if denying(tree, verb) or takes_back(tree, verb):
        return verb, tree.subject(verb)
    return None


def telling_of(scene: Scene, verb: int) -> Telling | None:
    """What the subject of a verb tells in its sentence; None where the verb has none with a name."""
    tree = scene.tree
    who = tree.subject(verb)
    first, last = tree.sentence(verb)
    span = ((tree.words.spans[first][0], tree.words.spans[last - 1][1]),)
    if who is not None and tree.lower[who] in words("naming", "we") and scene.attribution(verb) is None:
        return Telling(author(scene), None, span, Stance())
    if who is None or tree.words.upos[who] not in ("NOUN", "PROPN"):
        return None
    return _told(scene, verb, who, span, Stance())


def _told(scene: Scene, verb: int, who: int | None, span: Spans, found: Stance) -> Telling | None:
    """What the subject of a verb tells."""
    tree = scene.tree
    contests = tree.lower[verb] in words("stance", "contest")
    if who is None or (denying(tree, verb) and stance(tree, verb).negative and not contests):
        return None  # "neither confirmed nor denied carrying out the strike"
    name = scene.called(who)
    if scene.report.outlet and name.lower() in scene.report.outlet.lower():
        teller = author(scene)
    else:
        teller = passed_over(scene, verb, who, span)
    return Telling(teller, None, span, found, denying(tree, verb), takes_back(tree, verb))


def passed_over(scene: Scene, verb: int, who: int, span: Spans) -> Voice:
    """The source that the subject of a verb of saying is, of what the reader found nobody to say."""
    tree = scene.tree
    told = Attribution((tree.span(who),), (tree.words.spans[verb],), span, "indirect", 1.0)
    return _voice_of(scene, who, told)
