"""What stores of former versions had otherwise."""

BEFORE_THE_FOURTH = "ALTER TABLE searched ADD COLUMN tried TEXT NOT NULL DEFAULT ''"
"""What `searched` held up to the third version."""
