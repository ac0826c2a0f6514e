# machine-drafted: no native speaker of Telugu has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = అవును
option-no = కాదు
option-unsure = తెలియదు
option-agree = అంగీకరిస్తున్నాను
option-disagree = అంగీకరించను
option-pass = అభిప్రాయం లేదు
option-other = వేరే ఏదైనా

## How to answer: the last line of a question
hint-choice = ఒక సంఖ్య పంపండి.
hint-other = సంఖ్య పంపండి, లేదా మీ మాటల్లో రాయండి.
hint-choices = ఒకటి లేదా ఎక్కువ సంఖ్యలు పంపండి, ఉదా. 1 3. గరిష్ఠం { $max }.
hint-ranking = సంఖ్యలు పంపండి, ఉత్తమమైనది ముందు, ఉదా. 2 1. గరిష్ఠం { $max }.
hint-points = { $total } పాయింట్లు పంచండి: ఈ క్రమంలో { $count } సంఖ్యలు.
hint-date = తేదీ పంపండి, ఉదా. 25/12.
hint-file = ఫోటో, రికార్డింగ్ లేదా పత్రం పంపండి.
hint-no-file = ఇక్కడ ఫైల్ రాదు. మాటల్లో చెప్పవచ్చు.
hint-rating = { $min } నుండి { $max } వరకు పంపండి.
hint-number = ఒక సంఖ్య పంపండి.
hint-text = మీ మాటల్లో రాయండి.
hint-place = స్థలం రాయండి.
hint-skip = వదలడానికి «దాటవేయి».
hint-stop = ఆపడానికి «ఆపు».

## Asked again, simpler
again-choice = క్షమించండి, అర్థం కాలేదు. 1 నుండి { $max } వరకు ఒక సంఖ్య పంపండి:
again-choice-short = ఒక సంఖ్య మాత్రమే పంపండి, 1 నుండి { $max }.
again-range = { $min } నుండి { $max } వరకు ఒక సంఖ్య పంపండి.
again-rating = క్షమించండి, అర్థం కాలేదు. { $min } నుండి { $max } వరకు ఒక సంఖ్య పంపండి.
again-number = క్షమించండి, అర్థం కాలేదు. { $min } నుండి { $max } వరకు ఒక సంఖ్య పంపండి.
again-text = క్షమించండి, సందేశం ఖాళీగా ఉంది. కొన్ని మాటలు రాయండి.
again-text-short = కొన్ని మాటలు చాలు.
again-place = క్షమించండి, సందేశం ఖాళీగా ఉంది. స్థలం పేరు రాయండి.
again-choices = అర్థం కాలేదు. { $min } నుండి { $max } సంఖ్యలు పంపండి, ఉదా. 1 3:
again-choices-short = 1 నుండి { $count } సంఖ్యలు మాత్రమే పంపండి, ఉదా. 1 3
again-ranking = అర్థం కాలేదు. సంఖ్యలు పంపండి, ఉత్తమం ముందు, ఉదా. 2 1:
again-ranking-short = ఉత్తమమైన దాని సంఖ్య మాత్రమే పంపండి, 1 నుండి { $count }.
again-points = మొత్తం { $total } కాలేదు. మొత్తం { $total } అయ్యే { $count } సంఖ్యలు పంపండి:
again-points-short = ఈ వరుసలో { $count } సంఖ్యలు పంపండి, మొత్తం { $total }:
again-date = అర్థం కాలేదు. రోజు, నెల, సంవత్సరం పంపండి, ఉదా. 25/12/2026.
again-date-short = తేదీ మాత్రమే పంపండి, ఉదా: 25/12.
again-file = ఫైల్ రాలేదు. పంపండి, మాటల్లో చెప్పండి, లేదా «దాటవేయి».

## Did you mean
confirm = మీ ఉద్దేశం ఇదా: { $value }?

