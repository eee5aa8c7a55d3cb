"""Which buttons stand under a screen: rows and words in, keyboards out."""
