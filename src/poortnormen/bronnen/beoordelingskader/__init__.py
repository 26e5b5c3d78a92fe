"""De Beleidsregels beoordelingskader poortwachter: hoe UWV de inspanningen van partijen toetst."""
