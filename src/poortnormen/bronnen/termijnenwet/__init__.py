"""De Algemene termijnenwet: welke termijnen opschuiven voor weekend en feestdag."""
