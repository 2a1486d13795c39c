"""Organisations called by what they are, or by the last word of their name."""

import pytest
from test_speakers import speakers


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Fighters of [O Islamic State] have taken it, the group said no.", "the group", "Islamic State"),
        ("The [O Hill League] left, the rebel alliance said no.", "the rebel alliance", "Hill League"),
        ("The jihadists of [O Islamic State] are back. The group said no.", "The group", "Islamic State"),
        ("[O Amnesty] blamed [O Shell]. The group said no.", "The group", None),
        ("[O Amnesty] said so. It rained. It snowed. It froze. The group said no.", "The group", None),
        ("The group said no.", "The group", None),
        ("[O Reuters] asked. The company said no.", "The company", None),
        ("The [O Kestrel Brigade] left. [O CARE] is. The brigade said no.", "The brigade", "Kestrel Brigade"),
        ("The [O Tigray Front] is in town this year. The [O Front] said no.", "The Front", "Tigray Front"),
        ("The [O Tigray Front] is in town this year. The Front said no.", "The Front", "Tigray Front"),
        ("The [O Tigray Front] is in town. The Front Row said no.", "The Front Row", "Front Row"),
        ("The [O Red Front] fought the [O Blue Front]. The [O Front] said no.", "The Front", "Front"),
        ("The [O Maariv] newspaper said no.", "The Maariv newspaper", "Maariv"),
        ("The [O Interfax] news agency said no.", "The Interfax news agency", "Interfax"),
        ("An [O Interfax] news agency said no.", "An Interfax news agency", None),
        ("The [O Interfax] agency chief said no.", "The Interfax agency chief", None),
        ("The [O White House] wept. The [O House] said no.", "The House", "House"),
    ],
)  # fmt: skip
def test_groups(text: str, source: str, speaker: str | None):
    assert speakers(text, (source, "said", "no")) == [speaker]


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("[O Xerox] said it would buy [O Acme].", "[O Xerox]", "Xerox"),
        ("[O Xerox] and [O Acme] said they would merge.", "[O Xerox] and [O Acme]", None),
    ],
)
def test_of_several_groups_it_is_the_one_that_spoke(text: str, source: str, speaker: str | None):
    first = (source.replace("[O ", "").replace("]", ""), "said", "would")
    assert speakers(f"{text} The company said no.", first, ("The company", "said", "no"))[1] == speaker
