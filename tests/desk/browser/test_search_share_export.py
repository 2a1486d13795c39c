"""Search; a link to any view; any view as a file, a picture, a printed page."""

import csv
import re

import pytest
from playwright.sync_api import expect

ALIVE = "/questions/ask?q=Is+Daniel+Okoro+alive%3F"


def saved(page, link):
    """The bytes of the file that a link brings."""
    with page.expect_download() as download:
        link.click()
    return download.value.path().read_bytes()


def told(page, link):
    """The JSON at a link."""
    return page.request.get(link.get_attribute("href")).json()


def rows(data):
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def test_search_from_any_page(page):
    page.get_by_label("Search statements").fill("another man")
    page.keyboard.press("Enter")
    expect(page.locator("#results .statement")).to_have_count(1)
    expect(page.locator("#results .statement")).to_contain_text("James Abate")


def test_search_is_narrowed_down_and_its_address_shows_the_same(page, browse, site):
    page.goto("/search?q=okoro")
    many = page.locator("#results .statement").count()
    page.get_by_label("Outlet").fill("The Lowland Post")
    page.get_by_label("Outlet").blur()
    expect(page.locator("#results")).not_to_contain_text("Harbour Wire")
    few = page.locator("#results .statement").count()
    assert 0 < few < many
    page.wait_for_url(re.compile("outlet=The(%20|[+])Lowland"))
    other = browse(site, page.url)
    expect(other.locator("#results .statement")).to_have_count(few)
    page.go_back()
    expect(page.locator("#results .statement")).to_have_count(many)


def test_search_exports_what_is_shown(page):
    page.goto("/search?q=okoro&outlet=The+Lowland+Post")
    shown = page.locator("#results .statement").count()
    assert len(rows(saved(page, page.get_by_role("link", name="CSV")))) == shown
    assert len(told(page, page.get_by_role("link", name="JSON"))["statements"]) == shown


@pytest.mark.parametrize("path", ["/reports", "/sources", "/questions", ALIVE, "/log"])
def test_every_list_is_a_table_too(own_page, own_story, path):
    from sayso.ledger import Ledger

    with Ledger.open(own_story, user="ann") as ledger:
        ledger.note("Ruth Adan", "Speaks for the Front.")
    own_page.goto(path)
    table = rows(saved(own_page, own_page.locator(".export").first.get_by_role("link", name="CSV")))
    assert table
    assert all(None not in row and None not in row.values() for row in table)


def test_a_report_is_exported(page, report_at):
    page.goto(report_at("Rebels deny"))
    assert (
        len(rows(saved(page, page.get_by_role("link", name="CSV"))))
        == page.locator("ol.statements > li").count()
    )
    assert told(page, page.get_by_role("link", name="JSON"))["title"] == "Rebels deny leader is dead"


@pytest.mark.parametrize("figure", ["#timeline", "#map"])
def test_pictures_are_saved(page, figure):
    page.goto("/questions/ask?q=Who+controls+Maiduguri%3F")
    links = page.locator(f"{figure} figcaption")
    assert b"<svg" in saved(page, links.get_by_role("link", name="SVG"))
    assert saved(page, links.get_by_role("link", name="PNG")).startswith(b"\x89PNG")


def test_pages_are_printed_without_what_paper_cannot_do(page, report_at):
    page.goto(report_at("Rebels deny"))
    expect(page.get_by_role("button", name="print")).to_be_visible()
    page.emulate_media(media="print")
    for part in (".top", ".filters", ".export"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator("#provenance dl")).to_be_visible()
    assert page.pdf().startswith(b"%PDF")


def test_on_paper_each_claim_names_the_report_that_it_is_from(page):
    page.goto(f"{ALIVE}&as_of=2021-03-07")
    page.emulate_media(media="print")
    told = page.locator(".claim .where a").first
    id = told.get_attribute("href").removeprefix("/reports/").partition("#")[0]
    assert f"[{id}]" in told.evaluate("one => getComputedStyle(one, '::after').content")
    for part in (".watching", ".slider", ".correct", "form.filters"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.locator("#why .steps")).to_be_visible()
