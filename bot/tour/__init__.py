"""``aspbot demo``: a tour that plays by itself, on the real application and the local Bot API."""
