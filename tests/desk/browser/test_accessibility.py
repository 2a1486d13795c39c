"""axe-core over every page: nothing that it calls serious or critical, light or dark, large or small."""

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason='needs pip install "sayso[dev]"')

PHONE = {"viewport": {"width": 375, "height": 720}}

OPENED = 6
"""Folds of a page that are opened: those that come after them are of the same kinds."""


def serious(page, paths):
    """What axe calls serious or critical, by page and rule, with the markup."""
    found = {}
    for path in paths:
        page.goto(path)
        for fold in page.locator("main details:not([open]) > summary").all()[:OPENED]:
            if fold.is_visible():
                fold.click()
        for one in axe.Axe().run(page).response["violations"]:
            if one["impact"] in ("serious", "critical"):
                found[f"{path} {one['id']}"] = [node["html"][:200] for node in one["nodes"]]
    return found


@pytest.fixture
def open_to_axe(site, browse):
    """A page into which axe can be put: a script that the desk's policy keeps out."""
    return lambda **how: browse(site, bypass_csp=True, **how)


def test_nothing_serious_on_any_page(open_to_axe, every_page):
    assert not serious(open_to_axe(), every_page)


@pytest.mark.parametrize("how", [{"color_scheme": "dark"}, PHONE], ids=["dark", "phone"])
def test_nor_in_the_dark_nor_on_a_phone(open_to_axe, main_pages, how):
    assert not serious(open_to_axe(**how), main_pages)