## Words that always work
stopped = ఇక సందేశాలు రావు. మీ జవాబులు ఉన్నాయి. తిరిగి రావడానికి «ప్రారంభం».
still-stopped = మీరు సందేశాలు ఆపారు. తిరిగి రావడానికి «ప్రారంభం» పంపండి.
started = తిరిగి స్వాగతం.
help = వెనుక: ముందు. దాటవేయి: తర్వాత. భాష: మార్పు. మనిషి: సాయం. ఆపు: ముగింపు.
help-outside = మార్చు: జవాబు. స్థితి: చేరిందా? తొలగించు: వెనక్కి. భాష: మార్పు. మనిషి.
cannot-skip = దీనికి జవాబు కావాలి. ఆపడానికి «ఆపు».
nothing-before = ఇదే మొదటి ప్రశ్న.
declined = సరే, ఇంకేమీ అడగము. ధన్యవాదాలు.
kept-for-person = ధన్యవాదాలు. మీరు రాసినది ఒకరు చదువుతారు.
kept-long = సందేశం పెద్దది. అంతా ఉంచాము.
already-answered = దీనికి జవాబు వచ్చింది. ఏమీ మారలేదు.
slow-down = మీ సందేశాలన్నీ ఉంచాము. కొన్ని నిమిషాల తర్వాత జవాబిస్తాము.
switch-offer = తెలుగు కోసం «తెలుగు» పంపండి.
language-not-offered = క్షమించండి, ఈ భాష ఇంకా లేదు.
languages = భాషలు: { $list }. మీ భాష పేరు పంపండి.

## Menu and campaigns
menu = పాల్గొనడానికి ఒక మాట పంపండి, లేదా «ఆపు».
menu-entry = { $keyword }: { $title }
menu-none = ఇప్పుడు ఏదీ తెరిచి లేదు. రాసినందుకు ధన్యవాదాలు.
not-understood = క్షమించండి, అర్థం కాలేదు. ఒకరు దీన్ని చదువుతారు.
campaign-done = మీరు ఇప్పటికే పాల్గొన్నారు. ధన్యవాదాలు. రసీదు: { $receipt }
change-how = మార్చు: జవాబు మార్చడానికి.
campaign-closed = ఇది ఇప్పుడు మూసివేయబడింది. రాసినందుకు ధన్యవాదాలు.
campaign-not-open = ఇది ఇంకా మొదలు కాలేదు. తర్వాత మళ్ళీ రాయండి.
wants-person = మీ సందేశాన్ని ఒకరు చదువుతారు. కొన్ని రోజులు పట్టవచ్చు.
person-write = ఒక వ్యక్తి చదవాల్సింది ఇప్పుడు రాయండి.
status = మీ జవాబు { $receipt } చేరింది.
status-none = మీ జవాబు ఇంకా రాలేదు.
status-entry = { $title }: { $receipt }
status-open = { $title }: ఇంకా పూర్తి కాలేదు
## Going on, changing, taking back
reminder = మీరు పూర్తి చేయలేదు: { $title }
reminder-stop = సందేశాలు వద్దంటే «ఆపు».
resumed = తిరిగి స్వాగతం. ఇక్కడి నుండి కొనసాగుదాం.
change-which = ఏ జవాబు మార్చాలి?
change-entry = { $question } { $answer }
changed = మార్చాము. ధన్యవాదాలు. రసీదు: { $receipt }
change-nothing = మార్చడానికి జవాబు లేదు.
change-closed = ఇది మూసివేయబడింది. జవాబు ఇక మార్చలేరు.
erase-which = మేము ఏమి చేయాలి?
erase-withdraw = నా జవాబు వెనక్కి తీసుకోండి: { $title }
erase-all = నావన్నీ తొలగించండి
erase-all-shared = ఈ ఫోన్ నుండి పంపినవన్నీ చెరిపివేయి
erase-keep = ఏమీ మార్చవద్దు
withdrawn = మీ జవాబు వెనక్కి తీసుకున్నాము. ఇక లెక్కించము.
erased = మీ నుండి వచ్చినవన్నీ తొలగించాము.
erase-kept = ఏమీ మారలేదు.
erase-nothing = మీది మా దగ్గర ఏమీ లేదు.

## Several people, one phone
new-person = ఇక్కడి నుండి ఒకరు జవాబిచ్చారు. మీరు వేరే వ్యక్తా?
new-person-yes = అవును, వేరే వ్యక్తి
new-person-no = కాదు

## Danger
emergency = ఎవరైనా ప్రమాదంలో ఉంటే వెంటనే { $number } కు ఫోన్ చేయండి. ఒకరు చదువుతారు.

