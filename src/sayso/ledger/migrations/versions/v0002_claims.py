"""Claims: what statements, and reports in their own voice, answer to contested questions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the tables; reports that are there get their claims when they are read again."""
    op.create_table(
        "claim",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("report", sa.String(16), sa.ForeignKey("report.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("statement", sa.Integer),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("spans", sa.JSON, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("rejected", sa.Integer, nullable=False),
        sa.Column("grade", sa.String(1)),
        sa.UniqueConstraint("report", "number"),
    )
    op.create_table(
        "claim_word",
        sa.Column("word", sa.String(60), primary_key=True),
        sa.Column("claim", NUMBER, sa.ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_word_claim", "claim_word", ["claim"])
