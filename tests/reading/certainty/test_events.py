"""Events that are no main clause: what they take from the words that they hang on."""

import pytest
from annotated import annotated

from sayso.reading.certainty import assess

PLAIN, VERY, LIKELY, UNVERIFIED = (0.95, 1.0), (0.80, 0.95), (0.55, 0.80), (0.20, 0.80)

EVENTS = [
    # nouns and gerunds that a word leaves open
    ("There was a threat of {war} in the north.", "positive", UNVERIFIED, "threat"),
    ("The general called for {talks} on Monday.", "positive", UNVERIFIED, "called for"),
    ("There was no hint of {trouble} in the town.", "negative", UNVERIFIED, "no hint of"),
    ("He was charged with attempted {murder}.", "positive", UNVERIFIED, "attempted"),
    ("The banker spoke of a possible {sale} of the company.", "positive", UNVERIFIED, "possible"),
    ("The nun opposes his {return} to Cuba.", "positive", UNVERIFIED, "opposes"),
    ("It would end all chances of {rebuilding} the town.", "positive", UNVERIFIED, "would chances"),
    ("They would break the law by {attacking} the town.", "positive", LIKELY, "would"),
    ("They broke the law by {attacking} the town.", "positive", PLAIN, ""),
    ("They hope to find the men {held} in the north.", "positive", PLAIN, ""),
    ("The army seized the town without a {fight}.", "negative", PLAIN, "without"),
    # what is denied with its verb, and what is not
    ("The company has not reached any {agreement}.", "negative", PLAIN, "not"),
    ("The company has not signed an {agreement}.", "positive", UNVERIFIED, "not"),
    ("There was not an {attack} in the north.", "negative", PLAIN, "not"),
    ("There was an {attack} in the north.", "positive", PLAIN, ""),
    ("He did not survive the {attack}.", "positive", PLAIN, ""),
    ("The man had not admitted his role or {named} anyone.", "negative", PLAIN, "not"),
    ("Neither the army nor the police {fired} on the crowd.", "negative", PLAIN, "neither"),
    # what is taken to be so
    ("The army declined to say who {killed} him.", "positive", PLAIN, ""),
    ("The army declined to say whether he {fled}.", "positive", UNVERIFIED, "declined to say whether"),
    # conditions, commands, degrees
    ("Had the relatives {agreed}, the boy would have left.", "positive", UNVERIFIED, "had"),
    ("“{Release} the prisoners,” the general told the crowd.", "positive", UNVERIFIED, "release"),
    ("It is too early to {assess} the damage.", "negative", PLAIN, "too"),
    ("It was impossible for him to {leave} the town.", "negative", VERY, "impossible"),
    ("The family has the right to {appeal}.", "positive", UNVERIFIED, "right to"),
    ("The firms have to {pay} a fine.", "positive", UNVERIFIED, "have to"),
    ("He was not able to {leave} the town.", "negative", PLAIN, "not able"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "polarity", "band", "words"), EVENTS)
def test_events(sentence: str, polarity: str, band: tuple[float, float], words: str) -> None:
    reading = annotated(sentence)
    certainty, found = assess(reading, reading.attributions[0].content)
    told = " ".join(reading.text[start:end] for start, end in certainty.spans)
    assert (found, (certainty.low, certainty.high), told.lower()) == (polarity, band, words)
