"""A person's screen: who somebody was at the session, and where the content mentions them."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import mentions, names, people, states
from data.people import Person
from data.session import Session
from handlers import callbacks
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import people as keyboards
from handlers.refusals import Refusal
from handlers.views import people as views

MOST_MENTIONS = 6


async def tap_person(update: Update, context: Context) -> None:
    """Show the person that a button names."""
    identity, name = callbacks.PERSON.read(update)
    session = context.session_named(identity)
    person = people.get(context.db, session.id, name)
    if person is None:
        raise Refusal("refusal.gone")
    await show_card(update, context, session, person)


async def show_card(update: Update, context: Context, session: Session, person: Person) -> None:
    """Show one person, with buttons to what mentions them."""
    every = states.every(context.db, session.id)
    state = next((each for each in every if each.id == person.state), None)
    named = mentions.of_names(context.db, session.id, names.of_person(person))[:MOST_MENTIONS]
    card = views.card(person, state, session, context.words)
    text = with_sources(context, session, person, card)
    if named:
        text = views.with_mentions(text, context.words)
    keyboard = keyboards.card(
        session.id, person, state, named, {each.id: each.name for each in every}, context.words
    )
    await answer(update, context, text, keyboard)


HANDLERS = (CallbackQueryHandler(tap_person, pattern=callbacks.PERSON.pattern),)
