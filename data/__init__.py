"""What the bot knows (sessions), keeps (SQLite) and says (locales); imports nothing of ours."""
