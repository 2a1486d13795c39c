"""The first schema: reports, statements, entities, judgements, and the views over them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

REPORTS = """
CREATE VIEW reports AS
SELECT report.id, published, outlet, title, byline, url, credit,
       (SELECT count(*) FROM statement WHERE statement.report = report.id AND rejected = 0) AS statements,
       origin, captured_at, path, sha256, model, text
FROM report
"""

STATEMENTS = """
CREATE VIEW statements AS
SELECT statement.id, statement.published, report.outlet,
       coalesce(known.name, statement.speaker, statement.source_text) AS source,
       statement.source_kind, statement.cue_text AS cue, statement.content_text AS content, statement.type,
       statement.polarity, statement.low, statement.high, statement.said, statement.about, statement.via,
       statement.report, report.title, statement.spans, statement.confidence, statement.grade,
       known.id AS source_id
FROM statement
JOIN report ON report.id = statement.report
LEFT JOIN entity ON entity.id = statement.entity
LEFT JOIN entity AS known ON known.id = entity.known_as
WHERE statement.rejected = 0
"""

SOURCES = """
CREATE VIEW sources AS
SELECT known.id, known.name, known.label, known.grade, count(*) AS statements,
       count(DISTINCT statement.report) AS reports,
       min(statement.published) AS first_seen, max(statement.published) AS last_seen
FROM statement
JOIN entity ON entity.id = statement.entity
JOIN entity AS known ON known.id = entity.known_as
WHERE statement.rejected = 0
GROUP BY known.id, known.name, known.label, known.grade
"""

SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE statement_words USING fts5(content_text, content='statement', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER statement_added AFTER INSERT ON statement BEGIN "
    "INSERT INTO statement_words(rowid, content_text) VALUES (new.id, new.content_text); END",
    "CREATE TRIGGER statement_removed AFTER DELETE ON statement BEGIN "
    "INSERT INTO statement_words(statement_words, rowid, content_text) "
    "VALUES ('delete', old.id, old.content_text); END",
)

POSTGRESQL_SEARCH = (
    "CREATE INDEX statement_words ON statement USING gin (to_tsvector('english', content_text))",
)


def upgrade() -> None:
    """Make everything."""
    op.create_table(
        "capture",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("capture.sha256"), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("published", sa.String(10)),
        sa.Column("published_at", sa.Text),
        sa.Column("date_candidates", sa.JSON, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("kept", sa.JSON, nullable=False),
        sa.Column("captured_at", sa.Text, nullable=False),
        sa.Column("tool", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("credit", sa.Text),
        sa.Column("cites", sa.JSON, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
    )
    for column in "published", "origin", "url", "sha256":
        op.create_index(f"report_{column}", "report", [column])
    op.create_table(
        "band",
        sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("report", sa.String(16), sa.ForeignKey("report.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    _entities()
    _statements()
    op.create_table(
        "judgement",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("undoes", NUMBER, sa.ForeignKey("judgement.id")),
    )
    op.create_index("judgement_target", "judgement", ["target"])
    search = SQLITE_SEARCH if op.get_bind().dialect.name == "sqlite" else POSTGRESQL_SEARCH
    for statement in (REPORTS, STATEMENTS, SOURCES, *search):
        op.execute(statement)


def _entities() -> None:
    op.create_table(
        "entity",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("label", sa.String(10), nullable=False),
        sa.Column("known_as", sa.String(120), nullable=False),
        sa.Column("guessed", sa.Text),
        sa.Column("grade", sa.String(1)),
    )
    op.create_index("entity_known_as", "entity", ["known_as"])
    op.create_table(
        "name",
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("entity", sa.String(120), sa.ForeignKey("entity.id"), primary_key=True),
        sa.Column("skeleton", sa.String(200), nullable=False),
        sa.Column("label", sa.String(10), nullable=False),
        sa.Column("full", sa.Integer, nullable=False),
    )
    op.create_index("name_skeleton", "name", ["skeleton"])
    op.create_table(
        "mention",
        sa.Column("report", sa.String(16), sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("entity", sa.String(120), sa.ForeignKey("entity.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("mention_entity", "mention", ["entity", "report"])


def _statements() -> None:
    op.create_table(
        "statement",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("report", sa.String(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("published", sa.String(10)),
        sa.Column("entity", sa.String(120), sa.ForeignKey("entity.id")),
        sa.Column("speaker", sa.Text),
        sa.Column("source_kind", sa.String(20), nullable=False),
        sa.Column("source_text", sa.Text, nullable=False),
        sa.Column("cue_text", sa.Text, nullable=False),
        sa.Column("content_text", sa.Text, nullable=False),
        sa.Column("type", sa.String(10), nullable=False),
        sa.Column("spans", sa.JSON, nullable=False),
        sa.Column("via", sa.JSON, nullable=False),
        sa.Column("within", sa.Integer),
        sa.Column("polarity", sa.String(10), nullable=False),
        sa.Column("low", sa.Float, nullable=False),
        sa.Column("high", sa.Float, nullable=False),
        sa.Column("certainty_words", sa.JSON, nullable=False),
        sa.Column("said", sa.Text),
        sa.Column("about", sa.Text),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("rejected", sa.Integer, nullable=False),
        sa.Column("grade", sa.String(1)),
        sa.UniqueConstraint("report", "number"),
    )
    op.create_index("statement_entity", "statement", ["entity", "published"])
    op.create_index("statement_published", "statement", ["published"])
