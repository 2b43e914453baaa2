# SPDX-License-Identifier: GPL-3.0-or-later
"""Klaslijsten van andere systemen, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "csv.utf16": "UTF-16. Bewaar het bestand als CSV UTF-8.",
    "csv.not_encoded": "dit is geen {encoding}. Kijk na wat er bij encoding staat.",
    "csv.too_much": (
        "te veel: hoogstens {rows} rijen, en na {count} fouten houden we op."
    ),
    "csv.column_twice": "deze kolom staat er twee keer in.",
    "csv.both_roles": "is leerling en leerkracht tegelijk.",
    "csv.not_born": "geen geboortedatum van een leerling.",
    "csv.day_ymd": (
        "{text} is geen datum zoals 2026-09-01. Staat de dag vooraan? Geef --dates dmy."
    ),
    "csv.day_dmy": "{text} is geen datum zoals 01/09/2026.",
    "csv.day_mdy": "{text} is geen datum zoals 09/01/2026.",
    "csv.no_day": "{text}: die dag bestaat niet.",
    "csv.ends_first": "de laatste dag komt voor de eerste.",
    "csv.many_pupils": "{count} leerlingen in een klas; hoogstens {most}.",
    "csv.many_teachers": "{count} leerkrachten in een klas; hoogstens {most}.",
    "csv.many_lessons": "deze klas heeft te veel lessen.",
    "csv.lesson_teachers": "een les heeft 1 tot {most} leerkrachten.",
    "csv.overlap": "deze les valt samen met een andere van de klas.",
    "set.old_year": "deze klassen zijn van {year}; dat schooljaar is voorbij.",
    "set.far_year": "{year} kan vanaf juli ingelezen worden.",
    "set.schools": (
        "hier staan klassen van meer scholen. Kies er een met --org: {names}."
    ),
    "set.no_school": "er zijn geen klassen van een school {name}.",
    "set.other_schools": (
        "{count} klas van een andere school blijft weg.|{count} klassen van andere "
        "scholen blijven weg."
    ),
    "set.other_years": (
        "{count} klas van een ander schooljaar dan {year} blijft weg.|{count} klassen "
        "van een ander schooljaar dan {year} blijven weg."
    ),
    "set.no_class": (
        "{count} leerling zonder klas blijft weg.|{count} leerlingen zonder klas "
        "blijven weg."
    ),
    "set.version": "OneRoster {version}; we lezen 1.1 en 1.2.",
    "set.delta": (
        "{name} bevat alleen wijzigingen (delta). Maak een volledige set (bulk): "
        "anders weten we niet wie weg is."
    ),
    "set.promised": "{name} hoort erbij en is er niet.",
    "set.denied": "{name} hoort er niet bij en is er wel.",
    "source.twice": "{name} is er twee keer bij. Geef elk bestand één keer.",
    "source.odd_name": (
        "Een bestand heeft een onzichtbaar teken in zijn naam. Geef het een gewone."
    ),
    "source.too_much": "Te veel: hoogstens 100 bestanden en {most} MiB.",
    "source.nothing": "In {file} staat geen CSV-bestand.",
    "source.no_file": "{file} is geen bestand.",
    "source.too_large": "{file} is groter dan {most} MiB. Zo groot is geen klaslijst.",
    "source.broken_zip": (
        "{file} is geen zip die we kunnen lezen. Maak ze opnieuw, of geef de map."
    ),
    "source.escapes": (
        "{file} bevat een naam die naar een andere map wijst. We lezen ze niet."
    ),
    "source.locked": "{file} heeft een wachtwoord. Pak ze eerst uit en geef de map.",
    "source.folders": (
        "In {file} staan CSV-bestanden in meer dan één map. Geef één map."
    ),
    "mapping.no_toml": "{file} is geen geldige TOML: {why}.",
    "mapping.unknown": "{file}: {name} kennen we niet.",
    "mapping.no_text": "{file}: bij {name} hoort een tekst tussen aanhalingstekens.",
    "mapping.missing": "{file}: {name} ontbreekt.",
    "mapping.no_choice": "{file}: kies bij {name}.",
    "mapping.no_part": "{file}: {name} hoort een deel te zijn, met regels eronder.",
    "mapping.no_file": "dit bestand is er niet bij.",
    "mapping.many_files": "hier past meer dan één bestand bij.",
    "mapping.two_names": "dezelfde als op regel {line}, met een andere naam.",
    "mapping.there": "{file} bestaat al. Er is niets veranderd.",
    "mapping.made": (
        "Vul {file} in: welke kolom van jullie bestand wat is. Lees daarna in met "
        "--mapping {file}."
    ),
    "import.year": "Schooljaar {year}.",
    "import.year_word": "{given} is geen schooljaar zoals 2026-2027.",
    "import.many_leave": (
        "Let op: {leaving} van de {count} leerlingen zouden geen klas meer hebben. Is "
        "deze set volledig?"
    ),
    "import.sure": "Inlezen? (j/n)",
    "import.done": "Ingelezen.",
    "import.not_done": "Er is niets veranderd.",
    "import.say_yes": (
        "Er zou iets veranderen. Kijk het na en zeg ja, of geef --yes. Er is niets "
        "veranderd."
    ),
    "import.say_many": (
        "Zoveel leerlingen gaan niet weg zonder dat iemand het bevestigt. Kijk het na "
        "en zeg ja, of geef ook --many-leave. Er is niets veranderd."
    ),
    "import.overtaken": (
        "Het register veranderde intussen. Er is niets ingelezen; kijk opnieuw."
    ),
    "import.forgotten": (
        "Vergeten, 30 dagen na hun schooljaar: {pupils} leerlingen, {classes} "
        "klassen, {teachers} leerkrachten."
    ),
    "import.reading": "lezen",
    "import.comparing": "vergelijken",
    "import.writing": "inlezen",
    "import.report": "De hele lijst staat in {file}.",
    "report.there": "{file} bestaat al. Geef een andere naam.",
    "report.file": "bestand",
    "report.line": "regel",
    "report.column": "kolom",
    "report.why": "waarom",
    "report.who": "wie",
    "report.before": "voor",
    "report.after": "na",
    "report.what": "wat",
    "publish.other_age": (
        "De afspraken laten leerlingen beslissen vanaf {new} jaar; de klassen werden "
        "ingelezen met {old}. Lees de klassen opnieuw in."
    ),
    "help.class mapping": (
        "Zet een bestand klaar waarin staat welke kolom van een andere export wat is."
    ),
    "meta.sources": "MAP-ZIP-OF-BESTANDEN",
    "opt.class import.sources": "De set: een map, een zip, of de bestanden zelf.",
    "opt.class import.mapping_file": "Welke kolom wat is (class mapping).",
    "opt.class import.org": "Welke school van de set, op nummer of naam.",
    "opt.class import.year": (
        "Het schooljaar, zoals 2026-2027; anders dat van de set of van nu."
    ),
    "opt.class import.dates": "Hoe 04/03/2012 te lezen is; anders alleen 2012-03-04.",
    "opt.class import.report": (
        "Schrijf alle fouten of veranderingen in dit CSV-bestand."
    ),
    "opt.class import.yes": "Vraag niets.",
    "opt.class import.many_leave": (
        "Met --yes: ook als veel leerlingen geen klas meer hebben."
    ),
    "opt.class mapping.out": "Waar het bestand komt.",
    "meta.out": "BESTAND",
}
