"""S5: no sequence of acts of the employer's side brings anything of the medical record to it.

A world is drawn: how long somebody is ill, and what the medical side wrote where. Then a tree of acts: a trunk, some
branches, and at the end of each branch every act that there is, one at a time. From the root to a tip is a sequence of
twenty acts; what sequences share is done once, and taken back to where they part. Each place has a canary of its own,
so that what is found tells where it came from. `make test-lang` does ten thousand sequences; every run does one branch.
"""

import logging
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from werkgeverskant import ACTIES, WERKGEVERSKANT, Actie, kolommen

from poortwijzer.dossiers.actions import begin_stuk, bewaar_stuk, delegeer
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.dossiers.models import Bijlage, Dossier, Werknemer
from poortwijzer.kluis.router import ALIAS
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.rollen import Rol

LANG = os.environ.get("HYPOTHESIS_PROFILE") == "lang"
KANARIE = "kwikstaart"
LENGTE, STAM = 20, 10
TAKKEN = 5 if LANG else 1
REEKSEN = 10_000 if LANG else 1
BOMEN = -(-REEKSEN // (TAKKEN * len(ACTIES)))

Zet = tuple[Rol, Actie]


@dataclass
class Wereld:
    """What the acts are done in; `naslag` gives what was logged and mailed."""

    nieuw_dossier: Callable[[int], Dossier]
    arts: Actor
    ondersteuner: Actor
    werknemer: Actor
    browsers: dict[Rol, Client]
    vraag_behandelaar: Callable[..., None]
    naslag: Callable[[], str]
    geteld: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Boom:
    """How long the employee is ill, where canaries are written, and what is done."""

    weken: int
    geplant: frozenset[str]
    stam: Sequence[Zet]
    takken: Sequence[Sequence[Zet]]
    toppen: Sequence[Rol]


# --- what the medical side wrote ---------------------------------------------------------------------------------


def _regel(wereld: Wereld, dossier: Dossier, soort: Regelsoort) -> None:
    woord = f"{KANARIE}{soort}"
    regel = Regel(soort=soort, op=vandaag(), tekst=woord, van_wie=woord, cas=woord[:20], wijze=Wijze.VIDEO)
    eerste = leg_medisch_vast(dossier=dossier, actor=wereld.arts, regel=regel)
    verbeterd = Regel(soort=soort, op=vandaag(), tekst=f"{woord} verbeterd", wijze=Wijze.VIDEO)
    leg_medisch_vast(dossier=dossier, actor=wereld.arts, regel=verbeterd, vervangt=eerste.pk)


def _werkaantekening(wereld: Wereld, dossier: Dossier) -> None:
    regel = Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst=f"{KANARIE}werkaantekening")
    leg_medisch_vast(dossier=dossier, actor=wereld.arts, regel=regel, is_werkaantekening=True)


def _gedelegeerd(wereld: Wereld, dossier: Dossier) -> None:
    delegeer(
        dossier=dossier,
        actor=wereld.arts,
        gedelegeerde_id=wereld.ondersteuner.gebruiker_id,
        taken=tuple(Deeltaak),
        tot=vandaag() + timedelta(days=9),
    )
    regel = Regel(soort=Regelsoort.KLACHTEN, op=vandaag(), tekst=f"{KANARIE}gedelegeerd", wijze=Wijze.VIDEO)
    leg_medisch_vast(dossier=dossier, actor=wereld.ondersteuner, regel=regel)


def _ingestuurd(wereld: Wereld, dossier: Dossier) -> None:
    stuur_in(dossier=dossier, actor=wereld.werknemer, tekst=f"{KANARIE}ingestuurd")


def _behandelaar(wereld: Wereld, dossier: Dossier) -> None:
    woord = f"{KANARIE}behandelaar"
    wereld.vraag_behandelaar(dossier=dossier, gast=woord, vraag=woord, antwoord=woord)


