# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of `inzage-console` on the command line, Dutch first."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CommandWords:
    """Every sentence of the command line in one language; braces are filled in."""

    about: str
    usage: str
    options: str
    arguments: str
    commands: str
    command: str
    folder: str
    file: str
    number: str
    help: str
    version: str
    state: str
    script: str
    request: str
    request_file: str
    given: str
    bundle: str
    root: str
    volumes: str
    volumes_folder: str
    missing: str  # {what}
    unknown: str  # {what}
    no_value: str  # {what}
    wrong: str
    more: str  # {program}
    old_phrase: str
    new_phrase: str
    same_again: str
    differ: str
    take: str  # {file}
    ready: str  # {school}
    is_it: str
    yes: str  # the letter that is a yes


NL: Final = CommandWords(
    about="Het venster van de leraar op de klas.",
    usage="Gebruik: ",
    options="Opties",
    arguments="Wat je erbij schrijft",
    commands="Opdrachten",
    command="OPDRACHT",
    folder="MAP",
    file="BESTAND",
    number="NUMMER",
    help="toon deze uitleg en stop",
    version="zeg welke versie dit is en stop",
    state="een andere map voor sleutels en papieren",
    script="bestuur het venster met een script; alleen in een demo",
    request="maak sleutels en vraag een certificaat aan",
    request_file="waar de aanvraag komt te staan",
    given="lees in wat het secretariaat gaf",
    bundle="het bestand dat het secretariaat gaf",
    root="het hele nummer op de brief",
    volumes="schrijf de lijst van elke maand",
    volumes_folder="een map, voor de privacyhulp van de school",
    missing="Er ontbreekt iets: {what}.",
    unknown="Dit kennen we niet: {what}.",
    no_value="Achter {what} hoort nog een woord.",
    wrong="Zo kan het niet.",
    more="Alle mogelijkheden: {program} --help",
    old_phrase="De wachtzin van de sleutel van deze computer: ",
    new_phrase="Een nieuwe wachtzin voor de sleutel van deze computer: ",
    same_again="Nog eens dezelfde: ",
    differ="De twee wachtzinnen verschillen; er is niets gemaakt.",
    take="Breng {file} naar het secretariaat; er staat geen sleutel in.",
    ready="Klaar voor {school}.",
    is_it="Is dit het nummer op de brief? [j/N] ",
    yes="j",
)

EN: Final = CommandWords(
    about="The teacher's window on the class.",
    usage="Usage: ",
    options="Options",
    arguments="What you write with it",
    commands="Commands",
    command="COMMAND",
    folder="FOLDER",
    file="FILE",
    number="NUMBER",
    help="show this help and stop",
    version="say which version this is and stop",
    state="another folder for keys and papers",
    script="drive the window with a script; in a demo only",
    request="make keys and ask for a certificate",
    request_file="where the request comes",
    given="read in what the office gave",
    bundle="the file the office gave",
    root="the whole number on the letter",
    volumes="write the list of each month",
    volumes_folder="a folder, for the school's privacy helper",
    missing="Something is missing: {what}.",
    unknown="We do not know this: {what}.",
    no_value="A word must follow {what}.",
    wrong="This is not how it works.",
    more="All there is: {program} --help",
    old_phrase="The passphrase of this computer's key: ",
    new_phrase="A new passphrase for this computer's key: ",
    same_again="The same again: ",
    differ="The two passphrases differ; nothing was made.",
    take="Take {file} to the office; no key is in it.",
    ready="Ready for {school}.",
    is_it="Is this the number on the letter? [y/N] ",
    yes="y",
)

FR: Final = CommandWords(
    about="La fenêtre de l’enseignant sur la classe.",
    usage="Usage : ",
    options="Options",
    arguments="Ce que vous écrivez avec",
    commands="Commandes",
    command="COMMANDE",
    folder="DOSSIER",
    file="FICHIER",
    number="NUMERO",
    help="montrer cette aide et s’arrêter",
    version="dire la version et s’arrêter",
    state="un autre dossier pour les clés et les documents",
    script="conduire la fenêtre avec un script ; dans une démo seulement",
    request="faire des clés et demander un certificat",
    request_file="où la demande est écrite",
    given="lire ce que le secrétariat a donné",
    bundle="le fichier que le secrétariat a donné",
    root="le numéro entier de la lettre",
    volumes="écrire la liste de chaque mois",
    volumes_folder="un dossier, pour l’aide vie privée de l’école",
    missing="Il manque quelque chose : {what}.",
    unknown="Nous ne connaissons pas ceci : {what}.",
    no_value="Un mot doit suivre {what}.",
    wrong="Cela ne marche pas ainsi.",
    more="Tout ce qui est possible : {program} --help",
    old_phrase="La phrase secrète de la clé de cet ordinateur : ",
    new_phrase="Une nouvelle phrase secrète pour la clé de cet ordinateur : ",
    same_again="La même encore une fois : ",
    differ="Les deux phrases secrètes diffèrent ; rien n’a été fait.",
    take="Portez {file} au secrétariat ; aucune clé n’y est.",
    ready="Prêt pour {school}.",
    is_it="Est-ce le numéro de la lettre ? [o/N] ",
    yes="o",
)

LANGUAGES: Final = {"nl": NL, "en": EN, "fr": FR}


def command_words(language: str) -> CommandWords:
    """Choose the words; Dutch when a language is not there."""
    return LANGUAGES.get(language, NL)
