# machine-drafted: no native speaker has reviewed these sentences yet.
# جمل البوابة نفسها. One SMS in Arabic has 70 characters.

## Answer labels
option-yes = نعم
option-no = لا
option-unsure = لست متأكداً

## How to answer: the last line of a question
hint-choice = أرسل رقماً.
hint-rating = أرسل من { $min } إلى { $max }.
hint-number = أرسل رقماً.
hint-text = اكتب بكلماتك.
hint-place = اكتب المكان.
hint-skip = «تخطي» للتجاوز.
hint-stop = «قف» للإنهاء.

## Asked again, simpler
again-choice = عذراً، لم نفهم. أرسل رقماً واحداً من 1 إلى { $max }:
again-choice-short = أرسل رقماً واحداً فقط من 1 إلى { $max }. مثال: 1
again-rating = عذراً، لم نفهم. أرسل رقماً واحداً من { $min } إلى { $max }.
again-number = عذراً، لم نفهم. أرسل رقماً واحداً من { $min } إلى { $max }.
again-text = عذراً، الرسالة فارغة. اكتب بضع كلمات.
again-place = عذراً، الرسالة فارغة. اكتب اسم المكان.

## Did you mean
confirm = هل تقصد: { $value }؟

## Words that always work
stopped = لن نرسل لك رسائل أخرى. إجاباتك محفوظة. أرسل «ابدأ» للعودة.
still-stopped = طلبت إيقاف الرسائل. أرسل «ابدأ» للعودة.
started = أهلاً بعودتك.
help = أجب برقم أو بكلماتك. «رجوع» للسابق، «كرر»، «تخطي»، «قف» للإنهاء.
cannot-skip = نحتاج إلى جواب عن هذا السؤال. «قف» للإنهاء.
nothing-before = هذا هو السؤال الأول.
declined = حسناً، لن نسأل المزيد. شكراً لك.
kept-for-person = شكراً. سيقرأ شخص ما كتبته.
already-answered = سبق الجواب عن هذا. لم يتغير شيء.
language-not-offered = عذراً، هذه اللغة غير متاحة بعد.
languages = اللغات: { $list }. أرسل اسم لغتك.

## Menu and campaigns
menu = المتاح الآن: { $list }. أرسل الكلمة للمشاركة. «قف» للإنهاء.
menu-entry = { $keyword }: { $title }
menu-none = لا شيء مفتوح الآن. شكراً لرسالتك.
not-understood = عذراً، لم نفهم. سيقرأ شخص رسالتك.
campaign-done = سبق أن شاركت. شكراً. رقم الإيصال: { $receipt }
campaign-closed = انتهت المشاركة هنا. شكراً لرسالتك.
wants-person = سيقرأ شخص رسالتك. قد يستغرق ذلك أياماً.
status = وصل جوابك { $receipt }.
status-none = لا يوجد جواب منك بعد.
