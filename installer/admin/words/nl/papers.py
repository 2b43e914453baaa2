# SPDX-License-Identifier: GPL-3.0-or-later
"""Papieren voor mensen, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "help.notice": (
        "Maak het blad voor leerlingen, voor 6-9 jaar en vanaf 10 jaar.\n"
        "\n"
        "Het heeft precies de woorden die leerlingen op hun scherm lezen, met het "
        "kenmerk van elke tekst."
    ),
    "help.dpia": (
        "Maak een ontwerp van de effectbeoordeling (DPIA).\n"
        "\n"
        "De school en de DPO vullen het aan en beslissen. Voor de DPO tekent: "
        "--proposed."
    ),
    "help.ropa": (
        "Maak een ontwerp voor het register van verwerkingen.\n"
        "\n"
        "Om te lezen, en als ropa.json voor een programma."
    ),
    "help.rules-annex": (
        "Maak een bijlage bij het schoolreglement.\n"
        "\n"
        "Ze informeert. Ze is geen toestemming, en dat staat er als eerste."
    ),
    "help.parent-letter": (
        "Maak brieven aan de ouders, met een antwoordblad.\n"
        "\n"
        "Eén bestand per klas. Met --per class één brief zonder namen."
    ),
    "help.council-report": (
        "Maak het verslag voor de schoolraad: totalen, geen namen.\n"
        "\n"
        "Getallen die iemand zouden verraden, blijven weg. Met --volume telt het "
        "de logboeken die leerkrachten inleverden (ledger.db, van een gesloten "
        "console)."
    ),
    "opt.paper_folder": "Map waar de papieren komen; anders DIR/papers-out.",
    "opt.only_lang": "Maak alleen deze taal; anders Nederlands en Engels.",
    "opt.proposed": "Gebruik het voorstel dat op de DPO wacht; er staat ONTWERP op.",
    "opt.parent-letter.class_name": "Een klas; anders alle klassen.",
    "opt.per": "Eén brief per leerling, of één zonder namen per klas.",
    "opt.volumes": "Logboek van een console; mag meer dan eens.",
    "opt.counts_file": (
        "CSV met getelde cijfers: class,week,lessons,looks,calls; week is een maandag."
    ),
    "papers.no_proposal": "Er ligt geen voorstel van afspraken.",
    "papers.unsigned": (
        "De afspraken zijn niet door kantoor en DPO getekend. Er is niets gemaakt. "
        "Voor een ontwerp: --proposed."
    ),
    "papers.over": (
        "Er is niets gemaakt, want de afspraken gelden niet meer.\n"
        "{reasons}\n"
        "Maak nieuwe afspraken: charter propose."
    ),
    "papers.over_expired": "Ze liepen af op {day}.",
    "papers.over_review": "Ze moesten herzien zijn op {day}.",
    "papers.over_council": "Wat de raad zei, gold tot {day}.",
    "papers.over_words": (
        "Ze horen bij andere teksten voor leerlingen dan dit programma heeft."
    ),
    "papers.no_log": (
        "{file} is geen logboek van een console, of is nog in gebruik. Er is "
        "niets gemaakt. Sluit de console en kopieer ledger.db opnieuw."
    ),
    "papers.no_home": "Er is dit schooljaar geen klas met leerlingen: {name}.",
    "papers.count": "een week is een maandag (2026-11-23), een getal is 0 of meer.",
    "papers.counts": (
        "{faults}\n1 fout. Er is niets gemaakt.|{faults}\n{count} fouten. Er is niets "
        "gemaakt."
    ),
    "papers.lacking": (
        "Op dit toestel ontbreekt wat papieren maakt. Typ:\n"
        "  pip install 'inzage[papers]'\n"
        "  sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ),
}
