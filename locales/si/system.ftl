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
again-choice-short = එක අංකයක් පමණක් එවන්න, 1 සිට { $max }.
again-range = { $min } සිට { $max } දක්වා අංකයක් එවන්න.
again-rating = සමාවන්න, තේරුණේ නැහැ. { $min } සිට { $max } දක්වා එක අංකයක් එවන්න.
again-number = සමාවන්න, තේරුණේ නැහැ. { $min } සිට { $max } දක්වා එක අංකයක් එවන්න.
again-text = සමාවන්න, පණිවිඩය හිස්. වචන කිහිපයක් ලියන්න.
again-text-short = වචන කිහිපයක් ඇති.
again-place = සමාවන්න, පණිවිඩය හිස්. තැනේ නම ලියන්න.
again-choices = තේරුණේ නැහැ. අංක { $min } සිට { $max } එවන්න, උදා. 1 3:
again-choices-short = 1 සිට { $count } අංක පමණක් එවන්න, උදා. 1 3
again-ranking = තේරුණේ නැහැ. අංක එවන්න, හොඳම එක මුලින්, උදා. 2 1:
again-ranking-short = හොඳම එකේ අංකය පමණක් එවන්න, 1 සිට { $count }.
again-points = එකතුව { $total } නොවේ. එකතුව { $total } වන අංක { $count } එවන්න:
again-points-short = මේ පිළිවෙළට එකතුව { $total } වන අංක { $count } එවන්න:
again-date = තේරුණේ නැහැ. දිනය, මාසය, වර්ෂය එවන්න, උදා. 25/12/2026.
again-date-short = දිනය පමණක් එවන්න, උදා: 25/12.
again-file = ගොනුවක් ආවේ නැහැ. එවන්න, වචනවලින් කියන්න, හෝ «මඟහරින්න».

## Did you mean
confirm = ඔබ කිව්වේ මේකද: { $value }?

## Words that always work
stopped = තව පණිවිඩ එන්නේ නැහැ. පිළිතුරු තබා ඇත. ආපසු එන්න «අරඹන්න».
still-stopped = ඔබ පණිවිඩ නැවැත්වූවා. ආපසු එන්න «අරඹන්න» එවන්න.
started = නැවත සාදරයෙන් පිළිගනිමු.
help = ආපසු: පෙර පැනය. මඟහරින්න: ඊළඟ. භාෂාව: වෙනස. නවත්වන්න: අවසන.
help-outside = වෙනස් කරන්න: පිළිතුර. තත්ත්වය: ලැබුණාද? මකන්න: ඉවතට. භාෂාව: වෙනස.
cannot-skip = මේකට පිළිතුරක් ඕන. නැවැත්වීමට «නවත්වන්න».
nothing-before = මේ පළමු ප්‍රශ්නයයි.
declined = හොඳයි, තව අහන්නේ නැහැ. ස්තූතියි.
kept-for-person = ස්තූතියි. ඔබ ලියූ දේ කෙනෙක් කියවනවා.
kept-long = පණිවිඩය දිගයි. සියල්ල තබා ගත්තා.
already-answered = මේකට පිළිතුරු දී ඇත. කිසිවක් වෙනස් වුණේ නැහැ.
slow-down = ඔබේ පණිවිඩ සියල්ල තබා ඇත. විනාඩි කිහිපයකින් පිළිතුරු දෙමු.
switch-offer = සිංහලෙන් නම් «සිංහල» එවන්න.
language-not-offered = සමාවන්න, ඒ භාෂාව තවම නැහැ.
languages = භාෂා: { $list }. ඔබේ භාෂාවේ නම එවන්න.

