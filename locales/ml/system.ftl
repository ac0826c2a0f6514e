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
again-choice-short = ഒരു നമ്പർ മാത്രം അയയ്ക്കൂ, 1 മുതൽ { $max } വരെ. ഉദാ: 1
again-rating = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. { $min } മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ.
again-number = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. { $min } മുതൽ { $max } വരെ ഒരു നമ്പർ അയയ്ക്കൂ.
again-text = ക്ഷമിക്കൂ, സന്ദേശം ശൂന്യമായിരുന്നു. കുറച്ച് വാക്കുകൾ എഴുതൂ.
again-place = ക്ഷമിക്കൂ, സന്ദേശം ശൂന്യമായിരുന്നു. സ്ഥലപ്പേര് എഴുതൂ.
again-choices = മനസ്സിലായില്ല. { $min } മുതൽ { $max } നമ്പർ അയയ്ക്കൂ, ഉദാ. 1 3:
again-choices-short = 1 മുതൽ { $count } വരെയുള്ള നമ്പർ മാത്രം അയയ്ക്കൂ, ഉദാ. 1 3
again-ranking = മനസ്സിലായില്ല. നമ്പർ അയയ്ക്കൂ, മികച്ചത് ആദ്യം, ഉദാ. 2 1:
again-ranking-short = മികച്ചതിന്റെ നമ്പർ മാത്രം അയയ്ക്കൂ, 1 മുതൽ { $count } വരെ.
again-points = ആകെ { $total } ആയില്ല. ആകെ { $total } ആകുന്ന { $count } നമ്പർ അയയ്ക്കൂ:
again-date = മനസ്സിലായില്ല. ദിവസം, മാസം, വർഷം അയയ്ക്കൂ, ഉദാ. 25/12/2026.
again-file = ഫയൽ വന്നില്ല. അയയ്ക്കൂ, വാക്കിൽ പറയൂ, അല്ലെങ്കിൽ «വിടുക».

## Did you mean
confirm = ഇതാണോ ഉദ്ദേശിച്ചത്: { $value }?

## Words that always work
stopped = ഇനി സന്ദേശം വരില്ല. ഉത്തരങ്ങൾ സൂക്ഷിച്ചു. മടങ്ങാൻ «തുടങ്ങുക».
still-stopped = താങ്കൾ സന്ദേശം നിർത്തി. മടങ്ങാൻ «തുടങ്ങുക» അയയ്ക്കൂ.
started = വീണ്ടും സ്വാഗതം.
help = നമ്പറോ വാക്കോ അയയ്ക്കൂ. «തിരികെ», «വീണ്ടും», «വിടുക», «നിർത്തുക».
cannot-skip = ഇതിന് ഉത്തരം വേണം. നിർത്താൻ «നിർത്തുക».
nothing-before = ഇതാണ് ആദ്യ ചോദ്യം.
declined = ശരി, ഇനി ചോദിക്കുന്നില്ല. നന്ദി.
kept-for-person = നന്ദി. താങ്കൾ എഴുതിയത് ഒരാൾ വായിക്കും.
already-answered = ഇതിന് ഉത്തരം കിട്ടിയതാണ്. ഒന്നും മാറിയില്ല.
switch-offer = മലയാളത്തിന് «മലയാളം» അയയ്ക്കൂ.
language-not-offered = ക്ഷമിക്കൂ, ഈ ഭാഷ ഇപ്പോഴില്ല.
languages = ഭാഷകൾ: { $list }. താങ്കളുടെ ഭാഷയുടെ പേര് അയയ്ക്കൂ.

## Menu and campaigns
menu = പങ്കെടുക്കാൻ ഒരു വാക്ക് അയയ്ക്കൂ, അല്ലെങ്കിൽ «നിർത്തുക».
menu-entry = { $keyword }: { $title }
menu-none = ഇപ്പോൾ ഒന്നും തുറന്നിട്ടില്ല. എഴുതിയതിന് നന്ദി.
not-understood = ക്ഷമിക്കൂ, മനസ്സിലായില്ല. ഒരാൾ ഇത് വായിക്കും.
campaign-done = താങ്കൾ പങ്കെടുത്തു കഴിഞ്ഞു. നന്ദി. രസീത്: { $receipt }
campaign-closed = ഇത് ഇപ്പോൾ അടച്ചു. എഴുതിയതിന് നന്ദി.
wants-person = താങ്കളുടെ സന്ദേശം ഒരാൾ വായിക്കും. കുറച്ച് ദിവസം എടുക്കാം.
status = താങ്കളുടെ ഉത്തരം { $receipt } കിട്ടി.
status-none = താങ്കളുടെ ഉത്തരം ഇതുവരെ കിട്ടിയില്ല.
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
