"""Which time dates the saying, and which what is spoken of: sentences that a simple rule gets wrong."""

import pytest
from annotated import annotated

from sayso.intake.report import Report
from sayso.reading import Reader
from sayso.reading.when import dated

PUBLISHED = "2017-09-29"
"""A Friday."""

SENTENCES = [
    # the first time is not always the saying's, nor the last the content's
    ("[Officials] <said> in June {that he had died in May}.", "2017-06", "2017-05"),
    ("[Officials] <said> {he had died in May}.", None, "2017-05"),
    ("{He died in May}, [officials] <said> in June.", "2017-06", "2017-05"),
    ("In June, [officials] <said> {he had died a month earlier}.", "2017-06", "2017-05"),
    ("On Thursday [the army] <said> {it took the town on Monday}.", "2017-09-28", "2017-09-25"),
    ("[The army] <said> Thursday {it took the town Monday}.", "2017-09-28", "2017-09-25"),
    ("[The army] <said> {it took the town Monday}.", None, "2017-09-25"),
    ("{A bomb killed 12 people on Tuesday}, [police] <said>.", None, "2017-09-26"),
    ("{A bomb killed 12 people on Tuesday}, [police] <said> on Wednesday.", "2017-09-27", "2017-09-26"),
    ("[The minister] <told> reporters in the capital on Monday {that talks begin next week}.",
     "2017-09-25", "2017-10-02/2017-10-08"),
    ("[The minister] <said> {talks would begin on Tuesday}.", None, "2017-10-03"),
    ("[The minister] <said> {talks had begun on Tuesday}.", None, "2017-09-26"),
    # a time in a clause about the speaker is neither
    ("[Karim Asad, who fled the city in July], <said> {the dam was open}.", None, None),
    ("[Asad, who was elected in 2014], <said> on Sunday {that the dam had burst on Friday}.",
     "2017-09-24", "2017-09-22"),
    ("[The general, dismissed last year], <said> {the front fell in March}.", None, "2017-03"),
    ("[Residents who left the town two weeks ago] <said> {fighters still held the bridge}.", None, None),
    ("[The commander of the 2014 offensive] <said> {his men were ready}.", None, None),
    ("[A report on the 2014 attack] <said> {the guards had slept}.", None, None),
    ("[The 28-year-old driver] <said> {he saw the truck on Wednesday}.", None, "2017-09-27"),
    # what a document or a recording was released on dates what it says
    ("[A report released on Thursday] <said> {that 40 people died in 2016}.", "2017-09-28", "2016"),
    ("<According to> [a statement published on Wednesday], {the group left in August}.",
     "2017-09-27", "2017-08"),
    ("[He] <said> in a statement on Monday {that the port was open}.", "2017-09-25", None),
    ("[He] <said> in an interview with the Daily Cape last week {that the port had closed in May}.",
     "2017-09-18/2017-09-24", "2017-05"),
    ("On Monday, [the president] declared an emergency, <claiming> {that it would stop the flow}.",
     "2017-09-25", None),
    ("[The bank] ended a meeting on Monday by <announcing> {that it would buy bonds}.", "2017-09-25", None),
    ("Last month [the chief] called her careless, but <said> {she should face no charges}.",
     "2017-08", None),
    ("In findings published on Monday, [a team] <reports> {that the bird was common}.", "2017-09-25", None),
    ("In May [he] left, <saying> {that he was tired}.", "2017-05", None),
    ("[He] will leave on Monday, <saying> {that he was tired}.", None, None),
    ("[He] was arrested on Monday and <told> reporters {that he was innocent}.", None, None),
    ("[They] <rejected> {the idea} because the final would be on Monday.", None, None),
    ("On Monday [he] <asked> {for their support in Friday's election}.", "2017-09-25", None),
    # times inside the content that date something else than its main clause
    ("[Police] <said> {the man, who was freed in 2015, shot two guards on Tuesday}.", None, "2017-09-26"),
    ("[Police] <said> {the man who was freed in 2015 shot two guards}.", None, None),
    ("[The ministry] <said> {the 2014 ceasefire had collapsed on Sunday}.", None, "2017-09-24"),
    ("[The ministry] <said> {the bridge, built in 1932, was hit last month}.", None, "2017-08"),
    ("[She] <said> {the army took the airport in April after the rebels had fled in March}.",
     None, "2017-04"),
    ("[She] <said> {that when the war began in 2011 nobody lived there}.", None, "2011"),
    # spans of time
    ("[He] <said> {the town had been under siege since July}.", None, "2017-07/.."),
    ("[He] <said> {the curfew would last until Monday}.", None, "../2017-10-02"),
    ("[The UN] <said> {300 people had died between May and August}.", None, "2017-05/2017-08"),
    ("[The UN] <said> {300 people died from 2011 to 2014}.", None, "2011/2014"),
    ("[The UN] <said> on Monday {300 people had died in the past two months}.",
     "2017-09-25", "2017-07-29/2017-09-29"),
    ("[The group] <said> {the recording was made in the past month or two}.", None, "2017-07-29/2017-09-29"),
    ("[The group] <said> {its ranks had grown this past month}.", None, "2017-08-29/2017-09-29"),
    ("[It] <said> {it would leave within the next three days}.", None, "2017-09-29/2017-10-02"),
    ("[It] <said> {it would leave before 15 October}.", None, "../2017-10-15"),
    ("[It] <said> {that as of Sunday, 611 shocks had been felt}.", None, "2017-09-24"),
    ("[It] <said> {that it had used it twice in the last year}.", None, "2016-09-29/2017-09-29"),
    ("[It] <said> {it had left after 15 August}.", None, "2017-08-15/.."),
    ("[The UN] <said> {300 people died on Aug. 7–9}.", None, "2017-08-07/2017-08-09"),
    ("[The UN] <said> {talks would run Monday through Friday}.", None, "2017-10-02/2017-10-06"),
    ("[The UN] <said> {the mine was worked in 1985-89}.", None, "1985/1989"),
    ("[The UN] <said> {talks were held on 7 August and 9 September}.", None, "2017-08-07"),
    # doubt
    ("[It] <said> {the man had died around 12 May}.", None, "2017-05-12~"),
    ("[It] <said> {the man had died about two years ago}.", None, "2015~"),
    ("[It] <said> {the mine was dug in the 1980s}.", None, "198X"),
    ("[It] <said> {the mine was dug in the 19th century}.", None, "18XX"),
    ("[It] <said> {the mine was closed in the third quarter of 2016}.", None, "2016-07/2016-09"),
    ("[It] <said> {the mine was closed last winter}.", None, "2016-24"),
    ("[It] <said> {the mine reopens next year}.", None, "2018"),
    # the clock
    ("[Police] <said> {the blast came at 10:30 a.m. on Thursday}.", None, "2017-09-28T10:30:00"),
    ("[Police] <said> {the blast came on Thursday night}.", None, "2017-09-28"),
    # old quotations
    ("“{He left yesterday},” [she] <said> on 3 March.", "2017-03-03", "2017-03-02"),
    ("“{We shall win on Friday},” [he] <said> in a speech on 1 August 2016.", "2016-08-01", "2016-08-05"),
    ("On 1 August 2016 [he] <told> the crowd: {“This year we shall win.”}", "2016-08-01", "2016"),
    ("[He] <said> on 3 March {that he had left the day before}.", "2017-03-03", "2017-03-02"),
    ("[The army] <said> on March 4 {that he was killed a day earlier}.", "2017-03-04", "2017-03-03"),
    # no time at all
    ("[He] <said> {the dam was open}.", None, None),
    ("[He] <said> {he reads the Sunday Post every day}.", None, None),
    ("[He] <said> {it took three hours}.", None, None),
    ("[He] <said> earlier {that the dam was open}.", None, None),
    # a time told before the cue, after what was said
    ("{The dam was open}, [he] <said> late on Thursday.", "2017-09-28", None),
    ("{The dam burst overnight}, [he] <said> on Thursday.", "2017-09-28", "2017-09-28"),
    ("[He] <denied> on Wednesday {that he had met the envoy in 2016}.", "2017-09-27", "2016"),
    ("[He] <promised> two weeks ago {to leave in October}.", "2017-09-11/2017-09-17", "2017-10"),
    ("[He] <has said> {that he will resign on 1 November}.", None, "2017-11-01"),
    ("{The town fell on 3 May}, <according to> [residents].", None, "2017-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "said", "about"), SENTENCES)
def test_when(sentence: str, said: str | None, about: str | None) -> None:
    (found,) = dated(annotated(sentence), PUBLISHED).attributions
    assert (found.said, found.about) == (said, about)


def test_a_document_is_of_the_time_that_it_is_called_after(reader: Reader) -> None:
    text = "According to a 1989 report from the safety board, the crew was tired."
    (found,) = reader.read(Report.of(text, published=PUBLISHED)).attributions
    assert (found.said, found.about) == ("1989", None)


def test_days_that_name_a_thing_go_by_the_report(reader: Reader) -> None:
    """Not by the day when it was said, as those of a verb do."""
    text = "On Thursday he asked them for their votes in Friday's election."
    assert [time.value for time in reader.read(Report.of(text, published=PUBLISHED)).times] == [
        "2017-09-28",
        "2017-09-29",
    ]
