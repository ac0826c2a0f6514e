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
again-choice-short = Isang numero lang po, 1 hanggang { $max }.
again-range = Magpadala ng numero, { $min } hanggang { $max }.
again-rating = Paumanhin, hindi namin naintindihan. Magpadala ng isang numero, { $min } hanggang { $max }.
again-number = Paumanhin, hindi namin naintindihan. Magpadala ng isang numero, { $min } hanggang { $max }.
again-text = Paumanhin, walang laman ang mensahe. Sumulat ng ilang salita.
again-text-short = Sapat na ang ilang salita.
again-place = Paumanhin, walang laman ang mensahe. Isulat ang pangalan ng lugar.
again-choices = Paumanhin, hindi namin naintindihan. Magpadala ng { $min } hanggang { $max } numero, gaya ng 1 3:
again-choices-short = Mga numero lang mula 1 hanggang { $count }, gaya ng 1 3
again-ranking = Paumanhin, hindi namin naintindihan. Magpadala ng mga numero, una ang pinakamaganda, gaya ng 2 1:
again-ranking-short = Ang numero lang ng pinakamaganda, 1 hanggang { $count }.
again-points = Hindi { $total } ang kabuuan. Magpadala ng { $count } numero na ang kabuuan ay { $total }:
again-points-short = Magpadala ng { $count } numero na { $total } ang kabuuan, sa ayos na ito:
again-date = Paumanhin, hindi namin naintindihan. Magpadala ng araw, buwan at taon, gaya ng 25/12/2026.
again-date-short = Petsa lang po, tulad ng 25/12.
again-file = Walang dumating na file. Magpadala, ilarawan sa salita, o LAKTAW.

## Did you mean
confirm = Ito ba ang ibig mong sabihin: { $value }?

## Words that always work
stopped = Wala ka nang matatanggap na mensahe. Nakatago ang mga sagot mo. SIMULA para bumalik.
still-stopped = Pinatigil mo ang mga mensahe. SIMULA para bumalik.
started = Maligayang pagbabalik.
help = Sumagot ng numero o sariling salita. BALIK: naunang tanong. LAKTAW: laktawan. WIKA: ibang wika. TAO: may babasa. ITIGIL: tapusin.
help-outside = BAGUHIN: baguhin ang sagot. KATAYUAN: dumating na ba. BURAHIN: bawiin. WIKA: ibang wika. TAO: may babasa.
cannot-skip = Kailangan ang sagot dito. ITIGIL para tumigil.
nothing-before = Ito ang unang tanong.
declined = Sige po, hindi na kami magtatanong. Salamat.
kept-for-person = Salamat. May taong babasa ng isinulat mo.
kept-long = Mahaba iyon. Itinago namin lahat.
already-answered = Nasagot na ito. Walang nabago.
slow-down = Marami kang mensahe. Nakatago lahat. Sasagot kami ulit sa ilang minuto.
switch-offer = Para sa Filipino, ipadala ang FILIPINO.
language-not-offered = Paumanhin, wala pa sa wikang iyan.
languages = Mga wika: { $list }. Ipadala ang pangalan ng wika mo.

## Menu and campaigns
menu = Magpadala ng salita para sumali, o ITIGIL.
menu-entry = { $keyword }: { $title }
menu-none = Walang bukas ngayon. Salamat sa pagsulat.
not-understood = Paumanhin, hindi namin naintindihan. May taong babasa nito.
campaign-done = Nakasali ka na. Salamat. Resibo: { $receipt }
change-how = BAGUHIN: baguhin ang sagot.
campaign-closed = Sarado na ito. Salamat sa pagsulat.
campaign-not-open = Hindi pa ito bukas. Sumulat po ulit mamaya.
wants-person = May taong babasa ng mensahe mo. Maaaring abutin ng ilang araw.
person-write = Isulat ngayon ang dapat basahin ng tao.
status = Dumating na ang sagot mo, { $receipt }.
status-none = Wala pa kaming sagot mula sa iyo.
status-entry = { $title }: { $receipt }
status-open = { $title }: hindi pa tapos
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
erase-all-shared = Burahin lahat ng ipinadala sa teleponong ito
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
page-title = { $title } – Majlis
page-error-title = Mali: { $title } – Majlis
page-languages = Mga wika
page-home-link = Lahat ng bukas na tanong
page-again-link = Pumunta sa tanong
page-asked-by = Nagtatanong ang { $entity }
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
page-home-title = Magbigay ng opinyon
page-home-intro = Piliin ang gusto mong sagutin. Hindi kailangan ng account.
page-home-none = Walang bukas ngayon. Bumalik sa ibang araw.
page-by-sms = O sa SMS: ipadala ang { $keyword } sa { $number }.
page-by-sms-no-number = O sa mensahe: ipadala ang salitang { $keyword }.

