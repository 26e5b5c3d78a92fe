"""The Werkwijzer Werkaanpassing: employee and manager prepare apart, meet with a neutral guide, and agree."""
