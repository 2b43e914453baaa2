# SPDX-License-Identifier: GPL-3.0-or-later
"""De uitleg van elke opdracht, in het Nederlands."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Wat elke opdracht doet
    "help.": "Alles wat het kantoor van een school met Inzage doet.",
    "help.school": "Een school beginnen, en haar sleutels verlengen.",
    "help.school init": (
        "Maak een school: sleutels, een eerste vertrouwensbrief en een leeg "
        "register.\n"
        "\n"
        "De DPO maakt eerst een eigen sleutel: dpo init. De wortelsleutel komt op "
        "een stick, die daarna in een kast gaat."
    ),
    "help.school renew": (
        "Verleng de vertrouwensbrief met de wortelsleutel van de stick.\n"
        "\n"
        "Met --dpo krijgt de school een andere DPO. Tekent de vorige DPO mee "
        "(--old-dpo), dan geldt dat meteen; anders na 14 dagen, en zolang zien de "
        "leerlingen het.\n\nIs een sleutel weg, of had iemand anders hem? Met "
        "--new-office, --new-fresh of --new-root komt er een nieuwe; publiceer "
        "daarna meteen."
    ),
    "help.dpo": "Voor de DPO, op een eigen toestel.",
    "help.dpo init": (
        "Maak de sleutel van de DPO in DIR. Alleen dpo.pub gaat naar de school."
    ),
    "help.dpo read": (
        "Vraag om de lijst van één laptop te lezen, bijvoorbeeld bij een klacht.\n"
        "\n"
        "Op de laptop: inzage-agentd officer BESTAND LIJST.zip. De leerling ziet "
        "in de eigen lijst dat je haar las."
    ),
    "help.dpo note": (
        "Voeg een opmerking toe aan de lijst van één laptop. Niets in een lijst "
        "wordt ooit veranderd; een opmerking komt ernaast.\n"
        "\n"
        "Op de laptop: inzage-agentd officer BESTAND."
    ),
    "help.dpo erase": (
        "Vraag om woorden in de lijst van één laptop te wissen: van één regel, of "
        "alle.\n"
        "\n"
        "De leerling leest je reden in de eigen lijst. Na 14 dagen gaan de woorden "
        "weg, ook bij de leraar. Laat de leerling de lijst bewaren, dan vervalt de "
        "vraag.\n"
        "\n"
        "Op de laptop: inzage-agentd officer BESTAND."
    ),
    "help.charter": "De afspraken van de school.",
    "help.charter new": "Zet een leeg formulier klaar: DIR/charter.toml.",
    "help.charter propose": (
        "Controleer het formulier en teken het als kantoor.\n"
        "\n"
        "Alles wat niet in orde is, wordt in één keer gezegd."
    ),
    "help.charter sign": "Voor de DPO: teken de voorgestelde afspraken. Lees ze eerst.",
    "help.class": "Klassen, leerlingen en lesroosters.",
    "help.class import": (
        "Lees klassen in: een set van OneRoster (1.1, 1.2) of School Data Sync (2.1), "
        "of een andere export met --mapping; een map, een zip of losse "
        "bestanden.\n\nÉén foute rij en er wordt niets ingelezen; elke fout staat er "
        "met bestand, regel en kolom. Verandert er iets aan klassen die er al zijn, "
        "dan staat eerst wat."
    ),
    "help.teacher": "Leerkrachten en hun toestel.",
    "help.teacher add": (
        "Laat iemand lesgeven aan een klas, bijvoorbeeld een vervanger voor één dag."
    ),
    "help.teacher bundle": (
        "Beantwoord de aanvraag van een console (inzage-console request)."
    ),
    "help.teacher renew": "Hetzelfde als bundle: een certificaat leeft 120 dagen.",
    "help.enrol": "Laptops inschrijven.",
    "help.enrol token": (
        "Maak een token: één bestand voor een heel image, hoogstens een dag geldig."
    ),
    "help.enrol serve": "Antwoord laptops met een token, tot Ctrl-C.",
    "help.enrol sign": "Beantwoord een aanvraag die op een stick kwam.",
    "help.enrol list": "Toon de laptops die nog geen leerling hebben.",
    "help.enrol assign": (
        "Geef een laptop aan een leerling, of een hele lijst met --csv."
    ),
    "help.optout": (
        "Noteer een bezwaar van een leerling of ouder. Er is geen reden nodig, en "
        "het wint altijd."
    ),
    "help.exempt": "Stel een leerling vrij van het aandachtsscherm.",
    "help.guardian": "Wat ouders en voogden op papier beslisten.",
    "help.guardian add": (
        "Noteer een formulier van een ouder: ja of nee, voor een klas en voor elk "
        "doel apart.\n"
        "\n"
        "Onder de leeftijd van de afspraken is dat ja nodig, naast het ja van de "
        "leerling zelf. Een nee geldt altijd. Het formulier blijft op school; "
        "hier komt wie het nakeek, hoe en wanneer. Wat een leerling zelf kiest, "
        "komt hier nooit."
    ),
    "help.guardian import": (
        "Lees een lijst van formulieren: pupil, class, purposes, answer, "
        "checked_by, how, date.\n"
        "\n"
        "Één foute rij en er wordt niets genoteerd. In purposes staan er soms "
        "meer: overview;view."
    ),
    "help.guardian list": (
        "Toon per leerling wat er genoteerd is, en van wie nog een formulier ontbreekt."
    ),
    "help.guardian withdraw": "Neem terug wat een ouder besliste, een ja of een nee.",
    "help.widening": (
        "Wat meer toelaat, met twee handtekeningen: kantoor en DPO. Het ja van ouders, "
        "en wat teruggenomen is: een bezwaar, een nee, een vrijstelling, een leeftijd."
    ),
    "help.widening propose": (
        "Teken als kantoor elke verruiming die nog niet getekend is, en leg ze klaar "
        "voor de DPO."
    ),
    "help.widening sign": (
        "Voor de DPO: lees wat het kantoor voorstelt en teken het.\n"
        "\n"
        "Leg de lijst naast de formulieren op papier. Wat niet klopt, haal je met "
        "--only niet mee."
    ),
    "help.widening list": "Toon hoe ver elke verruiming is.",
    "help.revoke": "Maak het certificaat van een laptop of leerkracht ongeldig.",
    "help.publish": (
        "Schrijf alle papieren van de school in DIR/published.\n"
        "\n"
        "Met --fresh worden ze alleen verlengd; dat kan elke nacht, zonder "
        "wachtzin."
    ),
    "help.status": (
        "Zeg hoe het met de school staat: wat er ontbreekt, wat wanneer verloopt "
        "en wat je nu doet."
    ),
    # Wat een opdracht neemt
    "opt.language": (
        "Taal van alles wat hier staat; anders INZAGE_LANGUAGE of de taal van het "
        "systeem."
    ),
    "opt._click_default_help": "Toon deze uitleg.",
    "opt.version": "Welke versie dit is.",
    "opt.home": "De map van het kantoor.",
    "opt.dpo init.home": "Een map van de DPO alleen.",
    "opt.dpo read.home": "De map van de DPO, met dpo.key.",
    "opt.dpo note.home": "De map van de DPO, met dpo.key.",
    "opt.dpo erase.home": "De map van de DPO, met dpo.key.",
    "opt.dpo read.device": (
        "Nummer van de laptop, zoals inzage-agentd status het toont."
    ),
    "opt.dpo note.device": (
        "Nummer van de laptop, zoals inzage-agentd status het toont."
    ),
    "opt.dpo erase.device": (
        "Nummer van de laptop, zoals inzage-agentd status het toont."
    ),
    "opt.note_text": "De opmerking, tot 280 tekens.",
    "opt.reason_text": "De reden die de leerling leest, tot 140 tekens.",
    "opt.trust_file": "trust.json van de school.",
    "opt.order_file": "Waar de vraag komt.",
    "opt.about": "Nummer van de regel waar de opmerking bij hoort.",
    "opt.dpo erase.about": "Nummer van de regel; 0 is de hele lijst van nu.",
    "opt.passphrase_file": (
        "Bestand met de wachtzin op de eerste regel; anders wordt ze gevraagd. "
        "Een nieuwe heeft minstens 12 tekens, of 4 woorden."
    ),
    "opt.name": "De naam zoals leerlingen ze kennen.",
    "opt.teacher add.name": "Naam van de leerkracht.",
    "opt.dpo_file": "dpo.pub van de DPO.",
    "opt.root_folder": "Waar root.key komt of ligt: een stick.",
    "opt.same_disk": (
        "De wortelsleutel mag op de schijf van het kantoor komen; je brengt hem "
        "zelf weg."
    ),
    "opt.old_dpo": "Map met dpo.key van de vorige DPO, die mee tekent.",
    "opt.kind": "school, of demo: zonder wachtzinnen en enkel op dit toestel.",
    "opt.timezone": "Tijdzone van de school.",
    "opt.register_url": (
        "Adres van een PostgreSQL voor een scholengroep; anders een bestand in DIR."
    ),
    "opt.demo": "Zonder wachtzin, voor een school van de soort demo.",
    "opt.draft": "Een ander formulier dan DIR/charter.toml.",
    "opt.folder": "De map die het kantoor gaf: DIR/proposed.",
    "opt.signer": "Wie tekent: dpo.",
    "opt.key_folder": "De map van de DPO, met dpo.key.",
    "opt.dry_run": "Toon alleen wat er zou veranderen.",
    "opt.class_name": "Een klas; anders alle klassen van de leerling.",
    "opt.teacher add.class_name": "De klas.",
    "opt.guardian add.class_name": (
        "De klas op het formulier; kan weg bij wie in één klas zit."
    ),
    "opt.guardian list.class_name": "Alleen deze klas.",
    "opt.since": "Eerste dag; anders vandaag.",
    "opt.until": "Laatste dag; anders 31 augustus.",
    "opt.who": "Naam of nummer van de leerkracht.",
    "opt.revoke.who": "Naam of nummer van de laptop of leerkracht.",
    "opt.request_file": "De aanvraag die de console schreef.",
    "opt.out": "Waar het antwoord komt.",
    "opt.enrol token.out": "Waar het bestand komt; anders in DIR/tokens.",
    "opt.uses": "Hoeveel laptops, 1 tot 500.",
    "opt.address": "Waar enrol serve luistert, met poort: 10.0.0.5:47312.",
    "opt.enrol serve.address": "Het eigen adres waarop dit toestel luistert.",
    "opt.networks": "Een netwerk van de school, zoals 10.0.0.0/16; mag meer dan eens.",
    "opt.hours": "Hoeveel uur het token leeft, 1 tot 24.",
    "opt.port": "De poort.",
    "opt.wanted": "Stop na zoveel laptops.",
    "opt.ask_file": "De aanvraag van de laptop (inzage-agentd enrol --ask).",
    "opt.device": "Label of nummer van de laptop (enrol list).",
    "opt.pupil": "Naam of nummer van de leerling.",
    "opt.csv_file": "Twee kolommen: laptop en leerling. Een kop mag.",
    "opt.purposes": (
        "Waarvoor: overview (klein beeld), view (scherm groot) of show (tonen aan "
        "de klas); mag meer dan eens, anders alle drie."
    ),
    "opt.guardian add.purposes": (
        "Waarvoor: overview (klein beeld), view (scherm groot) of show (tonen aan "
        "de klas). Voor een ja elk doel apart; een nee zonder geldt voor alle "
        "drie."
    ),
    "opt.undo": "Neem het terug.",
    "opt.answer": "Wat de ouder zei.",
    "opt.checked_by": "Wie het formulier nakeek: een functie op school, geen naam.",
    "opt.how": (
        "Hoe is nagekeken dat het van de ouder komt: afgegeven door de ouder "
        "zelf, bekende handtekening, gebeld naar het nummer dat de school had, of "
        "via het schoolaccount van de ouder."
    ),
    "opt.date": "Datum op het formulier.",
    "opt.file": "De lijst, een CSV met een kop.",
    "opt.missing": "Alleen van wie nog een formulier ontbreekt.",
    "opt.only": "Teken alleen dit nummer uit de lijst; mag meer dan eens.",
    "opt.look": "Toon alleen, teken niets.",
    "opt.why": "Bijvoorbeeld: laptop gestolen.",
    "opt.fresh": "Verleng alleen; kan 's nachts, zonder wachtzin.",
    # Hoe het heet in de eerste regel van de uitleg
    "meta.value": "…",
    "meta.home": "DIR",
    "meta.draft": "FORMULIER",
    "meta.folder": "MAP",
    "meta.file": "BESTAND",
    "meta.name": "NAAM",
    "meta.who": "WIE",
    "meta.ask_file": "AANVRAAG",
    "meta.device": "LAPTOP",
    "meta.note_text": "TEKST",
    "meta.reason_text": "TEKST",
    "meta.pupil": "LEERLING",
    # De uitleg zelf
    "usage": "Gebruik:",
    "usage.options": "[OPTIES]",
    "usage.command": "OPDRACHT ...",
    "usage.arguments": "Wat erbij moet",
    "usage.opts": "Opties",
    "usage.commands": "Opdrachten",
    "usage.examples": "Zo",
    "usage.default": "[anders {value}]",
    "usage.required": "[moet]",
}
