"""De samenvatting van de STECR Werkwijzer Arbeidstherapie."""
