# SPDX-License-Identifier: GPL-3.0-or-later
"""The Dutch sentences that were agreed word for word."""

from console.qt.words.nl import NL


def test_the_agreed_sentences_stand_as_agreed() -> None:
    assert NL.start_shows_nothing == (
        "Starten toont geen schermen. Dat kies je daarna, met een reden."
    )
    assert NL.pupils_read == "Alles wat je hier doet, kunnen leerlingen nalezen."
    assert NL.strip_rest == "Kleine beelden rusten zolang je aandacht vraagt."
    assert NL.only_i_see == "Alleen ik zie dit scherm"
    assert NL.end_private == "alleen voor jou · gaat weg als je dit sluit"
    assert NL.attention_requested == "gevraagd, nog niet getoond"
