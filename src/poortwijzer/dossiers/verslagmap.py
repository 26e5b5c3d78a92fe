"""The re-integratieverslag as a folder: everything in one PDF, each document on its own, and the files from outside."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from poortnormen.feiten.stukken import Stuksoort
from poortnormen.verslag import groep_van
from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype
from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.bundel import Bundel, maak_bundel
from poortwijzer.documenten.docx import maak_docx
from poortwijzer.dossiers.bijlagen import inhoud_van
from poortwijzer.dossiers.drukwerk import drukgegevens
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.bijlagen import leesbare_bijlagen
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.zipstroom import Zipdeel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import STUKKEN


def verslagmap(actor: Actor, dossier: Dossier, bundel: Bundel, stukken: list[Formulier]) -> list[Zipdeel]:
    """Give the files, numbered in the order of the parts; all is read and unsealed here, printing waits.

    The medical part is none of them.
    """
    heel = Zipdeel(
        pad="00-re-integratieverslag.pdf", wat=_("het hele verslag in één bestand"), maak=partial(maak_bundel, bundel)
    )
    return [heel, *_stukken(actor, dossier, stukken), *_bijlagen(actor, dossier)]


def _stukken(actor: Actor, dossier: Dossier, stukken: list[Formulier]) -> Iterator[Zipdeel]:
    op_volgorde = sorted(stukken, key=lambda stuk: groep_van(Stuksoort(stuk.soort)) or "")
    for nummer, stuk in enumerate(op_volgorde, start=1):
        naam = f"{nummer:02}-onderdeel-{groep_van(Stuksoort(stuk.soort))}-{stuk.soort}-versie-{stuk.versienummer}"
        gegevens = drukgegevens(actor, dossier, stuk)
        yield Zipdeel(pad=f"{naam}.pdf", wat=gegevens.titel, maak=partial(maak_pdf, gegevens))
        yield Zipdeel(pad=f"{naam}.docx", wat=gegevens.titel, maak=partial(maak_docx, gegevens))


def _bijlagen(actor: Actor, dossier: Dossier) -> Iterator[Zipdeel]:
    gaan_mee = [
        rij
        for rij in leesbare_bijlagen(actor, dossier)
        if rij.ingetrokken_op is None and rij.deel in STUKKEN and groep_van(Stuksoort(rij.deel))
    ]
    for nummer, rij in enumerate(sorted(gaan_mee, key=lambda rij: groep_van(Stuksoort(rij.deel)) or ""), start=1):
        inhoud = inhoud_van(rij)
        if inhoud is not None:
            extensie = KENMERKEN[Bestandstype(rij.bestandstype)].extensies[0]
            pad = f"bijlagen/{nummer:02}-onderdeel-{groep_van(Stuksoort(rij.deel))}-{rij.deel}.{extensie}"
            yield Zipdeel(pad=pad, wat=_("een bestand van buiten"), maak=partial(bytes, inhoud))
