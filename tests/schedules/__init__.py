"""What leaves on time."""