## Menu and campaigns
menu = සහභාගි වීමට වචනයක් එවන්න, හෝ «නවත්වන්න».
menu-entry = { $keyword }: { $title }
menu-none = දැන් කිසිවක් විවෘත නැහැ. ලියූවාට ස්තූතියි.
not-understood = සමාවන්න, තේරුණේ නැහැ. කෙනෙක් මේක කියවනවා.
campaign-done = ඔබ සහභාගි වී ඇත. ස්තූතියි. රිසිට්පත: { $receipt }
change-how = වෙනස් කරන්න: පිළිතුර.
campaign-closed = මේක දැන් වසා ඇත. ලියූවාට ස්තූතියි.
campaign-not-open = මේක තවම පටන් ගෙන නැත. පසුව නැවත ලියන්න.
wants-person = ඔබේ පණිවිඩය කෙනෙක් කියවනවා. දින කිහිපයක් යා හැක.
person-write = කෙනෙකු කියවිය යුතු දේ දැන් ලියන්න.
status = ඔබේ පිළිතුර { $receipt } ලැබුණා.
status-none = ඔබේ පිළිතුරක් තවම ලැබී නැහැ.
status-entry = { $title }: { $receipt }
status-open = { $title }: තවම අවසන් නැත
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
erase-all-shared = මේ දුරකථනයෙන් යැවූ සියල්ල මකන්න
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
page-title = { $title } – මජ්ලිස්
page-error-title = දෝෂය: { $title } – මජ්ලිස්
page-languages = භාෂා
page-home-link = විවෘත ප්‍රශ්න සියල්ල
page-again-link = ප්‍රශ්නයට යන්න
page-asked-by = { $entity } අසයි
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
page-home-title = ඔබේ අදහස කියන්න
page-home-intro = පිළිතුරු දෙන්නේ කුමකටදැයි තෝරන්න. ගිණුමක් අවශ්‍ය නැහැ.
page-home-none = දැන් කිසිවක් විවෘත නැහැ. වෙනත් දිනක එන්න.
page-by-sms = නැතහොත් SMS: { $keyword } කියා { $number } ට එවන්න.
page-by-sms-no-number = නැතහොත් පණිවිඩයක්: { $keyword } වචනය එවන්න.

## Pages: a question
page-send = පිළිතුර එවන්න
page-skip = මේ ප්‍රශ්නය මඟහරින්න
page-may-skip = මේ ප්‍රශ්නය මඟහැරිය හැක.
page-up-to = අකුරු { $max } දක්වා ලිවිය හැක.
page-number = අංකයක් ලියන්න, උදා. 3.
page-place = තැන ඔබේ වචනවලින් ලියන්න, උදා. පාරක් හෝ ගොඩනැගිල්ලක්.
page-come-back = මෙහි නවතා පසුව යා හැක: මේ පිටුවේ ලිපිනය තබා ගන්න.
page-error-heading = මේක බලන්න
page-no-choice = තවම පිළිතුරක් තෝරා නැහැ
page-choose = පිළිතුරක් තෝරා එවන්න.
page-choose-or-skip = පිළිතුරක් තෝරන්න, නැතහොත් මඟහරින්න.
page-choices = පිළිතුරු { $min } සිට { $max } තෝරන්න.
page-choices-exactly = පිළිතුරු { $max } තෝරන්න.
page-no-choices = පිළිතුරු ගණන හරි නැහැ
page-other = වෙනත් දෙයක්, ඔබේ වචනවලින්:
page-ranking = හොඳම එකට 1, ඊළඟට 2 ලියන්න. උපරිම { $max }.
page-no-ranking = පිළිවෙළ පැහැදිලි නැහැ
page-points = ලකුණු { $total } බෙදන්න. එකතුව { $total } විය යුතුයි.
page-no-points = ලකුණු එකතුව { $total } නොවේ
page-write-date = දිනයක් ලියන්න, උදා. 25/12/2026.
page-no-date = මේක දිනයක් නොවේ
page-file = ඡායාරූපයක්, හඬක් හෝ ලේඛනයක් තෝරන්න. උපරිම මෙගාබයිට් { $max }.
page-or-describe = නැතහොත් වචනවලින් කියන්න:
page-no-file = ගොනුවක් ආවේ නැහැ
page-write = පිළිතුර ලියා එවන්න.
page-write-or-skip = පිළිතුර ලියන්න, නැතහොත් මඟහරින්න.
page-kept = ඔබ එවූ වචන මේවා. පිටපත් කළ හැක:
page-your-answer = ඔබේ පිළිතුර

