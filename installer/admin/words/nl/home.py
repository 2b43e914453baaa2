# SPDX-License-Identifier: GPL-3.0-or-later
"""Publiceren, ouders en hoe het staat, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Publiceren
    "publish.busy": "publiceren",
    "publish.no_charter": (
        "Er is niets gepubliceerd: er zijn nog geen afspraken die kantoor en DPO "
        "allebei tekenden."
    ),
    "publish.no_class": (
        "Er is niets gepubliceerd: voor dit schooljaar is er nog geen klas met "
        "leerlingen of leerkrachten."
    ),
    "publish.cleared": (
        "De papieren van de vorige klassen zijn weggehaald, met hun namen."
    ),
    "publish.nothing": "Er is nog niets gepubliceerd, dus er valt niets te verlengen.",
    "sheet.refused": (
        "Klas {klass}: {faults}\n"
        "Er is niets gepubliceerd. Maak het in orde en lees de klassen opnieuw "
        "in."
    ),
    "sheet.other": (
        "Klas {klass}: een naam, een les of een laptop past niet in een papier "
        "van de school. Er is niets gepubliceerd."
    ),
    "sheet.same_name": (
        "twee leerkrachten heten allebei {name}; geef een van hen een langere naam."
    ),
    "sheet.overlap": "twee lessen vallen samen op {day}: {hours}.",
    "sheet.nobody": "de les {hours} heeft geen leerkracht.",
    "sheet.outside": (
        "de les op {day}, {hours}, valt buiten de uren of in een vakantie van de "
        "afspraken."
    ),
    "day.mo": "maandag",
    "day.tu": "dinsdag",
    "day.we": "woensdag",
    "day.th": "donderdag",
    "day.fr": "vrijdag",
    "day.sa": "zaterdag",
    "day.su": "zondag",
    # Ouders
    "guardian.purposes": (
        "Zeg voor welk doel de ouder ja zei, elk apart: --purpose overview, view "
        "of show."
    ),
    "guardian.which_class": (
        "{who} zit in meer dan een klas ({classes}). Zeg met --class voor welke "
        "het ja is."
    ),
    "guardian.of_age": (
        "{who} beslist alleen sinds {since}: een ja van een ouder is niet nodig "
        "en wordt niet genoteerd. Een nee wel."
    ),
    "guardian.role": (
        "Wie het formulier nakeek: een functie op school van 1 tot {most} tekens, "
        "zoals secretariaat."
    ),
    "guardian.name": (
        "{name} is een naam. Noem de functie van wie het nakeek, zoals secretariaat."
    ),
    "guardian.day": (
        "De datum {day} past niet bij dit schooljaar: een formulier is van "
        "{first} tot en met {last}."
    ),
    "guardian.entered_yes": (
        "{who}, {klass}: ja van een ouder voor {purposes}. Nog twee "
        "handtekeningen, en de leerling kiest daarna zelf."
    ),
    "guardian.entered_no": "{who}, {klass}: nee van een ouder voor {purposes}.",
    "guardian.faults": (
        "{faults}\n"
        "{count} fout. Er is niets genoteerd.|"
        "{faults}\n"
        "{count} fouten. Er is niets genoteerd."
    ),
    "guardian.imported": "{count} formulier genoteerd.|{count} formulieren genoteerd.",
    "guardian.nothing": "Van {who} stond er niets om terug te nemen.",
    "guardian.withdrawn": (
        "{who}: {count} beslissing teruggenomen. Een ja telt niet meer vanaf de "
        "volgende publicatie; een nee blijft gelden tot kantoor en DPO allebei "
        "tekenden.|"
        "{who}: {count} beslissingen teruggenomen. Een ja telt niet meer vanaf de "
        "volgende publicatie; een nee blijft gelden tot kantoor en DPO allebei "
        "tekenden."
    ),
    "guardian.row_yes": "{klass}  {who}  {purpose}: ja ({stage}); {day}, {checked_by}",
    "guardian.row_no": "{klass}  {who}  {purpose}: nee; {day}, {checked_by}",
    "guardian.row_missing": (
        "{klass}  {who}: nog geen formulier; beslist alleen vanaf {since}"
    ),
    "guardian.counted": "{count} regel.|{count} regels.",
    "forms.answer": "yes of no (ja, nee, oui, non).",
    "forms.how": "kies uit {choices}.",
    "forms.purposes": "overview, view of show, meer met ; ertussen.",
    "stage.no": "nee",
    "stage.entered": "nog door niemand getekend",
    "stage.proposed": "wacht op de DPO",
    "stage.signed": "getekend, wacht op publicatie",
    "stage.in_force": "geldt",
    "stage.over": "voorbij",
    "widening.none": "In {folder} ligt geen verruiming klaar.",
    "widening.differs": (
        "Nummer {number} zegt iets anders dan de lijst (widenings.csv), of staat "
        "er niet in. Er is niets getekend; vraag het kantoor een nieuwe map."
    ),
    "widening.no_number": "In {folder} ligt geen nummer {number}.",
    "widening.proposed": (
        "{count} verruiming ligt klaar voor de DPO in {folder}.|"
        "{count} verruimingen liggen klaar voor de DPO in {folder}."
    ),
    "widening.proposal": (
        "{number}: {who}, {klass}, {what}; formulier van {day}, nagekeken door "
        "{checked_by}"
    ),
    "widening.proposal_list": (
        "{number}: {who}, {klass}, {what}; uit de leerlingenlijst"
    ),
    "widening.signed": "{count} verruiming getekend.|{count} verruimingen getekend.",
    "widening.row": "{klass}  {who}  {what}: {stage}",
    "widening.counted": "{count} verruiming.|{count} verruimingen.",
    "wider.yes": "{purpose}, ja van een ouder",
    "wider.objection_ended": "{purpose}, bezwaar teruggenomen",
    "wider.no_ended": "{purpose}, nee van een ouder teruggenomen",
    "wider.exemption_ended": "vrijstelling van aandacht teruggenomen",
    "wider.decides": "beslist alleen vanaf {day}",
    # Hoe het staat
    "mark": "{what}",
    "level.ok": "  ok   ",
    "level.soon": "LET OP ",
    "level.wrong": "FOUT   ",
    "status.school": "{name}, nummer {number}",
    "status.trust": (
        "vertrouwensbrief en certificaten van de school tot {until} (school renew)"
    ),
    "status.dpo_waits": "een andere DPO telt vanaf {day}; leerlingen zien dat",
    "status.no_charter": "er zijn geen afspraken die kantoor en DPO allebei tekenden",
    "status.charter_waits": "de afspraken nummer {number} wachten op de DPO",
    "status.charter_begins": "de afspraken beginnen pas op {day}",
    "status.charter": "afspraken nummer {number} geldig tot en met {until}",
    "status.review": "afspraken nummer {number} te herzien voor {until}",
    "status.council": "het overleg met de schoolraad geldt tot en met {until}",
    "status.not_published": "er is nog niets gepubliceerd",
    "status.sets": "papieren verlengen voor {until} (publish --fresh)",
    "status.behind": "er is iets veranderd dat nog niet gepubliceerd is",
    "status.no_classes": "er zijn geen klassen voor dit schooljaar",
    "status.class": (
        "klas {name}: {count} leerling, {laptops} met een laptop|"
        "klas {name}: {count} leerlingen, {laptops} met een laptop"
    ),
    "status.laptops_waiting": (
        "{count} laptop wacht op een leerling (enrol list)|"
        "{count} laptops wachten op een leerling (enrol list)"
    ),
    "status.forms": (
        "klas {name}: van {count} leerling ontbreekt een formulier van thuis "
        "(guardian list --missing)|"
        "klas {name}: van {count} leerlingen ontbreekt een formulier van thuis "
        "(guardian list --missing)"
    ),
    "status.yes_entered": (
        "{count} verruiming is nog door niemand getekend (widening propose)|"
        "{count} verruimingen zijn nog door niemand getekend (widening propose)"
    ),
    "status.yes_proposed": (
        "{count} verruiming wacht op de DPO (widening sign)|"
        "{count} verruimingen wachten op de DPO (widening sign)"
    ),
    "status.yes_signed": (
        "{count} verruiming wacht op publicatie (publish)|"
        "{count} verruimingen wachten op publicatie (publish)"
    ),
    "status.yes_in_force": "{count} verruiming geldt|{count} verruimingen gelden",
    "status.no_bundle": "{name} heeft nog geen certificaat (teacher bundle)",
    "status.teacher": "{name}: certificaat tot {until} (teacher renew)",
}
