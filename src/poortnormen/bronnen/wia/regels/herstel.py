"""Artikel 25, dertiende tot en met vijftiende lid, en artikel 64: een loonsanctie korter maken en de WIA hervatten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from poortnormen.bronnen.wia.regels.klok import einde_dienstverband
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.uwv import Bekortingsverzoek, Herstelbesluit, Toetsbesluit
from poortnormen.norm import bepaalt
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import Weken, dagen_later, laatste_dag_binnen, terug_vanaf
from poortnormen.uitkomst import Nvt, Uiterlijk, nvt, vroegste


@dataclass(frozen=True, slots=True)
class Beslisdag(Uiterlijk):
    """De laatste dag voor een besluit op een bekortingsverzoek, en de gronden waar geen bewijs bij zit."""

    gronden_zonder_bewijs: tuple[str, ...] = ()


@bepaalt("WIA-25-13", per="bekortingsverzoeken")
def uiterste_dag_herstelbesluit(
    *,
    bekortingsverzoek: Bekortingsverzoek,
    herstelbesluiten: tuple[Herstelbesluit, ...],
    toetsbesluit: Toetsbesluit | None,
    termijnregels: Termijnregels,
    termijn_herstelbesluit: Weken,
) -> Beslisdag:
    """De laatste dag waarop UWV op een bekortingsverzoek beslist, en wanneer dat besluit er was."""
    gronden = () if toetsbesluit is None else toetsbesluit.gronden
    ontvangen = bekortingsverzoek.ontvangen_op
    besloten = [b.besluit_op for b in herstelbesluiten if b.verzoek_ontvangen_op == ontvangen]
    return Beslisdag(
        termijnregels.laatste_dag(na=ontvangen, termijn=termijn_herstelbesluit),
        gedaan_op=min(besloten, default=None),
        gronden_zonder_bewijs=tuple(g for g in gronden if g not in bekortingsverzoek.gronden_met_bewijs),
    )


@bepaalt("WIA-25-14")
def einde_na_herstel(
    *,
    langste_loonsanctie: Uiterlijk,
    loonsanctie_met_verlof: Uiterlijk | None,
    herstelbesluiten: tuple[Herstelbesluit, ...],
    termijn_einde_na_herstel: Weken,
) -> date | Nvt:
    """De laatste dag van de loonsanctie nu UWV het herstel vaststelde: zes weken later, maar niet na het maximum."""
    vastgesteld = _hersteld_op(herstelbesluiten)
    if vastgesteld is None:
        return nvt("niet_hersteld")
    uiterst = (loonsanctie_met_verlof or langste_loonsanctie).dag
    return min(laatste_dag_binnen(na=vastgesteld, termijn=termijn_einde_na_herstel), uiterst)


@bepaalt("WIA-25-14-2")
def einde_loonsanctie(
    *,
    langste_loonsanctie: Uiterlijk,
    loonsanctie_met_verlof: Uiterlijk | None,
    einde_na_herstel: date | None,
    uiterste_dag_loonsanctiebesluit: Uiterlijk | None,
    uiterste_dag_loonsanctiebesluit_na_vertraging: Uiterlijk | None,
    uiterste_dag_herstelbesluit: tuple[Beslisdag, ...],
    laatste_dag_voor_loonsanctie: date,
) -> date:
    """De laatste dag van de loonsanctie, met eraf de dagen die UWV met haar besluiten te laat was."""
    einde = einde_na_herstel or (loonsanctie_met_verlof or langste_loonsanctie).dag
    besluiten = (
        uiterste_dag_loonsanctiebesluit,
        uiterste_dag_loonsanctiebesluit_na_vertraging,
        *uiterste_dag_herstelbesluit,
    )
    te_laat = sum(_dagen_te_laat(besluit) for besluit in besluiten if besluit is not None)
    return max(dagen_later(einde, -te_laat), laatste_dag_voor_loonsanctie)


@bepaalt("WIA-64-8")
def uiterste_dag_hervatting_aanvraag(
    *,
    langste_loonsanctie: Uiterlijk,
    loonsanctie_met_verlof: Uiterlijk | None,
    herstelbesluiten: tuple[Herstelbesluit, ...],
    hervatting_aanvraag_gevraagd_op: date | None,
    dienstverband: Dienstverband | None,
    termijn_hervatting_aanvraag: Weken,
) -> Uiterlijk:
    """De laatste dag waarop UWV de stilgelegde aanvraag oppakt, en wanneer dat door herstel of op verzoek gebeurde.

    Een verzoek van de werknemer telt alleen als het dienstverband een laatste dag heeft.
    """
    dag = terug_vanaf(dag=(loonsanctie_met_verlof or langste_loonsanctie).dag, termijn=termijn_hervatting_aanvraag)
    heeft_einde = einde_dienstverband(dienstverband) is not None
    gevraagd = hervatting_aanvraag_gevraagd_op if heeft_einde else None
    return Uiterlijk(dag, vroegste(gevraagd, _hersteld_op(herstelbesluiten)))


@bepaalt("WIA-25-15")
def uiterste_dag_wia_besluit(
    *,
    uiterste_dag_hervatting_aanvraag: Uiterlijk,
    wia_besluit_op: date | None,
    termijnregels: Termijnregels,
    termijn_wia_besluit: Weken,
) -> Uiterlijk:
    """De laatste dag waarop UWV over de WIA beslist nadat de stilgelegde aanvraag weer loopt."""
    hervatting = uiterste_dag_hervatting_aanvraag
    hervat_op = min(hervatting.gedaan_op or hervatting.dag, hervatting.dag)
    besloten = wia_besluit_op if wia_besluit_op is not None and wia_besluit_op >= hervat_op else None
    return Uiterlijk(termijnregels.laatste_dag(na=hervat_op, termijn=termijn_wia_besluit), besloten)


def _hersteld_op(besluiten: Sequence[Herstelbesluit]) -> date | None:
    return min((besluit.besluit_op for besluit in besluiten if besluit.is_hersteld), default=None)


def _dagen_te_laat(besluit: Uiterlijk) -> int:
    return 0 if besluit.gedaan_op is None else max(0, (besluit.gedaan_op - besluit.dag).days)
