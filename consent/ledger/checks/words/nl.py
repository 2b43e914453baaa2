# SPDX-License-Identifier: GPL-3.0-or-later
"""De zinnen van het nazicht, in het Nederlands.

`one|many` is chosen by {count}. Source: docs/spec/pack.md "Verifying".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Het bestand
    "file": (
        "Het bestand is heel: {count} deel, precies zoals de laptop het tekende.|"
        "Het bestand is heel: {count} delen, precies zoals de laptop ze tekende."
    ),
    "file_changed": "Het bestand is veranderd buiten zijn delen om.",
    "cut": (
        "Het bestand is afgeknipt: {count} van de {of} delen is er heel. Kopieer het "
        "nog eens.|"
        "Het bestand is afgeknipt: {count} van de {of} delen zijn er heel. Kopieer "
        "het nog eens."
    ),
    "cut_all": (
        "Het bestand is afgeknipt voor het einde van zijn inhoudstafel: er valt niets "
        "meer over te zeggen. Kopieer het nog eens."
    ),
    "cut_rest": "Wat er is, klopt met de inhoudstafel: {names}.",
    "cut_unsigned": (
        "Of de laptop dit tekende, is niet na te kijken: zijn bewijs zat in het stuk "
        "dat weg is."
    ),
    "member_changed": "Het deel {name} is veranderd.",
    "member_added": "Het deel {name} is er bij gezet.",
    "member_missing": "Het deel {name} is weg.",
    "manifest": (
        "De inhoudstafel is beschadigd of weg. Zonder haar is niets in dit pak te "
        "geloven."
    ),
    "manifest_sig": "De inhoudstafel is niet door deze laptop getekend.",
    "content": "Het deel {name} heeft niet de juiste vorm.",
    # De papieren van de school
    "papers": (
        "Het papier van de school is goed getekend: {count}.|"
        "De papieren van de school zijn goed getekend: {count}."
    ),
    "paper_form": "Een papier van de school heeft niet de juiste vorm: {kind}.",
    "paper_signature": "Een papier van de school is niet goed getekend: {kind}.",
    "trust_refused": (
        "Een vertrouwensbrief van de school volgt niet op de vorige, of is niet goed "
        "getekend."
    ),
    "no_trust": "Er zit geen vertrouwensbrief van de school bij.",
    "root": "Dit is de school met het nummer {root}.",
    "wrong_root": (
        "Dit is niet de school met het nummer dat je gaf. In het pak staat {root}."
    ),
    "root_unknown": (
        "De ketting klopt. Of dit jouw school is, zie je aan het nummer op de brief: "
        "{root}."
    ),
    "device": "De laptop is van deze school.",
    "wrong_device": (
        "Het bewijs van de laptop is niet van deze school, is van een andere laptop "
        "of is beschadigd."
    ),
    "device_dates": (
        "Regel {seq} van de {chain}: het bewijs van de laptop gold toen niet."
    ),
    "teacher": "Een bewijs van een leraar is niet van deze school of is beschadigd.",
    # De kettingen
    "chain": ("De {chain} klopt: {count} regel.|De {chain} klopt: {count} regels."),
    "line": (
        "Regel {seq} van de {chain}: de tekst, de plaats of de handtekening is "
        "veranderd."
    ),
    "order": "Regel {seq} van de {chain} volgt niet op de regel ervoor.",
    "number": "In de {chain} ontbreken regels voor nummer {seq}.",
    "other_device": "Regel {seq} van de {chain} is van een andere laptop.",
    "epoch": "Regel {seq} van de {chain} telt zijn nieuwe begin verkeerd.",
    "own_head": "Regel {seq} past niet bij de eigen ketting van de leerling.",
    "own_heads": (
        "Vanaf regel {seq} is niet meer nagekeken of regels passen bij de eigen "
        "ketting van de leerling: te veel pasten niet."
    ),
    "gap": "Regel {seq} noemt regels die er niet zijn of anders zijn.",
    "gaps": (
        "{count} keer staat er dat regels niet op twee plaatsen zijn. Dat kan door de "
        "verbinding komen, of doordat een computer opnieuw begon."
    ),
    "erased": (
        "{count} regel is gewist, en dat staat genoteerd.|"
        "{count} regels zijn gewist, en dat staat genoteerd."
    ),
    "erased_unsaid": "Regel {seq} van de {chain} is gewist, en nergens staat door wie.",
    "erased_held": (
        "Regel {seq}: er werd gewist terwijl de lijst bewaard moest blijven."
    ),
    "erased_early": (
        "Regel {seq}: er werd gewist voor de DPO, zonder getekende vraag die de "
        "leerling 14 dagen kon lezen."
    ),
    # De boom van de leraar
    "proofs": (
        "De boom van de leraar klopt: {count} bewijs.|"
        "De boom van de leraar klopt: {count} bewijzen."
    ),
    "proof": "Het bewijs bij regel {seq} klopt niet.",
    "proof_of_nothing": "Er is een bewijs bij regel {seq}, maar die regel is er niet.",
    "command_leaf": "Regel {seq} noemt een andere plaats in de boom dan het bewijs.",
    "head": "Een stand van de boom is niet door een leraar van deze school getekend.",
    "growth": "De boom is niet alleen gegroeid: er is iets veranderd of weggehaald.",
    "fork": "Er zijn twee bomen voor dezelfde klas, leraar en maand.",
    "unproven": (
        "Van {count} regel is nog niet bevestigd dat de leraar ze ook heeft. Dat kan "
        "aan de verbinding liggen.|"
        "Van {count} regels is nog niet bevestigd dat de leraar ze ook heeft. Dat kan "
        "aan de verbinding liggen."
    ),
    "not_logged_first": (
        "Regel {seq}: er is geen bewijs dat de vraag eerst genoteerd was."
    ),
    "copies": (
        "De kopie van de leraar is dezelfde: {count} regel vergeleken.|"
        "De kopie van de leraar is dezelfde: {count} regels vergeleken."
    ),
    "copy": "De kopie van de leraar zegt iets anders dan regel {seq}.",
    "copy_more": "De leraar heeft regel {seq}, en hier is die er niet.",
    "given": (
        "Teruggekregen van het programma van {who}: {count} regel die hier weg was.|"
        "Teruggekregen van het programma van {who}: {count} regels die hier weg waren."
    ),
    "given_wrong": (
        "Regel {seq} zou teruggekregen zijn, maar deze laptop schreef dat niet zo."
    ),
    # Wat er gebeurde
    "looks": "Elke inzage heeft een begin en een einde: {count}.",
    "close_of_nothing": "Regel {seq} sluit iets dat niet open was.",
    "never_closed": "Regel {seq} begint iets dat nooit eindigt.",
    "too_long": "Regel {seq} duurde langer dan er stond.",
    "commands": "De leraar tekende zelf wat hij vroeg: {count} keer.",
    "command": "Regel {seq} zegt iets anders dan wat de leraar tekende.",
    "command_twice": "Regel {seq} steunt op een vraag die al eens gebruikt was.",
    "command_sig": "Regel {seq}: de handtekening van de leraar klopt niet.",
    "teacher_missing": "Regel {seq}: het bewijs van deze leraar zit er niet bij.",
    "teacher_dates": "Regel {seq}: het bewijs van de leraar gold toen niet.",
    "revoked": "Regel {seq}: het bewijs van de leraar was ingetrokken.",
    "slots": "Alles gebeurde in een les: {count} keer.",
    "slot": "Regel {seq} gebeurde buiten de les die erbij staat.",
    "slot_teacher": "Regel {seq}: deze leraar had die les niet.",
    "no_papers_then": (
        "Van {count} regel zitten de papieren van toen er niet bij. De uren zijn daar "
        "niet nagekeken.|"
        "Van {count} regels zitten de papieren van toen er niet bij. De uren zijn "
        "daar niet nagekeken."
    ),
    "caps": (
        "Geen grens is overschreden: {count} les nageteld.|"
        "Geen grens is overschreden: {count} lessen nageteld."
    ),
    "cap": "In de les van {day} is langer of vaker gekeken of gevraagd dan mag.",
    # Wat de leerling koos
    "consents": "Bij elk beeld had de leerling ja gezegd: {count} keer.",
    "consent": "Regel {seq}: er was geen ja van de leerling.",
    "consent_over": "Regel {seq}: het ja van de leerling was voorbij.",
    "paused": "Regel {seq}: de leerling had even privé gekozen.",
    "demo_choice": "Regel {seq}: een demo klikte, en dit is geen demo.",
    "choice_sig": "Regel {seq}: de handtekening van de leerling klopt niet.",
    "unread": (
        "Van {count} regel is gewist wat nodig is om het ja na te kijken.|"
        "Van {count} regels is gewist wat nodig is om het ja na te kijken."
    ),
    "records": "De toestemmingen zijn dezelfde als in de ketting.",
    "records_differ": "De toestemmingen zijn niet dezelfde als in de ketting.",
    "notice_differs": "Een tekst in de toestemmingen is niet de tekst die toen "
    "getoond werd.",
    # Papieren, midden in een zin
    "kind.trust": "de vertrouwensbrief",
    "kind.charter": "de afspraken",
    "kind.class": "het blad van de klas",
    "kind.roster": "de klaslijst",
    "kind.slip": "het briefje van de leerling",
    "kind.set": "de lijst van papieren die nu gelden",
    "kind.revocations": "de lijst van ingetrokken bewijzen",
    "kind.widening": "het ja van een ouder",
    # Kettingen, midden in een zin
    "chain.shared": "gedeelde ketting",
    "chain.own": "eigen ketting",
}
