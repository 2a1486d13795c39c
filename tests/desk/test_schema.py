"""What the API's schema promises holds for calls that it allows, and for those that it does not."""

import shutil
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable

from sayso.desk.app import make_app
from tests.desk.conftest import Beside

pytest.importorskip("schemathesis", reason='needs pip install "sayso[dev]"')

import schemathesis
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

MANY = 8
"""Calls of each operation and mode."""

HERE = {"host": "127.0.0.1"}

TOO_STRICT = [positive_data_acceptance, negative_data_rejection]
FREE = ("/api/questions/", "/api/corrections/", "/api/incoming", "/api/watch")
"""How the paths begin of what takes questions, decisions or addresses: no schema tells which make sense.

For them those checks are too strict.
"""

ALIVE = {"q": "Is Daniel Okoro alive?"}


@pytest.fixture(scope="module")
def schema(filled, tmp_path_factory):
    place = shutil.copy(filled, tmp_path_factory.mktemp("schema") / "ledger.db")
    with patch("sayso.desk.jobs.Apart", Beside):
        app = make_app(str(place), user="ann")

    async def near(scope, receive, send):
        """The desk, asked from this machine."""
        await app(scope | {"client": ("127.0.0.1", 50_000)}, receive, send)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            "sayso.desk.arrivals._items", lambda *given: iter(())
        )  # made-up addresses: not fetched
        yield schemathesis.openapi.from_asgi("/api/openapi.json", near, headers=HERE)
        app.state.desk.jobs.close()
    app.state.desk.ledger.close()


def calls(operation, mode):
    """Makes calls of an operation, and checks the answers."""
    excluded = TOO_STRICT if operation.path.startswith(FREE) else []

    @settings(
        max_examples=MANY,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case):
        case.call_and_validate(headers=HERE, excluded_checks=excluded)

    return check


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_call_is_answered_as_the_schema_says(schema, mode):
    for found in schema.get_all_operations():
        try:
            calls(found.ok(), mode)()
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE  # there is nothing to be sent that could be wrong


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/reports/{id}", {}),
        ("/reports", {}),
        ("/search", {"q": "Okoro"}),
        ("/sources", {}),
        ("/sources/{id}", {}),
        ("/sources/{id}/statements", {"order": "latest"}),
        ("/questions", {}),
        ("/questions/ask", ALIVE),
        ("/questions/ask", {"q": "When was the Tessara recording made?"}),
        ("/questions/timeline", ALIVE),
        ("/log", {}),
        ("/watch", {}),
        ("/watch/changed", {}),
    ],
)
def test_what_is_there_has_the_form_that_the_schema_says(schema, report_id, path, asked):
    id = "ruth-adan" if "sources" in path else report_id("Army says")
    case = schema[f"/api{path}"]["GET"].Case(path_parameters={"id": id} if "{" in path else {}, query=asked)
    assert case.call_and_validate(headers=HERE).status_code == 200
