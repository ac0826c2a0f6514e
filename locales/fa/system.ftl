# machine-drafted: no native speaker of Persian has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = بله
option-no = نه
option-unsure = نمی‌دانم
option-agree = موافقم
option-disagree = مخالفم
option-pass = نظری ندارم
option-other = چیز دیگر

## How to answer: the last line of a question
hint-choice = یک شماره بفرستید.
hint-other = یک شماره بفرستید یا با کلمات خود بنویسید.
hint-choices = یک یا چند شماره بفرستید، مثل 1 3. حداکثر { $max }.
hint-ranking = شماره‌ها را بفرستید، بهترین اول، مثل 2 1. حداکثر { $max }.
hint-points = { $total } امتیاز را تقسیم کنید: { $count } عدد به همین ترتیب.
hint-date = تاریخ را بفرستید، مثل 25/12.
hint-file = عکس، صدا یا سند بفرستید.
hint-no-file = اینجا فایل نمی‌رسد. می‌توانید با کلمات بگویید.
hint-rating = از { $min } تا { $max } بفرستید.
hint-number = یک عدد بفرستید.
hint-text = با کلمات خود بنویسید.
hint-place = نام محل را بنویسید.
hint-skip = برای گذشتن «رد کن».
hint-stop = برای پایان «توقف».

## Asked again, simpler
again-choice = ببخشید، نفهمیدیم. یک شماره از 1 تا { $max } بفرستید:
again-choice-short = فقط یک شماره بفرستید، از 1 تا { $max }.
again-range = یک عدد از { $min } تا { $max } بفرستید.
again-rating = ببخشید، نفهمیدیم. یک عدد از { $min } تا { $max } بفرستید.
again-number = ببخشید، نفهمیدیم. یک عدد از { $min } تا { $max } بفرستید.
again-text = ببخشید، پیام خالی بود. چند کلمه بنویسید.
again-text-short = چند کلمه کافی است.
again-place = ببخشید، پیام خالی بود. نام محل را بنویسید.
again-choices = نفهمیدیم. { $min } تا { $max } شماره بفرستید، مثل 1 3:
again-choices-short = فقط شماره‌های 1 تا { $count } بفرستید، مثل 1 3
again-ranking = نفهمیدیم. شماره‌ها را بفرستید، بهترین اول، مثل 2 1:
again-ranking-short = فقط شماره بهترین را بفرستید، از 1 تا { $count }.
again-points = جمع { $total } نشد. { $count } عدد با جمع { $total } بفرستید:
again-points-short = به همین ترتیب { $count } عدد با جمع { $total } بفرستید:
again-date = نفهمیدیم. روز، ماه و سال بفرستید، مثل 25/12/2026.
again-date-short = فقط تاریخ را بفرستید، مانند 25/12.
again-file = فایلی نرسید. بفرستید، با کلمات بگویید، یا «رد کن».

## Did you mean
confirm = منظورتان این است: { $value }؟

## Words that always work
stopped = دیگر پیامی نمی‌آید. پاسخ‌هایتان محفوظ است. برای بازگشت «شروع».
still-stopped = شما پیام‌ها را متوقف کردید. برای بازگشت «شروع» بفرستید.
started = خوش برگشتید.
help = برگشت: قبلی. رد کن: گذشتن. زبان: عوض کردن. انسان: کمک. توقف: پایان.
help-outside = تغییر: پاسخ شما. وضعیت: رسید؟ حذف: پس گرفتن. زبان: تغییر. انسان: کمک.
cannot-skip = پاسخ این پرسش لازم است. برای پایان «توقف».
nothing-before = این اولین پرسش است.
declined = باشد، دیگر نمی‌پرسیم. سپاس.
kept-for-person = سپاس. کسی نوشته شما را می‌خواند.
kept-long = پیام بلند بود. همه را نگه داشتیم.
already-answered = این قبلاً پاسخ داده شد. چیزی تغییر نکرد.
slow-down = پیام‌های شما زیاد است و همه ثبت شد. چند دقیقه بعد پاسخ می‌دهیم.
switch-offer = برای فارسی «فارسی» بفرستید.
language-not-offered = ببخشید، این زبان هنوز نیست.
languages = زبان‌ها: { $list }. نام زبان خود را بفرستید.

