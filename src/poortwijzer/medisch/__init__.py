"""The medical record, behind the wall.

The arbodienst owns it and its key. No code of the employer's side imports it: `.importlinter` says who may.
"""
