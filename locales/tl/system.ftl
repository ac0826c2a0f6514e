# machine-drafted: no native speaker of Filipino has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = Oo
option-no = Hindi
option-unsure = Hindi sigurado
option-agree = Sang-ayon
option-disagree = Hindi sang-ayon
option-pass = Walang opinyon
option-other = Iba pa

## How to answer: the last line of a question
hint-choice = Magpadala ng isang numero.
hint-other = Magpadala ng numero, o sumulat sa sariling salita.
hint-choices = Magpadala ng isa o higit pang numero, gaya ng 1 3. Hanggang { $max }.
hint-ranking = Magpadala ng mga numero, una ang pinakamaganda, gaya ng 2 1. Hanggang { $max }.
hint-points = Hatiin ang { $total } puntos: { $count } numero sa ganitong ayos.
hint-date = Magpadala ng petsa, gaya ng 25/12.
hint-file = Magpadala ng larawan, rekording o dokumento.
hint-no-file = Walang file na dumarating dito. Puwede mo itong ilarawan sa salita.
hint-rating = Magpadala ng { $min } hanggang { $max }.
hint-number = Magpadala ng isang numero.
hint-text = Sumulat sa sariling salita.
hint-place = Isulat ang lugar.
hint-skip = LAKTAW para lumaktaw.
hint-stop = ITIGIL para tumigil.

## Asked again, simpler
again-choice = Paumanhin, hindi namin naintindihan. Magpadala ng isang numero, 1 hanggang { $max }:
again-choice-short = Isang numero lang po, 1 hanggang { $max }. Halimbawa: 1
again-rating = Paumanhin, hindi namin naintindihan. Magpadala ng isang numero, { $min } hanggang { $max }.
again-number = Paumanhin, hindi namin naintindihan. Magpadala ng isang numero, { $min } hanggang { $max }.
again-text = Paumanhin, walang laman ang mensahe. Sumulat ng ilang salita.
again-place = Paumanhin, walang laman ang mensahe. Isulat ang pangalan ng lugar.
again-choices = Paumanhin, hindi namin naintindihan. Magpadala ng { $min } hanggang { $max } numero, gaya ng 1 3:
again-choices-short = Mga numero lang mula 1 hanggang { $count }, gaya ng 1 3
again-ranking = Paumanhin, hindi namin naintindihan. Magpadala ng mga numero, una ang pinakamaganda, gaya ng 2 1:
again-ranking-short = Ang numero lang ng pinakamaganda, 1 hanggang { $count }.
again-points = Hindi { $total } ang kabuuan. Magpadala ng { $count } numero na ang kabuuan ay { $total }:
again-date = Paumanhin, hindi namin naintindihan. Magpadala ng araw, buwan at taon, gaya ng 25/12/2026.
again-file = Walang dumating na file. Magpadala, ilarawan sa salita, o LAKTAW.

## Did you mean
confirm = Ito ba ang ibig mong sabihin: { $value }?

## Words that always work
stopped = Wala ka nang matatanggap na mensahe. Nakatago ang mga sagot mo. SIMULA para bumalik.
still-stopped = Pinatigil mo ang mga mensahe. SIMULA para bumalik.
started = Maligayang pagbabalik.
help = Sumagot ng numero o sariling salita. BALIK: naunang tanong. ULIT: sabihin muli. LAKTAW: laktawan. ITIGIL: tapusin.
cannot-skip = Kailangan ang sagot dito. ITIGIL para tumigil.
nothing-before = Ito ang unang tanong.
declined = Sige po, hindi na kami magtatanong. Salamat.
kept-for-person = Salamat. May taong babasa ng isinulat mo.
already-answered = Nasagot na ito. Walang nabago.
switch-offer = Para sa Filipino, ipadala ang FILIPINO.
language-not-offered = Paumanhin, wala pa sa wikang iyan.
languages = Mga wika: { $list }. Ipadala ang pangalan ng wika mo.

## Menu and campaigns
menu = Magpadala ng salita para sumali, o ITIGIL.
menu-entry = { $keyword }: { $title }
menu-none = Walang bukas ngayon. Salamat sa pagsulat.
not-understood = Paumanhin, hindi namin naintindihan. May taong babasa nito.
campaign-done = Nakasali ka na. Salamat. Resibo: { $receipt }
campaign-closed = Sarado na ito. Salamat sa pagsulat.
wants-person = May taong babasa ng mensahe mo. Maaaring abutin ng ilang araw.
status = Dumating na ang sagot mo, { $receipt }.
status-none = Wala pa kaming sagot mula sa iyo.
## Going on, changing, taking back
reminder = Hindi mo pa natapos: { $title }
reminder-stop = ITIGIL kung ayaw mo na ng mensahe.
resumed = Maligayang pagbabalik. Dito tayo magpapatuloy.
change-which = Aling sagot ang gusto mong baguhin?
change-entry = { $question } { $answer }
changed = Nabago na. Salamat. Resibo: { $receipt }
change-nothing = Walang sagot na mababago.
change-closed = Sarado na ito. Hindi na mababago ang sagot.
erase-which = Ano ang gagawin namin?
erase-withdraw = Bawiin ang sagot ko: { $title }
erase-all = Burahin ang lahat ng sa akin
erase-keep = Walang babaguhin
withdrawn = Binawi na ang sagot mo. Hindi na ito bibilangin.
erased = Nabura na ang lahat ng galing sa iyo.
erase-kept = Walang nabago.
erase-nothing = Wala kaming anumang galing sa iyo.

## Several people, one phone
new-person = May sumagot na mula rito. Ibang tao ka ba?
new-person-yes = Oo, ibang tao
new-person-no = Hindi

## Danger
emergency = Kung may nasa panganib, tumawag sa { $number } ngayon. Hindi kami serbisyong pang-emergency. May taong babasa nito.

## Pages: every page
page-date = { $day } { $month ->
    [m1] Enero
    [m2] Pebrero
    [m3] Marso
    [m4] Abril
    [m5] Mayo
    [m6] Hunyo
    [m7] Hulyo
    [m8] Agosto
    [m9] Setyembre
    [m10] Oktubre
    [m11] Nobyembre
   *[m12] Disyembre
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
