"""A source: what it said over time, who carries it, what it speaks to, its grade and history."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def spokesman(page, source_at):
    page.goto(source_at("James Abate"))
    return page


def test_a_source_is_found_by_a_part_of_its_name_without_a_new_page(page):
    page.get_by_role("link", name="Sources", exact=True).click()
    rows = page.locator("#sources tbody tr")
    expect(rows.nth(2)).to_be_visible()
    page.wait_for_load_state()  # the rows may be there before the script that filters them
    page.evaluate("window.stayed = true")
    page.get_by_label("Name", exact=True).press_sequentially("adan")
    expect(rows).to_have_count(1)
    assert page.evaluate("window.stayed")
    rows.get_by_role("link", name="Ruth Adan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruth Adan")


def test_what_it_said_stands_in_the_order_of_days(spokesman):
    days = spokesman.locator("section.day h3").all_inner_texts()
    assert len(days) > 2
    assert days == sorted(days)
    spokesman.get_by_label("Order").select_option("latest")
    expect(spokesman.locator("section.day h3").first).to_have_text(days[-1])
    assert spokesman.locator("section.day h3").all_inner_texts() == days[::-1]


def test_outlets_times_and_questions(spokesman):
    expect(spokesman.get_by_role("table", name="Outlets that carry it")).to_contain_text("Harbour Wire")
    expect(spokesman.get_by_role("table", name="Statements over time")).to_contain_text("2021-03")
    asked = spokesman.get_by_role("region", name="Questions it speaks to")
    asked.get_by_role("link", name="Is Daniel Okoro alive?").click()
    expect(spokesman.locator("#status")).to_be_visible()


def test_statements_are_narrowed_down(spokesman):
    spokesman.get_by_label("Quoted").select_option("direct")
    expect(spokesman.locator("li.statement")).to_have_count(1)
    expect(spokesman.locator("li.statement")).to_contain_text("another man")


def test_a_statement_leads_to_its_place_in_the_report(spokesman):
    spokesman.locator("li.statement", has_text="another man").get_by_role(
        "link", name="Army withdraws"
    ).click()
    target = spokesman.locator("li:target")
    expect(target).to_contain_text("another man")
    expect(target).to_be_in_viewport()


def test_grade_and_history(own_page, source_at):
    own_page.goto(source_at("James Abate"))
    expect(own_page.locator("#grade")).to_have_text("not graded")
    own_page.locator("details#correct > summary").click()
    own_page.locator("details#correct form.grade select").select_option("B")
    own_page.locator("details#correct form.grade").get_by_role("button", name="Grade").click()
    expect(own_page.locator("#grade")).to_have_text("grade B")
    history = own_page.get_by_role("region", name="What was decided on it")
    expect(history).to_contain_text("ann graded James Abate B")
