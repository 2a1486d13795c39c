"""What is kept ready for lists: the counts of sources, and the questions with their answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

SOURCES = """
CREATE VIEW sources AS
SELECT id, name, label, grade, statements, reports, first_seen, last_seen FROM entity WHERE statements > 0
"""

COUNTED = """
UPDATE entity SET statements = found.statements, reports = found.reports,
       first_seen = found.first_seen, last_seen = found.last_seen
FROM (
    SELECT one.known_as AS id, count(*) AS statements, count(DISTINCT statement.report) AS reports,
           min(statement.published) AS first_seen, max(statement.published) AS last_seen
    FROM statement JOIN entity AS one ON one.id = statement.entity
    WHERE statement.rejected = 0
    GROUP BY one.known_as
) AS found
WHERE found.id = entity.id
"""


def upgrade() -> None:
    """Add tables and counts; the questions are worked out when they are next asked for."""
    _sources()
    _words()
    _questions()


def _words() -> None:
    """The words of claims know the kind: a name that is common in one is rare in another."""
    op.rename_table("claim_word", "old_word")
    op.drop_index("claim_word_claim", "old_word")
    op.create_table(
        "claim_word",
        sa.Column("word", sa.String(60), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("claim", NUMBER, sa.ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO claim_word (word, kind, claim) "
        "SELECT word, claim.kind, claim FROM old_word JOIN claim ON claim.id = old_word.claim"
    )
    op.drop_table("old_word")
    op.create_index("claim_word_claim", "claim_word", ["claim"])


def _sources() -> None:
    op.execute("DROP VIEW sources")
    for column in "statements", "reports":
        op.add_column("entity", sa.Column(column, sa.Integer, nullable=False, server_default="0"))
    for column in "first_seen", "last_seen":
        op.add_column("entity", sa.Column(column, sa.String(10)))
    op.execute(COUNTED)
    op.create_index("entity_statements", "entity", ["statements"])
    op.create_index("name_entity", "name", ["entity"])
    op.drop_index("statement_entity", "statement")
    op.create_index("statement_entity", "statement", ["entity", "published", "rejected", "report"])
    op.execute(SOURCES)


def _questions() -> None:
    op.create_table(
        "question",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("more", sa.JSON),
        sa.Column("stale", sa.String(10)),
        sa.UniqueConstraint("text"),
    )
    op.create_index("question_stale", "question", ["stale"])
    op.create_table(
        "question_word",
        sa.Column("word", sa.String(60), primary_key=True),
        sa.Column("question", NUMBER, sa.ForeignKey("question.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("question_word_question", "question_word", ["question"])
    op.create_table(
        "answer",
        sa.Column("question", NUMBER, sa.ForeignKey("question.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("changed", sa.String(10), nullable=False),
        sa.Column("status", sa.String(15), nullable=False),
        sa.Column("urgency", sa.Integer, nullable=False),
        sa.Column("weaker", sa.Integer, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("positions", sa.JSON, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("answer_order", "answer", ["urgency", "weaker", "claims", "changed", "until"])
    op.create_table(
        "touched",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
    )
    op.execute("INSERT INTO touched (kind, data) SELECT kind, data FROM claim")
