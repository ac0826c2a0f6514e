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
again-choice-short = صرف ایک نمبر بھیجیں، 1 سے { $max } تک۔
again-range = { $min } سے { $max } تک ایک نمبر بھیجیں۔
again-rating = معاف کیجیے، سمجھ نہیں آیا۔ { $min } سے { $max } تک ایک نمبر بھیجیں۔
again-number = معاف کیجیے، سمجھ نہیں آیا۔ { $min } سے { $max } تک ایک نمبر بھیجیں۔
again-text = معاف کیجیے، پیغام خالی تھا۔ چند الفاظ لکھیں۔
again-text-short = چند الفاظ کافی ہیں۔
again-place = معاف کیجیے، پیغام خالی تھا۔ جگہ کا نام لکھیں۔
again-choices = سمجھ نہیں آیا۔ { $min } سے { $max } نمبر بھیجیں، جیسے 1 3:
again-choices-short = صرف 1 سے { $count } تک کے نمبر بھیجیں، جیسے 1 3
again-ranking = سمجھ نہیں آیا۔ نمبر بھیجیں، بہترین پہلے، جیسے 2 1:
again-ranking-short = صرف بہترین کا نمبر بھیجیں، 1 سے { $count }۔
again-points = جمع { $total } نہیں بنتی۔ { $count } نمبر بھیجیں جن کی جمع { $total } ہو:
again-points-short = { $count } نمبر بھیجیں جن کا جوڑ { $total } ہو، اسی ترتیب میں:
again-date = سمجھ نہیں آیا۔ دن، مہینہ، سال بھیجیں، جیسے 25/12/2026۔
again-date-short = صرف تاریخ بھیجیں، جیسے 25/12۔
again-file = فائل نہیں آئی۔ بھیجیں، الفاظ میں بتائیں، یا «چھوڑیں» لکھیں۔

## Did you mean
confirm = کیا آپ کا مطلب ہے: { $value }؟

## Words that always work
stopped = اب پیغام نہیں آئیں گے۔ آپ کے جواب محفوظ ہیں۔ واپسی: «شروع» بھیجیں۔
still-stopped = آپ نے پیغام بند کیے تھے۔ واپسی کے لیے «شروع» بھیجیں۔
started = خوش آمدید۔
help = واپس: پچھلا سوال۔ چھوڑیں: آگے۔ زبان: بدلیں۔ انسان: بات۔ بند کرو: ختم۔
help-outside = بدلیں: جواب۔ صورتحال: پہنچا؟ مٹائیں: واپس لیں۔ زبان: بدلیں۔ انسان: بات
cannot-skip = اس سوال کا جواب ضروری ہے۔ ختم کرنے کو «بند کرو»۔
nothing-before = یہ پہلا سوال ہے۔
declined = ٹھیک ہے، ہم اور نہیں پوچھیں گے۔ شکریہ۔
kept-for-person = شکریہ۔ کوئی شخص آپ کی بات پڑھے گا۔
kept-long = پیغام لمبا تھا۔ ہم نے پورا رکھ لیا۔
already-answered = اس کا جواب مل چکا ہے۔ کچھ نہیں بدلا۔
slow-down = آپ کے پیغام بہت ہیں، سب محفوظ ہیں۔ کچھ منٹ بعد جواب دیں گے۔
switch-offer = اردو کے لیے «اردو» بھیجیں۔
language-not-offered = معاف کیجیے، یہ زبان ابھی نہیں ہے۔
languages = زبانیں: { $list }۔ اپنی زبان کا نام بھیجیں۔

