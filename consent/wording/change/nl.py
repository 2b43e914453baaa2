# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new charter changes, in Dutch."""

from typing import Final

from consent.documents.charter_change import What
from consent.purpose import Purpose
from consent.wording.change.parts import ChangeWords

NL: Final = ChangeWords(
    title="Veranderd op {date}",
    wider="Er mag nu meer",
    rest="Ook anders",
    purposes={
        Purpose.OVERVIEW: "een klein beeld van je scherm",
        Purpose.VIEW: "je scherm groot",
        Purpose.SHOW: "je scherm aan de klas",
        Purpose.ATTENTION: "aandacht vragen",
        Purpose.SHARE: "berichten en links",
    },
    days=(
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ),
    units={
        "seconds": "{n} per keer",
        "slot_seconds": "{n} per les",
        "times": "{n} keer per les",
    },
    minutes=("{n} minuut", "{n} minuten"),
    seconds=("{n} seconde", "{n} seconden"),
    name_shown={"name": "de naam", "role": "alleen de rol"},
    sentences={
        What.PURPOSE_ADDED: "Dit is nieuw: {purpose}.",
        What.PURPOSE_GONE: "Dit mag niet meer: {purpose}.",
        What.LIMIT: "Voor {purpose} was het hoogstens {before}. Nu is het {after}.",
        What.BASIS: "De school steunt op een andere wet voor {purpose}.",
        What.WIDTH: "Het kleine beeld was {before} puntjes breed. Nu zijn het er "
        "{after}.",
        What.REASON_ADDED: "Een nieuwe reden om te kijken: {reason}.",
        What.REASON_GONE: "Dit is geen reden meer om te kijken: {reason}.",
        What.ATTENTION_REASON_ADDED: "Een nieuwe reden om aandacht te vragen: "
        "{reason}.",
        What.ATTENTION_REASON_GONE: "Dit is geen reden meer om aandacht te vragen: "
        "{reason}.",
        What.HOURS: "Het mag nu op {days}, van {from} tot {to}.",
        What.HOLIDAY_ADDED: "Nooit van {from} tot {to}: dan is er geen les.",
        What.HOLIDAY_GONE: "Van {from} tot {to} is er nu wel les.",
        What.NETWORK_ADDED: "Het mag nu ook op dit netwerk van de school: {cidr}.",
        What.NETWORK_GONE: "Het mag niet meer op dit netwerk: {cidr}.",
        What.GUARDIAN_AGE: "Thuis moet ook iemand ja zeggen tot je {after} bent. "
        "Eerst was dat {before}.",
        What.NAMES: "In je lijst staat nu {names} van je leraar.",
        What.NOTICES: "De tekst die je te lezen krijgt, is veranderd.",
        What.SET_DAYS: "De laptop vraagt om de {days} dagen nieuwe papieren.",
        What.COUNCIL: "{body} sprak erover op {date}.",
        What.DPIA: "De school bekeek de risico's opnieuw op {date}: {ref}.",
        What.PLANS: "De school verwijst nu naar dit plan: {text}.",
        What.CONTACT: "Je kan nu praten met {name}: {email}.",
        What.AUTHORITY: "Een klacht kan nu bij: {text}.",
        What.EFFECTIVE: "De nieuwe afspraken gelden vanaf {date}.",
        What.REVIEW: "De school bekijkt dit weer voor {date}.",
        What.UNTIL: "De afspraken gelden tot {date}.",
    },
)
