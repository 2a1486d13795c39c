"""Everything that the command line can correct; each with its undo, and all on the log."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def at(own_page, source_at):
    """A source's page with its corrections open."""

    def opened(name):
        own_page.goto(source_at(name))
        own_page.locator("details#correct > summary").click()
        return own_page.locator("details#correct")

    return opened


def taken_back(page):
    """Undo what the page says was just done."""
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(page.locator("#done")).to_contain_text("Taken back")


def test_rename_and_take_back(own_page, at):
    form = at("James Abate").locator("form.rename")
    form.get_by_label("Show it as").fill("Col. James Abate")
    form.get_by_role("button", name="Rename").click()
    heading = own_page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Col. James Abate")
    expect(own_page.locator("#done")).to_contain_text("ann renamed James Abate to Col. James Abate")
    taken_back(own_page)
    expect(heading).to_have_text("James Abate")


def test_merge_and_take_back(own_page, at):
    form = at("James Abate").locator("form.merge")
    form.get_by_label("The same as").fill("Omar Hale")
    form.get_by_role("button", name="Merge").click()
    expect(own_page.locator("#results")).to_contain_text("probably dead")
    expect(own_page.locator("#done")).to_contain_text("ann merged Omar Hale into James Abate")
    taken_back(own_page)
    expect(own_page.locator("#results")).not_to_contain_text("probably dead")


def test_split_and_take_back(own_page, at):
    form = at("James Abate").locator("form.split")
    form.get_by_label("Army withdraws claim").check()
    form.get_by_role("button", name="Split").click()
    expect(own_page.locator("#done")).to_contain_text("ann took another James Abate out of James Abate")
    expect(own_page.locator("#results")).not_to_contain_text("another man")
    taken_back(own_page)
    expect(own_page.locator("#results")).to_contain_text("another man")


def test_a_statement_is_graded_noted_and_rejected(own_page, at):
    at("James Abate")
    statement = own_page.locator("li.statement", has_text="another man")
    statement.get_by_text("Correct").click()
    statement.locator("form.grade select").select_option("2")
    statement.get_by_role("button", name="Grade").click()
    expect(statement).to_contain_text("grade 2")
    statement.get_by_text("Correct").click()
    statement.get_by_label("Note").fill("Heard on the recording, too.")
    statement.get_by_role("button", name="Put it there").click()
    expect(own_page.locator("#done")).to_contain_text("Heard on the recording, too.")
    statement.get_by_text("Correct").click()
    statement.get_by_role("button", name="Reject").click()
    expect(statement).to_have_count(0)
    taken_back(own_page)
    expect(statement).to_have_count(1)


def test_a_claim_by_hand_counts_and_can_be_taken_back(own_page):
    own_page.goto("/questions/ask?q=Who+controls+Maiduguri%3F")
    own_page.locator("#by-hand > summary").click()
    form = own_page.locator("form.by-hand")
    form.get_by_label("What is said to be so").fill("nobody")
    form.get_by_label("Who says so").fill("Lena Brandt")
    form.get_by_label("In which words").fill("Nobody controls the city.")
    form.get_by_label("Published on").fill("2021-03-30")
    form.get_by_role("button", name="Add this claim").click()
    expect(own_page.locator("#status")).to_contain_text("disputed")
    expect(own_page.locator("#positions")).to_contain_text("Nobody controls the city.")
    taken_back(own_page)
    expect(own_page.locator("#status")).to_contain_text("unconfirmed")


def test_the_log_tells_who_changed_what_and_takes_it_back(own_page, at):
    form = at("Ruth Adan").locator("form.note")
    form.get_by_label("Note").fill("Speaks for the Front.")
    form.get_by_role("button", name="Put it there").click()
    own_page.get_by_role("link", name="Log", exact=True).click()
    first = own_page.locator("ol.decisions > li").first
    expect(first).to_contain_text("ann noted on Ruth Adan: Speaks for the Front.")
    expect(first.locator("time")).to_be_visible()
    first.get_by_role("button", name="Undo").click()
    expect(own_page.locator("ol.decisions")).to_contain_text("(taken back)")
    expect(own_page.locator("ol.decisions > li").first).to_contain_text("ann took back")


def test_where_nobody_signs_the_desk_asks_for_a_name_and_keeps_it(browse, serve, own_story, source_at):
    with serve(own_story, user=None) as address:
        page = browse(address, source_at("Ruth Adan"))
        page.locator("details#correct > summary").click()
        form = page.locator("details#correct form.grade")
        form.get_by_label("Your name").fill("Bea")
        form.get_by_label("Grade").select_option("C")
        form.get_by_role("button", name="Grade").click()
        expect(page.locator("#done")).to_contain_text("Bea graded")
        page.goto("/log")
        expect(page.get_by_label("Your name").first).to_have_value("Bea")


def test_what_makes_no_sense_is_shown_again_with_the_reason(browser, own_site, source_at):
    context = browser.new_context(base_url=own_site)  # the browser's console tells of the refusal
    page = context.new_page()
    page.goto(source_at("James Abate"))
    page.locator("details#correct > summary").click()
    page.get_by_label("The same as").fill("Nobody Known")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody Known")
    expect(page.get_by_label("The same as")).to_have_value("Nobody Known")
    context.close()
