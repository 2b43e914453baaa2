# SPDX-License-Identifier: GPL-3.0-or-later
"""Les phrases de la vérification, en français.

`one|many` is chosen by {count}. Source: docs/spec/pack.md "Verifying".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Le fichier
    "file": (
        "Le fichier est entier : {count} partie, exactement comme l’ordinateur l’a "
        "signée.|"
        "Le fichier est entier : {count} parties, exactement comme l’ordinateur les a "
        "signées."
    ),
    "file_changed": "Le fichier a été modifié en dehors de ses parties.",
    "cut": (
        "Le fichier est coupé : {count} partie sur {of} est là en entier. Copiez-le "
        "encore une fois.|"
        "Le fichier est coupé : {count} parties sur {of} sont là en entier. Copiez-le "
        "encore une fois."
    ),
    "cut_all": (
        "Le fichier est coupé avant la fin de sa table des matières : on ne peut plus "
        "rien en dire. Copiez-le encore une fois."
    ),
    "cut_rest": "Ce qui est là correspond à la table des matières : {names}.",
    "cut_unsigned": (
        "Si l’ordinateur a signé cela ne peut pas être vérifié : son certificat était "
        "dans le morceau qui manque."
    ),
    "member_changed": "La partie {name} a été modifiée.",
    "member_added": "La partie {name} a été ajoutée.",
    "member_missing": "La partie {name} manque.",
    "manifest": (
        "La table des matières est endommagée ou manque. Sans elle, on ne peut rien "
        "croire de ce paquet."
    ),
    "manifest_sig": "La table des matières n’est pas signée par cet ordinateur.",
    "content": "La partie {name} n’a pas la bonne forme.",
    # Les documents de l’école
    "papers": (
        "Le document de l’école est bien signé : {count}.|"
        "Les documents de l’école sont bien signés : {count}."
    ),
    "paper_form": "Un document de l’école n’a pas la bonne forme : {kind}.",
    "paper_signature": "Un document de l’école n’est pas signé comme il faut : {kind}.",
    "trust_refused": (
        "Une lettre de confiance de l’école ne suit pas la précédente, ou n’est pas "
        "bien signée."
    ),
    "no_trust": "La lettre de confiance de l’école n’est pas dans le paquet.",
    "root": "C’est l’école qui porte le numéro {root}.",
    "wrong_root": (
        "Ce n’est pas l’école dont vous avez donné le numéro. Dans le paquet il y a "
        "{root}."
    ),
    "root_unknown": (
        "La chaîne est bonne. Si c’est votre école, le numéro sur la lettre le dit : "
        "{root}."
    ),
    "device": "L’ordinateur est de cette école.",
    "wrong_device": (
        "Le certificat de l’ordinateur n’est pas de cette école, est d’un autre "
        "ordinateur ou est endommagé."
    ),
    "device_dates": (
        "Ligne {seq} de la {chain} : le certificat de l’ordinateur ne valait pas à ce "
        "moment."
    ),
    "teacher": (
        "Un certificat d’un professeur n’est pas de cette école ou est endommagé."
    ),
    # Les chaînes
    "chain": (
        "La {chain} est bonne : {count} ligne.|La {chain} est bonne : {count} lignes."
    ),
    "line": (
        "Ligne {seq} de la {chain} : son texte, sa place ou sa signature a été modifié."
    ),
    "order": "La ligne {seq} de la {chain} ne suit pas la ligne d’avant.",
    "number": "Dans la {chain}, des lignes manquent avant le numéro {seq}.",
    "other_device": "La ligne {seq} de la {chain} est d’un autre ordinateur.",
    "epoch": "La ligne {seq} de la {chain} compte mal son nouveau début.",
    "own_head": "La ligne {seq} ne va pas avec la chaîne de l’élève.",
    "own_heads": (
        "À partir de la ligne {seq}, on n’a plus vérifié si les lignes vont avec la "
        "chaîne de l’élève : trop n’allaient pas."
    ),
    "gap": "La ligne {seq} parle de lignes qui ne sont pas là, ou qui sont autres.",
    "gaps": (
        "Il est écrit {count} fois que des lignes ne sont pas gardées à deux "
        "endroits. La connexion peut en être la cause, ou un ordinateur qui a "
        "recommencé."
    ),
    "erased": (
        "{count} ligne a été effacée, et c’est noté.|"
        "{count} lignes ont été effacées, et c’est noté."
    ),
    "erased_unsaid": (
        "La ligne {seq} de la {chain} a été effacée, et rien ne dit par qui."
    ),
    "erased_held": (
        "Ligne {seq} : des mots ont été effacés alors que la liste devait être gardée."
    ),
    "erased_early": (
        "Ligne {seq} : des mots ont été effacés pour le DPO, sans demande signée que "
        "l’élève pouvait lire pendant 14 jours."
    ),
    # L’arbre du professeur
    "proofs": (
        "L’arbre du professeur est bon : {count} preuve.|"
        "L’arbre du professeur est bon : {count} preuves."
    ),
    "proof": "La preuve de la ligne {seq} n’est pas bonne.",
    "proof_of_nothing": (
        "Il y a une preuve de la ligne {seq}, mais cette ligne n’est pas là."
    ),
    "command_leaf": "La ligne {seq} donne une autre place dans l’arbre que la preuve.",
    "head": "Un état de l’arbre n’est pas signé par un professeur de cette école.",
    "growth": (
        "L’arbre n’a pas seulement grandi : quelque chose a été modifié ou enlevé."
    ),
    "fork": (
        "Il y a deux arbres pour la même classe, le même professeur et le même mois."
    ),
    "unproven": (
        "Pour {count} ligne, il n’est pas encore confirmé que le professeur l’a "
        "aussi. La connexion peut en être la cause.|"
        "Pour {count} lignes, il n’est pas encore confirmé que le professeur les a "
        "aussi. La connexion peut en être la cause."
    ),
    "not_logged_first": (
        "Ligne {seq} : rien ne prouve que la demande a été notée d’abord."
    ),
    "copies": (
        "La copie du professeur est la même : {count} ligne comparée.|"
        "La copie du professeur est la même : {count} lignes comparées."
    ),
    "copy": "La copie du professeur dit autre chose que la ligne {seq}.",
    "copy_more": "Le professeur a la ligne {seq}, et ici elle n’est pas là.",
    "given": (
        "Rendu par le programme de {who} : {count} ligne qui manquait ici.|"
        "Rendu par le programme de {who} : {count} lignes qui manquaient ici."
    ),
    "given_wrong": (
        "La ligne {seq} serait rendue, mais ce portable ne l’a pas écrite ainsi."
    ),
    # Ce qui s’est passé
    "looks": "Chaque regard a un début et une fin : {count}.",
    "close_of_nothing": "La ligne {seq} ferme quelque chose qui n’était pas ouvert.",
    "never_closed": "La ligne {seq} commence quelque chose qui ne finit jamais.",
    "too_long": "La ligne {seq} a duré plus longtemps que ce qui était écrit.",
    "commands": "Le professeur a signé lui-même ce qu’il a demandé : {count} fois.",
    "command": "La ligne {seq} dit autre chose que ce que le professeur a signé.",
    "command_twice": "La ligne {seq} repose sur une demande qui avait déjà servi.",
    "command_sig": "Ligne {seq} : la signature du professeur n’est pas bonne.",
    "teacher_missing": (
        "Ligne {seq} : le certificat de ce professeur n’est pas dans le paquet."
    ),
    "teacher_dates": (
        "Ligne {seq} : le certificat du professeur ne valait pas à ce moment."
    ),
    "revoked": "Ligne {seq} : le certificat du professeur avait été retiré.",
    "slots": "Tout s’est passé pendant une leçon : {count} fois.",
    "slot": "La ligne {seq} s’est passée en dehors de la leçon qui est indiquée.",
    "slot_teacher": "Ligne {seq} : ce professeur n’avait pas cette leçon.",
    "no_papers_then": (
        "Pour {count} ligne, les documents de ce jour-là ne sont pas dans le paquet. "
        "Les heures n’y ont pas été vérifiées.|"
        "Pour {count} lignes, les documents de ce jour-là ne sont pas dans le paquet. "
        "Les heures n’y ont pas été vérifiées."
    ),
    "caps": (
        "Aucune limite n’a été dépassée : {count} leçon comptée.|"
        "Aucune limite n’a été dépassée : {count} leçons comptées."
    ),
    "cap": (
        "Dans la leçon du {day}, on a regardé ou demandé plus longtemps ou plus "
        "souvent que permis."
    ),
    # Ce que l’élève a choisi
    "consents": "Pour chaque image, l’élève avait dit oui : {count} fois.",
    "consent": "Ligne {seq} : il n’y avait pas de oui de l’élève.",
    "consent_over": "Ligne {seq} : le oui de l’élève était fini.",
    "paused": "Ligne {seq} : l’élève avait choisi d’être tranquille un moment.",
    "demo_choice": "Ligne {seq} : une démo a cliqué, et ceci n’est pas une démo.",
    "choice_sig": "Ligne {seq} : la signature de l’élève n’est pas bonne.",
    "unread": (
        "Pour {count} ligne, ce qu’il faut pour vérifier le oui a été effacé.|"
        "Pour {count} lignes, ce qu’il faut pour vérifier le oui a été effacé."
    ),
    "records": "Les consentements sont les mêmes que dans la chaîne.",
    "records_differ": "Les consentements ne sont pas les mêmes que dans la chaîne.",
    "notice_differs": "Un texte dans les consentements n'est pas celui qui a été "
    "montré.",
    # Les documents, dans une phrase
    "kind.trust": "la lettre de confiance",
    "kind.charter": "la convention",
    "kind.class": "la feuille de la classe",
    "kind.roster": "la liste de la classe",
    "kind.slip": "la fiche de l’élève",
    "kind.set": "la liste des documents en cours",
    "kind.revocations": "la liste des certificats retirés",
    "kind.widening": "le oui d’un parent",
    # Les chaînes, dans une phrase
    "chain.shared": "chaîne partagée",
    "chain.own": "chaîne de l’élève",
}
