"""The second lock: the database itself gives rows only to whom they belong, whatever a query forgot to ask.

Who asks is said with `wie`; whose the rows of a table are stands in `tabellen`, one line a table. On PostgreSQL row
level security keeps to it; on both databases `wacht` refuses a query on such a table for which nobody said who asks.
See docs/adr/0012.
"""
