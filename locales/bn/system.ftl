# machine-drafted: no native speaker of Bengali has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = হ্যাঁ
option-no = না
option-unsure = জানি না
option-agree = একমত
option-disagree = একমত নই
option-pass = মতামত নেই
option-other = অন্য কিছু

## How to answer: the last line of a question
hint-choice = একটি নম্বর পাঠান।
hint-other = নম্বর পাঠান, বা নিজের কথায় লিখুন।
hint-choices = এক বা একাধিক নম্বর পাঠান, যেমন 1 3. সর্বোচ্চ { $max }।
hint-ranking = নম্বর পাঠান, সেরাটি আগে, যেমন 2 1. সর্বোচ্চ { $max }।
hint-points = { $total } পয়েন্ট ভাগ করুন: এই ক্রমে { $count }টি নম্বর।
hint-date = তারিখ পাঠান, যেমন 25/12.
hint-file = ছবি, রেকর্ডিং বা কাগজ পাঠান।
hint-no-file = এখানে ফাইল আসে না। কথায় বলতে পারেন।
hint-rating = { $min } থেকে { $max } পাঠান।
hint-number = একটি নম্বর পাঠান।
hint-text = নিজের কথায় লিখুন।
hint-place = জায়গার নাম লিখুন।
hint-skip = বাদ দিতে «বাদ দিন»।
hint-stop = শেষ করতে «বন্ধ»।

## Asked again, simpler
again-choice = দুঃখিত, বুঝিনি। 1 থেকে { $max }, একটি নম্বর পাঠান:
again-choice-short = শুধু একটি নম্বর পাঠান, 1 থেকে { $max }। যেমন: 1
again-rating = দুঃখিত, বুঝিনি। { $min } থেকে { $max }, একটি নম্বর পাঠান।
again-number = দুঃখিত, বুঝিনি। { $min } থেকে { $max }, একটি নম্বর পাঠান।
again-text = দুঃখিত, বার্তা খালি ছিল। কয়েকটি কথা লিখুন।
again-place = দুঃখিত, বার্তা খালি ছিল। জায়গার নাম লিখুন।
again-choices = বুঝিনি। { $min } থেকে { $max }টি নম্বর পাঠান, যেমন 1 3:
again-choices-short = শুধু 1 থেকে { $count } এর নম্বর পাঠান, যেমন 1 3
again-ranking = বুঝিনি। নম্বর পাঠান, সেরাটি আগে, যেমন 2 1:
again-ranking-short = শুধু সেরাটির নম্বর পাঠান, 1 থেকে { $count }।
again-points = যোগফল { $total } হয়নি। { $count }টি নম্বর পাঠান, মোট { $total }:
again-date = বুঝিনি। দিন, মাস, বছর পাঠান, যেমন 25/12/2026.
again-file = ফাইল আসেনি। পাঠান, কথায় লিখুন, বা «বাদ দিন» লিখুন।

## Did you mean
confirm = আপনি কি বলছেন: { $value }?

## Words that always work
stopped = আর বার্তা আসবে না। আপনার উত্তর রাখা আছে। ফিরতে «শুরু» পাঠান।
still-stopped = আপনি বার্তা বন্ধ করেছিলেন। ফিরতে «শুরু» পাঠান।
started = আবার স্বাগতম।
help = নম্বর বা কথায় উত্তর দিন। «ফিরে যান», «আবার», «বাদ দিন», «বন্ধ»।
cannot-skip = এই প্রশ্নের উত্তর দরকার। শেষ করতে «বন্ধ»।
nothing-before = এটি প্রথম প্রশ্ন।
declined = ঠিক আছে, আর কিছু জিজ্ঞাসা করব না। ধন্যবাদ।
kept-for-person = ধন্যবাদ। একজন মানুষ আপনার কথা পড়বেন।
already-answered = এর উত্তর আগেই এসেছে। কিছু বদলায়নি।
switch-offer = বাংলার জন্য «বাংলা» পাঠান।
language-not-offered = দুঃখিত, এই ভাষা এখনও নেই।
languages = ভাষা: { $list }। আপনার ভাষার নাম পাঠান।

## Menu and campaigns
menu = অংশ নিতে একটি শব্দ পাঠান, বা «বন্ধ»।
menu-entry = { $keyword }: { $title }
menu-none = এখন কিছু খোলা নেই। লেখার জন্য ধন্যবাদ।
not-understood = দুঃখিত, বুঝিনি। একজন মানুষ এটি পড়বেন।
campaign-done = আপনি অংশ নিয়েছেন। ধন্যবাদ। রসিদ: { $receipt }
campaign-closed = এটি এখন বন্ধ। লেখার জন্য ধন্যবাদ।
wants-person = একজন মানুষ আপনার বার্তা পড়বেন। কয়েক দিন লাগতে পারে।
status = আপনার উত্তর { $receipt } পৌঁছেছে।
status-none = আপনার কোনো উত্তর এখনও পাইনি।
## Going on, changing, taking back
reminder = আপনি শেষ করেননি: { $title }
reminder-stop = «বন্ধ» পাঠালে আর বার্তা নয়।
resumed = আবার স্বাগতম। এখান থেকে চলি।
change-which = কোন উত্তর বদলাতে চান?
change-entry = { $question } { $answer }
changed = বদলানো হয়েছে। ধন্যবাদ। রসিদ: { $receipt }
change-nothing = বদলানোর মতো উত্তর নেই।
change-closed = এটি বন্ধ। উত্তর আর বদলানো যাবে না।
erase-which = আমরা কী করব?
erase-withdraw = আমার উত্তর ফেরত নিন: { $title }
erase-all = আমার সবকিছু মুছুন
erase-keep = কিছু বদলাবেন না
withdrawn = আপনার উত্তর ফেরত নেওয়া হয়েছে। আর গোনা হবে না।
erased = আপনার পাঠানো সবকিছু মুছে ফেলা হয়েছে।
erase-kept = কিছু বদলায়নি।
erase-nothing = আমাদের কাছে আপনার কিছু নেই।

## Several people, one phone
new-person = এখান থেকে একজন উত্তর দিয়েছেন। আপনি কি অন্য কেউ?
new-person-yes = হ্যাঁ, অন্য একজন
new-person-no = না

## Danger
emergency = কেউ বিপদে থাকলে এখনই { $number } নম্বরে ফোন করুন। একজন এটি পড়বেন।

## Pages: every page
page-date = { $day } { $month ->
    [m1] জানুয়ারি
    [m2] ফেব্রুয়ারি
    [m3] মার্চ
    [m4] এপ্রিল
    [m5] মে
    [m6] জুন
    [m7] জুলাই
    [m8] আগস্ট
    [m9] সেপ্টেম্বর
    [m10] অক্টোবর
    [m11] নভেম্বর
   *[m12] ডিসেম্বর
} { $year }

## Pages: the list of campaigns

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
