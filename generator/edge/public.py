"""Which addresses are of the public internet: no private network, no machine of its own, no address that carries one."""

from __future__ import annotations

import ipaddress

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one of the public internet.

    Not enough is ``is_global``: it lets multicast through, some reserved blocks, and IPv6 addresses that carry a private IPv4 one
    (mapped, 6to4, Teredo, NAT64; RFC 4291, 3056, 4380, 6052).

    >>> [is_public(ipaddress.ip_address(each)) for each in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "192.0.0.192")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


_NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "fec0::/10",
    )
)
