"""``/done``, ``/cancel``, ``/drafts`` and the buttons under a draft: what becomes of it."""

from collections.abc import Awaitable, Callable

from telegram import Update

from data import days, drafts, parts, publishing, work
from data.content.summaries import LANGUAGES
from data.drafts import Draft
from data.store import durable
from data.work import Work
from handlers import callbacks, pages
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import counting, previewing, records, workspace
from handlers.editors.showing import SHOWN
from handlers.keyboards import drafts as list_keyboards
from handlers.keyboards import editing as keyboards
from handlers.refusals import Refusal
from handlers.views import drafts as list_views
from handlers.views import editing as views

Decide = Callable[[Update, Context, Work, str], Awaitable[None]]
MOST_LISTED = 12


async def done(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/done``: the draft that is being written, or was just shown, as it will be read."""
    mine = drafts.of_editor(context.db, actor.id)
    shown = next((each for each in mine if each.state == "shown"), None)
    found = drafts.open_of(context.db, actor.id) or shown
    made = work.gather(context.db, found.id) if found else None
    if made is None or made.draft.kind not in SHOWN:
        raise Refusal("edit.nothing_open")
    await SHOWN[made.draft.kind](update, context, made)


async def cancel(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/cancel``: the draft is left aside, and stays."""
    mine = drafts.of_editor(context.db, actor.id)
    if not mine:
        raise Refusal("edit.nothing_open")
    with durable(context.db):
        drafts.leave(context.db, actor.id)
        drafts.put(context.db, mine[0].id, "left", context.clock.now())
    await _left(update, context, workspace.owned(context, actor, mine[0].id))


async def list_drafts(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/drafts``: what this editor has not brought to an end."""
    mine = [
        found
        for each in drafts.of_editor(context.db, actor.id)[:MOST_LISTED]
        if (found := work.gather(context.db, each.id)) and found.draft.kind in SHOWN
    ]
    text = list_views.listing(mine, context.words)
    await answer(update, context, text, list_keyboards.listing(mine, context.words))


async def decide(update: Update, context: Context, actor: Actor) -> None:
    """Do with a draft what a button says."""
    _, what, with_what = callbacks.DRAFT.read(update)
    if what == "back":
        found = workspace.named(update, context, actor)
    else:
        found = workspace.alive(update, context, actor)
    if what not in DECISIONS:
        raise Refusal("edit.draft_gone")
    await DECISIONS[what](update, context, found, with_what)


async def _done(update: Update, context: Context, found: Work, _: str) -> None:
    await SHOWN[found.draft.kind](update, context, found)


async def _control(update: Update, context: Context, found: Work, _: str) -> None:
    previewing.check(found, context)
    await previewing.show_control(update, context, found)


async def _drop(update: Update, context: Context, found: Work, message: str) -> None:
    """Take a part out again."""
    with durable(context.db):
        parts.drop(context.db, found.draft.id, number_in(message), context.clock.now())
    again = _again(context, found)
    tapped = update.effective_message
    if tapped is not None and tapped.message_id == again.draft.counter and again.parts:
        text = views.counted(again, context.words)
        await answer(update, context, text, keyboards.counted(again, context.words))
    else:
        await _edit_screen(update, context, again)


async def _clear(update: Update, context: Context, found: Work, _: str) -> None:
    with durable(context.db):
        if context.first_time():
            parts.clear(context.db, found.draft.id, context.clock.now())
            drafts.reopen(context.db, found.draft, context.clock.now())
    await _edit_screen(update, context, _again(context, found))


async def _edit(update: Update, context: Context, found: Work, _: str) -> None:
    """Let a draft listen again."""
    await counting.withdraw(context, found)
    with durable(context.db):
        drafts.reopen(context.db, found.draft, context.clock.now())
    await _edit_screen(update, context, _again(context, found))


async def _edit_screen(update: Update, context: Context, found: Work) -> None:
    if found.draft.kind == "record":
        await records.show_fields(update, context, found)
        return
    text = views.editing(found, context.words)
    await answer(update, context, text, keyboards.editing(found, context.words))


async def _add(update: Update, context: Context, found: Work, message: str) -> None:
    """Make a part of what came while the draft was silent, and listen again."""
    with durable(context.db):
        if context.first_time():
            parts.accept(context.db, found.draft.id, number_in(message), context.clock.now())
            drafts.reopen(context.db, found.draft, context.clock.now())
    await _edit_screen(update, context, _again(context, found))


async def _leave(update: Update, context: Context, found: Work, _: str) -> None:
    with durable(context.db):
        drafts.put(context.db, found.draft.id, "left", context.clock.now())
    await _left(update, context, _again(context, found))


async def _left(update: Update, context: Context, found: Work) -> None:
    await counting.withdraw(context, found)
    text = list_views.left(found, context.words)
    await answer(update, context, text, list_keyboards.left(found, context.words))


async def _discard(update: Update, context: Context, found: Work, _: str) -> None:
    await counting.withdraw(context, found)
    with durable(context.db):
        drafts.put(context.db, found.draft.id, "discarded", context.clock.now())
    text = list_views.discarded(found, context.words)
    await answer(update, context, text, keyboards.discarded(found.draft.id, context.words))


async def _back(update: Update, context: Context, found: Work, _: str) -> None:
    """Have a draft back that was discarded."""
    if found.draft.state == "discarded":
        with durable(context.db):
            drafts.put(context.db, found.draft.id, "left", context.clock.now())
    elif not found.draft.is_alive:
        raise Refusal("edit.draft_over")
    await _left(update, context, _again(context, found))


async def _languages(update: Update, context: Context, found: Work, _: str) -> None:
    text = views.which_language(found, context.words)
    await answer(update, context, text, keyboards.languages(found.draft.id, context.words))


async def _language(update: Update, context: Context, found: Work, code: str) -> None:
    """Let a draft be in another language."""
    if code not in LANGUAGES:
        raise Refusal("edit.draft_gone")
    draft = found.draft
    if code != draft.language:
        day = draft.day or 0
        stands = publishing.standing_number(context.db, draft.session, day, code)
        with durable(context.db):
            drafts.choose_language(context.db, draft.id, code, stands)
    again = _again(context, found)
    if again.parts and draft.state == "shown":
        await previewing.show(update, context, again)
    elif again.parts:
        await counting.withdraw(context, again)
        await counting.count(update, context, _again(context, again))
    else:
        text = views.prompt(again, (), context.words)
        await answer(update, context, text, keyboards.prompt(again, context.words))


async def _day(update: Update, context: Context, found: Work, number: str) -> None:
    """Let a draft be of a day, and go on with it."""
    draft, day = found.draft, pages.number(number)
    if days.get(context.db, draft.session, day) is None:
        raise Refusal("edit.draft_gone")
    await choose_day(update, context, draft, day)


async def choose_day(update: Update, context: Context, draft: Draft, day: int) -> None:
    """Let a draft be of a day, and show it as it will be read."""
    stands = publishing.standing_number(context.db, draft.session, day, draft.language)
    with durable(context.db):
        drafts.choose_day(context.db, draft.id, day, stands)
    found = work.gather(context.db, draft.id)
    if found is not None:
        await previewing.show(update, context, found)


def _again(context: Context, found: Work) -> Work:
    again = work.gather(context.db, found.draft.id)
    if again is None:
        raise Refusal("edit.draft_gone")
    return again


DECISIONS: dict[str, Decide] = {
    "done": _done,
    "control": _control,
    "drop": _drop,
    "clear": _clear,
    "edit": _edit,
    "add": _add,
    "leave": _leave,
    "discard": _discard,
    "back": _back,
    "languages": _languages,
    "language": _language,
    "day": _day,
}
DESK = Desk(
    commands={"done": done, "cancel": cancel, "drafts": list_drafts},
    buttons={callbacks.DRAFT: decide, callbacks.DRAFTS: list_drafts},
)
