"""Pronouns of no person as sources: who spoke in the sentence before, of the same sort."""

import pytest

from sayso.intake.report import Report
from sayso.reading import Reader


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Xerox Corp. said sales fell by 3 percent. It said it would cut jobs.", "Xerox Corp.", "group"),
        ("The report said 12 people died. It said they were shot.", None, "document"),
        ("Officials said the road was open. They said it was safe.", None, "official-unnamed"),
        (
            "Islamic State said it had taken the town. They said 12 soldiers died.",
            "Islamic State",
            "group",
        ),
        ("Ann Roe said it was over. It said nothing more.", None, "person-unnamed"),
        ("Ann Roe said it was over. They said nothing more.", None, "person-unnamed"),
        ("Xerox Corp. said sales fell. Rain fell. It said it would cut jobs.", None, "person-unnamed"),
    ],
)
def test_the_second_source(reader: Reader, text: str, speaker: str | None, kind: str) -> None:
    second = reader.read(Report.of(text)).attributions[1]
    assert (second.speaker, second.source_kind) == (speaker, kind)
