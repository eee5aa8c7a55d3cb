"""Assembles the program: settings, command line, Application, and the Bot API in-process."""
