"""The ledger's tables, the same in SQLite and PostgreSQL; docs/ledger.md says what each holds.

What people read is in the views ``reports``, ``statements`` and ``sources``; the tables below them
have names in the singular.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

__all__ = [
    "ANSWER",
    "BAND",
    "CAPTURE",
    "CLAIM",
    "CLAIM_WORD",
    "ENTITY",
    "JUDGEMENT",
    "MENTION",
    "METADATA",
    "NAME",
    "QUESTION",
    "QUESTION_WORD",
    "REPORT",
    "STATEMENT",
    "TOUCHED",
    "WRITTEN",
]

METADATA = MetaData()

NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""A row's number: SQLite counts up only columns of type INTEGER."""

CAPTURE = Table(
    "capture",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("packed", LargeBinary, nullable=False),  # the bytes as received, zlib
    Column("size", BigInteger, nullable=False),
)

REPORT = Table(
    "report",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("sha256", ForeignKey("capture.sha256"), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("published", String(10)),
    Column("published_at", Text),
    Column("date_candidates", JSON, nullable=False),
    Column("url", Text),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("kept", JSON, nullable=False),
    Column("captured_at", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("credit", Text),  # the agency that the report credits
    Column("cites", JSON, nullable=False),  # outlets that it names as sources
    Column("signature", LargeBinary, nullable=False),  # MinHash, 4 bytes a permutation
    Column("origin", String(16), nullable=False),  # the first report of its near-copies, perhaps itself
    Index("report_published", "published"),
    Index("report_origin", "origin"),
    Index("report_url", "url"),
    Index("report_sha256", "sha256"),
    Index("report_outlet", text("lower(outlet)"), "published"),
)

BAND = Table(
    "band",
    METADATA,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("report.id"), primary_key=True),
)

ENTITY = Table(
    "entity",
    METADATA,
    Column("id", String(120), primary_key=True),
    Column("name", Text, nullable=False),
    Column("label", String(10), nullable=False),
    Column("known_as", String(120), nullable=False),  # the entity that it was merged into, or itself
    Column("guessed", Text),  # why the machine took several spellings for one, if it did
    Column("grade", String(1)),
    Column("statements", Integer, nullable=False, default=0),  # these four of it and what is known as it
    Column("reports", Integer, nullable=False, default=0),
    Column("first_seen", String(10)),
    Column("last_seen", String(10)),
    Index("entity_known_as", "known_as"),
    Index("entity_statements", "statements"),
)

NAME = Table(
    "name",
    METADATA,
    Column("key", String(200), primary_key=True),
    Column("entity", ForeignKey("entity.id"), primary_key=True),
    Column("skeleton", String(200), nullable=False),
    Column("label", String(10), nullable=False),
    Column("full", Integer, nullable=False),  # 1 where it is the fullest name in some report
    Index("name_skeleton", "skeleton"),
    Index("name_entity", "entity"),
)

MENTION = Table(
    "mention",
    METADATA,
    Column("report", ForeignKey("report.id"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("entity", ForeignKey("entity.id"), nullable=False),
    Index("mention_entity", "entity", "report"),
)

STATEMENT = Table(
    "statement",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("published", String(10)),  # the report's, to list by
    Column("entity", ForeignKey("entity.id")),
    Column("speaker", Text),
    Column("source_kind", String(20), nullable=False),
    Column("source_text", Text, nullable=False),
    Column("cue_text", Text, nullable=False),
    Column("content_text", Text, nullable=False),
    Column("type", String(10), nullable=False),
    Column("spans", JSON, nullable=False),  # {"source": [[start, end], …], "cue": …, "content": …}
    Column("via", JSON, nullable=False),
    Column("within", Integer),
    Column("polarity", String(10), nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("certainty_words", JSON, nullable=False),
    Column("said", Text),
    Column("about", Text),
    Column("confidence", Float, nullable=False),
    Column("rejected", Integer, nullable=False, default=0),
    Column("grade", String(1)),
    UniqueConstraint("report", "number"),
    Index("statement_entity", "entity", "published", "rejected", "report"),
    Index("statement_published", "published"),
)

CLAIM = Table(
    "claim",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("statement", Integer),  # the number of the statement that it is in; none in the report's own voice
    Column("kind", String(20), nullable=False),
    Column("spans", JSON, nullable=False),  # {"content": [[start, end], …]}, as of a statement
    Column("data", JSON, nullable=False),  # the claim, as the questions room has it
    Column("rejected", Integer, nullable=False, default=0),
    Column("grade", String(1)),
    UniqueConstraint("report", "number"),
    Index("claim_statement", "report", "statement"),
)

CLAIM_WORD = Table(
    "claim_word",
    METADATA,
    Column("word", String(60), primary_key=True),
    Column("kind", String(20), primary_key=True),  # the claim's
    Column("claim", ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True),
    Index("claim_word_claim", "claim"),
)
"""The words of what claims are about, by which those that bear on a question are found."""

QUESTION = Table(
    "question",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("more", JSON(none_as_null=True)),  # what else has to be known to tell which claims bear on it
    Column(
        "stale", String(10)
    ),  # the first day whose answer has to be worked out again; none where all is well
    UniqueConstraint("text"),
    Index("question_stale", "stale"),
)
"""What can be asked about the subjects of claims. Not all are listed: another may ask for more."""

QUESTION_WORD = Table(
    "question_word",
    METADATA,
    Column("word", String(60), primary_key=True),
    Column("question", ForeignKey("question.id", ondelete="CASCADE"), primary_key=True),
    Index("question_word_question", "question"),
)
"""The words by which the claims that bear on a question are looked up."""

ANSWER = Table(
    "answer",
    METADATA,
    Column("question", ForeignKey("question.id", ondelete="CASCADE"), primary_key=True),
    Column("day", String(10), primary_key=True),  # from this day on ("" from ever) …
    Column("until", String(10), nullable=False),  # … and before this one
    Column("changed", String(10), nullable=False),  # when status or values last changed
    Column("status", String(15), nullable=False),
    Column("urgency", Integer, nullable=False),  # what sorts the list: these three, then the last changed
    Column("weaker", Integer, nullable=False),  # origins of the second position
    Column("claims", Integer, nullable=False),
    Column("positions", JSON, nullable=False),
    Index("answer_order", "urgency", "weaker", "claims", "changed", "until"),
    Index("answer_changed", "changed", "urgency"),
)
"""What the answers to the questions listed come to; worked out from the claims, and kept to be fast."""

TOUCHED = Table(
    "touched",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("data", JSON, nullable=False),
)
"""Claims that came, went or were judged since the questions were last brought up to date."""

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("target", Text, nullable=False),
    Column("value", JSON, nullable=False),
    Column("user", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undoes", ForeignKey("judgement.id")),
    Index("judgement_target", "target"),
)
"""Rows are only ever added: what is undone stays, and another row undoes it."""

WRITTEN = Table(
    "written",
    METADATA,
    Column("id", NUMBER, primary_key=True),
    Column("report", String(16)),  # that came in; none where something else was written
)
"""What was written last, in order: who keeps what he made of the ledger can tell what does not hold."""
