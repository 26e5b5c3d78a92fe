"""The platform: dossiers, people, documents and screens around the rule core `poortnormen`."""
