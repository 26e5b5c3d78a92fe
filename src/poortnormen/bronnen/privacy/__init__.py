"""Privacy en beveiliging: UAVG, beleidsregels van de AP, besluit over logging en NEN-normen."""
