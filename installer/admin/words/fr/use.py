# SPDX-License-Identifier: GPL-3.0-or-later
"""Utilisation, fautes du système et phrases secrètes, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Ce qui est dit
    "next": "Étape suivante : {what}",
    "next.help": "lisez l’aide.",
    "next.found": (
        "le DPO crée une clé sur son propre appareil, puis vous créez l’école ici."
    ),
    "next.dpo_pub": "demandez ce fichier au DPO, qui le fait sur son propre appareil.",
    "next.school": (
        "donnez ce fichier au bureau ; là on crée l’école (DIR est un dossier "
        "vide, STICK une clé USB)."
    ),
    "next.form": "préparez le formulaire de la convention.",
    "next.propose": (
        "remplissez le formulaire, faites-le vérifier et signez-le comme bureau."
    ),
    "next.mend": "corrigez cela dans le formulaire et faites-le vérifier à nouveau.",
    "next.sign": (
        "donnez le dossier avec la proposition au DPO, qui lit et signe sur son "
        "propre appareil (DPO est le dossier du DPO)."
    ),
    "next.give_back": (
        "rendez le dossier au bureau, et voyez là ce qui vient maintenant."
    ),
    "next.bring": (
        "portez ce fichier à l’ordinateur {laptop}, et tapez là : sudo "
        "inzage-agentd officer {file}{pack}"
    ),
    "next.classes": "lisez les classes, les élèves et les professeurs.",
    "next.mapping": (
        "est-ce un export de votre propre système, ou pas en UTF-8 ? Dites alors "
        "quelle colonne est quoi et quel est l’encodage, et lisez avec cela."
    ),
    "next.widening_propose": (
        "signez comme bureau ce qui permet plus : le oui des parents, et ce qui est "
        "retiré. Tant que le DPO n’a pas signé aussi, rien ne change."
    ),
    "next.widening_sign": (
        "donnez le dossier avec les élargissements au DPO, qui compare la liste "
        "aux formulaires et signe (DPO est le dossier du DPO)."
    ),
    "next.publish": (
        "publiez, pour que les ordinateurs et les professeurs le reçoivent."
    ),
    "next.assign": "donnez un élève à chaque ordinateur.",
    "next.enrol": (
        "inscrivez des ordinateurs : créez un jeton et laissez cet appareil répondre."
    ),
    "next.serve": "laissez cet appareil répondre aux ordinateurs.",
    "next.teacher": (
        "donnez un certificat à un professeur, sur la demande écrite par sa "
        "console (inzage-console request)."
    ),
    "next.fresh": (
        "tout est là. Prolongez les documents chaque nuit, au plus tard dans la "
        "semaine ; sans phrase secrète."
    ),
    "stopped": "Arrêté.",
    # Mauvaise utilisation
    "wrong.missing": "Il manque quelque chose : {what}.",
    "wrong.no_option": "Il n’y a pas d’option {name}.{meant}",
    "wrong.no_command": "Il n’y a pas de commande {name}.{meant}",
    "wrong.meant": " Vouliez-vous dire {name} ?",
    "wrong.choice": "{what} : choisissez parmi {choices}.",
    "wrong.number": "{what} : un nombre de {low} à {high}.",
    "wrong.least": "{what} : un nombre, {low} ou plus.",
    "wrong.whole": "{what} : un nombre.",
    "wrong.day": "{what} : une date comme 2026-09-01.",
    "wrong.value": "{what} : cela ne peut pas être ici.",
    "wrong.takes": "{name} : il manque une valeur, ou il y en a une de trop.",
    "wrong.extra": "Ceci est de trop : {words}.",
    "wrong.no_subcommand": "Dites aussi quelle commande.",
    # Ce que le système ne permet pas
    "sys.missing": "{file} n’est pas là.",
    "sys.denied": "{file} : cet utilisateur n’y a pas droit.",
    "sys.full": "{file} : le disque est plein.",
    "sys.there": "{file} est déjà là. Choisissez un autre nom, ou enlevez le fichier.",
    "sys.folder": "{file} est un dossier, pas un fichier.",
    "sys.no_folder": "{file} n’est pas un dossier.",
    "sys.port": (
        "Ce port est déjà utilisé. enrol serve tourne-t-il déjà ? Sinon "
        "choisissez-en un autre avec --port."
    ),
    "sys.other": "{file} : cela a échoué (erreur {number} du système).",
    "file.not_utf8": (
        "{file}, ligne {line} : ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8."
    ),
    "key.there": "{file} est déjà là. Une clé n’est jamais écrasée.",
    "key.locked": "{file} demande une phrase secrète.",
    "key.wrong": "{file} : la phrase secrète est fausse, ou ce n’est pas une clé.",
    "key.kind": "{file} est une autre sorte de clé.",
    "key.unreadable": (
        "La clé {file} ne peut pas être lue. Est-elle là, et cet utilisateur y "
        "a-t-il droit ?"
    ),
    "register.busy": (
        "Quelqu’un d’autre écrit dans le registre {where}. Rien n’a changé ; "
        "réessayez dans une minute."
    ),
    "register.read_only": (
        "Cet utilisateur ne peut pas écrire dans le registre {where}. Voyez à qui "
        "est le fichier."
    ),
    "register.full": (
        "Le disque est plein : rien n’a été écrit dans le registre {where}."
    ),
    "register.damaged": (
        "Le registre {where} est endommagé ou n’en est pas un. Remettez une sauvegarde."
    ),
    "register.away": (
        "Le registre {where} est inaccessible ({said}). Voyez s’il est là, si le "
        "serveur tourne et si office.json est juste."
    ),
    "register.driver": (
        "Un registre dans PostgreSQL demande psycopg, qui manque ici. "
        'Installez-le : pip install "inzage[postgres]".'
    ),
    "register.address": (
        "L’adresse du registre n’en est pas une, comme "
        "sqlite:////dossier/register.db ou postgresql+psycopg://serveur/nom."
    ),
    "register.option": (
        "Dans l’adresse du registre {where}, quelque chose n’est pas possible : "
        "une option, un serveur ou un port. Rien n’a changé ; corrigez l’adresse "
        "(register dans office.json)."
    ),
    "register.newer": (
        "Ce registre est d’une version plus récente d’Inzage (étape {held}, "
        "celle-ci connaît {head}). Mettez Inzage à jour ici. Rien n’a changé."
    ),
    "register.broken": (
        "Le registre renvoie à ce qui n’est pas là ({table}). Rien n’a changé ; "
        "remettez une sauvegarde."
    ),
    "register.other": (
        "Quelque chose ne va pas avec le registre. Rien n’a changé ; remettez une "
        "sauvegarde."
    ),
    "paper.broken": (
        "Un document de l’école est endommagé. Remettez le dossier du bureau "
        "depuis une sauvegarde."
    ),
    # Phrases secrètes
    "ask.office": "Phrase secrète du bureau",
    "ask.new_office": "Nouvelle phrase secrète pour le bureau",
    "ask.root": "Phrase secrète de la clé USB (root)",
    "ask.new_root": "Nouvelle phrase secrète pour la clé USB (root)",
    "ask.dpo": "Phrase secrète du DPO",
    "ask.new_dpo": "Nouvelle phrase secrète pour le DPO",
    "ask.again": "Encore une fois",
    "ask.differ": "Ce n’était pas deux fois la même chose.",
    "ask.empty": "Une phrase secrète vide ne protège rien.",
    "ask.short": (
        "Cette phrase secrète est trop courte : prenez au moins 12 signes, ou 4 mots."
    ),
    # Ce qui précède un fait
    "label.school": "école",
    "label.number": "numéro",
    "label.classes": "classes",
    "label.pupils": "élèves",
    "label.laptops": "ordinateurs",
    "label.enrolled": "inscrits",
    "label.folder": "dossier",
    "label.file": "fichier",
    "label.until": "jusqu’au",
}
