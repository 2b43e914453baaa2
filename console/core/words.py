# SPDX-License-Identifier: GPL-3.0-or-later
"""The few sentences the core itself says to a teacher, Dutch first.

None of them may tell one pupil's no from another's.
"""

from dataclasses import dataclass
from typing import Final

from protocol.messages.commands import DeclinedCode


@dataclass(frozen=True, slots=True)
class Words:
    """Every sentence of the core in one language."""

    no_picture: str
    no_slot: str
    ledger_broken: str
    superseded: str
    unreadable: str  # {name}
    text_refused: str
    declined: dict[DeclinedCode, str]
    looked: str  # {minutes}
    looked_under_a_minute: str
    small: str  # {minutes}
    small_under_a_minute: str
    one_hand: str
    hands: str  # {count}
    one_attention: str
    attentions: str  # {count}
    one_message: str
    messages: str  # {count}
    one_link: str
    links: str  # {count}
    quiet: str
    broken: str


NL: Final = Words(
    no_picture="Geen beeld.",
    no_slot="Volgens het lesrooster heb je nu geen les.",
    ledger_broken=(
        "Het logboek op deze computer werkt niet. Daarom kan je nu niets vragen."
        " Maak schijfruimte vrij en start Inzage opnieuw."
    ),
    superseded=(
        "Inzage draait op een andere computer met jouw sleutel."
        " Klik op Start de les om hier verder te gaan."
    ),
    unreadable="Het beeld van {name} is niet te lezen.",
    text_refused=(
        "Dit kan niet gedeeld worden. Een bericht is ten hoogste 280 tekens,"
        " een link begint met https://."
    ),
    declined={
        DeclinedCode.PAPERS: (
            "De papieren van de school zijn te oud."
            " Vraag het secretariaat om ze opnieuw te publiceren."
        ),
        DeclinedCode.SLOT: "Volgens het lesrooster is deze les nu niet van jou.",
        DeclinedCode.NETWORK: (
            "De laptops zijn niet op het netwerk van de school."
            " Verbind ze met het schoolnetwerk."
        ),
        DeclinedCode.CLOCK: (
            "De klok van de laptops klopt niet."
            " Verbind ze met het schoolnetwerk of vraag de ICT-dienst."
        ),
        DeclinedCode.CLASS: (
            "Je bent geen leerkracht van deze klas."
            " Vraag het secretariaat om dit na te kijken."
        ),
        DeclinedCode.OTHER_TEACHER: (
            "Een collega geeft nu les aan deze klas. Je kan daarna starten."
        ),
        DeclinedCode.CHARTER: (
            "De afspraken van de school laten dit niet toe."
            " Vraag het secretariaat om ze na te kijken."
        ),
    },
    looked="{minutes} min groot meegekeken",
    looked_under_a_minute="minder dan 1 min groot meegekeken",
    small="{minutes} min kleine beelden",
    small_under_a_minute="minder dan 1 min kleine beelden",
    one_hand="1 hand",
    hands="{count} handen",
    one_attention="1 keer aandacht",
    attentions="{count} keer aandacht",
    one_message="1 bericht",
    messages="{count} berichten",
    one_link="1 link",
    links="{count} links",
    quiet="De les is gedaan.",
    broken="Inzage is gestopt door een fout. Sluit het venster en begin opnieuw.",
)

