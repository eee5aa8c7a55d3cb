"""The house itself: floors, wheel, words, and what its papers claim."""
