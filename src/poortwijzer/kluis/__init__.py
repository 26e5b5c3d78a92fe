"""Keys and envelope encryption: what people wrote is readable only with keys that live apart from the data."""
