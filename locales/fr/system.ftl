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
again-choice-short = Envoyez un seul numéro, de 1 à { $max }.
again-range = Envoyez un numéro de { $min } à { $max }.
again-rating = Désolé, nous n'avons pas compris. Envoyez un nombre, de { $min } à { $max }.
again-number = Désolé, nous n'avons pas compris. Envoyez un nombre, de { $min } à { $max }.
again-text = Désolé, le message est vide. Écrivez quelques mots.
again-text-short = Quelques mots suffisent.
again-place = Désolé, le message est vide. Écrivez le nom du lieu.
again-choices = Désolé, nous n'avons pas compris. Envoyez de { $min } à { $max } numéros, comme 1 3 :
again-choices-short = Envoyez seulement des numéros de 1 à { $count }, comme 1 3
again-ranking = Désolé, nous n'avons pas compris. Envoyez des numéros, le meilleur en premier, comme 2 1 :
again-ranking-short = Envoyez seulement le numéro du meilleur, de 1 à { $count }.
again-points = Le total n'est pas { $total }. Envoyez { $count } nombres qui font { $total } :
again-points-short = Envoyez { $count } nombres qui font { $total }, dans cet ordre :
again-date = Désolé, nous n'avons pas compris. Envoyez jour, mois, année, comme 25/12/2026.
again-date-short = Envoyez seulement la date, par exemple 25/12.
again-file = Aucun fichier. Envoyez-le, décrivez-le avec des mots, ou PASSER.

## Did you mean
confirm = Voulez-vous dire : { $value } ?

## Words that always work
stopped = Vous n'aurez plus de messages. Vos réponses sont gardées. Envoyez DEBUT pour revenir.
still-stopped = Vous ne vouliez plus de messages. Envoyez DEBUT pour revenir.
started = Content de vous revoir.
help = Répondez par un numéro ou vos mots. RETOUR : avant. PASSER : passer. LANGUE : autre langue. HUMAIN : une personne lit. STOP : finir.
help-outside = CHANGER : changer la réponse. STATUT : est-elle arrivée. EFFACER : la reprendre. LANGUE : autre langue. HUMAIN : une personne lit.
cannot-skip = Cette question demande une réponse. STOP pour finir.
nothing-before = C'est la première question.
declined = D'accord, nous ne demandons plus rien. Merci.
kept-for-person = Merci. Une personne lira ce que vous avez écrit.
kept-long = C'était long. Nous avons tout gardé.
already-answered = Réponse déjà donnée. Rien n'a changé.
slow-down = Vous envoyez beaucoup de messages. Tous sont gardés. Réponse dans quelques minutes.
switch-offer = Pour le français, envoyez FRANCAIS.
language-not-offered = Désolé, pas encore dans cette langue.
languages = Langues : { $list }. Envoyez le nom de la vôtre.

## Menu and campaigns
menu = Envoyez un mot pour participer, ou STOP.
menu-entry = { $keyword }: { $title }
menu-none = Rien n'est ouvert maintenant. Merci de votre message.
not-understood = Désolé, nous n'avons pas compris. Une personne le lira.
campaign-done = Vous avez déjà participé. Merci. Reçu : { $receipt }
change-how = CHANGER : changer votre réponse.
campaign-closed = C'est fermé maintenant. Merci de votre message.
campaign-not-open = Ce n'est pas encore ouvert. Écrivez-nous plus tard.
wants-person = Une personne lira votre message. Il faut parfois quelques jours.
person-write = Écrivez maintenant ce qu'une personne doit lire.
status = Votre réponse { $receipt } est bien arrivée.
status-none = Nous n'avons pas encore de réponse de vous.
status-entry = { $title } : { $receipt }
status-open = { $title } : pas encore fini
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
erase-all-shared = Effacer tout ce qui vient de ce téléphone
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
page-title = { $title } – Majlis
page-error-title = Erreur : { $title } – Majlis
page-languages = Langues
page-home-link = Toutes les questions ouvertes
page-again-link = Aller à la question
page-asked-by = { $entity } demande
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
page-home-title = Donnez votre avis
page-home-intro = Choisissez à quoi répondre. Aucun compte n'est nécessaire.
page-home-none = Rien n'est ouvert maintenant. Revenez un autre jour.
page-by-sms = Ou par SMS : envoyez { $keyword } au { $number }.
page-by-sms-no-number = Ou par message : envoyez le mot { $keyword }.

