import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.copies import bands, is_copy, signature, story

STORY = """The dam above the town of Orvale broke on Monday night after a week of rain, the governor said.
“We heard a sound like a train and then the whole street was water,” Paul Merrin said on a school roof.
Soldiers took forty families to the next valley, where schools and churches were opened for the night.
Engineers had warned the power company in March that the spillway would not hold a flood of that size."""
OTHER = """Ministers met in the capital on Tuesday to talk about the price of bread, which has doubled.
The governor of the bank said that rates would stay where they are until the harvest was counted."""


def shared(text, other):
    return set(bands(signature(text))) & set(bands(signature(other)))


def same(text, other, **known):
    quote = ["“We heard a sound like a train and then the whole street was water,”"]
    return is_copy(story(text, quote, known.get("credit")), story(other, quote, known.get("credit")))


def test_a_story_with_another_headline_and_a_cut_end_is_a_copy():
    cut = "Flood in Orvale\n" + STORY.rsplit("\n", 1)[0]
    assert shared(STORY, cut)
    assert same(STORY, cut)


def test_two_stories_are_not():
    assert not shared(STORY, OTHER)
    assert not is_copy(story(STORY, [], None), story(OTHER, [], None))


def test_a_rewritten_story_counts_by_its_quotations_or_its_agency():
    words = STORY.split()
    chance = random.Random(3)
    rewritten = " ".join(w if chance.random() > 0.22 else w + "s" for w in words)
    bare = story(STORY, [], None), story(rewritten, [], None)
    assert not is_copy(*bare)
    assert same(STORY, rewritten)
    assert is_copy(story(STORY, [], "Harbour Wire"), story(rewritten, [], "harbour wire"))
    assert not is_copy(story(STORY, [], "Harbour Wire"), story(rewritten, [], "Lowland Wire"))


def test_whichever_came_first_is_the_head(ledger, add):
    later = add(STORY, published="2022-04-20", outlet="The Lowland Post")
    assert later.outcome == "added"
    first = add("Dam breaks\n" + STORY, published="2022-04-19", outlet="Harbour Wire")
    assert first.outcome == "copy"
    last = add(STORY + "\nMore soon.", published="2022-04-21", outlet="Evening Star")
    other = add(OTHER)
    assert ledger.report(last.report).copies == [first.report, later.report, last.report]
    assert ledger.report(other.report).copies == [other.report]


@given(st.text(max_size=200))
def test_any_text_has_a_signature(text):
    assert len(signature(text)) == 126 * 4
    assert all(-(2**63) <= band < 2**63 for band in bands(signature(text)))
