"""The tables that carry the block's year: score sheets, criteria, plans."""
