"""What arrives, asked as people ask."""