def _klad(wereld: Wereld, dossier: Dossier) -> None:
    klad = begin_stuk(dossier=dossier, actor=wereld.arts, soort="terugkoppeling")
    bewaar_stuk(
        dossier=dossier,
        actor=wereld.arts,
        stuk_id=klad.pk,
        wijzigingen={"kan_niet": f"{KANARIE}klad"},
        verwachte_versie=klad.versie,
    )


def _soort(soort: Regelsoort) -> Callable[[Wereld, Dossier], None]:
    return lambda wereld, dossier: _regel(wereld, dossier, soort)


PLEKKEN: dict[str, Callable[[Wereld, Dossier], None]] = {
    "werkaantekening": _werkaantekening,
    "gedelegeerd": _gedelegeerd,
    "ingestuurd": _ingestuurd,
    "behandelaar": _behandelaar,
    "klad": _klad,
    **{str(soort): _soort(soort) for soort in Regelsoort},
}
ZET = st.tuples(st.sampled_from(WERKGEVERSKANT), st.sampled_from(ACTIES))
BOOM = st.builds(
    Boom,
    weken=st.sampled_from([1, 7, 10, 43, 60, 93]),
    geplant=st.frozensets(st.sampled_from(sorted(PLEKKEN)), min_size=3),
    stam=st.lists(ZET, min_size=STAM, max_size=STAM),
    takken=st.lists(
        st.lists(ZET, min_size=LENGTE - STAM - 1, max_size=LENGTE - STAM - 1), min_size=TAKKEN, max_size=TAKKEN
    ),
    toppen=st.lists(st.sampled_from(WERKGEVERSKANT), min_size=len(ACTIES), max_size=len(ACTIES)),
)

# --- looking -------------------------------------------------------------------------------------------------------


@contextmanager
def en_terug(wereld: Wereld) -> Iterator[None]:
    """Take back all that was done, in both databases and in the browsers."""
    koekjes = {rol: deepcopy(browser.cookies) for rol, browser in wereld.browsers.items()}
    with transaction.atomic(), transaction.atomic(using=ALIAS):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using=ALIAS)
    for rol, browser in wereld.browsers.items():
        browser.cookies = koekjes[rol]


def doe(wereld: Wereld, dossier: Dossier, zetten: Sequence[Zet]) -> None:
    for rol, actie in zetten:
        gezien = actie(wereld.browsers[rol], dossier)
        wereld.geteld[f"status {gezien[:3]}"] += 1
        assert KANARIE not in gezien, f"{rol} {actie.__name__}: {gezien[gezien.index(KANARIE) :][:40]}"


def beklim(wereld: Wereld, boom: Boom, lek: Callable[[Wereld, Dossier], object] | None = None) -> None:
    """Do a whole tree, with `lek` as what goes wrong in the trunk."""
    with en_terug(wereld):
        dossier = wereld.nieuw_dossier(boom.weken)
        for plek in sorted(boom.geplant):
            PLEKKEN[plek](wereld, dossier)
        doe(wereld, dossier, boom.stam[:1])
        if lek is not None:
            lek(wereld, dossier)
        doe(wereld, dossier, boom.stam[1:])
        for tak in boom.takken:
            with en_terug(wereld):
                doe(wereld, dossier, tak)
                for tabel, rij in kolommen():
                    assert KANARIE.encode() not in rij, tabel
                for zet in zip(boom.toppen, ACTIES, strict=True):
                    with en_terug(wereld):
                        doe(wereld, dossier, [zet])
                        wereld.geteld["reeksen"] += 1
    assert KANARIE not in wereld.naslag()


