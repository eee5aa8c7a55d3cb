"""Session content in and out."""
