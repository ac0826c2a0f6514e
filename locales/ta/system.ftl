# machine-drafted: no native speaker of Tamil has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = ஆம்
option-no = இல்லை
option-unsure = தெரியவில்லை
option-agree = சம்மதம்
option-disagree = சம்மதம் இல்லை
option-pass = கருத்து இல்லை
option-other = வேறு ஏதாவது

## How to answer: the last line of a question
hint-choice = ஒரு எண் அனுப்பவும்.
hint-other = எண் அனுப்பவும், அல்லது உங்கள் சொற்களில் எழுதவும்.
hint-choices = ஒன்று அல்லது பல எண் அனுப்பவும், எ.கா. 1 3. அதிகபட்சம் { $max }.
hint-ranking = எண்களை அனுப்பவும், சிறந்தது முதலில், எ.கா. 2 1. அதிகபட்சம் { $max }.
hint-points = { $total } புள்ளிகளைப் பகிரவும்: இந்த வரிசையில் { $count } எண்கள்.
hint-date = தேதி அனுப்பவும், எ.கா. 25/12.
hint-file = படம், ஒலி அல்லது ஆவணம் அனுப்பவும்.
hint-no-file = இங்கே கோப்பு வராது. சொற்களில் கூறலாம்.
hint-rating = { $min } முதல் { $max } வரை அனுப்பவும்.
hint-number = ஒரு எண் அனுப்பவும்.
hint-text = உங்கள் சொற்களில் எழுதவும்.
hint-place = இடத்தை எழுதவும்.
hint-skip = தவிர்க்க «தவிர்».
hint-stop = முடிக்க «நிறுத்து».

## Asked again, simpler
again-choice = மன்னிக்கவும், புரியவில்லை. 1 முதல் { $max } வரை ஒரு எண் அனுப்பவும்:
again-choice-short = ஒரு எண் மட்டும் அனுப்பவும், 1 முதல் { $max } வரை. எ.கா: 1
again-rating = மன்னிக்கவும், புரியவில்லை. { $min } முதல் { $max } வரை ஒரு எண் அனுப்பவும்.
again-number = மன்னிக்கவும், புரியவில்லை. { $min } முதல் { $max } வரை ஒரு எண் அனுப்பவும்.
again-text = மன்னிக்கவும், செய்தி காலியாக இருந்தது. சில சொற்கள் எழுதவும்.
again-place = மன்னிக்கவும், செய்தி காலியாக இருந்தது. இடத்தின் பெயர் எழுதவும்.
again-choices = புரியவில்லை. { $min } முதல் { $max } எண்கள் அனுப்பவும், எ.கா. 1 3:
again-choices-short = 1 முதல் { $count } வரை எண்கள் மட்டும் அனுப்பவும், எ.கா. 1 3
again-ranking = புரியவில்லை. எண்கள் அனுப்பவும், சிறந்தது முதலில், எ.கா. 2 1:
again-ranking-short = சிறந்ததன் எண் மட்டும் அனுப்பவும், 1 முதல் { $count } வரை.
again-points = கூட்டல் { $total } இல்லை. { $total } வரும் { $count } எண்கள் அனுப்பவும்:
again-date = புரியவில்லை. நாள், மாதம், ஆண்டு அனுப்பவும், எ.கா. 25/12/2026.
again-file = கோப்பு வரவில்லை. அனுப்பவும், சொற்களில் கூறவும், அல்லது «தவிர்».

## Did you mean
confirm = இதைச் சொன்னீர்களா: { $value }?

