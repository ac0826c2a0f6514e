# machine-drafted: no native speaker of Malayalam has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = അതെ
option-no = അല്ല
option-unsure = അറിയില്ല
option-agree = യോജിക്കുന്നു
option-disagree = യോജിക്കുന്നില്ല
option-pass = അഭിപ്രായമില്ല
option-other = മറ്റെന്തെങ്കിലും

## How to answer: the last line of a question
hint-choice = ഒരു നമ്പർ അയയ്ക്കൂ.
hint-other = നമ്പർ അയയ്ക്കൂ, അല്ലെങ്കിൽ സ്വന്തം വാക്കിൽ എഴുതൂ.
hint-choices = ഒന്നോ അധികമോ നമ്പർ അയയ്ക്കൂ, ഉദാ. 1 3. പരമാവധി { $max }.
hint-ranking = നമ്പറുകൾ അയയ്ക്കൂ, മികച്ചത് ആദ്യം, ഉദാ. 2 1. പരമാവധി { $max }.
hint-points = { $total } പോയിന്റ് പങ്കിടൂ: ഈ ക്രമത്തിൽ { $count } നമ്പർ.
hint-date = തീയതി അയയ്ക്കൂ, ഉദാ. 25/12.
hint-file = ഫോട്ടോ, ശബ്ദം അല്ലെങ്കിൽ രേഖ അയയ്ക്കൂ.
hint-no-file = ഇവിടെ ഫയൽ വരില്ല. വാക്കിൽ പറയാം.
hint-rating = { $min } മുതൽ { $max } വരെ അയയ്ക്കൂ.
hint-number = ഒരു നമ്പർ അയയ്ക്കൂ.
hint-text = സ്വന്തം വാക്കിൽ എഴുതൂ.
hint-place = സ്ഥലം എഴുതൂ.
hint-skip = ഒഴിവാക്കാൻ «വിടുക».
hint-stop = നിർത്താൻ «നിർത്തുക».

## Asked again, simpler
again-choice = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. 1 മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ:
again-choice-short = ഒരു നമ്പർ മാത്രം അയയ്ക്കൂ, 1 മുതൽ { $max } വരെ.
again-range = { $min } മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ.
again-rating = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. { $min } മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ.
again-number = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. { $min } മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ.
again-text = ക്ഷമിക്കൂ, സന്ദേശം ശൂന്യമായിരുന്നു. കുറച്ച് വാക്കുകൾ എഴുതൂ.
again-text-short = കുറച്ചു വാക്കുകൾ മതി.
again-place = ക്ഷമിക്കൂ, സന്ദേശം ശൂന്യമായിരുന്നു. സ്ഥലപ്പേര് എഴുതൂ.
again-choices = മനസ്സിലായില്ല. { $min } മുതൽ { $max } നമ്പർ അയയ്ക്കൂ, ഉദാ. 1 3:
again-choices-short = 1 മുതൽ { $count } വരെയുള്ള നമ്പർ മാത്രം അയയ്ക്കൂ, ഉദാ. 1 3
again-ranking = മനസ്സിലായില്ല. നമ്പർ അയയ്ക്കൂ, മികച്ചത് ആദ്യം, ഉദാ. 2 1:
again-ranking-short = മികച്ചതിന്റെ നമ്പർ മാത്രം അയയ്ക്കൂ, 1 മുതൽ { $count } വരെ.
again-points = ആകെ { $total } ആയില്ല. ആകെ { $total } ആകുന്ന { $count } നമ്പർ അയയ്ക്കൂ:
again-points-short = ഈ ക്രമത്തിൽ { $count } നമ്പർ അയയ്ക്കൂ, ആകെ { $total }:
again-date = മനസ്സിലായില്ല. ദിവസം, മാസം, വർഷം അയയ്ക്കൂ, ഉദാ. 25/12/2026.
again-date-short = തീയതി മാത്രം അയയ്ക്കൂ, ഉദാ: 25/12.
again-file = ഫയൽ വന്നില്ല. അയയ്ക്കൂ, വാക്കിൽ പറയൂ, അല്ലെങ്കിൽ «വിടുക».

## Did you mean
confirm = ഇതാണോ ഉദ്ദേശിച്ചത്: { $value }?

