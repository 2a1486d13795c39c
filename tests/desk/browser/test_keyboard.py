"""The desk with the keyboard alone."""

import pytest
from playwright.sync_api import expect

FOCUSED = (
    "() => { const one = document.activeElement; return (one.id || one.textContent.trim()).slice(0, 60); }"
)
OUTLINE = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""

FOLLOWS = """() => {
    const before = window.last, here = window.last = document.activeElement;
    if (!before || before === here) return true;
    return !!(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def test_the_first_tab_skips_to_the_content(page, report_at):
    page.goto(report_at("Rebels deny"))
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/questions/ask?q=Is+Daniel+Okoro+alive%3F", "/add"])
def test_every_stop_is_seen_and_in_the_order_of_the_page(page, path):
    page.goto(path)
    in_order = []
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(OUTLINE), page.evaluate(FOCUSED)
        in_order.append(page.evaluate(FOLLOWS))
    assert len(in_order) > 8
    assert all(in_order)


def test_statements_are_reached_shown_and_closed(page, report_at):
    page.goto(report_at("Rebels deny"))
    page.locator("#text a.n").first.focus()
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#text a.n").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("ol.statements > li:target")).to_be_in_viewport()


def test_the_slider_by_its_keys(page):
    page.goto("/questions/ask?q=Is+Daniel+Okoro+alive%3F")
    slider = page.get_by_label("Day of change")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-04")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-06")
    expect(slider).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#status")).to_contain_text("as of 2021-03-22")


def test_a_text_is_handed_in(own_page):
    own_page.goto("/add")
    own_page.get_by_label("Paste the report").focus()
    own_page.keyboard.type("“We are leaving,” Maria Telles said.")
    own_page.get_by_role("button", name="Add").focus()
    own_page.keyboard.press("Enter")
    expect(own_page.locator("#state")).to_contain_text("Done.", timeout=30_000)


def test_a_correction_is_made_and_taken_back(own_page, source_at):
    own_page.goto(source_at("Ruth Adan"))
    own_page.locator("details#correct > summary").focus()
    own_page.keyboard.press("Enter")
    own_page.locator("details#correct form.grade select").focus()
    own_page.keyboard.press("b")
    own_page.keyboard.press("Tab")
    own_page.keyboard.press("Enter")
    expect(own_page.locator("#grade")).to_have_text("grade B")
    own_page.locator("#done").get_by_role("button", name="Undo").press("Enter")
    expect(own_page.locator("#grade")).to_have_text("not graded")
