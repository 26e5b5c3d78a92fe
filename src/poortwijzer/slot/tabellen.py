"""Whose the rows of each table are: one line a table. A table without a line fails the build.

A line is a condition on a row, in SQL, with the questions of `regels` in it (`slot.organisatie()` and the like). Each
such question stands in a sub-select, so that it is answered once for a query and not once for a row. Work of the
installation itself (`wie.werk`) passes every line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """`zien`: which rows somebody gets. `wijzigen`: which rows he may leave behind or change; as `zien` when empty.

    `vrij`: why this table has no lock; then the other two are empty.
    """

    zien: str = ""
    wijzigen: str = ""
    vrij: str = ""


def _organisatie(*kolommen: str) -> str:
    return " OR ".join(f"{kolom} = (SELECT slot.organisatie())" for kolom in kolommen)


def _gebruiker(*kolommen: str) -> str:
    return " OR ".join(f"{kolom} = (SELECT slot.gebruiker())" for kolom in kolommen)


def _in_dossier(kolom: str = "dossier_id") -> str:
    """Give the condition that the dossier of the row is there for who asks: its own line decides that."""
    return f"EXISTS (SELECT FROM dossiers_dossier d WHERE d.id = {kolom})"


def _of(*delen: str) -> str:
    return " OR ".join(delen)


_VAN_STUK = "EXISTS (SELECT FROM formulieren_formulier f WHERE f.id = formulier_id)"
_VAN_WERKNEMER = "EXISTS (SELECT FROM dossiers_werknemer w WHERE w.id = werknemer_id)"
_OVERGEDRAGEN = "EXISTS (SELECT FROM medisch_overdracht o WHERE o.dossier_id = medisch_medischeregel.dossier_id AND {})"
# What the employee may read of the medical record: of who owns it, or received it, and confirmed the account.
_BEVESTIGD = (
    "EXISTS (SELECT FROM dossiers_accountbevestiging a JOIN dossiers_dossier d ON d.werknemer_id = a.werknemer_id"
    " WHERE d.id = medisch_medischeregel.dossier_id AND a.gebruiker_id = (SELECT slot.gebruiker())"
    " AND a.bevestigd_op IS NOT NULL"
    f" AND (a.organisatie_id = eigenaar_id OR {_OVERGEDRAGEN.format('o.naar_id = a.organisatie_id')}))"
)
_ALS = "(SELECT slot.rol()) = '{}'"
_IN_EIGEN_DOSSIER = "dossier_id IN (SELECT slot.eigen_dossiers())"
_MET_WEG_NAAR_BINNEN = "dossier_id IN (SELECT slot.dossiers())"
_BEGELEIDT = (
    "EXISTS (SELECT FROM werkaanpassing_ronde r JOIN werkaanpassing_traject t ON t.id = r.traject_id"
    " WHERE r.id = ronde_id AND t.begeleider_id = (SELECT slot.gebruiker()))"
)
_BEIDE_KLAAR = "r.klaar_werknemer_op IS NOT NULL AND r.klaar_leidinggevende_op IS NOT NULL"
_IN_RONDE = "EXISTS (SELECT FROM werkaanpassing_ronde r WHERE r.id = ronde_id AND {})"


def _van_deelnemers(*, werknemer: str, leidinggevende: str) -> str:
    """Give who of the three in a trajectory gets a row: a party under its own condition, and the guide of this one."""
    return _of(
        f"({_ALS.format('werknemer')} AND {_IN_EIGEN_DOSSIER} AND ({werknemer}))",
        f"({_ALS.format('leidinggevende')} AND {_MET_WEG_NAAR_BINNEN} AND ({leidinggevende}))",
        f"({_ALS.format('procesbegeleider')} AND {_MET_WEG_NAAR_BINNEN} AND {_BEGELEIDT})",
    )


_VAN_DOSSIER = Regel(zien=_in_dossier())
_VAN_ORGANISATIE = Regel(zien=_organisatie("organisatie_id"))
_AANMELDEN = Regel(vrij="read to find out who asks")
_WERKVOORRAAD = Regel(vrij="the queue and its schedule: no name and nothing of a dossier")

TABELLEN: Mapping[str, Regel] = MappingProxyType(
    {
        # --- people and organisations -------------------------------------------------------------------------
        "accounts_gebruiker": _AANMELDEN,
        "accounts_organisatie": _AANMELDEN,
        "accounts_rolvervulling": _AANMELDEN,
        "accounts_sessie": _AANMELDEN,
        "accounts_geheugenplek": _AANMELDEN,
        "accounts_afdeling": Regel(
            zien=_of(
                _organisatie("organisatie_id"),
                "EXISTS (SELECT FROM dossiers_werknemer w WHERE w.afdeling_id = accounts_afdeling.id)",
            ),
            wijzigen=_organisatie("organisatie_id"),
        ),
        # Who is asked to come in has no role yet: he shows the secret of the link, or an address that is proved.
        "accounts_uitnodiging": Regel(
            zien=_of(_organisatie("organisatie_id"), "(SELECT slot.houder()) IN (token_hash, email)")
        ),
        # Also those of an employer for whom the own organisation works: they say who else may get a role there.
        "accounts_contract": Regel(
            zien=_of(
                _organisatie("opdrachtgever_id", "opdrachtnemer_id"),
                "opdrachtgever_id IN (SELECT slot.opdrachtgevers())",
            ),
            wijzigen=_organisatie("opdrachtgever_id", "opdrachtnemer_id"),
        ),
        "accounts_gastlink": Regel(
            zien=_of(
                _organisatie("eigenaar_id", "organisatie_id"),
                "token_hash = (SELECT slot.houder())",
                "id = (SELECT slot.gast())",
                _in_dossier(),
            )
        ),
        "accounts_noodtoegang": Regel(
            zien=_of(_organisatie("werkgever_id", "organisatie_id"), _gebruiker("gebruiker_id"), _in_dossier()),
            wijzigen=_organisatie("werkgever_id", "organisatie_id"),
        ),
        "accounts_leessignaal": Regel(zien=_of(_organisatie("organisatie_id"), _gebruiker("gebruiker_id"))),
        # --- the log ------------------------------------------------------------------------------------------
        # It is written by the program, as work of its own: a chain is of an organisation, also where nobody signed in.
        "audit_auditregel": Regel(
            zien=_of(_organisatie("organisatie_id"), _gebruiker("actor_id"), _in_dossier()), wijzigen="FALSE"
        ),
        "audit_snoeipunt": Regel(zien=_organisatie("organisatie_id"), wijzigen="FALSE"),
        # --- dossiers -----------------------------------------------------------------------------------------
        "dossiers_werknemer": Regel(
            zien=_of(
                _organisatie("organisatie_id"),
                _gebruiker("gebruiker_id"),
                "EXISTS (SELECT FROM dossiers_dossier d WHERE d.werknemer_id = dossiers_werknemer.id)",
            ),
            wijzigen=_organisatie("organisatie_id"),
        ),
        # Who proves whose account it is: the medical side gives the code, and that person fills it in.
        "dossiers_accountbevestiging": Regel(
            zien=_of(_organisatie("organisatie_id"), _gebruiker("gebruiker_id"), _VAN_WERKNEMER),
            wijzigen=_of(f"({_organisatie('organisatie_id')}) AND {_VAN_WERKNEMER}", _gebruiker("gebruiker_id")),
        ),
        # The line that the others ask: the employer owns it, or who asks has a way in.
        "dossiers_dossier": Regel(zien=_of(_organisatie("werkgever_id"), "id IN (SELECT slot.dossiers())")),
        # The roles of the own people are known at once. Nobody gives himself one: that takes the dossier.
        "dossiers_betrokkene": Regel(
            zien=_of(_organisatie("organisatie_id"), _in_dossier()), wijzigen=_in_dossier(),
        ),
        "dossiers_delegatie": Regel(
            zien=_of(_organisatie("organisatie_id"), _gebruiker("gedelegeerde_id"), _in_dossier()),
            wijzigen=f"({_organisatie('organisatie_id')}) AND {_in_dossier()}",
        ),
        "dossiers_feit": _VAN_DOSSIER,
        "dossiers_ziekmelding": _VAN_DOSSIER,
        "dossiers_beoordeling": _VAN_DOSSIER,
        "dossiers_uitkomstsporen": _VAN_DOSSIER,
        # The list of a large employer asks the column that it is sorted by.
        "dossiers_taak": Regel(
            zien=_of(_organisatie("werkgever_id"), "dossier_id IN (SELECT slot.dossiers())"), wijzigen=_in_dossier()
        ),
        "dossiers_taakaantekening": _VAN_DOSSIER,
        "dossiers_bijlage": _VAN_DOSSIER,
        "dossiers_bijlageinhoud": _VAN_DOSSIER,
        "dossiers_correctieverzoek": _VAN_DOSSIER,
        "dossiers_toestemming": _VAN_DOSSIER,
        "dossiers_toestemmingskeuze": _VAN_DOSSIER,
        "dossiers_bewaarblokkade": _VAN_DOSSIER,
        "dossiers_waarneming": Regel(
            zien=_of(
                _organisatie("organisatie_id"),
                _gebruiker("afwezige_id", "waarnemer_id"),
                "EXISTS (SELECT FROM dossiers_betrokkene b WHERE b.waarneming_id = dossiers_waarneming.id)",
            ),
            wijzigen=_organisatie("organisatie_id"),
        ),
        "dossiers_bewaartermijn": _VAN_ORGANISATIE,
        "dossiers_wisronde": _VAN_ORGANISATIE,
        "dossiers_wisregel": Regel(zien="EXISTS (SELECT FROM dossiers_wisronde r WHERE r.id = ronde_id)"),
        "dossiers_wissing": _VAN_ORGANISATIE,
        "dossiers_onderhoud": Regel(vrij="when the upkeep ran, and how many: no name and nothing of a dossier"),
        # --- documents, and behind the wall -------------------------------------------------------------------
        "formulieren_formulier": _VAN_DOSSIER,
        "formulieren_standpunt": Regel(zien=_VAN_STUK),
        # What somebody types and did not save is for that person alone.
        "formulieren_klad": Regel(zien=f"{_gebruiker('gebruiker_id')} AND {_VAN_STUK}"),
        # The doctor's side needs both: the organisation that owns the record, and a way in. The employee has his own.
        "medisch_medischeregel": Regel(
            zien=_of(
                f"(({_organisatie('eigenaar_id')} OR {_OVERGEDRAGEN.format(_organisatie('o.naar_id'))})"
                " AND (SELECT slot.rol()) = 'bedrijfsarts'"
                " AND dossier_id IN (SELECT slot.dossiers()))",
                "((SELECT slot.rol()) = 'werknemer' AND dossier_id IN (SELECT slot.eigen_dossiers())"
                f" AND {_BEVESTIGD})",
            ),
            wijzigen=_in_dossier(),  # the employer sends something in, and cannot read it; rows never change
        ),
        "medisch_overdracht": Regel(
            zien=_in_dossier(), wijzigen=f"({_organisatie('van_id')}) AND {_in_dossier()}"
        ),
        # --- a trajectory werkaanpassing ----------------------------------------------------------------------
        "werkaanpassing_traject": _VAN_DOSSIER,
        "werkaanpassing_ronde": _VAN_DOSSIER,
        # What the employee prepares is not there for the manager, nor the other way round until both talk.
        "werkaanpassing_lijst": Regel(
            zien=_van_deelnemers(
                werknemer="variant <> 'leidinggevende' OR " + _IN_RONDE.format("r.samen_op IS NOT NULL"),
                leidinggevende="variant <> 'werknemer'",
            )
        ),
        "werkaanpassing_knelpuntregel": Regel(zien="EXISTS (SELECT FROM werkaanpassing_lijst l WHERE l.id = lijst_id)"),
        "werkaanpassing_oplossingregel": Regel(
            zien=_van_deelnemers(
                werknemer="aangedragen_door = 'werknemer' OR " + _IN_RONDE.format(_BEIDE_KLAAR),
                leidinggevende="aangedragen_door = 'leidinggevende' OR " + _IN_RONDE.format(_BEIDE_KLAAR),
            )
        ),
        # --- without a lock -----------------------------------------------------------------------------------
        "kluis_sleutel": Regel(vrij="wrapped keys, in a database that knows of no roles; `dossiers` asks for one only"
                                    " after the door"),
        "jobs_hartslag": _WERKVOORRAAD,
        "jobs_dagelijksebeurt": _WERKVOORRAAD,
        "django_tasks_database_dbtaskresult": _WERKVOORRAAD,
        "account_emailaddress": _AANMELDEN,
        "account_emailconfirmation": _AANMELDEN,
        "mfa_authenticator": _AANMELDEN,
        "socialaccount_socialapp": _AANMELDEN,
        "socialaccount_socialaccount": _AANMELDEN,
        "socialaccount_socialtoken": _AANMELDEN,
        "django_session": _AANMELDEN,
        "auth_permission": Regel(vrij="Django's own; it stays empty of people"),
        "auth_group": Regel(vrij="Django's own; it stays empty"),
        "auth_group_permissions": Regel(vrij="Django's own; it stays empty"),
        "django_content_type": Regel(vrij="Django's own: the names of the tables"),
        "django_migrations": Regel(vrij="Django's own: which migrations were done"),
    }
)  # fmt: skip
OP_SLOT: Mapping[str, Regel] = MappingProxyType({naam: regel for naam, regel in TABELLEN.items() if not regel.vrij})
