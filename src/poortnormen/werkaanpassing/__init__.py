"""Rond de stukken van een traject werkaanpassing: de drie schema's als bestand, en de uitgewerkte casus van de bron."""
