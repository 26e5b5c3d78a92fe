"""What can be done with a document. Who may reach which dossier is the caller's question; whose field it is, ours."""

from poortwijzer.formulieren.eisen import Ontbreekt
from poortwijzer.formulieren.services.concept import (
    Bewaring,
    begin_concept,
    bevestig_dictaat,
    bewaar_concept,
    wat_verandert,
)
from poortwijzer.formulieren.services.fouten import (
    ConceptGewijzigd,
    ConceptOpen,
    Formulierfout,
    IsConcept,
    IsDefinitief,
    NietBewaard,
    NietDeGever,
    NogOntbrekend,
)
from poortwijzer.formulieren.services.klad import bewaar_klad, klad_van, wis_klad
from poortwijzer.formulieren.services.standpunten import (
    Standpuntfout,
    laatste_standpunten,
    leg_standpunt_vast,
)
from poortwijzer.formulieren.services.teksten import teksten_van_anderen
from poortwijzer.formulieren.services.vaststellen import (
    klopt_afdruk,
    maak_definitief,
    mag_vaststellen,
    nieuwe_versie,
    ontbrekend,
)
from poortwijzer.formulieren.vergelijken import Verschil, vergelijk

__all__ = [
    "Bewaring",
    "ConceptGewijzigd",
    "ConceptOpen",
    "Formulierfout",
    "IsConcept",
    "IsDefinitief",
    "NietBewaard",
    "NietDeGever",
    "NogOntbrekend",
    "Ontbreekt",
    "Standpuntfout",
    "Verschil",
    "begin_concept",
    "bevestig_dictaat",
    "bewaar_concept",
    "bewaar_klad",
    "klad_van",
    "klopt_afdruk",
    "laatste_standpunten",
    "leg_standpunt_vast",
    "maak_definitief",
    "mag_vaststellen",
    "nieuwe_versie",
    "ontbrekend",
    "teksten_van_anderen",
    "vergelijk",
    "wat_verandert",
    "wis_klad",
]
