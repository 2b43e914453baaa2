# SPDX-License-Identifier: GPL-3.0-or-later
"""Les phrases sur la liste d’un professeur, et sur des fichiers côte à côte.

`one|many` is chosen by {count}. Source: docs/spec/volume.md "Findings".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Le fichier
    "volume": (
        "Le fichier est entier : {count} partie, telle que le professeur l’a signée.|"
        "Le fichier est entier : {count} parties, telles que le professeur les a "
        "signées."
    ),
    "volume_sig": "La table des matières n’est pas signée par ce professeur.",
    "volume_unsigned": (
        "On ne peut pas vérifier si le professeur a signé ceci : le certificat était "
        "dans la partie qui manque."
    ),
    # La liste
    "leaves": (
        "La liste du professeur est entière : {count} place, et l’état est signé.|"
        "La liste du professeur est entière : {count} places, et l’état est signé."
    ),
    "volume_head": "L’état de la liste n’est pas signé par ce professeur.",
    "volume_root": "Les places de la liste ne donnent pas l’état qui a été signé.",
    "leaf_text": "Place {n} : le texte n’est pas ce qui a été noté.",
    "leaf_command": "Place {n} : cette demande n’est pas signée par ce professeur.",
    "leaf_line": "Place {n} : cette ligne n’est pas signée par cet ordinateur.",
    "leaf_erased": (
        "La place {n} a été effacée sans demande signée de l’élève ou du DPO."
    ),
    "leaves_erased": (
        "{count} place a été effacée, comme c’est permis.|"
        "{count} places ont été effacées, comme c’est permis."
    ),
    # Par ordinateur
    "volume_lines": (
        "La ligne des ordinateurs est juste : {count}.|"
        "Les lignes des ordinateurs sont justes : {count}."
    ),
    "line_twice": (
        "D’un ordinateur, il existe deux lignes {seq} qui ne sont pas les mêmes."
    ),
    "line_link": "D’un ordinateur, la ligne {seq} ne suit pas celle d’avant.",
    "leaf_place": "La ligne {seq} nomme une autre place que celle de la demande.",
    "one_sided": (
        "De {count} regards, il n’y a ici que le début ou la fin. La connexion peut "
        "en être la cause, ou la fin du mois."
    ),
    "unanswered": (
        "Pour {count} demande, aucun ordinateur n’a écrit de ligne : une fin, ou ce "
        "qui n’était pas permis ou n’est pas arrivé.|"
        "Pour {count} demandes, aucun ordinateur n’a écrit de ligne : une fin, ou ce "
        "qui n’était pas permis ou n’est pas arrivé."
    ),
    "no_own": (
        "Si un élève a dit oui, cela n’est pas dans la liste d’un professeur. Le "
        "paquet de cet élève le dit."
    ),
    # Côte à côte
    "other_school": "{file} est d’une autre école que le premier fichier.",
    "two_lists": (
        "Dans {file} et {other}, il y a deux états signés d’une même liste qui ne "
        "peuvent pas être vrais tous les deux."
    ),
    "head_of_no_tree": (
        "{file} connaît un état signé que la liste de {other} n’a jamais eu."
    ),
    "heads_fit": (
        "{count} état d’un autre fichier va avec la liste entière.|"
        "{count} états d’autres fichiers vont avec la liste entière."
    ),
    "heads_later": (
        "{count} état est d’après la liste qui est ici, et n’est pas comparé.|"
        "{count} états sont d’après la liste qui est ici, et ne sont pas comparés."
    ),
    "pack_rewritten": (
        "Dans la {chain}, la ligne {seq} n’est pas la même dans {other} que dans "
        "{file}."
    ),
    "copy_otherwise": (
        "La ligne {seq} n’est pas la même dans {file} que dans {other}."
    ),
    "only_teacher": "{other} a la ligne {seq} de cet ordinateur, et {file} ne l’a pas.",
    "only_pupil": (
        "{file} prouve que la ligne {seq} a été notée, et dans {other} elle n’est pas "
        "à cette place."
    ),
    "compared": (
        "{count} ligne est la même chez l’élève et le professeur.|"
        "{count} lignes sont les mêmes chez l’élève et le professeur."
    ),
}
