"""Who is at the other end: headers about the sender count only when a proxy that we know wrote them."""

from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# What a proxy says about the sender. From anybody else these are what somebody made up.
KOPPEN = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)

Netwerk = IPv4Network | IPv6Network


def lees_netwerken(tekst: str) -> tuple[Netwerk, ...]:
    """Give the addresses and networks in `tekst`, separated by commas. Raises ValueError for what is neither."""
    return tuple(ip_network(deel.strip()) for deel in tekst.split(",") if deel.strip())


class ProxyMiddleware:
    """Makes `REMOTE_ADDR` the address of the sender, and drops what a sender says about himself.

    Behind a proxy of the setting VERTROUWDE_PROXIES the sender is the last address in X-Forwarded-For that is no
    such proxy itself: what stands before it was sent by the sender and is worth nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.proxies = lees_netwerken(settings.VERTROUWDE_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the address before anything asks for it."""
        meta = request.META
        if self._is_proxy(meta.get("REMOTE_ADDR", "")):
            meta["REMOTE_ADDR"] = self._afzender(meta["REMOTE_ADDR"], meta.get("HTTP_X_FORWARDED_FOR", ""))
        else:
            for kop in KOPPEN:
                meta.pop(kop, None)
        return self.get_response(request)

    def _afzender(self, proxy: str, keten: str) -> str:
        adres = proxy
        for stap in reversed(keten.split(",")):
            if not _is_adres(stap.strip()):
                break
            adres = stap.strip()
            if not self._is_proxy(adres):
                break
        return adres

    def _is_proxy(self, adres: str) -> bool:
        return _is_adres(adres) and any(ip_address(adres) in netwerk for netwerk in self.proxies)


def _is_adres(tekst: str) -> bool:
    try:
        ip_address(tekst)
    except ValueError:
        return False
    return True
