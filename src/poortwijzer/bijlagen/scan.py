"""A virus scanner, where an installation has one: a clamd on a socket, or a command that reads from its input.

`BIJLAGEN_SCAN` is `clamd:/run/clamav/clamd.ctl`, `clamd:host:port` or `opdracht:/usr/bin/clamdscan --fdpass -`.
`geen` or nothing: files are not scanned, and the check of the settings says so. A scanner that does not answer lets
nothing in.
"""

import shlex
import socket
import struct
import subprocess

from django.conf import settings

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden

GEEN = "geen"
SECONDEN = 30
_DEEL = 64 * 1024
_SCHOON, _BESMET = 0, 1  # the exit codes of a command, as ClamAV has them


def is_ingesteld() -> bool:
    """Tell whether files are scanned here."""
    return settings.BIJLAGEN_SCAN not in {"", GEEN}


def scan(inhoud: bytes) -> None:
    """Have the content scanned, where there is a scanner.

    Raises:
        Afgekeurd: a virus was found, or the scanner did not answer.
    """
    if not is_ingesteld():
        return
    soort, _dubbelepunt, waar = settings.BIJLAGEN_SCAN.partition(":")
    try:
        is_schoon = _vraag_clamd(waar, inhoud) if soort == "clamd" else _draai(waar, inhoud)
    except (OSError, ValueError, subprocess.SubprocessError):
        raise Afgekeurd(Reden.NIET_GESCAND, "no answer") from None
    if not is_schoon:
        raise Afgekeurd(Reden.VIRUS, "the scanner")


def _draai(opdracht: str, inhoud: bytes) -> bool:
    """Run a command of the installation: exit code 0 is clean, 1 is a virus, another is no answer."""
    klaar = subprocess.run(  # noqa: S603  # whoever installs names the command; the content is its input only
        shlex.split(opdracht), input=inhoud, capture_output=True, check=False, timeout=SECONDEN
    )
    if klaar.returncode not in {_SCHOON, _BESMET}:
        raise ValueError(klaar.returncode)
    return klaar.returncode == _SCHOON


def _vraag_clamd(waar: str, inhoud: bytes) -> bool:
    with _verbind(waar) as lijn:
        lijn.sendall(b"zINSTREAM\0")
        for begin in range(0, len(inhoud), _DEEL):
            deel = inhoud[begin : begin + _DEEL]
            lijn.sendall(struct.pack("!L", len(deel)) + deel)
        lijn.sendall(struct.pack("!L", 0))
        antwoord = b""
        while (stuk := lijn.recv(4096)) and not antwoord.endswith(b"\0"):
            antwoord += stuk
    uitslag = antwoord.rstrip(b"\0\n ")
    if uitslag.endswith(b"FOUND"):
        return False
    if uitslag.endswith(b"OK"):
        return True
    raise ValueError(uitslag)


def _verbind(waar: str) -> socket.socket:
    if waar.startswith("/"):
        lijn = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        lijn.settimeout(SECONDEN)
        try:
            lijn.connect(waar)
        except OSError:
            lijn.close()
            raise
        return lijn
    host, _dubbelepunt, poort = waar.rpartition(":")
    return socket.create_connection((host, int(poort)), timeout=SECONDEN)
