"""Het artikel over arbeidstherapie en loonwaarde, met het rekenvoorbeeld van Katja."""
