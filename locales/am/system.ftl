# machine-drafted: no native speaker of Amharic has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = አዎ
option-no = አይ
option-unsure = አላውቅም
option-agree = እስማማለሁ
option-disagree = አልስማማም
option-pass = አስተያየት የለኝም
option-other = ሌላ

## How to answer: the last line of a question
hint-choice = አንድ ቁጥር ይላኩ።
hint-other = ቁጥር ይላኩ ወይም በራስዎ ቃል ይጻፉ።
hint-choices = አንድ ወይም ከዚያ በላይ ቁጥር ይላኩ፣ ለምሳሌ 1 3። እስከ { $max }።
hint-ranking = ቁጥሮችን ይላኩ፣ ምርጡ መጀመሪያ፣ ለምሳሌ 2 1። እስከ { $max }።
hint-points = { $total } ነጥብ ያከፋፍሉ፦ በዚህ ቅደም ተከተል { $count } ቁጥሮች።
hint-date = ቀን ይላኩ፣ ለምሳሌ 25/12።
hint-file = ፎቶ፣ ድምፅ ወይም ሰነድ ይላኩ።
hint-no-file = እዚህ ፋይል አይደርስም። በቃል መግለጽ ይችላሉ።
hint-rating = ከ{ $min } እስከ { $max } ይላኩ።
hint-number = አንድ ቁጥር ይላኩ።
hint-text = በራስዎ ቃል ይጻፉ።
hint-place = ቦታውን ይጻፉ።
hint-skip = ለማለፍ «ዝለል»።
hint-stop = ለማቆም «አቁም»።

## Asked again, simpler
again-choice = ይቅርታ፣ አልገባንም። ከ1 እስከ { $max } አንድ ቁጥር ይላኩ፦
again-choice-short = አንድ ቁጥር ብቻ ይላኩ፣ ከ1 እስከ { $max }።
again-range = ከ{ $min } እስከ { $max } ቁጥር ይላኩ።
again-rating = ይቅርታ፣ አልገባንም። ከ{ $min } እስከ { $max } አንድ ቁጥር ይላኩ።
again-number = ይቅርታ፣ አልገባንም። ከ{ $min } እስከ { $max } አንድ ቁጥር ይላኩ።
again-text = ይቅርታ፣ መልእክቱ ባዶ ነበር። ጥቂት ቃላት ይጻፉ።
again-text-short = ጥቂት ቃላት ይበቃሉ።
again-place = ይቅርታ፣ መልእክቱ ባዶ ነበር። የቦታውን ስም ይጻፉ።
again-choices = አልገባንም። ከ{ $min } እስከ { $max } ቁጥሮች ይላኩ፣ ለምሳሌ 1 3፦
again-choices-short = ከ1 እስከ { $count } ያሉ ቁጥሮችን ብቻ ይላኩ፣ ለምሳሌ 1 3
again-ranking = አልገባንም። ቁጥሮችን ይላኩ፣ ምርጡ መጀመሪያ፣ ለምሳሌ 2 1፦
again-ranking-short = የምርጡን ቁጥር ብቻ ይላኩ፣ ከ1 እስከ { $count }።
again-points = ድምሩ { $total } አልሆነም። ድምራቸው { $total } የሆነ { $count } ቁጥሮች ይላኩ፦
again-points-short = በዚህ ቅደም ተከተል ድምራቸው { $total } የሆኑ { $count } ቁጥሮች ይላኩ፦
again-date = አልገባንም። ቀን፣ ወር፣ ዓመት ይላኩ፣ ለምሳሌ 25/12/2026።
again-date-short = ቀኑን ብቻ ይላኩ፣ ለምሳሌ 25/12።
again-file = ፋይል አልደረሰም። ይላኩ፣ በቃል ይግለጹ፣ ወይም «ዝለል»።

## Did you mean
confirm = ይህን ማለትዎ ነው፦ { $value }?

