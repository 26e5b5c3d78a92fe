"""The screens of the medical record: the only ones that import the app `medisch`."""
