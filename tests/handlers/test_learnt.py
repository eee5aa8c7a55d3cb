"""What was learnt of how people ask counts at once, also for what was asked before."""

import json

from sqlite_utils import Database

from data.search.learning import learn
from tests.conversation import Conversation


async def test_a_silence_is_not_kept_when_the_answer_was_learnt(
    ann: Conversation, db: Database
) -> None:
    await ann.sends("caravan destination")
    assert ann.text.startswith("Nothing on that")
    db.table("phrasings").delete_where("session = 'asp12'")  # thousands take seconds to learn
    phrases = json.dumps(["caravan destination"])
    db.table("phrasings").insert(
        {"session": "asp12", "position": 9999, "record": "outcome/next-session", "en": phrases}
    )
    learn(db)
    await ann.sends("caravan destination")
    assert "New York" in ann.text
