"""Pictures of figures: planned by views, drawn by matplotlib where it is installed, kept."""
