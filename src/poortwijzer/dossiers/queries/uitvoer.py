"""Everything of a dossier that the actor may see, as files in open formats.

All is read and opened here, by the same queries and the same policy as the pages; only the printing waits until the
file is sent. So it fits in the request, and nothing of it touches a disk.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from poortnormen.dossier import Dossier as KernDossier
from poortnormen.dossier import schrijf_dossier
from poortnormen.dossierschema import schema
from poortwijzer.accounts.gasten import gastantwoord
from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype
from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.gegevens import Stukgegevens
from poortwijzer.dossiers.beelden import Dossierbeeld, Leeslogregel
from poortwijzer.dossiers.bijlagen import inhoud_van
from poortwijzer.dossiers.drukwerk import drukgegevens
from poortwijzer.dossiers.facts import kern_dossier
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.partijen import delen_van_feiten, is_leesbaar
from poortwijzer.dossiers.queries.bijlagen import bijlagebeeld, leesbare_bijlagen
from poortwijzer.dossiers.queries.correcties import correcties
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.dossiers.queries.eigen import eigen_gegevens
from poortwijzer.dossiers.queries.gasten import gastenlijst
from poortwijzer.dossiers.queries.inzage import PER_PAGINA, leeslog
from poortwijzer.dossiers.queries.toestemmingen import toestemmingen
from poortwijzer.dossiers.queries.toezicht import noodlijst_van
from poortwijzer.dossiers.uitvoerdelen import uitvoerdelen
from poortwijzer.dossiers.verwerkingen import gegevensregels
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.scherm import mag_zien
from poortwijzer.lib.csvtekst import csv_tekst
from poortwijzer.lib.zipstroom import Zipdeel, json_deel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling

# What one person can ask in one request: a long dossier has some dozens of documents, and printing one takes a while.
MEESTE_AFDRUKKEN = 200
MEESTE_LOGREGELS = 20_000
MEESTE_BIJLAGEBYTES = 50 * 1024 * 1024


def uitvoer(actor: Actor, dossier: Dossier) -> list[Zipdeel]:
    """Give the files; the dossier comes from `access_dossier` for `Handeling.DOWNLOADEN` on `Deel.EIGEN_GEGEVENS`."""
    beeld = dossierbeeld(actor, dossier)
    bestanden = [
        json_deel("dossier.json", _("de vastgelegde gegevens, in het uitwisselformaat"), _uitwisseling(actor, dossier)),
        json_deel("dossier.schema.json", _("hoe dat uitwisselformaat in elkaar zit"), schema()),
        json_deel("overzicht.json", _("wat de bladen van het dossier laten zien"), _overzicht(beeld)),
        json_deel("eigen-gegevens.json", _("uw account, uw functie, uw ziekmelding en notities bij taken"),
                  asdict(eigen_gegevens(actor, dossier))),
    ]  # fmt: skip
    bestanden.append(
        json_deel("waarvoor.json", _("waarvoor elk gegeven nodig is, en wie het mag lezen"), list(_waarvoor(actor)))
    )
    if mag(actor.rol, Handeling.INZIEN, Deel.TOESTEMMINGEN):
        gevraagd = [asdict(wat) for wat in toestemmingen(actor, dossier)]
        bestanden.append(json_deel("toestemmingen.json", _("wat u goed vond en wat niet"), gevraagd))
    if mag(actor.rol, Handeling.INZIEN, Deel.CORRECTIES):
        verzoeken = [asdict(verzoek) for verzoek in correcties(actor, dossier)]
        bestanden.append(json_deel("verbeteringen.json", _("wat u liet verbeteren, en het antwoord"), verzoeken))
    if mag(actor.rol, Handeling.INZIEN, Deel.GASTEN):
        bestanden.append(
            json_deel("gasten.json", _("wie een link kreeg, en wat zij antwoordden"), _gasten(actor, dossier))
        )
    if mag(actor.rol, Handeling.INZIEN, Deel.LEESLOG):
        bestanden += _log(dossier)
    ook = (bestand for deel in uitvoerdelen(actor.rol) for bestand in deel.maak(actor, dossier))
    return [*bestanden, *_stukken(actor, dossier, beeld), *_bijlagen(actor, dossier), *ook]


def _uitwisseling(actor: Actor, dossier: Dossier) -> Mapping[str, object]:
    kern = kern_dossier(dossier)
    delen = delen_van_feiten((feit.id, feit.naam, feit.waarde, feit.vervangt) for feit in kern.feiten)
    leesbaar = tuple(feit for feit in kern.feiten if is_leesbaar(actor.rol, feit.naam, delen[feit.id]))
    return schrijf_dossier(KernDossier(kenmerk=kern.kenmerk, feiten=leesbaar, personen=kern.personen))


def _overzicht(beeld: Dossierbeeld) -> dict[str, Any]:
    """Give the page of the dossier without what it only points to: buttons, and the order of the work list."""
    return {
        "kenmerk": beeld.kenmerk,
        "werkgever": beeld.werkgever,
        "peildatum": beeld.peildatum,
        "eerste_ziektedag": beeld.eerste_ziektedag,
        "laatste_dag_wachttijd": beeld.laatste_dag_wachttijd,
        "verzuimstand": beeld.verzuimstand,
        "perioden": [asdict(periode) for periode in beeld.perioden],
        "feiten": [asdict(feit) for feit in beeld.feiten],
        "betrokkenen": [asdict(wie) for wie in beeld.betrokkenen],
        "afwijkingen": [
            {naam: waarde for naam, waarde in asdict(wat).items() if naam != "knop"} for wat in beeld.afwijkingen
        ],
        "termijnen": [
            {
                "norm": moment.moment.norm,
                "bron": moment.bron,
                "vindplaats": moment.vindplaats,
                "tekst": moment.tekst,
                "status": moment.moment.status,
                "uiterste_dag": moment.moment.uiterste_dag,
            }
            for moment in beeld.momenten
        ],
        "taken": [
            {"norm": taak.norm, "status": taak.status, "uiterste_dag": taak.uiterste_dag} for taak in beeld.taken
        ],
    }


def _waarvoor(actor: Actor) -> Iterator[dict[str, object]]:
    """Give the purpose, the class and the readers of every question that this role may read the answer of."""
    for regel in gegevensregels():
        if actor.rol in regel.lezers:
            yield {
                "naam": regel.naam,
                "vraag": regel.vraag,
                "document": regel.bron,
                "doelen": sorted(regel.doelen),
                "soort_gegevens": regel.klasse,
                "lezers": regel.lezers,
            }


def _gasten(actor: Actor, dossier: Dossier) -> list[dict[str, Any]]:
    leest_antwoord = mag(actor.rol, Handeling.INZIEN, Deel.GASTANTWOORDEN)
    links = []
    for link in gastenlijst(actor, dossier):
        gevonden = gastantwoord(dossier.pk, link.id) if leest_antwoord else None
        vraag, antwoord, _op = gevonden or ("", "", None)
        links.append({**asdict(link), "vraag": vraag, "antwoord": antwoord})
    return links


def _log(dossier: Dossier) -> list[Zipdeel]:
    regels: list[Leeslogregel] = []
    for pagina in range(1, MEESTE_LOGREGELS // PER_PAGINA + 1):
        nieuw = leeslog(dossier, pagina=pagina)
        regels += nieuw
        if len(nieuw) < PER_PAGINA:
            break
    nood = [asdict(toegang) for toegang in noodlijst_van(dossier)]
    log = {"is_volledig": len(regels) < MEESTE_LOGREGELS, "noodtoegang": nood, "regels": [asdict(r) for r in regels]}
    koppen = (
        _("wanneer"), _("wie"), _("rol"), _("voor"), _("wat"), _("onderdeel"), _("gelukt"), _("grond"), _("reden")
    )  # fmt: skip
    rijen = [
        (r.op.isoformat(), r.naam or _("het programma zelf"), r.rol_label, r.organisatie, r.handeling, r.onderdeel,
         _("ja") if r.is_gelukt else _("nee"), r.grond, r.reden)
        for r in regels
    ]  # fmt: skip
    return [
        json_deel("leeslog.json", _("wie uw dossier las of wijzigde"), log),
        Zipdeel(pad="leeslog.csv", wat=_("hetzelfde, voor een rekenblad"), maak=partial(csv_tekst, koppen, rijen)),
    ]


def _stukken(actor: Actor, dossier: Dossier, beeld: Dossierbeeld) -> Iterator[Zipdeel]:
    te_zien = [stuk.id for stuk in beeld.stukken]
    rijen = Formulier.objects.filter(dossier=dossier, pk__in=te_zien).prefetch_related("standpunten__door")
    for nummer, stuk in enumerate(sorted(rijen, key=lambda rij: te_zien.index(rij.pk)), start=1):
        stuk.dossier = dossier
        naam = f"stukken/{nummer:03}-{stuk.soort}-versie-{stuk.versienummer}"
        yield json_deel(f"{naam}.json", _("een document, als gegevens"), _stuk(actor, stuk))
        if nummer <= MEESTE_AFDRUKKEN:
            gegevens = drukgegevens(actor, dossier, stuk)
            yield Zipdeel(pad=f"{naam}.pdf", wat=_("een document, om te lezen"), maak=partial(_druk, gegevens))


def _bijlagen(actor: Actor, dossier: Dossier) -> Iterator[Zipdeel]:
    """Give the files from outside; when they are too many for one request, the list says which to fetch one by one."""
    over, mee = MEESTE_BIJLAGEBYTES, []
    for nummer, rij in enumerate(leesbare_bijlagen(actor, dossier), start=1):
        beeld = asdict(bijlagebeeld(actor.rol, rij))
        inhoud = inhoud_van(rij) if rij.aantal_bytes <= over else None
        pad = f"bijlagen/{nummer:03}-{rij.deel}.{KENMERKEN[Bestandstype(rij.bestandstype)].extensies[0]}"
        mee.append({naam: waarde for naam, waarde in beeld.items() if not naam.startswith("mag_")})
        mee[-1]["bestand"] = pad if inhoud is not None else ""
        if inhoud is not None:
            over -= len(inhoud)
            yield Zipdeel(pad=pad, wat=_("een bestand dat in uw dossier is gedaan"), maak=partial(bytes, inhoud))
    if mee:
        yield json_deel("bijlagen.json", _("welke bestanden in uw dossier zijn gedaan, door wie en waarom"), mee)


def _stuk(actor: Actor, stuk: Formulier) -> dict[str, Any]:
    te_zien = [veld.naam for veld in stuk.vorm.velden() if mag_zien(veld, actor.rol)]
    return {
        "id": stuk.pk,
        "soort": stuk.soort,
        "vormversie": stuk.vormversie,
        "versienummer": stuk.versienummer,
        "status": stuk.status,
        "opgesteld_op": stuk.opgesteld_op,
        "vastgesteld_op": stuk.vastgesteld_op,
        "vastgesteld_als": stuk.vastgesteld_als,
        "inhoud_hash": stuk.inhoud_hash,
        "inhoud": {naam: stuk.inhoud[naam] for naam in te_zien if naam in stuk.inhoud},
        "ingevuld_door": {naam: rol for naam, rol in stuk.invullers.items() if naam in te_zien},
        "ontbreekt": stuk.redenen,
        "standpunten": [
            {
                "partij": punt.partij,
                "standpunt": punt.standpunt,
                "eigen_woorden": punt.eigen_woorden,
                "door": punt.door.naam,
                "op": punt.op,
            }
            for punt in stuk.standpunten.all()
        ],
    }


def _druk(gegevens: Stukgegevens) -> bytes:
    return maak_pdf(gegevens)
