"""Whether a predicate is asserted, denied, or only thought of."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import entries, words

__all__ = ["Stance", "called_untrue", "denying", "held", "is_counted", "set_off", "stance", "takes_back"]

NEAR = 3
"""Words before a predicate in which an adverb such as "nearly" is looked for."""

OPENING = 4
"""Words at the beginning of a clause among which its pronoun is looked for."""

FAR = 40
"""Words behind "called the report" in which it is called untrue."""

_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "csubj")
_NOT = ("advmod", "aux", "cc", "det", "mark", "dep")
_NOUNS = ("NOUN", "PROPN")
_REPORTING = words("stance", "telling") | words("stance", "finding")
_PREDICATES = ("VERB", "ADJ", "AUX", "NOUN")


@dataclass(frozen=True, slots=True)
class Stance:
    """What the words around a predicate make of it.

    ``real`` is False where it is only asked, wished, tried, planned or conditional; ``past`` where it
    was so before something else in the past ("had held").
    """

    negative: bool = False
    real: bool = True
    past: bool = False


def stance(tree: Tree, at: int) -> Stance:
    """The stance of the clause that a word is the predicate of, by its own words and those above it."""
    if tree.relation(at) == "advmod" and tree.words.upos[tree.words.heads[at]] == "VERB":
        at = tree.words.heads[at]  # "was not found alive"
    first, last = tree.sentence(at)
    asked = words("stance", "question").intersection(tree.lower[max(first, last - 2) : last])
    if asked or _asks(tree, at):
        return Stance(real=False)
    negative = _negated(tree, at) != _nearly(tree, at)
    real = not _unreal(tree, at)
    low = at
    for above in tree.above(at):
        relation = tree.relation(low)
        if _only_discussed(tree, low, above):
            real = False
        if relation == "conj":
            if _is_to(tree, above) and any(True for _ in tree.having(low, "nsubj")):
                break  # no clause with a subject is joined to an infinitive: "asked to come, and he is …"
            if _shares(tree, low, above):
                real = real and not _unreal(tree, above)
                negative = negative or (_negated(tree, above) and _has(tree, low, ("cc",), "or"))
        elif relation in _CLAUSES:
            flips, holds = _governed(tree, low, above, relation)
            holds = holds and not (_is_aside(tree, low) and _unreal(tree, above))
            negative, real = negative != flips, real and holds
            said = relation == "ccomp" and tree.words.upos[above] == "VERB"
            tried = _is_by(tree, low) and tree.relation(above) == "xcomp"
            if said or (relation in ("advcl", "acl") and not tried):
                break  # whatever the saying itself is, what is said is finite
        else:
            break
        low = above
    return Stance(negative, real, _has(tree, at, ("aux",), "pluperfect"))


def _asks(tree: Tree, at: int) -> bool:
    """Whether a clause asks, though its sentence was read on: "Do I bear the blame? So, …"."""
    behind = tree.lower[at : tree.sentence(at)[1]]
    if words("stance", "question").isdisjoint(behind):
        return False
    subject = next(tree.having(at, "nsubj", "nsubj:pass"), None)
    return subject is not None and any(c < subject for c in tree.having(at, "aux", "cop"))


def set_off(tree: Tree, at: int) -> bool:
    """Whether a verb's clause only tells more of a noun: "the town, which the army holds"."""
    if tree.words.deprels[at] != "acl:relcl":
        return False
    return any(tree.lower[i] in words("stance", "setting_off") for i in tree.phrase(at)[:OPENING])


def denying(tree: Tree, verb: int) -> bool:
    """Whether a verb denies what is told: "denied", "brushed aside"."""
    if tree.lower[verb] in words("stance", "deny"):
        return True
    brushed = tree.lower[verb] in words("stance", "denying_with")
    return brushed and not words("stance", "aside").isdisjoint(tree.lower[c] for c in tree.children[verb])


def takes_back(tree: Tree, verb: int) -> bool:
    """Whether a verb takes a statement back: "withdrew", "took … back"."""
    if tree.lower[verb] in words("stance", "withdraw"):
        return True
    took = tree.lower[verb] in words("stance", "take")
    return took and not words("stance", "back").isdisjoint(tree.lower[c] for c in tree.children[verb])


