"""Uitwerking van de Regeling procesgang eerste en tweede ziektejaar, per artikel bijeen."""

from poortnormen.bronnen.procesgang.regels import afschriften, evaluatie, oordeel, plan, vangnet, verslag

__all__ = ["afschriften", "evaluatie", "oordeel", "plan", "vangnet", "verslag"]
