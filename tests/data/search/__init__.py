"""How questions are read, and records found."""
