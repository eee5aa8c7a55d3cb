"""What is answered, and what is not."""
