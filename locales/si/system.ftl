# machine-drafted: no native speaker of Sinhala has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = ඔව්
option-no = නැහැ
option-unsure = දන්නේ නැහැ
option-agree = එකඟයි
option-disagree = එකඟ නැහැ
option-pass = අදහසක් නැහැ
option-other = වෙනත් දෙයක්

## How to answer: the last line of a question
hint-choice = අංකයක් එවන්න.
hint-other = අංකයක් එවන්න, නැතහොත් ඔබේ වචනවලින් ලියන්න.
hint-choices = අංක එකක් හෝ වැඩි ගණනක් එවන්න, උදා. 1 3. උපරිම { $max }.
hint-ranking = අංක එවන්න, හොඳම එක මුලින්, උදා. 2 1. උපරිම { $max }.
hint-points = ලකුණු { $total } බෙදන්න: මේ පිළිවෙළට අංක { $count }.
hint-date = දිනයක් එවන්න, උදා. 25/12.
hint-file = ඡායාරූපයක්, හඬක් හෝ ලේඛනයක් එවන්න.
hint-no-file = මෙහි ගොනු එන්නේ නැහැ. වචනවලින් කියන්න.
hint-rating = { $min } සිට { $max } දක්වා එවන්න.
hint-number = අංකයක් එවන්න.
hint-text = ඔබේ වචනවලින් ලියන්න.
hint-place = තැන ලියන්න.
hint-skip = මඟහැරීමට «මඟහරින්න».
hint-stop = නැවැත්වීමට «නවත්වන්න».

## Asked again, simpler
again-choice = සමාවන්න, තේරුණේ නැහැ. 1 සිට { $max } දක්වා එක අංකයක් එවන්න:
again-choice-short = එක අංකයක් පමණක් එවන්න, 1 සිට { $max }. උදා: 1
again-rating = සමාවන්න, තේරුණේ නැහැ. { $min } සිට { $max } දක්වා එක අංකයක් එවන්න.
again-number = සමාවන්න, තේරුණේ නැහැ. { $min } සිට { $max } දක්වා එක අංකයක් එවන්න.
again-text = සමාවන්න, පණිවිඩය හිස්. වචන කිහිපයක් ලියන්න.
again-place = සමාවන්න, පණිවිඩය හිස්. තැනේ නම ලියන්න.
again-choices = තේරුණේ නැහැ. අංක { $min } සිට { $max } එවන්න, උදා. 1 3:
again-choices-short = 1 සිට { $count } අංක පමණක් එවන්න, උදා. 1 3
again-ranking = තේරුණේ නැහැ. අංක එවන්න, හොඳම එක මුලින්, උදා. 2 1:
again-ranking-short = හොඳම එකේ අංකය පමණක් එවන්න, 1 සිට { $count }.
again-points = එකතුව { $total } නොවේ. එකතුව { $total } වන අංක { $count } එවන්න:
again-date = තේරුණේ නැහැ. දිනය, මාසය, වර්ෂය එවන්න, උදා. 25/12/2026.
again-file = ගොනුවක් ආවේ නැහැ. එවන්න, වචනවලින් කියන්න, හෝ «මඟහරින්න».

## Did you mean
confirm = ඔබ කිව්වේ මේකද: { $value }?

## Words that always work
stopped = තව පණිවිඩ එන්නේ නැහැ. පිළිතුරු තබා ඇත. ආපසු එන්න «අරඹන්න».
still-stopped = ඔබ පණිවිඩ නැවැත්වූවා. ආපසු එන්න «අරඹන්න» එවන්න.
started = නැවත සාදරයෙන් පිළිගනිමු.
help = අංකයකින් හෝ වචනවලින් කියන්න. «ආපසු», «නැවත», «මඟහරින්න», «නවත්වන්න».
cannot-skip = මේකට පිළිතුරක් ඕන. නැවැත්වීමට «නවත්වන්න».
nothing-before = මේ පළමු ප්‍රශ්නයයි.
declined = හොඳයි, තව අහන්නේ නැහැ. ස්තූතියි.
kept-for-person = ස්තූතියි. ඔබ ලියූ දේ කෙනෙක් කියවනවා.
already-answered = මේකට පිළිතුරු දී ඇත. කිසිවක් වෙනස් වුණේ නැහැ.
switch-offer = සිංහලෙන් නම් «සිංහල» එවන්න.
language-not-offered = සමාවන්න, ඒ භාෂාව තවම නැහැ.
languages = භාෂා: { $list }. ඔබේ භාෂාවේ නම එවන්න.

## Menu and campaigns
menu = සහභාගි වීමට වචනයක් එවන්න, හෝ «නවත්වන්න».
menu-entry = { $keyword }: { $title }
menu-none = දැන් කිසිවක් විවෘත නැහැ. ලියූවාට ස්තූතියි.
not-understood = සමාවන්න, තේරුණේ නැහැ. කෙනෙක් මේක කියවනවා.
campaign-done = ඔබ සහභාගි වී ඇත. ස්තූතියි. රිසිට්පත: { $receipt }
campaign-closed = මේක දැන් වසා ඇත. ලියූවාට ස්තූතියි.
wants-person = ඔබේ පණිවිඩය කෙනෙක් කියවනවා. දින කිහිපයක් යා හැක.
status = ඔබේ පිළිතුර { $receipt } ලැබුණා.
status-none = ඔබේ පිළිතුරක් තවම ලැබී නැහැ.
## Going on, changing, taking back
reminder = ඔබ අවසන් කළේ නැහැ: { $title }
reminder-stop = පණිවිඩ එපා නම් «නවත්වන්න».
resumed = නැවත සාදරයෙන් පිළිගනිමු. මෙතැන සිට යමු.
change-which = වෙනස් කරන්නේ කුමන පිළිතුරද?
change-entry = { $question } { $answer }
changed = වෙනස් කළා. ස්තූතියි. රිසිට්පත: { $receipt }
change-nothing = වෙනස් කිරීමට පිළිතුරක් නැහැ.
change-closed = මේක වසා ඇත. පිළිතුර තව වෙනස් කළ නොහැක.
erase-which = අපි කුමක් කරන්නද?
erase-withdraw = මගේ පිළිතුර ආපසු ගන්න: { $title }
erase-all = මගේ සියල්ල මකන්න
erase-keep = කිසිවක් වෙනස් කරන්න එපා
withdrawn = ඔබේ පිළිතුර ආපසු ගත්තා. තව ගණන් ගන්නේ නැහැ.
erased = ඔබෙන් ලැබුණු සියල්ල මැකුවා.
erase-kept = කිසිවක් වෙනස් වුණේ නැහැ.
erase-nothing = ඔබේ කිසිවක් අප ළඟ නැහැ.

## Several people, one phone
new-person = මෙතැනින් කෙනෙක් පිළිතුරු දී ඇත. ඔබ වෙන කෙනෙක්ද?
new-person-yes = ඔව්, වෙන කෙනෙක්
new-person-no = නැහැ

## Danger
emergency = කවුරුන් හෝ අනතුරක නම් දැන්ම { $number } අමතන්න. කෙනෙක් මේක කියවනවා.

## Pages: every page
page-date = { $day } { $month ->
    [m1] ජනවාරි
    [m2] පෙබරවාරි
    [m3] මාර්තු
    [m4] අප්‍රේල්
    [m5] මැයි
    [m6] ජූනි
    [m7] ජූලි
    [m8] අගෝස්තු
    [m9] සැප්තැම්බර්
    [m10] ඔක්තෝබර්
    [m11] නොවැම්බර්
   *[m12] දෙසැම්බර්
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