## Words that always work
stopped = ഇനി സന്ദേശം വരില്ല. ഉത്തരങ്ങൾ സൂക്ഷിച്ചു. മടങ്ങാൻ «തുടങ്ങുക».
still-stopped = താങ്കൾ സന്ദേശം നിർത്തി. മടങ്ങാൻ «തുടങ്ങുക» അയയ്ക്കൂ.
started = വീണ്ടും സ്വാഗതം.
help = തിരികെ: മുൻചോദ്യം. വിടുക: അടുത്തത്. ഭാഷ: മാറ്റാം. നിർത്തുക: അവസാനം.
help-outside = മാറ്റുക: ഉത്തരം. സ്ഥിതി: കിട്ടിയോ? മായ്ക്കുക: പിൻവലിക്കുക. ഭാഷ.
cannot-skip = ഇതിന് ഉത്തരം വേണം. നിർത്താൻ «നിർത്തുക».
nothing-before = ഇതാണ് ആദ്യ ചോദ്യം.
declined = ശരി, ഇനി ചോദിക്കുന്നില്ല. നന്ദി.
kept-for-person = നന്ദി. താങ്കൾ എഴുതിയത് ഒരാൾ വായിക്കും.
kept-long = സന്ദേശം നീണ്ടതാണ്. മുഴുവൻ സൂക്ഷിച്ചു.
already-answered = ഇതിന് ഉത്തരം കിട്ടിയതാണ്. ഒന്നും മാറിയില്ല.
slow-down = സന്ദേശങ്ങളെല്ലാം സൂക്ഷിച്ചു. ഏതാനും മിനിറ്റിൽ മറുപടി തരാം.
switch-offer = മലയാളത്തിന് «മലയാളം» അയയ്ക്കൂ.
language-not-offered = ക്ഷമിക്കൂ, ഈ ഭാഷ ഇപ്പോഴില്ല.
languages = ഭാഷകൾ: { $list }. താങ്കളുടെ ഭാഷയുടെ പേര് അയയ്ക്കൂ.

## Menu and campaigns
menu = പങ്കെടുക്കാൻ ഒരു വാക്ക് അയയ്ക്കൂ, അല്ലെങ്കിൽ «നിർത്തുക».
menu-entry = { $keyword }: { $title }
menu-none = ഇപ്പോൾ ഒന്നും തുറന്നിട്ടില്ല. എഴുതിയതിന് നന്ദി.
not-understood = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. ഒരാൾ ഇത് വായിക്കും.
campaign-done = താങ്കൾ പങ്കെടുത്തു കഴിഞ്ഞു. നന്ദി. രസീത്: { $receipt }
change-how = മാറ്റുക: ഉത്തരം മാറ്റാൻ.
campaign-closed = ഇത് ഇപ്പോൾ അടച്ചു. എഴുതിയതിന് നന്ദി.
campaign-not-open = ഇത് ഇതുവരെ തുടങ്ങിയിട്ടില്ല. പിന്നീട് വീണ്ടും എഴുതുക.
wants-person = താങ്കളുടെ സന്ദേശം ഒരാൾ വായിക്കും. കുറച്ച് ദിവസം എടുക്കാം.
person-write = ഒരാൾ വായിക്കേണ്ടത് ഇപ്പോൾ എഴുതൂ.
status = താങ്കളുടെ ഉത്തരം { $receipt } കിട്ടി.
status-none = താങ്കളുടെ ഉത്തരം ഇതുവരെ കിട്ടിയില്ല.
status-entry = { $title }: { $receipt }
status-open = { $title }: തീർന്നിട്ടില്ല
## Going on, changing, taking back
reminder = പൂർത്തിയായില്ല: { $title }
reminder-stop = സന്ദേശം വേണ്ടെങ്കിൽ «നിർത്തുക».
resumed = വീണ്ടും സ്വാഗതം. ഇവിടെ തുടരാം.
change-which = ഏത് ഉത്തരം മാറ്റണം?
change-entry = { $question } { $answer }
changed = മാറ്റി. നന്ദി. രസീത്: { $receipt }
change-nothing = മാറ്റാൻ ഉത്തരമില്ല.
change-closed = ഇത് അടച്ചു. ഇനി ഉത്തരം മാറ്റാനാവില്ല.
erase-which = ഞങ്ങൾ എന്തു ചെയ്യണം?
erase-withdraw = എന്റെ ഉത്തരം പിൻവലിക്കൂ: { $title }
erase-all = എന്റേതെല്ലാം മായ്ക്കൂ
erase-all-shared = ഈ ഫോണിൽ നിന്ന് അയച്ചതെല്ലാം മായ്ക്കുക
erase-keep = ഒന്നും മാറ്റേണ്ട
withdrawn = ഉത്തരം പിൻവലിച്ചു. ഇനി എണ്ണില്ല.
erased = താങ്കളിൽ നിന്ന് കിട്ടിയതെല്ലാം മായ്ച്ചു.
erase-kept = ഒന്നും മാറിയില്ല.
erase-nothing = താങ്കളുടേതായി ഒന്നുമില്ല.