EN: Final = Words(
    no_picture="No picture.",
    no_slot="The timetable has no lesson for you now.",
    ledger_broken=(
        "The record on this computer does not work, so you cannot ask anything now."
        " Free some disk space and start Inzage again."
    ),
    superseded=(
        "Inzage runs on another computer with your key."
        " Click Start the lesson to go on here."
    ),
    unreadable="The picture of {name} cannot be read.",
    text_refused=(
        "This cannot be shared. A message has at most 280 characters,"
        " a link starts with https://."
    ),
    declined={
        DeclinedCode.PAPERS: (
            "The school's papers are too old. Ask the office to publish them again."
        ),
        DeclinedCode.SLOT: "By the timetable this lesson is not yours now.",
        DeclinedCode.NETWORK: (
            "The laptops are not on the school's network."
            " Connect them to the school network."
        ),
        DeclinedCode.CLOCK: (
            "The clock of the laptops is wrong."
            " Connect them to the school network or ask the ICT service."
        ),
        DeclinedCode.CLASS: (
            "You are not a teacher of this class. Ask the office to check this."
        ),
        DeclinedCode.OTHER_TEACHER: (
            "A colleague teaches this class now. You can start after that."
        ),
        DeclinedCode.CHARTER: (
            "The school's agreements do not allow this. Ask the office to check them."
        ),
    },
    looked="looked for {minutes} min",
    looked_under_a_minute="looked for less than 1 min",
    small="small pictures for {minutes} min",
    small_under_a_minute="small pictures for less than 1 min",
    one_hand="1 hand",
    hands="{count} hands",
    one_attention="attention once",
    attentions="attention {count} times",
    one_message="1 message",
    messages="{count} messages",
    one_link="1 link",
    links="{count} links",
    quiet="The lesson is over.",
    broken="Inzage stopped because of a fault. Close the window and start again.",
)

FR: Final = Words(
    no_picture="Pas d’image.",
    no_slot="Selon l’horaire, vous n’avez pas cours maintenant.",
    ledger_broken=(
        "La liste sur cet ordinateur ne marche pas. Vous ne pouvez donc rien demander."
        " Libérez de la place sur le disque et relancez Inzage."
    ),
    superseded=(
        "Inzage tourne sur un autre ordinateur avec votre clé."
        " Cliquez sur Commencer le cours pour continuer ici."
    ),
    unreadable="L’image de {name} est illisible.",
    text_refused=(
        "Ceci ne peut pas être partagé. Un message a 280 signes au plus,"
        " un lien commence par https://."
    ),
    declined={
        DeclinedCode.PAPERS: (
            "Les documents de l’école sont trop vieux."
            " Demandez au secrétariat de les publier à nouveau."
        ),
        DeclinedCode.SLOT: "Selon l’horaire, ce cours n’est pas le vôtre maintenant.",
        DeclinedCode.NETWORK: (
            "Les ordinateurs ne sont pas sur le réseau de l’école."
            " Connectez-les au réseau de l’école."
        ),
        DeclinedCode.CLOCK: (
            "L’horloge des ordinateurs est fausse."
            " Connectez-les au réseau ou demandez au service informatique."
        ),
        DeclinedCode.CLASS: (
            "Vous n’êtes pas enseignant de cette classe."
            " Demandez au secrétariat de vérifier."
        ),
        DeclinedCode.OTHER_TEACHER: (
            "Un collègue donne cours à cette classe. Vous pourrez commencer après."
        ),
        DeclinedCode.CHARTER: (
            "Les accords de l’école ne le permettent pas."
            " Demandez au secrétariat de les vérifier."
        ),
    },
    looked="{minutes} min regardées en grand",
    looked_under_a_minute="moins de 1 min regardée en grand",
    small="{minutes} min de petites images",
    small_under_a_minute="moins de 1 min de petites images",
    one_hand="1 main",
    hands="{count} mains",
    one_attention="1 fois l’attention",
    attentions="{count} fois l’attention",
    one_message="1 message",
    messages="{count} messages",
    one_link="1 lien",
    links="{count} liens",
    quiet="Le cours est fini.",
    broken="Inzage s’est arrêté sur une erreur. Fermez la fenêtre et recommencez.",
)

LANGUAGES: Final = {"nl": NL, "en": EN, "fr": FR}


def words(language: str) -> Words:
    """Choose the sentences; Dutch when a language is not there yet."""
    return LANGUAGES.get(language, NL)
