"""Hoe lang het medisch dossier blijft (artikel 7:454)."""

from datetime import date

from poortnormen.norm import bepaalt
from poortnormen.tijd import Jaren, jaren_later


@bepaalt("BW7-454-3")
def medisch_dossier_bewaren_tot_en_met(*, medisch_dossier_gewijzigd_op: date, bewaartermijn_medisch: Jaren) -> date:
    """De laatste dag waarop het medisch dossier bewaard moet blijven; elke wijziging begint de termijn opnieuw."""
    return jaren_later(medisch_dossier_gewijzigd_op, bewaartermijn_medisch)
