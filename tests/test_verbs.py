"""The package's root has the verbs, and importing it loads none of what they need."""

import subprocess
import sys

import sayso
from sayso.ledger import Ledger

SLOW = "{'sqlalchemy', 'numpy', 'onnxruntime', 'sayso.ledger', 'sayso.questions'}"


def test_the_root_is_quick_to_import():
    code = f"import sayso, sys; assert not {SLOW} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_verb_is_the_module_that_it_is_in():
    code = (
        "import sayso; assert callable(sayso.ask); assert sayso.ask.ask; "
        "from sayso.ask import questions; assert sayso.ask.questions is questions; "
        "from sayso import add, claim; assert callable(add) and callable(claim) and add.add"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_verbs_do_what_their_functions_do(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", user="ann") as ledger:
        assert list(sayso.add(ledger, [])) == []
        given = sayso.claim.ByHand("dead", "Maria Telles", published="2021-03-04")
        assert sayso.claim(ledger, "Is Daniel Okoro alive?", given).kind == "claim"
        assert sayso.ask(ledger, "Is Daniel Okoro alive?", as_of="2021-03-04").status == "unconfirmed"
