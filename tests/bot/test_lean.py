"""What serving does not need is not loaded, and nothing else is changed by that."""

import json
import subprocess
import sys

SCRIPT = """
import json, ssl, sys
from bot import lean
lean.for_serving()
import bot.starting
import bot.request
loaded = [name for name in ("httpx", "numpy", "rich", "prompt_toolkit") if name in sys.modules]
trusted = ssl.create_default_context().cert_store_stats()["x509_ca"]
ours = bot.request.AiohttpRequest()._trusted().cert_store_stats()["x509_ca"]
import httpx, aiohttp, aiohttp.connector
left = aiohttp.connector._SSL_CONTEXT_VERIFIED
print(json.dumps({
    "loaded": loaded,
    "trusts": min(trusted, ours) > 50,
    "httpx": hasattr(httpx, "AsyncClient"),
    "verifies": [left.check_hostname, left.verify_mode == ssl.CERT_REQUIRED],
}))
"""


def test_serving_loads_no_second_client_and_trusts_whom_it_should() -> None:
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True
    )
    assert json.loads(done.stdout) == {
        "loaded": [],
        "trusts": True,
        "httpx": True,
        "verifies": [True, True],
    }
