"""What personal data are processed for: every part of the policy belongs to one processing, with purpose and ground.

Health data may be used for two purposes only (AVG-30-1): claims that follow from law or agreement, and guidance back to
work. A part, a table or a question without a purpose and a class does not get in: with it the program does not start,
or a test fails. The register of processing of an organisation is made from this (AVG, article 30).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.toegang.delen import MEDISCH, TRAJECTDELEN, Deel
from poortwijzer.toegang.doelen import (
    GEZONDHEIDSDOELEN,
    OVER_GEZONDHEID,
    Doel,
    Gegevensklasse,
    Grondslag,
    Uitzondering,
)
from poortwijzer.toegang.organisaties import Organisatiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerking:
    """One processing, as article 30 of the AVG asks it.

    `grondslagen` are those of article 6 and `uitzonderingen` those of article 9, for health data only; `grond` names
    the laws behind them. `nodig` is why it cannot do with less, `bewaren` the part of the schedule of keeping (none:
    `einde` says how it ends), and `verantwoordelijk` the kinds of organisation that answer for it.
    """

    naam: str
    titel: Promise
    doelen: frozenset[Doel]
    klasse: Gegevensklasse
    grondslagen: tuple[Grondslag, ...]
    uitzonderingen: tuple[Uitzondering, ...] = ()
    grond: Promise
    nodig: Promise
    betrokkenen: Promise
    gegevens: Promise
    delen: frozenset[Deel]
    tabellen: frozenset[str]
    verantwoordelijk: frozenset[Organisatiesoort]
    bewaren: str = ""
    einde: Promise | None = None


class OnvolledigeVerwerking(ValueError):  # as the other words of this app
    """A part without a purpose, or a purpose that health data may not have."""


def controleer(verwerkingen: Iterable[Verwerking]) -> tuple[Verwerking, ...]:
    """Give the processings as they are.

    Raises OnvolledigeVerwerking for a part that none or more than one of them names, for a table that more than one
    names, for health data with another purpose than the law allows, for one without a ground of article 6, for health
    data without an exception of article 9 or other data with one, and for one that does not say how it ends.
    """
    rijen = tuple(verwerkingen)
    per_deel = Counter(deel for rij in rijen for deel in rij.delen)
    if verkeerd := [str(deel) for deel in Deel if per_deel[deel] != 1]:
        raise OnvolledigeVerwerking(f"each part belongs to one processing: {', '.join(verkeerd)}")
    if dubbel := [tabel for tabel, n in Counter(t for rij in rijen for t in rij.tabellen).items() if n > 1]:
        raise OnvolledigeVerwerking(f"each table belongs to one processing: {', '.join(sorted(dubbel))}")
    for rij in rijen:
        if not rij.doelen or (rij.klasse in OVER_GEZONDHEID and not rij.doelen <= GEZONDHEIDSDOELEN):
            raise OnvolledigeVerwerking(f"{rij.naam}: health data are for claims and for re-integration only")
        if rij.delen & MEDISCH and rij.klasse is not Gegevensklasse.MEDISCH:
            raise OnvolledigeVerwerking(f"{rij.naam}: what only the medical side reads is medical")
        if not rij.grondslagen or bool(rij.uitzonderingen) != (rij.klasse in OVER_GEZONDHEID):
            raise OnvolledigeVerwerking(f"{rij.naam}: a ground of article 6, and one of article 9 for health data only")
        if (not rij.bewaren and rij.einde is None) or not rij.verantwoordelijk:
            raise OnvolledigeVerwerking(f"{rij.naam}: it says who answers for it and how it ends")
    return rijen


_WERKGEVER = frozenset({Organisatiesoort.WERKGEVER})
_ARBODIENST = frozenset({Organisatiesoort.ARBODIENST})
_IEDER = frozenset(Organisatiesoort)
_WERKNEMER = _("werknemers die ziek zijn of waren")

VERWERKINGEN = controleer(
    (
        Verwerking(
            naam="verzuim",
            titel=_("Ziekmelding en verzuim"),
            doelen=GEZONDHEIDSDOELEN,
            klasse=Gegevensklasse.FUNCTIONEEL,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_("UAVG, artikel 30, eerste lid; Regeling procesgang; BW, artikel 7:629 en 7:658a"),
            nodig=_(
                "Zonder eerste ziektedag, hervatting en herstel is geen termijn te bepalen. Gevraagd wordt alleen wat "
                "de Autoriteit Persoonsgegevens bij een ziekmelding toestaat; naar de ziekte wordt niet gevraagd."
            ),
            betrokkenen=_WERKNEMER,
            gegevens=_(
                "naam, geboortedatum, personeelsnummer, functie, afdeling en uren; eerste ziektedag, hervatting en "
                "herstel; waar en hoe iemand te bereiken is, verwachte duur, lopend werk, en of het een ongeval was"
            ),
            delen=frozenset({Deel.PERSOON, Deel.VERZUIM}),
            tabellen=frozenset({"dossiers.Werknemer", "dossiers.Dossier", "dossiers.Feit", "dossiers.Ziekmelding"}),
            verantwoordelijk=_WERKGEVER,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="loon",
            titel=_("Loon en dienstverband bij ziekte"),
            doelen=frozenset({Doel.AANSPRAKEN}),
            klasse=Gegevensklasse.LOON,
            grondslagen=(Grondslag.OVEREENKOMST, Grondslag.WETTELIJKE_PLICHT),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_("UAVG, artikel 30, eerste lid, onder a; BW, artikel 7:629 en 7:670"),
            nodig=_("Hoeveel loon iemand krijgt en hoe lang, hangt af van deze gegevens."),
            betrokkenen=_WERKNEMER,
            gegevens=_("begin, einde en soort van het dienstverband, loonafspraken, loonwaarde en loonmaatregelen"),
            delen=frozenset({Deel.DIENSTVERBAND}),
            tabellen=frozenset(),
            verantwoordelijk=_WERKGEVER,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="uwv",
            titel=_("Aangifte en aanvraag bij UWV"),
            doelen=frozenset({Doel.AANSPRAKEN}),
            klasse=Gegevensklasse.LOON,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_("UAVG, artikel 30, eerste lid, onder a; Ziektewet; Wet WIA"),
            nodig=_(
                "Voor ziekengeld, de WIA en de toets van het verslag moet vaststaan wat wanneer is aangevraagd en "
                "besloten. Welk vangnet geldt, weten alleen de werknemer en UWV."
            ),
            betrokkenen=_WERKNEMER,
            gegevens=_("dagen van aangifte, aanvraag, bericht en besluit; of een vangnet geldt"),
            delen=frozenset({Deel.UWV, Deel.OORDEEL, Deel.OORDEEL_WERKNEMER, Deel.REINTEGRATIEVERSLAG}),
            tabellen=frozenset(),
            verantwoordelijk=_WERKGEVER,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="begeleiding",
            titel=_("Plan, gesprekken en taken op weg naar werk"),
            doelen=frozenset({Doel.RE_INTEGRATIE}),
            klasse=Gegevensklasse.FUNCTIONEEL,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_("UAVG, artikel 30, eerste lid, onder b; Regeling procesgang, artikel 4 tot en met 6"),
            nodig=_("De regeling vraagt deze stukken en momenten. De taken volgen eruit."),
            betrokkenen=_("werknemers die ziek zijn of waren, en wie hen begeleidt"),
            gegevens=_(
                "plan van aanpak, bijstellingen en evaluaties met ieders eigen woorden; taken met notities, "
                "afspraken over termijnen, en wie welke rol heeft en waarom; bestanden van buiten; doelen, de koers en "
                "wat elke partij van de inspanningen vindt; wat partijen van elkaar vragen en antwoorden, "
                "deskundigenoordelen, kosten en hoe de hulp loopt"
            ),
            delen=frozenset(
                {
                    Deel.TIJDLIJN,
                    Deel.TAKEN,
                    Deel.AFWIJKINGEN,
                    Deel.OVERLEG,
                    Deel.BETROKKENEN,
                    Deel.REINTEGRATIE,
                    Deel.PLAN_VAN_AANPAK,
                    Deel.BIJSTELLING,
                    Deel.EVALUATIE,
                    Deel.EERSTEJAARSEVALUATIE,
                    Deel.EINDEVALUATIE,
                }
            ),
            tabellen=frozenset(
                {
                    "dossiers.Beoordeling",
                    "dossiers.Betrokkene",
                    "dossiers.Bijlage",
                    "dossiers.Bijlageinhoud",
                    "dossiers.Taak",
                    "dossiers.Taakaantekening",
                    "dossiers.Uitkomstsporen",
                    "formulieren.Formulier",
                    "formulieren.Klad",
                    "formulieren.Standpunt",
                }
            ),
            verantwoordelijk=_WERKGEVER,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="werkaanpassing",
            titel=_("Traject werkaanpassing"),
            doelen=frozenset({Doel.RE_INTEGRATIE}),
            klasse=Gegevensklasse.FUNCTIONEEL,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_("UAVG, artikel 30, eerste lid, onder b; BW, artikel 7:658a en 7:660a"),
            nodig=_(
                "Werknemer en leidinggevende zoeken samen naar aanpassingen van het werk. Ieder bereidt dat apart "
                "voor. Wat de werknemer niet vrijgeeft, lezen alleen de werknemer zelf en de procesbegeleider."
            ),
            betrokkenen=_("werknemers die ziek zijn of waren, en wie hen begeleidt"),
            gegevens=_(
                "de aanvraag met indicaties en besluiten; taken, knelpunten en oplossingen in ieders eigen woorden, "
                "met hoe vaak, hoe erg en wie akkoord is; de stappen en waarom iets bleef liggen"
            ),
            delen=TRAJECTDELEN,
            tabellen=frozenset(
                f"werkaanpassing.{naam}" for naam in ("Knelpuntregel", "Lijst", "Oplossingregel", "Ronde", "Traject")
            ),
            verantwoordelijk=_WERKGEVER,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="mogelijkheden",
            titel=_("Wat de bedrijfsarts aan de werkgever laat weten"),
            doelen=frozenset({Doel.RE_INTEGRATIE}),
            klasse=Gegevensklasse.FUNCTIONEEL,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT,),
            grond=_(
                "UAVG, artikel 30, eerste lid, onder b; Regeling procesgang, artikel 2 en 6; Beleidsregels van de AP"
            ),
            nodig=_(
                "De werkgever moet weten wat iemand kan, hoe lang dat duurt en wat helpt, om werk te vinden "
                "dat past. Diagnose en behandeling zijn daarvoor niet nodig en staan er niet in."
            ),
            betrokkenen=_WERKNEMER,
            gegevens=_(
                "mogelijkheden en beperkingen in woorden over werk, verwachte duur, mate van arbeidsongeschiktheid, "
                "aanpassingen en advies"
            ),
            delen=frozenset(
                {Deel.MOGELIJKHEDEN, Deel.PROBLEEMANALYSE, Deel.TERUGKOPPELING, Deel.ACTUEEL_OORDEEL},
            ),
            tabellen=frozenset(),
            verantwoordelijk=_WERKGEVER | _ARBODIENST,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="medisch",
            titel=_("Medisch dossier van de bedrijfsarts"),
            doelen=frozenset({Doel.RE_INTEGRATIE}),
            klasse=Gegevensklasse.MEDISCH,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            uitzonderingen=(Uitzondering.ARBEIDSRECHT, Uitzondering.BEDRIJFSARTS),
            grond=_("UAVG, artikel 30, eerste lid, onder b; Arbowet, artikel 14; BW, artikel 7:454"),
            nodig=_(
                "De bedrijfsarts kan zonder deze gegevens niet beoordelen wat iemand kan. Zij blijven bij de "
                "arbodienst, onder een eigen sleutel."
            ),
            betrokkenen=_WERKNEMER,
            gegevens=_(
                "klachten en diagnose, behandeling, medicijnen, verwachting, contacten, brieven, en vragen aan "
                "behandelaars met hun antwoord; wie taken doet voor de bedrijfsarts, en wie bevestigde van wie een "
                "account is"
            ),
            delen=MEDISCH | {Deel.DELEGATIES},
            tabellen=frozenset(
                {"dossiers.Accountbevestiging", "dossiers.Delegatie", "medisch.Medischeregel", "medisch.Overdracht"}
            ),
            verantwoordelijk=_ARBODIENST,
            bewaren="medisch",
        ),
        Verwerking(
            naam="delen",
            titel=_("Delen met anderen, met toestemming"),
            doelen=frozenset({Doel.RE_INTEGRATIE}),
            klasse=Gegevensklasse.FUNCTIONEEL,
            grondslagen=(Grondslag.TOESTEMMING,),
            uitzonderingen=(Uitzondering.TOESTEMMING,),
            grond=_("toestemming van de werknemer per keer: AVG, artikel 9, tweede lid, onder a"),
            nodig=_("Soms is iets nodig van een behandelaar, of leest een begeleider één stuk. Ja zeggen is vrij."),
            betrokkenen=_("werknemers die ziek zijn of waren, en wie een link krijgt"),
            gegevens=_(
                "wie een link kreeg en waarvoor, en wat de werknemer goedvond; een vraag aan een behandelaar en het "
                "antwoord horen bij het medisch dossier"
            ),
            delen=frozenset({Deel.GASTEN, Deel.TOESTEMMINGEN}),
            tabellen=frozenset({"accounts.Gastlink", "dossiers.Toestemming", "dossiers.Toestemmingskeuze"}),
            verantwoordelijk=_WERKGEVER | _ARBODIENST,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="rechten",
            titel=_("Rechten van de werknemer"),
            doelen=frozenset({Doel.VERANTWOORDING}),
            klasse=Gegevensklasse.PERSOON,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            grond=_("AVG, artikel 12 tot en met 22"),
            nodig=_("Een verzoek en het antwoord moeten later na te gaan zijn."),
            betrokkenen=_WERKNEMER,
            gegevens=_("verzoeken om iets te verbeteren, en het antwoord; dat iemand alles downloadde"),
            delen=frozenset({Deel.CORRECTIES, Deel.EIGEN_GEGEVENS}),
            tabellen=frozenset({"dossiers.Correctieverzoek"}),
            verantwoordelijk=_WERKGEVER | _ARBODIENST,
            bewaren="re_integratie",
        ),
        Verwerking(
            naam="logboek",
            titel=_("Logboek en toezicht"),
            doelen=frozenset({Doel.VERANTWOORDING}),
            klasse=Gegevensklasse.TOEGANG,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            grond=_("AVG, artikel 5, tweede lid, en artikel 32; Besluit van 27 juni 2019 over logging; NEN 7513"),
            nodig=_(
                "Wie las of wijzigde, moet na te gaan zijn, ook voor de werknemer. Er staat niets van de inhoud in."
            ),
            betrokkenen=_("wie in het programma werkt, en werknemers van wie een dossier is geopend"),
            gegevens=_("wie wat deed en wanneer, in welke rol en op welke grond; noodtoegang met het oordeel erover"),
            delen=frozenset({Deel.LEESLOG, Deel.TOEZICHT}),
            tabellen=frozenset({"accounts.Leessignaal", "accounts.Noodtoegang", "audit.Auditregel", "audit.Snoeipunt"}),
            verantwoordelijk=_IEDER,
            bewaren="logboek",
        ),
        Verwerking(
            naam="bewaren",
            titel=_("Bewaren en wissen"),
            doelen=frozenset({Doel.VERANTWOORDING}),
            klasse=Gegevensklasse.TOEGANG,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT,),
            grond=_("AVG, artikel 5, eerste lid, onder e, en artikel 17"),
            nodig=_(
                "Dat iets op tijd is gewist, moet te bewijzen zijn. Het bewijs noemt alleen een kenmerk en twee dagen."
            ),
            betrokkenen=_WERKNEMER,
            gegevens=_("kenmerk van het dossier, welk deel, de reden en de dagen; waarom wissen is tegengehouden"),
            delen=frozenset({Deel.BEWAARTERMIJN, Deel.BEWAREN}),
            tabellen=frozenset(
                {
                    "dossiers.Bewaarblokkade",
                    "dossiers.Bewaartermijn",
                    "dossiers.Wisregel",
                    "dossiers.Wisronde",
                    "dossiers.Wissing",
                    "kluis.Sleutel",
                }
            ),
            verantwoordelijk=_IEDER,
            einde=_("blijft als bewijs; er staat niets in over de ziekte"),
        ),
        Verwerking(
            naam="accounts",
            titel=_("Accounts, rollen en contracten"),
            doelen=frozenset({Doel.VERANTWOORDING}),
            klasse=Gegevensklasse.TOEGANG,
            grondslagen=(Grondslag.WETTELIJKE_PLICHT, Grondslag.GERECHTVAARDIGD_BELANG),
            grond=_("AVG, artikel 28 en 32; UAVG, artikel 30, vierde lid"),
            nodig=_("Alleen wie een rol heeft, en tot geheimhouding verplicht is, mag bij een dossier."),
            betrokkenen=_("wie in het programma werkt"),
            gegevens=_(
                "naam, e-mailadres, taal, rollen en waarneming; hoe iemand zich aanmeldt en op welk apparaat; "
                "contracten met de grond voor geheimhouding"
            ),
            delen=frozenset({Deel.MEDEWERKERS, Deel.CONTRACTEN, Deel.VERWERKINGEN}),
            tabellen=frozenset(
                {
                    "account.EmailAddress",
                    "accounts.Afdeling",
                    "accounts.Contract",
                    "accounts.Gebruiker",
                    "accounts.Geheugenplek",
                    "accounts.Organisatie",
                    "accounts.Rolvervulling",
                    "accounts.Sessie",
                    "accounts.Uitnodiging",
                    "dossiers.Waarneming",
                    "mfa.Authenticator",
                    "sessions.Session",
                    "socialaccount.SocialAccount",
                    "socialaccount.SocialToken",
                }
            ),
            verantwoordelijk=_IEDER,
            einde=_("met het account; een beëindigd contract blijft als bewijs"),
        ),
    )
)
VERWERKING_VAN: Mapping[Deel, Verwerking] = MappingProxyType({deel: rij for rij in VERWERKINGEN for deel in rij.delen})

# What the program does to keep the data safe, for every processing.
MAATREGELEN = (
    _("Elk deel van een dossier is versleuteld met een eigen sleutel, en de sleutels liggen apart van de gegevens."),
    _("Per rol staat vast wie wat mag lezen en doen. Wat niet is toegestaan, kan niet."),
    _("Aanmelden gaat met een tweede stap, en een sessie eindigt vanzelf."),
    _("Elke keer dat iemand leest, iets doet of wordt geweigerd, staat in een logboek dat niemand kan wijzigen."),
    _("Medische gegevens staan apart, onder een sleutel van de arbodienst. De werkgever kan er niet bij."),
    _("Medische woorden in een tekst van de werkgever worden gemeld voordat er iets wordt bewaard."),
    _("Wissen vernietigt de sleutel, zodat ook een oude reservekopie onleesbaar wordt."),
)
