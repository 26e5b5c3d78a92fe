"""Boek 7 van het Burgerlijk Wetboek: loon bij ziekte, re-integratie, opzegverbod en dossierplicht."""
