# SPDX-License-Identifier: GPL-3.0-or-later
"""The Dutch sentences. A key that ends in ".young" is for pupils of 6 to 9."""

from typing import Final

DAYS: Final = "ma di wo do vr za zo"
MONTHS: Final = "jan feb mrt apr mei jun jul aug sep okt nov dec"
LONG_DAYS: Final = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
LONG_MONTHS: Final = (
    "januari februari maart april mei juni juli augustus september oktober november "
    "december"
)
WORDS: Final = {
    "demo": "DEMO",
    "teacher": "je leraar",
    "teacher.young": "je juf of meester",
    "stop": "Stop",
    "nee": "Nee",
    "ja": "Ja",
    "resume": "Verder",
    "later": "Later (telt als nee)",
    "later.young": "Ik weet het nog niet",
    "read_aloud": "Lees voor",
    "no_voice": "Deze laptop heeft geen stem om voor te lezen.",
    "close": "Sluiten",
    # the indicator
    "eye.nobody": "Niemand kijkt mee.",
    "eye.looked": "laatst bekeken: {when}",
    "eye.no_lesson": "Er is nu geen les.",
    "eye.lesson": "Les {subject} · {teacher}",
    "eye.lesson.bare": "Les · {teacher}",
    "eye.why": "Waarom: {why}",
    "eye.overview": "{teacher} ziet een klein beeld.",
    "eye.overview.young": "{teacher} ziet een klein plaatje.",
    "eye.notice": "{teacher} wil je scherm groot zien.",
    "eye.notice.left": "{why} · over {n} tellen",
    "eye.notice.left.one": "{why} · over 1 tel",
    "eye.view": "{teacher} ziet je scherm groot.",
    "eye.left": "{why} · nog {left}",
    "eye.show": "Je scherm staat op het bord.",
    "eye.paused": "Even privé. Niemand kijkt mee.",
    "eye.paused.until": "tot de bel, {until}",
    "eye.paused.open": "tot je op Verder klikt",
    "eye.attention": "{teacher} vraagt je aandacht.",
    "eye.trouble": "Inzage werkt nu niet.",
    "eye.trouble.nobody": "Daarom kan niemand meekijken.",
    "eye.hint": "Klik voor Mijn inzage.",
    # Mijn inzage
    "inzage": "Mijn inzage",
    "tab.now": "Nu",
    "tab.list": "Lijst",
    "tab.choices": "Mijn keuzes",
    "tab.agreements": "Afspraken",
    "tab.hand": "Hand",
    "tab.offers": "Gekregen",
    "now.sees": "Dit ziet {teacher} nu",
    "now.class": "Dit ziet de klas nu",
    "now.nobody": "Niemand kijkt mee",
    "now.wait": "Er is nog geen beeld verstuurd.",
    "now.exactly": "Precies het laatste beeld: {w} bij {h} beeldpunten, van {when}.",
    "now.read.nobody": "Niemand ziet nu je scherm. Ook niet wat je typt.",
    "now.read.overview": (
        "Dit beeld is klein en wazig. Gewone letters zijn te klein om te lezen, ook "
        "wat je typt. Grote letters kan je leraar soms raden."
    ),
    "now.read.view": (
        "{teacher} kan nu lezen wat er op je scherm staat. Ook wat je typt."
    ),
    "now.read.show": "De klas kan nu lezen wat er op je scherm staat. Ook wat je typt.",
    "now.read.notice": (
        "Begint het, dan kan {teacher} je scherm lezen. Ook wat je typt. "
        "Wil je dat niet? Klik op Nee bij het oogje."
    ),
    "now.never": "Camera en micro blijven uit. Beelden worden niet bewaard.",
    "now.until": "{why} · tot {until}",
    "pause": "Even privé",
    "list.title": "Wie keek er mee?",
    "list.since": "sinds {when}",
    "list.empty": "Er staat nog niets in je lijst.",
    "list.wait": "Je lijst wordt opgehaald.",
    "list.unproven": "nog niet bevestigd",
    "list.unproven.why": (
        "“Nog niet bevestigd” wil zeggen: de computer van je leraar meldde nog niet "
        "dat hij deze regel ook heeft. Dat komt meestal vanzelf."
    ),
    "list.own": "je leraar ziet deze regel niet",
    "list.given": "teruggekregen van het programma van {who}",
    "list.erased": "De woorden van {n} regels zijn gewist.",
    "list.erased.one": "De woorden van {n} regel zijn gewist.",
    "list.kept": "Je lijst wordt bewaard tot {when}. Tot dan kan niemand iets wissen.",
    "list.more": "Toon oudere regels",
    "list.compare": "Klopt de lijst van je leraar?",
    "list.take": "Neem de lijst mee",
    "list.taken": "Je lijst staat in {place}.",
    "list.not_taken": "De lijst kon niet bewaard worden.",
    "list.today": "Vandaag, {day}",
    "list.orders": "Wissen of bewaren",
    "compare.asking": "We kijken het na.",
    "compare.but": "Regels die nog niet bevestigd zijn, zijn nog niet vergeleken.",
    "compare.nobody": "Er is nu geen programma van een leraar.",
    "compare.not_yet": "Dat is nog niet nagekeken.",
    "compare.when": "Nakijken gebeurt vanzelf, bij het begin en het einde van een les.",
    "orders.back": "Terug",
    "erase.head": "De woorden wissen",
    "erase.goes": "De woorden van je regels gaan weg, hier en bij je leraar.",
    "erase.stays": (
        "Wat blijft: dat er een regel was, en een lange code per regel. "
        "Uit die code kan niemand de woorden lezen. "
        "Met die code valt het op als iemand je lijst verandert."
    ),
    "erase.not_yet": "Regels van de laatste dag blijven nog staan. Je keuzes ook.",
    "erase.first": (
        "Terugdraaien kan niet. Wil je alles houden? Neem de lijst eerst mee."
    ),
    "erase.do": "Wis de woorden",
    "erase.sure": "Zeker? De woorden van je lijst gaan weg. De laatste dag blijft.",
    "erase.yes": "Ja, wissen",
    "erase.kept": "Wissen kan nu niet: je lijst wordt bewaard tot {when}.",
    "erase.nothing": "Er is nog niets te wissen: elke regel blijft eerst een dag.",
    "hold.head": "Een jaar bewaren",
    "hold.why": "Wil je iets melden of klagen? Laat je lijst dan bewaren.",
    "hold.means": (
        "Een jaar lang kan niemand er iets uit wissen. De school niet, en jij ook niet."
    ),
    "hold.end": "Eerder stoppen kan niet.",
    "hold.do": "Bewaar een jaar",
    "hold.sure": "Zeker? Een jaar lang kan dan niemand iets wissen.",
    "hold.yes": "Ja, bewaren",
    "hold.kept": "Je lijst wordt al bewaard, tot {when}.",
    "choices.title": "Wat mag er van jou?",
    "choices.lead": "Je mag elke keuze altijd veranderen. Het werkt meteen.",
    "choices.overview": "Een klein beeld",
    "choices.overview.why": (
        "Je leraar ziet ongeveer waarmee je bezig bent. "
        "Gewone letters zijn te klein om te lezen."
    ),
    "choices.view": "Je scherm groot",
    "choices.view.why": (
        "Je leraar kan alles lezen. Hoogstens 2 minuten. "
        "Je krijgt altijd eerst 3 tellen om nee te zeggen."
    ),
    "choices.show": "Je scherm tonen aan de klas",
    "choices.show.why": (
        "Elke keer opnieuw een vraag. Jij ziet eerst wat iedereen ziet."
    ),
    "choices.impossible": "Dit kan je nu niet aanzetten.",
    "choices.free": (
        "Nee zeggen heeft geen gevolgen. Je krijgt dezelfde taken, links en hulp. "
        "Je leraar ziet alleen: geen beeld."
    ),
    "choices.parents": "Bij jongere leerlingen moeten de ouders ook ja zeggen.",
    "choices.wait": "Je keuzes verschijnen zodra de laptop klaar is.",
    "agreements.title": "Wat de school afsprak",
    "agreements.none": "De afspraken van je school zijn hier nog niet.",
    "agreements.notice": "Wat we je hierover vertellen",
    "hand.title": "Hulp nodig?",
    "hand.lead": "Steek je hand op. Alleen je leraar ziet het.",
    "hand.up": "Steek mijn hand op",
    "hand.is_up": "Je hand is omhoog. {teacher} komt als het jouw beurt is.",
    "hand.down": "Hand naar beneden",
    "hand.offer": "{teacher} mag 2 minuten naar mijn scherm kijken",
    "hand.offer.why": "Alleen als jij dit kiest. Daarna stopt het vanzelf.",
    "hand.offered": "Je leraar mag nu komen kijken.",
    "hand.no_lesson": "Dit kan alleen tijdens de les.",
    "offers.title": "Gekregen",
    "offers.lead": "Wat je kreeg, blijft hier een week staan.",
    "offers.none": "Er is nog niets gedeeld.",
    "offer.message": "Bericht van {teacher}",
    "offer.link": "Link van {teacher}",
    "offer.file": "Bestand van {teacher}",
    "offer.hand_in": "Inleveren bij {teacher}",
    "offer.open": "Open",
    "offer.away": "Weghalen",
    "offer.later": "Later",
    "offer.read": "Gelezen",
    "offer.stays": (
        "Het blijft een week bij Gekregen staan. Niemand hoort of je het las."
    ),
    # the question
    "question.sample": "Zo klein ziet je leraar het.",
    "question.all": "Lees alles",
    "question.chose_yes": "Je koos ja.",
    "question.undo": "Terug",
    # the show ask
    "show": "Tonen",
    "show.title": "Mag dit op het bord?",
    "show.asks": "{teacher} vraagt het. Dit ziet de klas:",
    "show.left": "Nog {n} tellen. Geen antwoord is nee.",
    "show.left.one": "Nog 1 tel. Geen antwoord is nee.",
    "show.yes": "Ja, toon het",
    # the curtain
    "curtain.title": "Kijk even naar het bord.",
    "curtain.who": "{teacher} vraagt je aandacht. Waarom: {why}.",
    "curtain.safe": "Je werk blijft staan. Alles komt terug zoals het was.",
    "curtain.unwell": "Voel je je niet goed? Steek je hand op of ga naar {teacher}.",
    "curtain.help": "Ik heb nu hulp nodig",
    "curtain.larger": "Grotere letters",
    "refused": "Inzage loopt al op deze laptop.",
}
