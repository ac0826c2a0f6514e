# machine-drafted: no native speaker of Pashto has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = هو
option-no = نه
option-unsure = نه پوهېږم
option-agree = موافق یم
option-disagree = موافق نه یم
option-pass = نظر نه لرم
option-other = بل څه

## How to answer: the last line of a question
hint-choice = یوه شمېره راولېږئ.
hint-other = شمېره راولېږئ، یا په خپلو کلمو ولیکئ.
hint-choices = یوه یا ډېرې شمېرې راولېږئ، لکه 1 3. تر { $max } پورې.
hint-ranking = شمېرې راولېږئ، غوره لومړی، لکه 2 1. تر { $max } پورې.
hint-points = { $total } نمرې ووېشئ: په همدې ترتیب { $count } شمېرې.
hint-date = نېټه راولېږئ، لکه 25/12.
hint-file = عکس، غږ یا سند راولېږئ.
hint-no-file = دلته فایل نه رارسېږي. په کلمو ویلی شئ.
hint-rating = له { $min } تر { $max } راولېږئ.
hint-number = یوه شمېره راولېږئ.
hint-text = په خپلو کلمو ولیکئ.
hint-place = ځای ولیکئ.
hint-skip = د پرېښودو لپاره «پرېږده».
hint-stop = د پای لپاره «بند کړه».

## Asked again, simpler
again-choice = بښنه، پوه نه شو. له 1 تر { $max } یوه شمېره راولېږئ:
again-choice-short = یوازې یوه شمېره راولېږئ، له 1 تر { $max }.
again-range = له { $min } تر { $max } یوه شمېره راولېږئ.
again-rating = بښنه، پوه نه شو. له { $min } تر { $max } یوه شمېره راولېږئ.
again-number = بښنه، پوه نه شو. له { $min } تر { $max } یوه شمېره راولېږئ.
again-text = بښنه، پیغام تش و. څو کلمې ولیکئ.
again-text-short = څو کلمې بس دي.
again-place = بښنه، پیغام تش و. د ځای نوم ولیکئ.
again-choices = پوه نه شو. له { $min } تر { $max } شمېرې راولېږئ، لکه 1 3:
again-choices-short = یوازې له 1 تر { $count } شمېرې راولېږئ، لکه 1 3
again-ranking = پوه نه شو. شمېرې راولېږئ، غوره لومړی، لکه 2 1:
again-ranking-short = یوازې د غوره شمېره راولېږئ، له 1 تر { $count }.
again-points = ټول { $total } نه شول. { $count } شمېرې چې ټول یې { $total } شي:
again-points-short = په دې ترتیب { $count } شمېرې راولېږئ چې ټولې { $total } شي:
again-date = پوه نه شو. ورځ، میاشت، کال راولېږئ، لکه 25/12/2026.
again-date-short = یوازې نېټه راولېږئ، لکه 25/12.
again-file = فایل رانغی. راولېږئ، په کلمو یې ووایئ، یا «پرېږده».

## Did you mean
confirm = ستاسو مطلب دا دی: { $value }؟

## Words that always work
stopped = نور پیغام نه درځي. ځوابونه مو خوندي دي. د بېرته راتلو لپاره «پیل».
still-stopped = تاسو پیغامونه بند کړل. د بېرته راتلو لپاره «پیل» راولېږئ.
started = بیا ښه راغلاست.
help = شاته: مخکې پوښتنه. پرېږده: تېر شه. ژبه: بدلول. کس: مرسته. بند کړه: پای
help-outside = بدل کړه: ځواب. حالت: رسېدلی؟ پاک کړه: بېرته. ژبه: بدلول. کس: مرسته.
cannot-skip = د دې ځواب پکار دی. د پای لپاره «بند کړه».
nothing-before = دا لومړۍ پوښتنه ده.
declined = ښه، نور نه پوښتو. مننه.
kept-for-person = مننه. یو کس به ستاسو لیکنه ولولي.
kept-long = پیغام اوږد و. ټول مو وساته.
already-answered = د دې ځواب رارسېدلی. هېڅ بدل نه شول.
slow-down = ستاسو ټول پیغامونه خوندي دي. څو دقیقې وروسته ځواب درکوو.
switch-offer = د پښتو لپاره «پښتو» راولېږئ.
language-not-offered = بښنه، دا ژبه لا نشته.
languages = ژبې: { $list }. د خپلې ژبې نوم راولېږئ.

