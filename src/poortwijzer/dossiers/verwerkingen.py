"""Every question about somebody, with what its answer may be used for, what kind of data it is and who reads it.

It follows from the facts of the core, the kinds of documents and the policy; nothing is told here for a second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.partijen import VERTROUWELIJK, deel_van_vraag, is_leesbaar
from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.scherm import mag_zien
from poortwijzer.formulieren.soort import Sectie, Soort, Veld
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.doelen import Doel, Gegevensklasse
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.verwerkingen import VERWERKING_VAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevensregel:
    """One question. `bron` is the kind of document in which it is asked; empty for a fact of its own."""

    naam: str
    vraag: str
    bron: str
    deel: Deel
    doelen: frozenset[Doel]
    klasse: Gegevensklasse
    lezers: tuple[Rol, ...]


def gegevensregels() -> tuple[Gegevensregel, ...]:
    """Give every fact that is recorded and every question of a document, in the language of now."""
    return (*_feiten(), *(regel for soort in soorten().values() for regel in _vragen(soort)))


def _feiten() -> Iterator[Gegevensregel]:
    for feit in FEITEN.values():
        if feit.is_afgeleid:
            continue
        deel = deel_van_vraag(feit.naam)
        yield Gegevensregel(
            naam=feit.naam,
            vraag=_(feit.vraag),
            bron="",
            deel=deel,
            doelen=VERWERKING_VAN[deel].doelen,
            # What the employer may not know, such as which safety net applies, tells of the health itself.
            klasse=Gegevensklasse.MEDISCH if feit.naam in VERTROUWELIJK else VERWERKING_VAN[deel].klasse,
            lezers=tuple(rol for rol in Rol if is_leesbaar(rol, feit.naam, deel)),
        )


def _vragen(soort: Soort) -> Iterator[Gegevensregel]:
    deel = Deel(soort.soort)
    for sectie in soort.secties:
        for veld in sectie.velden:
            yield Gegevensregel(
                naam=veld.naam,
                vraag=_(veld.label),
                bron=_(soort.titel),
                deel=deel,
                doelen=frozenset({_doel(sectie, veld)}),
                klasse=veld.klasse or sectie.klasse,
                lezers=tuple(rol for rol in Rol if mag(rol, Handeling.INZIEN, deel) and mag_zien(veld, rol)),
            )


def _doel(sectie: Sectie, veld: Veld) -> Doel:
    return veld.doel or sectie.doel
