# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be shared, and what is said when it cannot."""

import pytest

from console.core.texts import may_send_message
from console.qt.limits import (
    completed,
    host_of,
    link_error,
    message_error,
    one_line,
    url_error,
)
from console.qt.words.nl import NL

GOOD = "https://www.geogebra.org/m/abc?x=1#top"


def test_a_short_message_is_fine() -> None:
    assert message_error("Kijk op bladzijde 12.", NL) == ""
    assert message_error("x" * 280, NL) == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("  \n", NL.error_empty),
        ("x" * 283, "Dit is te lang. Hoogstens 280 tekens; haal er 3 weg."),
        ("zie https://example.org", NL.error_no_link_in_message),
        ("zie www.example.org", NL.error_no_link_in_message),
    ],
)
def test_a_message_that_cannot_go_says_why(text: str, sentence: str) -> None:
    assert message_error(text, NL) == sentence


def test_an_https_link_with_a_title_is_fine() -> None:
    assert link_error(GOOD, "Parabool", NL) == ""
    assert host_of(GOOD) == "www.geogebra.org"


@pytest.mark.parametrize("title", ["", " ", "x" * 81])
def test_a_link_needs_a_title_of_80_at_most(title: str) -> None:
    assert link_error(GOOD, title, NL) == NL.error_title


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://example.org", NL.error_https),
        ("file:///etc/passwd", NL.error_https),
        ("javascript:alert(1)", NL.error_https),
        ("https://", NL.error_https),
        ("https://localhost/x", NL.error_https),
        ("https://a.b/" + "x" * 512, NL.error_link_too_long),
        ("https://user:pw@example.org", NL.error_link_parts),
        ("https://user@example.org", NL.error_link_parts),
        ("https://example.org:8443/", NL.error_link_parts),
        ("https://10.0.0.1/", NL.error_link_parts),
        ("https://0x7f.1/", NL.error_link_parts),
        ("https://[::1]/", NL.error_link_parts),
        ("https://[oops", NL.error_link_parts),
        ("https://voorbéeld.org", NL.error_link_ascii),
        ("https://example.org/a b", NL.error_link_ascii),
        ("https://example.org\\@evil.org", NL.error_link_ascii),
        ("https://example.org/\x07", NL.error_link_ascii),
    ],
)
def test_an_address_that_cannot_go_says_why(url: str, sentence: str) -> None:
    assert url_error(url, NL) == sentence
    assert link_error(url, "Titel", NL) == sentence


def test_the_host_of_nonsense_is_nothing() -> None:
    assert host_of("https://[oops") == ""
    assert host_of("") == ""


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Neem bladzijde 12.\nLees de tekst.", "Neem bladzijde 12. Lees de tekst."),
        ("  a\t b\r\n", "a b"),
        ("e\u0301", "\u00e9"),
        ("\u202eabc\u2066\x1b", "abc"),
        ("👩\u200d🏫", "👩\u200d🏫"),
    ],
)
def test_S10_what_is_pasted_becomes_one_line_that_may_travel(
    typed: str, sent: str
) -> None:
    assert one_line(typed) == sent
    assert may_send_message(one_line(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("example.org", "https://example.org"),
        (" www.klas.be/les#2 ", "https://www.klas.be/les#2"),
        ("http://example.org", "http://example.org"),
        ("https://example.org", "https://example.org"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("10.0.0.1/a", "10.0.0.1/a"),
        ("example.org:8080", "example.org:8080"),
        ("jan@example.org", "jan@example.org"),
        ("niets", "niets"),
        ("", ""),
    ],
)
def test_only_the_name_of_a_site_is_completed(typed: str, meant: str) -> None:
    assert completed(typed) == meant
