"""The heart: dossiers, their facts, acts and assessments."""