def doorzoek(wereld: Wereld, bomen: int, lek: Callable[[Wereld, Dossier], object] | None = None) -> None:
    @settings(
        max_examples=bomen,
        phases=[Phase.generate],  # a sequence is a story: a shorter one tells no more, and takes long to find
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(boom=BOOM)
    def zoek(boom: Boom) -> None:
        beklim(wereld, boom, lek)

    zoek()


def test_geen_reeks_handelingen_van_de_werkgever_levert_iets_medisch_op(kant, capsys):
    """S5: sequences of twenty acts, in which roles change and end, consent is withdrawn and the dossier moves."""
    doorzoek(kant, BOMEN)
    geteld = kant.geteld
    assert geteld["reeksen"] >= REEKSEN
    assert not geteld["status 429"], "a brake would hide what there is to see"
    assert geteld["status 200"] > sum(geteld.values()) / 4, "else hardly anything was seen"
    if LANG:
        with capsys.disabled():
            regel = f"muur: {geteld['reeksen']} sequences of {LENGTE} acts, {BOMEN} worlds, 0 leaks: {dict(geteld)}"
            print(f"\n{regel}")  # noqa: T201  # what the long run found, for the record


# --- that it would be found ----------------------------------------------------------------------------------------


def _in_een_kolom(wereld: Wereld, dossier: Dossier) -> None:
    Werknemer.objects.filter(pk=dossier.werknemer_id).update(functie=f"{KANARIE} in een kolom")


def _als_bestandsnaam(wereld: Wereld, dossier: Dossier) -> None:
    """Sealed: in no column, and only on a page."""
    Bijlage.objects.create(
        dossier=dossier,
        deel="probleemanalyse",
        van_op=vandaag(),
        ontvangen_op=vandaag(),
        ontvangen_van=Afzender.BEDRIJFSARTS,
        rol=Rol.BEDRIJFSARTS,
        toegevoegd_door_id=wereld.arts.gebruiker_id,
        toegevoegd_op=nu(),
        naam=f"{KANARIE}.pdf",
        toelichting="",
        bestandstype="pdf",
        aantal_bytes=1,
        vingerafdruk="x",
    )


def _in_het_logboek(wereld: Wereld, dossier: Dossier) -> None:
    logging.getLogger("poortwijzer").warning("not stored: %s", f"{KANARIE} in het logboek")


def _in_een_bericht(wereld: Wereld, dossier: Dossier) -> None:
    mail.send_mail("Er is iets", f"{KANARIE} in een bericht", None, ["hr@demo.example"])


@pytest.mark.een_database("sqlite")
@pytest.mark.parametrize("lek", [_in_een_kolom, _als_bestandsnaam, _in_het_logboek, _in_een_bericht])
def test_wat_lekt_wordt_gevonden(kant, lek):
    with pytest.raises(AssertionError, match=KANARIE):
        doorzoek(kant, 3, lek)


def test_wat_geplant_is_leest_de_bedrijfsarts(kant, als):
    """Else finding nothing would mean nothing."""
    with en_terug(kant):
        dossier = kant.nieuw_dossier(10)
        for plek in PLEKKEN.values():
            plek(kant, dossier)
        gezien = als(Rol.BEDRIJFSARTS).get(f"/dossiers/{dossier.kenmerk}/medisch/").content.decode()
        for plek in set(PLEKKEN) - {"behandelaar", "klad"}:
            assert f"{KANARIE}{plek}" in gezien, plek


@pytest.fixture
def kant(als, actor, ondersteuner, nieuw_dossier, vraag_behandelaar, caplog):  # noqa: PLR0913, PLR0917  # one world, of many parts
    caplog.set_level(logging.INFO)

    def naslag() -> str:
        gezegd = "\n".join([caplog.text, *(f"{bericht.subject}\n{bericht.body}" for bericht in mail.outbox)])
        caplog.clear()
        mail.outbox.clear()
        return gezegd

    return Wereld(
        nieuw_dossier=nieuw_dossier,
        arts=actor(Rol.BEDRIJFSARTS),
        ondersteuner=ondersteuner,
        werknemer=actor(Rol.WERKNEMER),
        browsers={rol: als(rol) for rol in WERKGEVERSKANT},
        vraag_behandelaar=vraag_behandelaar,
        naslag=naslag,
    )
