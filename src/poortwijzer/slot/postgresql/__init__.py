"""Django's PostgreSQL, that tells the database who asks. Chosen by `config.settings.basis.database`."""
