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
again-choice-short = सिर्फ़ एक नंबर भेजें, 1 से { $max } तक।
again-range = { $min } से { $max } तक एक नंबर भेजें।
again-rating = माफ़ करें, समझ नहीं आया। { $min } से { $max } तक एक नंबर भेजें।
again-number = माफ़ करें, समझ नहीं आया। { $min } से { $max } तक एक नंबर भेजें।
again-text = माफ़ करें, संदेश ख़ाली था। कुछ शब्द लिखें।
again-text-short = कुछ शब्द काफ़ी हैं।
again-place = माफ़ करें, संदेश ख़ाली था। जगह का नाम लिखें।
again-choices = माफ़ करें, समझ नहीं आया। { $min } से { $max } नंबर भेजें, जैसे 1 3:
again-choices-short = सिर्फ़ 1 से { $count } तक के नंबर भेजें, जैसे 1 3
again-ranking = समझ नहीं आया। नंबर भेजें, सबसे अच्छा पहले, जैसे 2 1:
again-ranking-short = सिर्फ़ सबसे अच्छे का नंबर भेजें, 1 से { $count }।
again-points = जोड़ { $total } नहीं बनता। { $count } नंबर भेजें जिनका जोड़ { $total } हो:
again-points-short = इसी क्रम में { $count } नंबर भेजें जिनका जोड़ { $total } हो:
again-date = समझ नहीं आया। दिन, महीना, साल भेजें, जैसे 25/12/2026.
again-date-short = सिर्फ़ तारीख भेजें, जैसे 25/12।
again-file = फ़ाइल नहीं आई। भेजें, शब्दों में बताएँ, या «छोड़ें» लिखें।

## Did you mean
confirm = क्या आपका मतलब है: { $value }?

## Words that always work
stopped = अब संदेश नहीं आएँगे। आपके जवाब रखे हैं। लौटने के लिए «शुरू» भेजें।
still-stopped = आपने संदेश बंद किए थे। लौटने के लिए «शुरू» भेजें।
started = फिर से स्वागत है।
help = वापस: पिछला सवाल। छोड़ें: आगे। भाषा: बदलें। इंसान: मदद। रोकें: बंद।
help-outside = बदलें: जवाब। स्थिति: पहुँचा? मिटाएं: वापस लें। भाषा: बदलें। इंसान: मदद
cannot-skip = इस सवाल का जवाब ज़रूरी है। बंद करने को «रोकें»।
nothing-before = यह पहला सवाल है।
declined = ठीक है, हम और नहीं पूछेंगे। धन्यवाद।
kept-for-person = धन्यवाद। कोई व्यक्ति आपकी बात पढ़ेगा।
kept-long = संदेश लंबा था। हमने पूरा रख लिया।
already-answered = इसका जवाब मिल चुका है। कुछ नहीं बदला।
slow-down = आपके संदेश बहुत हैं, सब सुरक्षित हैं। कुछ मिनट बाद उत्तर देंगे।
switch-offer = हिन्दी के लिए «हिन्दी» भेजें।
language-not-offered = माफ़ करें, यह भाषा अभी नहीं है।
languages = भाषाएँ: { $list }। अपनी भाषा का नाम भेजें।

## Menu and campaigns
menu = भाग लेने के लिए एक शब्द भेजें, या «रोकें»।
menu-entry = { $keyword }: { $title }
menu-none = अभी कुछ खुला नहीं है। लिखने के लिए धन्यवाद।
not-understood = माफ़ करें, समझ नहीं आया। कोई व्यक्ति इसे पढ़ेगा।
campaign-done = आप भाग ले चुके हैं। धन्यवाद। रसीद: { $receipt }
change-how = बदलें: जवाब बदलने के लिए।
campaign-closed = यह अब बंद है। लिखने के लिए धन्यवाद।
campaign-not-open = यह अभी शुरू नहीं हुआ है। बाद में फिर लिखें।
wants-person = कोई व्यक्ति आपका संदेश पढ़ेगा। कुछ दिन लग सकते हैं।
person-write = अब लिखें कि कोई व्यक्ति क्या पढ़े।
status = आपका जवाब { $receipt } मिल गया है।
status-none = आपका कोई जवाब अभी नहीं मिला।
status-entry = { $title }: { $receipt }
status-open = { $title }: अभी पूरा नहीं
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
erase-all-shared = इस फ़ोन से भेजा सब कुछ मिटाएँ
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
page-title = { $title } – मजलिस
page-error-title = ग़लती: { $title } – मजलिस
page-languages = भाषाएँ
page-home-link = सभी खुले सवाल
page-again-link = सवाल पर जाएँ
page-asked-by = { $entity } पूछते हैं
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
page-home-title = अपनी बात कहें
page-home-intro = चुनें कि किस सवाल का जवाब देना है। खाता नहीं चाहिए।
page-home-none = अभी कुछ खुला नहीं है। किसी और दिन आएँ।
page-by-sms = या SMS से: { $keyword } लिखकर { $number } पर भेजें।
page-by-sms-no-number = या संदेश से: { $keyword } शब्द भेजें।

