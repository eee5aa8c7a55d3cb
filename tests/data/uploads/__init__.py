"""Files that editors send."""
