# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence for each finding, in Dutch and in English.

Source: docs/spec/pack.md "Findings".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # The file
    "file": (
        "Het bestand is heel: {count} delen, precies zoals de laptop ze tekende.",
        "The file is whole: {count} parts, exactly as the laptop signed them.",
    ),
    "file_changed": (
        "Het bestand is veranderd buiten zijn delen om.",
        "The file was changed outside its parts.",
    ),
    "member_changed": ("Het deel {name} is veranderd.", "The part {name} was changed."),
    "member_added": (
        "Het deel {name} is er bij gezet.",
        "The part {name} was added.",
    ),
    "member_missing": ("Het deel {name} is weg.", "The part {name} is missing."),
    "manifest": (
        "De inhoudstafel is niet in orde: {why}",
        "The table of contents is not in order: {why}",
    ),
    "manifest_sig": (
        "De inhoudstafel is niet door deze laptop getekend.",
        "The table of contents is not signed by this laptop.",
    ),
    "content": (
        "Het deel {name} heeft niet de juiste vorm: {why}",
        "The part {name} is not in its form: {why}",
    ),
    # The school's papers
    "papers": (
        "De papieren van de school zijn goed getekend: {count}.",
        "The papers of the school are signed as they should be: {count}.",
    ),
    "paper": (
        "Een papier van de school klopt niet: {why}",
        "A paper of the school is not right: {why}",
    ),
    "no_trust": (
        "Er zit geen vertrouwensbrief van de school bij.",
        "The school's letter of trust is not in the pack.",
    ),
    "root": (
        "Dit is de school met het nummer {root}.",
        "This is the school with the number {root}.",
    ),
    "wrong_root": (
        "Dit is niet de school met het nummer dat je gaf. In het pak staat {root}.",
        "This is not the school with the number you gave. The pack says {root}.",
    ),
    "root_unknown": (
        (
            "De ketting klopt. Of dit jouw school is, zie je aan het nummer "
            "op de brief: {root}."
        ),
        (
            "The chain holds. Whether this is your school, the number in the "
            "letter says: {root}."
        ),
    ),
    "device": (
        "De laptop is van deze school.",
        "The laptop belongs to this school.",
    ),
    "wrong_device": (
        "Het bewijs van de laptop klopt niet: {why}",
        "The laptop's certificate is not right: {why}",
    ),
    "device_dates": (
        "Regel {chain} {seq}: het bewijs van de laptop gold toen niet.",
        "Line {chain} {seq}: the laptop's certificate did not count then.",
    ),
    "teacher": (
        "Een bewijs van een leraar klopt niet: {why}",
        "A teacher's certificate is not right: {why}",
    ),
    # The chains
    "chain": (
        "De ketting {chain} klopt: {count} regels.",
        "The chain {chain} holds: {count} lines.",
    ),
    "line": ("Regel {chain} {seq}: {why}", "Line {chain} {seq}: {why}"),
    "order": (
        "Regel {chain} {seq} volgt niet op de regel ervoor.",
        "Line {chain} {seq} does not follow the line before it.",
    ),
    "number": (
        "In de ketting {chain} ontbreken regels voor nummer {seq}.",
        "In the chain {chain} lines are missing before number {seq}.",
    ),
    "other_device": (
        "Regel {chain} {seq} is van een andere laptop.",
        "Line {chain} {seq} is of another laptop.",
    ),
    "epoch": (
        "Regel {chain} {seq} telt zijn nieuwe begin verkeerd.",
        "Line {chain} {seq} counts its new beginning wrongly.",
    ),
    "own_head": (
        "Regel {seq} past niet bij de eigen ketting van de leerling.",
        "Line {seq} does not fit the pupil's own chain.",
    ),
    "gap": (
        "Regel {seq} noemt regels die er niet zijn of anders zijn.",
        "Line {seq} names lines that are not there, or are otherwise.",
    ),
    "gaps": (
        (
            "{count} keer staat er dat regels niet op twee plaatsen zijn. Dat kan door "
            "de verbinding komen, of doordat een computer opnieuw begon."
        ),
        (
            "It says {count} times that lines are not kept in two places. The "
            "connection can be the cause, or a computer that started again."
        ),
    ),
    "erased": (
        "{count} regels zijn gewist, en dat staat genoteerd.",
        "{count} lines were deleted, and that is written down.",
    ),
    "erased_unsaid": (
        "Regel {chain} {seq} is gewist, en nergens staat door wie.",
        "Line {chain} {seq} was deleted, and nothing says by whom.",
    ),
    # The teacher's tree
    "proofs": (
        "De boom van de leraar klopt: {count} bewijzen.",
        "The teacher's tree holds: {count} proofs.",
    ),
    "proof": (
        "Het bewijs bij regel {seq} klopt niet.",
        "The proof of line {seq} fails.",
    ),
    "proof_of_nothing": (
        "Er is een bewijs bij regel {seq}, maar die regel is er niet.",
        "There is a proof of line {seq}, but that line is not here.",
    ),
    "command_leaf": (
        "Regel {seq} noemt een andere plaats in de boom dan het bewijs.",
        "Line {seq} names another place in the tree than the proof.",
    ),
    "head": (
        "Een stand van de boom is niet door een leraar van deze school getekend.",
        "A head of the tree is not signed by a teacher of this school.",
    ),
    "growth": (
        "De boom is niet alleen gegroeid: er is iets veranderd of weggehaald.",
        "The tree did not only grow: something was changed or taken out.",
    ),
    "fork": (
        "Er zijn twee bomen voor dezelfde klas, leraar en maand.",
        "There are two trees for one class, teacher and month.",
    ),
    "unproven": (
        (
            "Van {count} regels is nog niet bevestigd dat de leraar ze ook heeft. "
            "Dat kan aan de verbinding liggen."
        ),
        (
            "For {count} lines it is not confirmed yet that the teacher has them too. "
            "The connection can be the cause."
        ),
    ),
    "not_logged_first": (
        "Regel {seq}: er is geen bewijs dat de vraag eerst genoteerd was.",
        "Line {seq}: nothing proves that the question was written down first.",
    ),
    "copies": (
        "De kopie van de leraar is dezelfde: {count} regels vergeleken.",
        "The teacher's copy is the same: {count} lines compared.",
    ),
    "copy": (
        "De kopie van de leraar zegt iets anders dan regel {seq}.",
        "The teacher's copy says something else than line {seq}.",
    ),
    "copy_more": (
        "De leraar heeft regel {seq}, en hier is die er niet.",
        "The teacher has line {seq}, and it is not here.",
    ),
    # What was done
    "looks": (
        "Elke inzage heeft een begin en een einde: {count}.",
        "Every access has a beginning and an end: {count}.",
    ),
    "close_of_nothing": (
        "Regel {seq} sluit iets dat niet open was.",
        "Line {seq} closes something that was not open.",
    ),
    "never_closed": (
        "Regel {seq} begint iets dat nooit eindigt.",
        "Line {seq} begins something that never ends.",
    ),
    "too_long": (
        "Regel {seq} duurde langer dan er stond.",
        "Line {seq} took longer than it said.",
    ),
    "commands": (
        "De leraar tekende zelf wat hij vroeg: {count} keer.",
        "The teacher signed what was asked: {count} times.",
    ),
    "command": (
        "Regel {seq} zegt iets anders dan wat de leraar tekende.",
        "Line {seq} says something else than what the teacher signed.",
    ),
    "command_twice": (
        "Regel {seq} steunt op een vraag die al eens gebruikt was.",
        "Line {seq} leans on a request that was used before.",
    ),
    "command_sig": (
        "Regel {seq}: de handtekening van de leraar klopt niet.",
        "Line {seq}: the teacher's signature is not right.",
    ),
    "teacher_missing": (
        "Regel {seq}: het bewijs van deze leraar zit er niet bij.",
        "Line {seq}: this teacher's certificate is not in the pack.",
    ),
    "teacher_dates": (
        "Regel {seq}: het bewijs van de leraar gold toen niet.",
        "Line {seq}: the teacher's certificate did not count then.",
    ),
    "revoked": (
        "Regel {seq}: het bewijs van de leraar was ingetrokken.",
        "Line {seq}: the teacher's certificate was withdrawn.",
    ),
    "slots": (
        "Alles gebeurde in een les: {count} keer.",
        "All of it happened in a lesson: {count} times.",
    ),
    "slot": (
        "Regel {seq} gebeurde buiten de les die erbij staat.",
        "Line {seq} happened outside the lesson it names.",
    ),
    "slot_teacher": (
        "Regel {seq}: deze leraar had die les niet.",
        "Line {seq}: this teacher did not have that lesson.",
    ),
    "no_papers_then": (
        (
            "Van {count} regels zitten de papieren van toen er niet bij. De uren zijn "
            "daar niet nagekeken."
        ),
        (
            "For {count} lines the papers of that day are not in the pack. The "
            "hours were not checked there."
        ),
    ),
    "caps": (
        "Geen grens is overschreden: {count} lessen nageteld.",
        "No limit was passed: {count} lessons counted.",
    ),
    "cap": (
        "In de les van {day} is langer of vaker gekeken of gevraagd dan mag.",
        "In the lesson of {day} the limits of looking or attention were passed.",
    ),
    # What the pupil chose
    "consents": (
        "Bij elk beeld had de leerling ja gezegd: {count} keer.",
        "For every picture the pupil had said yes: {count} times.",
    ),
    "consent": (
        "Regel {seq}: er was geen ja van de leerling.",
        "Line {seq}: there was no yes of the pupil.",
    ),
    "consent_over": (
        "Regel {seq}: het ja van de leerling was voorbij.",
        "Line {seq}: the pupil's yes was over.",
    ),
    "paused": (
        "Regel {seq}: de leerling had even privé gekozen.",
        "Line {seq}: the pupil had chosen private for now.",
    ),
    "demo_choice": (
        "Regel {seq}: een demo klikte, en dit is geen demo.",
        "Line {seq}: a demo clicked, and this is no demo.",
    ),
    "choice_sig": (
        "Regel {seq}: de handtekening van de leerling klopt niet.",
        "Line {seq}: the pupil's signature is not right.",
    ),
    "unread": (
        "Van {count} regels is gewist wat nodig is om het ja na te kijken.",
        "For {count} lines what is needed to check the yes was deleted.",
    ),
    "records": (
        "De toestemmingen zijn dezelfde als in de ketting.",
        "The consent records are those of the chain.",
    ),
    "records_differ": (
        "De toestemmingen zijn niet dezelfde als in de ketting.",
        "The consent records are not those of the chain.",
    ),
}