## Pages: a question
page-send = Ipadala ang sagot
page-skip = Laktawan ang tanong
page-may-skip = Puwede mong laktawan ang tanong na ito.
page-up-to = Hanggang { $max } titik ang puwede mong isulat.
page-number = Sumulat ng numero, halimbawa 3.
page-place = Isulat ang lugar sa sariling salita, halimbawa kalye o gusali.
page-come-back = Puwede kang huminto at magpatuloy mamaya: itago ang address ng pahinang ito.
page-error-heading = Pakitingnan ito
page-no-choice = Wala pang napiling sagot
page-choose = Pumili ng isang sagot, saka ipadala.
page-choose-or-skip = Pumili ng isang sagot, o laktawan ang tanong.
page-choices = Pumili ng { $min } hanggang { $max } sagot.
page-choices-exactly = Pumili ng { $max } sagot.
page-no-choices = Hindi tama ang bilang ng sagot
page-other = Iba pa, sa sariling salita:
page-ranking = Isulat ang 1 sa tabi ng pinakamaganda, 2 sa kasunod. Hanggang { $max }.
page-no-ranking = Hindi malinaw ang ayos
page-points = Hatiin ang { $total } puntos. Dapat { $total } ang kabuuan.
page-no-points = Hindi { $total } ang kabuuan ng puntos
page-write-date = Sumulat ng petsa, halimbawa 25/12/2026.
page-no-date = Hindi iyan petsa
page-file = Pumili ng larawan, rekording o dokumento. Hanggang { $max } megabyte.
page-or-describe = O ilarawan sa salita:
page-no-file = Walang dumating na file
page-write = Isulat ang sagot, saka ipadala.
page-write-or-skip = Isulat ang sagot, o laktawan ang tanong.
page-kept = Ito ang mga salitang ipinadala mo. Puwede mong kopyahin:
page-your-answer = Ang sagot mo

## Pages: the end
page-thanks = Salamat. Dumating na ang sagot mo.
page-receipt-is = Ang resibo mo
page-receipt-keep = Isulat ito. Makikita mo rito ang mangyayari.
page-receipt-link = Tingnan ang resibong ito
page-private-title = Ang pribadong link mo
page-private-note = Ipinapakita muli ng link na ito ang pahina ng mga sagot mo. Sa iyo lang ito.
page-change = Baguhin ang sagot
page-withdraw = Bawiin ang sagot ko
page-withdraw-note = Hindi na bibilangin ang sagot mo. Hindi na ito maibabalik.
page-erase = Burahin ang lahat ng sa akin
page-erase-note = Mabubura ang sagot at mga salita mo. Hindi na ito maibabalik.
page-withdrawn = Binawi na ang sagot mo. Hindi na ito bibilangin.
page-erased = Nabura na ang lahat ng galing sa iyo dito.
page-spoken-receipt = Para basahin nang malakas: { $spoken }
page-closed = Hindi na tumatanggap ng sagot dito. Salamat sa pagpunta.

## Pages: a receipt
page-receipt-title = Resibo
page-receipt-arrived = Dumating noong { $date } ang sagot na may resibong ito. Nasa { $entity } na ito.
page-receipt-open = Bukas pa ito. Bumalik mamaya para makita ang mangyayari.
page-receipt-closed = Sarado na ito. Tinitingnan ng { $entity } ang mga sagot.

## Pages: when something is in the way
page-no-page-title = Walang pahina sa address na ito
page-no-page = Tingnan ang address, o pumunta sa listahan ng mga tanong.
page-no-campaign-title = Hindi namin ito makita
page-no-campaign = Tingnan ang address, o pumili sa listahan.
page-no-link-title = Walang sagot sa link na ito
page-no-link = Tingnan kung buo ang link. Puwede ka ring magsimula muli sa listahan.
page-no-receipt-title = Hindi namin makita ang resibong ito
page-no-receipt = Ang resibo ay parang K7P-4QM. Tingnan ang mga titik at numero at subukan muli.
page-stale = Masyadong luma ang pahinang ito. Narito pa ang mga salita mo. Tingnan at ipadala muli.
page-unknown-form = Hindi kami sigurado kung sa amin galing ang pahinang ito. Narito pa ang mga salita mo. Tingnan at ipadala muli.
page-elsewhere = Galing sa ibang site ang sagot mo kaya hindi namin kinuha. Dito po sumagot.
page-garbled-title = Hindi namin mabasa ang dumating
page-garbled = Walang naitago. Bumalik ng isang pahina at ipadala muli, o buksan muli ang tanong.
page-too-long-title = Masyadong mahaba ang sagot mo
page-too-long = Walang naitago. Bumalik ng isang pahina, iklian at ipadala muli.
page-busy-title = Hindi kami makatanggap ng sagot ngayon
page-busy = Kasalanan namin, hindi mo. Subukan muli pagkaraan ng isang minuto.
page-busy-kept = Hindi kami makatanggap ng sagot ngayon, at kasalanan namin. Narito pa ang sagot mo. Maghintay ng isang minuto, saka ipadala muli.

