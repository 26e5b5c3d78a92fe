"""The re-integratieverslag as a folder: everything in one PDF, each document on its own, and the files from outside."""

from collections.abc import Iterator, Mapping
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.verslag import groep_van
from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype
from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.bundel import Bundel, maak_bundel
from poortwijzer.documenten.docx import maak_docx
from poortwijzer.documenten.gegevens import Stukgegevens
from poortwijzer.dossiers.bijlagen import inhoud_van
from poortwijzer.dossiers.verslaginhoud import Plek, Verslaginhoud
from poortwijzer.lib.zipstroom import Zipdeel


def verslagmap(bundel: Bundel, inhoud: Verslaginhoud, papier: Mapping[UUID, Stukgegevens]) -> list[Zipdeel]:
    """Give the files, numbered in the order of the parts; all is read and unsealed here, printing waits.

    What is lost keeps its number, so that the names of the others stay the same. The medical part is none of them.
    """
    heel = Zipdeel(
        pad="00-re-integratieverslag.pdf", wat=_("het hele verslag in één bestand"), maak=partial(maak_bundel, bundel)
    )
    return [heel, *_stukken(inhoud, papier), *_bijlagen(inhoud)]


def lijst_van(inhoud: Verslaginhoud) -> list[dict[str, object]]:
    """Give by what each document of the report can be recognised, for the list that goes along with the files."""
    return [
        {
            "onderdeel": groep_van(plek.soort),
            "soort": plek.soort,
            "opgesteld_op": plek.opgesteld_op.isoformat(),
            "versie": plek.versie,
            "vingerafdruk": plek.vingerafdruk,
            "is_kwijt": plek.is_kwijt,
        }
        for plek in sorted(inhoud.plekken, key=_op_letter)
    ]


def _stukken(inhoud: Verslaginhoud, papier: Mapping[UUID, Stukgegevens]) -> Iterator[Zipdeel]:
    stukken = sorted((plek for plek in inhoud.plekken if plek.versie is not None), key=_op_letter)
    for nummer, plek in enumerate(stukken, start=1):
        if plek.stuk is not None:
            naam = f"{nummer:02}-onderdeel-{groep_van(plek.soort)}-{_in_naam(plek)}-versie-{plek.versie}"
            gegevens = papier[plek.stuk.pk]
            yield Zipdeel(pad=f"{naam}.pdf", wat=gegevens.titel, maak=partial(maak_pdf, gegevens))
            yield Zipdeel(pad=f"{naam}.docx", wat=gegevens.titel, maak=partial(maak_docx, gegevens))


def _bijlagen(inhoud: Verslaginhoud) -> Iterator[Zipdeel]:
    bestanden = sorted((plek for plek in inhoud.plekken if plek.versie is None), key=_op_letter)
    for nummer, plek in enumerate(bestanden, start=1):
        bestand = None if plek.bijlage is None else inhoud_van(plek.bijlage)
        if plek.bijlage is not None and bestand is not None:
            extensie = KENMERKEN[Bestandstype(plek.bijlage.bestandstype)].extensies[0]
            pad = f"bijlagen/{nummer:02}-onderdeel-{groep_van(plek.soort)}-{_in_naam(plek)}.{extensie}"
            yield Zipdeel(pad=pad, wat=_("een bestand van buiten"), maak=partial(bytes, bestand))


def _op_letter(plek: Plek) -> str:
    return groep_van(plek.soort) or ""


def _in_naam(plek: Plek) -> str:
    """Give the kind of document as it stands in the name of a file: with hyphens, as the rest of that name."""
    return plek.soort.replace("_", "-")
