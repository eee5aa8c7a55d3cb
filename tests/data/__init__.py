"""What we know, keep and say."""
