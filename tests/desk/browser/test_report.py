"""A report: its attributions marked, filtered, and where they lead."""

from playwright.sync_api import expect

SPOKESMAN = "was shot dead at about 4 a.m. on Wednesday"


def test_pointing_at_a_mark_shows_who_said_it_and_how_sure(page, report_at):
    page.goto(report_at("Officials split"))
    expect(page.locator("#panel")).to_be_hidden()
    page.locator("#text .run.content", has_text="probably dead").hover()
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("Omar Hale")
    expect(panel).to_contain_text("55–80 % sure")
    expect(panel).to_contain_text("said 2021-03-08")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_the_keyboard_shows_the_same(page, report_at):
    page.goto(report_at("Officials split"))
    page.locator("#text a.n").first.focus()
    expect(page.locator("#panel")).to_contain_text("Omar Hale")
    expect(page.locator("#panel")).to_have_attribute("aria-live", "polite")


def test_the_chain_behind_a_statement_is_shown(page, report_at):
    page.goto(report_at("urges attacks"))
    page.locator("#text .fold summary").first.click()
    page.locator("#text .run.content", has_text="Attack the courthouses").first.hover()
    expect(page.locator("#panel")).to_contain_text("via")
    expect(page.locator("#panel")).to_contain_text("recording")


def test_calls_for_violence_are_folded_until_they_are_asked_for(page, report_at):
    page.goto(report_at("urges attacks"))
    words = page.locator("#text").get_by_text("do not spare the judges")
    expect(words).to_be_hidden()
    page.locator("#text .fold summary").first.click()
    expect(words).to_be_visible()


def test_statements_are_filtered_without_a_new_page(page, report_at):
    page.goto(report_at("Army says rebel commander"))
    every = page.locator("ol.statements > li").count()
    assert every > 1
    page.evaluate("window.stayed = true")
    page.get_by_label("Quoted").select_option("mixed")
    expect(page.locator("ol.statements > li")).to_have_count(1)
    expect(page.locator("ol.statements > li")).to_contain_text(SPOKESMAN)
    assert "type=mixed" in page.url
    assert page.evaluate("window.stayed")
    page.get_by_label("Quoted").select_option("")
    expect(page.locator("ol.statements > li")).to_have_count(every)


def test_statements_are_filtered_by_source_and_certainty(page, report_at):
    page.goto(report_at("Officials split"))
    page.get_by_label("Source", exact=True).select_option(label="Omar Hale (1)")
    expect(page.locator("ol.statements > li")).to_have_count(1)
    expect(page.locator("ol.statements > li")).to_contain_text("probably dead")
    page.get_by_label("At least").select_option("0.8")
    expect(page.locator("#reading")).to_contain_text("No statement is like that.")
    page.get_by_label("At least").select_option("0.55")
    expect(page.locator("ol.statements > li")).to_have_count(1)


def test_a_statement_leads_to_its_speakers_others(page, report_at):
    page.goto(report_at("Rebels deny"))
    page.get_by_role("link", name="All that Ruth Adan said").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruth Adan")
    expect(page.locator("#results")).to_contain_text("Daniel Okoro was in Niger")


def test_a_statement_leads_to_the_same_claim_elsewhere(page, report_at):
    page.goto(report_at("Army says rebel commander"))
    page.locator("ol.statements > li", has_text=SPOKESMAN).get_by_role("link", name="Elsewhere").click()
    expect(page.locator("#results .statement", has_text="Lake Courier")).to_contain_text(SPOKESMAN)


def test_a_statement_leads_to_the_question_that_it_answers(page, report_at):
    page.goto(report_at("Rebels deny"))
    page.locator("ol.statements").get_by_role("link", name="Is Daniel Okoro alive?").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is Daniel Okoro alive?")
