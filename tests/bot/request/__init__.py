"""The client against a server that misbehaves."""