## Menu and campaigns
menu = د ګډون لپاره یوه کلمه راولېږئ، یا «بند کړه».
menu-entry = { $keyword }: { $title }
menu-none = اوس هېڅ خلاص نه دی. د لیکلو مننه.
not-understood = بښنه، پوه نه شو. یو کس به یې ولولي.
campaign-done = تاسو ګډون کړی. مننه. رسید: { $receipt }
change-how = بدل کړه: د ځواب بدلول.
campaign-closed = دا اوس بند دی. د لیکلو مننه.
campaign-not-open = دا لا نه دی پیل شوی. وروسته بیا ولیکئ.
wants-person = یو کس به ستاسو پیغام ولولي. څو ورځې وخت نیسي.
person-write = اوس هغه ولیکئ چې یو کس یې ولولي.
status = ستاسو ځواب { $receipt } راورسېد.
status-none = ستاسو ځواب لا نه دی رارسېدلی.
status-entry = { $title }: { $receipt }
status-open = { $title }: لا بشپړ نه دی
## Going on, changing, taking back
reminder = تاسو نه دی بشپړ کړی: { $title }
reminder-stop = که پیغام نه غواړئ «بند کړه».
resumed = بیا ښه راغلاست. له دې ځایه وړاندې ځو.
change-which = کوم ځواب بدلوئ؟
change-entry = { $question } { $answer }
changed = بدل شو. مننه. رسید: { $receipt }
change-nothing = د بدلولو ځواب نشته.
change-closed = دا بند دی. ځواب نور نه بدلېږي.
erase-which = موږ څه وکړو؟
erase-withdraw = زما ځواب بېرته واخلئ: { $title }
erase-all = زما هر څه پاک کړئ
erase-all-shared = له دې تلیفونه لېږل شوي ټول ړنګ کړئ
erase-keep = هېڅ مه بدلوئ
withdrawn = ستاسو ځواب بېرته واخیستل شو. نور نه شمېرل کېږي.
erased = ستاسو هر څه پاک شول.
erase-kept = هېڅ بدل نه شول.
erase-nothing = موږ ستاسو هېڅ نه لرو.

## Several people, one phone
new-person = له دې ځایه یو چا ځواب ورکړی. تاسو بل کس یاست؟
new-person-yes = هو، بل کس
new-person-no = نه

## Danger
emergency = که څوک په خطر کې وي همدا اوس { $number } ته زنګ ووهئ. یو کس به یې ولولي.

## Pages: every page
page-title = { $title } – مجلس
page-error-title = تېروتنه: { $title } – مجلس
page-languages = ژبې
page-home-link = ټولې خلاصې پوښتنې
page-again-link = پوښتنې ته لاړ شئ
page-asked-by = { $entity } پوښتي
page-date = { $day } { $month ->
    [m1] جنوري
    [m2] فبروري
    [m3] مارچ
    [m4] اپریل
    [m5] می
    [m6] جون
    [m7] جولای
    [m8] اګست
    [m9] سپتمبر
    [m10] اکتوبر
    [m11] نومبر
   *[m12] دسمبر
} { $year }

## Pages: the list of campaigns
page-home-title = خپل نظر ووایئ
page-home-intro = وټاکئ چې څه ته ځواب ورکوئ. حساب پکار نه دی.
page-home-none = اوس هېڅ خلاص نه دی. بله ورځ راشئ.
page-by-sms = یا په SMS: { $keyword } { $number } ته راولېږئ.
page-by-sms-no-number = یا په پیغام: د { $keyword } کلمه راولېږئ.

