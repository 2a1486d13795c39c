"""Weekdays and months by the verb that they hang on, in a report of Wednesday, 28 October 1998."""

import pytest

from sayso.intake.report import Report
from sayso.reading import Reader

PUBLISHED = "1998-10-28"


def values(reader: Reader, text: str) -> list[str]:
    return [time.value for time in reader.read(Report.of(text, published=PUBLISHED)).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers meet separately Monday with the envoy.", "1998-11-02"),
        ("He could win the state on Tuesday.", "1998-11-03"),
        ("Many wanted a candidate who can win in December.", "1998-12"),
        ("They do not want to run against her in March.", "1999-03"),
        ("He promised reform if they take office in January.", "1999-01"),
        ("And on Monday, he and others from the group that he founded will hold a rally.", "1998-11-02"),
        ("The two are speaking on Friday to a crowd of supporters.", "1998-10-30"),
        ("The vote is on Saturday.", "1998-10-31"),
        ("Some fear that the March election may be rigged.", "1999-03"),
        ("The envoys agreed to meet on Friday.", "1998-10-30"),
        ("They need to be there Monday.", "1998-11-02"),
        ("There's an election on Tuesday.", "1998-11-03"),
        ("The budget will be formally announced on Friday.", "1998-10-30"),
        ("A strike on Friday will close schools.", "1998-10-30"),
        ("The company hopes to have completed the sale by Friday.", "1998-10-30"),
        ("The court will not rule on the case on Friday.", "1998-10-30"),
        ("The networks will gather the results and broadcast them on Friday.", "1998-10-30"),
        ("She hopes that Saturday's caucuses will put her ahead.", "1998-10-31"),
        ("It seems they will be able to reach an agreement by Saturday.", "1998-10-31"),
        ("She doubted that the leak may have an impact in December.", "1998-12"),
    ],
)
def test_to_come(reader: Reader, text: str, expected: str) -> None:
    assert values(reader, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asked on Monday whether he would stay, he laughed.", "1998-10-26"),
        ("The lawyers could not be reached for comment Saturday.", "1998-10-24"),
        ("On Monday night, in an attempt to calm the crowd, he spoke.", "1998-10-26TNI"),
        ("The bid had been due to expire Friday evening.", "1998-10-23TEV"),
        ("They would have met on Friday.", "1998-10-23"),
        ("The poll, taken Thursday, has a margin of error of three points.", "1998-10-22"),
        ("The firm shifts work abroad and issued a notice to its staff in January.", "1998-01"),
        ("She left the party in July to run for office.", "1998-07"),
        ("She lost the March election.", "1998-03"),
        ("She had the votes needed to win the nomination on Monday.", "1998-10-26"),
        ("It may happen, but what was told on Sunday is another thing.", "1998-10-25"),
        ('"I fear that it may happen," he told the Tarn Times in January.', "1998-01"),
        ("The leader wouldn’t say Monday how the party would vote.", "1998-10-26"),
        ("On Friday night, the senator let his friend speak first.", "1998-10-23TNI"),
        ("Both sought to appeal to the young on Sunday.", "1998-10-25"),
        ("His victory in the Tarn primary on Tuesday will change the race.", "1998-10-27"),
        ("Two guards stand in front of the gate on Monday.", "1998-10-26"),
        ("It echoes a controversy in June when he assailed a judge.", "1998-06"),
        ("No polls seem to have been held before Tuesday's primary.", "1998-10-27"),
        ("The results of Tuesday's primaries will force her to leave.", "1998-10-27"),
        ("The guards let us leave on Friday.", "1998-10-23"),
        ("He was seen walking his dog on Sunday.", "1998-10-25"),
        ("Before the speech, the message on Sunday was that the talks should go on.", "1998-10-25"),
    ],
)
def test_past(reader: Reader, text: str, expected: str) -> None:
    assert values(reader, text) == [expected]
