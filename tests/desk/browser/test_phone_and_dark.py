"""A phone's width, twice the size of letters, and a dark screen."""

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 375, "height": 720}, "has_touch": True, "is_mobile": True}
ZOOMED = {"viewport": {"width": 320, "height": 640}}
"""A laptop's page at four times its size: WCAG 1.4.10."""


@pytest.mark.parametrize("how", [PHONE, ZOOMED], ids=["phone", "zoomed"])
def test_no_page_is_wider_than_the_screen(site, browse, every_page, overflow, cut_off, how):
    page = browse(site, **how)
    wrong = {}
    for path in every_page:
        page.goto(path)
        if overflow(page) > 0 or cut_off(page):
            wrong[path] = overflow(page), cut_off(page)
    assert not wrong


def test_a_tap_shows_a_statement_and_another_closes_it(site, browse, report_at):
    page = browse(site, report_at("Rebels deny"), **PHONE)
    page.locator("#text .run.content").first.tap()
    panel = page.locator("#panel")
    expect(panel).to_be_in_viewport()
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_be_hidden()


def test_what_is_tapped_is_large_enough(site, browse, every_page):
    """WCAG 2.5.8: 24 pixels each way, but for links within a line and what the browser itself draws."""
    page = browse(site, **PHONE)
    small = {}
    for path in every_page:
        page.goto(path)
        found = page.evaluate(
            """() => [...document.querySelectorAll("button, select, .top a, #text a.n, summary")]
                .filter(one => one.checkVisibility())
                .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
                .filter(([box]) => box.width < 24 || box.height < 24)
                .map(([box, told]) => `${box.width} × ${box.height} ${told}`)"""
        )
        if found:
            small[path] = found
    assert not small


def test_dark_is_dark(site, browse):
    colours = "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]; }"
    for scheme in ("light", "dark"):
        page = browse(site, "/questions/ask?q=Is+Daniel+Okoro+alive%3F", color_scheme=scheme)
        ground, ink = (sum(map(int, one[4:-1].split(","))) for one in page.evaluate(colours))
        assert (ground < ink) is (scheme == "dark")
        page.locator("#timeline img").scroll_into_view_if_needed()
        source = page.locator("#timeline img").evaluate("one => one.decode().then(() => one.currentSrc)")
        assert ("theme=dark" in source) is (scheme == "dark")
