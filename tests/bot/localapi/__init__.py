"""Tests of the Bot API in this process, driven by the real library."""
