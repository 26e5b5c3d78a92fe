"""De normen van de Wet verbetering Poortwachter als rekenbare, uitlegbare bibliotheek.

Zuivere kern: alleen de standaardbibliotheek, geen klok, geen invoer of uitvoer behalve de eigen gegevensbestanden.
"""
