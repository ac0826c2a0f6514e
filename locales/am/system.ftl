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
again-choice-short = አንድ ቁጥር ብቻ ይላኩ፣ ከ1 እስከ { $max }። ለምሳሌ፦ 1
again-rating = ይቅርታ፣ አልገባንም። ከ{ $min } እስከ { $max } አንድ ቁጥር ይላኩ።
again-number = ይቅርታ፣ አልገባንም። ከ{ $min } እስከ { $max } አንድ ቁጥር ይላኩ።
again-text = ይቅርታ፣ መልእክቱ ባዶ ነበር። ጥቂት ቃላት ይጻፉ።
again-place = ይቅርታ፣ መልእክቱ ባዶ ነበር። የቦታውን ስም ይጻፉ።
again-choices = አልገባንም። ከ{ $min } እስከ { $max } ቁጥሮች ይላኩ፣ ለምሳሌ 1 3፦
again-choices-short = ከ1 እስከ { $count } ያሉ ቁጥሮችን ብቻ ይላኩ፣ ለምሳሌ 1 3
again-ranking = አልገባንም። ቁጥሮችን ይላኩ፣ ምርጡ መጀመሪያ፣ ለምሳሌ 2 1፦
again-ranking-short = የምርጡን ቁጥር ብቻ ይላኩ፣ ከ1 እስከ { $count }።
again-points = ድምሩ { $total } አልሆነም። ድምራቸው { $total } የሆነ { $count } ቁጥሮች ይላኩ፦
again-date = አልገባንም። ቀን፣ ወር፣ ዓመት ይላኩ፣ ለምሳሌ 25/12/2026።
again-file = ፋይል አልደረሰም። ይላኩ፣ በቃል ይግለጹ፣ ወይም «ዝለል»።

## Did you mean
confirm = ይህን ማለትዎ ነው፦ { $value }?

## Words that always work
stopped = ከእንግዲህ መልእክት አይላክም። መልሶችዎ ተቀምጠዋል። ለመመለስ «ጀምር»።
still-stopped = መልእክት አቁመው ነበር። ለመመለስ «ጀምር» ይላኩ።
started = እንኳን ተመለሱ።
help = በቁጥር ወይም በቃል ይመልሱ። «ተመለስ»፣ «ድገም»፣ «ዝለል»፣ «አቁም»።
cannot-skip = ለዚህ መልስ ያስፈልጋል። ለማቆም «አቁም»።
nothing-before = ይህ የመጀመሪያው ጥያቄ ነው።
declined = እሺ፣ ሌላ አንጠይቅም። እናመሰግናለን።
kept-for-person = እናመሰግናለን። የጻፉትን ሰው ያነበዋል።
already-answered = ይህ አስቀድሞ ተመልሷል። ምንም አልተቀየረም።
switch-offer = ለአማርኛ «አማርኛ» ይላኩ።
language-not-offered = ይቅርታ፣ ይህ ቋንቋ ገና የለም።
languages = ቋንቋዎች፦ { $list }። የቋንቋዎን ስም ይላኩ።

## Menu and campaigns
menu = ለመሳተፍ አንድ ቃል ይላኩ፣ ወይም «አቁም»።
menu-entry = { $keyword }: { $title }
menu-none = አሁን ክፍት ነገር የለም። ስለጻፉ እናመሰግናለን።
not-understood = ይቅርታ፣ አልገባንም። ሰው ያነበዋል።
campaign-done = ተሳትፈዋል። እናመሰግናለን። ደረሰኝ፦ { $receipt }
campaign-closed = ይህ አሁን ተዘግቷል። ስለጻፉ እናመሰግናለን።
wants-person = መልእክትዎን ሰው ያነበዋል። ጥቂት ቀናት ሊወስድ ይችላል።
status = መልስዎ { $receipt } ደርሷል።
status-none = መልስዎ ገና አልደረሰንም።
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
