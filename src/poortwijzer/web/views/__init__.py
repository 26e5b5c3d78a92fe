"""One module per subject; each view asks a query or an action and renders."""
