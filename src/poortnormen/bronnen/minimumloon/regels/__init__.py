"""Uitwerking van de Wet minimumloon en minimumvakantiebijslag: leeftijd, uurloon, en de bedragen van voor 2024."""

from poortnormen.bronnen.minimumloon.regels import bodem, leeftijd

__all__ = ["bodem", "leeftijd"]
