"""The command line: thin commands over the rule core and the platform."""
