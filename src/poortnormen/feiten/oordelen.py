"""Oordelen van mensen over de re-integratie: feiten met een gever, een dag en een motivering, nooit een uitkomst.

UWV weegt deze vragen; wie het dossier oefent, geeft er vooraf een eigen antwoord op. De eerste groep zijn de
hoofdvragen van de toets, de andere groepen gaan over de onderdelen ervan.
"""

from poortnormen.feiten.soort import (
    ARBEIDSDESKUNDIGE,
    ARBODIENST,
    BEDRIJFSARTS,
    CASEMANAGER,
    UWV,
    WERKGEVER,
    WERKNEMER,
    Feitsoort,
)

_WEGERS = (WERKGEVER, WERKNEMER, CASEMANAGER, ARBEIDSDESKUNDIGE, UWV)
_ARTSEN = (BEDRIJFSARTS, ARBODIENST, UWV)


def _oordeel(naam: str, vraag: str, gevers: tuple[str, ...] = _WEGERS) -> Feitsoort:
    return Feitsoort(naam=naam, type=bool, vraag=vraag, gevers=gevers, is_oordeel=True)


_HOOFDVRAGEN = (
    _oordeel(
        "is_ontbreken_mogelijkheden_onderbouwd",
        "Heeft de bedrijfsarts onderbouwd dat er geen mogelijkheden voor werk zijn?",
        _ARTSEN,
    ),
    _oordeel(
        "is_resultaat_bevredigend",
        "Past het werk ongeveer bij wat de werknemer nog kan, en blijft dat werk ook na de loonperiode bestaan?",
    ),
    _oordeel(
        "zijn_inspanningen_voldoende",
        "Heeft de werkgever genoeg gedaan om de werknemer aan passend werk te helpen?",
    ),
    _oordeel("heeft_deugdelijke_grond", "Had de werkgever een goede reden om minder te doen dan nodig was?"),
    _oordeel(
        "is_werknemer_verwijtbaar_in_gebreke",
        "Werkte de werknemer te weinig mee, ook na aansporing, en is dat de werknemer te verwijten?",
    ),
)

_RESULTAAT = (
    _oordeel(
        "sluit_werk_aan_bij_mogelijkheden",
        "Past het werk van nu ongeveer bij alles wat de werknemer nog kan?",
        (*_WEGERS, BEDRIJFSARTS),
    ),
    _oordeel("is_werk_blijvend", "Kan de werknemer dit werk waarschijnlijk ook na de loonperiode blijven doen?"),
    _oordeel(
        "is_eerst_meer_geprobeerd",
        "Is eerst geprobeerd werk te vinden dat beter past bij wat de werknemer kan, en is dat niet gelukt?",
    ),
    _oordeel(
        "is_aangewezen_werk_redelijk",
        "Wees de werknemer concreet beter passend werk aan dat de werkgever redelijkerwijs kon aanbieden?",
    ),
    Feitsoort(
        naam="vindt_werkgever_dat_meer_niet_kon",
        type=bool,
        vraag="Vindt de werkgever dat er redelijkerwijs niet meer van hem te verwachten was?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="vindt_werknemer_dat_meer_niet_kon",
        type=bool,
        vraag="Vindt de werknemer dat er redelijkerwijs niet meer van de werkgever te verwachten was?",
        gevers=(WERKNEMER,),
    ),
    Feitsoort(
        naam="stemt_werknemer_in_met_plaatsing",
        type=bool,
        vraag="Stemt de werknemer in met het werk bij de andere werkgever?",
        gevers=(WERKNEMER,),
    ),
)

_MEDISCH = (
    _oordeel(
        "komt_oordeel_van_bevoegde_arts",
        "Komt het oordeel over de mogelijkheden van een bevoegde bedrijfsarts, of valt het onder diens toezicht?",
        (*_ARTSEN, WERKGEVER),
    ),
    _oordeel(
        "zijn_kansen_gemist_zonder_onderbouwing",
        "Zijn er kansen op werk gemist doordat ten onrechte is gezegd dat er geen mogelijkheden waren?",
    ),
    _oordeel(
        "is_medische_begeleiding_voldoende",
        "Voldoet de medische begeleiding? Alleen ja of nee, zonder iets over ziekte of behandeling.",
        _ARTSEN,
    ),
    _oordeel(
        "is_belastbaarheid_aannemelijk",
        "Is aannemelijk wat de bedrijfsarts zegt over het werk dat de werknemer nog kan doen?",
        (ARBODIENST, ARBEIDSDESKUNDIGE, UWV),
    ),
    _oordeel(
        "is_volgens_richtlijnen_gewerkt",
        "Is gewerkt volgens de richtlijnen en protocollen van het vak?",
        _ARTSEN,
    ),
    _oordeel(
        "is_afwijken_richtlijn_onderbouwd",
        "Heeft de bedrijfsarts opgeschreven waarom in dit geval van de richtlijn is afgeweken?",
        _ARTSEN,
    ),
)

