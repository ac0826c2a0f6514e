# machine-drafted: no native speaker of Arabic has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = نعم
option-no = لا
option-unsure = لست متأكداً
option-agree = موافق
option-disagree = غير موافق
option-pass = محايد
option-other = شيء آخر

## How to answer: the last line of a question
hint-choice = أرسل رقماً.
hint-other = أرسل رقماً أو اكتب بكلماتك.
hint-choices = أرسل رقماً أو أكثر، مثل 1 3. الحد الأقصى { $max }.
hint-ranking = أرسل الأرقام والأفضل أولاً، مثل 2 1. الحد الأقصى { $max }.
hint-points = وزّع { $total } نقطة: { $count } أرقام بهذا الترتيب.
hint-date = أرسل التاريخ، مثل 25/12.
hint-file = أرسل صورة أو تسجيلاً أو مستنداً.
hint-no-file = لا تصلنا الملفات هنا. يمكنك أن تصفها بكلماتك.
hint-rating = أرسل من { $min } إلى { $max }.
hint-number = أرسل رقماً.
hint-text = اكتب بكلماتك.
hint-place = اكتب المكان.
hint-skip = «تخطي» للتجاوز.
hint-stop = «قف» للإنهاء.

## Asked again, simpler
again-choice = عذراً، لم نفهم. أرسل رقماً واحداً من 1 إلى { $max }:
again-choice-short = أرسل رقماً واحداً فقط من 1 إلى { $max }.
again-range = أرسل رقماً من { $min } إلى { $max }.
again-rating = عذراً، لم نفهم. أرسل رقماً واحداً من { $min } إلى { $max }.
again-number = عذراً، لم نفهم. أرسل رقماً واحداً من { $min } إلى { $max }.
again-text = عذراً، الرسالة فارغة. اكتب بضع كلمات.
again-text-short = تكفي بضع كلمات.
again-place = عذراً، الرسالة فارغة. اكتب اسم المكان.
again-choices = عذراً، لم نفهم. أرسل من { $min } إلى { $max } أرقام، مثل 1 3:
again-choices-short = أرسل فقط أرقاماً من 1 إلى { $count }، مثل 1 3
again-ranking = عذراً، لم نفهم. أرسل الأرقام والأفضل أولاً، مثل 2 1:
again-ranking-short = أرسل رقم الأفضل فقط، من 1 إلى { $count }.
again-points = المجموع ليس { $total }. أرسل { $count } أرقام مجموعها { $total }:
again-points-short = أرسل { $count } أرقام مجموعها { $total } بهذا الترتيب:
again-date = عذراً، لم نفهم. أرسل اليوم والشهر والسنة، مثل 25/12/2026.
again-date-short = أرسل التاريخ فقط، مثل 25/12.
again-file = لم يصل ملف. أرسله أو صفه بكلماتك، أو أرسل «تخطي».

## Did you mean
confirm = هل تقصد: { $value }؟

## Words that always work
stopped = لن نرسل لك رسائل أخرى. إجاباتك محفوظة. أرسل «ابدأ» للعودة.
still-stopped = طلبت إيقاف الرسائل. أرسل «ابدأ» للعودة.
started = أهلاً بعودتك.
help = رجوع: للسابق. تخطي: للتجاوز. لغة: لتبديلها. موظف: لمراسلتنا. قف: إنهاء
help-outside = تغيير: لإجابتك. حالة: هل وصلت. مسح: لسحبها. لغة: لتبديلها. موظف: عون
cannot-skip = نحتاج إلى جواب عن هذا السؤال. «قف» للإنهاء.
nothing-before = هذا هو السؤال الأول.
declined = حسناً، لن نسأل المزيد. شكراً لك.
kept-for-person = شكراً. سيقرأ شخص ما كتبته.
kept-long = رسالتك طويلة، وقد حفظناها كلها.
already-answered = سبق الجواب عن هذا. لم يتغير شيء.
slow-down = رسائلك كثيرة وكلها محفوظة. نعود للرد بعد دقائق.
switch-offer = للمتابعة بالعربية أرسل «عربي».
language-not-offered = عذراً، هذه اللغة غير متاحة بعد.
languages = اللغات: { $list }. أرسل اسم لغتك.

