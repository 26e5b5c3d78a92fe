"""De Ziektewet: aangifte bij UWV, ziekengeld, no-riskpolis en boete."""
