"""De Wet minimumloon en minimumvakantiebijslag: de bodem van het loon in het eerste ziektejaar."""
