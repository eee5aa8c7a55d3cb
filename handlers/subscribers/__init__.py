"""What subscribers do: digests and their settings, comings and goings, what is kept about them."""
