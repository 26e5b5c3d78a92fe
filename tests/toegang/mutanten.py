"""Change the policy in one place at a time, and see whether the access matrix notices.

A first walk records which questions each case asks the policy, so that a changed line is tried only against the cases
that ask for it. A mutant is noticed when a case of the matrix then answers otherwise, leaves another row in the log,
shows or offers something else, or leaks: all of which stand in the tables, to which the first walk is compared too.
Acts that a part does not know (`HANDELINGEN_OP`) are no mutants: with such a line the program does not start.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q
from doorloop import Tabellen, meld, neem_bladen_over, op_vaste_dag
from gevallen import Geval, gevallen
from ingreep import Mutant, Proef, vervangen
from mutanten_bevestiging import mutanten_van_bevestiging
from proberen import Antwoord, probeer
from proefwereld import Proefwereld, Relatie, maak_wereld
from vloot import verdeel

from poortwijzer.accounts.models import Contract
from poortwijzer.dossiers import access
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.dossiers.partijen import is_namens_werkgever
from poortwijzer.toegang import beleid
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import (
    BELEID,
    UITNODIGEN_ALS,
    OnbekendeHandeling,
)
from poortwijzer.toegang.delen import HANDELINGEN_OP, Deel, Handeling
from poortwijzer.toegang.diensten import diensten_met
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

Vraag = tuple[Rol, Deel, Handeling]
MINSTENS = 0.99
IEDEREEN = Q(pk__isnull=False)
_NAMENS_WERKGEVER = frozenset(rol for rol in Rol if is_namens_werkgever(rol))
# The pages on which it shows which dossiers a role reaches.
_BEREIK_BLIJKT = frozenset({"web:dossier", "web:inzage", "web:dossiers", "web:werk", "web:herstel", "web:betrokkenen"})


@dataclass(kw_only=True)
class Telling:
    """What became of the mutants: noticed by a case, refused at the start, or alive, by name."""

    gezien: int = 0
    gestuit: int = 0
    overlevers: list[str] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        """How many there were."""
        return self.gezien + self.gestuit + len(self.overlevers)

    @property
    def deel(self) -> float:
        """The part of the mutants that was noticed, from 0 to 1."""
        return 1 - len(self.overlevers) / self.aantal if self.aantal else 0.0

    def slotregel(self) -> str:
        """Give the counts in one line."""
        return (
            f"policy mutants: {self.aantal}, {self.deel:.2%} killed: {self.gezien} noticed by the matrix, "
            f"{self.gestuit} refused at the start, {len(self.overlevers)} alive"
        )


class _Meeschrijver(frozenset[Handeling]):
    """The acts of one line of the policy, that writes down which of them is asked for."""

    vraag: Callable[[Handeling], None]

    def __contains__(self, handeling: object) -> bool:
        assert isinstance(handeling, Handeling)
        self.vraag(handeling)
        return super().__contains__(handeling)


class _Beleid(dict[tuple[Rol, Deel], frozenset[Handeling]]):
    """The policy, that writes down what is asked of it."""

    def __init__(self, gevraagd: set[Vraag]) -> None:
        super().__init__(BELEID)
        self.gevraagd = gevraagd

    def get(self, sleutel: tuple[Rol, Deel], anders: object = None) -> frozenset[Handeling]:  # type: ignore[override]  # narrower on purpose: it only writes along
        del anders
        regel = _Meeschrijver(super().get(sleutel, frozenset()))
        regel.vraag = lambda handeling: self.gevraagd.add((*sleutel, handeling))
        return regel


@dataclass(frozen=True, kw_only=True)
class Nulmeting:
    """What the cases answer while the policy is right, and what each asks the policy; what asks least comes first."""

    antwoorden: Mapping[Proef, Antwoord]
    per_vraag: Mapping[Vraag, tuple[Proef, ...]]


def meet(wereld: Proefwereld, proeven: Iterable[Proef]) -> Nulmeting:
    """Try these cases once."""
    lijst = sorted(set(proeven))
    antwoorden: dict[Proef, Antwoord] = {}
    per_vraag: dict[Vraag, list[tuple[int, Proef]]] = defaultdict(list)
    for proef, (antwoord, gevraagd) in zip(lijst, verdeel(partial(_gevraagd, wereld), lijst), strict=True):
        antwoorden[proef] = antwoord
        for vraag in gevraagd:
            per_vraag[vraag].append((len(gevraagd), proef))
    gesorteerd = {vraag: tuple(proef for _, proef in sorted(lijst)) for vraag, lijst in per_vraag.items()}
    return Nulmeting(antwoorden=antwoorden, per_vraag=gesorteerd)


def _gevraagd(wereld: Proefwereld, proef: Proef) -> tuple[Antwoord, set[Vraag]]:
    gevraagd: set[Vraag] = set()
    with vervangen(beleid, "BELEID", _Beleid(gevraagd)):
        antwoord = probeer(wereld, *proef)
    return antwoord, gevraagd


def bereikte_proeven() -> list[Proef]:
    """Give the cases in which the policy of parts decides: each role with a dossier that is near it, or with none."""
    return [
        (geval, wie)
        for geval in gevallen()
        for wie in Rol
        if geval.methode in {"GET", "POST"}
        and geval.relatie in {"", Relatie.ZELF if wie is Rol.WERKNEMER else Relatie.BETROKKEN}
    ]


def mutanten_van_beleid(per_vraag: Mapping[Vraag, tuple[Proef, ...]]) -> Iterator[Mutant]:
    """Give each line of the policy without each of its acts, with each act that it does not have, and without all."""
    for rol in Rol:
        for deel in Deel:
            mag = BELEID.get((rol, deel), frozenset())
            for handeling in sorted(HANDELINGEN_OP[deel]):
                wat = "without" if handeling in mag else "with"
                proeven = per_vraag.get((rol, deel, handeling), ())
                yield _mutant_van_beleid(f"{rol} {deel} {wat} {handeling}", (rol, deel), mag ^ {handeling}, proeven)
            if len(mag) > 1:
                proeven = per_vraag.get((rol, deel, Handeling.INZIEN), ())
                yield _mutant_van_beleid(f"{rol} {deel} without anything", (rol, deel), frozenset(), proeven)


def _mutant_van_beleid(
    naam: str, regel: tuple[Rol, Deel], mag: frozenset[Handeling], proeven: tuple[Proef, ...]
) -> Mutant:
    nieuw = {**BELEID, regel: mag}
    return Mutant(
        naam=naam,
        breng_aan=lambda: vervangen(beleid, "BELEID", nieuw),
        proeven=proeven,
        start_het_programma=_start(beleid.controleer, nieuw),
    )


def _start(controleer: Callable[[Any], object], tabel: object) -> bool:
    try:
        controleer(tabel)
    except OnbekendeHandeling:
        return False
    return True


def mutanten_van_bereik() -> Iterator[Mutant]:
    """Give each role without each of its conditions, with another, and each condition answered wrongly."""
    for rol in Rol:
        for voorwaarde in Voorwaarde:
            heeft = voorwaarde in VOORWAARDEN[rol]
            if rol is Rol.BEHEERDER and not heeft:
                continue  # more conditions beside one that is never true change nothing
            if voorwaarde is Voorwaarde.CONTRACT_LOOPT and Voorwaarde.EIGEN_ORGANISATIE in VOORWAARDEN[rol]:
                continue  # for the own organisation nobody needs a contract, so this is the same condition twice
            if voorwaarde is Voorwaarde.NIET_VOOR_WERKGEVER and not heeft and rol not in _NAMENS_WERKGEVER:
                continue  # nobody of the matrix has this role beside one of the employer's side
            nieuw = {**VOORWAARDEN, rol: VOORWAARDEN[rol] ^ {voorwaarde}}
            yield Mutant(
                naam=f"{rol} {'without' if heeft else 'with'} {voorwaarde}",
                breng_aan=lambda nieuw=nieuw: vervangen(access, "VOORWAARDEN", nieuw),
                proeven=_bereik_van(rol),
            )
    yield from _mutanten_van_condities()


def _mutanten_van_condities() -> Iterator[Mutant]:
    for naam, voorwaarde, conditie in _andere_condities():
        nieuw_c = {**access._CONDITIES, voorwaarde: conditie}
        rollen = [rol for rol in Rol if voorwaarde in VOORWAARDEN[rol]]
        yield Mutant(
            naam=f"condition {voorwaarde}: {naam}",
            breng_aan=lambda nieuw_c=nieuw_c: vervangen(access, "_CONDITIES", nieuw_c),
            proeven=tuple(proef for rol in rollen for proef in _bereik_van(rol)),
        )


def mutanten_van_uitnodigen() -> Iterator[Mutant]:
    """Give who may invite whom, with one role more or less."""
    for rol, anderen in UITNODIGEN_ALS.items():
        for ander in Rol:
            nieuw = {**UITNODIGEN_ALS, rol: anderen ^ {ander}}
            yield Mutant(
                naam=f"{rol} inviting {'no ' if ander in anderen else ''}{ander}",
                breng_aan=lambda nieuw=nieuw: vervangen(beleid, "UITNODIGEN_ALS", nieuw),
                proeven=((Geval("account_uitnodigen", str(ander), "POST", ""), rol),),
                start_het_programma=_start(beleid.controleer_uitnodigen, nieuw),
            )


def jaag(
    wereld: Proefwereld, mutanten: Iterable[Mutant], nulmeting: Nulmeting, *, is_uitvoerig: bool = False
) -> Telling:
    """Bring about each mutant and see whether a case notices; with `is_uitvoerig` say of each by which."""
    mutanten = list(mutanten)
    alle = [mutant for mutant in mutanten if mutant.start_het_programma]
    telling = Telling(gestuit=len(mutanten) - len(alle))

    def spoor(nummer: int) -> str:
        return _spoor(wereld, nulmeting.antwoorden, alle[nummer])

    for mutant, gevonden in zip(alle, verdeel(spoor, range(len(alle))), strict=True):
        if gevonden:
            telling.gezien += 1
        else:
            telling.overlevers.append(f"{mutant.naam} ({len(mutant.proeven)} cases)")
        if is_uitvoerig:
            meld(f"{mutant.naam}: {gevonden or 'NOT NOTICED'}")
    return telling


def _spoor(wereld: Proefwereld, goed: Mapping[Proef, Antwoord], mutant: Mutant) -> str:
    """Give the first case of this mutant that answers otherwise than with the right policy; empty when none does."""
    with mutant.breng_aan():
        anders = (proef for proef in mutant.proeven if probeer(wereld, *proef) != goed[proef])
        gevonden = next(anders, None)
    return "" if gevonden is None else f"{gevonden[0]} as {gevonden[1]}"


def _bereik_van(rol: Rol) -> tuple[Proef, ...]:
    return tuple((geval, rol) for geval in gevallen() if geval.route in _BEREIK_BLIJKT and geval.methode == "GET")


def _andere_condities() -> Iterator[tuple[str, Voorwaarde, Callable[[Actor, str, date], Q]]]:
    for voorwaarde in Voorwaarde:
        if voorwaarde is not Voorwaarde.GEEN_DOSSIER:
            yield "never", voorwaarde, lambda _actor, _veld, _op, _van: access.NIEMAND
        yield "always", voorwaarde, lambda _actor, _veld, _op, _van: IEDEREEN
    contract = Voorwaarde.CONTRACT_LOOPT
    yield "without secrecy", contract, lambda actor, _v, op, _van: _contract(actor, op, is_geheim=False)
    yield "without the other side", contract, lambda actor, _v, op, _van: _contract(actor, op, is_bevestigd=False)
    yield "also after its end", contract, lambda actor, _v, op, _van: _contract(actor, op, tot=False)
    yield "also before its begin", contract, lambda actor, _v, op, _van: _contract(actor, op, vanaf=False)
    yield "for any service", contract, lambda actor, _v, op, _van: _contract(actor, op, is_dienst=False)
    betrokken = Voorwaarde.BETROKKEN_IN_ROL
    yield "whatever the role", betrokken, lambda actor, veld, op, _van: _betrokken(actor, veld, tot=op, vanaf=op)
    yield (
        "also after its end",
        betrokken,
        lambda actor, veld, op, _van: _betrokken(actor, veld, rol=actor.rol, vanaf=op),
    )
    yield (
        "also before its begin",
        betrokken,
        lambda actor, veld, op, _van: _betrokken(actor, veld, rol=actor.rol, tot=op),
    )
    yield (
        "of anybody",
        betrokken,
        lambda actor, veld, op, _van: Q(
            **{f"{veld}__in": Betrokkene.objects.filter(rol=actor.rol, vanaf__lte=op).values("dossier")}
        ),
    )


def _contract(  # noqa: PLR0913  # which of its conditions are asked, all by name
    actor: Actor,
    op: date,
    *,
    is_geheim: bool = True,
    is_bevestigd: bool = True,
    tot: bool = True,
    vanaf: bool = True,
    is_dienst: bool = True,
) -> Q:
    rijen = Contract.objects.filter(opdrachtnemer=actor.organisatie_id)
    rijen = rijen.filter(geheimhouding_op__lte=op) if is_geheim else rijen
    rijen = rijen.filter(bevestigd_op__lte=op) if is_bevestigd else rijen
    rijen = rijen.filter(Q(tot=None) | Q(tot__gt=op)) if tot else rijen
    rijen = rijen.filter(vanaf__lte=op) if vanaf else rijen
    rijen = rijen.filter(dienst__in=diensten_met(actor.rol)) if is_dienst else rijen
    return Q(werkgever=actor.organisatie_id) | Q(werkgever__in=rijen.values("opdrachtgever"))


def _betrokken(
    actor: Actor, veld: str, *, rol: Rol | None = None, vanaf: date | None = None, tot: date | None = None
) -> Q:
    rijen = Betrokkene.objects.filter(gebruiker=actor.gebruiker_id)
    rijen = rijen.filter(rol=rol) if rol else rijen
    rijen = rijen.filter(vanaf__lte=vanaf) if vanaf else rijen
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=tot)) if tot else rijen
    return Q(**{f"{veld}__in": rijen.values("dossier")})


def jaag_op_alles(
    wereld: Proefwereld, *, is_uitvoerig: bool = False, neem_over: bool = False
) -> tuple[Telling, list[str]]:
    """Try every mutant there is; also give where the right policy does not answer what the tables say."""
    overig = [*mutanten_van_bereik(), *mutanten_van_uitnodigen(), *mutanten_van_bevestiging()]
    nulmeting = meet(wereld, [*bereikte_proeven(), *(proef for mutant in overig for proef in mutant.proeven)])
    if neem_over:
        neem_bladen_over(wereld, nulmeting.antwoorden)
    tabellen = Tabellen()
    mis = [
        f"{geval} as {wie}: {wat}"
        for (geval, wie), antwoord in nulmeting.antwoorden.items()
        for wat in (*tabellen.verschillen(wereld, geval, wie, antwoord), *tabellen.lekken(wereld, wie, antwoord))
    ]
    alle = [*mutanten_van_beleid(nulmeting.per_vraag), *overig]
    return jaag(wereld, alle, nulmeting, is_uitvoerig=is_uitvoerig), mis


def hoofd(opties: Sequence[str] = ()) -> int:
    """Do what scripts/beleidsmutanten.py says."""
    with op_vaste_dag():
        telling, mis = jaag_op_alles(
            maak_wereld(), is_uitvoerig="--uitvoerig" in opties, neem_over="--overnemen" in opties
        )
    meld(*mis, *telling.overlevers, telling.slotregel())
    return 0 if telling.deel >= MINSTENS and not mis else 1
