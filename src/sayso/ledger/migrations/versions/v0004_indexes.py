"""Indexes for outlets, claims in statements and the latest changes; one the first ledgers at 0003 lack."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the indexes that are not there."""
    op.create_index("name_entity", "name", ["entity"], if_not_exists=True)
    op.create_index("report_outlet", "report", [sa.text("lower(outlet)"), "published"], if_not_exists=True)
    op.create_index("claim_statement", "claim", ["report", "statement"], if_not_exists=True)
    op.create_index("answer_changed", "answer", ["changed", "urgency"], if_not_exists=True)