## Pages: a question
page-send = ځواب ولېږئ
page-skip = دا پوښتنه پرېږدئ
page-may-skip = دا پوښتنه پرېښودی شئ.
page-up-to = تر { $max } تورو پورې لیکلی شئ.
page-number = یوه شمېره ولیکئ، لکه 3.
page-place = ځای په خپلو کلمو ولیکئ، لکه سړک یا ودانۍ.
page-come-back = دلته درېدلی او وروسته راتلی شئ: د دې پاڼې پته وساتئ.
page-error-heading = مهرباني وکړئ دا وګورئ
page-no-choice = لا ځواب نه دی ټاکل شوی
page-choose = یو ځواب وټاکئ، بیا یې ولېږئ.
page-choose-or-skip = یو ځواب وټاکئ، یا پوښتنه پرېږدئ.
page-choices = له { $min } تر { $max } ځوابونه وټاکئ.
page-choices-exactly = { $max } ځوابونه وټاکئ.
page-no-choices = د ځوابونو شمېر سم نه دی
page-other = بل څه، په خپلو کلمو:
page-ranking = د غوره تر څنګ 1، د بل تر څنګ 2 ولیکئ. تر { $max } پورې.
page-no-ranking = ترتیب روښانه نه دی
page-points = { $total } نمرې ووېشئ. ټولې باید { $total } شي.
page-no-points = د نمرو ټول { $total } نه دی
page-write-date = نېټه ولیکئ، لکه 25/12/2026.
page-no-date = دا نېټه نه ده
page-file = عکس، غږ یا سند وټاکئ. تر { $max } مېګابایټه.
page-or-describe = یا په کلمو یې ووایئ:
page-no-file = فایل رانغی
page-write = خپل ځواب ولیکئ، بیا یې ولېږئ.
page-write-or-skip = خپل ځواب ولیکئ، یا پوښتنه پرېږدئ.
page-kept = دا ستاسو لېږلې کلمې دي. کاپي کولی یې شئ:
page-your-answer = ستاسو ځواب

## Pages: the end
page-thanks = مننه. ستاسو ځواب راورسېد.
page-receipt-is = ستاسو رسید
page-receipt-keep = ویې لیکئ. په دې به وګورئ چې څه وشول.
page-receipt-link = دا رسید وګورئ
page-private-title = ستاسو شخصي لینک
page-private-note = دا لینک ستاسو د ځوابونو پاڼه بیا ښیي. له ځان سره یې وساتئ.
page-change = ځواب بدل کړئ
page-withdraw = زما ځواب بېرته واخلئ
page-withdraw-note = ستاسو ځواب به نور نه شمېرل کېږي. دا بېرته نه شي کېدای.
page-erase = زما هر څه پاک کړئ
page-erase-note = ستاسو ځواب او کلمې به پاکې شي. دا بېرته نه شي کېدای.
page-withdrawn = ستاسو ځواب بېرته واخیستل شو. نور نه شمېرل کېږي.
page-erased = دلته ستاسو هر څه پاک شول.
page-spoken-receipt = په لوړ غږ لوستلو ته: { $spoken }
page-closed = دلته نور ځوابونه نه اخیستل کېږي. د راتلو مننه.

## Pages: a receipt
page-receipt-title = رسید
page-receipt-arrived = د دې رسید ځواب په { $date } راورسېد. له { $entity } سره دی.
page-receipt-open = لا خلاص دی. وروسته راشئ او وګورئ چې څه وشول.
page-receipt-closed = بند دی. { $entity } ځوابونه ګوري.

## Pages: when something is in the way
page-no-page-title = په دې پته پاڼه نشته
page-no-page = پته وګورئ، یا د پوښتنو لېست ته لاړ شئ.
page-no-campaign-title = دا مو ونه موند
page-no-campaign = پته وګورئ، یا له لېسته یې وټاکئ.
page-no-link-title = په دې لینک ځوابونه نشته
page-no-link = وګورئ چې ټول لینک شته. له لېسته بیا پیل کولی شئ.
page-no-receipt-title = دا رسید مو ونه موند
page-no-receipt = رسید د K7P-4QM په شان دی. توري او شمېرې وګورئ او بیا هڅه وکړئ.
page-stale = دا پاڼه ډېره زړه وه. ستاسو کلمې دلته دي. ویې ګورئ او بیا یې ولېږئ.
page-unknown-form = ډاډه نه یو چې دا پاڼه زموږ ده. ستاسو کلمې دلته دي. ویې ګورئ او بیا یې ولېږئ.
page-elsewhere = ځواب له بل سایټ راغی، نو وانه خیستل شو. مهرباني وکړئ دلته ځواب راکړئ.
page-garbled-title = څه چې راغلل ونه لوستل شول
page-garbled = هېڅ ونه ساتل شول. یوه پاڼه شاته لاړ شئ او بیا یې ولېږئ، یا پوښتنه بیا خلاصه کړئ.
page-too-long-title = ستاسو ځواب ډېر اوږد دی
page-too-long = هېڅ ونه ساتل شول. یوه پاڼه شاته لاړ شئ، لنډ یې کړئ او بیا یې ولېږئ.
page-busy-title = اوس ځوابونه نه شو اخیستلی
page-busy = ګناه زموږ ده، ستاسو نه ده. یوه دقیقه وروسته بیا هڅه وکړئ.
page-busy-kept = اوس ځوابونه نه شو اخیستلی، ګناه زموږ ده. ستاسو ځواب دلته دی. یوه دقیقه وروسته یې ولېږئ.