## Words that always work
stopped = இனி செய்தி வராது. உங்கள் பதில்கள் உள்ளன. திரும்ப «தொடங்கு».
still-stopped = நீங்கள் செய்திகளை நிறுத்தினீர்கள். திரும்ப «தொடங்கு» அனுப்பவும்.
started = மீண்டும் வரவேற்கிறோம்.
help = எண் அல்லது சொல் அனுப்பவும். «பின்», «மீண்டும்», «தவிர்», «நிறுத்து».
cannot-skip = இதற்குப் பதில் தேவை. முடிக்க «நிறுத்து».
nothing-before = இதுவே முதல் கேள்வி.
declined = சரி, இனி கேட்க மாட்டோம். நன்றி.
kept-for-person = நன்றி. நீங்கள் எழுதியதை ஒருவர் படிப்பார்.
already-answered = இதற்குப் பதில் வந்துவிட்டது. எதுவும் மாறவில்லை.
switch-offer = தமிழுக்கு «தமிழ்» அனுப்பவும்.
language-not-offered = மன்னிக்கவும், இந்த மொழி இன்னும் இல்லை.
languages = மொழிகள்: { $list }. உங்கள் மொழியின் பெயரை அனுப்பவும்.

## Menu and campaigns
menu = பங்கேற்க ஒரு சொல் அனுப்பவும், அல்லது «நிறுத்து».
menu-entry = { $keyword }: { $title }
menu-none = இப்போது எதுவும் திறந்திருக்கவில்லை. எழுதியதற்கு நன்றி.
not-understood = மன்னிக்கவும், புரியவில்லை. ஒருவர் இதைப் படிப்பார்.
campaign-done = ஏற்கனவே பங்கேற்றீர்கள். நன்றி. ரசீது: { $receipt }
campaign-closed = இது இப்போது முடிந்தது. எழுதியதற்கு நன்றி.
wants-person = உங்கள் செய்தியை ஒருவர் படிப்பார். சில நாட்கள் ஆகலாம்.
status = உங்கள் பதில் { $receipt } வந்துவிட்டது.
status-none = உங்கள் பதில் இன்னும் வரவில்லை.
## Going on, changing, taking back
reminder = நீங்கள் முடிக்கவில்லை: { $title }
reminder-stop = செய்தி வேண்டாமெனில் «நிறுத்து».
resumed = மீண்டும் வரவேற்கிறோம். இங்கிருந்து தொடர்வோம்.
change-which = எந்தப் பதிலை மாற்ற வேண்டும்?
change-entry = { $question } { $answer }
changed = மாற்றப்பட்டது. நன்றி. ரசீது: { $receipt }
change-nothing = மாற்றப் பதில் இல்லை.
change-closed = இது முடிந்தது. பதிலை இனி மாற்ற முடியாது.
erase-which = நாங்கள் என்ன செய்ய வேண்டும்?
erase-withdraw = என் பதிலைத் திரும்பப் பெறவும்: { $title }
erase-all = என்னுடைய எல்லாவற்றையும் அழிக்கவும்
erase-keep = எதையும் மாற்ற வேண்டாம்
withdrawn = உங்கள் பதில் திரும்பப் பெறப்பட்டது. இனி எண்ணப்படாது.
erased = உங்களிடமிருந்து வந்த அனைத்தும் அழிக்கப்பட்டது.
erase-kept = எதுவும் மாறவில்லை.
erase-nothing = உங்களுடையது எதுவும் எங்களிடம் இல்லை.

## Several people, one phone
new-person = இங்கிருந்து ஒருவர் பதில் தந்தார். நீங்கள் வேறு நபரா?
new-person-yes = ஆம், வேறு நபர்
new-person-no = இல்லை

## Danger
emergency = யாராவது ஆபத்தில் இருந்தால் உடனே { $number } அழையுங்கள். ஒருவர் படிப்பார்.

## Pages: every page
page-date = { $day } { $month ->
    [m1] ஜனவரி
    [m2] பிப்ரவரி
    [m3] மார்ச்
    [m4] ஏப்ரல்
    [m5] மே
    [m6] ஜூன்
    [m7] ஜூலை
    [m8] ஆகஸ்ட்
    [m9] செப்டம்பர்
    [m10] அக்டோபர்
    [m11] நவம்பர்
   *[m12] டிசம்பர்
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
