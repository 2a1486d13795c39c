"""Reports come in: files, a text, an address; and the page follows."""

import re

from playwright.sync_api import expect

MANY = 60
TEXT = "“We are leaving the port,” Maria Telles said on Friday.\n"


def arrived(page, words):
    """The job's page, when it says that it is done."""
    expect(page.locator("#state")).to_contain_text("Done.", timeout=30_000)
    expect(page.locator("#progress")).to_contain_text(words)


def test_a_pasted_text_comes_in_while_the_page_follows(own_page):
    own_page.get_by_role("link", name="Add", exact=True).click()
    own_page.get_by_label("Paste the report").fill(TEXT)
    own_page.get_by_label("Its headline").fill("Ministers leave the port")
    own_page.get_by_label("Published on").fill("2021-04-01")
    own_page.get_by_role("button", name="Add").click()
    arrived(own_page, "1 added")
    expect(own_page.locator("#stop")).to_have_count(0)
    own_page.get_by_role("link", name="Ministers leave the port").click()
    expect(own_page.locator("ol.statements")).to_contain_text("Maria Telles")
    expect(own_page.locator("ol.statements")).to_contain_text("said 2021-")


def test_chosen_files_come_in_under_their_names(own_page):
    own_page.goto("/add")
    files = [
        {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in [("port", TEXT), ("nothing", "")]
    ]
    own_page.get_by_label("Choose files, or drop them here").set_input_files(files)
    own_page.get_by_role("button", name="Add").click()
    arrived(own_page, "1 added")
    expect(own_page.locator("#progress")).to_contain_text("port.txt")
    expect(own_page.locator(".failures")).to_contain_text("nothing.txt")


def test_a_file_is_dropped(own_page):
    own_page.goto("/add")
    dropped = own_page.evaluate_handle(
        """text => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], "dropped.txt", {type: "text/plain"}));
            return carried;
        }""",
        TEXT,
    )
    own_page.dispatch_event("#drop", "dragover", {"dataTransfer": dropped})
    expect(own_page.locator("#drop")).to_have_class("drop over")
    own_page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    own_page.get_by_role("button", name="Add").click()
    arrived(own_page, "dropped.txt")


def test_many_reports_are_seen_as_they_come(own_page):
    rows = "".join(f'{{"text": "“Gate {n} is open,” Maria Telles said."}}\n' for n in range(MANY))
    own_page.goto("/add")
    file = {"name": "rows.jsonl", "mimeType": "application/json", "buffer": rows.encode()}
    own_page.get_by_label("Choose files, or drop them here").set_input_files(file)
    own_page.get_by_role("button", name="Add").click()
    expect(own_page.locator("#bar")).to_have_attribute("value", re.compile("[1-9]"))
    expect(own_page.locator("#state")).to_contain_text(re.compile(r"Reading …\s+[1-9]"))
    arrived(own_page, f"{MANY} added")


def test_an_address_that_is_not_on_the_web_is_refused_and_what_was_written_stays(own_site, browser):
    context = browser.new_context(base_url=own_site)  # the browser's console tells of the refusal
    page = context.new_page()
    page.goto("/add")
    page.get_by_label("Addresses, one a line").fill("file:///etc/passwd")
    page.get_by_label("Outlet").fill("Daily Cape")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("alert")).to_contain_text("no address on the Web")
    expect(page.get_by_label("Outlet")).to_have_value("Daily Cape")
    context.close()


def test_an_address_of_this_machine_is_not_fetched(own_page, own_site):
    own_page.goto("/add")
    own_page.get_by_label("Addresses, one a line").fill(own_site)
    own_page.get_by_role("button", name="Add").click()
    arrived(own_page, "1 failed")
    expect(own_page.locator(".failures")).to_contain_text("no public address")
