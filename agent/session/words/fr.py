# SPDX-License-Identifier: GPL-3.0-or-later
"""The French sentences. A key that ends in ".young" is for pupils of 6 to 9."""

from typing import Final

DAYS: Final = "lu ma me je ve sa di"
MONTHS: Final = "janv févr mars avr mai juin juil août sept oct nov déc"
LONG_DAYS: Final = "lundi mardi mercredi jeudi vendredi samedi dimanche"
LONG_MONTHS: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre"
)
WORDS: Final = {
    "demo": "DEMO",
    "teacher": "ton prof",
    "teacher.young": "ton maître",
    "stop": "Stop",
    "nee": "Non",
    "ja": "Oui",
    "resume": "Continuer",
    "later": "Plus tard (compte comme non)",
    "later.young": "Je ne sais pas encore",
    "read_aloud": "Lire à voix haute",
    "no_voice": "Cet ordinateur n’a pas de voix pour lire.",
    "close": "Fermer",
    # the indicator
    "eye.nobody": "Personne ne regarde.",
    "eye.looked": "dernier regard : {when}",
    "eye.no_lesson": "Il n’y a pas de cours maintenant.",
    "eye.lesson": "Cours {subject} · {teacher}",
    "eye.lesson.bare": "Cours · {teacher}",
    "eye.why": "Pourquoi : {why}",
    "eye.overview": "{teacher} voit une petite image.",
    "eye.notice": "{teacher} veut voir ton écran en grand.",
    "eye.notice.left": "{why} · dans {n} secondes",
    "eye.notice.left.one": "{why} · dans 1 seconde",
    "eye.view": "{teacher} voit ton écran en grand.",
    "eye.left": "{why} · encore {left}",
    "eye.show": "Ton écran est au tableau.",
    "eye.paused": "Un moment privé. Personne ne regarde.",
    "eye.paused.until": "jusqu’à la sonnerie, {until}",
    "eye.paused.open": "jusqu’à ce que tu cliques sur Continuer",
    "eye.attention": "{teacher} demande ton attention.",
    "eye.trouble": "Inzage ne marche pas maintenant.",
    "eye.trouble.nobody": "Donc personne ne peut regarder.",
    "eye.hint": "Clique pour Mon inzage.",
    # Mijn inzage
    "inzage": "Mon inzage",
    "tab.now": "Maintenant",
    "tab.list": "Liste",
    "tab.choices": "Mes choix",
    "tab.agreements": "Accords",
    "tab.hand": "Main",
    "tab.offers": "Reçu",
    "now.sees": "Voici ce que {teacher} voit maintenant",
    "now.class": "Voici ce que la classe voit maintenant",
    "now.nobody": "Personne ne regarde",
    "now.wait": "Aucune image n’est encore partie.",
    "now.exactly": "Exactement la dernière image : {w} sur {h} pixels, de {when}.",
    "now.read.nobody": "Personne ne voit ton écran maintenant. Ni ce que tu tapes.",
    "now.read.overview": (
        "Cette image est petite et floue. Les lettres normales sont trop petites pour "
        "être lues, ce que tu tapes aussi. Ton prof devine parfois les grandes."
    ),
    "now.read.view": "{teacher} peut lire ton écran maintenant. Ce que tu tapes aussi.",
    "now.read.show": (
        "La classe peut lire ton écran maintenant. Ce que tu tapes aussi."
    ),
    "now.read.notice": (
        "Si cela commence, {teacher} peut lire ton écran. Ce que tu tapes aussi. "
        "Tu ne veux pas ? Clique sur Non près de l’œil."
    ),
    "now.never": "Caméra et micro restent coupés. Les images ne sont pas gardées.",
    "now.until": "{why} · jusqu’à {until}",
    "pause": "Un moment privé",
    "list.title": "Qui a regardé ?",
    "list.since": "depuis le {when}",
    "list.empty": "Ta liste est encore vide.",
    "list.wait": "On va chercher ta liste.",
    "list.unproven": "pas encore confirmé",
    "list.unproven.why": (
        "« Pas encore confirmé » veut dire : l’ordinateur de ton prof n’a pas encore "
        "dit qu’il a aussi cette ligne. Le plus souvent, cela vient tout seul."
    ),
    "list.own": "ton prof ne voit pas cette ligne",
    "list.given": "rendu par le programme de {who}",
    "list.erased": "Les mots de {n} lignes sont effacés.",
    "list.erased.one": "Les mots de {n} ligne sont effacés.",
    "list.kept": (
        "Ta liste est gardée jusqu’au {when}. D’ici là, personne ne peut rien effacer."
    ),
    "list.more": "Montrer les lignes d’avant",
    "list.compare": "La liste de ton prof est-elle pareille ?",
    "list.take": "Emporter la liste",
    "list.taken": "Ta liste est dans {place}.",
    "list.not_taken": "La liste n’a pas pu être gardée.",
    "list.today": "Aujourd’hui, {day}",
    "list.orders": "Effacer ou garder",
    "compare.asking": "On vérifie.",
    "compare.but": "Les lignes pas encore confirmées n’ont pas encore été comparées.",
    "compare.nobody": "Aucun programme de prof n’est là maintenant.",
    "compare.not_yet": "Ce n’est pas encore vérifié.",
    "compare.when": "Cela se vérifie tout seul, au début et à la fin d’un cours.",
    "orders.back": "Retour",
    "erase.head": "Effacer les mots",
    "erase.goes": "Les mots de tes lignes s’en vont, ici et chez ton prof.",
    "erase.stays": (
        "Ce qui reste : qu’il y avait une ligne, et un long code par ligne. "
        "Personne ne peut lire les mots dans ce code. "
        "Avec ce code, on voit si quelqu’un change ta liste."
    ),
    "erase.not_yet": "Les lignes du dernier jour restent encore. Tes choix aussi.",
    "erase.first": "On ne peut pas revenir en arrière. Emporte d’abord ta liste.",
    "erase.do": "Effacer les mots",
    "erase.sure": "C’est sûr ? Les mots de ta liste s’en vont. Le dernier jour reste.",
    "erase.yes": "Oui, effacer",
    "erase.kept": "Effacer n’est pas possible : ta liste est gardée jusqu’au {when}.",
    "erase.nothing": "Il n’y a rien à effacer : chaque ligne reste d’abord un jour.",
    "hold.head": "Garder un an",
    "hold.why": "Tu veux signaler quelque chose ou te plaindre ? Fais garder ta liste.",
    "hold.means": (
        "Pendant un an, personne ne peut rien y effacer. Ni l’école, ni toi."
    ),
    "hold.end": "On ne peut pas l’arrêter plus tôt.",
    "hold.do": "Garder un an",
    "hold.sure": "C’est sûr ? Pendant un an, personne ne pourra rien effacer.",
    "hold.yes": "Oui, garder",
    "hold.kept": "Ta liste est déjà gardée, jusqu’au {when}.",
    "choices.title": "Qu’est-ce que tu permets ?",
    "choices.lead": "Tu peux changer chaque choix. Cela marche tout de suite.",
    "choices.overview": "Une petite image",
    "choices.overview.why": (
        "Ton prof voit à peu près ce que tu fais. "
        "Les lettres normales sont trop petites pour être lues."
    ),
    "choices.view": "Ton écran en grand",
    "choices.view.why": (
        "Ton prof peut tout lire. 2 minutes au plus. "
        "Tu as toujours d’abord 3 secondes pour dire non."
    ),
    "choices.show": "Montrer ton écran à la classe",
    "choices.show.why": (
        "Chaque fois une nouvelle question. Tu vois d’abord ce que tous voient."
    ),
    "choices.impossible": "Tu ne peux pas activer ceci maintenant.",
    "choices.free": (
        "Dire non ne change rien. Tu reçois les mêmes tâches, liens et aide. "
        "Ton prof voit seulement : pas d’image."
    ),
    "choices.parents": "Pour les plus jeunes, les parents doivent aussi dire oui.",
    "choices.wait": "Tes choix viennent quand l’ordinateur est prêt.",
    "agreements.title": "Ce que l’école a décidé",
    "agreements.none": "Les accords de ton école ne sont pas encore ici.",
    "agreements.notice": "Ce qu’on te dit",
    "hand.title": "Besoin d’aide ?",
    "hand.lead": "Lève la main. Seul ton prof le voit.",
    "hand.up": "Lever la main",
    "hand.is_up": "Ta main est levée. {teacher} vient quand c’est ton tour.",
    "hand.down": "Baisser la main",
    "hand.offer": "{teacher} peut regarder mon écran pendant 2 minutes",
    "hand.offer.why": "Seulement si tu le choisis. Puis cela s’arrête tout seul.",
    "hand.offered": "Ton prof peut venir voir maintenant.",
    "hand.no_lesson": "C’est possible pendant le cours seulement.",
    "offers.title": "Reçu",
    "offers.lead": "Ce que tu as reçu reste ici une semaine.",
    "offers.none": "Rien n’a encore été partagé.",
    "offer.message": "Message de {teacher}",
    "offer.link": "Lien de {teacher}",
    "offer.file": "Fichier de {teacher}",
    "offer.hand_in": "À rendre à {teacher}",
    "offer.open": "Ouvrir",
    "offer.away": "Enlever",
    "offer.later": "Plus tard",
    "offer.read": "Lu",
    "offer.stays": (
        "Il reste une semaine dans Reçu. Personne n’apprend si tu l’as lu."
    ),
    # the question
    "question.sample": "Ton prof le voit aussi petit.",
    "question.all": "Tout lire",
    "question.chose_yes": "Tu as choisi oui.",
    "question.undo": "Annuler",
    # the show ask
    "show": "Montrer",
    "show.title": "Ceci peut aller au tableau ?",
    "show.asks": "{teacher} le demande. Voici ce que la classe voit :",
    "show.left": "Encore {n} secondes. Pas de réponse, c’est non.",
    "show.left.one": "Encore 1 seconde. Pas de réponse, c’est non.",
    "show.yes": "Oui, montre-le",
    # the curtain
    "curtain.title": "Regarde le tableau.",
    "curtain.who": "{teacher} demande ton attention. Pourquoi : {why}.",
    "curtain.safe": "Ton travail reste. Tout revient comme c’était.",
    "curtain.unwell": "Tu ne te sens pas bien ? Lève la main ou va voir {teacher}.",
    "curtain.help": "J’ai besoin d’aide maintenant",
    "curtain.larger": "Lettres plus grandes",
    "refused": "Un Inzage tourne déjà sur cet ordinateur.",
}
