# machine-drafted: no native speaker of Urdu has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = ہاں
option-no = نہیں
option-unsure = معلوم نہیں
option-agree = متفق
option-disagree = غیر متفق
option-pass = غیر جانبدار
option-other = کچھ اور

## How to answer: the last line of a question
hint-choice = ایک نمبر بھیجیں۔
hint-other = نمبر بھیجیں یا اپنے الفاظ میں لکھیں۔
hint-choices = ایک یا زیادہ نمبر بھیجیں، جیسے 1 3۔ زیادہ سے زیادہ { $max }۔
hint-ranking = نمبر بھیجیں، بہترین پہلے، جیسے 2 1۔ زیادہ سے زیادہ { $max }۔
hint-points = { $total } پوائنٹ بانٹیں: اسی ترتیب سے { $count } نمبر۔
hint-date = تاریخ بھیجیں، جیسے 25/12۔
hint-file = تصویر، آواز یا دستاویز بھیجیں۔
hint-no-file = یہاں فائل نہیں آتی۔ الفاظ میں بتا سکتے ہیں۔
hint-rating = { $min } سے { $max } تک بھیجیں۔
hint-number = ایک نمبر بھیجیں۔
hint-text = اپنے الفاظ میں لکھیں۔
hint-place = جگہ لکھیں۔
hint-skip = نہ بتانا ہو تو «چھوڑیں»۔
hint-stop = ختم کرنے کو «بند کرو»۔

## Asked again, simpler
again-choice = معاف کیجیے، سمجھ نہیں آیا۔ 1 سے { $max } تک ایک نمبر بھیجیں:
again-choice-short = صرف ایک نمبر بھیجیں، 1 سے { $max } تک۔ مثال: 1
again-rating = معاف کیجیے، سمجھ نہیں آیا۔ { $min } سے { $max } تک ایک نمبر بھیجیں۔
again-number = معاف کیجیے، سمجھ نہیں آیا۔ { $min } سے { $max } تک ایک نمبر بھیجیں۔
again-text = معاف کیجیے، پیغام خالی تھا۔ چند الفاظ لکھیں۔
again-place = معاف کیجیے، پیغام خالی تھا۔ جگہ کا نام لکھیں۔
again-choices = سمجھ نہیں آیا۔ { $min } سے { $max } نمبر بھیجیں، جیسے 1 3:
again-choices-short = صرف 1 سے { $count } تک کے نمبر بھیجیں، جیسے 1 3
again-ranking = سمجھ نہیں آیا۔ نمبر بھیجیں، بہترین پہلے، جیسے 2 1:
again-ranking-short = صرف بہترین کا نمبر بھیجیں، 1 سے { $count }۔
again-points = جمع { $total } نہیں بنتی۔ { $count } نمبر بھیجیں جن کی جمع { $total } ہو:
again-date = سمجھ نہیں آیا۔ دن، مہینہ، سال بھیجیں، جیسے 25/12/2026۔
again-file = فائل نہیں آئی۔ بھیجیں، الفاظ میں بتائیں، یا «چھوڑیں» لکھیں۔

## Did you mean
confirm = کیا آپ کا مطلب ہے: { $value }؟

## Words that always work
stopped = اب پیغام نہیں آئیں گے۔ آپ کے جواب محفوظ ہیں۔ واپسی: «شروع» بھیجیں۔
still-stopped = آپ نے پیغام بند کیے تھے۔ واپسی کے لیے «شروع» بھیجیں۔
started = خوش آمدید۔
help = نمبر یا الفاظ میں جواب دیں۔ «واپس»، «دوبارہ»، «چھوڑیں»، «بند کرو»۔
cannot-skip = اس سوال کا جواب ضروری ہے۔ ختم کرنے کو «بند کرو»۔
nothing-before = یہ پہلا سوال ہے۔
declined = ٹھیک ہے، ہم اور نہیں پوچھیں گے۔ شکریہ۔
kept-for-person = شکریہ۔ کوئی شخص آپ کی بات پڑھے گا۔
already-answered = اس کا جواب مل چکا ہے۔ کچھ نہیں بدلا۔
switch-offer = اردو کے لیے «اردو» بھیجیں۔
language-not-offered = معاف کیجیے، یہ زبان ابھی نہیں ہے۔
languages = زبانیں: { $list }۔ اپنی زبان کا نام بھیجیں۔

## Menu and campaigns
menu = حصہ لینے کے لیے ایک لفظ بھیجیں، یا «بند کرو»۔
menu-entry = { $keyword }: { $title }
menu-none = ابھی کچھ کھلا نہیں ہے۔ لکھنے کا شکریہ۔
not-understood = معاف کیجیے، سمجھ نہیں آیا۔ کوئی شخص اسے پڑھے گا۔
campaign-done = آپ حصہ لے چکے ہیں۔ شکریہ۔ رسید: { $receipt }
campaign-closed = یہ اب بند ہے۔ لکھنے کا شکریہ۔
wants-person = کوئی شخص آپ کا پیغام پڑھے گا۔ کچھ دن لگ سکتے ہیں۔
status = آپ کا جواب { $receipt } مل گیا ہے۔
status-none = آپ کا کوئی جواب ابھی نہیں ملا۔
## Going on, changing, taking back
reminder = آپ نے مکمل نہیں کیا: { $title }
reminder-stop = «بند کرو» بھیجیں تو پیغام بند۔
resumed = خوش آمدید۔ یہیں سے آگے چلتے ہیں۔
change-which = کون سا جواب بدلنا ہے؟
change-entry = { $question } { $answer }
changed = بدل دیا گیا۔ شکریہ۔ رسید: { $receipt }
change-nothing = بدلنے کے لیے کوئی جواب نہیں ہے۔
change-closed = یہ بند ہے۔ اب جواب نہیں بدل سکتا۔
erase-which = ہم کیا کریں؟
erase-withdraw = میرا جواب واپس لیں: { $title }
erase-all = میرا سب کچھ مٹائیں
erase-keep = کچھ نہ بدلیں
withdrawn = آپ کا جواب واپس لے لیا گیا۔ اب گنا نہیں جائے گا۔
erased = آپ سے ملا سب کچھ مٹا دیا گیا۔
erase-kept = کچھ نہیں بدلا۔
erase-nothing = ہمارے پاس آپ کا کچھ نہیں ہے۔

## Several people, one phone
new-person = یہاں سے کسی نے جواب دیا ہے۔ کیا آپ کوئی اور ہیں؟
new-person-yes = ہاں، میں کوئی اور ہوں
new-person-no = نہیں

## Danger
emergency = کوئی خطرے میں ہو تو ابھی { $number } پر فون کریں۔ کوئی یہ پڑھے گا۔

## Pages: every page
page-date = { $day } { $month ->
    [m1] جنوری
    [m2] فروری
    [m3] مارچ
    [m4] اپریل
    [m5] مئی
    [m6] جون
    [m7] جولائی
    [m8] اگست
    [m9] ستمبر
    [m10] اکتوبر
    [m11] نومبر
   *[m12] دسمبر
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