## Words that always work
stopped = ከእንግዲህ መልእክት አይላክም። መልሶችዎ ተቀምጠዋል። ለመመለስ «ጀምር»።
still-stopped = መልእክት አቁመው ነበር። ለመመለስ «ጀምር» ይላኩ።
started = እንኳን ተመለሱ።
help = ተመለስ፦ ያለፈው ጥያቄ። ዝለል፦ እለፍ። ቋንቋ፦ ለመቀየር። ሰው፦ ለእርዳታ። አቁም፦ ጨርስ።
help-outside = ቀይር፦ መልስ። ሁኔታ፦ ደረሰ? አጥፋ፦ ለመሰረዝ። ቋንቋ፦ ለመቀየር። ሰው፦ ለእርዳታ።
cannot-skip = ለዚህ መልስ ያስፈልጋል። ለማቆም «አቁም»።
nothing-before = ይህ የመጀመሪያው ጥያቄ ነው።
declined = እሺ፣ ሌላ አንጠይቅም። እናመሰግናለን።
kept-for-person = እናመሰግናለን። የጻፉትን ሰው ያነበዋል።
kept-long = መልእክቱ ረጅም ነበር። ሁሉንም ይዘናል።
already-answered = ይህ አስቀድሞ ተመልሷል። ምንም አልተቀየረም።
slow-down = መልእክቶችዎ ሁሉ ተቀምጠዋል። ከጥቂት ደቂቃዎች በኋላ እንመልሳለን።
switch-offer = ለአማርኛ «አማርኛ» ይላኩ።
language-not-offered = ይቅርታ፣ ይህ ቋንቋ ገና የለም።
languages = ቋንቋዎች፦ { $list }። የቋንቋዎን ስም ይላኩ።

## Menu and campaigns
menu = ለመሳተፍ አንድ ቃል ይላኩ፣ ወይም «አቁም»።
menu-entry = { $keyword }: { $title }
menu-none = አሁን ክፍት ነገር የለም። ስለጻፉ እናመሰግናለን።
not-understood = ይቅርታ፣ አልገባንም። ሰው ያነበዋል።
campaign-done = ተሳትፈዋል። እናመሰግናለን። ደረሰኝ፦ { $receipt }
change-how = ቀይር፦ መልስዎን ለመቀየር።
campaign-closed = ይህ አሁን ተዘግቷል። ስለጻፉ እናመሰግናለን።
campaign-not-open = ይህ ገና አልተጀመረም። እባክዎ በኋላ እንደገና ይጻፉ።
wants-person = መልእክትዎን ሰው ያነበዋል። ጥቂት ቀናት ሊወስድ ይችላል።
person-write = ሰው እንዲያነበው የሚፈልጉትን አሁን ይጻፉ።
status = መልስዎ { $receipt } ደርሷል።
status-none = መልስዎ ገና አልደረሰንም።
status-entry = { $title }: { $receipt }
status-open = { $title }: ገና አልተጠናቀቀም
## Going on, changing, taking back
reminder = አልጨረሱም፦ { $title }
reminder-stop = መልእክት ካልፈለጉ «አቁም»።
resumed = እንኳን ተመለሱ። ከዚህ እንቀጥላለን።
change-which = የትኛውን መልስ መቀየር ይፈልጋሉ?
change-entry = { $question } { $answer }
changed = ተቀይሯል። እናመሰግናለን። ደረሰኝ፦ { $receipt }
change-nothing = የሚቀየር መልስ የለም።
change-closed = ይህ ተዘግቷል። መልሱ ከእንግዲህ አይቀየርም።
erase-which = ምን እናድርግ?
erase-withdraw = መልሴን መልሱ፦ { $title }
erase-all = የእኔን ሁሉ አጥፉ
erase-all-shared = ከዚህ ስልክ የተላከ ሁሉ ይሰረዝ
erase-keep = ምንም አይቀየር
withdrawn = መልስዎ ተነስቷል። ከእንግዲህ አይቆጠርም።
erased = ከእርስዎ የመጣው ሁሉ ጠፍቷል።
erase-kept = ምንም አልተቀየረም።
erase-nothing = የእርስዎ ምንም የለንም።

## Several people, one phone
new-person = ከዚህ አንድ ሰው መልሷል። እርስዎ ሌላ ሰው ነዎት?
new-person-yes = አዎ፣ ሌላ ሰው
new-person-no = አይ

## Danger
emergency = ሰው አደጋ ላይ ከሆነ አሁኑኑ { $number } ይደውሉ። ሰው ያነበዋል።