## Pages: every page
page-title = { $title } – మజ్లిస్
page-error-title = లోపం: { $title } – మజ్లిస్
page-languages = భాషలు
page-home-link = తెరిచి ఉన్న అన్ని ప్రశ్నలు
page-again-link = ప్రశ్నకు వెళ్ళండి
page-asked-by = { $entity } అడుగుతోంది
page-date = { $day } { $month ->
    [m1] జనవరి
    [m2] ఫిబ్రవరి
    [m3] మార్చి
    [m4] ఏప్రిల్
    [m5] మే
    [m6] జూన్
    [m7] జూలై
    [m8] ఆగస్టు
    [m9] సెప్టెంబర్
    [m10] అక్టోబర్
    [m11] నవంబర్
   *[m12] డిసెంబర్
} { $year }

## Pages: the list of campaigns
page-home-title = మీ అభిప్రాయం చెప్పండి
page-home-intro = దేనికి జవాబివ్వాలో ఎంచుకోండి. ఖాతా అవసరం లేదు.
page-home-none = ఇప్పుడు ఏదీ తెరిచి లేదు. మరో రోజు రండి.
page-by-sms = లేదా SMS: { $keyword } అని { $number } కు పంపండి.
page-by-sms-no-number = లేదా సందేశం: { $keyword } అనే మాట పంపండి.

## Pages: a question
page-send = జవాబు పంపండి
page-skip = ఈ ప్రశ్న దాటవేయండి
page-may-skip = ఈ ప్రశ్న దాటవేయవచ్చు.
page-up-to = { $max } అక్షరాల వరకు రాయవచ్చు.
page-number = ఒక సంఖ్య రాయండి, ఉదా. 3.
page-place = స్థలాన్ని మీ మాటల్లో రాయండి, ఉదా. వీధి లేదా భవనం.
page-come-back = ఇక్కడ ఆగి తర్వాత కొనసాగవచ్చు: ఈ పేజీ చిరునామా ఉంచుకోండి.
page-error-heading = దీన్ని చూడండి
page-no-choice = ఇంకా జవాబు ఎంచుకోలేదు
page-choose = ఒక జవాబు ఎంచుకొని పంపండి.
page-choose-or-skip = ఒక జవాబు ఎంచుకోండి, లేదా ప్రశ్న దాటవేయండి.
page-choices = { $min } నుండి { $max } జవాబులు ఎంచుకోండి.
page-choices-exactly = { $max } జవాబులు ఎంచుకోండి.
page-no-choices = జవాబుల సంఖ్య సరిగా లేదు
page-other = వేరే ఏదైనా, మీ మాటల్లో:
page-ranking = ఉత్తమమైన దానికి 1, తర్వాతిదానికి 2 రాయండి. గరిష్ఠం { $max }.
page-no-ranking = క్రమం స్పష్టంగా లేదు
page-points = { $total } పాయింట్లు పంచండి. మొత్తం { $total } కావాలి.
page-no-points = పాయింట్ల మొత్తం { $total } కాదు
page-write-date = తేదీ రాయండి, ఉదా. 25/12/2026.
page-no-date = ఇది తేదీ కాదు
page-file = ఫోటో, రికార్డింగ్ లేదా పత్రం ఎంచుకోండి. గరిష్ఠం { $max } మెగాబైట్లు.
page-or-describe = లేదా మాటల్లో చెప్పండి:
page-no-file = ఫైల్ రాలేదు
page-write = జవాబు రాసి పంపండి.
page-write-or-skip = జవాబు రాయండి, లేదా ప్రశ్న దాటవేయండి.
page-kept = మీరు పంపిన మాటలు ఇవి. కాపీ చేయవచ్చు:
page-your-answer = మీ జవాబు

## Pages: the end
page-thanks = ధన్యవాదాలు. మీ జవాబు చేరింది.
page-receipt-is = మీ రసీదు
page-receipt-keep = రాసి ఉంచుకోండి. దీనితో ఏమైందో చూడవచ్చు.
page-receipt-link = ఈ రసీదు చూడండి
page-private-title = మీ సొంత లింక్
page-private-note = ఈ లింక్ మీ జవాబుల పేజీని మళ్ళీ చూపుతుంది. మీ దగ్గరే ఉంచుకోండి.
page-change = జవాబు మార్చండి
page-withdraw = నా జవాబు వెనక్కి తీసుకోండి
page-withdraw-note = మీ జవాబు ఇక లెక్కించము. దీన్ని మార్చలేము.
page-erase = నావన్నీ తొలగించండి
page-erase-note = మీ జవాబు, మాటలు తొలగిస్తాము. దీన్ని మార్చలేము.
page-withdrawn = మీ జవాబు వెనక్కి తీసుకున్నాము. ఇక లెక్కించము.
page-erased = ఇక్కడ మీ నుండి వచ్చినవన్నీ తొలగించాము.
page-spoken-receipt = బిగ్గరగా చదవడానికి: { $spoken }
page-closed = ఇక్కడ ఇక జవాబులు తీసుకోము. వచ్చినందుకు ధన్యవాదాలు.