## Pages: the end
page-thanks = ස්තූතියි. ඔබේ පිළිතුර ලැබුණා.
page-receipt-is = ඔබේ රිසිට්පත
page-receipt-keep = ලියා තබා ගන්න. මෙයින් කුමක් වුණාදැයි බැලිය හැක.
page-receipt-link = මේ රිසිට්පත බලන්න
page-private-title = ඔබේ පෞද්ගලික සබැඳිය
page-private-note = මේ සබැඳිය ඔබේ පිළිතුරු පිටුව නැවත පෙන්වයි. ඔබ ළඟ තබා ගන්න.
page-change = පිළිතුර වෙනස් කරන්න
page-withdraw = මගේ පිළිතුර ආපසු ගන්න
page-withdraw-note = ඔබේ පිළිතුර තව ගණන් ගන්නේ නැහැ. මේක ආපසු හැරවිය නොහැක.
page-erase = මගේ සියල්ල මකන්න
page-erase-note = ඔබේ පිළිතුර සහ වචන මැකේ. මේක ආපසු හැරවිය නොහැක.
page-withdrawn = ඔබේ පිළිතුර ආපසු ගත්තා. තව ගණන් ගන්නේ නැහැ.
page-erased = මෙහි ඔබෙන් ලැබුණු සියල්ල මැකුවා.
page-spoken-receipt = හඬින් කියවීමට: { $spoken }
page-closed = මෙහි තව පිළිතුරු ගන්නේ නැහැ. පැමිණියාට ස්තූතියි.

## Pages: a receipt
page-receipt-title = රිසිට්පත
page-receipt-arrived = මේ රිසිට්පතේ පිළිතුර { $date } දින ලැබුණා. එය { $entity } ළඟ ඇත.
page-receipt-open = මේක තවම විවෘතයි. කුමක් වුණාදැයි බැලීමට පසුව එන්න.
page-receipt-closed = මේක වසා ඇත. { $entity } පිළිතුරු බලයි.

## Pages: when something is in the way
page-no-page-title = මේ ලිපිනයේ පිටුවක් නැහැ
page-no-page = ලිපිනය බලන්න, නැතහොත් ප්‍රශ්න ලැයිස්තුවට යන්න.
page-no-campaign-title = මේක හමු වුණේ නැහැ
page-no-campaign = ලිපිනය බලන්න, නැතහොත් ලැයිස්තුවෙන් තෝරන්න.
page-no-link-title = මේ සබැඳියේ පිළිතුරු නැහැ
page-no-link = සබැඳිය සම්පූර්ණදැයි බලන්න. ලැයිස්තුවෙන් නැවත අරඹන්නත් පුළුවන්.
page-no-receipt-title = මේ රිසිට්පත හමු වුණේ නැහැ
page-no-receipt = රිසිට්පත K7P-4QM වගේ. අකුරු සහ අංක බලා නැවත උත්සාහ කරන්න.
page-stale = මේ පිටුව පරණයි. ඔබේ වචන මෙහි ඇත. බලා නැවත එවන්න.
page-unknown-form = මේ පිටුව අපේදැයි සහතික නැහැ. ඔබේ වචන මෙහි ඇත. බලා නැවත එවන්න.
page-elsewhere = පිළිතුර වෙනත් අඩවියකින් ආ නිසා ගත්තේ නැහැ. මෙහි පිළිතුරු දෙන්න.
page-garbled-title = ආ දේ කියවිය නොහැකි වුණා
page-garbled = කිසිවක් තබා ගත්තේ නැහැ. පිටුවක් ආපසු ගොස් නැවත එවන්න, නැතහොත් ප්‍රශ්නය නැවත විවෘත කරන්න.
page-too-long-title = ඔබේ පිළිතුර දිග වැඩියි
page-too-long = කිසිවක් තබා ගත්තේ නැහැ. පිටුවක් ආපසු ගොස් කෙටි කර නැවත එවන්න.
page-busy-title = දැන් පිළිතුරු ගත නොහැක
page-busy = වරද අපේ, ඔබේ නොවේ. විනාඩියකින් නැවත උත්සාහ කරන්න.
page-busy-kept = දැන් පිළිතුරු ගත නොහැක, වරද අපේ. ඔබේ පිළිතුර මෙහි ඇත. විනාඩියකින් නැවත එවන්න.

## Email
mail-above = ඔබේ පිළිතුර මෙම පේළියට ඉහළින් ලියන්න
mail-stop = මෙම ඊමේල් නවත්වන්න
mail-prove = මේ ඔබම බව තහවුරු කිරීමට: එම වචනවලින්ම මෙම ඊමේල් එකට පිළිතුරු දෙන්න.

## USSD: turning screens, behind 00 and 000
ussd-more = තවත්
ussd-before = පෙර පිටුව