def _is_aside(tree: Tree, at: int) -> bool:
    """Whether a participle shares the mood of its verb: "could begin by bombing it"."""
    bare = not any(True for _ in tree.having(at, "nsubj", "aux"))
    return tree.relation(at) == "advcl" and bare and tree.lower[at].endswith("ing")


def _is_by(tree: Tree, at: int) -> bool:
    """Whether a participle tells by what something is done: "tried to impress her by killing him"."""
    return _is_aside(tree, at) and _has(tree, at, ("mark",), "by")


def _has(tree: Tree, at: int, relations: tuple[str, ...], key: str) -> bool:
    """Whether one of the words of a list hangs on a word by one of the relations."""
    return any(tree.lower[c] in words("stance", key) for c in tree.having(at, *relations))


def _is_to(tree: Tree, at: int) -> bool:
    """Whether a verb is an infinitive for what is to come: "to fly", but not "is to blame"."""
    return _has(tree, at, ("mark",), "infinitive") and tree.lower[at] not in words("stance", "of_now")


def _shares(tree: Tree, low: int, above: int) -> bool:
    """Whether a joined predicate shares the auxiliaries and the subject of the one before it."""
    own = any(tree.relation(c) in ("nsubj", "aux", "mark") for c in tree.children[low])
    return not own and tree.words.upos[above] in _PREDICATES


def _governed(tree: Tree, low: int, above: int, relation: str) -> tuple[bool, bool]:
    """What the word above a clause makes of it: whether it denies it, and whether it leaves it real."""
    word, upos = tree.lower[above], tree.words.upos[above]
    infinitive = _is_to(tree, low)
    if relation == "advcl" and _has(tree, low, ("advmod",), "only"):
        return False, True  # "returned only to be jailed"
    if relation == "xcomp" or (infinitive and relation in ("advcl", "ccomp")):
        return _complement(tree, low, above, infinitive)
    if relation == "csubj" and tree.lower[low].endswith("ing"):  # "killing him would not help"
        return False, not _unreal(tree, above)
    if relation in ("csubj", "ccomp") and word in words("stance", "true") | words("stance", "untrue"):
        return (word in words("stance", "untrue")) != _negated(tree, above), True  # "it is not true that …"
    if relation == "ccomp" and word in words("stance", "wishing") and not _is_before(tree, low, above):
        return False, False
    told = word in _REPORTING and _has(tree, above, ("nsubj",), "report")  # "reports said …"
    aside = low < above and any(True for _ in tree.having(above, "mark"))  # ", after rumours had spread"
    who = tree.words.heads[above]
    torn = (who,) if tree.relation(above) == "acl" and tree.relation(who) == "root" else ()
    tells = (c for c in (*tree.having(above, "nsubj"), *torn) if tree.words.upos[c] == "NOUN")
    spread = any(tree.lower[c] in words("stance", "rumour") for c in tells)  # "rumours spread that …"
    if relation == "ccomp" and not told and not aside and spread:
        return False, word in words("stance", "upholding")
    weighed = word in words("stance", "chances") and not _has(tree, low, ("mark",), "that")
    if (
        relation in ("acl", "advcl")
        and not _is_relative(tree, low)
        and (word in words("stance", "trying") or weighed or (infinitive and upos == "NOUN"))
        and not (infinitive and is_counted(tree, low, above))
    ):
        return False, False
    if word in words("stance", "talking") and _has(tree, low, ("mark", "case"), "about"):
        return False, False  # "talk about killing", "banned from killing"
    if relation in ("acl", "ccomp") and upos in _NOUNS:
        gerund = any(tree.lower[c].endswith("ing") for c in (low, *tree.having(low, "aux")))
        of_whom = gerund and "of" in tree.cases(above)  # "no record of Roe | having left"
        upheld = held(tree, tree.words.heads[above] if of_whom else above)
        return upheld is False, upheld is not None
    return False, True


