"""Tests of what assembles the program."""
