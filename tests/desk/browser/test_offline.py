"""The desk asks nobody else for anything; ``browse`` itself watches that on every page of every test."""

from playwright.sync_api import expect


def test_every_page_is_whole_without_the_internet(site, browse, every_page):
    page = browse(site)
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    for path in every_page:
        page.goto(path)
    assert len(asked) > len(every_page)
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {site.split("/")[2]}


def test_what_is_offered_to_be_followed_elsewhere_tells_no_referrer(page, report_at):
    page.goto(report_at("Army says rebel commander"))
    page.locator("#provenance > summary").click()
    out = page.locator("a[href='https://wire.example/army-says']")
    expect(out).to_be_visible()
    assert "noreferrer" in out.get_attribute("rel")


def test_the_policy_keeps_scripts_out_that_are_not_the_desks(browser, site):
    context = browser.new_context(base_url=site)  # its console tells what was kept out, as it should
    page = context.new_page()
    page.goto("/")
    page.evaluate(
        """() => {
            const inline = document.createElement("script");
            inline.textContent = "window.pwned = 1";
            document.body.append(inline);
            document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='window.pwned = 2'>");
            document.body.insertAdjacentHTML("beforeend", "<img src='https://elsewhere.example/x.png'>");
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned") is None
    context.close()