## Pages: a question
page-send = Envoyer la réponse
page-skip = Passer cette question
page-may-skip = Vous pouvez passer cette question.
page-up-to = Vous pouvez écrire jusqu'à { $max } lettres.
page-number = Écrivez un nombre, par exemple 3.
page-place = Écrivez le lieu avec vos mots, par exemple une rue ou un bâtiment.
page-come-back = Vous pouvez vous arrêter et continuer plus tard : gardez l'adresse de cette page.
page-error-heading = Regardez ceci, s'il vous plaît
page-no-choice = Aucune réponse choisie
page-choose = Choisissez une réponse, puis envoyez-la.
page-choose-or-skip = Choisissez une réponse, ou passez la question.
page-choices = Choisissez de { $min } à { $max } réponses.
page-choices-exactly = Choisissez { $max } réponses.
page-no-choices = Le nombre de réponses n'est pas bon
page-other = Autre chose, avec vos mots :
page-ranking = Écrivez 1 à côté du meilleur, 2 à côté du suivant. Au plus { $max }.
page-no-ranking = L'ordre n'est pas clair
page-points = Partagez { $total } points. Le total doit faire { $total }.
page-no-points = Les points ne font pas { $total }
page-write-date = Écrivez une date, par exemple 25/12/2026.
page-no-date = Ce n'est pas une date
page-file = Choisissez une photo, un enregistrement ou un document. Au plus { $max } mégaoctets.
page-or-describe = Ou décrivez avec des mots :
page-no-file = Aucun fichier n'est arrivé
page-write = Écrivez votre réponse, puis envoyez-la.
page-write-or-skip = Écrivez votre réponse, ou passez la question.
page-kept = Voici les mots que vous avez envoyés. Vous pouvez les copier :
page-your-answer = Votre réponse

## Pages: the end
page-thanks = Merci. Votre réponse est arrivée.
page-receipt-is = Votre reçu
page-receipt-keep = Notez-le. Avec lui, vous verrez ce que cela devient.
page-receipt-link = Voir ce reçu
page-private-title = Votre lien privé
page-private-note = Ce lien montre à nouveau la page de vos réponses. Gardez-le pour vous.
page-change = Changer une réponse
page-withdraw = Retirer ma réponse
page-withdraw-note = Votre réponse ne comptera plus. C'est définitif.
page-erase = Effacer tout ce qui est à moi
page-erase-note = Votre réponse et vos mots seront effacés. C'est définitif.
page-withdrawn = Votre réponse est retirée. Elle ne compte plus.
page-erased = Tout ce qui venait de vous ici est effacé.
page-spoken-receipt = Pour lire à voix haute : { $spoken }
page-closed = Ici on ne prend plus de réponses. Merci d'être venu.

## Pages: a receipt
page-receipt-title = Reçu
page-receipt-arrived = La réponse de ce reçu est arrivée le { $date }. { $entity } l'a reçue.
page-receipt-open = C'est encore ouvert. Revenez plus tard voir ce que cela devient.
page-receipt-closed = C'est fermé. { $entity } lit les réponses.

## Pages: when something is in the way
page-no-page-title = Il n'y a pas de page à cette adresse
page-no-page = Vérifiez l'adresse, ou allez à la liste des questions.
page-no-campaign-title = Nous ne trouvons pas cela
page-no-campaign = Vérifiez l'adresse, ou choisissez dans la liste.
page-no-link-title = Il n'y a pas de réponses sous ce lien
page-no-link = Vérifiez que le lien est entier. Vous pouvez aussi recommencer depuis la liste.
page-no-receipt-title = Nous ne trouvons pas ce reçu
page-no-receipt = Un reçu ressemble à K7P-4QM. Vérifiez les lettres et les chiffres et réessayez.
page-stale = Cette page était trop ancienne. Vos mots sont encore là. Vérifiez et renvoyez.
page-unknown-form = Nous ne sommes pas sûrs que cette page vienne de nous. Vos mots sont encore là. Vérifiez et renvoyez.
page-elsewhere = Votre réponse venait d'un autre site, nous ne l'avons pas prise. Répondez ici.
page-garbled-title = Nous n'avons pas pu lire ce qui est arrivé
page-garbled = Rien n'a été gardé. Revenez une page en arrière et renvoyez, ou ouvrez à nouveau la question.
page-too-long-title = Votre réponse est trop longue
page-too-long = Rien n'a été gardé. Revenez une page en arrière, raccourcissez et renvoyez.
page-busy-title = Nous ne pouvons pas prendre de réponses
page-busy = C'est notre faute, pas la vôtre. Réessayez dans une minute.
page-busy-kept = Nous ne pouvons pas prendre de réponses, et c'est notre faute. Votre réponse est encore là. Attendez une minute, puis renvoyez-la.

