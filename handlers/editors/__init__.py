"""What editors do: they write, publish, correct and take back, by message."""
