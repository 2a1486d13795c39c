"""Source kinds, attributions inside others, and what each came through."""

import pytest
from marked import marked

from sayso.intake import Report
from sayso.reading.annotations import Attribution
from sayso.reading.nouns import noun_kind
from sayso.reading.resolve import resolve


def read(text: str, *said: tuple[str, str, str]) -> tuple[Attribution, ...]:
    reading = marked(text, *said)
    return resolve(reading, Report.of(reading.text)).attributions


def test_inside_another() -> None:
    text = "The [O Northern Front] said the recording was by [P Daniel Okoro], who says the river is held."
    outer, inner = read(
        text,
        ("The Northern Front", "said", "the recording was by Daniel Okoro, who says the river is held"),
        ("who", "says", "the river is held"),
    )
    assert (outer.within, inner.within) == (None, 0)
    assert inner.speaker == "Daniel Okoro"
    assert [(link.name, link.kind) for link in inner.via] == [("Northern Front", "group")]


def test_channel_beside_the_cue() -> None:
    text = "“It is over,” [P Ann Roe] said in a statement."
    (found,) = read(text, ("Ann Roe", "said", "It is over"))
    assert [(link.name, link.kind) for link in found.via] == [("statement", "document")]
    start, end = found.via[0].span[0]
    assert text.replace("[P Ann Roe]", "Ann Roe")[start:end] == "a statement"


def test_told_an_outlet() -> None:
    (found,) = read("“It is over,” [P Ann Roe] told the Daily Cape.", ("Ann Roe", "told", "It is over"))
    assert [(link.name, link.kind) for link in found.via] == [("Daily Cape", "outlet")]


def test_told_an_outlet_that_is_introduced() -> None:
    text = "[P Ann Roe] told the news agency [O Harbour Line] that it is over."
    (found,) = read(text, ("Ann Roe", "told", "that it is over"))
    assert [(link.name, link.kind) for link in found.via] == [("Harbour Line", "outlet")]


def test_told_a_person_is_no_outlet() -> None:
    (found,) = read("“It is over,” [P Ann Roe] told [P Carl Hale].", ("Ann Roe", "told", "It is over"))
    assert found.via == ()


def test_outlet_by_its_person_and_by_its_full_name() -> None:
    text = "The [O Lowland Post] has it. “It is over,” [P Ann Roe] told the [O Post]'s Carl Hale."
    (found,) = read(text, ("Ann Roe", "told", "It is over"))
    assert [(link.name, link.kind) for link in found.via] == [("Lowland Post", "outlet")]


@pytest.mark.parametrize(
    ("told", "outlet"),
    [
        ("[O Tarn] This Week", "Tarn This Week"),
        ("[O Scientific] American", "Scientific American"),
        ("[O Reuters] Monday", "Reuters"),
        ("[L Mora]'s [O Channel One]", "Channel One"),
        ("the [O BBC]'s Panorama", "BBC"),
    ],
)
def test_the_name_of_an_outlet(told: str, outlet: str) -> None:
    (found,) = read(f"[P Ann Roe] told {told} that it is over.", ("Ann Roe", "told", "that it is over"))
    assert [(link.name, link.kind) for link in found.via] == [(outlet, "outlet")]


def test_released_by_somebody() -> None:
    text = "[P Ann Roe], in a video released by the group's outlet, said it is over."
    (found,) = read(text, ("Ann Roe", "said", "it is over"))
    assert [(link.name, link.kind) for link in found.via] == [
        ("video", "recording"),
        ("group's outlet", "outlet"),
    ]


def test_word_joined_to_another_is_no_channel() -> None:
    (found,) = read("In a post-war mood, [P Ann Roe] said it is over.", ("Ann Roe", "said", "it is over"))
    assert found.via == ()


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a senior official close to the minister", "official-unnamed"),
        ("two police officers", "official-unnamed"),
        ("voters in the north", "person-unnamed"),
        ("a new study of the river", "document"),
        ("the audio recording", "recording"),
        ("The Lowland Post", "outlet"),
        ("the army", "group"),
        ("half of the voters", "person-unnamed"),
        ("none of the videos", "recording"),
        ("Highlanders and Republicans", "group"),
        ("a northern Republican", "person-unnamed"),
        ("the Sun", "outlet"),
        ("the sun", None),
        ("A Sept. 15, 2011 email", "document"),
        ("the river", None),
        ("The new model", "document"),
        ("the Interfax news agency", "outlet"),
        ("the space agency", "group"),
        ("its cabinet", "group"),
        ("The diocese", "group"),
        ("the executives", "official-unnamed"),
        ("Control Data Corp.", "group"),
    ],
)
def test_kind_of_a_phrase(phrase: str, kind: str | None) -> None:
    assert noun_kind(phrase) == kind


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Many Republicans said no.", "Many Republicans", "person-unnamed"),
        ("Republicans said no.", "Republicans", "group"),
        ("[P Ann Roe] said no.", "Ann Roe", "person"),
        ("The [O Water Board] said no.", "The Water Board", "group"),
        ("The [O Lowland Post] said no.", "The Lowland Post", "outlet"),
        ("It was said no.", "", "person-unnamed"),
        ("I said no.", "I", "author"),
    ],
)
def test_kind_of_a_source(text: str, source: str, kind: str) -> None:
    (found,) = read(text, (source, "said", "no"))
    assert found.source_kind == kind