## Menu and campaigns
menu = أرسل كلمة للمشاركة، أو «قف» للإنهاء.
menu-entry = { $keyword }: { $title }
menu-none = لا شيء مفتوح الآن. شكراً لرسالتك.
not-understood = عذراً، لم نفهم. سيقرأ شخص رسالتك.
campaign-done = سبق أن شاركت. شكراً. رقم الإيصال: { $receipt }
change-how = تغيير: لتغيير إجابتك.
campaign-closed = انتهت المشاركة هنا. شكراً لرسالتك.
campaign-not-open = لم تبدأ المشاركة هنا بعد. راسلنا لاحقاً.
wants-person = سيقرأ شخص رسالتك. قد يستغرق ذلك أياماً.
person-write = اكتب الآن ما تريد أن يقرأه موظف.
status = وصل جوابك { $receipt }.
status-none = لا يوجد جواب منك بعد.
status-entry = { $title }: { $receipt }
status-open = { $title }: لم تكتمل بعد
## Going on, changing, taking back
reminder = لم تكمل بعد: { $title }
reminder-stop = «قف» لإيقاف الرسائل.
resumed = أهلاً بعودتك. نتابع من هنا.
change-which = أي جواب تريد تغييره؟
change-entry = { $question } { $answer }
changed = تم التغيير. شكراً. رقم الإيصال: { $receipt }
change-nothing = لا يوجد جواب لتغييره.
change-closed = انتهت المشاركة. لا يمكن تغيير الجواب الآن.
erase-which = ماذا تريد أن نفعل؟
erase-withdraw = سحب جوابي: { $title }
erase-all = حذف كل ما يخصني
erase-all-shared = محو كل ما أُرسل من هذا الهاتف
erase-keep = لا تغيير
withdrawn = تم سحب جوابك. لن يُحسب بعد الآن.
erased = حذفنا كل ما وصلنا منك.
erase-kept = لم يتغير شيء.
erase-nothing = لا يوجد لدينا شيء منك.

## Several people, one phone
new-person = سبق أن أجاب أحد من هنا. هل أنت شخص آخر؟
new-person-yes = نعم، شخص آخر
new-person-no = لا

## Danger
emergency = إن كان أحد في خطر فاتصل بالرقم { $number } الآن. سيقرأ شخص رسالتك.

## Pages: every page
page-title = { $title } – مجلس
page-error-title = خطأ: { $title } – مجلس
page-languages = اللغات
page-home-link = كل الأسئلة المفتوحة
page-again-link = اذهب إلى السؤال
page-asked-by = السؤال من { $entity }
page-date = { $day } { $month ->
    [m1] يناير
    [m2] فبراير
    [m3] مارس
    [m4] أبريل
    [m5] مايو
    [m6] يونيو
    [m7] يوليو
    [m8] أغسطس
    [m9] سبتمبر
    [m10] أكتوبر
    [m11] نوفمبر
   *[m12] ديسمبر
} { $year }

## Pages: the list of campaigns
page-home-title = شارك برأيك
page-home-intro = اختر ما تريد أن تجيب عنه. لا تحتاج إلى حساب.
page-home-none = لا توجد أسئلة مفتوحة الآن. نرجو أن تعود في يوم آخر.
page-by-sms = أو برسالة نصية: أرسل { $keyword } إلى { $number }.
page-by-sms-no-number = أو برسالة: أرسل كلمة { $keyword }.

