"""The guard of what is written on the employer's side: medical words are named before they are stored.

It warns and never blocks: who writes may rewrite, send it to the bedrijfsarts, or say why it must stay.
"""
