"""No row in the log, no act on a trajectory: when the log refuses its row, nothing of the act is left."""

from dataclasses import replace

import pytest
from regelproef import Proef
from trajectwereld import AANVRAAG

from poortnormen.bronnen.werkaanpassing.soorten import Variant
from poortwijzer import audit
from poortwijzer.toegang.rollen import Rol
from poortwijzer.werkaanpassing.actions import (
    bewaar_knelpunt,
    neem_begeleiding_op,
    stop_traject,
    vraag_traject_aan,
    vraag_vrijgave,
)
from poortwijzer.werkaanpassing.lezen import Regelinhoud

pytestmark = pytest.mark.een_database("postgresql")


def test_zonder_regel_geen_handeling(dossier, actor):
    proef = Proef()
    begeleider = actor(Rol.PROCESBEGELEIDER)
    gevraagd = proef(vraag_traject_aan, dossier=dossier, actor=actor(Rol.LEIDINGGEVENDE), gegevens=replace(AANVRAAG))
    hier = {"dossier": dossier, "traject_id": gevraagd.pk}
    proef(neem_begeleiding_op, **hier, actor=begeleider, behandelt_werknemer=False)
    inhoud = Regelinhoud(hoofdtaak="kassa", werkzaamheid="afrekenen", tekst="lang zitten")
    regel = proef(bewaar_knelpunt, **hier, actor=actor(Rol.WERKNEMER), variant=Variant.WERKNEMER, inhoud=inhoud)
    eerder = len(audit.lees(dossier.pk))
    proef(vraag_vrijgave, **hier, actor=begeleider, regel_id=regel.pk, woorden="lang achter elkaar zitten")
    assert len(audit.lees(dossier.pk)) == eerder + 1
    proef(stop_traject, **hier, actor=begeleider, reden="ander werk")