## Pages: every page
page-title = { $title } – መጅሊስ
page-error-title = ስህተት፦ { $title } – መጅሊስ
page-languages = ቋንቋዎች
page-home-link = ሁሉም ክፍት ጥያቄዎች
page-again-link = ወደ ጥያቄው ይሂዱ
page-asked-by = { $entity } ይጠይቃል
page-date = { $day } { $month ->
    [m1] ጃንዋሪ
    [m2] ፌብሩዋሪ
    [m3] ማርች
    [m4] ኤፕሪል
    [m5] ሜይ
    [m6] ጁን
    [m7] ጁላይ
    [m8] ኦገስት
    [m9] ሴፕቴምበር
    [m10] ኦክቶበር
    [m11] ኖቬምበር
   *[m12] ዲሴምበር
} { $year }

## Pages: the list of campaigns
page-home-title = ሐሳብዎን ይስጡ
page-home-intro = ለየትኛው እንደሚመልሱ ይምረጡ። መለያ አያስፈልግም።
page-home-none = አሁን ክፍት ነገር የለም። ሌላ ቀን ይምጡ።
page-by-sms = ወይም በSMS፦ { $keyword } ብለው ወደ { $number } ይላኩ።
page-by-sms-no-number = ወይም በመልእክት፦ { $keyword } የሚለውን ቃል ይላኩ።

## Pages: a question
page-send = መልስ ላክ
page-skip = ይህን ጥያቄ ዝለል
page-may-skip = ይህን ጥያቄ መዝለል ይችላሉ።
page-up-to = እስከ { $max } ፊደል መጻፍ ይችላሉ።
page-number = ቁጥር ይጻፉ፣ ለምሳሌ 3።
page-place = ቦታውን በራስዎ ቃል ይጻፉ፣ ለምሳሌ መንገድ ወይም ሕንፃ።
page-come-back = እዚህ ማቆምና በኋላ መቀጠል ይችላሉ፦ የዚህን ገጽ አድራሻ ይያዙ።
page-error-heading = እባክዎ ይህን ይመልከቱ
page-no-choice = ገና መልስ አልተመረጠም
page-choose = አንድ መልስ መርጠው ይላኩ።
page-choose-or-skip = አንድ መልስ ይምረጡ ወይም ጥያቄውን ይዝለሉ።
page-choices = ከ{ $min } እስከ { $max } መልሶች ይምረጡ።
page-choices-exactly = { $max } መልሶች ይምረጡ።
page-no-choices = የመልሶቹ ቁጥር ትክክል አይደለም
page-other = ሌላ፣ በራስዎ ቃል፦
page-ranking = ለምርጡ 1፣ ለቀጣዩ 2 ይጻፉ። እስከ { $max }።
page-no-ranking = ቅደም ተከተሉ ግልጽ አይደለም
page-points = { $total } ነጥብ ያከፋፍሉ። ድምሩ { $total } መሆን አለበት።
page-no-points = የነጥቦቹ ድምር { $total } አይደለም
page-write-date = ቀን ይጻፉ፣ ለምሳሌ 25/12/2026።
page-no-date = ይህ ቀን አይደለም
page-file = ፎቶ፣ ድምፅ ወይም ሰነድ ይምረጡ። እስከ { $max } ሜጋባይት።
page-or-describe = ወይም በቃል ይግለጹ፦
page-no-file = ፋይል አልደረሰም
page-write = መልስዎን ጽፈው ይላኩ።
page-write-or-skip = መልስዎን ይጻፉ ወይም ጥያቄውን ይዝለሉ።
page-kept = የላኳቸው ቃላት እነዚህ ናቸው። መቅዳት ይችላሉ፦
page-your-answer = መልስዎ

