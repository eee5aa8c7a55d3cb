"""What owners do: they appoint editors, see how delivery goes, and write to everybody."""
