"""Artikel 23, zesde lid, en artikel 66: de verkorte wachttijd voor wie volledig en duurzaam arbeidsongeschikt is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.bronnen.wia.regels.klok import is_aow_voor_wia, klok
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.norm import bepaalt
from poortnormen.tijd import Weken, dagen_later, laatste_dag_binnen, terug_vanaf
from poortnormen.uitkomst import Mist, Nvt, Uiterlijk, Uitkomst, mist, nvt
from poortnormen.ziektetijd import Ziektetijd


@dataclass(frozen=True, slots=True)
class EindeVerkorting(Uiterlijk):
    """Tussen welke dagen een verkorte wachttijd kan eindigen, en of het besloten einde daarbuiten ligt."""

    ligt_besluit_erbuiten: bool | None = None


class Volledigheid(StrEnum):
    """Of bij een verzoek om een verkorte wachttijd alles zit."""

    VOLLEDIG = "volledig"
    ZONDER_VERKLARING = "zonder_verklaring"
    ZONDER_GEGEVENS_SPECIALIST = "zonder_gegevens_specialist"


@bepaalt("WIA-23-6")
def einde_verkorte_wachttijd(
    *,
    ziektetijd: Ziektetijd,
    persoonsklok: Uitkomst,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    verkorte_wachttijd_besluit: VerkorteWachttijdbesluit | None,
    kortste_wachttijd: Weken,
    langste_verkorte_wachttijd: Weken,
    tijd_na_verzoek: Weken,
) -> EindeVerkorting | Nvt:
    """De vroegste en de laatste dag waarop een gevraagde verkorte wachttijd kan eindigen."""
    if not verkorte_wachttijd_verzoeken:
        return nvt("geen_verzoek")
    telling = klok(persoonsklok, ziektetijd)
    gedaan = verkorte_wachttijd_verzoeken[0].gedaan_op
    vroegst = max(telling.laatste_dag_van(kortste_wachttijd), laatste_dag_binnen(na=gedaan, termijn=tijd_na_verzoek))
    laatst = telling.laatste_dag_van(langste_verkorte_wachttijd)
    if vroegst > laatst:
        return nvt("te_laat_gevraagd", laatste=laatst)
    einde = None if verkorte_wachttijd_besluit is None else verkorte_wachttijd_besluit.einde
    return EindeVerkorting(
        laatst, vroegste_dag=vroegst, ligt_besluit_erbuiten=None if einde is None else not vroegst <= einde <= laatst
    )


@bepaalt("WIA-23-6-2")
def venster_verkorte_wachttijd(
    *,
    ziektetijd: Ziektetijd,
    persoonsklok: Uitkomst,
    aow_datum: date | None,
    heeft_mogelijkheden: bool | None,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    kortste_wachttijd: Weken,
    langste_verkorte_wachttijd: Weken,
    tijd_na_verzoek: Weken,
) -> Uiterlijk | Mist | Nvt:
    """Van welke tot welke dag het zin heeft een verkorte wachttijd te vragen, als er geen mogelijkheden zijn."""
    telling = klok(persoonsklok, ziektetijd)
    laatst = terug_vanaf(dag=telling.laatste_dag_van(langste_verkorte_wachttijd), termijn=tijd_na_verzoek)
    kortst = terug_vanaf(dag=telling.laatste_dag_van(kortste_wachttijd), termijn=tijd_na_verzoek)
    if verkorte_wachttijd_verzoeken:
        return Uiterlijk(laatst, verkorte_wachttijd_verzoeken[0].gedaan_op, dagen_later(kortst, 1))
    if is_aow_voor_wia(telling.laatste_dag_van(kortste_wachttijd), aow_datum):
        return nvt("aow")
    if heeft_mogelijkheden is None:
        return mist("heeft_mogelijkheden", mogelijk=(("nee", laatst),))
    if heeft_mogelijkheden:
        return nvt("mogelijkheden")
    return Uiterlijk(laatst, vroegste_dag=dagen_later(kortst, 1))


@bepaalt("WIA-66-2", per="verkorte_wachttijd_verzoeken")
def aanvraag_door_verzoek(
    *,
    verkorte_wachttijd_verzoek: VerkorteWachttijdverzoek,
    verkorte_wachttijd_verzoeken: tuple[VerkorteWachttijdverzoek, ...],
    aantal_verzoeken: int,
) -> date | Nvt:
    """De dag waarop een verzoek om een verkorte wachttijd tegelijk als WIA-aanvraag telt; een tweede kan niet."""
    if verkorte_wachttijd_verzoek in verkorte_wachttijd_verzoeken[aantal_verzoeken:]:
        return nvt("al_gevraagd", eerder=verkorte_wachttijd_verzoeken[0].gedaan_op)
    return verkorte_wachttijd_verzoek.gedaan_op


@bepaalt("WIA-66-5", per="verkorte_wachttijd_verzoeken")
def volledigheid_verzoek(*, verkorte_wachttijd_verzoek: VerkorteWachttijdverzoek) -> Volledigheid | Mist:
    """Of de verklaring van de bedrijfsarts bij het verzoek zit, en of zij op gegevens van specialisten steunt."""
    verzoek = verkorte_wachttijd_verzoek
    if verzoek.heeft_verklaring_bedrijfsarts is None:
        return mist("verkorte_wachttijd_verzoeken")
    if not verzoek.heeft_verklaring_bedrijfsarts:
        return Volledigheid.ZONDER_VERKLARING
    if not verzoek.zijn_gegevens_specialist_te_vergen or verzoek.heeft_gegevens_specialist:
        return Volledigheid.VOLLEDIG
    if verzoek.heeft_gegevens_specialist is None:
        return mist("verkorte_wachttijd_verzoeken")
    return Volledigheid.ZONDER_GEGEVENS_SPECIALIST
