"""The whole policy of trust: candidates become facts here and nowhere else."""
