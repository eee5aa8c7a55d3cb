"""What leaves on time: due digests, delivery from the outbox, its pace, corrections."""
