# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new charter changes, in French."""

from typing import Final

from consent.documents.charter_change import What
from consent.purpose import Purpose
from consent.wording.change.parts import ChangeWords

FR: Final = ChangeWords(
    title="Changé le {date}",
    wider="On peut faire plus maintenant",
    rest="Ce qui change aussi",
    purposes={
        Purpose.OVERVIEW: "une petite image de ton écran",
        Purpose.VIEW: "ton écran en grand",
        Purpose.SHOW: "ton écran montré à la classe",
        Purpose.ATTENTION: "demander l’attention",
        Purpose.SHARE: "des messages et des liens",
    },
    days=(
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ),
    units={
        "seconds": "{n} à la fois",
        "slot_seconds": "{n} par cours",
        "times": "{n} fois par cours",
    },
    minutes=("{n} minute", "{n} minutes"),
    seconds=("{n} seconde", "{n} secondes"),
    name_shown={
        "name": "le nom de ton professeur",
        "role": "seulement le rôle de ton professeur",
    },
    sentences={
        What.PURPOSE_ADDED: "C’est nouveau : {purpose}.",
        What.PURPOSE_GONE: "Ce n’est plus permis : {purpose}.",
        What.LIMIT: "Pour {purpose}, c’était au plus {before}. Maintenant, c’est "
        "{after}.",
        What.BASIS: "L’école s’appuie sur une autre loi pour {purpose}.",
        What.WIDTH: "La petite image avait {before} points de large. Maintenant, "
        "{after}.",
        What.REASON_ADDED: "Une nouvelle raison de regarder : {reason}.",
        What.REASON_GONE: "Ce n’est plus une raison de regarder : {reason}.",
        What.ATTENTION_REASON_ADDED: "Une nouvelle raison de demander l’attention : "
        "{reason}.",
        What.ATTENTION_REASON_GONE: "Ce n’est plus une raison de demander "
        "l’attention : {reason}.",
        What.HOURS: "C’est permis le {days}, de {from} à {to}.",
        What.HOLIDAY_ADDED: "Jamais du {from} au {to} : il n’y a pas cours.",
        What.HOLIDAY_GONE: "Du {from} au {to}, il y a cours maintenant.",
        What.NETWORK_ADDED: "C’est permis aussi sur ce réseau de l’école : {cidr}.",
        What.NETWORK_GONE: "Ce n’est plus permis sur ce réseau : {cidr}.",
        What.GUARDIAN_AGE: "À la maison aussi, on doit dire oui jusqu’à tes {after} "
        "ans. Avant, c’était {before}.",
        What.NAMES: "Ta liste montre maintenant {names}.",
        What.NOTICES: "Le texte que tu lis a changé.",
        What.SET_DAYS: "L’ordinateur demande de nouveaux papiers tous les {days} "
        "jours.",
        What.COUNCIL: "{body} en a parlé le {date}.",
        What.DPIA: "L’école a revu les risques le {date} : {ref}.",
        What.PLANS: "L’école s’appuie maintenant sur ce plan : {text}.",
        What.CONTACT: "Tu peux maintenant parler à {name} : {email}.",
        What.AUTHORITY: "Tu peux maintenant te plaindre à : {text}.",
        What.EFFECTIVE: "Les nouveaux accords valent dès le {date}.",
        What.REVIEW: "L’école revoit ceci avant le {date}.",
        What.UNTIL: "Les accords valent jusqu’au {date}.",
    },
)