## Several people, one phone
new-person = ഇവിടെ നിന്ന് ഒരാൾ ഉത്തരം തന്നു. താങ്കൾ മറ്റൊരാളാണോ?
new-person-yes = അതെ, മറ്റൊരാൾ
new-person-no = അല്ല

## Danger
emergency = ആരെങ്കിലും അപകടത്തിലെങ്കിൽ ഉടൻ { $number } വിളിക്കൂ. ഒരാൾ വായിക്കും.

## Pages: every page
page-title = { $title } – മജ്‌ലിസ്
page-error-title = പിശക്: { $title } – മജ്‌ലിസ്
page-languages = ഭാഷകൾ
page-home-link = തുറന്ന എല്ലാ ചോദ്യങ്ങളും
page-again-link = ചോദ്യത്തിലേക്ക്
page-asked-by = { $entity } ചോദിക്കുന്നു
page-date = { $day } { $month ->
    [m1] ജനുവരി
    [m2] ഫെബ്രുവരി
    [m3] മാർച്ച്
    [m4] ഏപ്രിൽ
    [m5] മേയ്
    [m6] ജൂൺ
    [m7] ജൂലൈ
    [m8] ഓഗസ്റ്റ്
    [m9] സെപ്റ്റംബർ
    [m10] ഒക്ടോബർ
    [m11] നവംബർ
   *[m12] ഡിസംബർ
} { $year }

## Pages: the list of campaigns
page-home-title = അഭിപ്രായം പറയൂ
page-home-intro = ഉത്തരം പറയേണ്ടത് തിരഞ്ഞെടുക്കൂ. അക്കൗണ്ട് വേണ്ട.
page-home-none = ഇപ്പോൾ ഒന്നും തുറന്നിട്ടില്ല. മറ്റൊരു ദിവസം വരൂ.
page-by-sms = അല്ലെങ്കിൽ SMS: { $keyword } എന്ന് { $number } ലേക്ക് അയയ്ക്കൂ.
page-by-sms-no-number = അല്ലെങ്കിൽ സന്ദേശം: { $keyword } എന്ന വാക്ക് അയയ്ക്കൂ.

## Pages: a question
page-send = ഉത്തരം അയയ്ക്കൂ
page-skip = ഈ ചോദ്യം വിടുക
page-may-skip = ഈ ചോദ്യം വിടാം.
page-up-to = { $max } അക്ഷരം വരെ എഴുതാം.
page-number = ഒരു സംഖ്യ എഴുതൂ, ഉദാ. 3.
page-place = സ്ഥലം സ്വന്തം വാക്കിൽ എഴുതൂ, ഉദാ. ഒരു തെരുവ് അല്ലെങ്കിൽ കെട്ടിടം.
page-come-back = ഇവിടെ നിർത്തി പിന്നീട് തുടരാം: ഈ പേജിന്റെ വിലാസം സൂക്ഷിക്കൂ.
page-error-heading = ഇത് ശ്രദ്ധിക്കൂ
page-no-choice = ഉത്തരം തിരഞ്ഞെടുത്തിട്ടില്ല
page-choose = ഒരു ഉത്തരം തിരഞ്ഞെടുത്ത് അയയ്ക്കൂ.
page-choose-or-skip = ഒരു ഉത്തരം തിരഞ്ഞെടുക്കൂ, അല്ലെങ്കിൽ ചോദ്യം വിടൂ.
page-choices = { $min } മുതൽ { $max } വരെ ഉത്തരം തിരഞ്ഞെടുക്കൂ.
page-choices-exactly = { $max } ഉത്തരം തിരഞ്ഞെടുക്കൂ.
page-no-choices = ഉത്തരങ്ങളുടെ എണ്ണം ശരിയല്ല
page-other = മറ്റെന്തെങ്കിലും, സ്വന്തം വാക്കിൽ:
page-ranking = മികച്ചതിന് 1, അടുത്തതിന് 2 എന്ന് എഴുതൂ. പരമാവധി { $max }.
page-no-ranking = ക്രമം വ്യക്തമല്ല
page-points = { $total } പോയിന്റ് പങ്കിടൂ. ആകെ { $total } ആകണം.
page-no-points = പോയിന്റ് ആകെ { $total } ആയില്ല
page-write-date = തീയതി എഴുതൂ, ഉദാ. 25/12/2026.
page-no-date = ഇത് തീയതിയല്ല
page-file = ഫോട്ടോ, ശബ്ദം അല്ലെങ്കിൽ രേഖ തിരഞ്ഞെടുക്കൂ. പരമാവധി { $max } മെഗാബൈറ്റ്.
page-or-describe = അല്ലെങ്കിൽ വാക്കിൽ പറയൂ:
page-no-file = ഫയൽ വന്നില്ല
page-write = ഉത്തരം എഴുതി അയയ്ക്കൂ.
page-write-or-skip = ഉത്തരം എഴുതൂ, അല്ലെങ്കിൽ ചോദ്യം വിടൂ.
page-kept = താങ്കൾ അയച്ച വാക്കുകൾ ഇതാ. പകർത്താം:
page-your-answer = താങ്കളുടെ ഉത്തരം

