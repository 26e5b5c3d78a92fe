"""Uitwerking van de Ziektewet: meldingen aan UWV, ziekengeld, vangnet en boete."""

from poortnormen.bronnen.ziektewet.regels import aangifte, boete, no_risk, vangnet, ziekengeld

__all__ = ["aangifte", "boete", "no_risk", "vangnet", "ziekengeld"]
