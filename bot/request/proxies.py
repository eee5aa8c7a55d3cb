"""Proxies as the environment names them: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, and NO_PROXY."""

from urllib.request import getproxies, proxy_bypass

from telegram.error import NetworkError
from yarl import URL


def proxy_for(url: URL) -> URL | None:
    """Return the proxy through which ``url`` is reached; None where it is reached directly.

    Raises:
        NetworkError: where the environment names one that is not spoken to over HTTP.
    """
    named = getproxies()
    proxy = named.get(url.scheme) or named.get("all")
    if not proxy or (url.host and proxy_bypass(f"{url.host}:{url.port}")):
        return None
    found = URL(proxy if "://" in proxy else f"http://{proxy}")
    if found.scheme not in {"http", "https"} or not found.host:
        raise NetworkError(f"A proxy of the kind {found.scheme} is named, and cannot be used")
    return found
