# machine-drafted: no native speaker of Nepali has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = हो
option-no = होइन
option-unsure = थाहा छैन
option-agree = सहमत
option-disagree = असहमत
option-pass = तटस्थ
option-other = अरू केही

## How to answer: the last line of a question
hint-choice = एउटा नम्बर पठाउनुहोस्।
hint-other = नम्बर पठाउनुहोस्, वा आफ्नै शब्दमा लेख्नुहोस्।
hint-choices = एक वा बढी नम्बर पठाउनुहोस्, जस्तै 1 3. बढीमा { $max }।
hint-ranking = नम्बर पठाउनुहोस्, राम्रो पहिले, जस्तै 2 1. बढीमा { $max }।
hint-points = { $total } अंक बाँड्नुहोस्: यही क्रममा { $count } नम्बर।
hint-date = मिति पठाउनुहोस्, जस्तै 25/12.
hint-file = फोटो, आवाज वा कागज पठाउनुहोस्।
hint-no-file = यहाँ फाइल आउँदैन। शब्दमा भन्न सक्नुहुन्छ।
hint-rating = { $min } देखि { $max } पठाउनुहोस्।
hint-number = एउटा नम्बर पठाउनुहोस्।
hint-text = आफ्नै शब्दमा लेख्नुहोस्।
hint-place = ठाउँको नाम लेख्नुहोस्।
hint-skip = छोड्न «छोड्नुहोस्»।
hint-stop = रोक्न «रोक्नुहोस्»।

## Asked again, simpler
again-choice = माफ गर्नुहोस्, बुझिएन। 1 देखि { $max }, एउटा नम्बर पठाउनुहोस्:
again-choice-short = एउटा नम्बर मात्र पठाउनुहोस्, 1 देखि { $max }। जस्तै: 1
again-rating = माफ गर्नुहोस्, बुझिएन। { $min } देखि { $max }, एउटा नम्बर पठाउनुहोस्।
again-number = माफ गर्नुहोस्, बुझिएन। { $min } देखि { $max }, एउटा नम्बर पठाउनुहोस्।
again-text = माफ गर्नुहोस्, सन्देश खाली थियो। केही शब्द लेख्नुहोस्।
again-place = माफ गर्नुहोस्, सन्देश खाली थियो। ठाउँको नाम लेख्नुहोस्।
again-choices = बुझिएन। { $min } देखि { $max } नम्बर पठाउनुहोस्, जस्तै 1 3:
again-choices-short = 1 देखि { $count } का नम्बर मात्र पठाउनुहोस्, जस्तै 1 3
again-ranking = बुझिएन। नम्बर पठाउनुहोस्, राम्रो पहिले, जस्तै 2 1:
again-ranking-short = सबैभन्दा राम्रोको नम्बर मात्र पठाउनुहोस्, 1 देखि { $count }।
again-points = जोड { $total } भएन। जोड { $total } हुने { $count } नम्बर पठाउनुहोस्:
again-date = बुझिएन। दिन, महिना, वर्ष पठाउनुहोस्, जस्तै 25/12/2026.
again-file = फाइल आएन। पठाउनुहोस्, शब्दमा लेख्नुहोस्, वा «छोड्नुहोस्»।

## Did you mean
confirm = के तपाईंको मतलब: { $value }?

## Words that always work
stopped = अब सन्देश आउँदैन। जवाफ राखिएको छ। फर्कन «सुरु» पठाउनुहोस्।
still-stopped = तपाईंले सन्देश रोक्नुभयो। फर्कन «सुरु» पठाउनुहोस्।
started = फेरि स्वागत छ।
help = नम्बर वा शब्दमा जवाफ दिनुहोस्। «पछाडि», «फेरि», «अर्को», «बन्द»।
cannot-skip = यसको जवाफ चाहिन्छ। रोक्न «रोक्नुहोस्»।
nothing-before = यो पहिलो प्रश्न हो।
declined = हुन्छ, हामी अरू सोध्दैनौं। धन्यवाद।
kept-for-person = धन्यवाद। एक जनाले तपाईंको कुरा पढ्नेछन्।
already-answered = यसको जवाफ आइसकेको छ। केही बदलिएन।
switch-offer = नेपालीका लागि «नेपाली» पठाउनुहोस्।
language-not-offered = माफ गर्नुहोस्, यो भाषा अहिले छैन।
languages = भाषा: { $list }। आफ्नो भाषाको नाम पठाउनुहोस्।

## Menu and campaigns
menu = भाग लिन एउटा शब्द पठाउनुहोस्, वा «रोक्नुहोस्»।
menu-entry = { $keyword }: { $title }
menu-none = अहिले केही खुला छैन। लेख्नुभएकोमा धन्यवाद।
not-understood = माफ गर्नुहोस्, बुझिएन। एक जनाले यो पढ्नेछन्।
campaign-done = तपाईंले भाग लिइसक्नुभयो। धन्यवाद। रसिद: { $receipt }
campaign-closed = यो अब बन्द छ। लेख्नुभएकोमा धन्यवाद।
wants-person = एक जनाले तपाईंको सन्देश पढ्नेछन्। केही दिन लाग्न सक्छ।
status = तपाईंको जवाफ { $receipt } आइपुग्यो।
status-none = तपाईंको जवाफ अहिलेसम्म आएको छैन।
## Going on, changing, taking back
reminder = तपाईंले पूरा गर्नुभएको छैन: { $title }
reminder-stop = सन्देश नचाहिए «रोक्नुहोस्»।
resumed = फेरि स्वागत छ। यहीँबाट अघि बढौं।
change-which = कुन जवाफ बदल्ने?
change-entry = { $question } { $answer }
changed = बदलियो। धन्यवाद। रसिद: { $receipt }
change-nothing = बदल्ने जवाफ छैन।
change-closed = यो बन्द छ। जवाफ अब बदल्न मिल्दैन।
erase-which = हामी के गरौं?
erase-withdraw = मेरो जवाफ फिर्ता लिनुहोस्: { $title }
erase-all = मेरो सबै मेटाउनुहोस्
erase-keep = केही नबदल्नुहोस्
withdrawn = तपाईंको जवाफ फिर्ता लियौं। अब गनिँदैन।
erased = तपाईंबाट आएको सबै मेटाइयो।
erase-kept = केही बदलिएन।
erase-nothing = हामीसँग तपाईंको केही छैन।

## Several people, one phone
new-person = यहाँबाट कसैले जवाफ दिइसके। के तपाईं अर्कै हुनुहुन्छ?
new-person-yes = हो, अर्कै मान्छे
new-person-no = होइन

## Danger
emergency = कोही खतरामा भए अहिले { $number } मा फोन गर्नुहोस्। एक जनाले पढ्नेछन्।

## Pages: every page
page-date = { $day } { $month ->
    [m1] जनवरी
    [m2] फेब्रुअरी
    [m3] मार्च
    [m4] अप्रिल
    [m5] मे
    [m6] जुन
    [m7] जुलाई
    [m8] अगस्ट
    [m9] सेप्टेम्बर
    [m10] अक्टोबर
    [m11] नोभेम्बर
   *[m12] डिसेम्बर
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
