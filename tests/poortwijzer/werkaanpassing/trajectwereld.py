"""A trajectory to test with: what each of the three does, in one word."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from poortnormen.bronnen.werkaanpassing.aanvraag import Indicatie, Indicatiecode
from poortnormen.bronnen.werkaanpassing.bevinding import Reden
from poortnormen.bronnen.werkaanpassing.soorten import Label, Stap, Variant
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import beantwoord_toestemming
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze
from poortwijzer.werkaanpassing.actions import (
    Aanvraaggegevens,
    bevestig_lijst,
    bewaar_knelpunt,
    geef_akkoord_op_knelpunt,
    neem_begeleiding_op,
    stel_gezamenlijk_samen,
    vraag_traject_aan,
    vraag_vrijgave,
    zet_stap,
)
from poortwijzer.werkaanpassing.actions.lijst import DEEL_VAN
from poortwijzer.werkaanpassing.beelden import Lijstbeeld, Rondebeeld, Trajectbeeld
from poortwijzer.werkaanpassing.lezen import Regelinhoud
from poortwijzer.werkaanpassing.models import Knelpuntregel
from poortwijzer.werkaanpassing.poort import Tegengehouden
from poortwijzer.werkaanpassing.queries import lijst, traject

AANVRAAG = Aanvraaggegevens(op=vandaag(), indicaties=(Indicatie(code=Indicatiecode.NIET_OP_KORTE_TERMIJN),))


@dataclass
class Trajectwereld:
    dossier: Dossier
    actor: Callable[[Rol], Actor]
    id: UUID = field(default=UUID(int=0))

    @property
    def werknemer(self) -> Actor:
        return self.actor(Rol.WERKNEMER)

    @property
    def leiding(self) -> Actor:
        return self.actor(Rol.LEIDINGGEVENDE)

    @property
    def begeleider(self) -> Actor:
        return self.actor(Rol.PROCESBEGELEIDER)

    def doe(self, act: Callable[..., object], actor: Actor, **velden: object) -> object:
        """Do an act on this trajectory."""
        return act(dossier=self.dossier, actor=actor, traject_id=self.id, **velden)

    def begin(self, gegevens: Aanvraaggegevens = AANVRAAG) -> None:
        self.id = vraag_traject_aan(dossier=self.dossier, actor=self.leiding, gegevens=gegevens).pk
        self.doe(neem_begeleiding_op, self.begeleider, behandelt_werknemer=False)

    def knelpunt(self, actor: Actor, tekst: str, *, variant: Variant | None = None, **velden: object) -> Knelpuntregel:
        """Write a bottleneck on somebody's own form, or on another."""
        gekozen = variant or {Rol.WERKNEMER: Variant.WERKNEMER, Rol.LEIDINGGEVENDE: Variant.LEIDINGGEVENDE}[actor.rol]
        standaard = {"hoofdtaak": "kassa", "werkzaamheid": "afrekenen", "frequentie": 2, "ernst": 2, "prioriteit": 1}
        inhoud = Regelinhoud(**{**standaard, **velden, "tekst": tekst})
        return self.doe(bewaar_knelpunt, actor, variant=gekozen, inhoud=inhoud)

    def geef_vrij(self, regel: Knelpuntregel, woorden: str, keuze: Keuze = Keuze.GEGEVEN) -> UUID:
        """Let the guide ask it and the employee answer."""
        gevraagd = self.doe(vraag_vrijgave, self.begeleider, regel_id=regel.pk, woorden=woorden)
        self.antwoord(gevraagd.pk, keuze)
        return gevraagd.pk

    def antwoord(self, toestemming_id: UUID, keuze: Keuze) -> None:
        beantwoord_toestemming(dossier=self.dossier, actor=self.werknemer, toestemming_id=toestemming_id, keuze=keuze)

    def bevestig(self, actor: Actor, variant: Variant) -> None:
        versie = self.lijst(actor, variant).versie
        self.doe(bevestig_lijst, actor, variant=variant, verwachte_versie=versie)

    def bevestig_eigen_lijsten(self) -> None:
        self.bevestig(self.werknemer, Variant.WERKNEMER)
        self.bevestig(self.leiding, Variant.LEIDINGGEVENDE)

    def open_samen(self, zelfde: tuple[tuple[UUID, UUID], ...] = ()) -> None:
        self.doe(stel_gezamenlijk_samen, self.begeleider, zelfde=zelfde)

    def traject(self, actor: Actor) -> Trajectbeeld:
        geopend = access_dossier(actor, self.dossier.kenmerk, deel=Deel.WERKAANPASSING)
        return traject(actor, geopend, self.id)

    def ronde(self, actor: Actor) -> Rondebeeld:
        return self.traject(actor).rondes[0]

    def lijst(self, actor: Actor, variant: Variant, **velden: int) -> Lijstbeeld:
        geopend = access_dossier(actor, self.dossier.kenmerk, deel=DEEL_VAN[variant])
        return lijst(actor, geopend, self.id, variant, **velden)

    def teksten(self, actor: Actor, variant: Variant) -> list[str]:
        return [beeld.regel.knelpunt for beeld in self.lijst(actor, variant).knelpunten]

    def naar(self, stap: Stap, *, omdat: str = "het ging op papier") -> None:
        """Go to a step, with a reason for all that needs one."""
        try:
            self.doe(zet_stap, self.begeleider, naar=stap)
        except Tegengehouden as fout:
            redenen = tuple(Reden(code=deel.code, plek=deel.plek, tekst=omdat) for deel in fout.bevindingen)
            self.doe(zet_stap, self.begeleider, naar=stap, redenen=redenen)

    def vastgesteld_samen(self) -> list[UUID]:
        """Go as far as a joint form that both confirmed, with one bottleneck of each party and both agreed on."""
        eigen = self.knelpunt(self.werknemer, "mijn nek", label=Label.GEZONDHEID)
        self.geef_vrij(eigen, "lang achter elkaar zitten")
        self.knelpunt(self.leiding, "te weinig afwisseling")
        self.bevestig_eigen_lijsten()
        self.open_samen()
        beelden = self.lijst(self.begeleider, Variant.GEZAMENLIJK).knelpunten
        for rang, beeld in enumerate(beelden, 1):
            assert beeld.eigen is not None
            inhoud = Regelinhoud(
                **{
                    **{naam: getattr(beeld.eigen, naam) for naam in Regelinhoud.__dataclass_fields__},
                    "prioriteit": rang,
                    "is_besproken": True,
                }
            )
            self.doe(bewaar_knelpunt, self.begeleider, variant=Variant.GEZAMENLIJK, inhoud=inhoud, regel_id=beeld.id)
            for partij in (self.werknemer, self.leiding):
                self.doe(geef_akkoord_op_knelpunt, partij, regel_id=beeld.id, is_akkoord=True)
        for partij in (self.werknemer, self.leiding):
            self.bevestig(partij, Variant.GEZAMENLIJK)
        return [beeld.id for beeld in beelden]
