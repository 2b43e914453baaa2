# SPDX-License-Identifier: GPL-3.0-or-later
"""Les mots pour les élèves, en français."""

from typing import Final

from consent.documents.fields import Band
from consent.purpose import Purpose
from consent.wording.parts import Question, Section, Words

_TEN_AND_UP: Final = (
    Section(
        "Quelqu’un regarde-t-il mon écran ?",
        "Parfois ton prof veut voir ton écran. Ce programme le permet. "
        "Il s’appelle Inzage. C’est toi qui choisis.",
    ),
    Section(
        "Que voit ton prof ?",
        "Ton prof voit une petite image de ton écran. "
        "Les lettres normales sont trop petites pour être lues. "
        "Ton prof peut parfois deviner les grandes lettres. "
        "Si tu dis oui, ton prof peut aussi voir ton écran en grand. "
        "Tu le vois alors toujours en haut de ton écran.",
    ),
    Section(
        "Que ne peut pas faire ton prof ?",
        "Ton prof ne voit pas ce que tu tapes. La caméra et le micro sont éteints. "
        "Rien n’est filmé. Ce que tu as fait hier reste à toi. "
        "Le soir, le week-end et chez toi, personne ne regarde. "
        "Un prof peut prendre une photo de son propre écran. "
        "Ce n’est pas permis. Dis-le si tu le vois.",
    ),
    Section(
        "Quand ?",
        "Seulement en classe, à l’école. Ton prof dit d’abord pourquoi. "
        "Tu le lis sur ton écran. Après le cours, tout s’arrête.",
    ),
    Section(
        "Peux-tu dire non ?",
        "Oui. Tu peux toujours dire non. Tu ne dois pas dire pourquoi. "
        "Tu n’es pas puni et tu ne perds pas de points. "
        "Ton prof voit seulement : pas d’image. Pas pourquoi. "
        "Tu peux dire oui plus tard, puis encore non. Dire non prend un clic.",
    ),
    Section(
        "As-tu moins de {age} ans ?",
        "Alors tes parents aussi doivent dire oui. Tu dis non ? Alors c’est non.",
    ),
    Section(
        "Qui a regardé ?",
        "Clique sur le petit œil. Tu vois une liste : qui, quand, combien de temps, "
        "pourquoi. Si on change la liste, cela se voit. "
        "Les autres élèves ne voient pas ta liste. Tu peux la prendre avec toi.",
    ),
    Section(
        "Quand est-ce que cela part ?",
        "Les images ne sont pas gardées. "
        "La liste reste trente jours après l’année scolaire. "
        "Puis l’ordinateur l’efface.",
    ),
    Section(
        "Quelque chose ne va pas ?",
        "Parle à quelqu’un en qui tu as confiance. "
        "Tu peux aussi écrire à la personne qui protège tes données à l’école. "
        "Son nom est ici. Tu peux aussi voir le délégué aux droits de l’enfant. "
        "Ou le service qui veille sur la vie privée.",
    ),
    Section(
        "Qui a choisi cela ?",
        "L’école. Les élèves, les parents et les profs en ont d’abord parlé. "
        "Tu lis ici ce qu’ils ont dit.",
    ),
)

