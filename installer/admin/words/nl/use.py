# SPDX-License-Identifier: GPL-3.0-or-later
"""Gebruik, fouten van het systeem en wachtzinnen, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Wat er gezegd wordt
    "next": "Volgende stap: {what}",
    "next.help": "lees de uitleg.",
    "next.found": (
        "de DPO maakt een sleutel op een eigen toestel, en daarna maak je hier de "
        "school."
    ),
    "next.dpo_pub": "vraag de DPO om dat bestand; die maakt het op een eigen toestel.",
    "next.school": (
        "geef dat bestand aan het kantoor; daar maakt men de school (DIR is een "
        "lege map, STICK een stick)."
    ),
    "next.form": "zet het formulier van de afspraken klaar.",
    "next.propose": (
        "vul het formulier in, laat het controleren en teken het als kantoor."
    ),
    "next.mend": "verbeter dat in het formulier en laat het opnieuw controleren.",
    "next.sign": (
        "geef de map met het voorstel aan de DPO; die leest en tekent, op een "
        "eigen toestel (DPO is de map van de DPO)."
    ),
    "next.give_back": "geef de map terug aan het kantoor; daar staat wat nu komt.",
    "next.bring": (
        "breng dat bestand naar laptop {laptop}, en typ daar: sudo inzage-agentd "
        "officer {file}{pack}"
    ),
    "next.classes": "lees de klassen, leerlingen en leerkrachten in.",
    "next.mapping": (
        "is het een uitvoer van jullie eigen systeem, of niet in UTF-8? Zeg dan "
        "welke kolom wat is en welke encoding het heeft, en lees daarmee in."
    ),
    "next.widening_propose": (
        "teken als kantoor wat meer toelaat: het ja van ouders, en wat teruggenomen "
        "is. Tot ook de DPO tekende, verandert er niets."
    ),
    "next.widening_sign": (
        "geef de map met de verruimingen aan de DPO; die legt de lijst naast de "
        "formulieren en tekent (DPO is de map van de DPO)."
    ),
    "next.publish": "publiceer, zodat laptops en leerkrachten het krijgen.",
    "next.assign": "geef elke laptop een leerling.",
    "next.enrol": "schrijf laptops in: maak een token en laat dit toestel antwoorden.",
    "next.serve": "laat dit toestel de laptops antwoorden.",
    "next.teacher": (
        "geef een leerkracht een certificaat, op de aanvraag die diens console "
        "schreef (inzage-console request)."
    ),
    "next.fresh": (
        "alles staat er. Verleng de papieren elke nacht, uiterlijk binnen de "
        "week; dat kan zonder wachtzin."
    ),
    "stopped": "Gestopt.",
    # Verkeerd gebruik
    "wrong.missing": "Er ontbreekt iets: {what}.",
    "wrong.no_option": "Er is geen optie {name}.{meant}",
    "wrong.no_command": "Er is geen opdracht {name}.{meant}",
    "wrong.meant": " Bedoelde je {name}?",
    "wrong.choice": "{what}: kies uit {choices}.",
    "wrong.number": "{what}: een getal van {low} tot {high}.",
    "wrong.least": "{what}: een getal, {low} of meer.",
    "wrong.whole": "{what}: een getal.",
    "wrong.day": "{what}: een datum zoals 2026-09-01.",
    "wrong.value": "{what}: dit kan hier niet staan.",
    "wrong.takes": "{name}: er ontbreekt een waarde, of er staat er een te veel.",
    "wrong.extra": "Dit is te veel: {words}.",
    "wrong.no_subcommand": "Zeg ook welke opdracht.",
    # Wat het systeem niet toelaat
    "sys.missing": "{file} is er niet.",
    "sys.denied": "{file}: daar mag deze gebruiker niet aan.",
    "sys.full": "{file}: de schijf is vol.",
    "sys.there": "{file} is er al. Kies een andere naam, of neem het bestand weg.",
    "sys.folder": "{file} is een map, geen bestand.",
    "sys.no_folder": "{file} is geen map.",
    "sys.port": (
        "Deze poort is al in gebruik. Draait enrol serve al? Kies anders een "
        "andere met --port."
    ),
    "sys.other": "{file}: dat lukte niet (fout {number} van het systeem).",
    "file.not_utf8": (
        "{file}, regel {line}: dit bestand is geen UTF-8. Bewaar het als UTF-8."
    ),
    "key.there": "{file} is er al. Een sleutel wordt nooit overschreven.",
    "key.locked": "{file} vraagt een wachtzin.",
    "key.wrong": "{file}: de wachtzin is fout, of dit is geen sleutel.",
    "key.kind": "{file} is een ander soort sleutel.",
    "key.unreadable": (
        "De sleutel {file} is niet te lezen. Ligt hij er, en mag deze gebruiker eraan?"
    ),
    "register.busy": (
        "Iemand anders schrijft in het register {where}. Er is niets veranderd; "
        "probeer het over een minuut opnieuw."
    ),
    "register.read_only": (
        "In het register {where} mag deze gebruiker niet schrijven. Kijk na van "
        "wie het bestand is."
    ),
    "register.full": (
        "De schijf is vol: er is niets in het register {where} geschreven."
    ),
    "register.damaged": (
        "Het register {where} is beschadigd of is geen register. Zet een back-up terug."
    ),
    "register.away": (
        "Het register {where} is niet te bereiken ({said}). Kijk na of het er "
        "staat, of de server draait en of office.json klopt."
    ),
    "register.driver": (
        "Voor een register in PostgreSQL ontbreekt hier psycopg. Installeer het: "
        'pip install "inzage[postgres]".'
    ),
    "register.address": (
        "Het adres van het register is geen adres, zoals "
        "sqlite:////map/register.db of postgresql+psycopg://server/naam."
    ),
    "register.option": (
        "In het adres van het register {where} staat iets wat niet kan: een optie, "
        "een server of een poort. Er is niets veranderd; zet het adres recht "
        "(register in office.json)."
    ),
    "register.newer": (
        "Dit register is van een nieuwere Inzage (stap {held}, deze kent {head}). "
        "Werk Inzage hier bij. Er is niets veranderd."
    ),
    "register.broken": (
        "Het register verwijst naar wat er niet is ({table}). Er is niets "
        "veranderd; zet een back-up terug."
    ),
    "register.other": (
        "Met het register is iets mis. Er is niets veranderd; zet een back-up terug."
    ),
    "paper.broken": (
        "Een papier van de school is beschadigd. Zet de map van het kantoor terug "
        "uit een back-up."
    ),
    # Wachtzinnen
    "ask.office": "Wachtzin van het kantoor",
    "ask.new_office": "Nieuwe wachtzin voor het kantoor",
    "ask.root": "Wachtzin van de stick (root)",
    "ask.new_root": "Nieuwe wachtzin voor de stick (root)",
    "ask.dpo": "Wachtzin van de DPO",
    "ask.new_dpo": "Nieuwe wachtzin voor de DPO",
    "ask.again": "Nog eens",
    "ask.differ": "Dat was niet tweemaal hetzelfde.",
    "ask.empty": "Een lege wachtzin beschermt niets.",
    "ask.short": "Die wachtzin is te kort: neem minstens 12 tekens, of 4 woorden.",
    # Wat er staat bij een feit
    "label.school": "school",
    "label.number": "nummer",
    "label.classes": "klassen",
    "label.pupils": "leerlingen",
    "label.laptops": "laptops",
    "label.enrolled": "ingeschreven",
    "label.folder": "map",
    "label.file": "bestand",
    "label.until": "tot",
}