def is_counted(tree: Tree, low: int, above: int) -> bool:
    """Whether an infinitive tells what somebody did, of whom it is told which: "was the first to die"."""
    which = tree.lower[above] in words("stance", "ordinal") or _has(tree, above, ("amod",), "ordinal")
    done = _has(tree, low, ("aux",), "perfect")  # "one of five to have been killed"
    said = _has(tree, above, ("cop",), "was") or (
        tree.relation(above) == "nsubj" and _has(tree, tree.words.heads[above], ("cop",), "was")
    )
    return done or (which and said)


def _is_before(tree: Tree, low: int, above: int) -> bool:
    """Whether a clause of its own stands before a verb: "The Front took Arle, it said, and ordered …"."""
    return low < above and not any(True for _ in tree.having(low, "mark"))


def _is_relative(tree: Tree, at: int) -> bool:
    """Whether a clause tells more of a noun by a pronoun: "a campaign that killed 12", not "to kill 12"."""
    return any(tree.lower[c] in entries("relatives") for c in tree.having(at, "nsubj"))


def _only_discussed(tree: Tree, low: int, above: int) -> bool:
    """Whether what somebody does is only spoken or thought of: "discusses dying", "likes being hurt"."""
    if tree.lower[above] not in words("stance", "discussing") or any(True for _ in tree.having(low, "nsubj")):
        return False
    return tree.lower[low].endswith("ing") or any(tree.lower[c] == "being" for c in tree.having(low, "aux"))


def _complement(tree: Tree, low: int, above: int, infinitive: bool) -> tuple[bool, bool]:
    """What a verb makes of its complement: "failed to die", "is believed to be dead", "plans to leave"."""
    word = tree.lower[above]
    if word in words("stance", "tried") and not infinitive:  # "tried to have him released"
        return False, False
    flips = word in words("stance", "failing") and tree.words.upos[low] in ("VERB", "AUX")
    asserting = word in words("stance", "asserting")
    if not infinitive and _only_discussed(tree, low, above):
        return False, False
    wished = word in words("stance", "wishing") and not infinitive
    if wished and (tree.words.upos[low] == "ADJ" or not tree.lower[low].endswith("ing")):  # "wants him dead"
        return False, False
    holds = flips or asserting or not infinitive
    if asserting:
        flips = flips != _negated(tree, above)
        holds = holds and not _unreal(tree, above)
    if word in words("stance", "claiming") and _has(tree, above, ("mark",), "recalling"):
        return False, False  # "a day after rebels claimed to have captured it" is told elsewhere
    # "was rumoured to be dead", but "was reported to have died"
    over = not _has(tree, low, ("aux",), "perfect")
    told = infinitive or word not in words("stance", "telling")  # "were reported dead" by somebody
    once = over and told and word in words("stance", "hearsay") and _has(tree, above, ("aux",), "was")
    return flips, holds and not once


def held(tree: Tree, noun: int) -> bool | None:
    """Whether a clause about a noun such as "reports that …" is held to be true, false, or neither (None)."""
    word, verb = tree.lower[noun], tree.words.heads[noun]
    if word in words("stance", "doubting"):  # "no doubt that …"
        return True if _has(tree, noun, ("det", "advmod", "amod"), "none") or _negated(tree, verb) else None
    if word in words("stance", "proof"):
        none = _has(tree, noun, ("det", "advmod", "amod"), "none")
        return None if none or _negated(tree, verb) else True
    if word not in words("stance", "rumour"):
        return True
    case = next(tree.having(noun, "case"), 0)
    truth = case - 1 if case and tree.lower[case - 1] in words("stance", "truth") else verb
    if tree.lower[truth] in words("stance", "truth"):  # "there was no truth in reports that …"
        return not _has(tree, truth, ("det", "advmod", "amod"), "none")
    if tree.relation(noun) == "nsubj" and not called_untrue(tree, noun):
        false = tree.lower[verb] in words("stance", "untrue")
        true = tree.lower[verb] in words("stance", "true") or _is_given(tree, verb)
        return None if not (false or true) else true != _negated(tree, verb)
    outside = words("stance", "withdraw") | words("stance", "upholding")
    if tree.lower[verb] in outside or denying(tree, verb):
        return True
    return False if called_untrue(tree, noun) else None


def _is_given(tree: Tree, verb: int) -> bool:
    """Whether it is told from whom a report comes: "the report that … came from Roe"."""
    by = "by" if tree.passive(verb) else "from"
    return tree.lower[verb] in words("stance", "given") and tree.oblique(verb, by) is not None


