import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sayso.ask import questions
from sayso.ledger import ClaimRow, Ledger, NotALedger, database
from sayso.ledger.schema import METADATA
from sayso.questions.kept import data
from tests.ledger.conftest import received, rows
from tests.questions.making_claims import told


def test_the_last_migration_is_the_head():
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == database.HEAD


@pytest.mark.filterwarnings("ignore:.*expression-based index report_outlet:sqlalchemy.exc.SAWarning")
@pytest.mark.filterwarnings("ignore:autogenerate skipping .*expression:UserWarning")
def test_migrations_make_the_tables_that_the_code_uses(place):
    Ledger.open(place).close()
    with rows(place) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, METADATA)
    made_by_hand = ("statement_words", "alembic_version")
    assert [d for d in found if not any(name in str(d) for name in made_by_hand)] == []


def test_opening_again_keeps_everything(place, ledger, add):
    add("“We are leaving,” Maria Telles said.")
    with Ledger.open(place) as again:
        assert [source.name for source in again.sources()] == ["Maria Telles"]


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("these are notes, and long enough to be looked at as a database file" * 20)
    with pytest.raises(NotALedger, match=r"notes\.txt: file is not a database"):
        Ledger.open(path)
    assert path.read_text().startswith("these are notes")


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE accounts (name)")
    other.close()
    with pytest.raises(NotALedger, match=r"other\.db: holds other tables"):
        Ledger.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("accounts",)]
    other.close()


def test_a_newer_ledger_is_refused(place):
    Ledger.open(place).close()
    with rows(place) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NotALedger, match="newer version"):
        Ledger.open(place)


def test_errors_show_no_password():
    with pytest.raises(NotALedger) as error:
        Ledger.open("postgresql://ann:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)
    assert "127.0.0.1:1/none" in str(error.value)


def test_no_ledger_is_made_where_none_is_wanted(tmp_path):
    with pytest.raises(NotALedger, match="no ledger there"):
        Ledger.open(tmp_path / "none.db", make=False)
    assert not list(tmp_path.iterdir())


BACK = """
DROP INDEX report_outlet;
DROP INDEX claim_statement;
DROP INDEX name_entity;
DROP VIEW sources;
DROP INDEX entity_statements;
ALTER TABLE entity DROP COLUMN statements;
ALTER TABLE entity DROP COLUMN reports;
ALTER TABLE entity DROP COLUMN first_seen;
ALTER TABLE entity DROP COLUMN last_seen;
DROP INDEX statement_entity;
CREATE INDEX statement_entity ON statement (entity, published);
CREATE VIEW sources AS SELECT id, name FROM entity;
CREATE TABLE old_word (word VARCHAR(60) NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    PRIMARY KEY (word, claim)) WITHOUT ROWID;
INSERT INTO old_word SELECT word, claim FROM claim_word;
DROP TABLE claim_word;
ALTER TABLE old_word RENAME TO claim_word;
CREATE INDEX claim_word_claim ON claim_word (claim);
DROP TABLE answer;
DROP TABLE question_word;
DROP TABLE question;
DROP TABLE touched;
DROP TABLE written;
UPDATE alembic_version SET version_num = '0002';
"""
"""From the tables of 0005 to those of 0002, as a ledger of then had them."""


def test_an_older_ledger_is_brought_up_to_date(tmp_path, plain_reader):
    place = tmp_path / "old.db"
    claims = [told("dead"), told("alive", "Northern Front", "2021-03-06")]
    kept = [ClaimRow(one.kind, (one.subject.name,), one.span, None, data(one)) for one in claims]
    it = received("“He is dead,” Maria Telles said.", published="2021-03-04")

    def seen():
        with Ledger.open(place) as ledger:
            return ledger.sources(), ledger.claims(["Okoro"]), questions(ledger, "2022-01-01")

    with Ledger.open(place) as ledger:
        ledger.add(it, plain_reader.read(it.report), kept, model="plain")
    before = seen()
    assert [one.name for one in before[0]] == ["Maria Telles"]
    assert [one.status for one in before[2]] == ["disputed"]
    with sqlite3.connect(place) as old:
        old.executescript(BACK)
    old.close()
    assert seen() == before


def test_a_ledger_gets_the_indexes_that_it_lacks(tmp_path):
    """The first ledgers at 0003 were made without ``name_entity``; later ones have it already."""
    indexes = {"name_entity", "report_outlet", "claim_statement", "answer_changed"}
    place = tmp_path / "ledger.db"
    Ledger.open(place).close()
    for missing in (indexes, indexes - {"name_entity"}):
        with sqlite3.connect(place) as old:
            for name in sorted(missing):
                old.execute(f"DROP INDEX {name}")
            old.execute("DROP TABLE written")
            old.execute("UPDATE alembic_version SET version_num = '0003'")
        old.close()
        Ledger.open(place).close()
        with sqlite3.connect(place) as new:
            found = {name for (name,) in new.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        new.close()
        assert indexes <= found
