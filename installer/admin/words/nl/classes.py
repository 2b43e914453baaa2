# SPDX-License-Identifier: GPL-3.0-or-later
"""Klassen, mensen en laptops, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Klassen inlezen
    "fault.file": "{file}: {why}",
    "fault.line": "{file}, regel {line}: {why}",
    "fault.column": "{file}, regel {line}, kolom {column}: {why}",
    "csv.no_file": "dit bestand ontbreekt.",
    "csv.unknown": "dit bestand kennen we niet. Deze wel: {names}.",
    "csv.not_utf8": "geen UTF-8. Bewaar het bestand als CSV UTF-8.",
    "csv.no_column": (
        "deze kolom ontbreekt in de kop.|deze kolommen ontbreken in de kop."
    ),
    "csv.broken": "geen geldige CSV: een aanhalingsteken heeft geen tweede.",
    "csv.size": "hier staan {has} velden, in de kop {heading}.",
    "csv.empty": "is leeg.",
    "csv.long": "langer dan {most} tekens.",
    "csv.odd": "een onzichtbaar teken in de tekst.",
    "csv.formula": "begint als een formule (=, +, - of @) en is geen naam.",
    "csv.twice": "staat er al, op regel {line} van {file}.",
    "csv.no_class": "er is geen klas {name}.",
    "csv.no_student": "er is geen leerling {name}.",
    "csv.no_teacher": "er is geen leerkracht {name}.",
    "csv.not_theirs": "{name} geeft geen les aan deze klas (enrollments.csv).",
    "csv.backwards": "de les eindigt voor ze begint.",
    "csv.clock": "geen uur zoals 08:25.",
    "csv.day": "geen datum zoals 2026-09-01.",
    "csv.slot_day": "geen dag (ma di wo do vr za zo) en geen datum zoals 2026-09-01.",
    "import.faults": (
        "{faults}\n"
        "{count} fout. Er is niets ingelezen.|"
        "{faults}\n"
        "{count} fouten. Er is niets ingelezen."
    ),
    "import.only_looked": "Alleen gekeken; er is niets veranderd.",
    "change.nothing": "Er verandert niets.",
    "change.more": "  … en nog {count}",
    "change.pupil_left": "  - leerling {who} uit {before}",
    "change.pupil_left.total": "leerlingen weg: {count}",
    "change.pupil_moved": "  > leerling {who} van {before} naar {after}",
    "change.pupil_moved.total": "leerlingen in een andere klas: {count}",
    "change.pupil_added": "  + leerling {who} in {after}",
    "change.pupil_added.total": "leerlingen nieuw: {count}",
    "change.pupil_back": "  + leerling {who} terug in {after}",
    "change.pupil_back.total": "leerlingen terug: {count}",
    "change.pupil_in_more": "  + leerling {who} ook in {after}",
    "change.pupil_in_more.total": "leerlingen erbij in een klas: {count}",
    "change.pupil_in_less": "  - leerling {who} niet meer in {before}",
    "change.pupil_in_less.total": "leerlingen uit een van hun klassen: {count}",
    "change.pupil_renamed": "  ~ leerling {before} heet nu {after}",
    "change.pupil_renamed.total": "leerlingen met een nieuwe naam: {count}",
    "change.pupil_age": "  ~ leerling {who}: de dag waarop die alleen beslist",
    "change.age_waits": (
        "  ! leerling {who}: zou vroeger alleen beslissen; dat geldt pas als kantoor "
        "en DPO allebei tekenden"
    ),
    "change.age_waits.total": "leerlingen die wachten op de DPO: {count}",
    "change.pupil_age.total": "leerlingen met een andere leeftijdsgrens: {count}",
    "change.no_kept": (
        "  ! leerling {who}: wat thuis of op papier geweigerd werd, gaat mee"
    ),
    "change.no_kept.total": (
        "leerlingen van wie een nee of vrijstelling meegaat: {count}"
    ),
    "change.yes_ended": (
        "  ! leerling {who}: het ja van thuis gold voor de vorige klas, vraag het "
        "opnieuw"
    ),
    "change.yes_ended.total": "leerlingen van wie het ja van thuis ophoudt: {count}",
    "change.class_gone": "  - klas {who} heeft geen leerlingen meer",
    "change.class_gone.total": "klassen leeg: {count}",
    "change.class_added": "  + klas {who}",
    "change.class_added.total": "klassen nieuw: {count}",
    "change.class_renamed": "  ~ klas {before} heet nu {after}",
    "change.class_renamed.total": "klassen met een nieuwe naam: {count}",
    "change.teacher_added": "  + leerkracht {who}",
    "change.teacher_added.total": "leerkrachten nieuw: {count}",
    "change.teacher_renamed": "  ~ leerkracht {before} heet nu {after}",
    "change.teacher_renamed.total": "leerkrachten met een nieuwe naam: {count}",
    "change.teaches": "  + {who} geeft les aan {after}",
    "change.teaches.total": "opdrachten nieuw: {count}",
    "change.teaches_days": "  ~ {who} in {after}",
    "change.teaches_days.total": "opdrachten met andere dagen: {count}",
    "change.teaches_not": "  - {who} geeft geen les meer aan {before}",
    "change.teaches_not.total": "opdrachten weg: {count}",
    "change.timetable": "  ~ lesrooster van {who} ({after})",
    "change.timetable.total": "lesroosters anders: {count}",
    # Leerlingen en leerkrachten
    "no_pupil": "Er is geen leerling {who}. Probeer het nummer uit users.csv.",
    "several.no_pupil": (
        "Er zijn {count} leerlingen {who}. Geef het nummer uit users.csv."
    ),
    "no_teacher": "Er is geen leerkracht {who}. Probeer het nummer uit users.csv.",
    "several.no_teacher": (
        "Er zijn {count} leerkrachten {who}. Geef het nummer uit users.csv."
    ),
    "no_class": "Er is geen klas {name}.",
    "not_in_class": "{who} zit niet in die klas.",
    "noted": "Genoteerd: {who}. Het geldt vanaf de volgende publicatie.",
    "noted.back": (
        "Teruggenomen: {who}. Wat al gepubliceerd was, blijft gelden tot kantoor en "
        "DPO allebei tekenden."
    ),
    "revoke.nobody": "Er is geen laptop of leerkracht met een certificaat: {who}.",
    "teacher.days": "De eerste dag {first} komt na de laatste {last}.",
    "teacher.added": "{name} geeft les aan {klass} van {first} tot en met {last}.",
    "teacher.no_request": (
        "{file} is geen aanvraag van een console (inzage-console request)."
    ),
    "teacher.bad_request": (
        "De aanvraag bewijst niet dat de console haar sleutel heeft. Laat ze "
        "opnieuw maken."
    ),
    "teacher.bundled": "Op het toestel van {who}: inzage-console import {file}",
    # Laptops
    "token.hours": "Een token leeft 1 tot {most} uur.",
    "token.uses": "Een token is voor 1 tot {most} laptops.",
    "token.address": "{given} is geen adres met een poort, zoals 10.0.0.5:47312.",
    "enrol.on_laptop": "Daarna op elke laptop: inzage-agentd enrol {file}",
    "enrol.no_token": "Er is nog geen token gemaakt.",
    "enrol.listens": "luistert op {address}:{port}",
    "enrol.enrolled": "{label}: ingeschreven, nog zonder leerling",
    "enrol.no_ask": (
        "{file} is geen aanvraag van een laptop (inzage-agentd enrol --ask)."
    ),
    "enrol.bad_ask": (
        "Dit is geen geldige aanvraag van een laptop. Laat ze opnieuw maken."
    ),
    "enrol.signed": "{label}: op de laptop: inzage-agentd enrol --accept {file}",
    "enrol.waiting": "{count} laptop zonder leerling.|{count} laptops zonder leerling.",
    "enrol.who": "Noem een laptop en een leerling, of geef een lijst met --csv.",
    "assign.faults": (
        "{faults}\n"
        "{count} fout. Er is niets veranderd.|"
        "{faults}\n"
        "{count} fouten. Er is niets veranderd."
    ),
    "laptops.columns": (
        "hier staat {count} kolom, geen 2 (laptop en leerling).|"
        "hier staan {count} kolommen, geen 2 (laptop en leerling)."
    ),
    "laptops.twice": "{name} staat er twee keer in.",
    "laptops.no_laptop": "er is geen laptop {name}.",
    "several.laptops.no_laptop": "er zijn {count} laptops {name}. Geef het nummer.",
    "laptops.no_pupil": "er is geen leerling {name}.",
    "several.laptops.no_pupil": (
        "er zijn {count} leerlingen {name}. Geef het nummer uit users.csv."
    ),
    "laptops.heading": (
        "Is regel 1 een kop? Noem de kolommen laptop en leerling, of laat ze weg."
    ),
}
