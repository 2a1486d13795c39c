import csv
import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.intake import Report
from sayso.intake.promotions import without_promotions

BEFORE = "Mayor stays\n\n“I won’t leave,” Émile Roché said.\n\n"
AFTER = "The council had asked him to go.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Read: Other story",
        "READ: Army 'close' to town, officials say",
        "Read WATCH: Footage shows the recording being made",
        "Read more: How the town was lost",
        "READ MORE: How the town was lost.",
        "  • Read also: Council splits over mayor",
        "[Read next: Council splits]",
        "Also read | Council splits",
        "Related: Officials say mayor may go",
        "Related stories:",
        "See also: Council splits",
        "Watch: Police storm the building",
        "Don’t miss: ten things about the harbour",
        "Read the full story here.",
        "Continue reading below",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Subscribe to our newsletter for more.",
        "Subscribe now!",
        "(Subscribe to the Wire’s weekly podcast here.)",
        "Sign up for our newsletter",
        "Sign up for the daily briefing and never miss a story.",
        "Sign up to receive breaking news alerts.",
        "Follow us on Facebook and Twitter",
        "Follow Lena Brandt on Twitter @lenab.",
        "Download our app",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Share | Tweet | Print",
        "Photo: Lena Brandt/Getty Images",
        "Image: Nicholas Moreau.",
        "(Photo by Tomas Reyl)",
        "AP Photo/Lena Brandt",
        "Photo credit: Harbour Wire",
        "File photo",
        "Getty Images",
    ],
)
def test_a_promotion_is_no_part_of_the_text(line):
    assert without_promotions(f"{BEFORE}{line}\n\n{AFTER}")[0] == BEFORE + AFTER
    assert without_promotions(f"{BEFORE}{line}")[0] == BEFORE


@pytest.mark.parametrize(
    "line",
    [
        "Read said: the council had no choice.",
        "Read: The minister told us on Monday that he would resign.",
        "Read, who left in June, said that he had no choice.",
        "Read more than once, the letter was kept in a safe.",
        "Related companies said on Monday that they would appeal.",
        "Related: The minister said on Monday that he would resign.",
        "Related charges were dropped.",
        "Watch officials said the storm had passed.",
        "Watch: We have nothing to say to them.",
        "Advertisements for the drug were banned.",
        "Advertisement spending fell by 5 percent, the agency said.",
        "Subscribe to our view of the world or leave, he told them.",
        "Subscribe to nothing that he says, she said.",
        "Subscribers to the newsletter were told on Friday.",
        "Sign up for the army, the posters urged.",
        "Signed up for the army, he was sent to Hadran.",
        "Follow the money, she said on Twitter.",
        "“Follow us on Facebook,” the group wrote.",
        "Share prices fell.",
        "Share holders, email users and others were asked to print the form.",
        "Facebook",
        "Facebook said on Monday that it would appeal.",
        "Twitter and Facebook said that they had removed the video.",
        "Email, print and post.",
        "Photo: A man walks past the ruined church in Hadran on Monday",
        "Photos showed him in Hadran.",
        "Image of the dead were shown on television.",
        "Getty Images said that it had removed the picture.",
        "Credit: he has never taken it.",
        "More: they had no water.",
        "More than 70 people died.",
        "Join us on the march, the poster says.",
        "(Reuters)",
        "HADRAN (AP) —",
        "Listen: we have to leave.",
        "Top stories of the year were read aloud by the mayor.",
    ],
)
def test_what_may_be_reporting_stays(line):
    text = f"{BEFORE}{line}\n\n{AFTER}"
    assert without_promotions(text) == (text, ())


def test_the_first_line_may_be_the_headline():
    text = "Watch: Police storm the building\n\nThey came at night."
    assert without_promotions(text) == (text, ())


def test_a_share_bar_may_have_a_line_a_button():
    assert without_promotions(f"{BEFORE}Share\nTweet\n\nEmail\n\n{AFTER}")[0] == BEFORE + AFTER
    assert without_promotions(f"{BEFORE}Share this article\nFacebook\n{AFTER}")[0] == BEFORE + AFTER


def test_a_promotion_after_a_gap_at_the_end_of_a_line_is_left_out():
    text = "Mayor stays\n\nHe won’t go, he said.   Read more: Council splits\n\nHe stayed."
    assert without_promotions(text)[0] == "Mayor stays\n\nHe won’t go, he said.\n\nHe stayed."
    text = "Mayor stays\n\nHe won’t go.  Read more than once, the letter was kept."
    assert without_promotions(text) == (text, ())


def test_offsets_map_back_to_the_text_as_it_came():
    text = f"{BEFORE}Read: Other story\r\n\r\n{AFTER}Advertisement\r\nHe stayed."
    clean, kept = without_promotions(text)
    report = Report.of(clean, kept=kept)
    for words in ("Mayor stays", "Émile Roché", "The council", "to go.", "He stayed."):
        start = clean.index(words)
        assert text[slice(*report.original(start, start + len(words)))] == words
    start, end = report.original(clean.index("said."), clean.index("had"))
    assert "Read: Other story" in text[start:end]


LINES = st.sampled_from(
    ["Read: x", "Share", "He said no.", "", " ", "Advertisement", "Tweet  ", "a.  Read more"]
)


@given(st.lists(LINES | st.text(max_size=20), max_size=12), st.sampled_from(["\n", "\r\n", "\u2028", "\n\n"]))
@example(["", "", "Share", "Share"], "\n")
def test_any_text_is_joined_from_what_was_kept(lines, between):
    text = between.join(lines)
    clean, kept = without_promotions(text)
    if not kept and clean:
        assert clean == text
        return
    assert clean == "".join(text[start:end] for start, end in kept)
    report = Report.of(clean, kept=kept)
    for start in range(len(clean)):
        first, last = report.original(start, start + 1)
        assert text[first:last] == clean[start]


@pytest.mark.timed
@pytest.mark.parametrize(
    "line", ["Read: x\n", "Share\n", "a.  b", ".  " * 99, "image: A. " * 9, "sign up " * 20]
)
def test_the_time_grows_with_the_text_only(line):
    without_promotions(line)
    start = time.perf_counter()
    without_promotions("x\n" + line * (500_000 // len(line)))
    assert time.perf_counter() - start < 8


def test_hardly_anything_of_real_reports_is_taken_for_a_promotion():
    """Wikinews has none but the credits of pictures, which two of its reports have."""
    folder = Path(os.environ.get("SAYSO_DATA") or Path(__file__).parents[3] / "shared" / "data") / "wikinews"
    if not folder.is_dir():
        pytest.skip("no corpora at hand: set SAYSO_DATA to their folder")
    changed, lost = 0, 0
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                clean, kept = without_promotions(row["text"])
                changed += bool(kept)
                lost += len(row["text"]) - len(clean)
    assert changed <= 3
    assert lost < 1000
