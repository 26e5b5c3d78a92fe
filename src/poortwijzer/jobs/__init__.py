"""The schedule of background work; the work itself stands in each app's tasks.py."""