## Email
mail-above = خپل ځواب د دې کرښې پورته ولیکئ
mail-stop = دا برېښنالیکونه ودروئ
mail-prove = د ډاډ لپاره چې دا تاسو یاست: دې برېښنالیک ته په همدې کلمو ځواب ورکړئ.

## USSD: turning screens, behind 00 and 000
ussd-more = نور
ussd-before = مخکینۍ پاڼه

## Files of residents
file-kind = یوه دوتنه وانخیستل شوه. موږ انځورونه، غږونه، ویډیوګانې او PDF اخلو.
file-empty = یوه دوتنه وانخیستل شوه: تشه ده.
file-too-large = یوه دوتنه وانخیستل شوه: ډېره لویه ده. تر { $max } مېګابایټ پورې.
file-too-many = ټولې دوتنې وانخیستل شوې. موږ تر { $max } پورې اخلو.
file-lost = یوه دوتنه موږ ته ونه رسېده.
file-not-asked = دلته دوتنه نه ده غوښتل شوې. مهرباني وکړئ په کلمو ځواب راکړئ.
file-count = دوتنې: { $count }
## A page of several questions, paper, and plain text
page-send-all = ټول ځوابونه واستوئ
page-as-is = همداسې يې واستوئ
page-as-is-note = هغه څه چې موږ ونه پوهېدو، يو کس به يې ولولي.
page-paper-link = کاغذي فورمه
page-paper-how = خپل ځوابونه پر دې کاغذ وليکئ. بيا همدا شمېرې او کلمې په دې لارو کې په يوه واستوئ:
page-paper-only-if = يوازې که د { $question } پوښتنې ځواب مو { $answers } وي:
page-paper-go-to = که ځواب مو { $answers } وي، { $question } پوښتنې ته لاړ شئ.
page-paper-go-end = که ځواب مو { $answers } وي، دا وروستۍ پوښتنه وه.
page-paper-then-to = بيا { $question } پوښتنې ته لاړ شئ.
page-paper-then-end = دا وروستۍ پوښتنه وه.
page-by-mail = يا په برېښناليک: { $keyword } دې ته وليکئ: { $mailbox }.
page-text-how = د ځواب لپاره، د value= وروسته خپل ځواب کېږدئ او واستوئ:
## One resident with several addresses
link-code = تر { $until } مخکې له بل تلیفون یا ایمیل څخه ⁨LINK { $code }⁩ ولېږئ.
link-both = بیا ځوابونه یو دي، او په یوه STOP د دواړو دی.
link-secret = کوډ بل چا ته مه وایئ.
link-done = وشول: دواړه اوس یو دي.
link-told = ستاسو کوډ وکارول شو: دواړه یو دي. تاسو نه وئ؟ PERSON ولېږئ.
link-wrong = کوډ غلط، کارول شوی یا زوړ دی.
link-many = ډېر غلط کوډونه. ۱۰ دقیقې صبر وکړئ.
link-new = د نوي کوډ لپاره له بل څخه LINK ولېږئ.
link-self = دا کوډ د بل تلیفون یا ایمیل لپاره دی.
link-already = دواړه له مخکې یو دي.
link-stopped = په یوه STOP وو، نو د دواړو دی. START: بېرته راتلل.
stopped-entity = { $entity } به نور نه لیکي. START: بېرته راتلل.
stop-all-how = STOP ALL: د هېچا پیغام نه.
link-contact = یا د لاندې تڼۍ سره خپله شمېره ورکړئ.
contact-share = زما شمېره ورکړئ

## Invitations
invitation = { $title }: د ګډون لپاره { $token } ولېږئ.
invited-before = په دې بلنه ځواب شته. که بشپړ کړئ ستاسو شمېرل کېږي.

## Going on elsewhere
page-go-on = له بل تلیفون څخه یا وروسته دوام ورکړئ
page-go-on-over = اوس کوډ نشته: وکارول شو یا زوړ دی.
page-go-on-new = نوی کوډ وښایئ
page-go-on-link = هر څوک چې دا لینک په براوزر کې پرانیزي له دې ځایه دوام ورکوي. دا له ځان سره وساتئ.
page-go-on-sms = په SMS: { $number } ته یې ولېږئ
page-go-on-telegram = په ټیلیګرام کې: زموږ بوټ ته یې ولېږئ
page-go-on-mail = په برېښناليک: دې ته یې ولېږئ: { $mailbox }
