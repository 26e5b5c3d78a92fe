"""Organisations, people, their roles and sign-in."""
