"""The upkeep: judging very many dossiers from scratch, and on ordinary days."""

import statistics
import sys
import time
from collections.abc import Iterator
from datetime import timedelta

from benchmarks.meten import Telling

from poortwijzer.accounts import demo
from poortwijzer.dossiers.assessments import bijwerken
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

DAGEN = 5


def metingen(aantal: int) -> Iterator[Telling]:
    """Make `aantal` dossiers and keep them up; they stay, for the pages."""
    demo.laad()
    dag = vandaag()
    rollen = (Rol.CASEMANAGER, Rol.LEIDINGGEVENDE, Rol.BEDRIJFSARTS)
    betrokkenen = {rol: (demo.demo_gebruiker_id(rol), demo.demo_organisatie_id(rol)) for rol in rollen}
    opzet = Proefopzet(werkgever_id=demo.WERKGEVER.id, betrokkenen=betrokkenen)
    print(f"making {aantal:,} dossiers ...", file=sys.stderr)
    maak_proefdossiers(aantal, zaad=1, opzet=opzet, vandaag=dag)
    cpu, klok = time.process_time(), time.perf_counter()
    bijwerken(dag, voortgang=_voortgang)
    cpu, klok = time.process_time() - cpu, time.perf_counter() - klok
    yield Telling(f"upkeep of {aantal:,} dossiers from scratch", f"{cpu:.1f} s cpu")
    yield Telling("  by the clock", f"{klok:.1f} s")
    yield Telling("  per dossier, receipt and tasks stored", f"{cpu / aantal * 1000:.2f} ms cpu")
    dagen = []
    for later in range(1, DAGEN + 1):
        begin = time.process_time()
        verslag = bijwerken(dag + timedelta(days=later))
        dagen.append((verslag.gedaan, time.process_time() - begin))
    gedaan, cpu = (statistics.mean(deel) for deel in zip(*dagen, strict=True))
    yield Telling(f"one ordinary day (mean of {DAGEN}): dossiers judged again", f"{gedaan:.0f}")
    yield Telling("  time", f"{cpu:.2f} s cpu")


def _voortgang(gedaan: int, totaal: int) -> None:
    if gedaan % 1000 == 0:
        print(f"  {gedaan:,} of {totaal:,}", file=sys.stderr)
