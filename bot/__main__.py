"""``python -m bot``, for the checkout only: elsewhere a stranger's ``data`` would come first."""

from bot.cli import main

main(prog_name="aspbot")
