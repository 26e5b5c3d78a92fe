"""Template and data in, printed document out; knows no tables."""
