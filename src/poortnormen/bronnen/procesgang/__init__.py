"""De Regeling procesgang eerste en tweede ziektejaar: van probleemanalyse tot re-integratieverslag."""
