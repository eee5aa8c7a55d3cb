"""Measures of what the program promises: not part of it, run by hand."""