## Pages: a receipt
page-receipt-title = రసీదు
page-receipt-arrived = ఈ రసీదు జవాబు { $date } న చేరింది. అది { $entity } దగ్గర ఉంది.
page-receipt-open = ఇది ఇంకా తెరిచి ఉంది. ఏమైందో చూడటానికి తర్వాత రండి.
page-receipt-closed = ఇది మూసివేయబడింది. { $entity } జవాబులు చూస్తోంది.

## Pages: when something is in the way
page-no-page-title = ఈ చిరునామాలో పేజీ లేదు
page-no-page = చిరునామా చూడండి, లేదా ప్రశ్నల జాబితాకు వెళ్ళండి.
page-no-campaign-title = ఇది దొరకలేదు
page-no-campaign = చిరునామా చూడండి, లేదా జాబితా నుండి ఎంచుకోండి.
page-no-link-title = ఈ లింక్‌లో జవాబులు లేవు
page-no-link = లింక్ మొత్తం ఉందో చూడండి. జాబితా నుండి మళ్ళీ మొదలుపెట్టవచ్చు.
page-no-receipt-title = ఈ రసీదు దొరకలేదు
page-no-receipt = రసీదు K7P-4QM లా ఉంటుంది. అక్షరాలు, అంకెలు చూసి మళ్ళీ ప్రయత్నించండి.
page-stale = ఈ పేజీ చాలా పాతది. మీ మాటలు ఇక్కడే ఉన్నాయి. చూసి మళ్ళీ పంపండి.
page-unknown-form = ఈ పేజీ మాదేనా అని ఖాయం కాలేదు. మీ మాటలు ఇక్కడే ఉన్నాయి. చూసి మళ్ళీ పంపండి.
page-elsewhere = జవాబు వేరే సైట్ నుండి వచ్చింది, అందుకే తీసుకోలేదు. ఇక్కడే జవాబివ్వండి.
page-garbled-title = వచ్చినది చదవలేకపోయాము
page-garbled = ఏదీ ఉంచలేదు. ఒక పేజీ వెనక్కి వెళ్ళి మళ్ళీ పంపండి, లేదా ప్రశ్న మళ్ళీ తెరవండి.
page-too-long-title = మీ జవాబు చాలా పొడవుగా ఉంది
page-too-long = ఏదీ ఉంచలేదు. ఒక పేజీ వెనక్కి వెళ్ళి చిన్నది చేసి మళ్ళీ పంపండి.
page-busy-title = ఇప్పుడు జవాబులు తీసుకోలేము
page-busy = తప్పు మాది, మీది కాదు. ఒక నిమిషం తర్వాత ప్రయత్నించండి.
page-busy-kept = ఇప్పుడు జవాబులు తీసుకోలేము, తప్పు మాది. మీ జవాబు ఇక్కడే ఉంది. ఒక నిమిషం తర్వాత పంపండి.

## Email
mail-above = మీ జవాబును ఈ గీత పైన రాయండి
mail-stop = ఈ ఇమెయిల్‌లను ఆపండి
mail-prove = ఇది మీరేనని నిర్ధారించడానికి: అవే మాటలతో ఈ ఇమెయిల్‌కు జవాబివ్వండి.

## USSD: turning screens, behind 00 and 000
ussd-more = ఇంకా
ussd-before = ముందటి పేజీ

