"""Addresses: pictures taken out of their proxies, article URLs brought to one form."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

# https://images.weserv.nl?url=gdb.voanews.com/x.jpg, also //images.weserv.nl/?url=…&w=…, cdn.… and duckduckgo's proxy
_PROXY = re.compile(
    r"^(?:https?:)?//(?:images\.weserv\.nl|wsrv\.nl|external-content\.duckduckgo\.com|i\d\.wp\.com/proxy)/?[^?]*\?",
    re.IGNORECASE,
)
_PROXY_KEYS = ("url", "u")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|spm|at_\w+|ns_\w+|maca|ocid|from)$", re.IGNORECASE)
_SLASHES = re.compile(r"/{2,}")


def unwrapped(url: str) -> str:
    """The publisher's own address of a picture that is shown through an image proxy."""
    match = _PROXY.match(url)
    if not match:
        return f"https:{url}" if url.startswith("//") else url
    # The inner address is not always escaped, so that its own query may follow.
    rest = url[match.end() :]
    for key in _PROXY_KEYS:
        if rest.startswith(f"{key}=http") and "%3A" not in rest[:20].upper():
            return rest[len(key) + 1 :]
    query = parse_qs(rest)
    inner = next((query[key][0] for key in _PROXY_KEYS if key in query), "")
    if not inner:
        return url
    inner = inner.removeprefix("ssl:").lstrip("/")
    return inner if inner.startswith(("http://", "https://")) else f"https://{inner}"


def canonical(url: str) -> str:
    """One form for the addresses of one article: no scheme, ``www.``, tracking, fragment or doubled slashes."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = (parts.netloc or "").lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    query = "&".join(item for item in parts.query.split("&") if item and not _TRACKING.match(item.partition("=")[0]))
    return urlunsplit(("", host, _SLASHES.sub("/", parts.path).rstrip("/"), query, "")).lstrip("/")


def article_id(url: str | None, sha256: str) -> str:
    """Sixteen characters that name an article: by its address, or by its bytes where it has none."""
    return hashlib.sha256(canonical(url).encode("utf-8", "replace")).hexdigest()[:16] if url else sha256[:16]


def host_of(url: str | None) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
