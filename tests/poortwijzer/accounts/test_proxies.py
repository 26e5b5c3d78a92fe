"""Who is at the other end, behind proxies that we know and before senders that lie."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from poortwijzer.accounts.proxies import KOPPEN, ProxyMiddleware, lees_netwerken


def afzender(
    settings, *, van: str, keten: str | None, proxies: str = "192.0.2.0/24, 2001:db8::/32"
) -> tuple[str, bool]:
    """Give the address that the program sees, and whether the scheme of the header counts."""
    settings.VERTROUWDE_PROXIES = proxies
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    koppen = {"HTTP_X_FORWARDED_PROTO": "https"} | ({} if keten is None else {"HTTP_X_FORWARDED_FOR": keten})
    request = RequestFactory().get("/", REMOTE_ADDR=van, **koppen)
    ProxyMiddleware(lambda _: HttpResponse())(request)
    return request.META["REMOTE_ADDR"], request.is_secure()


@pytest.mark.parametrize(
    ("van", "keten", "adres", "veilig"),
    [
        ("203.0.113.9", None, "203.0.113.9", False),
        ("203.0.113.9", "10.0.0.1", "203.0.113.9", False),
        ("192.0.2.1", "203.0.113.9", "203.0.113.9", True),
        ("192.0.2.1", "10.0.0.1, 203.0.113.9", "203.0.113.9", True),
        ("192.0.2.1", "203.0.113.9, 192.0.2.2", "203.0.113.9", True),
        ("192.0.2.1", "onzin", "192.0.2.1", True),
        ("192.0.2.1", "203.0.113.9, onzin", "192.0.2.1", True),
        ("192.0.2.1", "", "192.0.2.1", True),
        ("2001:db8::1", "2a00::5", "2a00::5", True),
        ("", None, "", False),
    ],
)
def test_de_afzender_is_het_laatste_adres_dat_een_bekende_proxy_schreef(settings, van, keten, adres, veilig):
    assert afzender(settings, van=van, keten=keten) == (adres, veilig)


def test_zonder_instelling_wordt_niemand_geloofd(settings):
    assert afzender(settings, van="127.0.0.1", keten="10.0.0.1", proxies="") == ("127.0.0.1", False)


def test_van_een_vreemde_blijft_geen_kop_over(settings):
    settings.VERTROUWDE_PROXIES = "192.0.2.1"
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.9", **dict.fromkeys(KOPPEN, "x"))
    ProxyMiddleware(lambda _: HttpResponse())(request)
    assert not set(KOPPEN) & set(request.META)


def test_een_netwerk_dat_er_geen_is_wordt_gezegd():
    with pytest.raises(ValueError, match="overal"):
        lees_netwerken("overal")
    assert lees_netwerken(" ") == ()
