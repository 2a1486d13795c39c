"""The ledger's schema, step by step; Alembic runs them when a ledger is opened."""
