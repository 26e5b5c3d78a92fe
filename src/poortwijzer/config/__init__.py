"""The composition root: settings, addresses and the checks that guard an installation."""
