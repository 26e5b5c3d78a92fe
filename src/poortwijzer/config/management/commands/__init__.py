"""Commands of an installation as a whole."""
