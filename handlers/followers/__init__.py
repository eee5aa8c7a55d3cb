"""What anyone can ask the bot."""
