"""What the proofs share."""

from tests.proof.sample_block import sample_block

__all__ = ["sample_block"]
