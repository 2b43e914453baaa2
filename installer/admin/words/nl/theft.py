# SPDX-License-Identifier: GPL-3.0-or-later
"""Een toestel is weg: van wie er gegevens op staan; in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "affected.which": (
        "Noem één toestel: --teacher NAAM of --laptop LABEL. Lijsten "
        "(--volume) horen bij een leerkracht."
    ),
    "affected.future": (
        "--since: {day} moet nog komen. Neem de dag vanaf wanneer het toestel "
        "gebruikt werd."
    ),
    "affected.no_laptop": (
        "Er is geen laptop {name}. Kijk op de sticker, of in de lijst waarmee je "
        "laptops uitdeelde."
    ),
    "several.affected.no_laptop": (
        "Er zijn {count} laptops {name}. Geef het nummer, of er meer tekens van."
    ),
    "affected.no_volume": (
        "In {file} is geen lijst van deze leerkracht (inzage-console volumes "
        "MAP). Laat ze weg: dan komt iedereen die het kan zijn op de lijst."
    ),
    "affected.pupils_list": (
        "{file} is de lijst van een leerling, niet die van een leerkracht "
        "(inzage-console volumes MAP). Laat het bestand weg: dan komt iedereen "
        "die het kan zijn op de lijst."
    ),
    "affected.bad": (
        "{file} klopt niet; inzage-verify {file} zegt waarom. Laat het "
        "bestand weg: dan komt iedereen die het kan zijn op de lijst."
    ),
    "affected.teacher": "Het toestel van {who}:",
    "affected.laptop": "De laptop {label}:",
    "affected.bound": (
        "Dit is iedereen die het kan zijn, uit het register; er zijn er "
        "wellicht minder. Een lijst van deze leerkracht (--volume) maakt het "
        "preciezer. Wie in de loop van het jaar van klas wisselde, staat bij "
        "de klas van nu."
    ),
    "affected.narrowed": (
        "Nagekeken met de lijsten van {months}, gemaakt vanaf {made}. Wat "
        "daarna kwam, en een maand waarvan geen lijst er is, sluiten ze niet "
        "uit."
    ),
    "affected.unknown": (
        "In de lijsten staat nog {count} leerling die het register niet meer "
        "kent.|In de lijsten staan nog {count} leerlingen die het register "
        "niet meer kent."
    ),
    "affected.row": "  {cells}",
    "affected.counted": "{count} leerling.|{count} leerlingen.",
    "affected.others": (
        "Van nog {count} andere leerling ({year}) staat er niets, behalve als "
        "deze leerkracht die klas vroeger in het jaar had: dat weet het "
        "register niet meer. De naam komt in het bestand van --out.|Van nog "
        "{count} andere leerlingen ({year}) staat er niets, behalve als deze "
        "leerkracht hun klas vroeger in het jaar had: dat weet het register "
        "niet meer. De namen komen in het bestand van --out."
    ),
    "affected.kinds_teacher": (
        "Wat er kan staan, alleen van de eigen klassen: de klaslijst (naam, "
        "klas, laptop, wie geen klein beeld heeft), en regels: wie wanneer en "
        "waarom bekeken werd, sloten van aandacht, en wat gedeeld werd "
        "(berichten, links, namen van bestanden)."
    ),
    "affected.kinds_laptop": (
        "Wat er kan staan: de eigen lijst van de leerling (wie keek, sloten, "
        "wat gedeeld werd, elk eigen ja en nee), berichten en bestanden die "
        "gedeeld werden, en het briefje van de school (bezwaar, een nee van "
        "thuis, een vrijstelling). Ook van wie de laptop vroeger had."
    ),
    "affected.never_teacher": (
        "Wat er nooit staat: een beeld van een scherm, en het ja of nee van "
        "een leerling."
    ),
    "affected.never_laptop": (
        "Wat er nooit staat: een beeld van een scherm, en lijsten van andere "
        "leerlingen."
    ),
    "affected.until_teacher": (
        "Regels gaan weg op de dag in de laatste kolom, later als de leerling "
        "vroeg om ze te houden. Een klaslijst gaat weg na 31 augustus, of zodra "
        "de klas niet meer van deze leerkracht is. Maar alleen als Inzage daar "
        "nog draait en nieuwe papieren krijgt. Was de schijf versleuteld? Zeg "
        "dat aan de DPO."
    ),
    "affected.until_laptop": (
        "Regels gaan weg op de dag in de laatste kolom, later als de "
        "leerling vroeg om ze te houden; maar alleen als Inzage daar nog "
        "draait. Was de schijf versleuteld? Zeg dat aan de DPO."
    ),
    "affected.no_certificate": (
        "{who} kreeg hier nooit een certificaat. Was er geen console op dat "
        "toestel, dan staat er niets van Inzage."
    ),
    "affected.col_who": "leerling",
    "affected.col_class": "klas",
    "affected.col_year": "schooljaar",
    "affected.col_what": "wat",
    "affected.col_since": "vanaf",
    "affected.col_until": "tot",
    "affected.class_unknown": "weg",
    "affected.why": "gestolen",
    "held.found": "naam en regels",
    "held.lines": "naam, misschien regels",
    "held.absent": "naam; geen regels in de lijsten",
    "held.name": "naam op een klaslijst",
    "held.earlier": "niets, tenzij vroeger in een klas van deze leerkracht",
    "held.own": "eigen lijst van de leerling",
    "next.theft": (
        "zeg het vandaag aan de DPO en noteer het in het register van "
        "inbreuken, ook als er niets te melden valt. Moet het gemeld worden, "
        "dan bij de toezichthouder binnen 72 uur nadat de school het wist, "
        "en bij een hoog risico ook aan ouders en leerlingen. Maak nu het "
        "certificaat ongeldig en publiceer."
    ),
    "help.affected": (
        "Na een diefstal: zeg van wie er gegevens op een toestel kunnen "
        "staan.\n"
        "\n"
        "Van een leerkracht of van één laptop. Zonder lijsten van de "
        "leerkracht (--volume) is het iedereen die het kan zijn."
    ),
    "opt.teacher_name": "Van wie het toestel is: naam of nummer van de leerkracht.",
    "opt.laptop_name": "Label of nummer van de laptop.",
    "opt.affected.since": (
        "Vanaf welke dag het toestel gebruikt werd; anders alles wat bewaard wordt."
    ),
    "opt.affected.volumes": (
        "Een lijst van inzage-console volumes, of een map ervan; mag meer dan eens."
    ),
    "opt.affected.out": (
        "Een bestand (CSV) voor de hele lijst; alleen jij kunt het lezen."
    ),
}
