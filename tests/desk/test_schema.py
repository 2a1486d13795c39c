"""Everything that the API's schema allows is answered as the schema says."""

import shutil

import pytest
from hypothesis import HealthCheck, Phase, settings

from sayso.desk import make_app

pytest.importorskip("schemathesis", reason='needs pip install "sayso[dev]"')

import schemathesis

MANY = 20
"""Calls of each operation."""

HERE = {"host": "127.0.0.1"}


@pytest.fixture(scope="module")
def schema(filled, tmp_path_factory):
    app = make_app(str(shutil.copy(filled, tmp_path_factory.mktemp("schema") / "ledger.db")), user="ann")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sayso.desk.jobs._items", lambda job: iter(()))  # made-up addresses are not fetched
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HERE)
        app.state.desk.jobs.close()
    app.state.desk.ledger.close()


api = schemathesis.pytest.from_fixture("schema")


@api.parametrize()
@settings(
    max_examples=MANY,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_as_the_schema_says(case):
    case.call_and_validate(headers=HERE)