_SIX_TO_NINE: Final = (
    Section(
        "Quelqu’un regarde-t-il mon écran ?",
        "Parfois ton maître veut voir ton écran. Tu peux choisir.",
    ),
    Section(
        "Que voit ton maître ?",
        "Une petite image de ton écran. Personne ne peut lire les petites lettres. "
        "Tu dis oui ? Alors on peut aussi le voir en grand. "
        "Tu le vois en haut de ton écran.",
    ),
    Section(
        "Que ne peut-on pas faire ?",
        "Personne ne te filme. Personne ne t’écoute. Les images ne sont pas gardées. "
        "Chez toi, personne ne regarde. Prendre une photo de ton écran est interdit.",
    ),
    Section(
        "Quand ?",
        "Seulement pendant le cours, en classe. On te dit d’abord pourquoi. "
        "Après le cours, tout s’arrête.",
    ),
    Section(
        "Peux-tu dire non ?",
        "Oui, toujours. Tu n’es pas puni. Tu ne dois pas dire pourquoi. "
        "Dire non prend un clic.",
    ),
    Section(
        "As-tu moins de {age} ans ?",
        "Alors chez toi, quelqu’un doit aussi dire oui. Tu dis non ? Alors c’est non.",
    ),
    Section(
        "Qui a regardé ?",
        "Clique sur le petit œil. Tu vois qui a regardé et pourquoi. "
        "Tu peux lire avec quelqu’un.",
    ),
    Section(
        "Quand est-ce que cela part ?",
        "Les images partent tout de suite. La liste part après l’année.",
    ),
    Section(
        "Quelque chose ne va pas ?",
        "Dis-le à quelqu’un que tu aimes bien. "
        "À l’école, il y a une personne qui aide. Son nom est ici.",
    ),
    Section(
        "Qui a choisi cela ?",
        "L’école. Les enfants, les parents et les maîtres en ont d’abord parlé.",
    ),
)

_FOOT: Final = "Un non ne change rien. Ton prof ne voit pas pourquoi."
_FOOT_SMALL: Final = "Dire non, c’est bien aussi. Personne ne demande pourquoi."


def _question(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("Quoi", what),
        Section("Pourquoi", why),
        Section("Accords", agreed),
        _FOOT,
    )


def _small(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("Quoi", what),
        Section("Pourquoi", why),
        Section("Accords", agreed),
        _FOOT_SMALL,
    )


FR: Final = Words(
    pages={Band.TEN_AND_UP: _TEN_AND_UP, Band.SIX_TO_NINE: _SIX_TO_NINE},
    questions={
        (Purpose.OVERVIEW, Band.TEN_AND_UP): _question(
            "Ton prof peut-il voir une petite image de ton écran ?",
            "Une petite image. Les lettres sont trop petites pour être lues. "
            "L’image n’est pas gardée.",
            "Voir qui a besoin d’aide.",
            "Seulement en classe, à l’école. Le petit œil le montre toujours. "
            "Arrêter prend un clic.",
        ),
        (Purpose.VIEW, Band.TEN_AND_UP): _question(
            "Ton prof peut-il parfois voir ton écran en grand ?",
            "Tout ton écran, assez grand pour le lire. "
            "Deux minutes au plus chaque fois. L’image n’est pas gardée.",
            "T’aider quand tu es bloqué.",
            "Seulement en classe, à l’école. "
            "Tu as d’abord trois secondes pour dire non. "
            "Arrêter prend un clic.",
        ),
        (Purpose.SHOW, Band.TEN_AND_UP): _question(
            "Ton prof peut-il demander de montrer ton écran à la classe ?",
            "Tout ton écran, pour toute la classe. L’image n’est pas gardée.",
            "Regarder ensemble ce que tu as fait.",
            "Tu choisis chaque fois. Tu vois d’abord ce que la classe voit. "
            "Arrêter prend un clic.",
        ),
        (Purpose.OVERVIEW, Band.SIX_TO_NINE): _small(
            "Ton maître peut-il voir une petite image de ton écran ?",
            "Une petite image. Personne ne peut lire les petites lettres.",
            "Voir qui a besoin d’aide.",
            "Seulement en classe. Pas chez toi. Tu peux dire non.",
        ),
        (Purpose.VIEW, Band.SIX_TO_NINE): _small(
            "Ton maître peut-il parfois voir ton écran en grand ?",
            "Tout ton écran. Un petit moment.",
            "Pour t’aider.",
            "Seulement en classe. Pas chez toi. Arrêter prend un clic.",
        ),
        (Purpose.SHOW, Band.SIX_TO_NINE): _small(
            "Ton maître peut-il montrer ton écran à la classe ?",
            "Tout ton écran, pour la classe.",
            "Regarder ensemble ce que tu as fait.",
            "Tu peux choisir chaque fois. Arrêter prend un clic.",
        ),
    },
    ages=("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit"),
)
