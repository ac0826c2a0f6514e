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
again-choice-short = एउटा नम्बर मात्र पठाउनुहोस्, 1 देखि { $max }।
again-range = { $min } देखि { $max } सम्म एउटा नम्बर पठाउनुहोस्।
again-rating = माफ गर्नुहोस्, बुझिएन। { $min } देखि { $max }, एउटा नम्बर पठाउनुहोस्।
again-number = माफ गर्नुहोस्, बुझिएन। { $min } देखि { $max }, एउटा नम्बर पठाउनुहोस्।
again-text = माफ गर्नुहोस्, सन्देश खाली थियो। केही शब्द लेख्नुहोस्।
again-text-short = केही शब्द भए पुग्छ।
again-place = माफ गर्नुहोस्, सन्देश खाली थियो। ठाउँको नाम लेख्नुहोस्।
again-choices = बुझिएन। { $min } देखि { $max } नम्बर पठाउनुहोस्, जस्तै 1 3:
again-choices-short = 1 देखि { $count } का नम्बर मात्र पठाउनुहोस्, जस्तै 1 3
again-ranking = बुझिएन। नम्बर पठाउनुहोस्, राम्रो पहिले, जस्तै 2 1:
again-ranking-short = सबैभन्दा राम्रोको नम्बर मात्र पठाउनुहोस्, 1 देखि { $count }।
again-points = जोड { $total } भएन। जोड { $total } हुने { $count } नम्बर पठाउनुहोस्:
again-points-short = यही क्रममा जोड { $total } हुने { $count } नम्बर पठाउनुहोस्:
again-date = बुझिएन। दिन, महिना, वर्ष पठाउनुहोस्, जस्तै 25/12/2026.
again-date-short = मिति मात्र पठाउनुहोस्, जस्तै 25/12।
again-file = फाइल आएन। पठाउनुहोस्, शब्दमा लेख्नुहोस्, वा «छोड्नुहोस्»।

## Did you mean
confirm = के तपाईंको मतलब: { $value }?

## Words that always work
stopped = अब सन्देश आउँदैन। जवाफ राखिएको छ। फर्कन «सुरु» पठाउनुहोस्।
still-stopped = तपाईंले सन्देश रोक्नुभयो। फर्कन «सुरु» पठाउनुहोस्।
started = फेरि स्वागत छ।
help = पछाडि: अघिल्लो। अर्को: छोड्न। भाषा: बदल्न। मान्छे: सहयोग। बन्द: अन्त।
help-outside = परिवर्तन: जवाब। अवस्था: पुग्यो? भाषा: बदल्न। मान्छे: सहयोग।
cannot-skip = यसको जवाफ चाहिन्छ। रोक्न «रोक्नुहोस्»।
nothing-before = यो पहिलो प्रश्न हो।
declined = हुन्छ, हामी अरू सोध्दैनौं। धन्यवाद।
kept-for-person = धन्यवाद। एक जनाले तपाईंको कुरा पढ्नेछन्।
kept-long = सन्देश लामो थियो। सबै राख्यौं।
already-answered = यसको जवाफ आइसकेको छ। केही बदलिएन।
slow-down = तपाईंका सबै सन्देश राखिए। केही मिनेटपछि जवाफ दिन्छौं।
switch-offer = नेपालीका लागि «नेपाली» पठाउनुहोस्।
language-not-offered = माफ गर्नुहोस्, यो भाषा अहिले छैन।
languages = भाषा: { $list }। आफ्नो भाषाको नाम पठाउनुहोस्।

