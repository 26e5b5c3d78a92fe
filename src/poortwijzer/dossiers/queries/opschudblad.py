"""The first-year evaluation: what is on the table, cut to what a role may read and do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit
from poortnormen.opschudding import BESLUITEN, DOELEN, EVALUATIE, SPOOR2, UITZONDERINGEN, opschudding
from poortnormen.standdelen import Reden
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden import Opschudbeeld, Signaalbeeld
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.partijen import deel_van_vraag, is_leesbaar
from poortwijzer.dossiers.queries.oordeelblad import bevinding, met_gelezen_feiten
from poortwijzer.dossiers.queries.redenblad import Lezer
from poortwijzer.dossiers.queries.werklijst import concepten_per_dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor


def opschudbeeld(actor: Actor, dossier: Dossier) -> Opschudbeeld:
    """Give what the evaluation looks at; `dossier` comes from `access_dossier` for `Deel.EERSTEJAARSEVALUATIE`."""
    beoordeeld = beoordeel(met_gelezen_feiten(dossier), vandaag())
    concepten = concepten_per_dossier({dossier.pk}).get(dossier.pk, {})
    lezer = Lezer(
        rol=actor.rol,
        beoordeeld=beoordeeld,
        dossier=dossier,
        concepten=concepten,
        is_bevestigd=not dossier.gesloten_delen,
        mag_handelen=not dossier.gesloten_delen,
    )
    gevonden = opschudding(catalogus(), beoordeeld.kern)
    bekend = beoordeeld.kern.beeld
    return Opschudbeeld(
        peildatum=beoordeeld.kern.peildatum,
        momenten=tuple(
            bevinding(actor.rol, moment, concepten)
            for moment in beoordeeld.momenten
            if moment.norm in {EVALUATIE, SPOOR2}
        ),
        signalen=tuple(_signaal(lezer, nummer, reden) for nummer, reden in enumerate(gevonden.signalen, start=1)),
        zonder_spoor2=lezer.reden(gevonden.zonder_spoor2),
        uitzonderingen=tuple(lezer.vraag(naam) for naam in UITZONDERINGEN if not bekend[naam].uit),
        koers=lezer.reden(gevonden.koers),
        besluiten=tuple(lezer.vraag(naam) for naam in BESLUITEN),
        besloten=lezer.feiten(_uit(lezer, BESLUITEN)),
        doel=lezer.vraag(DOELEN),
        doelen=lezer.feiten(_uit(lezer, (DOELEN,))),
    )


def _uit(lezer: Lezer, namen: Iterable[str]) -> Iterable[Feit]:
    return (feit for naam in namen for feit in lezer.beoordeeld.kern.beeld[naam].uit)


def _signaal(lezer: Lezer, nummer: int, reden: Reden) -> Signaalbeeld:
    """Give a signal; who may not read every fact under it does not get the answer, which would tell that fact."""
    namen = [argument.naam for argument in catalogus().uitwerkingen[reden.norm].feiten]
    mag_weten = all(
        is_leesbaar(lezer.rol, naam, deel_van_vraag(naam), is_bevestigd=lezer.is_bevestigd) for naam in namen
    )
    return Signaalbeeld(
        nummer=nummer,
        norm=reden.norm,
        tekst=_(catalogus().normen[reden.norm].tekst),
        reden=lezer.reden(reden) if mag_weten else None,
    )