## Menu and campaigns
menu = حصہ لینے کے لیے ایک لفظ بھیجیں، یا «بند کرو»۔
menu-entry = { $keyword }: { $title }
menu-none = ابھی کچھ کھلا نہیں ہے۔ لکھنے کا شکریہ۔
not-understood = معاف کیجیے، سمجھ نہیں آیا۔ کوئی شخص اسے پڑھے گا۔
campaign-done = آپ حصہ لے چکے ہیں۔ شکریہ۔ رسید: { $receipt }
change-how = بدلیں: جواب بدلنے کے لیے۔
campaign-closed = یہ اب بند ہے۔ لکھنے کا شکریہ۔
campaign-not-open = یہ ابھی شروع نہیں ہوا۔ بعد میں دوبارہ لکھیں۔
wants-person = کوئی شخص آپ کا پیغام پڑھے گا۔ کچھ دن لگ سکتے ہیں۔
person-write = اب لکھیں کہ کوئی شخص کیا پڑھے۔
status = آپ کا جواب { $receipt } مل گیا ہے۔
status-none = آپ کا کوئی جواب ابھی نہیں ملا۔
status-entry = { $title }: { $receipt }
status-open = { $title }: ابھی مکمل نہیں
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
erase-all-shared = اس فون سے بھیجا سب کچھ مٹا دیں
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
page-title = { $title } – مجلس
page-error-title = غلطی: { $title } – مجلس
page-languages = زبانیں
page-home-link = تمام کھلے سوال
page-again-link = سوال پر جائیں
page-asked-by = { $entity } پوچھتے ہیں
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
page-home-title = اپنی بات کہیں
page-home-intro = چنیں کہ کس سوال کا جواب دینا ہے۔ اکاؤنٹ کی ضرورت نہیں۔
page-home-none = ابھی کچھ کھلا نہیں ہے۔ کسی اور دن آئیں۔
page-by-sms = یا SMS سے: { $keyword } لکھ کر { $number } پر بھیجیں۔
page-by-sms-no-number = یا پیغام سے: لفظ { $keyword } بھیجیں۔

## Pages: a question
page-send = جواب بھیجیں
page-skip = یہ سوال چھوڑیں
page-may-skip = آپ یہ سوال چھوڑ سکتے ہیں۔
page-up-to = آپ { $max } حروف تک لکھ سکتے ہیں۔
page-number = ایک عدد لکھیں، جیسے 3۔
page-place = جگہ اپنے الفاظ میں لکھیں، جیسے سڑک یا عمارت۔
page-come-back = یہاں رک کر بعد میں آ سکتے ہیں: اس صفحے کا پتہ رکھ لیں۔
page-error-heading = براہ کرم یہ دیکھیں
page-no-choice = ابھی کوئی جواب نہیں چنا
page-choose = ایک جواب چنیں، پھر بھیجیں۔
page-choose-or-skip = ایک جواب چنیں، یا سوال چھوڑ دیں۔
page-choices = { $min } سے { $max } جواب چنیں۔
page-choices-exactly = { $max } جواب چنیں۔
page-no-choices = جوابوں کی تعداد درست نہیں
page-other = کچھ اور، اپنے الفاظ میں:
page-ranking = بہترین کے ساتھ 1 لکھیں، اگلے کے ساتھ 2۔ زیادہ سے زیادہ { $max }۔
page-no-ranking = ترتیب واضح نہیں
page-points = { $total } پوائنٹ بانٹیں۔ سب مل کر { $total } ہونے چاہییں۔
page-no-points = پوائنٹس کی جمع { $total } نہیں
page-write-date = تاریخ لکھیں، جیسے 25/12/2026۔
page-no-date = یہ تاریخ نہیں ہے
page-file = تصویر، آواز یا دستاویز چنیں۔ زیادہ سے زیادہ { $max } میگا بائٹ۔
page-or-describe = یا الفاظ میں بتائیں:
page-no-file = کوئی فائل نہیں آئی
page-write = اپنا جواب لکھیں، پھر بھیجیں۔
page-write-or-skip = اپنا جواب لکھیں، یا سوال چھوڑ دیں۔
page-kept = یہ آپ کے بھیجے الفاظ ہیں۔ آپ انہیں کاپی کر سکتے ہیں:
page-your-answer = آپ کا جواب