## Menu and campaigns
menu = भाग लिन एउटा शब्द पठाउनुहोस्, वा «रोक्नुहोस्»।
menu-entry = { $keyword }: { $title }
menu-none = अहिले केही खुला छैन। लेख्नुभएकोमा धन्यवाद।
not-understood = माफ गर्नुहोस्, बुझिएन। एक जनाले यो पढ्नेछन्।
campaign-done = तपाईंले भाग लिइसक्नुभयो। धन्यवाद। रसिद: { $receipt }
change-how = परिवर्तन: जवाब बदल्न।
campaign-closed = यो अब बन्द छ। लेख्नुभएकोमा धन्यवाद।
campaign-not-open = यो अझै सुरु भएको छैन। पछि फेरि लेख्नुहोस्।
wants-person = एक जनाले तपाईंको सन्देश पढ्नेछन्। केही दिन लाग्न सक्छ।
person-write = मानिसले पढ्ने कुरा अहिले लेख्नुहोस्।
status = तपाईंको जवाफ { $receipt } आइपुग्यो।
status-none = तपाईंको जवाफ अहिलेसम्म आएको छैन।
status-entry = { $title }: { $receipt }
status-open = { $title }: अझै पूरा भएको छैन
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
erase-all-shared = यो फोनबाट पठाएको सबै मेटाउने
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
page-title = { $title } – मजलिस
page-error-title = गल्ती: { $title } – मजलिस
page-languages = भाषा
page-home-link = सबै खुला प्रश्न
page-again-link = प्रश्नमा जानुहोस्
page-asked-by = { $entity } सोध्छ
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
page-home-title = आफ्नो कुरा राख्नुहोस्
page-home-intro = के को जवाफ दिने छान्नुहोस्। खाता चाहिँदैन।
page-home-none = अहिले केही खुला छैन। अर्को दिन आउनुहोस्।
page-by-sms = वा SMS: { $keyword } लेखेर { $number } मा पठाउनुहोस्।
page-by-sms-no-number = वा सन्देश: { $keyword } शब्द पठाउनुहोस्।

## Pages: a question
page-send = जवाफ पठाउनुहोस्
page-skip = यो प्रश्न छोड्नुहोस्
page-may-skip = यो प्रश्न छोड्न सक्नुहुन्छ।
page-up-to = { $max } अक्षरसम्म लेख्न सक्नुहुन्छ।
page-number = एउटा अंक लेख्नुहोस्, जस्तै 3.
page-place = ठाउँ आफ्नै शब्दमा लेख्नुहोस्, जस्तै सडक वा भवन।
page-come-back = यहाँ रोकेर पछि आउन सक्नुहुन्छ: यो पृष्ठको ठेगाना राख्नुहोस्।
page-error-heading = कृपया यो हेर्नुहोस्
page-no-choice = अहिलेसम्म जवाफ छानिएको छैन
page-choose = एउटा जवाफ छानेर पठाउनुहोस्।
page-choose-or-skip = एउटा जवाफ छान्नुहोस्, वा प्रश्न छोड्नुहोस्।
page-choices = { $min } देखि { $max } जवाफ छान्नुहोस्।
page-choices-exactly = { $max } जवाफ छान्नुहोस्।
page-no-choices = जवाफको संख्या मिलेन
page-other = अरू केही, आफ्नै शब्दमा:
page-ranking = सबैभन्दा राम्रोमा 1, अर्कोमा 2 लेख्नुहोस्। बढीमा { $max }।
page-no-ranking = क्रम स्पष्ट छैन
page-points = { $total } अंक बाँड्नुहोस्। जम्मा { $total } हुनुपर्छ।
page-no-points = अंकको जोड { $total } छैन
page-write-date = मिति लेख्नुहोस्, जस्तै 25/12/2026.
page-no-date = यो मिति होइन
page-file = फोटो, आवाज वा कागज छान्नुहोस्। बढीमा { $max } मेगाबाइट।
page-or-describe = वा शब्दमा लेख्नुहोस्:
page-no-file = फाइल आएन
page-write = जवाफ लेखेर पठाउनुहोस्।
page-write-or-skip = जवाफ लेख्नुहोस्, वा प्रश्न छोड्नुहोस्।
page-kept = तपाईंले पठाएका शब्द यहाँ छन्। प्रतिलिपि गर्न सक्नुहुन्छ:
page-your-answer = तपाईंको जवाफ