## Pages: the end
page-thanks = നന്ദി. ഉത്തരം കിട്ടി.
page-receipt-is = താങ്കളുടെ രസീത്
page-receipt-keep = ഇത് എഴുതി വയ്ക്കൂ. എന്തായി എന്ന് ഇതുകൊണ്ട് അറിയാം.
page-receipt-link = ഈ രസീത് കാണുക
page-private-title = താങ്കളുടെ സ്വകാര്യ ലിങ്ക്
page-private-note = ഈ ലിങ്ക് ഉത്തരങ്ങളുടെ പേജ് വീണ്ടും കാണിക്കും. ആർക്കും കൊടുക്കരുത്.
page-change = ഉത്തരം മാറ്റുക
page-withdraw = എന്റെ ഉത്തരം പിൻവലിക്കുക
page-withdraw-note = ഉത്തരം ഇനി എണ്ണില്ല. ഇത് തിരിച്ചെടുക്കാനാവില്ല.
page-erase = എന്റേതെല്ലാം മായ്ക്കുക
page-erase-note = ഉത്തരവും വാക്കുകളും മായ്ക്കും. ഇത് തിരിച്ചെടുക്കാനാവില്ല.
page-withdrawn = ഉത്തരം പിൻവലിച്ചു. ഇനി എണ്ണില്ല.
page-erased = ഇവിടെ താങ്കളിൽ നിന്ന് കിട്ടിയതെല്ലാം മായ്ച്ചു.
page-spoken-receipt = ഉറക്കെ വായിക്കാൻ: { $spoken }
page-closed = ഇവിടെ ഇനി ഉത്തരം എടുക്കില്ല. വന്നതിന് നന്ദി.

## Pages: a receipt
page-receipt-title = രസീത്
page-receipt-arrived = ഈ രസീതുള്ള ഉത്തരം { $date } കിട്ടി. അത് { $entity } യുടെ പക്കലുണ്ട്.
page-receipt-open = ഇത് ഇപ്പോഴും തുറന്നതാണ്. എന്തായി എന്നറിയാൻ പിന്നീട് വരൂ.
page-receipt-closed = ഇത് അടച്ചു. { $entity } ഉത്തരങ്ങൾ നോക്കുന്നു.

