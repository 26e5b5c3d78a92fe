"""The engine for document kinds: drafts, versions and frozen documents."""
