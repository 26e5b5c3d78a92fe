"""De leidraad van NVvA en AKC voor het arbeidsdeskundig onderzoek in spoor 1 en spoor 2."""
