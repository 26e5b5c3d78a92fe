"""The texts of the kinds, where the translators' tools find them. Made by formulieren.onderhoud."""
