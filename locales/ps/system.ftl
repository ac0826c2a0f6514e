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
again-choice-short = یوازې یوه شمېره راولېږئ، له 1 تر { $max }. بېلګه: 1
again-rating = بښنه، پوه نه شو. له { $min } تر { $max } یوه شمېره راولېږئ.
again-number = بښنه، پوه نه شو. له { $min } تر { $max } یوه شمېره راولېږئ.
again-text = بښنه، پیغام تش و. څو کلمې ولیکئ.
again-place = بښنه، پیغام تش و. د ځای نوم ولیکئ.
again-choices = پوه نه شو. له { $min } تر { $max } شمېرې راولېږئ، لکه 1 3:
again-choices-short = یوازې له 1 تر { $count } شمېرې راولېږئ، لکه 1 3
again-ranking = پوه نه شو. شمېرې راولېږئ، غوره لومړی، لکه 2 1:
again-ranking-short = یوازې د غوره شمېره راولېږئ، له 1 تر { $count }.
again-points = ټول { $total } نه شول. { $count } شمېرې چې ټول یې { $total } شي:
again-date = پوه نه شو. ورځ، میاشت، کال راولېږئ، لکه 25/12/2026.
again-file = فایل رانغی. راولېږئ، په کلمو یې ووایئ، یا «پرېږده».

## Did you mean
confirm = ستاسو مطلب دا دی: { $value }؟

## Words that always work
stopped = نور پیغام نه درځي. ځوابونه مو خوندي دي. د بېرته راتلو لپاره «پیل».
still-stopped = تاسو پیغامونه بند کړل. د بېرته راتلو لپاره «پیل» راولېږئ.
started = بیا ښه راغلاست.
help = په شمېره یا کلمو ځواب راکړئ. «شاته»، «بیا»، «پرېږده»، «بند کړه».
cannot-skip = د دې ځواب پکار دی. د پای لپاره «بند کړه».
nothing-before = دا لومړۍ پوښتنه ده.
declined = ښه، نور نه پوښتو. مننه.
kept-for-person = مننه. یو کس به ستاسو لیکنه ولولي.
already-answered = د دې ځواب رارسېدلی. هېڅ بدل نه شول.
switch-offer = د پښتو لپاره «پښتو» راولېږئ.
language-not-offered = بښنه، دا ژبه لا نشته.
languages = ژبې: { $list }. د خپلې ژبې نوم راولېږئ.

## Menu and campaigns
menu = د ګډون لپاره یوه کلمه راولېږئ، یا «بند کړه».
menu-entry = { $keyword }: { $title }
menu-none = اوس هېڅ خلاص نه دی. د لیکلو مننه.
not-understood = بښنه، پوه نه شو. یو کس به یې ولولي.
campaign-done = تاسو ګډون کړی. مننه. رسید: { $receipt }
campaign-closed = دا اوس بند دی. د لیکلو مننه.
wants-person = یو کس به ستاسو پیغام ولولي. څو ورځې وخت نیسي.
status = ستاسو ځواب { $receipt } راورسېد.
status-none = ستاسو ځواب لا نه دی رارسېدلی.
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