def called_untrue(tree: Tree, noun: int) -> bool:
    """Whether somebody calls what a noun such as "reports" stands for untrue: "described reports as lies"."""
    verb = tree.words.heads[noun]
    called = tree.relation(noun) == "obj" or tree.words.deprels[noun] == "nsubj:pass"
    if not called or tree.lower[verb] not in words("stance", "calling"):
        return False
    behind = range(max(noun, verb) + 1, min(tree.sentence(noun)[1], noun + FAR))
    told = (at for at in behind if tree.words.upos[at] in ("NOUN", "ADJ"))
    return any(tree.lower[at] in words("stance", "untrue") for at in told)


def _negated(tree: Tree, at: int) -> bool:
    nots = (c for c in tree.having(at, *_NOT) if tree.lower[c] in words("stance", "not"))
    if any(words("stance", "only").isdisjoint(tree.lower[c + 1 : c + 2]) for c in nots):  # not "not only"
        return True
    if _yet(tree, at) or _far_from(tree, at):
        return True
    for child in tree.children[at]:
        if tree.lower[child] in words("stance", "longer") and tree.lower[max(0, child - 1)] in words(
            "stance", "none"
        ):
            return True
        aside = child > at and tree.lower[child - 1] == ","  # "wounded ten, none of them badly"
        if tree.relation(child) == "nsubj" and _none(tree, child) and not aside:
            return True
    near = (*tree.having(at, "obl"), max(0, at - 1))  # "in no way | responsible", whatever hangs on what
    in_no_way = (c for c in near if tree.lower[c] in words("stance", "way"))
    return any(_has(tree, c, ("det",), "none") for c in in_no_way) or _has(tree, at, ("case",), "without")


def _yet(tree: Tree, at: int) -> bool:
    """Whether something is still to be done: "has yet to take"."""
    infinitive = at > 1 and tree.lower[at - 1] in words("stance", "infinitive")
    return infinitive and tree.lower[at - 2] in words("stance", "yet")


def _far_from(tree: Tree, at: int) -> bool:
    """Whether somebody is far from something: "far from being dead"."""
    return any(
        tree.lower[c] in words("stance", "from") and tree.lower[max(0, c - 1)] in words("stance", "far")
        for c in tree.having(at, "mark", "case")
    )


def _none(tree: Tree, noun: int) -> bool:
    """Whether a noun is "no …", "nobody" or "none"."""
    if _has(tree, noun, ("amod", "advmod"), "comparing"):  # "no fewer than 19"
        return False
    one = tree.lower[noun] in words("stance", "one")  # "not one of the officers"
    if one and not words("stance", "not").isdisjoint(tree.lower[noun - 1 : noun]):
        return True
    return tree.lower[noun] in words("stance", "nobody") or _has(tree, noun, ("det", "cc"), "none")


def _unreal(tree: Tree, at: int) -> bool:
    """Whether a predicate is conditional or to come: "would", "if", "may be arrested"."""
    going_on = tree.lower[at] in words("stance", "staying") or _for_life(tree, at)  # "will remain in jail"
    going_on = going_on and _has(tree, at, ("aux",), "will")
    concluded = _has(tree, at, ("aux",), "must") and _has(tree, at, ("aux",), "perfect")  # "must have died"
    if _has(tree, at, ("aux", "cop"), "unreal_aux") and not (going_on or concluded):
        return True
    himself = any(tree.lower[c].endswith("self") for c in tree.having(at, "obj"))  # "before killing himself"
    if _has(tree, at, ("mark",), "unreal_mark") and not (himself and _has(tree, at, ("mark",), "first")):
        return not _came_about(tree, at)
    if _has(tree, at, ("mark", "case"), "instead") or _bidden(tree, at) or _awaited(tree, at):
        return True
    if _weighed(tree, at) or _either_way(tree, at) or _inverted(tree, at):
        return True
    if _is_to(tree, at) and _has(tree, at, ("aux", "cop"), "was_to"):
        return True  # "was to fly"
    # "declared dead before", not "killed the day before", "was once held"
    for child in tree.having(at, "advmod"):
        marked = tree.lower[child] in words("stance", "unreal_mark")
        if marked and tree.words.upos[child - 1] not in ("NOUN", "AUX"):
            return True
    # what may happen has not; what may have happened, or may be going on, is so perhaps
    done = _has(tree, at, ("aux",), "perfect") or tree.lower[at].endswith("ing")
    if done and _has(tree, at, ("aux",), "could") and tree.lower[at] in words("stance", "doing"):
        return not tree.passive(at) and any(True for _ in tree.having(at, "obj"))  # "could have killed many"
    return tree.words.upos[at] == "VERB" and _has(tree, at, ("aux",), "hedging_aux") and not done


