"""Het keuzeformulier en het plan: oplossingen met hun waardering, en acties met wie en wanneer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.bronnen.werkaanpassing.soorten import Aspect, Categorie, Duur, Fase, Rol, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Oplossing:
    """Een bedachte aanpassing; `akkoord` noemt de partijen die haar kiezen."""

    id: str
    tekst: str
    aangedragen_door: Rol
    categorie: Categorie | None = None
    aspecten: tuple[Aspect, ...] = ()
    pakt_bron_aan: bool | None = None
    korte_termijn: bool | None = None
    akkoord: tuple[Rol, ...] = ()
    duur: Duur | None = None
    tot_en_met: date | None = None
    gevolgen_werkproces: str = ""
    gevolgen_collegas: str = ""
    kosten_centen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardering:
    """Eén rij met scores en een rangnummer, voor een oplossing of voor meer oplossingen samen (een bundel)."""

    knelpunt: str
    oplossingen: tuple[Oplossing, ...]
    opmerking: str = ""
    effectief: Score | None = None
    bestaat: Score | None = None
    haalbaar: Score | None = None
    scores_origineel: tuple[str, ...] = ()
    prioriteit: int | None = None
    prioriteit_origineel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonderKeuze:
    """Een knelpunt waarvoor niets is gekozen, met de reden."""

    knelpunt: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzeformulier:
    """Het formulier van B3: eerst bedenken, ieder apart, en daarna beoordelen en kiezen."""

    fase: Fase = Fase.BEDENKEN
    klaar: tuple[Rol, ...] = ()
    waarderingen: tuple[Waardering, ...] = ()
    zonder_keuze: tuple[ZonderKeuze, ...] = ()

    def oplossingen(self) -> tuple[Oplossing, ...]:
        """Alle oplossingen, in de volgorde van het formulier."""
        return tuple(deel for waardering in self.waarderingen for deel in waardering.oplossingen)


class Actiesoort(StrEnum):
    """Wat voor actie het is; een externe interventie is training, begeleiding of therapie buiten B4."""

    ACTIE = "actie"
    VOORBEREIDING = "voorbereiding"
    WERKTIJD = "werktijd"
    EXTERNE_INTERVENTIE = "externe_interventie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenregel:
    """Werktijd in dagen en uren, met een grens aan het beeldscherm; `opgegeven_totaal` is wat iemand intypte."""

    dagen_per_week: int
    uren_per_dag: Fraction
    beeldscherm_uren_per_dag: Fraction | None = None
    wissel_na_minuten: int | None = None
    vanaf: date | None = None
    tot_en_met: date | None = None
    opgegeven_totaal: Fraction | None = None

    @property
    def uren_per_week(self) -> Fraction:
        """De uren per week."""
        return self.dagen_per_week * self.uren_per_dag

    @property
    def beeldscherm_uren_per_week(self) -> Fraction | None:
        """De uren achter een beeldscherm per week, of niets zonder grens."""
        grens = self.beeldscherm_uren_per_dag
        return None if grens is None else self.dagen_per_week * min(grens, self.uren_per_dag)

    @property
    def overige_uren_per_week(self) -> Fraction | None:
        """De uren per week zonder beeldscherm, of niets zonder grens."""
        beeldscherm = self.beeldscherm_uren_per_week
        return None if beeldscherm is None else self.uren_per_week - beeldscherm


@dataclass(frozen=True, slots=True, kw_only=True)
class Planregel:
    """Een actie in het plan: wat, door wie, wanneer en of het is gebeurd.

    De velden `_tekst` zijn wat een ingelezen plan zei; `is_te_bevestigen` zegt dat wij daaruit iets lazen wat een mens
    nog moet bevestigen.
    """

    knelpunt: str
    oplossing: str
    actie: str
    verantwoordelijken: tuple[str, ...] = ()
    verantwoordelijke_rol: Rol | None = None
    ondersteund_door: tuple[str, ...] = ()
    wanneer: date | None = None
    verantwoordelijke_tekst: str = ""
    wanneer_tekst: str = ""
    is_te_bevestigen: bool = False
    gebeurd_op: date | None = None
    gebeurd_door: str = ""
    gebeurd_tekst: str = ""
    soort: Actiesoort = Actiesoort.ACTIE
    uren: Urenregel | None = None
    na_advies_bedrijfsarts_op: date | None = None
    maatregel_akkoord: tuple[Rol, ...] = ()
    tijdpad_akkoord: tuple[Rol, ...] = ()
    opgesteld_op: date | None = None
    opgesteld_door: Rol | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Het plan van aanpak werkaanpassing; dat is iets anders dan het wettelijke plan van aanpak."""

    regels: tuple[Planregel, ...] = ()
    bijeenkomst_op: date | None = None
    b4_op: date | None = None
    op_de_hoogte_van_b4: tuple[Rol, ...] = ()
