"""Without script everything can be read, and done."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def plain(browse, site):
    return browse(site, java_script_enabled=False)


def test_every_page_is_read(plain, every_page):
    for path in every_page:
        assert plain.goto(path).status == 200
        expect(plain.get_by_role("heading", level=1)).to_be_visible()
        assert len(plain.locator("main").inner_text()) > 80


def test_a_report_has_its_marks_and_what_they_say(plain, report_at):
    plain.goto(report_at("Rebels deny"))
    marks = plain.locator("#text a.n")
    assert marks.count() > 2
    plain.goto(report_at("Rebels deny") + marks.last.get_attribute("href"))
    expect(plain.locator("ol.statements > li:target")).to_be_in_viewport()
    plain.get_by_label("Quoted").select_option("direct")
    plain.get_by_role("button", name="Show").click()
    expect(plain.locator("ol.statements > li")).to_have_count(1)


def test_a_question_is_moved_to_another_day(plain):
    plain.goto("/questions/ask?q=Is+Daniel+Okoro+alive%3F")
    slider = plain.get_by_label("Day of change")
    slider.focus()
    plain.keyboard.press("Home")
    plain.locator("#slider").get_by_role("button", name="Go").click()
    expect(plain.locator("#status")).to_contain_text("as of 2021-03-04")
    plain.locator("#change-table").get_by_role("link", name="2021-03-06").click()
    expect(plain.locator("#status")).to_contain_text("disputed")


def test_a_report_is_handed_in(own_site, browse):
    page = browse(own_site, "/add", java_script_enabled=False)
    page.get_by_label("Paste the report").fill("“We are leaving,” Maria Telles said.")
    page.get_by_role("button", name="Add").click()
    for _ in range(20):
        if "Done." in page.locator("#state").inner_text():
            break
        page.wait_for_timeout(300)
        page.get_by_role("link", name="Look again").click()
    expect(page.locator("#state")).to_contain_text("1 added")


def test_a_correction_is_made_and_taken_back(own_site, browse, source_at):
    page = browse(own_site, source_at("Ruth Adan"), java_script_enabled=False)
    page.locator("details#correct > summary").click()
    page.locator("details#correct form.grade select").select_option("B")
    page.locator("details#correct form.grade").get_by_role("button", name="Grade").click()
    expect(page.locator("#grade")).to_have_text("grade B")
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(page.locator("#grade")).to_have_text("not graded")
