"""What every code means, why it matters and what is to be done: three short texts each."""
