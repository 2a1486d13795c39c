import json

import pytest

from sayso.intake import DateCandidate, receive

BODY = "<body><article><p>" + "He said no, again. " * 20 + "</p>{inside}</article></body></html>"


def received(path, head="", inside="", data=None):
    path.write_text(f"<html><head><title>No</title>{head}</head>" + BODY.replace("{inside}", inside))
    (item,) = receive([str(path)])
    return item.report


def ld(*things):
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


def meta(date, name="article:published_time"):
    return f'<meta property="{name}" content="{date}">'


def test_every_date_is_kept_with_where_it_stands_the_chosen_one_first(tmp_path):
    head = meta("2021-03-05T08:00:00+01:00") + ld(
        {"@type": "NewsArticle", "datePublished": "2021-03-04T23:30-05:00"}
    )
    head += '<link rel="canonical" href="https://wire.example/2021/03/06/no">'
    report = received(tmp_path / "a.html", head, "<time datetime='2021-03-07'>Sunday</time>")
    assert report.published == "2021-03-04"
    assert report.published_at == "2021-03-04T23:30:00-05:00"
    found = [(each.origin, each.value) for each in report.date_candidates]
    assert found[0] == ("json-ld:datePublished", "2021-03-04T23:30:00-05:00")
    assert ("meta:article:published_time", "2021-03-05T08:00:00+01:00") in found
    assert ("time", "2021-03-07") in found
    assert ("url", "2021-03-06") in found
    assert "htmldate" in dict(found)


def test_the_time_may_stand_elsewhere_than_the_day(tmp_path):
    head = ld({"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": "2021-03-04"}]})
    report = received(tmp_path / "a.html", head + meta("2021-03-04T08:00:00Z"))
    assert (report.published, report.published_at) == ("2021-03-04", "2021-03-04T08:00:00+00:00")


def test_an_article_goes_before_the_page_it_is_on(tmp_path):
    things = (
        {"@type": "WebPage", "datePublished": "2010-01-01"},
        {"@type": "NewsArticle", "datePublished": "2021-03-04"},
    )
    assert received(tmp_path / "a.html", ld(*things)).published == "2021-03-04"


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "9999-12-31", "2999-01-01T00:00:00Z"])
def test_an_impossible_date_is_kept_but_not_chosen(tmp_path, date):
    report = received(
        tmp_path / "a.html", ld({"@type": "NewsArticle", "datePublished": date}) + meta("2021-03-04")
    )
    assert report.published == "2021-03-04"
    assert date[:10] in [each.value[:10] for each in report.date_candidates]


@pytest.mark.parametrize(
    "head",
    [ld({"datePublished": 7}), ld([[]]), ld({"@graph": 3, "@type": [1]}), ld(None), ld({"@type": None}),
     "<script type='application/ld+json'>{]</script>",
     "<script type='application/ld+json'>" + "[" * 99_999 + "</script>",
     "<script type='application/ld+json'></script>", meta(""), meta("soon"), meta("2021-02-30")],
)  # fmt: skip
def test_broken_data_are_passed_over(tmp_path, head):
    assert received(tmp_path / "a.html", meta("2021-03-04") + head).published == "2021-03-04"


def test_a_page_without_a_date_has_none(tmp_path):
    report = received(tmp_path / "a.html")
    assert (report.published, report.published_at, report.date_candidates) == (None, None, ())


def test_a_row_knows_better_than_its_page(tmp_path):
    page = f"<html><head>{meta('2021-03-04')}</head>{BODY.replace('{inside}', '')}"
    (tmp_path / "a.jsonl").write_text(json.dumps({"html": page, "published": "2021-03-05T10:00+02:00"}))
    (item,) = receive([str(tmp_path / "a.jsonl")])
    assert (item.report.published, item.report.published_at) == ("2021-03-05", "2021-03-05T10:00:00+02:00")
    assert item.report.date_candidates[0] == DateCandidate("2021-03-05T10:00:00+02:00", "row")
    assert "meta:article:published_time" in [each.origin for each in item.report.date_candidates]


def test_the_byline_is_the_pages_author(tmp_path):
    assert received(tmp_path / "a.html", '<meta name="author" content="Lena Brandt">').byline == "Lena Brandt"
