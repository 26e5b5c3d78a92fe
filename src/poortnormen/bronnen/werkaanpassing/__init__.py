"""De STECR Werkwijzer Werkaanpassing: samen het werk aanpassen in de stappen A, B1 tot en met B5 en C."""