## Pages: a question
page-send = जवाब भेजें
page-skip = यह सवाल छोड़ें
page-may-skip = आप यह सवाल छोड़ सकते हैं।
page-up-to = आप { $max } अक्षर तक लिख सकते हैं।
page-number = एक संख्या लिखें, जैसे 3.
page-place = जगह अपने शब्दों में लिखें, जैसे सड़क या इमारत।
page-come-back = यहाँ रुककर बाद में आ सकते हैं: इस पन्ने का पता रख लें।
page-error-heading = कृपया यह देखें
page-no-choice = अभी कोई जवाब नहीं चुना
page-choose = एक जवाब चुनें, फिर भेजें।
page-choose-or-skip = एक जवाब चुनें, या सवाल छोड़ दें।
page-choices = { $min } से { $max } जवाब चुनें।
page-choices-exactly = { $max } जवाब चुनें।
page-no-choices = जवाबों की गिनती सही नहीं है
page-other = कुछ और, अपने शब्दों में:
page-ranking = सबसे अच्छे के आगे 1 लिखें, अगले के आगे 2. ज़्यादा से ज़्यादा { $max }।
page-no-ranking = क्रम साफ़ नहीं है
page-points = { $total } अंक बाँटें। सब मिलाकर { $total } होने चाहिए।
page-no-points = अंकों का जोड़ { $total } नहीं है
page-write-date = तारीख़ लिखें, जैसे 25/12/2026.
page-no-date = यह तारीख़ नहीं है
page-file = फ़ोटो, आवाज़ या काग़ज़ चुनें। ज़्यादा से ज़्यादा { $max } मेगाबाइट।
page-or-describe = या शब्दों में बताएँ:
page-no-file = कोई फ़ाइल नहीं आई
page-write = अपना जवाब लिखें, फिर भेजें।
page-write-or-skip = अपना जवाब लिखें, या सवाल छोड़ दें।
page-kept = ये आपके भेजे शब्द हैं। आप इन्हें कॉपी कर सकते हैं:
page-your-answer = आपका जवाब

## Pages: the end
page-thanks = धन्यवाद। आपका जवाब मिल गया।
page-receipt-is = आपकी रसीद
page-receipt-keep = इसे लिख लें। इससे आप देख सकेंगे कि इसका क्या हुआ।
page-receipt-link = यह रसीद देखें
page-private-title = आपका निजी लिंक
page-private-note = यह लिंक आपके जवाबों का पन्ना फिर दिखाता है। इसे अपने पास रखें।
page-change = जवाब बदलें
page-withdraw = मेरा जवाब वापस लें
page-withdraw-note = आपका जवाब फिर नहीं गिना जाएगा। यह पलटा नहीं जा सकता।
page-erase = मेरा सब कुछ मिटाएँ
page-erase-note = आपका जवाब और शब्द मिटा दिए जाएँगे। यह पलटा नहीं जा सकता।
page-withdrawn = आपका जवाब वापस ले लिया गया। अब गिना नहीं जाएगा।
page-erased = यहाँ आपसे मिला सब कुछ मिटा दिया गया।
page-spoken-receipt = बोलकर पढ़ने के लिए: { $spoken }
page-closed = यहाँ अब जवाब नहीं लिए जाते। आने के लिए धन्यवाद।

## Pages: a receipt
page-receipt-title = रसीद
page-receipt-arrived = इस रसीद वाला जवाब { $date } को मिला। वह { $entity } के पास है।
page-receipt-open = यह अभी खुला है। आगे क्या हुआ, देखने फिर आएँ।
page-receipt-closed = यह बंद हो गया है। { $entity } जवाब देख रहे हैं।

## Pages: when something is in the way
page-no-page-title = इस पते पर कोई पन्ना नहीं है
page-no-page = पता जाँचें, या खुले सवालों की सूची पर जाएँ।
page-no-campaign-title = यह हमें नहीं मिला
page-no-campaign = पता जाँचें, या सूची में से चुनें।
page-no-link-title = इस लिंक पर कोई जवाब नहीं मिला
page-no-link = देखें कि पूरा लिंक है। आप सूची से फिर शुरू भी कर सकते हैं।
page-no-receipt-title = यह रसीद नहीं मिली
page-no-receipt = रसीद K7P-4QM जैसी होती है। अक्षर और अंक जाँचकर फिर कोशिश करें।
page-stale = यह पन्ना बहुत पुराना था। आपके शब्द यहीं हैं। जाँचकर फिर भेजें।
page-unknown-form = हम पक्का नहीं कर सके कि यह पन्ना हमारा है। आपके शब्द यहीं हैं। जाँचकर फिर भेजें।
page-elsewhere = आपका जवाब किसी और साइट से आया, इसलिए नहीं लिया। कृपया यहीं जवाब दें।
page-garbled-title = जो आया उसे हम पढ़ नहीं सके
page-garbled = कुछ नहीं रखा गया। एक पन्ना पीछे जाकर फिर भेजें, या सवाल दोबारा खोलें।
page-too-long-title = आपका जवाब बहुत लंबा है
page-too-long = कुछ नहीं रखा गया। एक पन्ना पीछे जाकर छोटा करें और फिर भेजें।
page-busy-title = अभी हम जवाब नहीं ले पा रहे
page-busy = ग़लती हमारी है, आपकी नहीं। एक मिनट बाद फिर कोशिश करें।
page-busy-kept = अभी हम जवाब नहीं ले पा रहे, ग़लती हमारी है। आपका जवाब यहीं है। एक मिनट बाद फिर भेजें।

