"""What serving does not need is not loaded, and nothing else is changed by that."""

import json
import subprocess
import sys

UNUSED = [
    "httpx",
    "numpy",
    "rich",
    "prompt_toolkit",
    "pydantic",
    "dotenv",
    "dateutil",
    "multiprocessing",
    "aiohttp.tracing",
    "data.search",
    "data.kinds",
    "handlers.followers.days",
    "handlers.editors.writing",
]
SCRIPT = """
import json, ssl, sys
from bot import lean
lean.for_serving()
import bot.starting
import bot.request
loaded = [name for name in json.loads(sys.argv[1]) if name in sys.modules]
trusted = ssl.create_default_context().cert_store_stats()["x509_ca"]
ours = bot.request.AiohttpRequest()._trusted().cert_store_stats()["x509_ca"]
import httpx, aiohttp, aiohttp.connector, aiohttp.tracing, dateutil.parser, multiprocessing
import concurrent.futures.process, sqlite_utils
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
db = sqlite_utils.Database(memory=True)
db["texts"].insert({"text": "a"}).enable_fts(["text"])
left = aiohttp.connector._SSL_CONTEXT_VERIFIED
print(json.dumps({
    "loaded": loaded,
    "trusts": min(trusted, ours) > 50,
    "whole": [
        hasattr(httpx, "AsyncClient"),
        hasattr(aiohttp.tracing, "TraceRequestEndParams"),
        callable(dateutil.parser.parse),
        callable(multiprocessing.Process),
        callable(concurrent.futures.process.ProcessPoolExecutor),
    ],
    "schedules": type(AsyncIOScheduler()._create_trigger("date", {})) is DateTrigger,
    "knows full text": db["texts_fts"].virtual_table_using,
    "verifies": [left.check_hostname, left.verify_mode == ssl.CERT_REQUIRED],
}))
"""


def test_serving_loads_no_second_client_and_trusts_whom_it_should() -> None:
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", SCRIPT, json.dumps(UNUSED)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout) == {
        "loaded": [],
        "trusts": True,
        "whole": [True] * 5,
        "schedules": True,
        "knows full text": "FTS5",
        "verifies": [True, True],
    }


SAYING = """
import datetime as dt, json, sys
if sys.argv[1] == "lean":
    from bot import lean
    lean.for_serving()
from babel.numbers import get_currency_name
from data import dates, places
from data.locales.words import Words
words = Words.load()
known = places.known()
print(json.dumps([
    words.date(dt.date(2013, 11, 22)),
    words.number(1234567),
    words.money(121_550_000, "EUR"),
    words.listed(["a", "b", "c"]),
    words.locale.languages["fr"],
    [get_currency_name("GBP", count=count, locale="en") for count in (1, 2, None)],
    dates._names("month"),
    sorted(known.by_name),
    sorted(known.countries.items()),
]))
"""


def test_what_is_left_out_of_the_cldr_is_never_said() -> None:
    lean, whole = (
        subprocess.run(  # noqa: S603 - ours
            [sys.executable, "-c", SAYING, how], capture_output=True, check=True, text=True
        ).stdout
        for how in ("lean", "whole")
    )
    assert "22 November 2013" in whole
    assert lean == whole
