"""De bronnen: één map per wet, regeling, beleidsregel of richtlijn."""
