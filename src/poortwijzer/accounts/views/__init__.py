"""The pages about accounts that allauth does not have. Signing in itself is allauth's."""