## Pages: a question
page-send = أرسل الإجابة
page-skip = تخطَّ هذا السؤال
page-may-skip = يمكنك أن تتخطى هذا السؤال.
page-up-to = يمكنك أن تكتب حتى { $max } حرف.
page-number = اكتب رقماً، مثلاً 3.
page-place = اكتب المكان بكلماتك، مثلاً اسم شارع أو مبنى.
page-come-back = يمكنك أن تتوقف هنا وتكمل لاحقاً: احتفظ بعنوان هذه الصفحة.
page-error-heading = نرجو الانتباه إلى هذا
page-no-choice = لم أختر إجابة بعد
page-choose = اختر إجابة واحدة ثم أرسلها.
page-choose-or-skip = اختر إجابة واحدة أو تخطَّ السؤال.
page-choices = اختر من { $min } إلى { $max } إجابات.
page-choices-exactly = عدد الإجابات المطلوبة: { $max }.
page-no-choices = عدد الإجابات غير صحيح
page-other = شيء آخر، بكلماتك:
page-ranking = اكتب 1 بجانب الأفضل ثم 2 بجانب التالي. الحد الأقصى { $max }.
page-no-ranking = الترتيب غير واضح
page-points = وزّع { $total } نقطة. يجب أن يكون مجموع الأرقام { $total }.
page-no-points = مجموع النقاط ليس { $total }
page-write-date = اكتب التاريخ، مثلاً 25/12/2026.
page-no-date = هذا ليس تاريخاً
page-file = اختر صورة أو تسجيلاً أو مستنداً، بحجم { $max } ميغابايت على الأكثر.
page-or-describe = أو صفه بكلماتك:
page-no-file = لم يصل أي ملف
page-write = اكتب إجابتك ثم أرسلها.
page-write-or-skip = اكتب إجابتك أو تخطَّ السؤال.
page-kept = هذه هي الكلمات التي أرسلتها. يمكنك نسخها:
page-your-answer = إجابتك

## Pages: the end
page-thanks = شكراً لك. وصلت إجابتك.
page-receipt-is = رقم إيصالك
page-receipt-keep = اكتبه عندك. به تعرف ما يحدث لهذه الحملة.
page-receipt-link = افتح صفحة الإيصال
page-private-title = رابطك الخاص
page-private-note = هذا الرابط يفتح صفحة إجاباتك من جديد. لا تعطه لأحد.
page-change = تغيير جواب
page-withdraw = سحب جوابي
page-withdraw-note = لن يُحسب جوابك بعد ذلك. لا يمكن التراجع عن هذا.
page-erase = حذف كل ما يخصني
page-erase-note = سيُحذف جوابك وكلماتك. لا يمكن التراجع عن هذا.
page-withdrawn = تم سحب جوابك. لن يُحسب بعد الآن.
page-erased = حُذف كل ما وصلنا منك هنا.
page-spoken-receipt = للقراءة بصوت عالٍ: { $spoken }
page-closed = هذه الحملة لا تستقبل إجابات بعد الآن. شكراً لزيارتك.

## Pages: a receipt
page-receipt-title = إيصال
page-receipt-arrived = وصلت الإجابة صاحبة هذا الإيصال في { $date }. وهي الآن لدى { $entity }.
page-receipt-open = الحملة ما زالت مفتوحة. عد لاحقاً لتعرف ما يحدث.
page-receipt-closed = الحملة مغلقة. وتنظر { $entity } الآن في الإجابات.

## Pages: when something is in the way
page-no-page-title = لا توجد صفحة في هذا العنوان
page-no-page = تأكد من العنوان، أو اذهب إلى قائمة الأسئلة المفتوحة.
page-no-campaign-title = لم نجد هذه الحملة
page-no-campaign = تأكد من العنوان، أو اختر حملة من القائمة.
page-no-link-title = لم نجد إجابات تحت هذا الرابط
page-no-link = تأكد من أن الرابط كامل. ويمكنك أن تبدأ من جديد من القائمة.
page-no-receipt-title = لم نجد هذا الإيصال
page-no-receipt = يكون الإيصال مثل K7P-4QM. تأكد من الحروف والأرقام وحاول مرة أخرى.
page-stale = هذه الصفحة قديمة فلم نستطع إرسالها. كلماتك ما زالت هنا. راجعها ثم أرسلها مرة أخرى.
page-unknown-form = لم نتأكد من أن هذه الصفحة منا. كلماتك ما زالت هنا. راجعها ثم أرسلها مرة أخرى.
page-elsewhere = جاءت إجابتك من موقع آخر فلم نأخذها. نرجو أن تجيب هنا.
page-garbled-title = لم نستطع قراءة ما وصل
page-garbled = لم نحفظ شيئاً. ارجع صفحة واحدة وأرسل إجابتك مرة أخرى، أو افتح السؤال من جديد.
page-too-long-title = إجابتك طويلة جداً
page-too-long = لم نحفظ شيئاً. ارجع صفحة واحدة واختصر إجابتك ثم أرسلها مرة أخرى.
page-busy-title = لا نستطيع استقبال الإجابات الآن
page-busy = الخلل عندنا وليس منك. حاول مرة أخرى بعد دقيقة.
page-busy-kept = لا نستطيع استقبال الإجابات الآن، والخلل عندنا. إجابتك ما زالت هنا. انتظر دقيقة ثم أرسلها مرة أخرى.

