# machine-drafted: no native speaker of French has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = Oui
option-no = Non
option-unsure = Pas sûr
option-agree = D'accord
option-disagree = Pas d'accord
option-pass = Sans avis
option-other = Autre chose

## How to answer: the last line of a question
hint-choice = Répondez par un numéro.
hint-other = Répondez par un numéro, ou avec vos mots.
hint-choices = Répondez par un ou plusieurs numéros, comme 1 3. Au plus { $max }.
hint-ranking = Répondez par des numéros, le meilleur en premier, comme 2 1. Au plus { $max }.
hint-points = Partagez { $total } points : { $count } nombres dans cet ordre.
hint-date = Répondez par une date, comme 25/12.
hint-file = Envoyez une photo, un enregistrement ou un document.
hint-no-file = Les fichiers n'arrivent pas ici. Vous pouvez décrire avec des mots.
hint-rating = Répondez de { $min } à { $max }.
hint-number = Répondez par un nombre.
hint-text = Répondez avec vos mots.
hint-place = Indiquez le lieu.
hint-skip = PASSER pour passer.
hint-stop = STOP pour finir.

## Asked again, simpler
again-choice = Désolé, nous n'avons pas compris. Envoyez un numéro, de 1 à { $max } :
again-choice-short = Envoyez un seul numéro, de 1 à { $max }. Exemple : 1
again-rating = Désolé, nous n'avons pas compris. Envoyez un nombre, de { $min } à { $max }.
again-number = Désolé, nous n'avons pas compris. Envoyez un nombre, de { $min } à { $max }.
again-text = Désolé, le message est vide. Écrivez quelques mots.
again-place = Désolé, le message est vide. Écrivez le nom du lieu.
again-choices = Désolé, nous n'avons pas compris. Envoyez de { $min } à { $max } numéros, comme 1 3 :
again-choices-short = Envoyez seulement des numéros de 1 à { $count }, comme 1 3
again-ranking = Désolé, nous n'avons pas compris. Envoyez des numéros, le meilleur en premier, comme 2 1 :
again-ranking-short = Envoyez seulement le numéro du meilleur, de 1 à { $count }.
again-points = Le total n'est pas { $total }. Envoyez { $count } nombres qui font { $total } :
again-date = Désolé, nous n'avons pas compris. Envoyez jour, mois, année, comme 25/12/2026.
again-file = Aucun fichier. Envoyez-le, décrivez-le avec des mots, ou PASSER.

## Did you mean
confirm = Voulez-vous dire : { $value } ?

## Words that always work
stopped = Vous n'aurez plus de messages. Vos réponses sont gardées. Envoyez DEBUT pour revenir.
still-stopped = Vous ne vouliez plus de messages. Envoyez DEBUT pour revenir.
started = Content de vous revoir.
help = Répondez par un numéro ou avec vos mots. RETOUR : question d'avant. REPETER : redire. PASSER : passer. STOP : finir.
cannot-skip = Cette question demande une réponse. STOP pour finir.
nothing-before = C'est la première question.
declined = D'accord, nous ne demandons plus rien. Merci.
kept-for-person = Merci. Une personne lira ce que vous avez écrit.
already-answered = Réponse déjà donnée. Rien n'a changé.
switch-offer = Pour le français, envoyez FRANCAIS.
language-not-offered = Désolé, pas encore dans cette langue.
languages = Langues : { $list }. Envoyez le nom de la vôtre.

## Menu and campaigns
menu = Envoyez un mot pour participer, ou STOP.
menu-entry = { $keyword }: { $title }
menu-none = Rien n'est ouvert maintenant. Merci de votre message.
not-understood = Désolé, nous n'avons pas compris. Une personne le lira.
campaign-done = Vous avez déjà participé. Merci. Reçu : { $receipt }
campaign-closed = C'est fermé maintenant. Merci de votre message.
wants-person = Une personne lira votre message. Il faut parfois quelques jours.
status = Votre réponse { $receipt } est bien arrivée.
status-none = Nous n'avons pas encore de réponse de vous.
## Going on, changing, taking back
reminder = Vous n'avez pas fini : { $title }
reminder-stop = STOP : plus de messages.
resumed = Content de vous revoir. On continue ici.
change-which = Quelle réponse voulez-vous changer ?
change-entry = { $question } { $answer }
changed = C'est changé. Merci. Reçu : { $receipt }
change-nothing = Il n'y a pas de réponse à changer.
change-closed = C'est fermé. La réponse ne peut plus changer.
erase-which = Que devons-nous faire ?
erase-withdraw = Retirer ma réponse : { $title }
erase-all = Effacer tout ce qui est à moi
erase-keep = Ne rien changer
withdrawn = Votre réponse est retirée. Elle ne compte plus.
erased = Tout ce qui vient de vous est effacé.
erase-kept = Rien n'a changé.
erase-nothing = Nous n'avons rien de vous.

## Several people, one phone
new-person = Quelqu'un a déjà répondu d'ici. Etes-vous une autre personne ?
new-person-yes = Oui, une autre personne
new-person-no = Non

## Danger
emergency = Si quelqu'un est en danger, appelez le { $number }. Nous ne sommes pas un service d'urgence. Une personne lira ceci.

## Pages: every page
page-date = { $day } { $month ->
    [m1] janvier
    [m2] février
    [m3] mars
    [m4] avril
    [m5] mai
    [m6] juin
    [m7] juillet
    [m8] août
    [m9] septembre
    [m10] octobre
    [m11] novembre
   *[m12] décembre
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
