"""Wat het oordeel doet omslaan: de kleinste verzamelingen antwoorden en stappen, de lichtste eerst.

Van onder naar boven: bij elke vraag wordt met haar eigen uitwerking geprobeerd welke antwoorden eronder haar ja of nee
maken. Een gegeven oordeel blijft staan; te veranderen is wat nog open is, en wat volgens de norm te herstellen is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product

from poortnormen.beoordeling import Beoordeling
from poortnormen.bronnen.beoordelingskader.regels.verslag import feit_van
from poortnormen.catalogus import Catalogus
from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.soort import UWV, WERKGEVER
from poortnormen.feiten.stukken import Stuksoort
from poortnormen.norm import Inspanning, Norm
from poortnormen.standdelen import NEGATIEF, Antwoord, Omslag, Oordeel, Stap
from poortnormen.standverslag import (
    ONDERDELEN,
    aan_te_vullen,
    ontbrekende_onderdelen,
    te_maken_stuk,
    verslag_uiterlijk,
)
from poortnormen.toetsboom import EINDOORDEEL, MOGELIJKHEDEN, VOLLEDIG, antwoord_van, onderliggend, oordeel_van
from poortnormen.uitkomst import FeitOntbreekt, Mist, Nvt, Onbekend, Tot, Uitleg, Vastgesteld, WaardeOntbreekt
from poortnormen.uitwerking import Reeks, Uitwerking

# Meer wegen naar hetzelfde oordeel leest niemand.
MEESTE_PER_OORDEEL = 3
SANCTIENORM, AANVULVRAAG = "WIA-25-11", "BKP-5-03"
WAT_TE_MAKEN = "Zorg dat dit onderdeel van het verslag er komt: {stuk}."
WAT_AAN_TE_VULLEN = "Stuur UWV wat aan het verslag ontbreekt."
WAT_TE_BEANTWOORDEN = "Geef een gemotiveerd oordeel. {vraag} Antwoord: {antwoord}."
WAT_TE_ZEGGEN = "Geef antwoord. {vraag} Antwoord: {antwoord}."
_ZWAARTE = {soort: gewicht for gewicht, soort in enumerate(Inspanning, start=1)}
_NIET_BEIDE_KANTEN = frozenset({EINDOORDEEL, MOGELIJKHEDEN})


@dataclass(frozen=True, slots=True)
class Keuze:
    """Een stap in wording: bij welke vraag, welk feit, wat het wordt en wat het kost.

    Hetzelfde antwoord bij twee vragen is één stap.
    """

    norm: str = field(compare=False)
    feit: str
    inspanning: Inspanning
    waarde: bool | None = None
    uiterste_dag: date | None = None
    wie: tuple[str, ...] = ()
    wat: str = ""
    stuk: str = ""
    soort: Stuksoort | None = field(default=None, compare=False)


Weg = frozenset[Keuze]
# Een antwoord dat een argument van een uitwerking kan krijgen, met de wegen erheen.
Anders = tuple[object, tuple[Weg, ...]]


@dataclass(slots=True)
class Zoeker:
    """Zoekt bij één beoordeling de stappen waarmee een vraag een ander antwoord krijgt, en onthoudt wat gevonden is."""

    regels: Catalogus
    beoordeling: Beoordeling
    uiterste_dag: date | None
    gevonden: dict[tuple[str, bool], tuple[Weg, ...]] = field(default_factory=dict)

    def naar(self, norm_id: str, *, doel: bool) -> tuple[Weg, ...]:
        """De lichtste verzamelingen stappen waarmee deze vraag ja (of nee) wordt."""
        if (norm_id, doel) not in self.gevonden:
            wegen = self._volledig(doel=doel) if norm_id == VOLLEDIG else self._wegen(norm_id, doel=doel)
            self.gevonden[norm_id, doel] = _lichtste(wegen)
        return self.gevonden[norm_id, doel]

    def omslagen(self, oordeel: Oordeel) -> tuple[Omslag, ...]:
        """Elk ander oordeel met de wegen erheen."""
        per_oordeel: dict[Oordeel, list[Weg]] = {}
        for nieuw, wegen in self._antwoorden(EINDOORDEEL, doel=None):
            is_winst = nieuw is not oordeel and (nieuw is not Oordeel.ONBEKEND or oordeel in NEGATIEF)
            if is_winst and isinstance(nieuw, Oordeel):
                per_oordeel.setdefault(nieuw, []).extend(wegen)
        lichtste = [(nieuw, weg) for nieuw, wegen in per_oordeel.items() for weg in _zonder_omwegen(_lichtste(wegen))]
        paren = [(nieuw, weg) for nieuw, weg in lichtste if self._leidt_tot(nieuw, weg)]
        return tuple(
            Omslag(oordeel=nieuw, stappen=tuple(_stap(keuze) for keuze in sorted(weg, key=_plaats)))
            for nieuw, weg in sorted(paren, key=lambda paar: _gewicht(paar[1]))
        )

    def _leidt_tot(self, oordeel: Oordeel, weg: Weg) -> bool:
        """Of het dossier met deze stappen dat oordeel krijgt: een feit kan bij meer dan één vraag horen."""
        nu = self.beoordeling
        erbij = [self._feit(keuze.feit, waarde=keuze.waarde) for keuze in weg if keuze.waarde is not None]
        gedaan = {VOLLEDIG if keuze.stuk else keuze.norm for keuze in weg if keuze.waarde is None}
        gesteld = {id_: Reeks((Vastgesteld(norm=id_, waarde=True),)) for id_ in gedaan - {AANVULVRAAG}}
        erna = self.regels.beoordeel(
            nu.dossier.met(*erbij), nu.peildatum, bekend_op=nu.bekend_op, alleen=(EINDOORDEEL,), gesteld=gesteld
        )
        return oordeel_van(erna) is oordeel

    def _feit(self, naam: str, *, waarde: bool) -> Feit:
        """Het antwoord als feit: van wie het al gaf, en anders van wie erover beslist."""
        soort = FEITEN[naam]
        gevers = {feit.gever for feit in self.beoordeling.beeld[naam].uit}
        beslist = UWV if UWV in soort.gevers else soort.gevers[0]
        return Feit(
            naam=naam,
            waarde=waarde,
            op=self.beoordeling.peildatum,
            vastgelegd_op=self.beoordeling.bekend_op or date.max,
            gever=gevers.pop() if len(gevers) == 1 else beslist,
            id=f"~{naam}",
            motivering=naam,
        )

    def _wegen(self, norm_id: str, *, doel: bool) -> Iterator[Weg]:
        norm, uitkomst = self.regels.normen[norm_id], self.beoordeling.uitkomst(norm_id)
        is_nee = antwoord_van(uitkomst) is Antwoord.NEE
        if doel and is_nee and norm.herstel is not None and FEITEN[norm.herstel.feit].type is not bool:
            yield frozenset({self._hersteld(norm)})
        for antwoord, wegen in self._antwoorden(norm_id, doel=doel):
            if antwoord is doel:
                yield from wegen

    def _antwoorden(self, norm_id: str, *, doel: bool | None) -> Iterator[Anders]:
        """Elk antwoord dat deze vraag bij andere antwoorden eronder krijgt, met de kleinste keuzes die dat doen."""
        uitwerking, uitkomst = self.regels.uitwerkingen[norm_id], self.beoordeling.uitkomst(norm_id)
        gebruikt = uitkomst.gebruikt
        if any(argument.naam not in gebruikt for argument in uitwerking.argumenten):
            return  # zij geldt niet omdat een norm waarop zij steunt niet geldt
        keuzes = self._keuzes(norm_id, uitwerking, gebruikt, doel)
        klaar: list[tuple[object, frozenset[tuple[str, int]]]] = []
        for plek in _van_klein_naar_groot({naam: len(rij) for naam, rij in keuzes.items()}):
            eerder = {antwoord for antwoord, kleiner in klaar if kleiner < plek}
            if doel is not None and doel in eerder:
                continue
            gekozen = {naam: keuzes[naam][nummer] for naam, nummer in plek}
            antwoord = _probeer(uitwerking, {**gebruikt, **{naam: waarde for naam, (waarde, _) in gekozen.items()}})
            if antwoord is not None and antwoord not in eerder:
                klaar.append((antwoord, plek))
                yield antwoord, _verenigd(wegen for _, wegen in gekozen.values())

    def _keuzes(
        self,
        norm_id: str,
        uitwerking: Uitwerking,
        gebruikt: Mapping[str, object],
        doel: bool | None,  # noqa: FBT001  # het antwoord
    ) -> dict[str, list[Anders]]:
        """Per argument wat het anders kan worden, en met welke stappen."""
        keuzes: dict[str, list[Anders]] = {}
        for argument in uitwerking.feiten:
            if FEITEN[argument.naam].type is bool and (waarden := self._eigen(norm_id, argument.naam, gebruikt)):
                keuzes[argument.naam] = waarden
        for naam, id_ in onderliggend(self.regels, norm_id):
            beide = doel is None or norm_id in _NIET_BEIDE_KANTEN
            for waarde in (True, False) if beide else (doel,):
                nu = antwoord_van(self.beoordeling.uitkomst(id_))
                if nu is (Antwoord.JA if waarde else Antwoord.NEE):
                    continue
                if wegen := self.naar(id_, doel=bool(waarde)):
                    keuzes.setdefault(naam, []).append((Vastgesteld(norm=id_, waarde=waarde), wegen))
        return keuzes

    def _eigen(self, norm_id: str, feit: str, gebruikt: Mapping[str, object]) -> list[Anders]:
        """Wat een eigen feit van de vraag kan worden: beide antwoorden als het open is, of wat na herstel waar is."""
        norm, uitkomst = self.regels.normen[norm_id], self.beoordeling.uitkomst(norm_id)
        # Wat alleen telt als iemand het aanvoert, is geen vraag: de norm geldt dan niet.
        if isinstance(uitkomst, Onbekend) and (gebruikt[feit] is None or feit in uitkomst.ontbreekt):
            waarden = [waarde for waarde in (True, False) if waarde is not gebruikt[feit]]
            return [(waarde, (frozenset({self._vraag(norm_id, feit, waarde=waarde)}),)) for waarde in waarden]
        herstel = norm.herstel
        if herstel is not None and herstel.feit == feit and gebruikt[feit] is not herstel.waarde:
            return [(herstel.waarde, (frozenset({self._hersteld(norm)}),))]
        return []

    def _vraag(self, norm_id: str, feit: str, *, waarde: bool) -> Keuze:
        is_oneens = len({een.waarde for een in self.beoordeling.beeld[feit].uit}) > 1
        wie = (UWV,) if is_oneens else FEITEN[feit].gevers
        return Keuze(norm_id, feit, Inspanning.VRAAG, waarde=waarde, wie=wie)

    def _hersteld(self, norm: Norm) -> Keuze:
        herstel = norm.herstel
        assert herstel is not None  # noqa: S101  # de aanroeper keek
        waarde = herstel.waarde if FEITEN[herstel.feit].type is bool else None
        return Keuze(
            norm.id,
            herstel.feit,
            herstel.inspanning,
            waarde,
            self.uiterste_dag,
            wie=herstel.wie,
            wat=herstel.wat,
            soort=Stuksoort(herstel.stuk) if herstel.stuk else None,
        )

    def _volledig(self, *, doel: bool) -> Iterator[Weg]:
        """De onderdelen van het verslag die er nog moeten komen, en wat UWV nog wacht."""
        if not doel:
            return
        tot_en_met = aan_te_vullen(self.beoordeling)
        keuzes = [
            Keuze(
                ONDERDELEN[letter].norm,
                feit_van(letter),
                Inspanning.STUK,
                uiterste_dag=tot_en_met or verslag_uiterlijk(self.beoordeling),
                wie=ONDERDELEN[letter].wie,
                wat=WAT_TE_MAKEN,
                stuk=ONDERDELEN[letter].naam,
                soort=te_maken_stuk(self.beoordeling, letter),
            )
            for letter in ontbrekende_onderdelen(self.beoordeling)
        ]
        if tot_en_met is not None:
            keuzes.append(
                Keuze(
                    AANVULVRAAG,
                    "verslag_aangevuld_op",
                    Inspanning.STUK,
                    uiterste_dag=tot_en_met,
                    wie=(WERKGEVER,),
                    wat=WAT_AAN_TE_VULLEN,
                )
            )
        if keuzes:
            yield frozenset(keuzes)


def omslagen(regels: Catalogus, beoordeling: Beoordeling, oordeel: Oordeel) -> tuple[Omslag, ...]:
    """Wat het oordeel anders maakt, de lichtste weg eerst."""
    return Zoeker(regels, beoordeling, uiterste_hersteldag(beoordeling)).omslagen(oordeel)


def uiterste_hersteldag(beoordeling: Beoordeling) -> date | None:
    """Tot en met welke dag herstel zeker helpt: tot het verslag klaar moet zijn, en daarna zolang UWV kan beslissen."""
    uiterlijk = verslag_uiterlijk(beoordeling)
    if uiterlijk is not None and beoordeling.peildatum <= uiterlijk:
        return uiterlijk
    laatste = beoordeling.uitkomst(SANCTIENORM)
    return laatste.waarde if isinstance(laatste, Vastgesteld) and isinstance(laatste.waarde, date) else uiterlijk


def _van_klein_naar_groot(aantallen: Mapping[str, int]) -> Iterator[frozenset[tuple[str, int]]]:
    """Elke greep uit de namen met bij elke naam een nummer onder haar aantal; eerst die met één naam."""
    for aantal in range(1, len(aantallen) + 1):
        for namen in combinations(aantallen, aantal):
            for nummers in product(*(range(aantallen[naam]) for naam in namen)):
                yield frozenset(zip(namen, nummers, strict=True))


def _probeer(uitwerking: Uitwerking, gegevens: Mapping[str, object]) -> object:
    """Wat de uitwerking bij deze gegevens zegt; niets als zij nog geen antwoord heeft of niet geldt."""
    nodig = (*uitwerking.feiten, *uitwerking.uitkomsten)
    if any(gegevens[a.naam] is None and not a.mag_leeg and not a.wil_uitkomst for a in nodig):
        return None
    try:
        antwoord = uitwerking.functie(**gegevens)
    except (FeitOntbreekt, WaardeOntbreekt):
        return None
    match antwoord:
        case Mist():
            return Oordeel.ONBEKEND if uitwerking.norm.id == EINDOORDEEL else None
        case Nvt():
            return None
        case Tot():
            return antwoord.waarde
        case _:
            return antwoord


def _verenigd(delen: Iterable[tuple[Weg, ...]]) -> tuple[Weg, ...]:
    """Van elk deel één weg, samen; een feit kan maar één antwoord hebben."""
    wegen: tuple[Weg, ...] = (frozenset(),)
    for deel in delen:
        wegen = _lichtste(weg | erbij for weg in wegen for erbij in deel if not _strijdig(weg, erbij))
    return wegen


def _strijdig(een: Weg, ander: Weg) -> bool:
    antwoorden = {keuze.feit: keuze.waarde for keuze in een if keuze.waarde is not None}
    return any(antwoorden.get(keuze.feit, keuze.waarde) != keuze.waarde for keuze in ander if keuze.waarde is not None)


def _lichtste(wegen: Iterable[Weg]) -> tuple[Weg, ...]:
    """De lichtste wegen, zonder wegen waar een kleinere in zit."""
    gekozen: list[Weg] = []
    for weg in sorted(set(wegen), key=_gewicht):
        if not any(kleiner <= weg for kleiner in gekozen):
            gekozen.append(weg)
        if len(gekozen) == MEESTE_PER_OORDEEL:
            break
    return tuple(gekozen)


def _zonder_omwegen(wegen: tuple[Weg, ...]) -> tuple[Weg, ...]:
    """De wegen die hoogstens twee keer zo zwaar zijn als de lichtste."""
    return tuple(weg for weg in wegen if _zwaarte(weg) <= 2 * _zwaarte(wegen[0]))


def _zwaarte(weg: Weg) -> int:
    return sum(_ZWAARTE[keuze.inspanning] for keuze in weg)


def _gewicht(weg: Weg) -> tuple[object, ...]:
    """Eerst wat het minste kost, dan wat het eerst vervalt; de namen maken de volgorde vast."""
    eerste = min((keuze.uiterste_dag for keuze in weg if keuze.uiterste_dag is not None), default=date.max)
    return _zwaarte(weg), len(weg), eerste, sorted(map(_plaats, weg))


def _plaats(keuze: Keuze) -> tuple[str, ...]:
    return keuze.feit, keuze.stuk, keuze.wat, str(keuze.waarde)


def _stap(keuze: Keuze) -> Stap:
    soort = FEITEN[keuze.feit]
    gegevens: dict[str, object] = {"stuk": keuze.stuk} if keuze.stuk else {}
    wat = keuze.wat
    if not wat:
        wat = WAT_TE_BEANTWOORDEN if soort.is_oordeel else WAT_TE_ZEGGEN
        gegevens = {"vraag": soort.vraag, "antwoord": Antwoord.JA if keuze.waarde else Antwoord.NEE}
    return Stap(
        norm=keuze.norm,
        feit=keuze.feit,
        wat=Uitleg(wat, gegevens),
        wie=keuze.wie,
        inspanning=keuze.inspanning,
        waarde=keuze.waarde,
        uiterste_dag=keuze.uiterste_dag,
        stuk=keuze.soort,
    )
