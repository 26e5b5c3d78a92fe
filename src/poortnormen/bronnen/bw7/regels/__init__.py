"""Uitwerking van BW boek 7: re-integratie, opzegverbod, bewaren en loon bij ziekte."""

from poortnormen.bronnen.bw7.regels import bewaren, loonduur, maatregelen, opzegverbod, reintegratie, ziekteloon

__all__ = ["bewaren", "loonduur", "maatregelen", "opzegverbod", "reintegratie", "ziekteloon"]
