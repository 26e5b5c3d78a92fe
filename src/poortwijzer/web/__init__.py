"""Screens: server-rendered pages for every role."""
