"""Nothing that the API's schema allows makes the desk fail."""

import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from sayso.desk import make_app

pytest.importorskip("schemathesis", reason='needs pip install "sayso[dev]"')

import schemathesis
from schemathesis.checks import not_a_server_error

MANY = 10
"""Calls of each operation."""

HERE = {"host": "127.0.0.1"}


@pytest.fixture(scope="module")
def schema(filled, tmp_path_factory):
    app = make_app(str(shutil.copy(filled, tmp_path_factory.mktemp("schema") / "ledger.db")), user="ann")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sayso.desk.jobs._items", lambda job: iter(()))  # made-up addresses are not fetched

        async def near(scope, receive, send):
            await app(scope | {"client": ("127.0.0.1", 50_000)}, receive, send)

        yield schemathesis.openapi.from_asgi("/api/openapi.json", near, headers=HERE)
        app.state.desk.jobs.close()
    app.state.desk.ledger.close()


def test_no_call_makes_the_desk_fail(schema):
    for found in schema.get_all_operations():

        @settings(
            max_examples=MANY,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=found.ok().as_strategy())
        def check(case):
            case.call_and_validate(headers=HERE, checks=[not_a_server_error])

        check()
