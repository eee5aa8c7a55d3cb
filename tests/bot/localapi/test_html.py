"""HTML to text and entities, as Telegram reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.localapi import html, units

REFUSED = {
    "🏟 🏟&lt;<abacaba": "Unclosed start tag at byte offset 13",
    "🏟 🏟&lt;<abac aba>": 'Unsupported start tag "abac" at byte offset 13',
    "🏟 🏟&lt;<i   =aba>": 'Empty attribute name in the tag "i" at byte offset 13',
    "🏟 🏟&lt;<i    aba>": 'Can\'t find end tag corresponding to start tag "i"',
    "🏟 🏟&lt;<i    aba  =  ": 'Unclosed start tag "i" at byte offset 13',
    "🏟 🏟&lt;<i    aba  =  190azAz-.,": "Unexpected end of name token at byte offset 27",
    '🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>': "Unclosed start tag at byte offset 13",
    "🏟 🏟&lt;</": "Unexpected end tag at byte offset 13",
    "🏟 🏟&lt;<b></b></": "Unexpected end tag at byte offset 20",
    "🏟 🏟&lt;<i>a</i   ": "Unclosed end tag at byte offset 17",
    "🏟 🏟&lt;<i>a</em   >": ('Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
    "<b>unclosed": 'Can\'t find end tag corresponding to start tag "b"',
    "<script>alert(1)</script>": 'Unsupported start tag "script" at byte offset 0',
    "<br>": 'Unsupported start tag "br" at byte offset 0',
    "a < b": 'Unsupported start tag "" at byte offset 2',
    "a <": "Unclosed start tag at byte offset 2",
    "<span>x</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    "<tg-emoji emoji-id='x'>👍</tg-emoji>": "Invalid custom emoji identifier specified",
    "&#xDFDF;": (
        "Text contains invalid Unicode characters after decoding HTML entities, "
        "check for unmatched surrogate code units"
    ),
}

READ = {
    "&ge;&lt;&gt;&amp;&quot;&#12345678;": ('&ge;<>&"&#12345678;', []),
    "AT&T &#39;&#x27;": ("AT&T ''", []),
    "➡️ ➡️<i>➡️ ➡️</i><b>➡️ ➡️</b>": (
        "➡️ ➡️➡️ ➡️➡️ ➡️",
        [
            {"type": "italic", "offset": 5, "length": 5},
            {"type": "bold", "offset": 10, "length": 5},
        ],
    ),
    "🏟 🏟<i>🏟 &lt🏟</i>": ("🏟 🏟🏟 <🏟", [{"type": "italic", "offset": 5, "length": 6}]),
    "<a>telegram.org</a>": (
        "telegram.org",
        [{"type": "text_link", "offset": 0, "length": 12, "url": "http://telegram.org/"}],
    ),
    "<a href='tg://user?id=7'>Ann</a>": (
        "Ann",
        [{"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 7}}],
    ),
    "<a href='nowhere'>x</a>": ("x", []),
    "<b></b>x": ("x", []),
    "<pre><code class='language-fift'>x</code></pre>": (
        "x",
        [{"type": "pre", "offset": 0, "length": 1, "language": "fift"}],
    ),
    "<pre><code class='language-fift'>x</code> </pre>": (
        "x ",
        [
            {"type": "code", "offset": 0, "length": 1},
            {"type": "pre", "offset": 0, "length": 2},
        ],
    ),
    "<blockquote expandable>q</blockquote>": (
        "q",
        [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
    ),
    '<span class="tg-spoiler">s</span>': (
        "s",
        [{"type": "spoiler", "offset": 0, "length": 1}],
    ),
    '<tg-emoji emoji-id="54321">👍</tg-emoji>': (
        "👍",
        [{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "54321"}],
    ),
}


@pytest.mark.parametrize(("markup", "why"), REFUSED.items())
def test_what_the_server_refuses_is_refused_in_its_words(markup: str, why: str) -> None:
    with pytest.raises(html.HtmlError) as refusal:
        html.parse(markup)
    assert str(refusal.value) == why


@pytest.mark.parametrize(("markup", "expected"), READ.items())
def test_what_the_server_reads_is_read_alike(
    markup: str, expected: tuple[str, list[html.Entity]]
) -> None:
    parsed = html.parse(markup)
    assert (parsed.text, parsed.entities) == expected


def test_attributes_without_meaning_are_reported() -> None:
    parsed = html.parse('<b style="x">a</b><code class="python">b</code>')
    assert parsed.ignored == ["<b style>", '<code class="python">']


WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
TAGS = st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "blockquote", "strong", "em"])


@given(WORDS)
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert html.parse(html.escape(text)).text == text


@given(st.lists(st.tuples(TAGS, WORDS), max_size=6))
def test_each_entity_covers_what_stood_between_its_tags(parts: list[tuple[str, str]]) -> None:
    parsed = html.parse("".join(f"<{tag}>{html.escape(word)}</{tag}>" for tag, word in parts))
    assert parsed.text == "".join(word for _, word in parts)
    assert [units.cut(parsed.text, one["offset"], one["length"]) for one in parsed.entities] == [
        word for _, word in parts if word
    ]


@given(WORDS, TAGS, TAGS)
def test_nested_tags_cover_the_same_text(text: str, outer: str, inner: str) -> None:
    parsed = html.parse(f"<{outer}>x<{inner}>{html.escape(text)}</{inner}></{outer}>")
    whole = {"offset": 0, "length": 1 + units.length(text)}
    assert {key: parsed.entities[-1][key] for key in whole} == whole


@given(st.text(max_size=60))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    try:
        parsed = html.parse(text)
    except html.HtmlError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert all(units.cut(parsed.text, one["offset"], one["length"]) for one in parsed.entities)
    assert refusal or "<" not in text or "<" in text.replace(">", "")
