"""The network address of a visitor, for counting tries and nothing else."""

from ipaddress import IPv4Address, ip_address, ip_network
from typing import Final

from climact_issy.settings import get_settings

_SUBSCRIBER_BITS: Final = 64


def client_of(peer: str, forwarded: str) -> str:
    """Return the network address of the visitor.

    Only the addresses written by our own reverse proxies count: what stands
    further left in X-Forwarded-For was written by anybody. An IPv6 address counts
    by its /64: a subscriber has them all, and could change at each request.

    Args:
        peer: address of whoever opened the connection, "" when it is not known.
        forwarded: the X-Forwarded-For header, "" when there is none.
    """
    return _subscriber(_address_of(peer, forwarded))


def _address_of(peer: str, forwarded: str) -> str:
    hops = get_settings().trusted_proxy_hops
    if hops > 0:
        written = [part.strip() for part in forwarded.split(",") if part.strip()]
        if len(written) >= hops:
            return written[-hops]
    return peer


def _subscriber(address: str) -> str:
    try:
        found = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ip_network((found, _SUBSCRIBER_BITS), strict=False))
