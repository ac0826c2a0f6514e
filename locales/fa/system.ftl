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
again-choice-short = فقط یک شماره بفرستید، از 1 تا { $max }. مثال: 1
again-rating = ببخشید، نفهمیدیم. یک عدد از { $min } تا { $max } بفرستید.
again-number = ببخشید، نفهمیدیم. یک عدد از { $min } تا { $max } بفرستید.
again-text = ببخشید، پیام خالی بود. چند کلمه بنویسید.
again-place = ببخشید، پیام خالی بود. نام محل را بنویسید.
again-choices = نفهمیدیم. { $min } تا { $max } شماره بفرستید، مثل 1 3:
again-choices-short = فقط شماره‌های 1 تا { $count } بفرستید، مثل 1 3
again-ranking = نفهمیدیم. شماره‌ها را بفرستید، بهترین اول، مثل 2 1:
again-ranking-short = فقط شماره بهترین را بفرستید، از 1 تا { $count }.
again-points = جمع { $total } نشد. { $count } عدد با جمع { $total } بفرستید:
again-date = نفهمیدیم. روز، ماه و سال بفرستید، مثل 25/12/2026.
again-file = فایلی نرسید. بفرستید، با کلمات بگویید، یا «رد کن».

## Did you mean
confirm = منظورتان این است: { $value }؟

## Words that always work
stopped = دیگر پیامی نمی‌آید. پاسخ‌هایتان محفوظ است. برای بازگشت «شروع».
still-stopped = شما پیام‌ها را متوقف کردید. برای بازگشت «شروع» بفرستید.
started = خوش برگشتید.
help = با عدد یا کلمه پاسخ دهید. «برگشت»، «تکرار»، «رد کن»، «توقف».
cannot-skip = پاسخ این پرسش لازم است. برای پایان «توقف».
nothing-before = این اولین پرسش است.
declined = باشد، دیگر نمی‌پرسیم. سپاس.
kept-for-person = سپاس. کسی نوشته شما را می‌خواند.
already-answered = این قبلاً پاسخ داده شد. چیزی تغییر نکرد.
switch-offer = برای فارسی «فارسی» بفرستید.
language-not-offered = ببخشید، این زبان هنوز نیست.
languages = زبان‌ها: { $list }. نام زبان خود را بفرستید.

## Menu and campaigns
menu = برای شرکت یک کلمه بفرستید، یا «توقف».
menu-entry = { $keyword }: { $title }
menu-none = اکنون چیزی باز نیست. سپاس از پیام شما.
not-understood = ببخشید، نفهمیدیم. کسی آن را می‌خواند.
campaign-done = شما شرکت کرده‌اید. سپاس. رسید: { $receipt }
campaign-closed = این دیگر بسته است. سپاس از پیام شما.
wants-person = کسی پیام شما را می‌خواند. شاید چند روز طول بکشد.
status = پاسخ شما { $receipt } رسید.
status-none = هنوز پاسخی از شما نداریم.
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
