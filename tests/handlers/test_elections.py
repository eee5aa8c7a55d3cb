"""``/elections`` and the screen of one election."""

from tests.conversation import Conversation


async def test_those_elected_stand_under_their_offices(ann: Conversation) -> None:
    await ann.sends("/elections")
    assert ann.text.startswith("ASP 12 · Elections\n7 people were elected.\n")
    assert (
        "Judge of the International Criminal Court\nElected with 98 votes, Sat 23 Nov\n"
        "• Geoffrey A. Henderson (Trinidad and Tobago)\n"
    ) in ann.text
    assert "Elected by consensus, Sat 23 Nov\n• Juhani Lemmik (Estonia)\n" in ann.text


async def test_an_election_tells_votes_term_and_who_withdrew(ann: Conversation) -> None:
    await ann.sends("/elections")
    await ann.taps("Geoffrey A. Henderson")
    for line in (
        "Votes received: 98\nVotes required: 66\nStates voting: 98",
        "Saturday 23 November 2013, day 4, 10:30 at the venue",
        "Term until: Wednesday 10 March 2021",
        "• Leslie Van Rompaey (Uruguay): withdrew",
        "Sources differ · How the ballots for the judge add up",
    ):
        assert line in ann.text


async def test_an_election_leads_to_the_person_the_states_and_the_day(ann: Conversation) -> None:
    await ann.opens("election:asp12:judge-henderson")
    assert {"Geoffrey A. Henderson", "Trinidad and Tobago", "Uruguay", "Day 4 ▶"} <= set(ann.labels)
    await ann.taps("Geoffrey A. Henderson")
    assert "In the role held at the time of ASP 12." in ann.text


async def test_what_no_source_gives_is_left_out(ann: Conversation) -> None:
    await ann.opens("election:asp12:cbf-saupe")
    assert "How: consensus" in ann.text
    assert "Votes" not in ann.text
    assert "Term until" not in ann.text


async def test_an_election_that_is_gone_is_told_so(ann: Conversation) -> None:
    await ann.opens("election:asp12:gone")
    assert ann.text.startswith("What this button showed is not there any more.")