## Pages: the end
page-thanks = धन्यवाद। तपाईंको जवाफ आइपुग्यो।
page-receipt-is = तपाईंको रसिद
page-receipt-keep = लेखेर राख्नुहोस्। यसबाट के भयो हेर्न सक्नुहुन्छ।
page-receipt-link = यो रसिद हेर्नुहोस्
page-private-title = तपाईंको निजी लिंक
page-private-note = यो लिंकले तपाईंका जवाफको पृष्ठ फेरि देखाउँछ। आफैंसँग राख्नुहोस्।
page-change = जवाफ बदल्नुहोस्
page-withdraw = मेरो जवाफ फिर्ता लिनुहोस्
page-withdraw-note = तपाईंको जवाफ अब गनिँदैन। यो उल्टाउन मिल्दैन।
page-erase = मेरो सबै मेटाउनुहोस्
page-erase-note = तपाईंको जवाफ र शब्द मेटिनेछन्। यो उल्टाउन मिल्दैन।
page-withdrawn = तपाईंको जवाफ फिर्ता लियौं। अब गनिँदैन।
page-erased = यहाँ तपाईंबाट आएको सबै मेटाइयो।
page-spoken-receipt = ठूलो स्वरले पढ्न: { $spoken }
page-closed = यहाँ अब जवाफ लिइँदैन। आउनुभएकोमा धन्यवाद।

## Pages: a receipt
page-receipt-title = रसिद
page-receipt-arrived = यो रसिदको जवाफ { $date } मा आयो। यो { $entity } सँग छ।
page-receipt-open = यो अझै खुला छ। के भयो हेर्न पछि आउनुहोस्।
page-receipt-closed = यो बन्द छ। { $entity } जवाफ हेर्दै छ।

## Pages: when something is in the way
page-no-page-title = यो ठेगानामा पृष्ठ छैन
page-no-page = ठेगाना हेर्नुहोस्, वा खुला प्रश्नको सूचीमा जानुहोस्।
page-no-campaign-title = यो भेटिएन
page-no-campaign = ठेगाना हेर्नुहोस्, वा सूचीबाट छान्नुहोस्।
page-no-link-title = यो लिंकमा जवाफ भेटिएन
page-no-link = लिंक पूरा छ कि हेर्नुहोस्। सूचीबाट फेरि सुरु गर्न सक्नुहुन्छ।
page-no-receipt-title = यो रसिद भेटिएन
page-no-receipt = रसिद K7P-4QM जस्तो हुन्छ। अक्षर र अंक हेरेर फेरि प्रयास गर्नुहोस्।
page-stale = यो पृष्ठ धेरै पुरानो भयो। तपाईंका शब्द यहीँ छन्। हेरेर फेरि पठाउनुहोस्।
page-unknown-form = यो पृष्ठ हाम्रो हो कि पक्का भएन। तपाईंका शब्द यहीँ छन्। हेरेर फेरि पठाउनुहोस्।
page-elsewhere = जवाफ अर्को साइटबाट आयो, त्यसैले लिइएन। कृपया यहीँ जवाफ दिनुहोस्।
page-garbled-title = आएको कुरा पढ्न सकेनौं
page-garbled = केही राखिएन। एक पृष्ठ पछाडि गएर फेरि पठाउनुहोस्, वा प्रश्न फेरि खोल्नुहोस्।
page-too-long-title = तपाईंको जवाफ धेरै लामो छ
page-too-long = केही राखिएन। एक पृष्ठ पछाडि गएर छोटो बनाई फेरि पठाउनुहोस्।
page-busy-title = अहिले जवाफ लिन सकेनौं
page-busy = गल्ती हाम्रो हो, तपाईंको होइन। एक मिनेटपछि फेरि प्रयास गर्नुहोस्।
page-busy-kept = अहिले जवाफ लिन सकेनौं, गल्ती हाम्रो हो। तपाईंको जवाफ यहीँ छ। एक मिनेटपछि फेरि पठाउनुहोस्।

## Email
mail-above = आफ्नो जवाफ यो लाइनमाथि लेख्नुहोस्
mail-stop = यी इमेल बन्द गर्नुहोस्
mail-prove = तपाईं नै हो भनी पक्का गर्न: यो इमेलको जवाफ उही शब्दमा दिनुहोस्।

## USSD: turning screens, behind 00 and 000
ussd-more = थप
ussd-before = अघिल्लो पाना