## Pages: the end
page-thanks = እናመሰግናለን። መልስዎ ደርሷል።
page-receipt-is = ደረሰኝዎ
page-receipt-keep = ጽፈው ይያዙት። በእሱ ምን እንደሆነ ማየት ይችላሉ።
page-receipt-link = ይህን ደረሰኝ ይመልከቱ
page-private-title = የግል ሊንክዎ
page-private-note = ይህ ሊንክ የመልሶችዎን ገጽ እንደገና ያሳያል። ለራስዎ ይያዙት።
page-change = መልስ ቀይር
page-withdraw = መልሴን አንሳ
page-withdraw-note = መልስዎ ከእንግዲህ አይቆጠርም። ይህ አይመለስም።
page-erase = የእኔን ሁሉ አጥፋ
page-erase-note = መልስዎና ቃላትዎ ይጠፋሉ። ይህ አይመለስም።
page-withdrawn = መልስዎ ተነስቷል። ከእንግዲህ አይቆጠርም።
page-erased = እዚህ ከእርስዎ የመጣው ሁሉ ጠፍቷል።
page-spoken-receipt = ጮክ ብሎ ለማንበብ፦ { $spoken }
page-closed = እዚህ ከእንግዲህ መልስ አይቀበልም። ስለመጡ እናመሰግናለን።

## Pages: a receipt
page-receipt-title = ደረሰኝ
page-receipt-arrived = የዚህ ደረሰኝ መልስ በ{ $date } ደርሷል። በ{ $entity } ዘንድ ነው።
page-receipt-open = ገና ክፍት ነው። ምን እንደሆነ ለማየት በኋላ ይምጡ።
page-receipt-closed = ተዘግቷል። { $entity } መልሶቹን እያየ ነው።

## Pages: when something is in the way
page-no-page-title = በዚህ አድራሻ ገጽ የለም
page-no-page = አድራሻውን ይመልከቱ ወይም ወደ ጥያቄዎች ዝርዝር ይሂዱ።
page-no-campaign-title = ይህን አላገኘነውም
page-no-campaign = አድራሻውን ይመልከቱ ወይም ከዝርዝሩ ይምረጡ።
page-no-link-title = በዚህ ሊንክ መልሶች የሉም
page-no-link = ሊንኩ ሙሉ መሆኑን ይመልከቱ። ከዝርዝሩ እንደገና መጀመር ይችላሉ።
page-no-receipt-title = ይህን ደረሰኝ አላገኘነውም
page-no-receipt = ደረሰኝ K7P-4QM ይመስላል። ፊደሎቹንና ቁጥሮቹን አይተው እንደገና ይሞክሩ።
page-stale = ይህ ገጽ በጣም የቆየ ነበር። ቃላትዎ እዚህ አሉ። አይተው እንደገና ይላኩ።
page-unknown-form = ይህ ገጽ የእኛ መሆኑን እርግጠኛ አልሆንንም። ቃላትዎ እዚህ አሉ። አይተው እንደገና ይላኩ።
page-elsewhere = መልሱ ከሌላ ገጽ ስለመጣ አልተቀበልንም። እባክዎ እዚህ ይመልሱ።
page-garbled-title = የመጣውን ማንበብ አልቻልንም
page-garbled = ምንም አልተቀመጠም። አንድ ገጽ ተመልሰው እንደገና ይላኩ ወይም ጥያቄውን እንደገና ይክፈቱ።
page-too-long-title = መልስዎ በጣም ረጅም ነው
page-too-long = ምንም አልተቀመጠም። አንድ ገጽ ተመልሰው አሳጥረው ይላኩ።
page-busy-title = አሁን መልስ መቀበል አንችልም
page-busy = ጥፋቱ የእኛ ነው፣ የእርስዎ አይደለም። ከአንድ ደቂቃ በኋላ ይሞክሩ።
page-busy-kept = አሁን መልስ መቀበል አንችልም፣ ጥፋቱ የእኛ ነው። መልስዎ እዚህ አለ። ከአንድ ደቂቃ በኋላ ይላኩ።

## Email
mail-above = መልስዎን ከዚህ መስመር በላይ ይጻፉ
mail-stop = እነዚህን ኢሜይሎች አቁም
mail-prove = እርስዎ መሆንዎን ለማረጋገጥ፦ ለዚህ ኢሜይል በተመሳሳይ ቃላት ይመልሱ።

## USSD: turning screens, behind 00 and 000
ussd-more = ተጨማሪ
ussd-before = የፊተኛው ገጽ

