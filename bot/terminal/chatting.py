"""``aspbot chat`` from its options to its end: store, clock, application, screen, lines."""

import asyncio
import io
import sys
from contextlib import nullcontext

from sqlite_utils import Database

from bot import learning
from bot.application import build
from bot.delivering import rounds_of
from bot.localapi import LocalApi
from bot.polling import polled
from bot.terminal import library
from bot.terminal.conversation import Conversation, shown_at_once
from bot.terminal.endings import ended
from bot.terminal.journal import Journal
from bot.terminal.lines import Lines, PipedLines
from bot.terminal.local import Local
from bot.terminal.options import Options
from bot.terminal.scene import OWNER_ID, Scene
from bot.terminal.screen import Screen
from bot.terminal.talk import Talk
from bot.terminal.timing import Timing
from bot.terminal.writing import PlainWriter, Writer
from data import inbox
from data.locales.words import Words
from schedules.pace import unhurried

BOT = "asp_bot"
WRONG_OPTION = 2


def chat(options: Options) -> int:
    """Chat until the lines end, and return the status.

    It is 0, also where the output is closed before the end (``| head``); 2 for an option that
    makes no sense; 130 where Ctrl-C was pressed while the bot was at work.
    """
    for stream in (options.source, options.target):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Whoever sits before it does not wait for what takes seconds; a script gets its best answers.
    db = library.opened(options.store, fresh=options.fresh, learning=not options.interactive)
    inbox.forget_answered(db)  # each chat has a server of its own, which counts anew
    try:
        with Journal.kept(options.store.with_suffix(".log")) as journal:
            return _chatted(options, db, journal)
    finally:
        db.close()


def _chatted(options: Options, db: Database, journal: Journal) -> int:
    words = Words.load()
    try:
        timing = Timing.starting(options.at, db)
    except ValueError:
        sys.stderr.write(words.plain("terminal.wrong_at", at=options.at) + "\n")
        return WRONG_OPTION
    return ended(lambda: asyncio.run(_chat(options, db, timing, journal)), options.target)


async def _chat(options: Options, db: Database, timing: Timing, journal: Journal) -> None:
    words = Words.load()
    api = LocalApi(now=timing.clock.now, username=BOT)
    scene = Scene(api, options.speaker or "ann")
    screen = Screen(api, scene, _writer(options), words, options.folder)
    application = build(request=api, db=db, clock=timing.clock, owners={OWNER_ID})
    rounds = rounds_of(application, unhurried())
    rounds.begin()
    at_once = shown_at_once(screen) if options.interactive else nullcontext()
    async with polled(application), at_once:
        talk = Talk(api, application, scene, screen, rounds)
        conversation = Conversation(talk, Local(talk, timing, words), journal)
        learnt = asyncio.create_task(learning.catch_up(db, options.store))
        await conversation.goes_on(_lines(options, scene, screen, words))
        learnt.cancel()
        await asyncio.wait([learnt])
        screen.show()


def _writer(options: Options) -> Writer:
    if not options.interactive:
        return PlainWriter(options.target)
    from bot.terminal.styled import StyledWriter

    return StyledWriter()


def _lines(options: Options, scene: Scene, screen: Screen, words: Words) -> Lines:
    if not options.interactive:
        return PipedLines(options.source, screen)
    from bot.terminal.prompt import PromptedLines

    screen.note("terminal.greeting")
    return PromptedLines(scene, screen, words, options.store.with_name("chat-history"))
