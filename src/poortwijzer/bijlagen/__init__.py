"""Files from outside: what may come in, how that is found out, and why something may not; knows no tables."""
