"""Watching questions: what changed since the last visit, and the feed."""

from xml.etree.ElementTree import fromstring

from playwright.sync_api import expect

ALIVE = "Is Daniel Okoro alive?"
ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = "“Commander Daniel Okoro is alive,” Lena Brandt said on Saturday.\n"


def test_a_question_is_watched_from_its_page_and_let_go(own_page):
    own_page.goto("/questions/ask?q=Is+Daniel+Okoro+alive%3F")
    own_page.get_by_role("button", name="Watch this question").click()
    expect(own_page.locator(".watching")).to_contain_text("You watch this question.")
    own_page.get_by_role("link", name="Watch", exact=True).click()
    expect(own_page.locator("#watched-questions")).to_contain_text(ALIVE)
    own_page.locator("#watched-questions").get_by_role("button", name="Stop watching").click()
    expect(own_page.locator("#watched-questions")).to_have_count(0)


def test_what_changed_since_the_last_visit(own_page):
    own_page.goto("/watch")
    own_page.get_by_role("button", name="I have seen").click()
    expect(own_page.locator("#changed")).to_contain_text("Nothing that came in since has changed an answer.")
    own_page.goto("/add")
    own_page.get_by_label("Paste the report").fill(NEWS)
    own_page.get_by_label("Published on").fill("2021-04-03")
    own_page.get_by_role("button", name="Add").click()
    expect(own_page.locator("#state")).to_contain_text("Done.", timeout=30_000)
    own_page.goto("/watch")
    expect(own_page.locator("#changed-questions")).to_contain_text(ALIVE)
    own_page.get_by_role("button", name="I have seen").click()
    expect(own_page.locator("#changed-questions")).to_have_count(0)


def test_the_feed_is_found_and_tells_the_changes(page):
    page.goto("/watch")
    address = page.locator("link[rel=alternate]").get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = fromstring(answer.text())
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert any(ALIVE in title for title in titles)
    assert feed.findtext(f"{ATOM}id")