## Menu and campaigns
menu = برای شرکت یک کلمه بفرستید، یا «توقف».
menu-entry = { $keyword }: { $title }
menu-none = اکنون چیزی باز نیست. سپاس از پیام شما.
not-understood = ببخشید، نفهمیدیم. کسی آن را می‌خواند.
campaign-done = شما شرکت کرده‌اید. سپاس. رسید: { $receipt }
change-how = تغییر: تغییر پاسخ شما.
campaign-closed = این دیگر بسته است. سپاس از پیام شما.
campaign-not-open = این هنوز شروع نشده است. بعداً دوباره بنویسید.
wants-person = کسی پیام شما را می‌خواند. شاید چند روز طول بکشد.
person-write = اکنون بنویسید چه باید خوانده شود.
status = پاسخ شما { $receipt } رسید.
status-none = هنوز پاسخی از شما نداریم.
status-entry = { $title }: { $receipt }
status-open = { $title }: هنوز تمام نشده
## Going on, changing, taking back
reminder = تمام نکرده‌اید: { $title }
reminder-stop = «توقف»: دیگر پیام نفرستید.
resumed = خوش برگشتید. از همین‌جا ادامه می‌دهیم.
change-which = کدام پاسخ را تغییر می‌دهید؟
change-entry = { $question } { $answer }
changed = تغییر کرد. سپاس. رسید: { $receipt }
change-nothing = پاسخی برای تغییر نیست.
change-closed = این بسته است. پاسخ دیگر تغییر نمی‌کند.
erase-which = چه کنیم؟
erase-withdraw = پاسخم را پس بگیرید: { $title }
erase-all = همه چیز من را پاک کنید
erase-all-shared = پاک کردن همهٔ پیام‌های این تلفن
erase-keep = چیزی تغییر نکند
withdrawn = پاسخ شما پس گرفته شد. دیگر شمرده نمی‌شود.
erased = هر چه از شما داشتیم پاک شد.
erase-kept = چیزی تغییر نکرد.
erase-nothing = چیزی از شما نداریم.

## Several people, one phone
new-person = کسی از اینجا پاسخ داده است. آیا شما فرد دیگری هستید؟
new-person-yes = بله، فرد دیگری
new-person-no = نه

## Danger
emergency = اگر کسی در خطر است همین حالا به { $number } زنگ بزنید. کسی می‌خواند.

## Pages: every page
page-title = { $title } – مجلس
page-error-title = خطا: { $title } – مجلس
page-languages = زبان‌ها
page-home-link = همه پرسش‌های باز
page-again-link = به پرسش بروید
page-asked-by = { $entity } می‌پرسد
page-date = { $day } { $month ->
    [m1] ژانویه
    [m2] فوریه
    [m3] مارس
    [m4] آوریل
    [m5] مه
    [m6] ژوئن
    [m7] ژوئیه
    [m8] اوت
    [m9] سپتامبر
    [m10] اکتبر
    [m11] نوامبر
   *[m12] دسامبر
} { $year }

## Pages: the list of campaigns
page-home-title = نظر خود را بگویید
page-home-intro = انتخاب کنید به چه پاسخ می‌دهید. حساب لازم نیست.
page-home-none = اکنون چیزی باز نیست. روز دیگری بیایید.
page-by-sms = یا با پیامک: { $keyword } را به { $number } بفرستید.
page-by-sms-no-number = یا با پیام: کلمه { $keyword } را بفرستید.

