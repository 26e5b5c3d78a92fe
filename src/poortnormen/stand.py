"""Hoe UWV het dossier op de peildatum zou beoordelen, voor zover de feiten dat toelaten, waarom, en wat dat verandert.

Het oordeel is een norm van het Beoordelingskader poortwachter, die de vragen in de volgorde van de bron afloopt. Een
oordeel dat van een mens moet komen, is een feit met een motivering; zonder zo'n feit is het antwoord: niet bekend.
"""

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.kortbeeld import SANCTIENORMEN, VERHAALNORM
from poortnormen.omslag import omslagen
from poortnormen.standdelen import Antwoord, StandVoorUwv
from poortnormen.tijdlijn import Moment, houdbaar_tot, momentnormen
from poortnormen.toetsboom import EINDOORDEEL, MAATREGEL, oordeel_van, redenen
from poortnormen.uitkomst import vroegste


def standnormen(regels: Catalogus) -> frozenset[str]:
    """De normen waarop de stand steunt, met die van de tijdlijn; voor `beoordeel(alleen=…)`."""
    return momentnormen(regels) | SANCTIENORMEN | {EINDOORDEEL, MAATREGEL, VERHAALNORM}


def stand(beoordeling: Beoordeling, momenten: tuple[Moment, ...], *, met_omslag: bool = True) -> StandVoorUwv:
    """Geef het oordeel van UWV zoals het er op de peildatum voor staat, met redenen en wat het doet omslaan.

    Zoeken wat het doet omslaan kost veel meer dan het oordeel zelf; zonder `met_omslag` blijft dat leeg.
    """
    regels = catalogus()
    oordeel = oordeel_van(beoordeling)
    boom = redenen(regels, beoordeling)
    maatregel = next(reden.uitkomst for reden in boom if reden.norm == MAATREGEL)
    return StandVoorUwv(
        oordeel=oordeel,
        maatregel_werknemer={Antwoord.JA: True, Antwoord.NEE: False}.get(maatregel),
        redenen=boom,
        omslag=omslagen(regels, beoordeling, oordeel) if met_omslag else (),
        ontbreekt=tuple(dict.fromkeys(naam for reden in boom for naam in reden.ontbreekt)),
        houdbaar_tot=vroegste(houdbaar_tot(beoordeling, momenten), *(reden.houdbaar_tot for reden in boom)),
    )
