"""Closed lists that tables, acts and forms share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VerwachteDuur(models.TextChoices):
    """How long the employee expects to be away; a choice, because free words invite telling the cause."""

    DAGEN = "dagen", _("een paar dagen")
    WEEK = "week", _("ongeveer een week")
    WEKEN = "weken", _("een paar weken")
    LANGER = "langer", _("langer")
    ONBEKEND = "onbekend", _("nog niet te zeggen")


class Afzender(models.TextChoices):
    """From whom a file came, as the one who adds it says."""

    BEDRIJFSARTS = "bedrijfsarts", _("de bedrijfsarts of arbodienst")
    UWV = "uwv", _("UWV")
    WERKNEMER = "werknemer", _("de werknemer")
    WERKGEVER = "werkgever", _("de werkgever")
    ANDER = "ander", _("iemand anders")


class Taaksoort(models.TextChoices):
    """Something to do by a day, or a question that keeps a norm unknown."""

    MOMENT = "moment", _("te doen")
    VRAAG = "vraag", _("vraag")


class Aantekeningsoort(models.TextChoices):
    """What somebody can add to a task. `losgelaten` undoes `genomen`, `hervat` undoes `uitgesteld`."""

    GENOMEN = "genomen", _("genomen")
    LOSGELATEN = "losgelaten", _("losgelaten")
    UITGESTELD = "uitgesteld", _("uitgesteld")
    HERVAT = "hervat", _("hervat")
    NOTITIE = "notitie", _("notitie")


class Blokkadegrond(models.TextChoices):
    """Why a dossier stays past its term. One of a list: who may know nothing of the illness reads it."""

    CONFLICT = "conflict", _("conflict tussen werkgever en werknemer")
    PROCEDURE = "procedure", _("procedure bij de rechter")
    BEZWAAR_BEROEP = "bezwaar_beroep", _("bezwaar of beroep bij UWV")
    REGRES = "regres", _("verhaal van schade op een ander")


class Wisgrond(models.TextChoices):
    """Why a part of a dossier is erased."""

    BEWAARTERMIJN = "bewaartermijn", _("de bewaartermijn is voorbij")
    VERZOEK = "verzoek", _("op verzoek van de werknemer (AVG, artikel 17)")


class Correctieantwoord(models.TextChoices):
    """What became of a request to correct something."""

    VERBETERD = "verbeterd", _("verbeterd")
    NIET_VERBETERD = "niet_verbeterd", _("niet verbeterd")
