"""De vaste lijsten van de Werkwijzer: rollen, stappen, schalen, scores en categorieën."""

from enum import StrEnum


class Rol(StrEnum):
    """Wie er in een traject iets doet of leest."""

    WERKNEMER = "werknemer"
    LEIDINGGEVENDE = "leidinggevende"
    PROCESBEGELEIDER = "procesbegeleider"
    WERKGEVER = "werkgever"
    BEDRIJFSARTS = "bedrijfsarts"
    CASEMANAGER = "casemanager"
    ARBOPROFESSIONAL = "arboprofessional"
    RELATIEBEHEERDER = "relatiebeheerder"
    ACCOUNTMANAGER = "accountmanager"
    STAFFUNCTIONARIS = "staffunctionaris"
    ANDER = "ander"


# Wie het samen eens moeten worden.
PARTIJEN = (Rol.WERKNEMER, Rol.LEIDINGGEVENDE)
DEELNEMERS = (*PARTIJEN, Rol.PROCESBEGELEIDER)


class Stap(StrEnum):
    """De stappen van de Werkwijzer; A en C zijn van de organisatie, B van één werknemer."""

    A = "A"
    B1 = "B1"
    B2 = "B2"
    B3 = "B3"
    B4 = "B4"
    B5 = "B5"
    C = "C"


STAPPEN_B = (Stap.B1, Stap.B2, Stap.B3, Stap.B4, Stap.B5)


class Toepassing(StrEnum):
    """Of de werkgever de methode vast gebruikt of voor één keer."""

    STRUCTUREEL = "structureel"
    INCIDENTEEL = "incidenteel"


class Aanleiding(StrEnum):
    """Of iemand al ziek is gemeld of dreigt uit te vallen."""

    VERZUIM = "verzuim"
    DREIGEND_VERZUIM = "dreigend_verzuim"


class Uitgangspunt(StrEnum):
    """Waarheen de terugkeer gaat, van het eerste doel naar wat daarna komt."""

    EIGEN_FUNCTIE = "eigen_functie_volledige_loonwaarde"
    AANGEPAST_TAKENPAKKET = "aangepast_takenpakket"
    ANDERE_FUNCTIE = "andere_functie_eigen_bedrijf"
    BUITEN_HET_BEDRIJF = "buiten_het_bedrijf"


class Categorie(StrEnum):
    """De zes hoofdgroepen van aanpassingen."""

    WERKORGANISATIE = "werkorganisatie"
    WERKTIJDEN = "werktijden"
    WERKTAKEN = "werktaken"
    WERKPLEK = "werkplekinrichting_en_hulpmiddelen"
    WERKUITVOERING = "werkuitvoering"
    OVERIGE = "overige"


class Aspect(StrEnum):
    """Wat een aanpassing aan het werk verandert; zonder aspect is het een overige actie."""

    TAAKEISEN = "taakeisen"
    TAAKUITVOERING = "taakuitvoering"
    REGELMOGELIJKHEDEN = "regelmogelijkheden"
    WERKOMGEVING = "werkomgeving"


class Variant(StrEnum):
    """Voor wie het knelpuntenformulier is ingevuld; elk traject heeft deze drie."""

    WERKNEMER = "werknemer"
    LEIDINGGEVENDE = "leidinggevende"
    GEZAMENLIJK = "gezamenlijk"


class Herkomst(StrEnum):
    """Wie een knelpunt inbracht."""

    WERKNEMER = "werknemer"
    LEIDINGGEVENDE = "leidinggevende"
    BEIDE = "beide"
    NIEUW = "nieuw"


class Label(StrEnum):
    """Hoe gevoelig een knelpunt is."""

    WERK = "werk"
    PRIVE = "prive"
    GEZONDHEID = "gezondheid"
    FINANCIEEL = "financieel"


class Vrijgave(StrEnum):
    """Of de werknemer goedvindt dat een knelpunt met de leidinggevende wordt besproken."""

    NIET_GEVRAAGD = "niet_gevraagd"
    AKKOORD = "akkoord"
    GEWEIGERD = "geweigerd"


class Score(StrEnum):
    """De zes scores van het keuzeformulier, zoals zij daar staan."""

    MIN = "-"
    PLUS = "+"
    PLUS_PLUS = "++"
    PLUS_PLUS_PLUS = "+++"
    PLUSMIN = "+/-"
    ONBEKEND = "?"


class Duur(StrEnum):
    """Of een aanpassing een einde heeft."""

    TIJDELIJK = "tijdelijk"
    BLIJVEND = "blijvend"


class Fase(StrEnum):
    """In het keuzeformulier wordt eerst bedacht en pas daarna beoordeeld."""

    BEDENKEN = "bedenken"
    BEOORDELEN = "beoordelen"


class Wijze(StrEnum):
    """Waar of hoe een gesprek was."""

    WERKPLEK = "werkplek"
    TELEFOON = "telefoon"
    ELDERS = "elders"


class Antwoord(StrEnum):
    """Ja, voor een deel, of nee."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"


class Besluit(StrEnum):
    """Hoe een evaluatie eindigt."""

    AFGEROND = "afgerond"
    VERVOLG_B1 = "vervolg_B1"
    VERVOLG_B2 = "vervolg_B2"
