"""Wat de werknemer niet vrijgaf, is voor de leidinggevende en de werkgever op geen enkele manier te zien."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.bronnen.werkaanpassing.knelpunten import (
    Hoofdtaak,
    Knelpunt,
    Knelpuntenformulier,
    Werkzaamheid,
)
from poortnormen.bronnen.werkaanpassing.regels.zicht import gezamenlijk, is_vrijgegeven, stand_vrijgave, zicht
from poortnormen.bronnen.werkaanpassing.soorten import Herkomst, Label, Rol, Variant, Vrijgave

BUITEN = st.sampled_from([Rol.LEIDINGGEVENDE, Rol.WERKGEVER, Rol.BEDRIJFSARTS, Rol.CASEMANAGER, Rol.ANDER])


@st.composite
def knelpunten(draw: st.DrawFn, voor: str) -> tuple[Knelpunt, ...]:
    aantal = draw(st.integers(0, 6))
    return tuple(
        Knelpunt(
            id=f"{voor}{nummer}",
            tekst=f"GEHEIM-{voor}{nummer}",
            belemmering=f"GEHEIM-{voor}{nummer}",
            frequentie=draw(st.sampled_from([None, 1, 4])),
            ernst=draw(st.sampled_from([None, 1, 3])),
            ernst_origineel=draw(st.sampled_from(["", "****", f"GEHEIM-{voor}{nummer}"])),
            frequentie_origineel=draw(st.sampled_from(["", f"GEHEIM-{voor}{nummer}"])),
            prioriteit=draw(st.one_of(st.none(), st.integers(1, 9))),
            label=draw(st.sampled_from(Label)),
            vrijgave=draw(st.sampled_from(Vrijgave)),
            vrijgave_door=draw(st.sampled_from([None, Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER])),
            vrijgegeven_tekst=draw(st.sampled_from(["", f"open {nummer}", f"geheim-{voor}{nummer} anders"])),
            zelfde_als=draw(st.sampled_from(["", "l0", "l1", "w0"])),
        )
        for nummer in range(aantal)
    )


def _formulier(variant: Variant, knelpunten_: tuple[Knelpunt, ...]) -> Knelpuntenformulier:
    """Elk knelpunt onder een eigen taak, zodat ook de naam van een taak niets kan verraden."""
    return Knelpuntenformulier(
        variant=variant,
        hoofdtaken=tuple(
            Hoofdtaak(naam=f"taak {deel.id}", werkzaamheden=(Werkzaamheid(naam=deel.id, knelpunten=(deel,)),))
            for deel in knelpunten_
        ),
    )


@given(knelpunten("w"), BUITEN, st.booleans())
@pytest.mark.norm("WAP-B2-19", waar="poortnormen.bronnen.werkaanpassing.regels.zicht.zicht")
def test_alleen_vrijgegeven_woorden_komen_bij_een_ander(
    lijst: tuple[Knelpunt, ...],
    lezer: Rol,
    gesprek_3_begonnen: bool,  # noqa: FBT001  # gegeven door hypothesis
) -> None:
    vrij = {deel.id for deel in lijst if is_vrijgegeven(deel)}

    regels = zicht(formulier=_formulier(Variant.WERKNEMER, lijst), lezer=lezer, gesprek_3_begonnen=gesprek_3_begonnen)

    assert {regel.werkzaamheid for regel in regels} <= vrij
    tekst = repr(regels)
    assert not [deel.id for deel in lijst if deel.id not in vrij and f"{deel.id}'" in tekst]
    assert all(regel.ernst_origineel in {"", "****"} for regel in regels)


@given(knelpunten("w"), knelpunten("l"), BUITEN)
@pytest.mark.norm("WAP-B2-20", waar="poortnormen.bronnen.werkaanpassing.regels.zicht.gezamenlijk")
def test_wat_niet_vrij_is_maakt_voor_een_ander_geen_enkel_verschil(
    lijst: tuple[Knelpunt, ...], van_leiding: tuple[Knelpunt, ...], lezer: Rol
) -> None:
    """Twee werknemers die alleen verschillen in wat zij niet vrijgaven, zijn voor de ander dezelfde."""
    zonder = tuple(deel for deel in lijst if is_vrijgegeven(deel))
    leiding = _formulier(
        Variant.LEIDINGGEVENDE, tuple(replace(deel, herkomst=Herkomst.LEIDINGGEVENDE) for deel in van_leiding)
    )
    alles, minder = _formulier(Variant.WERKNEMER, lijst), _formulier(Variant.WERKNEMER, zonder)

    def gezien(formulier: Knelpuntenformulier) -> object:
        return zicht(formulier=formulier, lezer=lezer, gesprek_3_begonnen=True)

    assert gezamenlijk(werknemer=alles, leidinggevende=leiding) == gezamenlijk(werknemer=minder, leidinggevende=leiding)
    assert _zonder_nummers(gezien(alles)) == _zonder_nummers(gezien(minder))
    assert gezien(alles) == gezien(minder)
    assert stand_vrijgave(formulier=alles, lezer=lezer) is None


def _zonder_nummers(regels: object) -> object:
    assert isinstance(regels, tuple)
    return tuple(replace(regel, prioriteit=None) for regel in regels)


@given(knelpunten("w"), knelpunten("l"))
def test_het_gezamenlijke_formulier_is_voor_beide_partijen_hetzelfde(
    lijst: tuple[Knelpunt, ...], van_leiding: tuple[Knelpunt, ...]
) -> None:
    leiding = _formulier(
        Variant.LEIDINGGEVENDE, tuple(replace(deel, herkomst=Herkomst.LEIDINGGEVENDE) for deel in van_leiding)
    )

    samen = gezamenlijk(werknemer=_formulier(Variant.WERKNEMER, lijst), leidinggevende=leiding)

    per_lezer = [
        zicht(formulier=samen, lezer=lezer, gesprek_3_begonnen=True)
        for lezer in (Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER, Rol.WERKGEVER)
    ]
    assert all(regels == per_lezer[0] for regels in per_lezer)
