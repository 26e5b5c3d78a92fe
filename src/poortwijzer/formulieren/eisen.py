"""What a document still lacks, by which norm, and what to do about it.

Comply or explain: for nearly everything a reason suffices. Only what would make the document false (its own day)
must be there.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from poortwijzer.formulieren.soort import Eis, Groepseis, Sectie, Soort, Tabeleis, Tabeleissoort, Veld
from poortwijzer.formulieren.waarden import Veldmelding, Waarde, dag, fouten_in
from poortwijzer.lib.datums import datum, gettext
from poortwijzer.lib.datums import gettext as _
from poortwijzer.toegang.rollen import Rol

# Words that name a department or a post and not a person.
_AFDELING = re.compile(
    r"\b(afdeling|team|hr|hrm|hr-afdeling|p&o|p\s*&\s*o|personeelszaken|personeel|arbodienst|verzuimteam|"
    r"verzuimdesk|servicedesk|secretariaat|directie|management|onbekend|n\.?\s?v\.?\s?t\.?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontbreekt:
    """One thing that a document lacks. `sleutel` is where its reason belongs; `veld` is where it is filled in.

    `wat`, `waarom` and `doe` are sentences in the reader's language; `norm` is none where no norm asks for it (what
    was typed cannot be read). `gevers` can supply it. `reden_volstaat`: the document may be frozen without it
    when somebody says why.
    """

    sleutel: str
    veld: str
    wat: str
    waarom: str
    doe: str
    norm: str | None
    gevers: tuple[Rol, ...]
    reden_volstaat: bool = True


def ontbrekend_in(
    soort: Soort,
    inhoud: Mapping[str, Waarde],
    *,
    vandaag: date,
    onbevestigd: Collection[str] = (),
    geldt: Callable[[str, date], bool] = lambda _norm, _dag: True,
) -> tuple[Ontbreekt, ...]:
    """Give what is missing, in the order of the form.

    `onbevestigd` are the fields that somebody else wrote down for a party who has not confirmed them yet. `geldt`
    says whether a norm was in force on the day of the document; what was not in force is not asked.
    """
    dag_van_het_stuk = dag(inhoud.get(soort.dag))
    gevonden: list[Ontbreekt] = []
    for sectie in soort.secties:
        gevonden.extend(_in_sectie(sectie, inhoud))
    if dag_van_het_stuk:
        gevonden = [deel for deel in gevonden if deel.norm is None or geldt(deel.norm, dag_van_het_stuk)]
        gevonden.extend(_in_de_toekomst(soort, dag_van_het_stuk, vandaag))
    gevonden.extend(_onleesbaar(soort, fout) for fout in fouten_in(soort, inhoud))
    gevonden.extend(_niet_bevestigd(soort.veld(naam)) for naam in sorted(onbevestigd) if inhoud.get(naam))
    volgorde = {veld.naam: nummer for nummer, veld in enumerate(soort.velden())}
    return tuple(sorted(gevonden, key=lambda deel: volgorde[deel.veld]))


def _in_sectie(sectie: Sectie, inhoud: Mapping[str, Waarde]) -> Iterator[Ontbreekt]:
    for groep in sectie.groepseisen:
        if _telt(groep, inhoud) and not any(inhoud.get(naam) for naam in groep.velden):
            yield _als_groep(groep, sectie)
    for veld in sectie.velden:
        waarde = inhoud.get(veld.naam)
        if veld.eis and not waarde and _telt(veld.eis, inhoud):
            yield _als_veld(veld.eis, veld, veld.naam)
        if veld.waarschuwing and _telt(veld.waarschuwing, inhoud):
            yield _als_veld(veld.waarschuwing, veld, f"{veld.naam}.waarschuwing")
        if veld.waarschuwing_afdeling and isinstance(waarde, str) and _AFDELING.search(waarde):
            yield _als_veld(veld.waarschuwing_afdeling, veld, f"{veld.naam}.persoon")
        rijen = [rij for rij in waarde if isinstance(rij, dict)] if isinstance(waarde, list) else []
        yield from (_als_veld(eis, veld, f"{veld.naam}.{eis.sleutel}")
                    for eis in veld.tabeleisen if _telt(eis, inhoud) and not _voldoet(eis, rijen))  # fmt: skip


def _telt(eis: Eis, inhoud: Mapping[str, Waarde]) -> bool:
    return eis.als is None or eis.als.geldt(inhoud.get(eis.als.veld))


def _voldoet(eis: Tabeleis, rijen: list[dict[str, str]]) -> bool:
    if eis.soort == Tabeleissoort.RIJ_MET:
        return any(rij.get(eis.kolom) in eis.waarden for rij in rijen)
    return all(rij.get(eis.kolom) for rij in rijen if rij.get(eis.bij_kolom or ""))


def _als_veld(eis: Eis, veld: Veld, sleutel: str) -> Ontbreekt:
    return Ontbreekt(
        sleutel=sleutel,
        veld=veld.naam,
        wat=gettext(eis.wat),
        waarom=gettext(eis.waarom),
        doe=gettext(eis.doe),
        norm=eis.norm,
        gevers=veld.gevers,
        reden_volstaat=eis.reden_volstaat,
    )


def _als_groep(groep: Groepseis, sectie: Sectie) -> Ontbreekt:
    eerste = next(veld for veld in sectie.velden if veld.naam == groep.velden[0])
    return _als_veld(groep, eerste, f"{sectie.naam}.{groep.sleutel}")


def _in_de_toekomst(soort: Soort, dag_van_het_stuk: date, vandaag: date) -> Iterator[Ontbreekt]:
    if dag_van_het_stuk <= vandaag:
        return
    veld = soort.veld(soort.dag)
    yield Ontbreekt(
        sleutel=f"{veld.naam}.toekomst",
        veld=veld.naam,
        wat=_("De dag van dit stuk, %(dag)s, is nog niet geweest.") % {"dag": datum(dag_van_het_stuk)},
        waarom=_("Een stuk kan niet vaststaan op een dag die nog moet komen."),
        doe=_("Kijk de dag na, of wacht met vaststellen tot die dag."),
        norm=None,
        gevers=veld.gevers,
        reden_volstaat=False,
    )


def _onleesbaar(soort: Soort, fout: Veldmelding) -> Ontbreekt:
    veld = soort.veld(fout.veld)
    return Ontbreekt(
        sleutel=fout.plaats,
        veld=veld.naam,
        wat=f"{gettext(veld.label)}: {fout.wat}",
        waarom=_("Wat er staat is wel bewaard, maar telt zo niet mee."),
        doe=fout.doe,
        norm=None,
        gevers=veld.gevers,
        reden_volstaat=veld.naam != soort.dag,
    )


def _niet_bevestigd(veld: Veld) -> Ontbreekt:
    return Ontbreekt(
        sleutel=f"{veld.naam}.bevestiging",
        veld=veld.naam,
        wat=_("‘%(label)s’ is door een ander opgeschreven en nog niet bevestigd.") % {"label": gettext(veld.label)},
        waarom=_("Het zijn de eigen woorden van iemand; die moet zeggen dat ze zo kloppen."),
        doe=_("Laat de tekst lezen of lees hem voor, en leg vast dat hij is bevestigd."),
        norm=veld.eis.norm if veld.eis else None,
        gevers=veld.gevers,
    )
