# SPDX-License-Identifier: GPL-3.0-or-later
"""Un appareil a disparu : de qui il contient des données ; en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "affected.which": (
        "Nommez un seul appareil : --teacher NOM ou --laptop LABEL. Les "
        "listes (--volume) vont avec un professeur."
    ),
    "affected.future": (
        "--since : {day} est encore à venir. Prenez le jour depuis lequel "
        "l’appareil servait."
    ),
    "affected.no_laptop": (
        "Il n’y a pas d’ordinateur {name}. Regardez l’étiquette, ou la liste de "
        "distribution."
    ),
    "several.affected.no_laptop": (
        "Il y a {count} ordinateurs {name}. Donnez le numéro, ou plus de signes."
    ),
    "affected.no_volume": (
        "Dans {file} il n’y a pas de liste de ce professeur (inzage-console "
        "volumes DOSSIER). Sans elle, tous ceux qui peuvent être concernés "
        "sont listés."
    ),
    "affected.pupils_list": (
        "{file} est la liste d’un élève, pas celle d’un professeur "
        "(inzage-console volumes DOSSIER). Sans ce fichier, tous ceux qui peuvent"
        " être concernés sont listés."
    ),
    "affected.bad": (
        "{file} n’est pas en ordre ; inzage-verify {file} dit pourquoi. Sans "
        "ce fichier, tous ceux qui peuvent être concernés sont listés."
    ),
    "affected.teacher": "L’ordinateur de {who} :",
    "affected.laptop": "L’ordinateur {label} :",
    "affected.bound": (
        "Voici tous ceux qui peuvent être concernés, d’après le registre ; "
        "il y en a peut-être moins. Une liste de ce professeur (--volume) "
        "précise. Qui a changé de classe en cours d’année figure dans sa "
        "classe actuelle."
    ),
    "affected.narrowed": (
        "Vérifié avec les listes de {months}, faites à partir du {made}. "
        "Elles n’excluent ni ce qui a suivi, ni un mois dont il n’y a pas de "
        "liste."
    ),
    "affected.unknown": (
        "Dans les listes il y a encore {count} élève que le registre ne "
        "connaît plus.|Dans les listes il y a encore {count} élèves que le "
        "registre ne connaît plus."
    ),
    "affected.row": "  {cells}",
    "affected.counted": "{count} élève.|{count} élèves.",
    "affected.others": (
        "De {count} autre élève ({year}) il n’y a rien, sauf si ce professeur a "
        "eu sa classe plus tôt dans l’année : le registre ne le sait plus. Le "
        "nom va dans le fichier de --out.|De {count} autres élèves ({year}) il "
        "n’y a rien, sauf si ce professeur a eu leur classe plus tôt dans "
        "l’année : le registre ne le sait plus. Les noms vont dans le fichier "
        "de --out."
    ),
    "affected.kinds_teacher": (
        "Ce qui peut s’y trouver, de ses propres classes seulement : la liste "
        "de classe (nom, classe, ordinateur, qui n’a pas de petite image), et "
        "des lignes : qui a été regardé, quand et pourquoi, les verrous "
        "d’attention, et ce qui a été partagé (messages, liens, noms de "
        "fichiers)."
    ),
    "affected.kinds_laptop": (
        "Ce qui peut s’y trouver : la liste de l’élève (qui a regardé, les "
        "verrous, ce qui a été partagé, chaque oui et non de l’élève), les "
        "messages et fichiers partagés, et le billet de l’école (une "
        "opposition, un non de la maison, une dispense). Aussi de qui avait "
        "l’ordinateur avant."
    ),
    "affected.never_teacher": (
        "Ce qui ne s’y trouve jamais : une image d’un écran, et le oui ou le "
        "non d’un élève."
    ),
    "affected.never_laptop": (
        "Ce qui ne s’y trouve jamais : une image d’un écran, et les listes "
        "d’autres élèves."
    ),
    "affected.until_teacher": (
        "Les lignes partent le jour de la dernière colonne, plus tard si "
        "l’élève a demandé de les garder. Une liste de classe part après le 31 "
        "août, ou dès que la classe n’est plus à ce professeur. Mais seulement "
        "si Inzage y tourne encore et reçoit de nouveaux papiers. Le disque "
        "était-il chiffré ? Dites-le au DPO."
    ),
    "affected.until_laptop": (
        "Les lignes partent le jour de la dernière colonne, plus tard si "
        "l’élève a demandé de les garder ; mais seulement si Inzage y tourne "
        "encore. Le disque était-il chiffré ? Dites-le au DPO."
    ),
    "affected.no_certificate": (
        "{who} n’a jamais reçu de certificat ici. Sans console sur cet "
        "ordinateur, rien d’Inzage ne s’y trouve."
    ),
    "affected.col_who": "élève",
    "affected.col_class": "classe",
    "affected.col_year": "année scolaire",
    "affected.col_what": "quoi",
    "affected.col_since": "depuis",
    "affected.col_until": "jusqu’au",
    "affected.class_unknown": "parti",
    "affected.why": "volé",
    "held.found": "nom et lignes",
    "held.lines": "nom, peut-être des lignes",
    "held.absent": "nom ; pas de lignes dans les listes",
    "held.name": "nom sur une liste de classe",
    "held.earlier": "rien, sauf plus tôt dans une classe de ce professeur",
    "held.own": "la liste de l’élève",
    "next.theft": (
        "dites-le aujourd’hui au DPO et notez-le dans le registre des "
        "violations, même s’il n’y a rien à notifier. S’il faut notifier, "
        "c’est à l’autorité de contrôle dans les 72 heures après que l’école "
        "l’a su, et si le risque est élevé aussi aux parents et aux élèves. "
        "Maintenant, rendez le certificat invalide et publiez."
    ),
    "help.affected": (
        "Après un vol : dire de qui il peut y avoir des données sur un "
        "appareil.\n"
        "\n"
        "D’un professeur ou d’un seul ordinateur. Sans listes du professeur "
        "(--volume), ce sont tous ceux qui peuvent être concernés."
    ),
    "opt.teacher_name": "À qui est l’appareil : nom ou numéro du professeur.",
    "opt.laptop_name": "Label ou numéro de l’ordinateur.",
    "opt.affected.since": (
        "Depuis quel jour l’appareil servait ; sinon tout ce qui est gardé."
    ),
    "opt.affected.volumes": (
        "Une liste de inzage-console volumes, ou un dossier de listes ; "
        "plusieurs fois permis."
    ),
    "opt.affected.out": (
        "Un fichier (CSV) pour toute la liste ; vous seul pouvez le lire."
    ),
}
