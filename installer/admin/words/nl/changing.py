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
    # Een nieuw schooljaar
    "year.name": "Schooljaar {year}.",
    "year.early": (
        "Een nieuw schooljaar begint hier vanaf {day}. Er is niets veranderd."
    ),
    "year.begun": (
        "Het schooljaar {year} heeft al klassen, en deze lijst zegt iets anders. "
        "Er is niets veranderd. Gebruik class import: dat toont eerst wat er "
        "verandert."
    ),
    "year.classes": (
        "geef de klassen van het nieuwe jaar: de set uit het leerlingenprogramma,"
        " als map of zip."
    ),
    "year.withdrawn": (
        "De papieren van {count} klas van vorig jaar zijn weggenomen.|"
        "De papieren van {count} klassen van vorig jaar zijn weggenomen."
    ),
    "year.ends": (
        "Het certificaat van {who} eindigt op {day}: laat de console een aanvraag"
        " maken."
    ),
    "year.no_certificate": "{who} heeft nog geen certificaat.",
    "year.form": (
        "De afspraken van vorig jaar staan klaar in {file}. Wat opnieuw beslist "
        "moet worden, staat open: de raad, de vakanties en wanneer jullie dit "
        "herzien."
    ),
    "year.form_head": (
        "De afspraken voor {year}, overgenomen van vorig jaar.\n"
        'Vul in waar "..." staat en kijk alles na; pas daarna tekent iemand.'
    ),
    "year.form_review": "Vorig jaar: {day}. Wanneer bekijkt de school dit opnieuw?",
    "year.form_holiday": (
        "Vorig jaar: {first} tot {last}. Haal het blok weg als het niet meer is."
    ),
    "year.form_council": (
        "Vorig jaar: {ref}, {day}. De raad spreekt opnieuw voor dit jaar.\n"
        "uitkomst: overleg_held, advice_pos, advice_neg of waived."
    ),
    "help.year": "Een schooljaar.",
    "help.year new": (
        "Begin een nieuw schooljaar, vanaf juli.\n"
        "\n"
        "Leest de klassen in, neemt elk nee mee, laat het ja van ouders ophouden,"
        " zet het formulier van de afspraken klaar, neemt oude papieren weg en "
        "zegt wat er nog moet. Alles of niets; een tweede keer verandert niets."
    ),
    "opt.sources": (
        "Een map, een zip of een CSV van het nieuwe jaar; mag meer dan eens."
    ),
    # Wie iemand vervangt
    "teacher.no_lessons": "{who} heeft geen les in {klass}; er is niets veranderd.",
    "opt.instead_of": (
        "Wie vervangen wordt: de lessen van die leerkracht in deze klas, op deze dagen."
    ),
}
