"""The one policy table and its checks; knows names of roles, parts and acts, and no tables."""