## Email
mail-above = اكتب إجابتك فوق هذا السطر
mail-stop = أوقف هذه الرسائل
mail-prove = لنتأكد أنك أنت: نرجو الرد على هذه الرسالة بالكلمات نفسها.

## USSD: turning screens, behind 00 and 000
ussd-more = المزيد
ussd-before = الصفحة السابقة

## Files of residents
file-kind = لم نأخذ أحد الملفات. نأخذ الصور والتسجيلات ومقاطع الفيديو ومستندات PDF.
file-empty = لم نأخذ أحد الملفات لأنه فارغ.
file-too-large = لم نأخذ أحد الملفات لأنه كبير جداً. الحد الأقصى { $max } ميغابايت.
file-too-many = لم نأخذ كل الملفات. الحد الأقصى { $max }.
file-lost = لم يصلنا أحد الملفات.
file-not-asked = لا نطلب ملفاً هنا. نرجو الإجابة بالكلمات.
file-count = الملفات: { $count }
## A page of several questions, paper, and plain text
page-send-all = أرسل كل الإجابات
page-as-is = أرسلها كما هي
page-as-is-note = سيقرأ شخص ما لم نفهمه.
page-paper-link = نموذج ورقي
page-paper-how = اكتب إجاباتك على هذه الورقة. ثم أرسل الأرقام والكلمات نفسها بإحدى هذه الطرق:
page-paper-only-if = فقط إذا كانت إجابتك عن السؤال { $question } هي { $answers }:
page-paper-go-to = إذا كانت إجابتك { $answers } فانتقل إلى السؤال { $question }.
page-paper-go-end = إذا كانت إجابتك { $answers } فهذا آخر سؤال.
page-paper-then-to = ثم انتقل إلى السؤال { $question }.
page-paper-then-end = هذا آخر سؤال.
page-by-mail = أو بالبريد الإلكتروني: اكتب { $keyword } إلى { $mailbox }.
page-text-how = للإجابة، ضع إجابتك مكان ما بعد value= ثم أرسل:
## One resident with several addresses
link-code = أرسل ⁨LINK { $code }⁩ من هاتفك أو بريدك الآخر قبل { $until }.
link-both = بعدها يتشاركان إجاباتك، وSTOP في أحدهما للاثنين.
link-secret = لا تعطِ الرمز لأحد.
link-done = تم: صار الاثنان واحداً.
link-told = استُعمل رمزك: صار الاثنان واحداً. لم تكن أنت؟ أرسل PERSON.
link-wrong = الرمز خطأ أو مستعمل أو قديم.
link-many = رموز خاطئة كثيرة. انتظر 10 دقائق.
link-new = أرسل LINK من الآخر لتأخذ رمزاً جديداً.
link-self = هذا الرمز لهاتفك أو بريدك الآخر.
link-already = هما واحد من قبل.
link-stopped = قيل STOP في أحدهما فيسري على الاثنين. أرسل START للعودة.
stopped-entity = لن تكتب إليك { $entity } بعد الآن. أرسل START للعودة.
stop-all-how = STOP ALL: لا رسائل من أحد.
link-contact = أو شارك رقمك أنت بالزر أدناه.
contact-share = مشاركة رقمي

## Invitations
invitation = { $title }: أرسل { $token } للمشاركة.
invited-before = أُعطي جواب بهذه الدعوة. إن أكملت جوابك فهو الذي يُحسب.

## Going on elsewhere
page-go-on = أكمل من هاتف آخر أو لاحقاً
page-go-on-over = لا يوجد رمز الآن: استُعمل أو انتهى وقته.
page-go-on-new = اعرض رمزاً جديداً
page-go-on-link = من يفتح هذا الرابط في متصفح يكمل من هنا. احتفظ به لنفسك.
page-go-on-sms = برسالة نصية: أرسله إلى { $number }
page-go-on-telegram = في تيليجرام: أرسله إلى الروبوت الخاص بنا
page-go-on-mail = بالبريد الإلكتروني: أرسله إلى { $mailbox }
