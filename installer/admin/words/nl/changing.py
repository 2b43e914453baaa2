# SPDX-License-Identifier: GPL-3.0-or-later
"""Wat een school verandert: afspraken, sleutels, jaar; in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Verschillen van afspraken
    "diff.first": (
        "Er golden nog geen afspraken, of de DPO tekende de vorige niet: lees alles."
    ),
    "diff.same": "Er verschilt niets.",
    "diff.no_charter": "In {file} staan geen afspraken (charter.json).",
    "help.charter diff": (
        "Zeg wat er verandert tussen twee afspraken; wat meer toelaat eerst.\n"
        "\n"
        "Met alleen DIR: wat nu geldt naast wat klaarligt, het voorstel of het "
        "formulier. Anders twee bestanden charter.json, of mappen ermee."
    ),
    "opt.charter diff.old": "De map van het kantoor, of de oude afspraken.",
    "opt.charter diff.new": "De nieuwe afspraken.",
    "meta.old": "OUD",
    "meta.new": "NIEUW",
}