## Pages: a question
page-send = فرستادن پاسخ
page-skip = گذشتن از این پرسش
page-may-skip = می‌توانید از این پرسش بگذرید.
page-up-to = تا { $max } حرف می‌توانید بنویسید.
page-number = یک عدد بنویسید، مثلاً 3.
page-place = محل را با کلمات خود بنویسید، مثلاً خیابان یا ساختمان.
page-come-back = می‌توانید بعداً ادامه دهید: نشانی این صفحه را نگه دارید.
page-error-heading = لطفاً این را ببینید
page-no-choice = هنوز پاسخی انتخاب نشده
page-choose = یک پاسخ انتخاب کنید و بفرستید.
page-choose-or-skip = یک پاسخ انتخاب کنید، یا از پرسش بگذرید.
page-choices = از { $min } تا { $max } پاسخ انتخاب کنید.
page-choices-exactly = { $max } پاسخ انتخاب کنید.
page-no-choices = تعداد پاسخ‌ها درست نیست
page-other = چیز دیگر، با کلمات خود:
page-ranking = کنار بهترین 1 و کنار بعدی 2 بنویسید. حداکثر { $max }.
page-no-ranking = ترتیب روشن نیست
page-points = { $total } امتیاز را تقسیم کنید. جمع باید { $total } شود.
page-no-points = جمع امتیازها { $total } نیست
page-write-date = تاریخ بنویسید، مثلاً 25/12/2026.
page-no-date = این تاریخ نیست
page-file = عکس، صدا یا سند انتخاب کنید. حداکثر { $max } مگابایت.
page-or-describe = یا با کلمات بگویید:
page-no-file = فایلی نرسید
page-write = پاسخ را بنویسید و بفرستید.
page-write-or-skip = پاسخ را بنویسید، یا از پرسش بگذرید.
page-kept = این کلماتی است که فرستادید. می‌توانید کپی کنید:
page-your-answer = پاسخ شما

## Pages: the end
page-thanks = سپاس. پاسخ شما رسید.
page-receipt-is = رسید شما
page-receipt-keep = یادداشت کنید. با آن می‌بینید چه شد.
page-receipt-link = دیدن این رسید
page-private-title = پیوند خصوصی شما
page-private-note = این پیوند صفحه پاسخ‌های شما را دوباره نشان می‌دهد. نزد خود نگه دارید.
page-change = تغییر پاسخ
page-withdraw = پس گرفتن پاسخم
page-withdraw-note = پاسخ شما دیگر شمرده نمی‌شود. این برگشت ندارد.
page-erase = پاک کردن همه چیز من
page-erase-note = پاسخ و کلمات شما پاک می‌شود. این برگشت ندارد.
page-withdrawn = پاسخ شما پس گرفته شد. دیگر شمرده نمی‌شود.
page-erased = هر چه اینجا از شما داشتیم پاک شد.
page-spoken-receipt = برای بلند خواندن: { $spoken }
page-closed = اینجا دیگر پاسخ گرفته نمی‌شود. سپاس از آمدنتان.

## Pages: a receipt
page-receipt-title = رسید
page-receipt-arrived = پاسخ با این رسید در { $date } رسید. نزد { $entity } است.
page-receipt-open = هنوز باز است. بعداً بیایید و ببینید چه شد.
page-receipt-closed = بسته است. { $entity } پاسخ‌ها را می‌بیند.

## Pages: when something is in the way
page-no-page-title = در این نشانی صفحه‌ای نیست
page-no-page = نشانی را ببینید، یا به فهرست پرسش‌ها بروید.
page-no-campaign-title = این را پیدا نکردیم
page-no-campaign = نشانی را ببینید، یا از فهرست انتخاب کنید.
page-no-link-title = در این پیوند پاسخی پیدا نشد
page-no-link = ببینید پیوند کامل است. می‌توانید از فهرست دوباره شروع کنید.
page-no-receipt-title = این رسید پیدا نشد
page-no-receipt = رسید مثل K7P-4QM است. حروف و عددها را ببینید و دوباره بکوشید.
page-stale = این صفحه خیلی قدیمی بود. کلماتتان اینجاست. ببینید و دوباره بفرستید.
page-unknown-form = مطمئن نیستیم این صفحه از ماست. کلماتتان اینجاست. ببینید و دوباره بفرستید.
page-elsewhere = پاسخ از سایت دیگری آمد و گرفته نشد. لطفاً همین‌جا پاسخ دهید.
page-garbled-title = آنچه رسید خوانده نشد
page-garbled = چیزی نگه داشته نشد. یک صفحه برگردید و دوباره بفرستید، یا پرسش را دوباره باز کنید.
page-too-long-title = پاسخ شما خیلی بلند است
page-too-long = چیزی نگه داشته نشد. یک صفحه برگردید، کوتاه کنید و دوباره بفرستید.
page-busy-title = اکنون نمی‌توانیم پاسخ بگیریم
page-busy = تقصیر ماست، نه شما. یک دقیقه بعد دوباره بکوشید.
page-busy-kept = اکنون نمی‌توانیم پاسخ بگیریم و تقصیر ماست. پاسختان اینجاست. یک دقیقه بعد دوباره بفرستید.

