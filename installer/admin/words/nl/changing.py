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
    # Nieuwe sleutels
    "school.rekeyed": (
        "De nieuwe sleutels tellen. Publiceer meteen: tot dan is er geen les."
    ),
    "school.new_root": (
        "De nieuwe wortelsleutel ligt in {file}. Zet die stick in een kast en "
        "vernietig de oude. Het nummer hierboven komt op de brief aan de ouders; "
        "maak nieuwe tokens voor laptops die nog ingeschreven worden."
    ),
    "renew.dpo_waits": (
        "Een andere DPO wacht nog. Nieuwe sleutels erbij kan alleen als de vorige"
        " DPO mee tekent (--old-dpo), of met de vorige DPO (--dpo)."
    ),
    "opt.new_office": (
        "Een nieuwe sleutel voor het kantoor: de oude is weg, of iemand anders had hem."
    ),
    "opt.new_fresh": "Een nieuwe sleutel voor het verlengen van papieren (fresh).",
    "opt.new_root": (
        "Een tweede stick, voor een nieuwe wortelsleutel; de oude tekent mee."
    ),
}
