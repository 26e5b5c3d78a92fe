"""What the policy speaks about: the parts of a dossier (and of an organisation), and the acts on them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Deel(StrEnum):
    """A part that is opened or closed as a whole.

    A document is a part of its own per kind, with the name of the kind: `Deel(formulier.soort)`. Which field
    of a document is whose stands in the kind itself.
    """

    PERSOON = "persoon"
    VERZUIM = "verzuim"
    DIENSTVERBAND = "dienstverband"
    MOGELIJKHEDEN = "mogelijkheden"
    REINTEGRATIE = "reintegratie"
    UWV = "uwv"
    TIJDLIJN = "tijdlijn"
    TAKEN = "taken"
    AFWIJKINGEN = "afwijkingen"
    OVERLEG = "overleg"
    BETROKKENEN = "betrokkenen"
    OORDEEL = "oordeel"
    LEESLOG = "leeslog"
    GASTEN = "gasten"
    GASTANTWOORDEN = "gastantwoorden"
    TOESTEMMINGEN = "toestemmingen"
    CORRECTIES = "correcties"
    EIGEN_GEGEVENS = "eigen_gegevens"

    WERKAANPASSING = "werkaanpassing"
    KNELPUNTEN_WERKNEMER = "knelpunten_werknemer"
    KNELPUNTEN_LEIDING = "knelpunten_leiding"
    KNELPUNTEN_SAMEN = "knelpunten_samen"

    MEDISCH_DOSSIER = "medisch_dossier"
    WERKAANTEKENINGEN = "werkaantekeningen"
    AAN_BEDRIJFSARTS = "aan_bedrijfsarts"
    DELEGATIES = "delegaties"
    ACCOUNT = "account"

    PROBLEEMANALYSE = "probleemanalyse"
    TERUGKOPPELING = "terugkoppeling"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    BIJSTELLING = "bijstelling"
    EVALUATIE = "evaluatie"
    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    ACTUEEL_OORDEEL = "actueel_oordeel"
    EINDEVALUATIE = "eindevaluatie"
    OORDEEL_WERKNEMER = "oordeel_werknemer"
    REINTEGRATIEVERSLAG = "reintegratieverslag"

    MEDEWERKERS = "medewerkers"
    TOEZICHT = "toezicht"
    CONTRACTEN = "contracten"
    VERWERKINGEN = "verwerkingen"

    BEWAARTERMIJN = "bewaartermijn"
    BEWAREN = "bewaren"

    @property
    def label(self) -> Promise:
        """The name of the part on screens, translated when it is shown."""
        return _LABELS_DEEL[self]


class Handeling(StrEnum):
    """An act. `INZIEN` is reading; the acts that change something are recorded with what they changed."""

    INZIEN = "inzien"
    ZIEKMELDEN = "ziekmelden"
    HERSTEL_MELDEN = "herstel_melden"
    HERVATTING_VASTLEGGEN = "hervatting_vastleggen"
    FEIT_VASTLEGGEN = "feit_vastleggen"
    STUK_OPSTELLEN = "stuk_opstellen"
    STUK_AANVULLEN = "stuk_aanvullen"
    STUK_VASTSTELLEN = "stuk_vaststellen"
    STUK_REAGEREN = "stuk_reageren"
    AFWIJKING_VOORSTELLEN = "afwijking_voorstellen"
    AFWIJKING_REAGEREN = "afwijking_reageren"
    TAAK_NEMEN = "taak_nemen"
    TAAK_UITSTELLEN = "taak_uitstellen"
    WAT_ALS = "wat_als"
    BETROKKENE_TOEVOEGEN = "betrokkene_toevoegen"
    BETROKKENE_BEEINDIGEN = "betrokkene_beeindigen"
    UITNODIGEN = "uitnodigen"
    ROL_BEEINDIGEN = "rol_beeindigen"
    TWEEDE_STAP_HERSTELLEN = "tweede_stap_herstellen"
    GAST_UITNODIGEN = "gast_uitnodigen"
    GAST_INTREKKEN = "gast_intrekken"
    GAST_AANLEVEREN = "gast_aanleveren"
    TOESTEMMING_VRAGEN = "toestemming_vragen"
    TOESTEMMING_BEANTWOORDEN = "toestemming_beantwoorden"
    CORRECTIE_VRAGEN = "correctie_vragen"
    CORRECTIE_BEANTWOORDEN = "correctie_beantwoorden"
    DOWNLOADEN = "downloaden"
    NOODTOEGANG = "noodtoegang"
    NOODTOEGANG_BEOORDELEN = "noodtoegang_beoordelen"
    BIJLAGE_TOEVOEGEN = "bijlage_toevoegen"
    BIJLAGE_INTREKKEN = "bijlage_intrekken"
    BIJLAGE_BEVESTIGEN = "bijlage_bevestigen"
    MEDISCH_VASTLEGGEN = "medisch_vastleggen"
    MEDISCH_OVERDRAGEN = "medisch_overdragen"
    INSTUREN = "insturen"
    DELEGEREN = "delegeren"
    MEDISCHE_WOORDEN_BEVESTIGEN = "medische_woorden_bevestigen"
    BLOKKEREN = "blokkeren"
    BEWAARTERMIJN_KIEZEN = "bewaartermijn_kiezen"
    WISSEN_VOORSTELLEN = "wissen_voorstellen"
    WISSEN_GOEDKEUREN = "wissen_goedkeuren"
    WISSEN = "wissen"
    CONTRACT_VASTLEGGEN = "contract_vastleggen"
    CONTRACT_BEVESTIGEN = "contract_bevestigen"
    CONTACT_VASTLEGGEN = "contact_vastleggen"
    CODE_GEVEN = "code_geven"
    CODE_INVULLEN = "code_invullen"
    WERKNEMER_TOEVOEGEN = "werknemer_toevoegen"
    ACCOUNT_KOPPELEN = "account_koppelen"
    ACCOUNT_LOSKOPPELEN = "account_loskoppelen"
    ZWIJGPLICHT_VASTLEGGEN = "zwijgplicht_vastleggen"
    WAARNEMING_REGELEN = "waarneming_regelen"
    TRAJECT_AANVRAGEN = "traject_aanvragen"
    TRAJECT_BEZWAAR = "traject_bezwaar"
    TRAJECT_BESLISSEN = "traject_beslissen"
    TRAJECT_BEGELEIDEN = "traject_begeleiden"
    LIJST_INVULLEN = "lijst_invullen"
    LIJST_BEVESTIGEN = "lijst_bevestigen"
    OPLOSSING_INBRENGEN = "oplossing_inbrengen"
    AKKOORD_GEVEN = "akkoord_geven"

    @property
    def label(self) -> Promise:
        """The name of the act on screens, translated when it is shown."""
        return _LABELS_HANDELING[self]


# The documents, in the order of the two years.
STUKKEN = (
    Deel.PROBLEEMANALYSE,
    Deel.TERUGKOPPELING,
    Deel.PLAN_VAN_AANPAK,
    Deel.BIJSTELLING,
    Deel.EVALUATIE,
    Deel.EERSTEJAARSEVALUATIE,
    Deel.ACTUEEL_OORDEEL,
    Deel.EINDEVALUATIE,
    Deel.OORDEEL_WERKNEMER,
    Deel.REINTEGRATIEVERSLAG,
)
# The acts that a part knows. A line of the policy with another one means nothing: with it the program does not start.
_LEZEN = frozenset({Handeling.INZIEN})
_BIJLAGEN = frozenset({Handeling.BIJLAGE_TOEVOEGEN, Handeling.BIJLAGE_INTREKKEN})
_STUK = _BIJLAGEN | frozenset(
    {
        Handeling.INZIEN,
        Handeling.STUK_OPSTELLEN,
        Handeling.STUK_AANVULLEN,
        Handeling.STUK_VASTSTELLEN,
        Handeling.STUK_REAGEREN,
    }
)
_FEITEN = frozenset({Handeling.INZIEN, Handeling.FEIT_VASTLEGGEN})
HANDELINGEN_OP: Mapping[Deel, frozenset[Handeling]] = MappingProxyType(
    {
        Deel.PERSOON: _FEITEN,
        Deel.VERZUIM: _FEITEN
        | _BIJLAGEN
        | {Handeling.ZIEKMELDEN, Handeling.HERSTEL_MELDEN, Handeling.HERVATTING_VASTLEGGEN},
        Deel.DIENSTVERBAND: _FEITEN | _BIJLAGEN,
        Deel.MOGELIJKHEDEN: _FEITEN,
        Deel.REINTEGRATIE: _FEITEN,
        Deel.UWV: _FEITEN | _BIJLAGEN,
        Deel.TIJDLIJN: _LEZEN | {Handeling.WAT_ALS},
        Deel.TAKEN: _LEZEN | {Handeling.TAAK_NEMEN, Handeling.TAAK_UITSTELLEN},
        Deel.AFWIJKINGEN: _LEZEN | {Handeling.AFWIJKING_VOORSTELLEN, Handeling.AFWIJKING_REAGEREN},
        Deel.OVERLEG: _FEITEN,
        Deel.BETROKKENEN: _LEZEN
        | {
            Handeling.BETROKKENE_TOEVOEGEN,
            Handeling.BETROKKENE_BEEINDIGEN,
            Handeling.NOODTOEGANG,
            Handeling.WAARNEMING_REGELEN,
        },
        Deel.OORDEEL: _LEZEN,
        Deel.LEESLOG: _LEZEN,
        Deel.GASTEN: _LEZEN | {Handeling.GAST_UITNODIGEN, Handeling.GAST_INTREKKEN},
        Deel.GASTANTWOORDEN: _LEZEN,
        Deel.TOESTEMMINGEN: _LEZEN | {Handeling.TOESTEMMING_VRAGEN, Handeling.TOESTEMMING_BEANTWOORDEN},
        Deel.CORRECTIES: _LEZEN | {Handeling.CORRECTIE_VRAGEN, Handeling.CORRECTIE_BEANTWOORDEN},
        Deel.EIGEN_GEGEVENS: _LEZEN | {Handeling.DOWNLOADEN},
        Deel.WERKAANPASSING: _LEZEN
        | {
            Handeling.TRAJECT_AANVRAGEN,
            Handeling.TRAJECT_BEZWAAR,
            Handeling.TRAJECT_BESLISSEN,
            Handeling.TRAJECT_BEGELEIDEN,
        },
        Deel.KNELPUNTEN_WERKNEMER: _LEZEN | {Handeling.LIJST_INVULLEN, Handeling.LIJST_BEVESTIGEN},
        Deel.KNELPUNTEN_LEIDING: _LEZEN | {Handeling.LIJST_INVULLEN, Handeling.LIJST_BEVESTIGEN},
        Deel.KNELPUNTEN_SAMEN: _LEZEN
        | {
            Handeling.LIJST_INVULLEN,
            Handeling.LIJST_BEVESTIGEN,
            Handeling.OPLOSSING_INBRENGEN,
            Handeling.AKKOORD_GEVEN,
        },
        Deel.MEDISCH_DOSSIER: _LEZEN | {Handeling.MEDISCH_VASTLEGGEN, Handeling.MEDISCH_OVERDRAGEN},
        Deel.WERKAANTEKENINGEN: _LEZEN | {Handeling.MEDISCH_VASTLEGGEN},
        Deel.AAN_BEDRIJFSARTS: _LEZEN | {Handeling.INSTUREN},
        Deel.DELEGATIES: _LEZEN | {Handeling.DELEGEREN},
        Deel.ACCOUNT: _LEZEN | {Handeling.CODE_GEVEN, Handeling.CODE_INVULLEN},
        **dict.fromkeys(STUKKEN, _STUK),
        Deel.PROBLEEMANALYSE: _STUK | {Handeling.BIJLAGE_BEVESTIGEN},
        # Five answers and nothing else: a file beside them could hold anything.
        Deel.TERUGKOPPELING: _STUK - _BIJLAGEN,
        Deel.ACTUEEL_OORDEEL: _STUK | {Handeling.BIJLAGE_BEVESTIGEN},
        # Who may invite somebody in a role may also end it, record its secrecy, and help who lost the second step.
        Deel.MEDEWERKERS: _LEZEN
        | {
            Handeling.UITNODIGEN,
            Handeling.WERKNEMER_TOEVOEGEN,
            Handeling.ACCOUNT_KOPPELEN,
            Handeling.ACCOUNT_LOSKOPPELEN,
            Handeling.WAARNEMING_REGELEN,
        },
        Deel.TOEZICHT: _LEZEN | {Handeling.NOODTOEGANG_BEOORDELEN},
        Deel.BEWAARTERMIJN: _LEZEN | {Handeling.BLOKKEREN},
        Deel.BEWAREN: _LEZEN
        | {Handeling.BEWAARTERMIJN_KIEZEN, Handeling.WISSEN_VOORSTELLEN, Handeling.WISSEN_GOEDKEUREN},
        Deel.CONTRACTEN: _LEZEN | {Handeling.CONTRACT_VASTLEGGEN, Handeling.CONTRACT_BEVESTIGEN},
        Deel.VERWERKINGEN: _LEZEN | {Handeling.CONTACT_VASTLEGGEN},
    }
)
# What only the medical side and the employee read.
MEDISCH = frozenset(
    {Deel.MEDISCH_DOSSIER, Deel.WERKAANTEKENINGEN, Deel.AAN_BEDRIJFSARTS, Deel.GASTANTWOORDEN, Deel.ACCOUNT}
)
# A trajectory werkaanpassing, with its three forms.
TRAJECTDELEN = frozenset(
    {Deel.WERKAANPASSING, Deel.KNELPUNTEN_WERKNEMER, Deel.KNELPUNTEN_LEIDING, Deel.KNELPUNTEN_SAMEN}
)
# A part that shows on the page of another, so that reading it alone would mean nothing.
BINNEN: Mapping[Deel, Deel] = MappingProxyType({Deel.WERKAANTEKENINGEN: Deel.MEDISCH_DOSSIER})
# What belongs to an organisation and not to a dossier.
VAN_DE_ORGANISATIE = frozenset({Deel.MEDEWERKERS, Deel.TOEZICHT, Deel.CONTRACTEN, Deel.VERWERKINGEN, Deel.BEWAREN})
# What tells something about the sick employee; the others tell who looked, until when it is kept, or are about the
# organisation.
DOSSIERINHOUD = frozenset(Deel) - VAN_DE_ORGANISATIE - {Deel.LEESLOG, Deel.BEWAARTERMIJN}
# What belongs to the medical part of a dossier, and stays when the part of the employer is erased.
MEDISCHE_DELEN = MEDISCH - {Deel.AAN_BEDRIJFSARTS}

_LABELS_DEEL: Mapping[Deel, Promise] = MappingProxyType(
    {
        Deel.PERSOON: _("persoon en functie"),
        Deel.VERZUIM: _("ziekmelding, hervatting en herstel"),
        Deel.DIENSTVERBAND: _("dienstverband"),
        Deel.MOGELIJKHEDEN: _("mogelijkheden om te werken"),
        Deel.REINTEGRATIE: _("doelen, afspraken en oordelen over de re-integratie"),
        Deel.UWV: _("contact met UWV"),
        Deel.TIJDLIJN: _("tijdlijn"),
        Deel.TAKEN: _("taken"),
        Deel.AFWIJKINGEN: _("afspraken over andere termijnen"),
        Deel.OVERLEG: _("wat werkgever en werknemer van elkaar vragen"),
        Deel.BETROKKENEN: _("betrokkenen"),
        Deel.OORDEEL: _("stand voor het UWV"),
        Deel.LEESLOG: _("wie het dossier las"),
        Deel.GASTEN: _("gasten met een link"),
        Deel.GASTANTWOORDEN: _("antwoorden van gasten"),
        Deel.TOESTEMMINGEN: _("toestemming van de werknemer"),
        Deel.CORRECTIES: _("verzoeken om iets te verbeteren"),
        Deel.EIGEN_GEGEVENS: _("alle eigen gegevens"),
        Deel.WERKAANPASSING: _("traject werkaanpassing"),
        Deel.KNELPUNTEN_WERKNEMER: _("knelpunten zoals de werknemer ze ziet"),
        Deel.KNELPUNTEN_LEIDING: _("knelpunten zoals de leidinggevende ze ziet"),
        Deel.KNELPUNTEN_SAMEN: _("knelpunten en oplossingen van samen"),
        Deel.MEDISCH_DOSSIER: _("medisch dossier"),
        Deel.WERKAANTEKENINGEN: _("eigen werkaantekeningen van de bedrijfsarts"),
        Deel.AAN_BEDRIJFSARTS: _("bericht aan de bedrijfsarts"),
        Deel.DELEGATIES: _("taken die de bedrijfsarts uitbesteedt"),
        Deel.ACCOUNT: _("account van de werknemer"),
        Deel.PROBLEEMANALYSE: _("probleemanalyse"),
        Deel.TERUGKOPPELING: _("terugkoppeling van de bedrijfsarts"),
        Deel.PLAN_VAN_AANPAK: _("plan van aanpak"),
        Deel.BIJSTELLING: _("bijstelling"),
        Deel.EVALUATIE: _("evaluatie"),
        Deel.EERSTEJAARSEVALUATIE: _("eerstejaarsevaluatie"),
        Deel.ACTUEEL_OORDEEL: _("actueel oordeel"),
        Deel.EINDEVALUATIE: _("eindevaluatie"),
        Deel.OORDEEL_WERKNEMER: _("oordeel van de werknemer"),
        Deel.REINTEGRATIEVERSLAG: _("re-integratieverslag"),
        Deel.MEDEWERKERS: _("mensen van de organisatie"),
        Deel.TOEZICHT: _("toezicht op het lezen"),
        Deel.BEWAARTERMIJN: _("hoe lang dit dossier blijft"),
        Deel.BEWAREN: _("bewaren en wissen"),
        Deel.CONTRACTEN: _("contracten met andere organisaties"),
        Deel.VERWERKINGEN: _("register van verwerkingen"),
    }
)
_LABELS_HANDELING: Mapping[Handeling, Promise] = MappingProxyType(
    {
        Handeling.INZIEN: _("inzien"),
        Handeling.ZIEKMELDEN: _("ziek melden"),
        Handeling.HERSTEL_MELDEN: _("herstel melden"),
        Handeling.HERVATTING_VASTLEGGEN: _("hervatting vastleggen"),
        Handeling.FEIT_VASTLEGGEN: _("gegeven vastleggen"),
        Handeling.STUK_OPSTELLEN: _("stuk opstellen"),
        Handeling.STUK_AANVULLEN: _("eigen deel van een stuk invullen"),
        Handeling.STUK_VASTSTELLEN: _("stuk vaststellen"),
        Handeling.STUK_REAGEREN: _("op een stuk reageren"),
        Handeling.AFWIJKING_VOORSTELLEN: _("andere termijn voorstellen"),
        Handeling.AFWIJKING_REAGEREN: _("op een andere termijn reageren"),
        Handeling.TAAK_NEMEN: _("taak op zich nemen"),
        Handeling.TAAK_UITSTELLEN: _("taak uitstellen of er iets bij schrijven"),
        Handeling.WAT_ALS: _("bekijken wat er gebeurt als …"),
        Handeling.BETROKKENE_TOEVOEGEN: _("betrokkene toevoegen"),
        Handeling.BETROKKENE_BEEINDIGEN: _("betrokkenheid beëindigen"),
        Handeling.UITNODIGEN: _("uitnodigen"),
        Handeling.ROL_BEEINDIGEN: _("een rol beëindigen"),
        Handeling.TWEEDE_STAP_HERSTELLEN: _("de tweede stap opnieuw laten instellen"),
        Handeling.GAST_UITNODIGEN: _("een gast een link geven"),
        Handeling.GAST_INTREKKEN: _("de link van een gast intrekken"),
        Handeling.GAST_AANLEVEREN: _("als gast een vraag beantwoorden"),
        Handeling.TOESTEMMING_VRAGEN: _("toestemming vragen"),
        Handeling.TOESTEMMING_BEANTWOORDEN: _("toestemming geven, weigeren of intrekken"),
        Handeling.CORRECTIE_VRAGEN: _("vragen om iets te verbeteren"),
        Handeling.CORRECTIE_BEANTWOORDEN: _("op een verzoek om verbetering antwoorden"),
        Handeling.DOWNLOADEN: _("alles downloaden"),
        Handeling.NOODTOEGANG: _("noodtoegang nemen"),
        Handeling.NOODTOEGANG_BEOORDELEN: _("noodtoegang beoordelen"),
        Handeling.BIJLAGE_TOEVOEGEN: _("een bestand toevoegen"),
        Handeling.BIJLAGE_INTREKKEN: _("een bestand weghalen"),
        Handeling.BIJLAGE_BEVESTIGEN: _("een ontvangen stuk bevestigen"),
        Handeling.MEDISCH_VASTLEGGEN: _("in het medisch dossier schrijven"),
        Handeling.MEDISCH_OVERDRAGEN: _("het medisch dossier overdragen"),
        Handeling.INSTUREN: _("iets aan de bedrijfsarts sturen"),
        Handeling.DELEGEREN: _("taken van de bedrijfsarts uitbesteden"),
        Handeling.MEDISCHE_WOORDEN_BEVESTIGEN: _("een tekst met medische woorden toch bewaren"),
        Handeling.BLOKKEREN: _("wissen tegenhouden of weer toelaten"),
        Handeling.CONTACT_VASTLEGGEN: _("de contactgegevens van de organisatie vastleggen"),
        Handeling.BEWAARTERMIJN_KIEZEN: _("een eigen bewaartermijn kiezen"),
        Handeling.WISSEN_VOORSTELLEN: _("voorstellen wat er gewist wordt"),
        Handeling.WISSEN_GOEDKEUREN: _("wissen goedkeuren"),
        Handeling.WISSEN: _("wissen"),
        Handeling.CONTRACT_VASTLEGGEN: _("een contract vastleggen of beëindigen"),
        Handeling.CONTRACT_BEVESTIGEN: _("een contract bevestigen"),
        Handeling.CODE_GEVEN: _("de werknemer een code geven"),
        Handeling.CODE_INVULLEN: _("met een code het account bevestigen"),
        Handeling.WERKNEMER_TOEVOEGEN: _("een werknemer toevoegen"),
        Handeling.ACCOUNT_KOPPELEN: _("een account aan een werknemer koppelen"),
        Handeling.ACCOUNT_LOSKOPPELEN: _("een account van een werknemer loskoppelen"),
        Handeling.ZWIJGPLICHT_VASTLEGGEN: _("de geheimhouding van iemand vastleggen"),
        Handeling.WAARNEMING_REGELEN: _("waarneming regelen"),
        Handeling.TRAJECT_AANVRAGEN: _("een traject werkaanpassing aanvragen"),
        Handeling.TRAJECT_BEZWAAR: _("een bezwaar tegen een traject vastleggen"),
        Handeling.TRAJECT_BESLISSEN: _("over een bezwaar tegen een traject beslissen"),
        Handeling.TRAJECT_BEGELEIDEN: _("een traject begeleiden"),
        Handeling.LIJST_INVULLEN: _("knelpunten invullen"),
        Handeling.LIJST_BEVESTIGEN: _("een lijst met knelpunten bevestigen"),
        Handeling.OPLOSSING_INBRENGEN: _("een oplossing inbrengen of beoordelen"),
        Handeling.AKKOORD_GEVEN: _("akkoord geven of terugnemen"),
    }
)