## Pages: the end
page-thanks = شکریہ۔ آپ کا جواب مل گیا۔
page-receipt-is = آپ کی رسید
page-receipt-keep = اسے لکھ لیں۔ اس سے آپ دیکھ سکیں گے کہ اس کا کیا ہوا۔
page-receipt-link = یہ رسید دیکھیں
page-private-title = آپ کا نجی لنک
page-private-note = یہ لنک آپ کے جوابوں کا صفحہ پھر دکھاتا ہے۔ اسے اپنے پاس رکھیں۔
page-change = جواب بدلیں
page-withdraw = میرا جواب واپس لیں
page-withdraw-note = آپ کا جواب پھر نہیں گنا جائے گا۔ یہ پلٹا نہیں جا سکتا۔
page-erase = میرا سب کچھ مٹائیں
page-erase-note = آپ کا جواب اور الفاظ مٹا دیے جائیں گے۔ یہ پلٹا نہیں جا سکتا۔
page-withdrawn = آپ کا جواب واپس لے لیا گیا۔ اب گنا نہیں جائے گا۔
page-erased = یہاں آپ سے ملا سب کچھ مٹا دیا گیا۔
page-spoken-receipt = اونچی آواز میں پڑھنے کے لیے: { $spoken }
page-closed = یہاں اب جواب نہیں لیے جاتے۔ آنے کا شکریہ۔

## Pages: a receipt
page-receipt-title = رسید
page-receipt-arrived = اس رسید والا جواب { $date } کو ملا۔ وہ { $entity } کے پاس ہے۔
page-receipt-open = یہ ابھی کھلا ہے۔ آگے کیا ہوا، دیکھنے پھر آئیں۔
page-receipt-closed = یہ بند ہو گیا ہے۔ { $entity } جواب دیکھ رہے ہیں۔

## Pages: when something is in the way
page-no-page-title = اس پتے پر کوئی صفحہ نہیں
page-no-page = پتہ دیکھیں، یا کھلے سوالوں کی فہرست پر جائیں۔
page-no-campaign-title = یہ ہمیں نہیں ملا
page-no-campaign = پتہ دیکھیں، یا فہرست میں سے چنیں۔
page-no-link-title = اس لنک پر کوئی جواب نہیں ملا
page-no-link = دیکھیں کہ پورا لنک ہے۔ آپ فہرست سے پھر شروع بھی کر سکتے ہیں۔
page-no-receipt-title = یہ رسید نہیں ملی
page-no-receipt = رسید K7P-4QM جیسی ہوتی ہے۔ حروف اور ہندسے دیکھ کر پھر کوشش کریں۔
page-stale = یہ صفحہ بہت پرانا تھا۔ آپ کے الفاظ یہیں ہیں۔ دیکھ کر پھر بھیجیں۔
page-unknown-form = ہم یقین نہ کر سکے کہ یہ صفحہ ہمارا ہے۔ آپ کے الفاظ یہیں ہیں۔ دیکھ کر پھر بھیجیں۔
page-elsewhere = آپ کا جواب کسی اور سائٹ سے آیا، اس لیے نہیں لیا۔ براہ کرم یہیں جواب دیں۔
page-garbled-title = جو آیا اسے ہم پڑھ نہ سکے
page-garbled = کچھ نہیں رکھا گیا۔ ایک صفحہ پیچھے جا کر پھر بھیجیں، یا سوال دوبارہ کھولیں۔
page-too-long-title = آپ کا جواب بہت لمبا ہے
page-too-long = کچھ نہیں رکھا گیا۔ ایک صفحہ پیچھے جا کر چھوٹا کریں اور پھر بھیجیں۔
page-busy-title = ابھی ہم جواب نہیں لے پا رہے
page-busy = غلطی ہماری ہے، آپ کی نہیں۔ ایک منٹ بعد پھر کوشش کریں۔
page-busy-kept = ابھی ہم جواب نہیں لے پا رہے، غلطی ہماری ہے۔ آپ کا جواب یہیں ہے۔ ایک منٹ بعد پھر بھیجیں۔

## Email
mail-above = اپنا جواب اس لائن کے اوپر لکھیں
mail-stop = یہ ای میلز بند کریں
mail-prove = یہ یقینی بنانے کے لیے کہ یہ آپ ہی ہیں: اس ای میل کا جواب انہی الفاظ میں دیں۔

## USSD: turning screens, behind 00 and 000
ussd-more = مزید
ussd-before = پچھلا صفحہ

