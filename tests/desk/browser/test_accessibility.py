"""axe-core over every page: nothing that it calls serious or critical, light or dark, large or small."""

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason='needs pip install "sayso[dev]"')

LAPTOP = {"color_scheme": "light"}
DARK = {"color_scheme": "dark"}
PHONE = {"viewport": {"width": 375, "height": 720}, "color_scheme": "dark"}


@pytest.mark.parametrize("how", [LAPTOP, DARK, PHONE], ids=["laptop", "dark", "phone"])
def test_nothing_serious(browse, site, every_page, how):
    page = browse(site, bypass_csp=True, **how)  # axe is a script that the desk's policy keeps out
    found = {}
    for path in every_page:
        page.goto(path)
        for fold in page.locator("main details:not([open]) > summary").all()[:12]:
            if fold.is_visible():
                fold.click()
        for one in axe.Axe().run(page).response["violations"]:
            if one["impact"] in ("serious", "critical"):
                found[f"{path} {one['id']}"] = [node["html"][:200] for node in one["nodes"]]
    assert not found
