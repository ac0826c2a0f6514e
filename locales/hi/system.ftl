# machine-drafted: no native speaker of Hindi has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = हाँ
option-no = नहीं
option-unsure = पता नहीं
option-agree = सहमत
option-disagree = असहमत
option-pass = तटस्थ
option-other = कुछ और

## How to answer: the last line of a question
hint-choice = एक नंबर भेजें।
hint-other = नंबर भेजें, या अपने शब्दों में लिखें।
hint-choices = एक या ज़्यादा नंबर भेजें, जैसे 1 3. ज़्यादा से ज़्यादा { $max }।
hint-ranking = नंबर भेजें, सबसे अच्छा पहले, जैसे 2 1. ज़्यादा से ज़्यादा { $max }।
hint-points = { $total } अंक बाँटें: इसी क्रम में { $count } नंबर।
hint-date = तारीख़ भेजें, जैसे 25/12.
hint-file = फ़ोटो, आवाज़ या काग़ज़ भेजें।
hint-no-file = यहाँ फ़ाइल नहीं आती। शब्दों में बता सकते हैं।
hint-rating = { $min } से { $max } तक भेजें।
hint-number = एक नंबर भेजें।
hint-text = अपने शब्दों में लिखें।
hint-place = जगह लिखें।
hint-skip = न बताना हो तो «छोड़ें»।
hint-stop = बंद करने को «रोकें»।

## Asked again, simpler
again-choice = माफ़ करें, समझ नहीं आया। 1 से { $max } तक एक नंबर भेजें:
again-choice-short = सिर्फ़ एक नंबर भेजें, 1 से { $max } तक। जैसे: 1
again-rating = माफ़ करें, समझ नहीं आया। { $min } से { $max } तक एक नंबर भेजें।
again-number = माफ़ करें, समझ नहीं आया। { $min } से { $max } तक एक नंबर भेजें।
again-text = माफ़ करें, संदेश ख़ाली था। कुछ शब्द लिखें।
again-place = माफ़ करें, संदेश ख़ाली था। जगह का नाम लिखें।
again-choices = माफ़ करें, समझ नहीं आया। { $min } से { $max } नंबर भेजें, जैसे 1 3:
again-choices-short = सिर्फ़ 1 से { $count } तक के नंबर भेजें, जैसे 1 3
again-ranking = समझ नहीं आया। नंबर भेजें, सबसे अच्छा पहले, जैसे 2 1:
again-ranking-short = सिर्फ़ सबसे अच्छे का नंबर भेजें, 1 से { $count }।
again-points = जोड़ { $total } नहीं बनता। { $count } नंबर भेजें जिनका जोड़ { $total } हो:
again-date = समझ नहीं आया। दिन, महीना, साल भेजें, जैसे 25/12/2026.
again-file = फ़ाइल नहीं आई। भेजें, शब्दों में बताएँ, या «छोड़ें» लिखें।

## Did you mean
confirm = क्या आपका मतलब है: { $value }?

## Words that always work
stopped = अब संदेश नहीं आएँगे। आपके जवाब रखे हैं। लौटने के लिए «शुरू» भेजें।
still-stopped = आपने संदेश बंद किए थे। लौटने के लिए «शुरू» भेजें।
started = फिर से स्वागत है।
help = नंबर या शब्दों में जवाब दें। «वापस», «दोबारा», «छोड़ें», «रोकें»।
cannot-skip = इस सवाल का जवाब ज़रूरी है। बंद करने को «रोकें»।
nothing-before = यह पहला सवाल है।
declined = ठीक है, हम और नहीं पूछेंगे। धन्यवाद।
kept-for-person = धन्यवाद। कोई व्यक्ति आपकी बात पढ़ेगा।
already-answered = इसका जवाब मिल चुका है। कुछ नहीं बदला।
switch-offer = हिन्दी के लिए «हिन्दी» भेजें।
language-not-offered = माफ़ करें, यह भाषा अभी नहीं है।
languages = भाषाएँ: { $list }। अपनी भाषा का नाम भेजें।

## Menu and campaigns
menu = भाग लेने के लिए एक शब्द भेजें, या «रोकें»।
menu-entry = { $keyword }: { $title }
menu-none = अभी कुछ खुला नहीं है। लिखने के लिए धन्यवाद।
not-understood = माफ़ करें, समझ नहीं आया। कोई व्यक्ति इसे पढ़ेगा।
campaign-done = आप भाग ले चुके हैं। धन्यवाद। रसीद: { $receipt }
campaign-closed = यह अब बंद है। लिखने के लिए धन्यवाद।
wants-person = कोई व्यक्ति आपका संदेश पढ़ेगा। कुछ दिन लग सकते हैं।
status = आपका जवाब { $receipt } मिल गया है।
status-none = आपका कोई जवाब अभी नहीं मिला।
## Going on, changing, taking back
reminder = आपने पूरा नहीं किया: { $title }
reminder-stop = «रोकें» भेजें तो संदेश बंद।
resumed = फिर से स्वागत है। यहीं से आगे चलते हैं।
change-which = कौन सा जवाब बदलना है?
change-entry = { $question } { $answer }
changed = बदल दिया। धन्यवाद। रसीद: { $receipt }
change-nothing = बदलने के लिए कोई जवाब नहीं है।
change-closed = यह बंद है। अब जवाब नहीं बदल सकता।
erase-which = हम क्या करें?
erase-withdraw = मेरा जवाब वापस लें: { $title }
erase-all = मेरा सब कुछ मिटाएँ
erase-keep = कुछ न बदलें
withdrawn = आपका जवाब वापस ले लिया। अब गिना नहीं जाएगा।
erased = आपसे मिला सब कुछ मिटा दिया गया।
erase-kept = कुछ नहीं बदला।
erase-nothing = हमारे पास आपका कुछ नहीं है।

## Several people, one phone
new-person = यहाँ से किसी ने जवाब दिया है। क्या आप कोई और हैं?
new-person-yes = हाँ, मैं कोई और हूँ
new-person-no = नहीं

## Danger
emergency = कोई ख़तरे में हो तो अभी { $number } पर फ़ोन करें। कोई इसे पढ़ेगा।

## Pages: every page
page-date = { $day } { $month ->
    [m1] जनवरी
    [m2] फ़रवरी
    [m3] मार्च
    [m4] अप्रैल
    [m5] मई
    [m6] जून
    [m7] जुलाई
    [m8] अगस्त
    [m9] सितंबर
    [m10] अक्टूबर
    [m11] नवंबर
   *[m12] दिसंबर
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
