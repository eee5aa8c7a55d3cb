"""How things are said: rows and words in, markup out, no I/O."""
