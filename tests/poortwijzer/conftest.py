"""What a PDF must keep to."""

import re

import page
import pytest

_STROOM = re.compile(rb"\d+ 0 obj\s*<<(?:(?!endobj).)*?/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)
# The checker mistakes a stream whose last byte looks like a line end for one of another length; see `lengten_kloppen`.
_VERGISSING = "a stream /Length does not match its raw content length"


def lengten_kloppen(pdf: bytes) -> bool:
    """Tell whether every stream is exactly as long as it says; at least one is there."""
    stromen = list(_STROOM.finditer(pdf))
    einden = [pdf[stroom.end() + int(stroom[1]) :].startswith(b"\nendstream") for stroom in stromen]
    return bool(einden) and all(einden)


@pytest.fixture(scope="session")
def keur():
    """Give a function that fails when a PDF is not PDF/UA-1 and PDF/A-2a."""

    def controleer(pdf: bytes) -> None:
        assert lengten_kloppen(pdf)
        for profiel in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            verslag = page.validate_pdf_bytes(pdf, profile=profiel)
            fouten = [fout.message for fout in verslag.failures if fout.message != _VERGISSING]
            assert verslag.is_compliant or not fouten, fouten

    return controleer