## Pages: when something is in the way
page-no-page-title = ഈ വിലാസത്തിൽ പേജില്ല
page-no-page = വിലാസം നോക്കൂ, അല്ലെങ്കിൽ ചോദ്യങ്ങളുടെ പട്ടികയിലേക്ക് പോകൂ.
page-no-campaign-title = ഇത് കണ്ടെത്താനായില്ല
page-no-campaign = വിലാസം നോക്കൂ, അല്ലെങ്കിൽ പട്ടികയിൽ നിന്ന് തിരഞ്ഞെടുക്കൂ.
page-no-link-title = ഈ ലിങ്കിൽ ഉത്തരങ്ങളില്ല
page-no-link = ലിങ്ക് മുഴുവനുണ്ടോ എന്ന് നോക്കൂ. പട്ടികയിൽ നിന്ന് വീണ്ടും തുടങ്ങാം.
page-no-receipt-title = ഈ രസീത് കണ്ടെത്താനായില്ല
page-no-receipt = രസീത് K7P-4QM പോലെയാണ്. അക്ഷരവും അക്കവും നോക്കി വീണ്ടും ശ്രമിക്കൂ.
page-stale = ഈ പേജ് പഴയതായി. താങ്കളുടെ വാക്കുകൾ ഇവിടെയുണ്ട്. നോക്കി വീണ്ടും അയയ്ക്കൂ.
page-unknown-form = ഈ പേജ് ഞങ്ങളുടേതാണോ എന്ന് ഉറപ്പില്ല. വാക്കുകൾ ഇവിടെയുണ്ട്. നോക്കി വീണ്ടും അയയ്ക്കൂ.
page-elsewhere = ഉത്തരം മറ്റൊരു സൈറ്റിൽ നിന്ന് വന്നതിനാൽ എടുത്തില്ല. ഇവിടെ ഉത്തരം പറയൂ.
page-garbled-title = വന്നത് വായിക്കാനായില്ല
page-garbled = ഒന്നും സൂക്ഷിച്ചില്ല. ഒരു പേജ് പിന്നോട്ട് പോയി വീണ്ടും അയയ്ക്കൂ, അല്ലെങ്കിൽ ചോദ്യം വീണ്ടും തുറക്കൂ.
page-too-long-title = ഉത്തരം വളരെ നീണ്ടു
page-too-long = ഒന്നും സൂക്ഷിച്ചില്ല. ഒരു പേജ് പിന്നോട്ട് പോയി ചുരുക്കി അയയ്ക്കൂ.
page-busy-title = ഇപ്പോൾ ഉത്തരം എടുക്കാനാവില്ല
page-busy = തെറ്റ് ഞങ്ങളുടേതാണ്. ഒരു മിനിറ്റ് കഴിഞ്ഞ് ശ്രമിക്കൂ.
page-busy-kept = ഇപ്പോൾ ഉത്തരം എടുക്കാനാവില്ല, തെറ്റ് ഞങ്ങളുടേതാണ്. ഉത്തരം ഇവിടെയുണ്ട്. ഒരു മിനിറ്റ് കഴിഞ്ഞ് അയയ്ക്കൂ.

## Email
mail-above = ഈ വരിക്ക് മുകളിൽ ഉത്തരം എഴുതുക
mail-stop = ഈ ഇമെയിലുകൾ നിർത്തുക
mail-prove = ഇത് നിങ്ങൾ തന്നെയെന്ന് ഉറപ്പാക്കാൻ: അതേ വാക്കുകളിൽ ഈ ഇമെയിലിന് മറുപടി നൽകുക.

## USSD: turning screens, behind 00 and 000
ussd-more = കൂടുതൽ
ussd-before = മുൻ പേജ്

