# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the teacher's own record, Dutch first."""

from dataclasses import asdict, dataclass
from typing import Final

from consent.french import spaced


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every sentence of the record in one language; braces are filled in."""

    lesson_start: str
    lesson_end: str
    overview: str
    view: str
    view_asked: str
    no_picture: str
    show: str
    attention: str
    attention_one: str
    message: str
    link: str
    file_offer: str
    handin: str
    hand_clear: str
    gap: str
    why: str
    lasted: str
    lasted_seconds: str
    runs: str
    healthy: str
    waiting: str
    other_head: str
    colleagues_head: str
    broken: str


NL: Final = Phrases(
    lesson_start="De les begon.",
    lesson_end="De les stopte.",
    overview="Kleine beelden gevraagd.",
    view="Groot gekeken.",
    view_asked="Gevraagd om groot te kijken.",
    no_picture="Geen beeld.",
    show="Scherm aan de klas getoond.",
    attention="Aandacht van de hele klas gevraagd.",
    attention_one="Aandacht gevraagd.",
    message="Bericht gestuurd: {text}",
    link="Link gedeeld: {title}, {url}",
    file_offer="Bestand gedeeld: {name}",
    handin="Gevraagd om in te leveren: {title}",
    hand_clear="Hand gezien.",
    gap="Op deze laptop ontbreken regels. Dat wordt ook aan de leerling getoond.",
    why="Waarom: {reason}.",
    lasted="{minutes} min {seconds:02d}.",
    lasted_seconds="{seconds} s.",
    runs="Loopt nog.",
    healthy="Elke laptop heeft dezelfde regels als jij. Wie er een verandert, valt op.",
    waiting="Nog niet elke laptop heeft elke regel bevestigd.",
    other_head=(
        "Een laptop kent een andere versie van jouw lijst."
        " Meld dit aan de ICT-dienst van de school."
    ),
    colleagues_head=(
        "Laptops kennen twee versies van de lijst van een collega."
        " Meld dit aan de ICT-dienst van de school."
    ),
    broken="Het logboek op deze computer kan niet gelezen worden.",
)

EN: Final = Phrases(
    lesson_start="The lesson began.",
    lesson_end="The lesson ended.",
    overview="Small pictures asked.",
    view="Looked at the large screen.",
    view_asked="Asked to look large.",
    no_picture="No picture.",
    show="Screen shown to the class.",
    attention="Attention of the whole class asked.",
    attention_one="Attention asked.",
    message="Message sent: {text}",
    link="Link shared: {title}, {url}",
    file_offer="File shared: {name}",
    handin="Asked to hand in: {title}",
    hand_clear="Hand seen.",
    gap="Lines are missing on this laptop. The pupil is shown this too.",
    why="Why: {reason}.",
    lasted="{minutes} min {seconds:02d}.",
    lasted_seconds="{seconds} s.",
    runs="Still running.",
    healthy="Each laptop has the same lines as you. Whoever changes one is noticed.",
    waiting="Not every laptop has confirmed every line yet.",
    other_head=(
        "A laptop knows another version of your list."
        " Tell the ICT service of the school."
    ),
    colleagues_head=(
        "Laptops know two versions of a colleague's list."
        " Tell the ICT service of the school."
    ),
    broken="The record on this computer cannot be read.",
)

FR: Final = Phrases(
    lesson_start="Le cours a commencé.",
    lesson_end="Le cours a fini.",
    overview="Petites images demandées.",
    view="Regardé en grand.",
    view_asked="Demandé à regarder en grand.",
    no_picture="Pas d’image.",
    show="Écran montré à la classe.",
    attention="Attention de toute la classe demandée.",
    attention_one="Attention demandée.",
    message="Message envoyé : {text}",
    link="Lien partagé : {title}, {url}",
    file_offer="Fichier partagé : {name}",
    handin="Demandé de remettre : {title}",
    hand_clear="Main vue.",
    gap="Il manque des lignes sur cet ordinateur. L’élève le voit aussi.",
    why="Pourquoi : {reason}.",
    lasted="{minutes} min {seconds:02d}.",
    lasted_seconds="{seconds} s.",
    runs="En cours.",
    healthy=(
        "Chaque ordinateur a les mêmes lignes que vous. Un changement se remarque."
    ),
    waiting="Tous les ordinateurs n’ont pas encore confirmé chaque ligne.",
    other_head=(
        "Un ordinateur connaît une autre version de votre liste."
        " Dites-le au service informatique de l’école."
    ),
    colleagues_head=(
        "Des ordinateurs connaissent deux versions de la liste d’un collègue."
        " Dites-le au service informatique de l’école."
    ),
    broken="La liste sur cet ordinateur ne peut pas être lue.",
)
_FRENCH: Final = Phrases(**{key: spaced(text) for key, text in asdict(FR).items()})

LANGUAGES: Final = {"nl": NL, "en": EN, "fr": _FRENCH}


def phrases(language: str) -> Phrases:
    """Choose the words; Dutch when a language is not there yet."""
    return LANGUAGES.get(language, NL)
