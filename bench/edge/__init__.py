"""The whole bot beside two bare ones, over loopback HTTP, in one run: ``make bench``."""
