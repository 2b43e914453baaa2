# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be sent: short plain text, and https links that hide nothing."""

import pytest

from console.core.texts import may_send_link, may_send_message


@pytest.mark.parametrize("text", ["Dag!", "x" * 280, "é"])
def test_plain_text_may_go(text: str) -> None:
    assert may_send_message(text)


@pytest.mark.parametrize(
    "text", ["", "x" * 281, "a\x00b", "a\nb", "\u202eabc", "e\u0301", "\ud800"]
)
def test_S10_text_that_hides_something_may_not(text: str) -> None:
    assert not may_send_message(text)


@pytest.mark.parametrize(
    "url", ["https://www.klas.be/oefening?x=1", "https://xn--kls-bla.be"]
)
def test_a_plain_https_link_may_go(url: str) -> None:
    assert may_send_link(url, "Oefening")


@pytest.mark.parametrize(
    "url",
    [
        "http://klas.be",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://1.2.3/x",
        "https://klas.be:8443/",
        "https://klas.be:x/",
        "https://juf@klas.be/",
        "https://klas",
        "https:///x",
        "https://[klas.be",
        "https://klas.be/a b",
        "https://klassé.be",
        "https://klas.be/" + "x" * 500,
        "javascript:alert(1)",
    ],
)
def test_D15_a_link_that_hides_something_may_not(url: str) -> None:
    assert not may_send_link(url, "Oefening")


def test_a_link_needs_a_plain_title() -> None:
    assert not may_send_link("https://klas.be", "")
    assert not may_send_link("https://klas.be", "x" * 81)