def _for_life(tree: Tree, at: int) -> bool:
    """Whether what is to come is settled: "will spend the rest of his life in prison", but not "if …"."""
    rest = not words("stance", "rest").isdisjoint(tree.lower[at + 1 : at + NEAR])
    settled = tree.lower[at] in words("stance", "serving") or rest
    if tree.lower[at] not in words("stance", "spending") or not settled or _has(tree, at, ("aux",), "would"):
        return False
    return not any(_has(tree, c, ("mark",), "conditional") for c in tree.having(at, "advcl"))


def _came_about(tree: Tree, at: int) -> bool:
    """Whether what comes behind "before" or "until" did come: "ran the clinic until he was shot"."""
    above = tree.words.heads[at]
    bare = not any(True for _ in tree.having(at, "aux", "cop"))
    past = _has(tree, at, ("aux", "cop"), "was") or (bare and tree.lower[at].endswith("ed"))
    finite = past and any(True for _ in tree.having(at, "nsubj"))
    suffered = _has(tree, at, ("aux",), "being") and not _unreal(tree, above)  # "fled before being caught"
    told = (finite or suffered) and _has(tree, at, ("mark",), "by_then")
    return told and tree.relation(at) == "advcl" and not _is_to(tree, above) and not _negated(tree, above)


def _bidden(tree: Tree, at: int) -> bool:
    """Whether a clause stands in the subjunctive: "asked that he be released"."""
    if tree.relation(at) != "ccomp" or not _has(tree, at, ("aux", "cop"), "be"):
        return False
    return sum(1 for _ in tree.having(at, "aux", "cop")) == 1 and not _has(tree, at, ("mark",), "infinitive")


def _inverted(tree: Tree, at: int) -> bool:
    """Whether a clause begins as a condition without "if" does: "Had the army shelled it, …"."""
    auxiliary = (c for c in tree.having(at, "aux", "cop") if tree.lower[c] in words("stance", "inverting"))
    opening, subject = next(auxiliary, None), next(tree.having(at, "nsubj"), None)
    if opening is None or subject is None or subject < opening:
        return False
    return opening == tree.sentence(at)[0] or tree.words.upos[opening - 1] == "PUNCT"


def _either_way(tree: Tree, at: int) -> bool:
    """Whether a predicate is the second of two of which one is so: "whether he is held or has been freed"."""
    return _has(tree, at, ("cc",), "or") and _has(tree, tree.words.heads[at], ("mark",), "either_way")


def _weighed(tree: Tree, at: int) -> bool:
    """Whether a deed is only weighed: "killing him would not help", wherever the parse hung it."""
    if not tree.lower[at].endswith("ing") or any(True for _ in tree.having(at, "aux", "nsubj")):
        return False
    behind = tree.phrase(at)[-1] + 1
    return not words("stance", "unreal_aux").isdisjoint(tree.lower[behind : behind + 1])


def _awaited(tree: Tree, at: int) -> bool:
    """Whether something is told as to come by "when" and the present: "when he arrives in Arle"."""
    if tree.relation(at) != "advcl" or not _has(tree, at, ("advmod", "mark"), "when"):
        return False
    bare = not any(True for _ in tree.having(at, "aux", "cop"))
    return bare and tree.words.upos[at] == "VERB" and tree.lower[at].endswith("s")


def _nearly(tree: Tree, at: int) -> bool:
    near = (c for c in tree.having(at, "advmod") if abs(c - at) <= NEAR)
    return any(tree.lower[c] in words("stance", "nearly") for c in near)