## Files of residents
file-kind = ఒక ఫైల్ తీసుకోలేదు. మేము ఫోటోలు, రికార్డింగులు, వీడియోలు, PDF తీసుకుంటాము.
file-empty = ఒక ఫైల్ తీసుకోలేదు: అందులో ఏమీ లేదు.
file-too-large = ఒక ఫైల్ తీసుకోలేదు: అది చాలా పెద్దది. గరిష్ఠంగా { $max } మెగాబైట్లు.
file-too-many = అన్ని ఫైళ్లు తీసుకోలేదు. గరిష్ఠంగా { $max } తీసుకుంటాము.
file-lost = ఒక ఫైల్ మాకు చేరలేదు.
file-not-asked = ఇక్కడ ఫైల్ అడగలేదు. దయచేసి మాటల్లో జవాబు ఇవ్వండి.
file-count = ఫైళ్లు: { $count }
## A page of several questions, paper, and plain text
page-send-all = అన్ని జవాబులు పంపండి
page-as-is = ఉన్నట్టుగానే పంపండి
page-as-is-note = మాకు అర్థం కానిదాన్ని ఒక వ్యక్తి చదువుతారు.
page-paper-link = కాగితపు ఫారం
page-paper-how = మీ జవాబులను ఈ కాగితం మీద రాయండి. తరువాత అవే అంకెలు, మాటలను వీటిలో ఒక మార్గంలో పంపండి:
page-paper-only-if = ప్రశ్న { $question }కు మీ జవాబు { $answers } అయితేనే:
page-paper-go-to = మీ జవాబు { $answers } అయితే, ప్రశ్న { $question }కు వెళ్లండి.
page-paper-go-end = మీ జవాబు { $answers } అయితే, అదే చివరి ప్రశ్న.
page-paper-then-to = తరువాత ప్రశ్న { $question }కు వెళ్లండి.
page-paper-then-end = అదే చివరి ప్రశ్న.
page-by-mail = లేదా ఈమెయిల్ ద్వారా: { $mailbox }కు { $keyword } అని రాయండి.
page-text-how = జవాబు ఇవ్వడానికి value= తర్వాత మీ జవాబు పెట్టి పంపండి:
## One resident with several addresses
link-code = { $until } లోపు మరో ఫోన్/ఇమెయిల్ నుండి LINK { $code } పంపండి.
link-both = తర్వాత జవాబులు ఒకటే; ఒకదానిలో STOP రెండింటికీ STOP.
link-secret = కోడ్ ఎవరికీ చెప్పకండి.
link-done = అయింది: ఇప్పుడు రెండూ ఒకటే.
link-told = మీ కోడ్ వాడబడింది: రెండూ ఒకటే. మీరు కాదా? PERSON పంపండి.
link-wrong = కోడ్ తప్పు, వాడినది లేదా పాతది.
link-many = తప్పు కోడ్‌లు ఎక్కువ. 10 నిమిషాలు ఆగండి.
link-new = కొత్త కోడ్ కోసం మరోదాని నుండి LINK పంపండి.
link-self = ఈ కోడ్ మీ మరో ఫోన్, యాప్, ఇమెయిల్ కోసం.
link-already = రెండూ ఇప్పటికే ఒకటే.
link-stopped = ఒకదానిలో STOP అన్నారు; రెండింటికీ వర్తిస్తుంది. START: తిరిగి.
stopped-entity = { $entity } ఇక రాయదు. తిరిగి రావడానికి START.
stop-all-how = STOP ALL: ఎవరి సందేశాలూ రావు.
link-contact = లేదా కింది బటన్‌తో మీ సొంత నంబర్ ఇవ్వండి.
contact-share = నా నంబర్ ఇవ్వు

## Invitations
invitation = { $title }: పాల్గొనడానికి { $token } పంపండి.
invited-before = ఈ ఆహ్వానంతో జవాబు ఉంది. పూర్తి చేస్తే మీదే లెక్క.

## Going on elsewhere
page-go-on = మరో ఫోన్ నుండి లేదా తర్వాత కొనసాగండి
page-go-on-over = ఇప్పుడు కోడ్ లేదు: అది వాడబడింది లేదా పాతది.
page-go-on-new = కొత్త కోడ్ చూపించు
page-go-on-link = ఈ లింక్‌ను బ్రౌజర్‌లో తెరిచినవారు ఇక్కడ నుండి కొనసాగుతారు. దీన్ని మీ దగ్గరే ఉంచుకోండి.
page-go-on-sms = SMS ద్వారా: { $number }కు పంపండి
page-go-on-telegram = Telegramలో: మా బాట్‌కు పంపండి
page-go-on-mail = ఈమెయిల్ ద్వారా: { $mailbox }కు పంపండి
