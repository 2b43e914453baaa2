# SPDX-License-Identifier: GPL-3.0-or-later
"""Les listes de classe d’autres systèmes, en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "csv.utf16": "UTF-16. Enregistrez le fichier comme CSV UTF-8.",
    "csv.not_encoded": "ce n’est pas du {encoding}. Regardez ce que dit encoding.",
    "csv.too_much": (
        "trop : {rows} lignes au plus, et après {count} fautes nous arrêtons."
    ),
    "csv.column_twice": "cette colonne y est deux fois.",
    "csv.both_roles": "est élève et professeur à la fois.",
    "csv.not_born": "pas une date de naissance d’élève.",
    "csv.day_ymd": (
        "{text} n’est pas une date comme 2026-09-01. Le jour vient d’abord ? Donnez "
        "--dates dmy."
    ),
    "csv.day_dmy": "{text} n’est pas une date comme 01/09/2026.",
    "csv.day_mdy": "{text} n’est pas une date comme 09/01/2026.",
    "csv.no_day": "{text} : ce jour n’existe pas.",
    "csv.ends_first": "le dernier jour vient avant le premier.",
    "csv.many_pupils": "{count} élèves dans une classe ; {most} au plus.",
    "csv.many_teachers": "{count} professeurs dans une classe ; {most} au plus.",
    "csv.many_lessons": "cette classe a trop de leçons.",
    "csv.lesson_teachers": "une leçon a 1 à {most} professeurs.",
    "csv.overlap": "cette leçon tombe en même temps qu’une autre de la classe.",
    "set.old_year": "ces classes sont de {year} ; cette année scolaire est finie.",
    "set.far_year": "{year} peut être lu à partir de juillet.",
    "set.schools": (
        "il y a des classes de plusieurs écoles. Choisissez-en une avec --org : "
        "{names}."
    ),
    "set.no_school": "il n’y a pas de classes d’une école {name}.",
    "set.other_schools": (
        "{count} classe d’une autre école est laissée.|{count} classes d’autres "
        "écoles sont laissées."
    ),
    "set.other_years": (
        "{count} classe d’une autre année que {year} est laissée.|{count} classes "
        "d’une autre année que {year} sont laissées."
    ),
    "set.no_class": (
        "{count} élève sans classe est laissé.|{count} élèves sans classe sont laissés."
    ),
    "set.version": "OneRoster {version} ; nous lisons 1.1 et 1.2.",
    "set.delta": (
        "{name} ne contient que des changements (delta). Faites un ensemble complet "
        "(bulk) : sinon nous ne savons pas qui est parti."
    ),
    "set.promised": "{name} en fait partie et manque.",
    "set.denied": "{name} n’en fait pas partie et est là.",
    "source.twice": "{name} vient deux fois. Donnez chaque fichier une fois.",
    "source.odd_name": (
        "Un fichier a un signe invisible dans son nom. Donnez-lui un nom simple."
    ),
    "source.too_much": "Trop : 100 fichiers et {most} Mio au plus.",
    "source.nothing": "Il n’y a pas de fichier CSV dans {file}.",
    "source.no_file": "{file} n’est pas un fichier.",
    "source.too_large": (
        "{file} dépasse {most} Mio. Aucune liste de classe n’est si grande."
    ),
    "source.broken_zip": (
        "{file} n’est pas un zip que nous pouvons lire. Refaites-le, ou donnez le "
        "dossier."
    ),
    "source.escapes": (
        "{file} contient un nom qui mène à un autre dossier. Nous ne le lisons pas."
    ),
    "source.locked": (
        "{file} a un mot de passe. Décompressez-le d’abord et donnez le dossier."
    ),
    "source.folders": (
        "Dans {file} il y a des fichiers CSV dans plus d’un dossier. Donnez un seul "
        "dossier."
    ),
    "mapping.no_toml": "{file} n’est pas un TOML valide : {why}.",
    "mapping.unknown": "{file} : nous ne connaissons pas {name}.",
    "mapping.no_text": "{file} : {name} demande un texte entre guillemets.",
    "mapping.missing": "{file} : {name} manque.",
    "mapping.no_choice": "{file} : choisissez pour {name}.",
    "mapping.no_part": (
        "{file} : {name} doit être une partie, avec des lignes en dessous."
    ),
    "mapping.no_file": "ce fichier n’est pas là.",
    "mapping.many_files": "plus d’un fichier correspond.",
    "mapping.two_names": "le même qu’à la ligne {line}, avec un autre nom.",
    "mapping.there": "{file} existe déjà. Rien n’a changé.",
    "mapping.made": (
        "Remplissez {file} : quelle colonne de votre fichier est quoi. Ensuite, lisez "
        "avec --mapping {file}."
    ),
    "import.year": "Année scolaire {year}.",
    "import.year_word": "{given} n’est pas une année scolaire comme 2026-2027.",
    "import.many_leave": (
        "Attention : {leaving} des {count} élèves n’auraient plus de classe. Cet "
        "ensemble est-il complet ?"
    ),
    "import.sure": "Lire ? (o/n)",
    "import.done": "C’est lu.",
    "import.not_done": "Rien n’a changé.",
    "import.say_yes": (
        "Quelque chose changerait. Regardez et dites oui, ou donnez --yes. Rien n’a "
        "changé."
    ),
    "import.say_many": (
        "Tant d’élèves ne partent pas sans que quelqu’un le confirme. Regardez et "
        "dites oui, ou donnez aussi --many-leave. Rien n’a changé."
    ),
    "import.overtaken": (
        "Le registre a changé entre-temps. Rien n’a été lu ; regardez à nouveau."
    ),
    "import.forgotten": (
        "Oubliés, 30 jours après leur année scolaire : {pupils} élèves, {classes} "
        "classes, {teachers} professeurs."
    ),
    "import.reading": "lecture",
    "import.comparing": "comparaison",
    "import.writing": "écriture",
    "import.report": "La liste entière est dans {file}.",
    "report.there": "{file} existe déjà. Donnez un autre nom.",
    "report.file": "fichier",
    "report.line": "ligne",
    "report.column": "colonne",
    "report.why": "pourquoi",
    "report.who": "qui",
    "report.before": "avant",
    "report.after": "après",
    "report.what": "quoi",
    "publish.other_age": (
        "Les accords laissent décider les élèves à partir de {new} ans ; les classes "
        "ont été lues avec {old}. Relisez les classes."
    ),
    "help.class mapping": (
        "Prépare un fichier qui dit quelle colonne d’un autre export est quoi."
    ),
    "meta.sources": "DOSSIER-ZIP-OU-FICHIERS",
    "opt.class import.sources": (
        "L’ensemble : un dossier, un zip, ou les fichiers mêmes."
    ),
    "opt.class import.mapping_file": "Quelle colonne est quoi (class mapping).",
    "opt.class import.org": "Quelle école de l’ensemble, par numéro ou par nom.",
    "opt.class import.year": (
        "L’année scolaire, comme 2026-2027 ; sinon celle de l’ensemble ou de "
        "maintenant."
    ),
    "opt.class import.dates": "Comment lire 04/03/2012 ; sinon seulement 2012-03-04.",
    "opt.class import.report": (
        "Écrit toutes les fautes ou tous les changements dans ce fichier CSV."
    ),
    "opt.class import.yes": "Ne demande rien.",
    "opt.class import.many_leave": (
        "Avec --yes : aussi quand beaucoup d’élèves n’auraient plus de classe."
    ),
    "opt.class mapping.out": "Où le fichier est mis.",
    "meta.out": "FICHIER",
}