## Files of residents
file-kind = አንድ ፋይል አልተወሰደም። ፎቶ፣ ቅጂ፣ ቪዲዮ እና PDF እንወስዳለን።
file-empty = አንድ ፋይል አልተወሰደም፦ ምንም የለበትም።
file-too-large = አንድ ፋይል አልተወሰደም፦ በጣም ትልቅ ነው። ቢበዛ { $max } ሜጋባይት።
file-too-many = ሁሉም ፋይሎች አልተወሰዱም። ቢበዛ { $max } እንወስዳለን።
file-lost = አንድ ፋይል አልደረሰንም።
file-not-asked = እዚህ ፋይል አልተጠየቀም። እባክዎ በቃላት ይመልሱ።
file-count = ፋይሎች፦ { $count }
## A page of several questions, paper, and plain text
page-send-all = ሁሉንም መልሶች ላክ
page-as-is = እንዳለ ላክ
page-as-is-note = ያልተረዳነውን ሰው ያነበዋል።
page-paper-link = የወረቀት ቅጽ
page-paper-how = መልሶችዎን በዚህ ወረቀት ላይ ይጻፉ። ከዚያ ተመሳሳይ ቁጥሮችንና ቃላትን ከእነዚህ መንገዶች በአንዱ ይላኩ፦
page-paper-only-if = ለጥያቄ { $question } መልስዎ { $answers } ከሆነ ብቻ፦
page-paper-go-to = መልስዎ { $answers } ከሆነ ወደ ጥያቄ { $question } ይሂዱ።
page-paper-go-end = መልስዎ { $answers } ከሆነ ያ የመጨረሻው ጥያቄ ነበር።
page-paper-then-to = ከዚያ ወደ ጥያቄ { $question } ይሂዱ።
page-paper-then-end = ያ የመጨረሻው ጥያቄ ነበር።
page-by-mail = ወይም በኢሜይል፦ { $keyword } ብለው ወደ { $mailbox } ይጻፉ።
page-text-how = ለመመለስ፣ ከ value= በኋላ ያለውን በመልስዎ ተክተው ይላኩ፦
## One resident with several addresses
link-code = ከ{ $until } በፊት ከሌላው ስልክ ወይም ኢሜይል LINK { $code } ይላኩ።
link-both = ከዚያ መልሶች አንድ ናቸው፤ በአንዱ STOP በሁለቱም ነው።
link-secret = ኮዱን ለማንም አይንገሩ።
link-done = ተከናውኗል፦ ሁለቱም አንድ ናቸው።
link-told = ኮድዎ ጥቅም ላይ ዋለ፦ ሁለቱም አንድ ናቸው። እርስዎ አልነበሩም? PERSON
link-wrong = ኮዱ የተሳሳተ፣ ያገለገለ ወይም ያለፈ ነው።
link-many = ብዙ የተሳሳቱ ኮዶች። 10 ደቂቃ ይጠብቁ።
link-new = ለአዲስ ኮድ ከሌላው LINK ይላኩ።
link-self = ይህ ኮድ ለሌላው ስልክ ወይም ኢሜይል ነው።
link-already = ሁለቱም አስቀድመው አንድ ናቸው።
link-stopped = በአንዱ STOP ተብሏል፣ ለሁለቱም ይሠራል። ለመመለስ START።
stopped-entity = { $entity } ከእንግዲህ አይጽፍም። ለመመለስ START።
stop-all-how = STOP ALL፦ ከማንም መልእክት የለም።
link-contact = ወይም ከታች ባለው ቁልፍ የራስዎን ቁጥር ያጋሩ።
contact-share = ቁጥሬን አጋራ

## Invitations
invitation = { $title }፦ ለመሳተፍ { $token } ይላኩ።
invited-before = በዚህ ግብዣ መልስ ተሰጥቷል። ከጨረሱ የእርስዎ ይቆጠራል።

## Going on elsewhere
page-go-on = ከሌላ ስልክ ወይም በኋላ ይቀጥሉ
page-go-on-over = አሁን ኮድ የለም፦ ጥቅም ላይ ውሏል ወይም ጊዜው አልፏል።
page-go-on-new = አዲስ ኮድ አሳይ
page-go-on-link = ይህን አገናኝ በአሳሽ የሚከፍት ሰው ከዚህ ይቀጥላል። ለራስዎ ብቻ ይያዙት።
page-go-on-sms = በSMS፦ ወደ { $number } ይላኩት
page-go-on-telegram = በTelegram፦ ወደ ቦታችን ይላኩት
page-go-on-mail = በኢሜይል፦ ወደ { $mailbox } ይላኩት
