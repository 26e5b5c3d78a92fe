"""De Wet werk en inkomen naar arbeidsvermogen: wachttijd, re-integratieverslag, aanvraag en loonsanctie."""