## Email
mail-above = Écrivez votre réponse au-dessus de cette ligne
mail-stop = Arrêter ces e-mails
mail-prove = Pour être sûrs que c'est vous : répondez à cet e-mail avec les mêmes mots.

## USSD: turning screens, behind 00 and 000
ussd-more = Suite
ussd-before = Page précédente

## Files of residents
file-kind = Un fichier n'a pas été pris. Nous prenons des photos, des enregistrements, des vidéos et des documents PDF.
file-empty = Un fichier n'a pas été pris : il est vide.
file-too-large = Un fichier n'a pas été pris : il est trop grand. Il peut avoir { $max } mégaoctets au plus.
file-too-many = Tous les fichiers n'ont pas été pris. Nous en prenons { $max } au plus.
file-lost = Un fichier ne nous est pas arrivé.
file-not-asked = Aucun fichier n'est demandé ici. Répondez avec des mots.
file-count = Fichiers : { $count }
## A page of several questions, paper, and plain text
page-send-all = Envoyer toutes les réponses
page-as-is = Envoyer tel quel
page-as-is-note = Une personne lira ce que nous n’avons pas compris.
page-paper-link = Formulaire papier
page-paper-how = Écrivez vos réponses sur ce papier. Donnez ensuite les mêmes numéros et les mêmes mots de l’une de ces façons :
page-paper-only-if = Seulement si votre réponse à la question { $question } est { $answers } :
page-paper-go-to = Si votre réponse est { $answers }, passez à la question { $question }.
page-paper-go-end = Si votre réponse est { $answers }, c’était la dernière question.
page-paper-then-to = Passez ensuite à la question { $question }.
page-paper-then-end = C’était la dernière question.
page-by-mail = Ou par e-mail : écrivez { $keyword } à { $mailbox }.
page-text-how = Pour répondre, mettez votre réponse à la place de ce qui suit value= et envoyez :
## One resident with several addresses
link-code = Envoyez LINK { $code } de votre autre téléphone, application ou e-mail avant { $until }.
link-both = Ensuite les deux partagent vos réponses, et STOP sur l'un vaut pour les deux.
link-secret = Ne donnez ce code à personne.
link-done = C'est fait : les deux ne font qu'un.
link-told = Votre code a servi : les deux ne font qu'un. Ce n'était pas vous ? Envoyez PERSON.
link-wrong = Ce code est faux, déjà utilisé ou trop ancien.
link-many = Trop de codes faux. Attendez 10 minutes.
link-new = Envoyez LINK de l'autre pour un nouveau code.
link-self = Ce code est pour votre autre téléphone, application ou e-mail.
link-already = Les deux ne font déjà qu'un.
link-stopped = STOP a été dit sur l'un : il vaut pour les deux. Envoyez START pour revenir.
stopped-entity = { $entity } ne vous écrira plus. Envoyez START pour revenir.
stop-all-how = STOP ALL : plus de messages de personne.
link-contact = Ou partagez votre propre numéro avec le bouton ci-dessous.
contact-share = Partager mon numéro

## Invitations
invitation = { $title } : envoyez { $token } pour participer.
invited-before = Une réponse existe pour cette invitation. Finissez, et c'est la dernière qui compte.

## Going on elsewhere
page-go-on = Continuer sur un autre téléphone, ou plus tard
page-go-on-over = Il n'y a pas de code : il a servi, ou il est trop ancien.
page-go-on-new = Afficher un nouveau code
page-go-on-link = Qui ouvre ce lien dans un navigateur continue ici. Gardez-le pour vous.
page-go-on-sms = Par SMS : envoyez-le au { $number }
page-go-on-telegram = Dans Telegram : envoyez-le à notre bot
page-go-on-mail = Par e-mail : envoyez-le à { $mailbox }