## Email
mail-above = پاسخ خود را بالای این خط بنویسید
mail-stop = این ایمیل‌ها را متوقف کنید
mail-prove = برای اطمینان از اینکه خودتان هستید: با همان واژه‌ها به این ایمیل پاسخ دهید.

## USSD: turning screens, behind 00 and 000
ussd-more = بیشتر
ussd-before = صفحه قبل

## Files of residents
file-kind = یک فایل گرفته نشد. ما عکس، صدا، ویدئو و سند PDF می‌گیریم.
file-empty = یک فایل گرفته نشد: خالی است.
file-too-large = یک فایل گرفته نشد: خیلی بزرگ است. حداکثر { $max } مگابایت.
file-too-many = همهٔ فایل‌ها گرفته نشد. حداکثر { $max } فایل می‌گیریم.
file-lost = یک فایل به ما نرسید.
file-not-asked = اینجا فایلی خواسته نشده است. لطفاً با کلمات پاسخ دهید.
file-count = فایل‌ها: { $count }
## A page of several questions, paper, and plain text
page-send-all = همه پاسخ‌ها را بفرستید
page-as-is = همان‌طور که هست بفرستید
page-as-is-note = آنچه نفهمیدیم را یک نفر می‌خواند.
page-paper-link = فرم کاغذی
page-paper-how = پاسخ‌های خود را روی این کاغذ بنویسید. سپس همان شماره‌ها و واژه‌ها را به یکی از این راه‌ها بفرستید:
page-paper-only-if = فقط اگر پاسخ شما به پرسش { $question } این است: { $answers }
page-paper-go-to = اگر پاسخ شما { $answers } است، به پرسش { $question } بروید.
page-paper-go-end = اگر پاسخ شما { $answers } است، این آخرین پرسش بود.
page-paper-then-to = سپس به پرسش { $question } بروید.
page-paper-then-end = این آخرین پرسش بود.
page-by-mail = یا با ایمیل: { $keyword } را به { $mailbox } بنویسید.
page-text-how = برای پاسخ، پاسخ خود را به جای آنچه پس از value= است بگذارید و بفرستید:
## One resident with several addresses
link-code = پیش از { $until } از تلفن یا ایمیل دیگرتان ⁨LINK { $code }⁩ بفرستید.
link-both = سپس پاسخ‌ها یکی است و STOP در یکی برای هر دو است.
link-secret = کد را به کسی نگویید.
link-done = انجام شد: هر دو یکی شدند.
link-told = کد شما به کار رفت: هر دو یکی شدند. شما نبودید؟ PERSON بفرستید.
link-wrong = کد اشتباه، استفاده‌شده یا قدیمی است.
link-many = کد اشتباه زیاد شد. ۱۰ دقیقه صبر کنید.
link-new = برای کد تازه از دیگری LINK بفرستید.
link-self = این کد برای تلفن یا ایمیل دیگر شماست.
link-already = هر دو از پیش یکی هستند.
link-stopped = در یکی STOP گفته شد، پس برای هر دو است. START: بازگشت.
stopped-entity = { $entity } دیگر نمی‌نویسد. START: بازگشت.
stop-all-how = STOP ALL: پیامی از هیچ‌کس.
link-contact = یا با دکمهٔ زیر شمارهٔ خودتان را بدهید.
contact-share = دادن شمارهٔ من

## Invitations
invitation = { $title }: برای شرکت { $token } را بفرستید.
invited-before = با این دعوت پاسخی داده شده. اگر تمام کنید پاسخ شما حساب است.

## Going on elsewhere
page-go-on = از تلفن دیگر یا بعداً ادامه دهید
page-go-on-over = اکنون کدی نیست: استفاده شده یا قدیمی است.
page-go-on-new = نمایش کد تازه
page-go-on-link = هر کس این پیوند را در مرورگر باز کند از اینجا ادامه می‌دهد. آن را نزد خود نگه دارید.
page-go-on-sms = با پیامک: آن را به { $number } بفرستید
page-go-on-telegram = در تلگرام: آن را به ربات ما بفرستید
page-go-on-mail = با ایمیل: آن را به { $mailbox } بفرستید
