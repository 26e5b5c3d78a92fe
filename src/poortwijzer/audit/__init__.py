"""The append-only log of who did and read what."""
