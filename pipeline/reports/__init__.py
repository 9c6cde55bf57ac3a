"""One file a kind of paper: what its Word template is given."""
