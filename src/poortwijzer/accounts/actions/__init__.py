"""The acts on people and roles: one function per act, keyword-only, in one transaction, recorded."""
