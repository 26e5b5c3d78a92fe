"""Helpers without knowledge of the field."""
