# SPDX-License-Identifier: GPL-3.0-or-later
"""De school en haar afspraken, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Het kantoor en de school
    "office.none": "In {home} staat geen kantoor.",
    "office.settings": "{file} is niet in orde. Zet het terug uit een back-up.",
    "office.no_register": (
        "Het register {file} is er niet. Zet het terug uit een back-up."
    ),
    "office.no_trust": (
        "In {folder} ligt geen vertrouwensbrief (trust.json). Zet de map terug "
        "uit een back-up."
    ),
    "office.bad_trust": (
        "De vertrouwensbrief in {folder} (trust.json) is beschadigd. Zet de map "
        "terug uit een back-up."
    ),
    "office.no_paper": "Dit papier is nog niet gepubliceerd: {name}.",
    "school.there": "In {home} staat al een school. Er is niets veranderd.",
    "school.no_passphrase": "De sleutels van een school hebben een wachtzin nodig.",
    "school.root_here": (
        "{folder} ligt in de map van het kantoor. De wortelsleutel mag daar niet "
        "blijven: geef met --root een stick."
    ),
    "school.no_stick": (
        "{folder} is er niet, of is geen map. Zit de stick erin? Maak de map "
        "eerst, op de stick."
    ),
    "school.same_disk": (
        "{folder} ligt op dezelfde schijf als het kantoor. De wortelsleutel hoort"
        " op een stick: kijk of die erin zit. Heb je er geen, geef dan "
        "--same-disk en breng root.key daarna zelf weg."
    ),
    "school.zone": "{given} is geen tijdzone, zoals Europe/Brussels.",
    "school.name": "De naam van een school heeft 1 tot {most} tekens.",
    "school.made": (
        "Zet {file} op een stick, in een kast. Het nummer komt op de brief aan de "
        "ouders."
    ),
    "school.renewed": "Een nieuwe vertrouwensbrief, tot {until}.",
    "school.dpo_waits": (
        "De nieuwe DPO telt vanaf {day}; tot dan zien de leerlingen dat er een "
        "ander komt."
    ),
    "renew.root": (
        "Dit is niet de wortelsleutel van deze school. Neem de stick die bij "
        "school init gemaakt is."
    ),
    "renew.old_dpo": "Dit is niet de sleutel van de DPO die nu geldt.",
    "dpo.made": (
        "{file} is gemaakt. Alleen dat bestand gaat naar de school; de rest "
        "blijft hier."
    ),
    "dpo.office_here": (
        "In {folder} ligt een sleutel van het kantoor. De DPO maakt een sleutel "
        "op een eigen toestel: twee handtekeningen zijn twee plaatsen."
    ),
    "dpo.no_public": "{file} is geen dpo.pub, zoals dpo init het maakt.",
    "dpo.no_key": "In {folder} ligt geen sleutel van een DPO (dpo.key).",
    "dpo.no_laptop": "{laptop} is geen nummer van een laptop: 32 tekens, 0-9 en a-f.",
    "dpo.no_trust": "{file} is geen vertrouwensbrief van een school (trust.json).",
    "dpo.no_text": "Een opmerking heeft 1 tot {most} tekens.",
    "dpo.no_reason": "Een reden heeft 1 tot {most} tekens.",
    "dpo.read_order": (
        "{file} is getekend en geldt een week, voor die ene laptop. De leerling "
        "ziet dat je de lijst las."
    ),
    "dpo.note_order": (
        "{file} is getekend en geldt een week, voor die ene laptop. De leerling "
        "ziet de opmerking."
    ),
    "dpo.erase_order": (
        "{file} is getekend en geldt een week, voor die ene laptop. De leerling leest "
        "je reden. Na 14 dagen gaan de woorden weg, tenzij de leerling de lijst laat "
        "bewaren."
    ),
    # De afspraken
    "charter.form": (
        "Het formulier staat klaar: {file}. Vul het in met een gewone tekstbewerker."
    ),
    "charter.form_there": "{file} bestaat al. Er is niets veranderd.",
    "charter.no_form": "Het formulier {file} is er niet.",
    "charter.proposed": (
        "De afspraken, nummer {number}, zijn in orde en als kantoor getekend. Ze "
        "liggen in {folder}."
    ),
    "charter.none": "In {folder} liggen geen voorgestelde afspraken.",
    "charter.damaged": (
        "De afspraken in {folder} zijn beschadigd. Vraag ze opnieuw aan het kantoor."
    ),
    "charter.signed": "De afspraken, nummer {number}, zijn getekend.",
    "form.faults": (
        "{faults}\n"
        "{count} ding in {file} is nog niet in orde. Er is niets "
        "getekend.|{faults}\n"
        "{count} dingen in {file} zijn nog niet in orde. Er is niets getekend."
    ),
    "form.toml": (
        "Regel {line}: dit is geen geldig formulier. Kijk na of elk "
        "aanhalingsteken en elk haakje een tweede heeft."
    ),
    "form.blank": "Vul nog in: {place}.",
    "form.missing": "Dit ontbreekt: {place}.",
    "form.unknown": "Dit hoort hier niet: {place}.",
    "form.block": "{place}: hier hoort een blok.",
    "form.list": "{place}: hier hoort een lijst, tussen [ en ].",
    "form.some": "{place}: minstens een, hoogstens {most}.",
    "form.text": "{place}: een tekst van 1 tot {most} tekens.",
    "form.odd": "{place}: er staat een onzichtbaar teken in de tekst.",
    "form.number": "{place}: een getal van {low} tot {high}, niet {given}.",
    "form.choice": "{place}: kies uit {choices}, niet {given}.",
    "form.day": "{place}: een datum zoals 2026-09-01.",
    "form.clock": '{place}: een uur zoals "08:25".',
    "form.code": "{place}: een naam van kleine letters, cijfers en _.",
    "form.truth": "{place}: true of false.",
    "form.promise": (
        "{place}: zet dit op true. Zonder de belofte dat een nee geen gevolgen "
        "heeft, kan het niet."
    ),
    "form.network": "{place}: {given} is geen netwerk zoals 10.20.0.0/16.",
    "form.loose": "{place}: schrijf {given} als {right}.",
    "form.public": (
        "{place}: {given} is geen netwerk van de school zelf, maar van het internet."
    ),
    "form.order": "{first} moet voor {last} komen.",
    "form.weekend": (
        "{place}: {given} is in het weekend, en dan kijkt er nooit iemand. Neem "
        "die dag weg."
    ),
    "form.life": (
        "{place}: van {first} tot en met {last}; afspraken leven hoogstens 12 maanden."
    ),
    "form.over": "{place}: die dag is al voorbij.",
    "form.twice": "{place}: {given} staat er twee keer.",
}