## Files of residents
file-kind = එක් ගොනුවක් ගත්තේ නැත. අපි ඡායාරූප, පටිගත කිරීම්, වීඩියෝ සහ PDF ගන්නෙමු.
file-empty = එක් ගොනුවක් ගත්තේ නැත: එහි කිසිවක් නැත.
file-too-large = එක් ගොනුවක් ගත්තේ නැත: එය ඉතා විශාලයි. උපරිමය මෙගාබයිට් { $max }.
file-too-many = සියලු ගොනු ගත්තේ නැත. අපි ගන්නේ උපරිම { $max }.
file-lost = එක් ගොනුවක් අප වෙත ලැබුණේ නැත.
file-not-asked = මෙහි ගොනුවක් ඉල්ලන්නේ නැත. කරුණාකර වචනවලින් පිළිතුරු දෙන්න.
file-count = ගොනු: { $count }
## A page of several questions, paper, and plain text
page-send-all = සියලු පිළිතුරු යවන්න
page-as-is = තිබෙන ලෙසම යවන්න
page-as-is-note = අපට නොතේරුණු දේ කෙනෙක් කියවනු ඇත.
page-paper-link = කඩදාසි පෝරමය
page-paper-how = ඔබේ පිළිතුරු මේ කඩදාසියේ ලියන්න. ඉන්පසු එම අංක සහ වචනම මේ ක්‍රමවලින් එකකින් යවන්න:
page-paper-only-if = ප්‍රශ්න { $question } සඳහා ඔබේ පිළිතුර { $answers } නම් පමණි:
page-paper-go-to = ඔබේ පිළිතුර { $answers } නම්, ප්‍රශ්න { $question } වෙත යන්න.
page-paper-go-end = ඔබේ පිළිතුර { $answers } නම්, එය අවසාන ප්‍රශ්නයයි.
page-paper-then-to = ඉන්පසු ප්‍රශ්න { $question } වෙත යන්න.
page-paper-then-end = එය අවසාන ප්‍රශ්නයයි.
page-by-mail = නැතහොත් ඊමේල් මගින්: { $mailbox } වෙත { $keyword } ලියන්න.
page-text-how = පිළිතුරු දීමට value= ට පසුව ඔබේ පිළිතුර තබා යවන්න:
## One resident with several addresses
link-code = { $until } ට පෙර අනෙක් දුරකථන/ඊමේල් එකෙන් LINK { $code } එවන්න.
link-both = ඉන්පසු පිළිතුරු එකයි; එකක STOP දෙකටම STOP වේ.
link-secret = කේතය කාටවත් කියන්න එපා.
link-done = හරි: දැන් දෙකම එකයි.
link-told = ඔබේ කේතය භාවිත විය: දෙකම එකයි. ඔබ නොවේද? PERSON එවන්න.
link-wrong = කේතය වැරදියි, භාවිත කළා හෝ පරණයි.
link-many = වැරදි කේත වැඩියි. විනාඩි 10ක් ඉන්න.
link-new = අලුත් කේතයකට අනෙකෙන් LINK එවන්න.
link-self = ඒ කේතය අනෙක් දුරකථනයට හෝ ඊමේල් එකටයි.
link-already = දෙකම දැනටමත් එකයි.
link-stopped = එකක STOP කීවා; එය දෙකටම වේ. ආපසු එන්න START.
stopped-entity = { $entity } තවත් ලියන්නේ නැත. ආපසු එන්න START.
stop-all-how = STOP ALL: කාගෙන්වත් පණිවිඩ නැත.
link-contact = නැතහොත් පහළ බොත්තමෙන් ඔබේම අංකය දෙන්න.
contact-share = මගේ අංකය දෙන්න

## Invitations
invitation = { $title }: සහභාගී වීමට { $token } එවන්න.
invited-before = මේ ආරාධනයට පිළිතුරක් ඇත. අවසන් කළොත් ඔබේ එක ගැනේ.

## Going on elsewhere
page-go-on = වෙනත් දුරකථනයකින් හෝ පසුව ඉදිරියට යන්න
page-go-on-over = දැන් කේතයක් නැත: එය භාවිත කර ඇත, නැතහොත් පරණයි.
page-go-on-new = නව කේතයක් පෙන්වන්න
page-go-on-link = මේ සබැඳිය බ්‍රවුසරයක අරින අය මෙතැනින් ඉදිරියට යති. එය ඔබ ළඟ පමණක් තබා ගන්න.
page-go-on-sms = SMS මගින්: { $number } ට එවන්න
page-go-on-telegram = Telegram හි: අපේ බොට් වෙත එවන්න
page-go-on-mail = ඊමේල් මගින්: { $mailbox } වෙත එවන්න