## Email
mail-above = अपना जवाब इस लाइन के ऊपर लिखें
mail-stop = ये ईमेल बंद करें
mail-prove = यह पक्का करने के लिए कि आप ही हैं: इस ईमेल का जवाब उन्हीं शब्दों में दें।

## USSD: turning screens, behind 00 and 000
ussd-more = और
ussd-before = पिछला पन्ना

## Files of residents
file-kind = एक फ़ाइल नहीं ली गई। हम फ़ोटो, रिकॉर्डिंग, वीडियो और PDF लेते हैं।
file-empty = एक फ़ाइल नहीं ली गई: वह ख़ाली है।
file-too-large = एक फ़ाइल नहीं ली गई: वह बहुत बड़ी है। ज़्यादा से ज़्यादा { $max } मेगाबाइट।
file-too-many = सभी फ़ाइलें नहीं ली गईं। हम ज़्यादा से ज़्यादा { $max } लेते हैं।
file-lost = एक फ़ाइल हम तक नहीं पहुँची।
file-not-asked = यहाँ कोई फ़ाइल नहीं माँगी गई है। कृपया शब्दों में जवाब दें।
file-count = फ़ाइलें: { $count }
## A page of several questions, paper, and plain text
page-send-all = सारे जवाब भेजें
page-as-is = जैसा है वैसा ही भेजें
page-as-is-note = जो हम नहीं समझे उसे कोई व्यक्ति पढ़ेगा।
page-paper-link = काग़ज़ का फ़ॉर्म
page-paper-how = अपने जवाब इस काग़ज़ पर लिखें। फिर वही नंबर और शब्द इनमें से किसी एक तरीक़े से भेजें:
page-paper-only-if = केवल तब, जब सवाल { $question } का आपका जवाब { $answers } हो:
page-paper-go-to = अगर आपका जवाब { $answers } है, तो सवाल { $question } पर जाएँ।
page-paper-go-end = अगर आपका जवाब { $answers } है, तो यह आख़िरी सवाल था।
page-paper-then-to = फिर सवाल { $question } पर जाएँ।
page-paper-then-end = यह आख़िरी सवाल था।
page-by-mail = या ईमेल से: { $mailbox } पर { $keyword } लिखें।
page-text-how = जवाब देने के लिए value= के बाद अपना जवाब लिखकर भेजें:
## One resident with several addresses
link-code = { $until } से पहले दूसरे फ़ोन, ऐप या ईमेल से LINK { $code } भेजें।
link-both = फिर दोनों में आपके जवाब एक, और एक पर STOP दोनों पर STOP।
link-secret = कोड किसी और को न बताएँ।
link-done = हो गया: अब दोनों एक हैं।
link-told = आपका कोड चला: दोनों एक हैं। आप नहीं थे? PERSON भेजें।
link-wrong = कोड ग़लत, इस्तेमाल हुआ या पुराना है।
link-many = बहुत ग़लत कोड। 10 मिनट रुकें।
link-new = नए कोड के लिए दूसरे से LINK भेजें।
link-self = यह कोड दूसरे फ़ोन, ऐप या ईमेल के लिए है।
link-already = दोनों पहले से एक हैं।
link-stopped = एक पर STOP था, इसलिए दोनों पर है। लौटने के लिए START भेजें।
stopped-entity = { $entity } अब नहीं लिखेगा। लौटने के लिए START भेजें।
stop-all-how = STOP ALL: किसी से संदेश नहीं।
link-contact = या नीचे के बटन से अपना नंबर साझा करें।
contact-share = मेरा नंबर साझा करें

## Invitations
invitation = { $title }: भाग लेने के लिए { $token } भेजें।
invited-before = इस निमंत्रण से जवाब आ चुका है। पूरा करें तो आपका गिना जाएगा।

## Going on elsewhere
page-go-on = दूसरे फ़ोन से या बाद में आगे बढ़ें
page-go-on-over = अभी कोई कोड नहीं है: वह इस्तेमाल हो चुका है या पुराना है।
page-go-on-new = नया कोड दिखाएँ
page-go-on-link = जो भी यह लिंक ब्राउज़र में खोले, वह यहीं से आगे बढ़ेगा। इसे अपने पास ही रखें।
page-go-on-sms = SMS से: { $number } पर भेजें
page-go-on-telegram = Telegram में: हमारे बॉट को भेजें
page-go-on-mail = ईमेल से: { $mailbox } पर भेजें