## Files of residents
file-kind = ഒരു ഫയൽ എടുത്തില്ല. ഫോട്ടോ, റെക്കോർഡിങ്, വീഡിയോ, PDF എന്നിവ ഞങ്ങൾ എടുക്കും.
file-empty = ഒരു ഫയൽ എടുത്തില്ല: അതിൽ ഒന്നുമില്ല.
file-too-large = ഒരു ഫയൽ എടുത്തില്ല: അത് വളരെ വലുതാണ്. പരമാവധി { $max } മെഗാബൈറ്റ്.
file-too-many = എല്ലാ ഫയലുകളും എടുത്തില്ല. പരമാവധി { $max } എണ്ണം.
file-lost = ഒരു ഫയൽ ഞങ്ങൾക്ക് കിട്ടിയില്ല.
file-not-asked = ഇവിടെ ഫയൽ ചോദിച്ചിട്ടില്ല. ദയവായി വാക്കുകളിൽ മറുപടി തരൂ.
file-count = ഫയലുകൾ: { $count }
## A page of several questions, paper, and plain text
page-send-all = എല്ലാ ഉത്തരങ്ങളും അയയ്ക്കുക
page-as-is = ഇങ്ങനെ തന്നെ അയയ്ക്കുക
page-as-is-note = ഞങ്ങൾക്ക് മനസ്സിലാകാത്തത് ഒരാൾ വായിക്കും.
page-paper-link = കടലാസ് ഫോം
page-paper-how = നിങ്ങളുടെ ഉത്തരങ്ങൾ ഈ കടലാസിൽ എഴുതുക. പിന്നെ അതേ നമ്പറുകളും വാക്കുകളും ഇവയിൽ ഒരു വഴിയിൽ അയയ്ക്കുക:
page-paper-only-if = ചോദ്യം { $question }-ന് നിങ്ങളുടെ ഉത്തരം { $answers } ആണെങ്കിൽ മാത്രം:
page-paper-go-to = നിങ്ങളുടെ ഉത്തരം { $answers } ആണെങ്കിൽ ചോദ്യം { $question }-ലേക്ക് പോകുക.
page-paper-go-end = നിങ്ങളുടെ ഉത്തരം { $answers } ആണെങ്കിൽ ഇതായിരുന്നു അവസാന ചോദ്യം.
page-paper-then-to = പിന്നെ ചോദ്യം { $question }-ലേക്ക് പോകുക.
page-paper-then-end = ഇതായിരുന്നു അവസാന ചോദ്യം.
page-by-mail = അല്ലെങ്കിൽ ഇമെയിൽ വഴി: { $mailbox } എന്നതിലേക്ക് { $keyword } എന്ന് എഴുതുക.
page-text-how = ഉത്തരം നൽകാൻ value= ന് ശേഷം നിങ്ങളുടെ ഉത്തരം വെച്ച് അയയ്ക്കുക:
## One resident with several addresses
link-code = { $until } നു മുമ്പ് മറ്റേ ഫോൺ/ഇമെയിലിൽ നിന്ന് LINK { $code }.
link-both = പിന്നെ ഉത്തരങ്ങൾ ഒന്ന്; ഒന്നിലെ STOP രണ്ടിലും STOP.
link-secret = കോഡ് ആരോടും പറയരുത്.
link-done = കഴിഞ്ഞു: രണ്ടും ഇപ്പോൾ ഒന്നാണ്.
link-told = കോഡ് ഉപയോഗിച്ചു: രണ്ടും ഒന്നായി. നിങ്ങളല്ലേ? PERSON അയയ്ക്കൂ.
link-wrong = കോഡ് തെറ്റ്, ഉപയോഗിച്ചത് അല്ലെങ്കിൽ പഴയത്.
link-many = തെറ്റായ കോഡുകൾ കൂടി. 10 മിനിറ്റ് കാക്കൂ.
link-new = പുതിയ കോഡിന് മറ്റേതിൽ നിന്ന് LINK അയയ്ക്കൂ.
link-self = ഈ കോഡ് മറ്റേ ഫോൺ/ആപ്പ്/ഇമെയിലിനാണ്.
link-already = രണ്ടും നേരത്തേ ഒന്നാണ്.
link-stopped = ഒന്നിൽ STOP പറഞ്ഞു; രണ്ടിനും ബാധകം. START: തിരികെ വരാം.
stopped-entity = { $entity } ഇനി എഴുതില്ല. START: തിരികെ വരാം.
stop-all-how = STOP ALL: ആരുടെയും സന്ദേശമില്ല.
link-contact = അല്ലെങ്കിൽ താഴത്തെ ബട്ടൺ കൊണ്ട് സ്വന്തം നമ്പർ തരൂ.
contact-share = എന്റെ നമ്പർ തരൂ

## Invitations
invitation = { $title }: പങ്കെടുക്കാൻ { $token } അയയ്ക്കൂ.
invited-before = ഈ ക്ഷണത്തിൽ ഉത്തരമുണ്ട്. തീർത്താൽ നിങ്ങളുടേത് എണ്ണും.

## Going on elsewhere
page-go-on = മറ്റൊരു ഫോണിൽ നിന്നോ പിന്നീടോ തുടരൂ
page-go-on-over = ഇപ്പോൾ കോഡില്ല: അത് ഉപയോഗിച്ചു, അല്ലെങ്കിൽ പഴയതായി.
page-go-on-new = പുതിയ കോഡ് കാണിക്കൂ
page-go-on-link = ഈ ലിങ്ക് ബ്രൗസറിൽ തുറക്കുന്നയാൾ ഇവിടെ നിന്ന് തുടരും. ഇത് ആർക്കും നൽകരുത്.
page-go-on-sms = SMS വഴി: { $number } ലേക്ക് അയയ്ക്കൂ
page-go-on-telegram = Telegram-ൽ: ഞങ്ങളുടെ ബോട്ടിന് അയയ്ക്കൂ
page-go-on-mail = ഇമെയിൽ വഴി: { $mailbox } ലേക്ക് അയയ്ക്കൂ
