"""Every button leads to a page that opens for who sees the button."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.beelden import Knopsoort
from poortwijzer.dossiers.knoppen import afwijken, voor_feit, voor_moment
from poortwijzer.dossiers.models import Dossier
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.adressen import adres

pytestmark = pytest.mark.een_database("postgresql")


@pytest.mark.parametrize("rol", [rol for rol in Rol if any(voor_feit(rol, naam) for naam in FEITEN)])
def test_elke_knop_opent_voor_wie_haar_ziet(rol: Rol, als: Callable[[Rol], Client], dossier: Dossier):
    momenten = [norm for norm in catalogus().normen.values() if norm.moment is not None]
    knoppen = {
        *(voor_feit(rol, naam) for naam in FEITEN),
        *(voor_moment(rol, norm, {}) for norm in momenten),
        *(afwijken(rol, norm.id) for norm in momenten),
    } - {None}
    client = als(rol)

    dicht = {knop for knop in knoppen if client.get(adres(knop, dossier.kenmerk)).status_code != 200}

    assert knoppen
    assert dicht == set()


def test_het_verslag_begint_met_zijn_voorblad(als: Callable[[Rol], Client], dossier: Dossier):
    """The moment of the re-integratieverslag is done by freezing its front page; a page made elsewhere is a file."""
    norm = next(n for n in catalogus().normen.values() if n.moment and n.moment.naam.startswith("Re-integratieverslag"))
    knop = voor_moment(Rol.CASEMANAGER, norm, {})
    assert knop is not None
    assert (knop.soort, knop.onderdeel) == (Knopsoort.STEL_STUK_OP, "reintegratieverslag")
    assert als(Rol.CASEMANAGER).get(adres(knop, dossier.kenmerk)).status_code == 200


def test_een_verslag_van_elders_kan_als_bestand_meetellen(als: Callable[[Rol], Client], dossier: Dossier):
    pad = f"{reverse('web:bijlage_nieuw', args=[dossier.kenmerk])}?deel=reintegratieverslag"
    form = als(Rol.CASEMANAGER).get(pad).context["form"]
    assert (form["deel"].value(), form["telt_mee"].value()) == ("reintegratieverslag", True)