_PROCES = (
    _oordeel(
        "is_probleemanalyse_goed",
        "Kregen werkgever en werknemer met de probleemanalyse een helder beeld van oorzaken, kansen en wat te doen?",
    ),
    _oordeel(
        "is_bijgesteld_toen_het_stokte",
        "Zijn probleemanalyse en plan bijgewerkt toen het stokte of anders liep?",
    ),
    _oordeel(
        "is_plan_goed",
        "Staan in het plan van aanpak genoeg concrete stappen die bij de probleemanalyse passen?",
    ),
    _oordeel("zijn_afspraken_uitgevoerd", "Zijn de afspraken uit het plan van aanpak echt uitgevoerd?"),
    _oordeel(
        "zijn_kansen_gemist_door_proces",
        "Zijn er kansen op werk gemist doordat een stap te laat kwam, ontbrak of niet goed genoeg was?",
    ),
)

_ARBEID = (
    _oordeel("zijn_mogelijkheden_in_beeld", "Zijn alle mogelijkheden om weer te werken goed in beeld gebracht?"),
    _oordeel(
        "is_op_bekwaamheden_gelet",
        "Is genoeg gelet op opleiding, werkervaring en persoonlijke eigenschappen van de werknemer?",
    ),
    _oordeel("is_scholing_bekeken", "Is bekeken of scholing of training de kans op werk vergroot?"),
    _oordeel(
        "is_eigen_functie_onderzocht",
        "Is onderzocht of de werknemer terug kan in de eigen functie, zo nodig aangepast?",
    ),
    _oordeel(
        "is_intern_werk_gezocht",
        "Zocht de werkgever zelf naar ander werk in het bedrijf, en bood hij het concreet aan?",
    ),
    _oordeel(
        "is_werk_elders_gezocht",
        "Is er genoeg gedaan om passend werk bij een andere werkgever te vinden (spoor 2)?",
    ),
)

_PARTIJEN = (
    _oordeel(
        "volgde_werkgever_de_begeleiding",
        "Volgde de werkgever de begeleiding actief: vroeg hij naar de voortgang en stuurde hij bij?",
    ),
    _oordeel(
        "zijn_kansen_gemist_door_dienstverlener",
        "Zijn er kansen gemist doordat een arbodienst, re-integratiebedrijf of andere hulp tekortschoot?",
    ),
    _oordeel("liep_reintegratie_vast", "Liep de re-integratie een tijd vast?"),
    _oordeel(
        "is_stilstand_doorbroken",
        "Deden partijen op tijd iets tegen de stilstand, bijvoorbeeld met een deskundigenoordeel?",
    ),
    _oordeel("werkte_werknemer_genoeg_mee", "Werkte de werknemer genoeg mee aan de re-integratie?"),
    _oordeel(
        "sprak_werkgever_werknemer_aan",
        "Sprak de werkgever de werknemer aan op het meewerken, zo nodig met gevolgen voor het loon?",
    ),
    _oordeel(
        "zijn_kansen_gemist_zonder_aanspreken",
        "Zijn er kansen op werk gemist doordat de werkgever de werknemer niet aansprak?",
    ),
)

_GRONDEN = (
    _oordeel(
        "kwam_productie_in_gevaar", "Zou wat er nog moest gebeuren het werk van het bedrijf in gevaar hebben gebracht?"
    ),
    _oordeel(
        "waren_kosten_onevenredig", "Zou wat er nog moest gebeuren het bedrijf onevenredig veel geld hebben gekost?"
    ),
    _oordeel("was_er_geen_plaats", "Was er in het bedrijf geen plaats of ruimte om de werknemer te herplaatsen?"),
    Feitsoort(
        naam="is_eigen_plaats_vervangen",
        type=bool,
        vraag="Was er geen plaats omdat iemand anders op de plek van de werknemer is aangenomen?",
        gevers=_WEGERS,
    ),
    _oordeel(
        "is_nieuw_traject_zinloos",
        "Blijkt na een mislukt traject uit de nieuwe probleemanalyse en het nieuwe plan dat een volgend traject geen "
        "zin heeft?",
    ),
)

FEITEN = (*_HOOFDVRAGEN, *_RESULTAAT, *_MEDISCH, *_PROCES, *_ARBEID, *_PARTIJEN, *_GRONDEN)
