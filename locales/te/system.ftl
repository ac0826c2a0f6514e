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
again-choice-short = ఒక సంఖ్య మాత్రమే పంపండి, 1 నుండి { $max }. ఉదా: 1
again-rating = క్షమించండి, అర్థం కాలేదు. { $min } నుండి { $max } వరకు ఒక సంఖ్య పంపండి.
again-number = క్షమించండి, అర్థం కాలేదు. { $min } నుండి { $max } వరకు ఒక సంఖ్య పంపండి.
again-text = క్షమించండి, సందేశం ఖాళీగా ఉంది. కొన్ని మాటలు రాయండి.
again-place = క్షమించండి, సందేశం ఖాళీగా ఉంది. స్థలం పేరు రాయండి.
again-choices = అర్థం కాలేదు. { $min } నుండి { $max } సంఖ్యలు పంపండి, ఉదా. 1 3:
again-choices-short = 1 నుండి { $count } సంఖ్యలు మాత్రమే పంపండి, ఉదా. 1 3
again-ranking = అర్థం కాలేదు. సంఖ్యలు పంపండి, ఉత్తమం ముందు, ఉదా. 2 1:
again-ranking-short = ఉత్తమమైన దాని సంఖ్య మాత్రమే పంపండి, 1 నుండి { $count }.
again-points = మొత్తం { $total } కాలేదు. మొత్తం { $total } అయ్యే { $count } సంఖ్యలు పంపండి:
again-date = అర్థం కాలేదు. రోజు, నెల, సంవత్సరం పంపండి, ఉదా. 25/12/2026.
again-file = ఫైల్ రాలేదు. పంపండి, మాటల్లో చెప్పండి, లేదా «దాటవేయి».

## Did you mean
confirm = మీ ఉద్దేశం ఇదా: { $value }?

## Words that always work
stopped = ఇక సందేశాలు రావు. మీ జవాబులు ఉన్నాయి. తిరిగి రావడానికి «ప్రారంభం».
still-stopped = మీరు సందేశాలు ఆపారు. తిరిగి రావడానికి «ప్రారంభం» పంపండి.
started = తిరిగి స్వాగతం.
help = సంఖ్య లేదా మాటల్లో జవాబివ్వండి. «వెనుక», «మళ్ళీ», «దాటవేయి», «ఆపు».
cannot-skip = దీనికి జవాబు కావాలి. ఆపడానికి «ఆపు».
nothing-before = ఇదే మొదటి ప్రశ్న.
declined = సరే, ఇంకేమీ అడగము. ధన్యవాదాలు.
kept-for-person = ధన్యవాదాలు. మీరు రాసినది ఒకరు చదువుతారు.
already-answered = దీనికి జవాబు వచ్చింది. ఏమీ మారలేదు.
switch-offer = తెలుగు కోసం «తెలుగు» పంపండి.
language-not-offered = క్షమించండి, ఈ భాష ఇంకా లేదు.
languages = భాషలు: { $list }. మీ భాష పేరు పంపండి.

## Menu and campaigns
menu = పాల్గొనడానికి ఒక మాట పంపండి, లేదా «ఆపు».
menu-entry = { $keyword }: { $title }
menu-none = ఇప్పుడు ఏదీ తెరిచి లేదు. రాసినందుకు ధన్యవాదాలు.
not-understood = క్షమించండి, అర్థం కాలేదు. ఒకరు దీన్ని చదువుతారు.
campaign-done = మీరు ఇప్పటికే పాల్గొన్నారు. ధన్యవాదాలు. రసీదు: { $receipt }
campaign-closed = ఇది ఇప్పుడు మూసివేయబడింది. రాసినందుకు ధన్యవాదాలు.
wants-person = మీ సందేశాన్ని ఒకరు చదువుతారు. కొన్ని రోజులు పట్టవచ్చు.
status = మీ జవాబు { $receipt } చేరింది.
status-none = మీ జవాబు ఇంకా రాలేదు.
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