## Email
mail-above = Isulat ang sagot sa itaas ng linyang ito
mail-stop = Itigil ang mga email na ito
mail-prove = Para masigurong ikaw ito: sagutin ang email na ito ng parehong mga salita.

## USSD: turning screens, behind 00 and 000
ussd-more = Higit pa
ussd-before = Nakaraang pahina

## Files of residents
file-kind = May file na hindi namin nakuha. Tumatanggap kami ng litrato, recording, video at PDF.
file-empty = May file na hindi namin nakuha: wala itong laman.
file-too-large = May file na hindi namin nakuha: masyado itong malaki. Hanggang { $max } megabyte lang.
file-too-many = Hindi nakuha ang lahat ng file. Hanggang { $max } lang ang kaya namin.
file-lost = May file na hindi nakarating sa amin.
file-not-asked = Walang hinihinging file dito. Pakisagot gamit ang salita.
file-count = Mga file: { $count }
## A page of several questions, paper, and plain text
page-send-all = Ipadala ang lahat ng sagot
page-as-is = Ipadala kung ano ito
page-as-is-note = May taong babasa sa hindi namin naintindihan.
page-paper-link = Papel na form
page-paper-how = Isulat ang mga sagot mo sa papel na ito. Pagkatapos, ibigay ang parehong mga numero at salita sa isa sa mga paraang ito:
page-paper-only-if = Kung { $answers } lang ang sagot mo sa tanong { $question }:
page-paper-go-to = Kung { $answers } ang sagot mo, pumunta sa tanong { $question }.
page-paper-go-end = Kung { $answers } ang sagot mo, iyon na ang huling tanong.
page-paper-then-to = Pagkatapos, pumunta sa tanong { $question }.
page-paper-then-end = Iyon na ang huling tanong.
page-by-mail = O sa email: isulat ang { $keyword } sa { $mailbox }.
page-text-how = Para sumagot, ilagay ang sagot mo kapalit ng nasa likod ng value= at ipadala:
## One resident with several addresses
link-code = Ipadala ang LINK { $code } mula sa isa mo pang phone, app o email bago mag-{ $until }.
link-both = Pagkatapos iisa ang mga sagot mo, at ang STOP sa isa ay STOP sa dalawa.
link-secret = Huwag sabihin sa iba ang code.
link-done = Tapos na: iisa na ang dalawa.
link-told = Nagamit ang code mo: iisa na ang dalawa. Hindi ikaw? Ipadala ang PERSON.
link-wrong = Mali, nagamit na o luma na ang code.
link-many = Maraming maling code. Maghintay ng 10 minuto.
link-new = Ipadala ang LINK mula sa isa para sa bagong code.
link-self = Ang code na iyan ay para sa isa mo pang phone, app o email.
link-already = Iisa na ang dalawa dati pa.
link-stopped = May STOP sa isa, kaya sa dalawa na. Ipadala ang START para bumalik.
stopped-entity = Hindi na susulat ang { $entity }. Ipadala ang START para bumalik.
stop-all-how = STOP ALL: walang mensahe mula kanino man.
link-contact = O ibahagi ang sarili mong numero gamit ang button sa ibaba.
contact-share = Ibahagi ang numero ko

## Invitations
invitation = { $title }: ipadala ang { $token } para sumali.
invited-before = May sagot na sa imbitasyong ito. Kung matapos mo, ang sa iyo ang bibilangin.

## Going on elsewhere
page-go-on = Magpatuloy sa ibang phone, o mamaya
page-go-on-over = Walang code ngayon: nagamit na o luma na ito.
page-go-on-new = Magpakita ng bagong code
page-go-on-link = Ang magbukas ng link na ito sa browser ay magpapatuloy dito. Sa iyo lang ito.
page-go-on-sms = Sa SMS: ipadala ito sa { $number }
page-go-on-telegram = Sa Telegram: ipadala ito sa aming bot
page-go-on-mail = Sa email: ipadala ito sa { $mailbox }
