"""A contested question: its status as of a day, the positions, and why."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect


def path(question):
    return f"/questions/ask?q={quote(question)}"


ALIVE = path("Is Daniel Okoro alive?")
CITY = path("Who controls Maiduguri?")


def slide(page, key):
    page.get_by_label("Day of change").focus()
    page.keyboard.press(key)


def drawn(picture):
    """Whether a picture came, and is one."""
    picture.scroll_into_view_if_needed()
    return picture.evaluate("one => one.decode().then(() => one.naturalWidth > 100)")


def test_a_question_is_asked_from_its_list(page):
    page.get_by_role("link", name="Questions", exact=True).click()
    page.locator("#questions").get_by_role("link", name="Is Daniel Okoro alive?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is Daniel Okoro alive?")
    expect(page.locator("#status")).to_contain_text("unconfirmed")


def test_the_list_is_filtered_by_kind_and_day(page):
    page.goto("/questions")
    page.get_by_label("Kind").select_option("control")
    expect(page.locator("#questions tbody tr")).to_have_count(1)
    page.get_by_label("As of").fill("2021-03-12")
    page.get_by_label("As of").blur()
    expect(page.locator("#questions")).to_contain_text("front", ignore_case=True)


def test_a_day_may_be_written(page):
    page.goto(ALIVE)
    page.get_by_label("As of", exact=True).fill("2021-03-07")
    page.locator("#day").get_by_role("button", name="Show").click()
    expect(page.locator("#status")).to_contain_text("disputed")
    assert "as_of=2021-03-07" in page.url


def test_the_slider_moves_the_answer_and_its_address(page):
    page.goto(ALIVE)
    page.evaluate("window.stayed = true")
    slide(page, "Home")
    expect(page.locator("#slider-day")).to_contain_text("2021-03-04")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-04")
    slide(page, "ArrowRight")
    expect(page.locator("#status")).to_contain_text("disputed")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-06")
    expect(page.get_by_label("Day of change")).to_have_attribute("aria-valuetext", "2021-03-06: disputed")
    expect(page.locator("#announce")).to_contain_text("As of 2021-03-06: disputed.")
    assert "as_of=2021-03-06" in page.url
    assert page.evaluate("window.stayed")


def test_a_shared_address_shows_the_same_day(page, browse, site):
    page.goto(ALIVE)
    slide(page, "Home")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-04")
    page.wait_for_url("**as_of=2021-03-04*")
    other = browse(site, page.url)
    expect(other.locator("#status")).to_contain_text("as of 2021-03-04")


def test_positions_stand_side_by_side_with_their_words_in_context(page):
    page.goto(ALIVE + "&as_of=2021-03-07")
    sides = page.locator("#positions .side")
    expect(sides).to_have_count(2)
    left, right = (sides.nth(n).bounding_box() for n in (0, 1))
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == pytest.approx(right["y"], abs=2)
    assert {sides.nth(n).get_by_role("heading").inner_text() for n in (0, 1)} == {"alive", "dead"}
    alive = sides.filter(has=page.get_by_role("heading", name="alive"))
    words = alive.locator("blockquote.words", has_text="He was not in the camp")
    expect(words.locator("mark")).to_contain_text("Okoro is alive")


def test_copies_of_one_story_are_folded(page):
    page.goto(ALIVE + "&as_of=2021-03-05")
    copies = page.locator("#positions details.copies").first
    copied = copies.locator(".claim", has_text="Lake Courier").first
    expect(copied).to_be_hidden()
    copies.locator("summary").first.click()
    expect(copied).to_be_visible()


def test_what_was_withdrawn_is_struck_through_with_the_reason(page):
    page.goto(ALIVE)
    gone = page.locator("#apart li", has_text="withdrawn").first
    expect(gone).to_contain_text("by army", ignore_case=True)
    assert (
        gone.locator("s", has_text="dead").first.evaluate("one => getComputedStyle(one).textDecorationLine")
        == "line-through"
    )


def test_why_this_status(page):
    page.goto(ALIVE)
    steps = page.locator("#why li")
    expect(steps.first).to_be_hidden()
    page.get_by_text("Why this status").click()
    expect(steps.first).to_be_visible()
    assert steps.count() > 2


def test_the_timeline_is_drawn_and_told(page):
    page.goto(ALIVE)
    chart = page.locator("#timeline img")
    assert drawn(chart)
    expect(page.locator("#change-table tbody tr")).to_have_count(3)
    page.locator("#change-table").get_by_role("link", name="2021-03-06").click()
    expect(page.locator("#status")).to_contain_text("disputed")


def test_the_map_follows_the_slider(page):
    page.goto(CITY)
    picture = page.locator("#map img")
    assert drawn(picture)
    now = picture.get_attribute("src")
    slide(page, "Home")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-12")
    expect(page.locator("#positions")).to_contain_text("front", ignore_case=True)
    expect(picture).not_to_have_attribute("src", now)
    expect(page.locator("#map details")).to_contain_text("front", ignore_case=True)
    assert drawn(picture)


def test_what_cannot_be_asked_is_met_with_the_forms(browser, site):
    context = browser.new_context(base_url=site)  # the browser's console tells of the refusal
    page = context.new_page()
    page.goto(path("How is Okoro?"))
    expect(page.get_by_role("alert")).to_contain_text("How is Okoro?")
    page.get_by_role("link", name="Is Daniel Okoro alive?").first.click()
    expect(page.locator("#status")).to_contain_text("unconfirmed")
    context.close()
