"""How the bot gets its updates: by asking for them, or by a webhook's settings."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.localapi.errors import bad_request, conflict
from bot.localapi.methods import Parameters, method
from bot.localapi.world import World

Json = dict[str, Any]
_PORTS = frozenset({80, 88, 443, 8443})
_SECRET = 256
_SECRETS = re.compile(r"[A-Za-z0-9_-]*\Z")
_HOOKED = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@method("getUpdates")
async def get_updates(world: World, given: Parameters) -> list[Json]:
    """``getUpdates``: waits up to ``timeout`` seconds for the first update."""
    if world.webhook["url"]:
        raise conflict(_HOOKED)
    world.updates.allow(given.array("allowed_updates"))
    return await world.updates.get(
        given.integer("offset"),
        given.integer("limit", 100),
        float(given.values.get("timeout") or 0),
    )


@method("setWebhook")
def set_webhook(world: World, given: Parameters) -> bool:
    """``setWebhook``: kept only; nothing is sent to the address."""
    url, secret = given.text("url"), given.text("secret_token")
    if url:
        _check_address(url)
    if len(secret) > _SECRET:
        raise bad_request("secret token is too long")
    if not _SECRETS.match(secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(given.array("allowed_updates"))
    if given.flag("drop_pending_updates"):
        world.updates.clear()
    names = ("secret_token", "max_connections", "ip_address")
    world.webhook = {
        "url": url,
        **{name: given.values[name] for name in names if given.values.get(name)},
    }
    return True


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme.lower() != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


@method("deleteWebhook")
def delete_webhook(world: World, given: Parameters) -> bool:
    """``deleteWebhook``: back to ``getUpdates``."""
    if given.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = {"url": ""}
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, _given: Parameters) -> Json:
    """``getWebhookInfo``: without the secret, which the server keeps to itself."""
    shown = {name: value for name, value in world.webhook.items() if name != "secret_token"}
    return {
        **shown,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.unconfirmed),
    }