## Files of residents
file-kind = एउटा फाइल लिइएन। हामी फोटो, रेकर्डिङ, भिडियो र PDF लिन्छौँ।
file-empty = एउटा फाइल लिइएन: त्यसमा केही छैन।
file-too-large = एउटा फाइल लिइएन: त्यो धेरै ठूलो छ। बढीमा { $max } मेगाबाइट।
file-too-many = सबै फाइल लिइएन। हामी बढीमा { $max } वटा लिन्छौँ।
file-lost = एउटा फाइल हामीकहाँ आइपुगेन।
file-not-asked = यहाँ फाइल मागिएको छैन। कृपया शब्दमा जवाफ दिनुहोस्।
file-count = फाइलहरू: { $count }
## A page of several questions, paper, and plain text
page-send-all = सबै जवाफ पठाउनुहोस्
page-as-is = जस्तो छ त्यस्तै पठाउनुहोस्
page-as-is-note = हामीले नबुझेको कुरा एक जना व्यक्तिले पढ्नेछन्।
page-paper-link = कागजको फारम
page-paper-how = आफ्ना जवाफ यो कागजमा लेख्नुहोस्। त्यसपछि उही नम्बर र शब्द यीमध्ये एउटा तरिकाले पठाउनुहोस्:
page-paper-only-if = प्रश्न { $question } को तपाईंको जवाफ { $answers } भए मात्र:
page-paper-go-to = तपाईंको जवाफ { $answers } भए प्रश्न { $question } मा जानुहोस्।
page-paper-go-end = तपाईंको जवाफ { $answers } भए यो अन्तिम प्रश्न थियो।
page-paper-then-to = त्यसपछि प्रश्न { $question } मा जानुहोस्।
page-paper-then-end = यो अन्तिम प्रश्न थियो।
page-by-mail = वा इमेलबाट: { $mailbox } मा { $keyword } लेख्नुहोस्।
page-text-how = जवाफ दिन value= पछि आफ्नो जवाफ राखेर पठाउनुहोस्:
## One resident with several addresses
link-code = { $until } अघि अर्को फोन, एप वा इमेलबाट LINK { $code } पठाउनुहोस्।
link-both = त्यसपछि जवाफ एउटै, र एउटामा STOP भए दुवैमा STOP।
link-secret = कोड अरूलाई नभन्नुहोस्।
link-done = भयो: अब दुवै एउटै हुन्।
link-told = तपाईंको कोड चल्यो: दुवै एउटै भए। तपाईं होइन? PERSON पठाउनुहोस्।
link-wrong = कोड गलत, प्रयोग भएको वा पुरानो छ।
link-many = धेरै गलत कोड। १० मिनेट पर्खनुहोस्।
link-new = नयाँ कोडका लागि अर्कोबाट LINK पठाउनुहोस्।
link-self = यो कोड अर्को फोन, एप वा इमेलका लागि हो।
link-already = दुवै पहिलेदेखि एउटै हुन्।
link-stopped = एउटामा STOP थियो, त्यसैले दुवैमा छ। फर्कन START पठाउनुहोस्।
stopped-entity = { $entity } ले अब लेख्दैन। फर्कन START पठाउनुहोस्।
stop-all-how = STOP ALL: कसैको सन्देश आउँदैन।
link-contact = वा तलको बटनबाट आफ्नो नम्बर दिनुहोस्।
contact-share = मेरो नम्बर दिनुहोस्

## Invitations
invitation = { $title }: भाग लिन { $token } पठाउनुहोस्।
invited-before = यो निमन्त्रणमा जवाफ छ। सकाए तपाईंको गनिन्छ।

## Going on elsewhere
page-go-on = अर्को फोनबाट वा पछि अगाडि बढ्नुहोस्
page-go-on-over = अहिले कोड छैन: त्यो प्रयोग भइसक्यो वा पुरानो भयो।
page-go-on-new = नयाँ कोड देखाउनुहोस्
page-go-on-link = जसले यो लिङ्क ब्राउजरमा खोल्छ, उसले यहीँबाट अगाडि बढ्छ। यो आफूसँगै राख्नुहोस्।
page-go-on-sms = SMS बाट: { $number } मा पठाउनुहोस्
page-go-on-telegram = Telegram मा: हाम्रो बटलाई पठाउनुहोस्
page-go-on-mail = इमेलबाट: { $mailbox } मा पठाउनुहोस्
