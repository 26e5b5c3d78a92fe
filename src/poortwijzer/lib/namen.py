"""Names of people, kept in one spelling: what looks the same is the same where names are compared."""

import unicodedata


def nette_naam(naam: str) -> str:
    """Give the name with single spaces, letters and accents as one sign, and nothing that does not show."""
    zichtbaar = "".join(teken for teken in naam if unicodedata.category(teken) != "Cf")
    return " ".join(unicodedata.normalize("NFC", zichtbaar).split())
