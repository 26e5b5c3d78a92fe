"""Who may do what to which part of a dossier. What does not stand here is not allowed.

The table says what a role may do; `voorwaarden.py` says which dossiers a role reaches at all. Both must be
true. The grounds: the employer side gets no more than the privacy law leaves it (AVG-30-1, AVG-30-4 and the
norms around them in `poortnormen`); the employee is a party and sees the whole own dossier; who guards or
manages (privacy officer, beheerder) sees none of its content.

Reading of the acts on documents: `STUK_OPSTELLEN` begins a draft and works on it, `STUK_AANVULLEN` fills in
only the fields that the kind assigns to this party, `STUK_VASTSTELLEN` freezes it (and may record that a
party could not be reached), `STUK_REAGEREN` agrees or disagrees, in own words, once it is frozen.

Files that came in from outside belong to the part that they are about: who reads the part, reads them. What somebody
received can be added by who received it, whoever wrote it; only the bedrijfsarts says that it is the bedrijfsarts's.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import BINNEN, DOSSIERINHOUD, HANDELINGEN_OP, VAN_DE_ORGANISATIE, Deel, Handeling
from poortwijzer.toegang.organisaties import ROLLEN_BIJ
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

H = Handeling
_NIETS: frozenset[Handeling] = frozenset()
_INZIEN = frozenset({H.INZIEN})
_LEIDEN = _INZIEN | {H.STUK_OPSTELLEN, H.STUK_AANVULLEN, H.STUK_VASTSTELLEN, H.STUK_REAGEREN}
_MEEDOEN = _INZIEN | {H.STUK_AANVULLEN, H.STUK_REAGEREN}
_MELDEN = _INZIEN | {H.ZIEKMELDEN, H.HERSTEL_MELDEN, H.HERVATTING_VASTLEGGEN}
_TAKEN = _INZIEN | {H.TAAK_NEMEN, H.TAAK_UITSTELLEN}
_BETROKKENEN = _INZIEN | {H.BETROKKENE_TOEVOEGEN, H.BETROKKENE_BEEINDIGEN}
_MENSEN = _INZIEN | {H.UITNODIGEN, H.WERKNEMER_TOEVOEGEN}
_ACCOUNTS = frozenset({H.ACCOUNT_KOPPELEN, H.ACCOUNT_LOSKOPPELEN})
_CONTRACTEN = _INZIEN | {H.CONTRACT_VASTLEGGEN}
_VERWERKINGEN = _INZIEN | {H.CONTACT_VASTLEGGEN}
_WAARNEMEN = _INZIEN | {H.WAARNEMING_REGELEN}
_GASTEN = _INZIEN | {H.GAST_UITNODIGEN, H.GAST_INTREKKEN}
_TOESTEMMING_VRAGEN = _INZIEN | {H.TOESTEMMING_VRAGEN}
_CORRECTIES = _INZIEN | {H.CORRECTIE_BEANTWOORDEN}
_BIJLAGEN = frozenset({H.BIJLAGE_TOEVOEGEN, H.BIJLAGE_INTREKKEN})
_TERUGKOPPELEN = _INZIEN | {H.STUK_OPSTELLEN, H.STUK_AANVULLEN, H.STUK_VASTSTELLEN}
_BEOORDELEN = _TERUGKOPPELEN | _BIJLAGEN | {H.BIJLAGE_BEVESTIGEN}
_INSTUREN = _INZIEN | {H.INSTUREN}  # opens an empty letter: what was sent is in the medical record
_BLOKKEREN = _INZIEN | {H.BLOKKEREN}
_AFWIJKEN = _INZIEN | {H.AFWIJKING_VOORSTELLEN, H.AFWIJKING_REAGEREN}
_AANVRAGEN = _INZIEN | {H.TRAJECT_AANVRAGEN}
_EIGEN_LIJST = _INZIEN | {H.LIJST_INVULLEN, H.LIJST_BEVESTIGEN}
_SAMEN = _EIGEN_LIJST | {H.OPLOSSING_INBRENGEN, H.AKKOORD_GEVEN}
_OVERLEGGEN = _INZIEN | {H.FEIT_VASTLEGGEN}  # between the two parties: each says what is its own

_WERKNEMER: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.VERZUIM: _INZIEN | {H.HERSTEL_MELDEN},
    Deel.DIENSTVERBAND: _INZIEN,
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.REINTEGRATIE: _INZIEN | {H.FEIT_VASTLEGGEN},  # what both agree on, and what the employee thinks of it
    Deel.UWV: _INZIEN | _BIJLAGEN | {H.FEIT_VASTLEGGEN},  # the employee applies for the WIA himself
    Deel.TIJDLIJN: _INZIEN | {H.WAT_ALS},
    Deel.TAKEN: _TAKEN,
    Deel.AFWIJKINGEN: _AFWIJKEN,
    Deel.OVERLEG: _OVERLEGGEN,
    Deel.BETROKKENEN: _INZIEN,
    Deel.OORDEEL: _INZIEN,
    Deel.LEESLOG: _INZIEN,
    Deel.BEWAARTERMIJN: _INZIEN,
    Deel.GASTEN: _GASTEN,
    Deel.GASTANTWOORDEN: _INZIEN,
    Deel.TOESTEMMINGEN: _INZIEN | {H.TOESTEMMING_BEANTWOORDEN},
    Deel.CORRECTIES: _INZIEN | {H.CORRECTIE_VRAGEN},
    Deel.EIGEN_GEGEVENS: _INZIEN | {H.DOWNLOADEN},
    Deel.WERKAANPASSING: _AANVRAGEN | {H.TRAJECT_BEZWAAR},
    Deel.KNELPUNTEN_WERKNEMER: _EIGEN_LIJST,
    Deel.KNELPUNTEN_LEIDING: _INZIEN,  # once the joint form is open: `werkaanpassing` asks it
    Deel.KNELPUNTEN_SAMEN: _SAMEN,
    Deel.MEDISCH_DOSSIER: _INZIEN,  # all of it but the bedrijfsarts's own working notes
    Deel.AAN_BEDRIJFSARTS: _INSTUREN,
    Deel.DELEGATIES: _INZIEN,
    Deel.ACCOUNT: _INZIEN | {H.CODE_INVULLEN},
    Deel.PROBLEEMANALYSE: _INZIEN | {H.STUK_REAGEREN},
    Deel.TERUGKOPPELING: _INZIEN | {H.STUK_REAGEREN},
    Deel.PLAN_VAN_AANPAK: _MEEDOEN,
    Deel.BIJSTELLING: _MEEDOEN,
    Deel.EVALUATIE: _MEEDOEN,
    Deel.EERSTEJAARSEVALUATIE: _MEEDOEN,
    Deel.ACTUEEL_OORDEEL: _INZIEN | {H.STUK_REAGEREN},
    Deel.EINDEVALUATIE: _MEEDOEN,
    Deel.OORDEEL_WERKNEMER: _INZIEN | _BIJLAGEN | {H.STUK_OPSTELLEN, H.STUK_AANVULLEN, H.STUK_VASTSTELLEN},
    Deel.REINTEGRATIEVERSLAG: _MEEDOEN,
}

_LEIDINGGEVENDE: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.VERZUIM: _MELDEN,
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.REINTEGRATIE: _INZIEN,
    Deel.TIJDLIJN: _INZIEN | {H.WAT_ALS},
    Deel.TAKEN: _TAKEN,
    Deel.AFWIJKINGEN: _INZIEN,
    Deel.BETROKKENEN: _WAARNEMEN,
    Deel.WERKAANPASSING: _AANVRAGEN | {H.TRAJECT_BESLISSEN},
    Deel.KNELPUNTEN_LEIDING: _EIGEN_LIJST,
    Deel.KNELPUNTEN_SAMEN: _SAMEN,
    Deel.AAN_BEDRIJFSARTS: _INSTUREN,
    Deel.PROBLEEMANALYSE: _INZIEN,
    Deel.TERUGKOPPELING: _INZIEN,
    Deel.PLAN_VAN_AANPAK: _MEEDOEN | {H.STUK_OPSTELLEN},
    Deel.BIJSTELLING: _MEEDOEN | {H.STUK_OPSTELLEN},
    Deel.EVALUATIE: _LEIDEN | _BIJLAGEN,  # holds the talks and records what was agreed
    Deel.EERSTEJAARSEVALUATIE: _MEEDOEN | {H.STUK_OPSTELLEN},
    Deel.EINDEVALUATIE: _MEEDOEN,
}

# The oordeel of the employee goes from the employee to the UWV: nobody at the employer reads it here.
_CASEMANAGER: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN | {H.FEIT_VASTLEGGEN},
    Deel.VERZUIM: _MELDEN | _BIJLAGEN | {H.FEIT_VASTLEGGEN},
    Deel.DIENSTVERBAND: _INZIEN | _BIJLAGEN | {H.FEIT_VASTLEGGEN},
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.REINTEGRATIE: _INZIEN | {H.FEIT_VASTLEGGEN},
    Deel.UWV: _INZIEN | _BIJLAGEN | {H.FEIT_VASTLEGGEN},
    Deel.TIJDLIJN: _INZIEN | {H.WAT_ALS},
    Deel.TAKEN: _TAKEN,
    Deel.AFWIJKINGEN: _AFWIJKEN,
    Deel.OVERLEG: _OVERLEGGEN,
    Deel.BETROKKENEN: _BETROKKENEN | _WAARNEMEN | {H.NOODTOEGANG},
    Deel.OORDEEL: _INZIEN,
    Deel.GASTEN: _GASTEN,
    Deel.TOESTEMMINGEN: _TOESTEMMING_VRAGEN,
    Deel.CORRECTIES: _CORRECTIES,
    Deel.WERKAANPASSING: _AANVRAGEN | {H.TRAJECT_BEZWAAR, H.TRAJECT_BESLISSEN},  # and no form: three people fill those
    Deel.AAN_BEDRIJFSARTS: _INSTUREN,
    Deel.PROBLEEMANALYSE: _INZIEN | _BIJLAGEN | {H.STUK_REAGEREN},
    Deel.TERUGKOPPELING: _INZIEN | {H.STUK_REAGEREN},
    Deel.PLAN_VAN_AANPAK: _LEIDEN | _BIJLAGEN,
    Deel.BIJSTELLING: _LEIDEN | _BIJLAGEN,
    Deel.EVALUATIE: _LEIDEN | _BIJLAGEN,
    Deel.EERSTEJAARSEVALUATIE: _LEIDEN | _BIJLAGEN,
    Deel.ACTUEEL_OORDEEL: _INZIEN | _BIJLAGEN | {H.STUK_AANVULLEN},  # the employer's words on relation and work
    Deel.EINDEVALUATIE: _LEIDEN | _BIJLAGEN,
    Deel.REINTEGRATIEVERSLAG: _LEIDEN | _BIJLAGEN,
}

_WERKGEVER: Mapping[Deel, frozenset[Handeling]] = {
    **_CASEMANAGER,
    Deel.BETROKKENEN: _BETROKKENEN | {H.NOODTOEGANG},
    # HR arranges cover for everybody, and has no role on a dossier to cover. It knows the employees, so it says whose
    # account is whose; who manages accounts sees no employees.
    Deel.MEDEWERKERS: _MENSEN | _ACCOUNTS | _WAARNEMEN,
    Deel.CONTRACTEN: _CONTRACTEN,
    Deel.VERWERKINGEN: _VERWERKINGEN,
    Deel.BEWAARTERMIJN: _BLOKKEREN,
    Deel.BEWAREN: _INZIEN | {H.BEWAARTERMIJN_KIEZEN, H.WISSEN_VOORSTELLEN, H.WISSEN_GOEDKEUREN},
}

_BEDRIJFSARTS: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.VERZUIM: _INZIEN,
    Deel.MOGELIJKHEDEN: _INZIEN | {H.FEIT_VASTLEGGEN},
    Deel.REINTEGRATIE: _INZIEN | {H.FEIT_VASTLEGGEN},  # of the questions only those that are put to him
    Deel.TIJDLIJN: _INZIEN | {H.WAT_ALS},
    Deel.TAKEN: _TAKEN,
    Deel.BETROKKENEN: _WAARNEMEN | {H.NOODTOEGANG},
    Deel.GASTEN: _GASTEN,
    Deel.TOESTEMMINGEN: _TOESTEMMING_VRAGEN,
    Deel.CORRECTIES: _CORRECTIES,
    Deel.WERKAANPASSING: _AANVRAGEN | {H.TRAJECT_BEZWAAR},
    Deel.GASTANTWOORDEN: _INZIEN,  # what the treating sector answers is for the bedrijfsarts, not for the employer
    Deel.MEDISCH_DOSSIER: _INZIEN | {H.MEDISCH_VASTLEGGEN, H.MEDISCH_OVERDRAGEN},
    Deel.WERKAANTEKENINGEN: _INZIEN | {H.MEDISCH_VASTLEGGEN},
    Deel.AAN_BEDRIJFSARTS: _INSTUREN,
    Deel.DELEGATIES: _INZIEN | {H.DELEGEREN},
    Deel.ACCOUNT: _INZIEN | {H.CODE_GEVEN},  # to whom he has in front of him
    Deel.BEWAARTERMIJN: _BLOKKEREN,
    Deel.BEWAREN: _INZIEN | {H.WISSEN_VOORSTELLEN, H.WISSEN_GOEDKEUREN},  # of what the own organisation owns
    Deel.PROBLEEMANALYSE: _BEOORDELEN,
    Deel.TERUGKOPPELING: _TERUGKOPPELEN,
    **dict.fromkeys((Deel.PLAN_VAN_AANPAK, Deel.BIJSTELLING, Deel.EVALUATIE), _INZIEN),
    Deel.EERSTEJAARSEVALUATIE: _INZIEN,
    Deel.ACTUEEL_OORDEEL: _BEOORDELEN,
    Deel.EINDEVALUATIE: _INZIEN,
}

_ARBEIDSDESKUNDIGE: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.VERZUIM: _INZIEN,
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.REINTEGRATIE: _INZIEN | {H.FEIT_VASTLEGGEN},  # as above
    Deel.TIJDLIJN: _INZIEN,
    Deel.TAKEN: _TAKEN,
    Deel.BETROKKENEN: _WAARNEMEN,
    Deel.PROBLEEMANALYSE: _INZIEN,
    Deel.TERUGKOPPELING: _INZIEN,
    **dict.fromkeys((Deel.PLAN_VAN_AANPAK, Deel.BIJSTELLING, Deel.EVALUATIE), _INZIEN),
    Deel.EERSTEJAARSEVALUATIE: _INZIEN,
    Deel.ACTUEEL_OORDEEL: _INZIEN,
}

# Neutral: guides the talk between the parties, and needs what they may and may not do, not who was late.
_PROCESBEGELEIDER: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.TIJDLIJN: _INZIEN,
    Deel.TAKEN: _TAKEN,
    Deel.BETROKKENEN: _WAARNEMEN,
    Deel.TOESTEMMINGEN: _TOESTEMMING_VRAGEN,
    # Of the trajectories that he guides himself. Confirming and agreeing are for the parties.
    Deel.WERKAANPASSING: _INZIEN | {H.TRAJECT_BEGELEIDEN},
    **dict.fromkeys((Deel.KNELPUNTEN_WERKNEMER, Deel.KNELPUNTEN_LEIDING), _INZIEN | {H.LIJST_INVULLEN}),
    Deel.KNELPUNTEN_SAMEN: _INZIEN | {H.LIJST_INVULLEN, H.OPLOSSING_INBRENGEN},
    Deel.PLAN_VAN_AANPAK: _INZIEN,
    Deel.BIJSTELLING: _INZIEN,
}

_RE_INTEGRATIEBEDRIJF: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.MOGELIJKHEDEN: _INZIEN,
    Deel.TIJDLIJN: _INZIEN,
    Deel.TAKEN: _TAKEN,
    Deel.BETROKKENEN: _WAARNEMEN,
    Deel.PLAN_VAN_AANPAK: _INZIEN,
    Deel.BIJSTELLING: _INZIEN,
    Deel.EERSTEJAARSEVALUATIE: _INZIEN,
}

# The account manager keeps the process going for many employers; the documents are the bedrijfsarts's.
_ARBODIENST: Mapping[Deel, frozenset[Handeling]] = {
    Deel.PERSOON: _INZIEN,
    Deel.VERZUIM: _INZIEN,
    Deel.REINTEGRATIE: _INZIEN,
    Deel.TIJDLIJN: _INZIEN,
    Deel.TAKEN: _TAKEN,
    Deel.BETROKKENEN: _INZIEN | {H.BETROKKENE_TOEVOEGEN},
    Deel.CONTRACTEN: _INZIEN | {H.CONTRACT_BEVESTIGEN},
    Deel.VERWERKINGEN: _VERWERKINGEN,
}

_PRIVACY_OFFICER: Mapping[Deel, frozenset[Handeling]] = {
    Deel.LEESLOG: _INZIEN,
    Deel.TOEZICHT: _INZIEN | {H.NOODTOEGANG_BEOORDELEN},
    Deel.VERWERKINGEN: _VERWERKINGEN,
    Deel.BEWAARTERMIJN: _BLOKKEREN,
    Deel.BEWAREN: _INZIEN,
}

_BEHEERDER: Mapping[Deel, frozenset[Handeling]] = {
    Deel.MEDEWERKERS: _MENSEN,
    # The administration of it: no dossier shows on its pages. Confirming is for who works for an employer.
    Deel.CONTRACTEN: _CONTRACTEN | {H.CONTRACT_BEVESTIGEN},
    Deel.VERWERKINGEN: _VERWERKINGEN,
    Deel.BEWAREN: _INZIEN | {H.WISSEN_VOORSTELLEN},  # references only; somebody else approves
}

_PER_ROL: Mapping[Rol, Mapping[Deel, frozenset[Handeling]]] = {
    Rol.WERKNEMER: _WERKNEMER,
    Rol.LEIDINGGEVENDE: _LEIDINGGEVENDE,
    Rol.WERKGEVER: _WERKGEVER,
    Rol.CASEMANAGER: _CASEMANAGER,
    Rol.BEDRIJFSARTS: _BEDRIJFSARTS,
    Rol.ARBEIDSDESKUNDIGE: _ARBEIDSDESKUNDIGE,
    Rol.PROCESBEGELEIDER: _PROCESBEGELEIDER,
    Rol.RE_INTEGRATIEBEDRIJF: _RE_INTEGRATIEBEDRIJF,
    Rol.ARBODIENST: _ARBODIENST,
    Rol.PRIVACY_OFFICER: _PRIVACY_OFFICER,
    Rol.BEHEERDER: _BEHEERDER,
}


class OnbekendeHandeling(ValueError):  # as the other words of this app
    """A line of the policy allows an act that its part does not know."""


def controleer(
    beleid: Mapping[tuple[Rol, Deel], frozenset[Handeling]],
) -> Mapping[tuple[Rol, Deel], frozenset[Handeling]]:
    """Give the table as it is, read-only.

    Raises OnbekendeHandeling for an act that a part does not know, for one on a part that the role may not read, for a
    part of a dossier where the role reaches none, and for a line that would change nothing beside the others.
    """
    for (rol, deel), toegestaan in beleid.items():
        vreemd = toegestaan - HANDELINGEN_OP.get(deel, frozenset())
        if vreemd:
            raise OnbekendeHandeling(f"{rol} {deel}: {', '.join(sorted(vreemd))} (say so in delen.HANDELINGEN_OP)")
        if toegestaan and H.INZIEN not in toegestaan:
            raise OnbekendeHandeling(f"{rol} {deel}: nobody acts on what he may not read")
        if toegestaan and deel not in VAN_DE_ORGANISATIE and Voorwaarde.GEEN_DOSSIER in VOORWAARDEN[rol]:
            raise OnbekendeHandeling(f"{rol} {deel}: this role reaches no dossier")
        if toegestaan and (om := BINNEN.get(deel)) and H.INZIEN not in beleid.get((rol, om), ()):
            raise OnbekendeHandeling(f"{rol} {deel}: it stands in {om}, which this role does not read")
        if toegestaan and H.INSTUREN in HANDELINGEN_OP[deel] - toegestaan:
            raise OnbekendeHandeling(f"{rol} {deel}: there is nothing to read for who sends nothing in")
        if H.WAARNEMING_REGELEN in toegestaan & beleid.get((rol, Deel.MEDEWERKERS), _NIETS) and deel in DOSSIERINHOUD:
            raise OnbekendeHandeling(f"{rol} {deel}: who arranges cover for everybody needs no line for the own")
    return MappingProxyType(dict(beleid))


BELEID = controleer(
    {(rol, deel): handelingen for rol, delen in _PER_ROL.items() for deel, handelingen in delen.items()}
)


def controleer_uitnodigen(uitnodigen: Mapping[Rol, frozenset[Rol]]) -> Mapping[Rol, frozenset[Rol]]:
    """Give who invites whom as it is, read-only.

    Raises OnbekendeHandeling for a role that nobody can invite, and for an invitation that no kind of organisation has
    both roles for.
    """
    mogelijk = {(rol, ander) for rollen in ROLLEN_BIJ.values() for rol in rollen for ander in rollen}
    paren = {(rol, ander) for rol, anderen in uitnodigen.items() for ander in anderen}
    for rol, ander in paren - mogelijk:
        raise OnbekendeHandeling(f"{rol} inviting {ander}: no organisation has both")
    for ander in frozenset(Rol) - {ander for _, ander in paren}:
        raise OnbekendeHandeling(f"nobody invites {ander}")
    return MappingProxyType(dict(uitnodigen))


# Whom a role may invite into its own organisation, and whose role there it may end. The employer: its own people only;
# who manages accounts: all.
UITNODIGEN_ALS = controleer_uitnodigen(
    {
        Rol.WERKGEVER: frozenset({Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER}),
        Rol.BEHEERDER: frozenset(Rol),
    }
)

# What the bedrijfsarts may leave to somebody who works under his responsibility (a praktijkondersteuner), per task.
# Such a person reads what the bedrijfsarts reads, and never concludes: freezing, facts and delegating stay his own.
DELEGEERBAAR: Mapping[Deeltaak, frozenset[tuple[Deel, Handeling]]] = MappingProxyType(
    {
        Deeltaak.DOSSIER_BIJHOUDEN: frozenset(
            {(Deel.MEDISCH_DOSSIER, H.MEDISCH_VASTLEGGEN), (Deel.ACCOUNT, H.CODE_GEVEN)}
        ),
        Deeltaak.INFORMATIE_OPVRAGEN: frozenset({(Deel.GASTEN, H.GAST_UITNODIGEN), (Deel.GASTEN, H.GAST_INTREKKEN)}),
        Deeltaak.CONCEPT_OPSTELLEN: frozenset(
            (deel, handeling)
            for deel in (Deel.PROBLEEMANALYSE, Deel.TERUGKOPPELING, Deel.ACTUEEL_OORDEEL)
            for handeling in (H.STUK_OPSTELLEN, H.STUK_AANVULLEN)
        ),
    }
)
_ALTIJD_GEDELEGEERD = frozenset({H.INZIEN, H.WAT_ALS, H.TAAK_NEMEN, H.TAAK_UITSTELLEN})

# The employer says which account is of which employee. Until the medical side, who meets that person, says so too, the
# account opens no more than what the employer reads: these parts stay closed, for reading and for acting.
NA_BEVESTIGING: frozenset[Deel] = frozenset(
    {
        Deel.LEESLOG,
        Deel.GASTEN,
        Deel.GASTANTWOORDEN,
        Deel.TOESTEMMINGEN,
        Deel.CORRECTIES,
        Deel.EIGEN_GEGEVENS,
        Deel.KNELPUNTEN_WERKNEMER,
        Deel.MEDISCH_DOSSIER,
        Deel.OORDEEL_WERKNEMER,
    }
)
# Of the rest such an account does only this. What it would say (a reaction, a recovery, an answer to a question, why a
# task waits) would stand in the dossier as the word of the employee, and nobody knows yet whether it is. Taking a task
# says nothing, and anybody can take it back. A new act is closed too.
VOOR_BEVESTIGING: frozenset[Handeling] = frozenset({H.INZIEN, H.WAT_ALS, H.TAAK_NEMEN, H.INSTUREN, H.CODE_INVULLEN})


def mag(rol: Rol, handeling: Handeling, deel: Deel) -> bool:
    """Tell whether a person in `rol` may do `handeling` to `deel` of a dossier that the role reaches."""
    return handeling in BELEID.get((rol, deel), _NIETS)


def mag_op_delegatie(taken: Iterable[str], handeling: Handeling, deel: Deel) -> bool:
    """Tell whether somebody to whom the bedrijfsarts left these tasks may do `handeling` to `deel`, given that he may.

    The working notes of the bedrijfsarts stay his own.
    """
    if deel is Deel.WERKAANTEKENINGEN:
        return False
    return handeling in _ALTIJD_GEDELEGEERD or any((deel, handeling) in DELEGEERBAAR[Deeltaak(taak)] for taak in taken)


def mag_voor_bevestiging(handeling: Handeling, deel: Deel) -> bool:
    """Tell whether an account may do this for an employee, if the role may, before it is known to be the employee's."""
    return handeling in VOOR_BEVESTIGING and deel not in NA_BEVESTIGING


def handelingen(rol: Rol, deel: Deel) -> frozenset[Handeling]:
    """Give all that a person in `rol` may do to `deel`; nothing when the table does not say."""
    return BELEID.get((rol, deel), _NIETS)


def leesbare_delen(rol: Rol) -> frozenset[Deel]:
    """Give the parts that a person in `rol` may read."""
    return frozenset(deel for deel in Deel if mag(rol, Handeling.INZIEN, deel))


def uit_te_nodigen(rol: Rol) -> frozenset[Rol]:
    """Give the roles in which a person in `rol` may invite others; none when the table does not say."""
    if not mag(rol, Handeling.UITNODIGEN, Deel.MEDEWERKERS):
        return frozenset()
    return UITNODIGEN_ALS.get(rol, frozenset())