## Files of residents
file-kind = ایک فائل نہیں لی گئی۔ ہم تصویریں، ریکارڈنگ، ویڈیو اور PDF لیتے ہیں۔
file-empty = ایک فائل نہیں لی گئی: وہ خالی ہے۔
file-too-large = ایک فائل نہیں لی گئی: وہ بہت بڑی ہے۔ زیادہ سے زیادہ { $max } میگا بائٹ۔
file-too-many = سب فائلیں نہیں لی گئیں۔ ہم زیادہ سے زیادہ { $max } لیتے ہیں۔
file-lost = ایک فائل ہم تک نہیں پہنچی۔
file-not-asked = یہاں فائل نہیں مانگی گئی۔ براہ کرم الفاظ میں جواب دیں۔
file-count = فائلیں: { $count }
## A page of several questions, paper, and plain text
page-send-all = سب جواب بھیجیں
page-as-is = جیسا ہے ویسا ہی بھیجیں
page-as-is-note = جو ہم نہیں سمجھے اسے کوئی شخص پڑھے گا۔
page-paper-link = کاغذی فارم
page-paper-how = اپنے جواب اس کاغذ پر لکھیں۔ پھر وہی نمبر اور الفاظ ان میں سے کسی ایک طریقے سے بھیجیں:
page-paper-only-if = صرف اگر سوال { $question } کا آپ کا جواب { $answers } ہے:
page-paper-go-to = اگر آپ کا جواب { $answers } ہے تو سوال { $question } پر جائیں۔
page-paper-go-end = اگر آپ کا جواب { $answers } ہے تو یہ آخری سوال تھا۔
page-paper-then-to = پھر سوال { $question } پر جائیں۔
page-paper-then-end = یہ آخری سوال تھا۔
page-by-mail = یا ای میل سے: { $mailbox } پر { $keyword } لکھیں۔
page-text-how = جواب دینے کے لیے value= کے بعد اپنا جواب رکھ کر بھیجیں:
## One resident with several addresses
link-code = { $until } سے پہلے دوسرے فون، ایپ یا ای میل سے ⁨LINK { $code }⁩ بھیجیں۔
link-both = پھر دونوں میں آپ کے جواب ایک، اور ایک پر STOP دونوں پر STOP۔
link-secret = کوڈ کسی اور کو نہ بتائیں۔
link-done = ہو گیا: اب دونوں ایک ہیں۔
link-told = آپ کا کوڈ چلا: دونوں ایک ہیں۔ آپ نہیں تھے؟ PERSON بھیجیں۔
link-wrong = کوڈ غلط، استعمال شدہ یا پرانا ہے۔
link-many = بہت غلط کوڈ۔ 10 منٹ رکیں۔
link-new = نئے کوڈ کے لیے دوسرے سے LINK بھیجیں۔
link-self = یہ کوڈ دوسرے فون، ایپ یا ای میل کے لیے ہے۔
link-already = دونوں پہلے سے ایک ہیں۔
link-stopped = ایک پر STOP تھا، اس لیے دونوں پر ہے۔ واپسی: START بھیجیں۔
stopped-entity = { $entity } اب نہیں لکھے گا۔ واپسی: START بھیجیں۔
stop-all-how = STOP ALL: کسی سے پیغام نہیں۔
link-contact = یا نیچے کے بٹن سے اپنا نمبر دیں۔
contact-share = میرا نمبر دیں

## Invitations
invitation = { $title }: حصہ لینے کے لیے { $token } بھیجیں۔
invited-before = اس دعوت سے جواب آ چکا ہے۔ مکمل کریں تو آپ کا شمار ہوگا۔

## Going on elsewhere
page-go-on = دوسرے فون سے یا بعد میں جاری رکھیں
page-go-on-over = ابھی کوئی کوڈ نہیں: وہ استعمال ہو چکا یا پرانا ہے۔
page-go-on-new = نیا کوڈ دکھائیں
page-go-on-link = جو یہ لنک براؤزر میں کھولے وہ یہیں سے جاری رکھے گا۔ اسے اپنے پاس رکھیں۔
page-go-on-sms = SMS سے: { $number } پر بھیجیں
page-go-on-telegram = ٹیلیگرام میں: ہمارے بوٹ کو بھیجیں
page-go-on-mail = ای میل سے: { $mailbox } پر بھیجیں
