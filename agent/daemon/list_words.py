# SPDX-License-Identifier: GPL-3.0-or-later
"""What the service says of the pupil's list as a whole, in three languages."""

from collections.abc import Mapping
from typing import Final

from consent.documents.fields import Lang

Sentence = Mapping[Lang, str]

HEALTHY: Final[Sentence] = {
    Lang.NL: "De lijst is heel: niets is veranderd of weg.",
    Lang.EN: "The list is whole: nothing was changed or lost.",
    Lang.FR: "La liste est entière: rien n'a changé ni disparu.",
}
BROKEN: Final[Sentence] = {
    Lang.NL: "De lijst werkt niet: daarom kan niemand meekijken.",
    Lang.EN: "The list does not work: that is why nobody can look.",
    Lang.FR: "La liste ne fonctionne pas: personne ne peut donc regarder.",
}
CHANGED: Final[Sentence] = {
    Lang.NL: "De lijst is niet heel: hieronder staat wat er weg of anders is.",
    Lang.EN: "The list is not whole: below stands what is gone or changed.",
    Lang.FR: "La liste n'est pas entière: plus bas, tu vois ce qui a changé.",
}
DONE: Final[Sentence] = {
    Lang.NL: "Je lijst is klaar om mee te nemen.",
    Lang.EN: "Your list is ready to take along.",
    Lang.FR: "Ta liste est prête à emporter.",
}
HELD: Final[Sentence] = {
    Lang.NL: "Je lijst wordt een jaar bewaard, tot {until}.",
    Lang.EN: "Your list is kept for a year, until {until}.",
    Lang.FR: "Ta liste est gardée un an, jusqu'au {until}.",
}
KEPT: Final[Sentence] = {
    Lang.NL: "Wissen kan nu niet: je lijst wordt bewaard tot {until}.",
    Lang.EN: "Deleting cannot be done now: your list is kept until {until}.",
    Lang.FR: "Effacer n'est pas possible: ta liste est gardée jusqu'au {until}.",
}
ERASED: Final[Sentence] = {
    Lang.NL: "De woorden zijn gewist. Dat er iets stond, blijft te zien.",
    Lang.EN: "The words are gone. That something stood there can still be seen.",
    Lang.FR: "Les mots sont effacés. On voit encore qu'il y avait quelque chose.",
}
OWED: Final[Sentence] = {
    Lang.NL: "Gewiste woorden gaan bij je leraar weg zodra die weer verbonden is.",
    Lang.EN: "Deleted words leave your teacher's list as soon as it is connected.",
    Lang.FR: "Les mots effacés partent chez ton professeur dès qu'il est connecté.",
}
NOTHING: Final[Sentence] = {
    Lang.NL: "Er is nog niets te wissen. Elke regel blijft eerst een dag staan.",
    Lang.EN: "There is nothing to delete yet. Each line stays for a day first.",
    Lang.FR: "Il n'y a encore rien à effacer. Chaque ligne reste d'abord un jour.",
}
NOT_DONE: Final[Sentence] = {
    Lang.NL: "Dat lukte niet. Probeer het later nog eens.",
    Lang.EN: "That did not work. Try again later.",
    Lang.FR: "Cela n'a pas marché. Réessaie plus tard.",
}
ASKED: Final[Sentence] = {
    Lang.NL: "De privacyhulp van de school wil woorden wissen, niet voor {day}. Wil je "
    "dat niet? Laat je lijst bewaren.",
    Lang.EN: "The privacy helper of the school wants to delete words, not before "
    "{day}. You do not want that? Have your list kept.",
    Lang.FR: "L'aide vie privée de l'école veut effacer des mots, pas avant le {day}. "
    "Tu ne veux pas ? Fais garder ta liste.",
}
