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
again-choice-short = শুধু একটি নম্বর পাঠান, 1 থেকে { $max }।
again-range = { $min } থেকে { $max } এর একটি নম্বর পাঠান।
again-rating = দুঃখিত, বুঝিনি। { $min } থেকে { $max }, একটি নম্বর পাঠান।
again-number = দুঃখিত, বুঝিনি। { $min } থেকে { $max }, একটি নম্বর পাঠান।
again-text = দুঃখিত, বার্তা খালি ছিল। কয়েকটি কথা লিখুন।
again-text-short = কয়েকটি শব্দই যথেষ্ট।
again-place = দুঃখিত, বার্তা খালি ছিল। জায়গার নাম লিখুন।
again-choices = বুঝিনি। { $min } থেকে { $max }টি নম্বর পাঠান, যেমন 1 3:
again-choices-short = শুধু 1 থেকে { $count } এর নম্বর পাঠান, যেমন 1 3
again-ranking = বুঝিনি। নম্বর পাঠান, সেরাটি আগে, যেমন 2 1:
again-ranking-short = শুধু সেরাটির নম্বর পাঠান, 1 থেকে { $count }।
again-points = যোগফল { $total } হয়নি। { $count }টি নম্বর পাঠান, মোট { $total }:
again-points-short = এই ক্রমে { $count }টি নম্বর পাঠান, যোগফল { $total }:
again-date = বুঝিনি। দিন, মাস, বছর পাঠান, যেমন 25/12/2026.
again-date-short = শুধু তারিখ পাঠান, যেমন 25/12।
again-file = ফাইল আসেনি। পাঠান, কথায় লিখুন, বা «বাদ দিন» লিখুন।

## Did you mean
confirm = আপনি কি বলছেন: { $value }?

## Words that always work
stopped = আর বার্তা আসবে না। আপনার উত্তর রাখা আছে। ফিরতে «শুরু» পাঠান।
still-stopped = আপনি বার্তা বন্ধ করেছিলেন। ফিরতে «শুরু» পাঠান।
started = আবার স্বাগতম।
help = ফিরে যান: আগের প্রশ্ন। বাদ দিন: পরে। ভাষা: বদল। মানুষ: কথা। বন্ধ: শেষ।
help-outside = পরিবর্তন: উত্তর। অবস্থা: পৌঁছেছে? মুছুন: ফেরত। ভাষা: বদল। মানুষ: কথা।
cannot-skip = এই প্রশ্নের উত্তর দরকার। শেষ করতে «বন্ধ»।
nothing-before = এটি প্রথম প্রশ্ন।
declined = ঠিক আছে, আর কিছু জিজ্ঞাসা করব না। ধন্যবাদ।
kept-for-person = ধন্যবাদ। একজন মানুষ আপনার কথা পড়বেন।
kept-long = বার্তাটি বড় ছিল। সবটা রেখেছি।
already-answered = এর উত্তর আগেই এসেছে। কিছু বদলায়নি।
slow-down = আপনার সব বার্তা রাখা হয়েছে। কয়েক মিনিট পরে উত্তর দেব।
switch-offer = বাংলার জন্য «বাংলা» পাঠান।
language-not-offered = দুঃখিত, এই ভাষা এখনও নেই।
languages = ভাষা: { $list }। আপনার ভাষার নাম পাঠান।

## Menu and campaigns
menu = অংশ নিতে একটি শব্দ পাঠান, বা «বন্ধ»।
menu-entry = { $keyword }: { $title }
menu-none = এখন কিছু খোলা নেই। লেখার জন্য ধন্যবাদ।
not-understood = দুঃখিত, বুঝিনি। একজন মানুষ এটি পড়বেন।
campaign-done = আপনি অংশ নিয়েছেন। ধন্যবাদ। রসিদ: { $receipt }
change-how = পরিবর্তন: উত্তর বদলাতে।
campaign-closed = এটি এখন বন্ধ। লেখার জন্য ধন্যবাদ।
campaign-not-open = এটি এখনও শুরু হয়নি। পরে আবার লিখুন।
wants-person = একজন মানুষ আপনার বার্তা পড়বেন। কয়েক দিন লাগতে পারে।
person-write = একজন মানুষকে যা জানাতে চান, এখন লিখুন।
status = আপনার উত্তর { $receipt } পৌঁছেছে।
status-none = আপনার কোনো উত্তর এখনও পাইনি।
status-entry = { $title }: { $receipt }
status-open = { $title }: এখনও শেষ হয়নি
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
erase-all-shared = এই ফোন থেকে পাঠানো সব মুছুন
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
page-title = { $title } – মজলিস
page-error-title = ভুল: { $title } – মজলিস
page-languages = ভাষা
page-home-link = সব খোলা প্রশ্ন
page-again-link = প্রশ্নে যান
page-asked-by = { $entity } জিজ্ঞাসা করছে
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
page-home-title = আপনার মত দিন
page-home-intro = কোনটির উত্তর দেবেন বেছে নিন। অ্যাকাউন্ট লাগে না।
page-home-none = এখন কিছু খোলা নেই। অন্য দিন আসুন।
page-by-sms = বা SMS: { $keyword } লিখে { $number } নম্বরে পাঠান।
page-by-sms-no-number = বা বার্তা: { $keyword } শব্দটি পাঠান।

## Pages: a question
page-send = উত্তর পাঠান
page-skip = এই প্রশ্ন বাদ দিন
page-may-skip = এই প্রশ্ন বাদ দিতে পারেন।
page-up-to = { $max } অক্ষর পর্যন্ত লিখতে পারেন।
page-number = একটি সংখ্যা লিখুন, যেমন 3.
page-place = জায়গাটি নিজের কথায় লিখুন, যেমন রাস্তা বা ভবন।
page-come-back = এখানে থেমে পরে আসতে পারেন: এই পাতার ঠিকানা রাখুন।
page-error-heading = এটি দেখুন
page-no-choice = এখনও উত্তর বাছা হয়নি
page-choose = একটি উত্তর বেছে পাঠান।
page-choose-or-skip = একটি উত্তর বাছুন, বা প্রশ্নটি বাদ দিন।
page-choices = { $min } থেকে { $max } টি উত্তর বাছুন।
page-choices-exactly = { $max } টি উত্তর বাছুন।
page-no-choices = উত্তরের সংখ্যা ঠিক নয়
page-other = অন্য কিছু, নিজের কথায়:
page-ranking = সেরাটির পাশে 1, পরেরটির পাশে 2 লিখুন। সর্বোচ্চ { $max }।
page-no-ranking = ক্রমটি পরিষ্কার নয়
page-points = { $total } পয়েন্ট ভাগ করুন। মোট { $total } হতে হবে।
page-no-points = পয়েন্টের যোগফল { $total } নয়
page-write-date = তারিখ লিখুন, যেমন 25/12/2026.
page-no-date = এটি তারিখ নয়
page-file = ছবি, রেকর্ডিং বা কাগজ বাছুন। সর্বোচ্চ { $max } মেগাবাইট।
page-or-describe = বা কথায় লিখুন:
page-no-file = ফাইল আসেনি
page-write = উত্তর লিখে পাঠান।
page-write-or-skip = উত্তর লিখুন, বা প্রশ্নটি বাদ দিন।
page-kept = আপনার পাঠানো কথা এখানে। কপি করতে পারেন:
page-your-answer = আপনার উত্তর

## Pages: the end
page-thanks = ধন্যবাদ। আপনার উত্তর পৌঁছেছে।
page-receipt-is = আপনার রসিদ
page-receipt-keep = লিখে রাখুন। এটি দিয়ে কী হলো দেখতে পাবেন।
page-receipt-link = এই রসিদ দেখুন
page-private-title = আপনার নিজস্ব লিংক
page-private-note = এই লিংক আপনার উত্তরের পাতা আবার দেখায়। নিজের কাছে রাখুন।
page-change = উত্তর বদলান
page-withdraw = আমার উত্তর ফেরত নিন
page-withdraw-note = আপনার উত্তর আর গোনা হবে না। এটি ফেরানো যায় না।
page-erase = আমার সবকিছু মুছুন
page-erase-note = আপনার উত্তর ও কথা মুছে যাবে। এটি ফেরানো যায় না।
page-withdrawn = আপনার উত্তর ফেরত নেওয়া হয়েছে। আর গোনা হবে না।
page-erased = এখানে আপনার পাঠানো সবকিছু মুছে ফেলা হয়েছে।
page-spoken-receipt = জোরে পড়ার জন্য: { $spoken }
page-closed = এখানে আর উত্তর নেওয়া হয় না। আসার জন্য ধন্যবাদ।

## Pages: a receipt
page-receipt-title = রসিদ
page-receipt-arrived = এই রসিদের উত্তর { $date } পৌঁছেছে। এটি { $entity } এর কাছে আছে।
page-receipt-open = এটি এখনও খোলা। কী হলো দেখতে পরে আসুন।
page-receipt-closed = এটি বন্ধ। { $entity } উত্তরগুলো দেখছে।

## Pages: when something is in the way
page-no-page-title = এই ঠিকানায় পাতা নেই
page-no-page = ঠিকানা দেখুন, বা খোলা প্রশ্নের তালিকায় যান।
page-no-campaign-title = এটি পাওয়া যায়নি
page-no-campaign = ঠিকানা দেখুন, বা তালিকা থেকে বাছুন।
page-no-link-title = এই লিংকে উত্তর পাওয়া যায়নি
page-no-link = পুরো লিংক আছে কি না দেখুন। তালিকা থেকে আবার শুরু করতে পারেন।
page-no-receipt-title = এই রসিদ পাওয়া যায়নি
page-no-receipt = রসিদ K7P-4QM এর মতো। অক্ষর ও সংখ্যা দেখে আবার চেষ্টা করুন।
page-stale = পাতাটি অনেক পুরনো ছিল। আপনার কথা এখানে আছে। দেখে আবার পাঠান।
page-unknown-form = পাতাটি আমাদের কি না নিশ্চিত নই। আপনার কথা এখানে আছে। দেখে আবার পাঠান।
page-elsewhere = উত্তর অন্য সাইট থেকে এসেছে, তাই নেওয়া হয়নি। এখানে উত্তর দিন।
page-garbled-title = যা এসেছে পড়তে পারিনি
page-garbled = কিছু রাখা হয়নি। এক পাতা পিছিয়ে আবার পাঠান, বা প্রশ্নটি আবার খুলুন।
page-too-long-title = আপনার উত্তর খুব লম্বা
page-too-long = কিছু রাখা হয়নি। এক পাতা পিছিয়ে ছোট করে আবার পাঠান।
page-busy-title = এখন উত্তর নিতে পারছি না
page-busy = ভুল আমাদের, আপনার নয়। এক মিনিট পরে আবার চেষ্টা করুন।
page-busy-kept = এখন উত্তর নিতে পারছি না, ভুল আমাদের। আপনার উত্তর এখানে আছে। এক মিনিট পরে আবার পাঠান।

## Email
mail-above = এই লাইনের উপরে আপনার উত্তর লিখুন
mail-stop = এই ইমেল বন্ধ করুন
mail-prove = আপনিই লিখেছেন কি না নিশ্চিত হতে: একই কথা লিখে এই ইমেলের উত্তর দিন।

## USSD: turning screens, behind 00 and 000
ussd-more = আরও
ussd-before = আগের পাতা

## Files of residents
file-kind = একটি ফাইল নেওয়া হয়নি। আমরা ছবি, রেকর্ডিং, ভিডিও আর PDF নিই।
file-empty = একটি ফাইল নেওয়া হয়নি: এতে কিছু নেই।
file-too-large = একটি ফাইল নেওয়া হয়নি: এটি খুব বড়। সর্বোচ্চ { $max } মেগাবাইট।
file-too-many = সব ফাইল নেওয়া হয়নি। আমরা সর্বোচ্চ { $max }টি নিই।
file-lost = একটি ফাইল আমাদের কাছে পৌঁছায়নি।
file-not-asked = এখানে কোনো ফাইল চাওয়া হয়নি। দয়া করে কথায় উত্তর দিন।
file-count = ফাইল: { $count }
## A page of several questions, paper, and plain text
page-send-all = সব উত্তর পাঠান
page-as-is = যেমন আছে তেমনই পাঠান
page-as-is-note = আমরা যা বুঝিনি তা একজন মানুষ পড়বেন।
page-paper-link = কাগজের ফর্ম
page-paper-how = এই কাগজে আপনার উত্তর লিখুন। তারপর একই নম্বর ও কথা এই উপায়গুলির একটিতে পাঠান:
page-paper-only-if = শুধু যদি { $question } নম্বর প্রশ্নে আপনার উত্তর { $answers } হয়:
page-paper-go-to = আপনার উত্তর { $answers } হলে { $question } নম্বর প্রশ্নে যান।
page-paper-go-end = আপনার উত্তর { $answers } হলে এটাই শেষ প্রশ্ন ছিল।
page-paper-then-to = তারপর { $question } নম্বর প্রশ্নে যান।
page-paper-then-end = এটাই শেষ প্রশ্ন ছিল।
page-by-mail = অথবা ইমেইলে: { $mailbox } ঠিকানায় { $keyword } লিখুন।
page-text-how = উত্তর দিতে value= এর পরে আপনার উত্তর বসিয়ে পাঠান:
## One resident with several addresses
link-code = { $until } এর আগে অন্য ফোন, অ্যাপ বা ইমেইল থেকে LINK { $code } পাঠান।
link-both = তারপর দুটোতে উত্তর এক, একটিতে STOP মানে দুটোতেই।
link-secret = কোড আর কাউকে বলবেন না।
link-done = হয়েছে: এখন দুটোই এক।
link-told = আপনার কোড চলেছে: দুটোই এক। আপনি নন? PERSON পাঠান।
link-wrong = কোড ভুল, ব্যবহৃত বা পুরোনো।
link-many = অনেক ভুল কোড। ১০ মিনিট অপেক্ষা করুন।
link-new = নতুন কোডের জন্য অন্যটি থেকে LINK পাঠান।
link-self = এই কোড অন্য ফোন, অ্যাপ বা ইমেইলের জন্য।
link-already = দুটো আগে থেকেই এক।
link-stopped = একটিতে STOP ছিল, তাই দুটোতেই। ফিরতে START পাঠান।
stopped-entity = { $entity } আর লিখবে না। ফিরতে START পাঠান।
stop-all-how = STOP ALL: কারও বার্তা নয়।
link-contact = অথবা নিচের বোতামে নিজের নম্বর দিন।
contact-share = আমার নম্বর দিন

## Invitations
invitation = { $title }: অংশ নিতে { $token } পাঠান।
invited-before = এই আমন্ত্রণে উত্তর আছে। শেষ করলে আপনারটি গোনা হবে।

## Going on elsewhere
page-go-on = অন্য ফোন থেকে বা পরে চালিয়ে যান
page-go-on-over = এখন কোনো কোড নেই: এটি ব্যবহার হয়েছে বা পুরোনো হয়েছে।
page-go-on-new = নতুন কোড দেখান
page-go-on-link = যে কেউ ব্রাউজারে এই লিংক খুললে এখান থেকে চালিয়ে যাবে। এটি নিজের কাছে রাখুন।
page-go-on-sms = SMS-এ: { $number } নম্বরে পাঠান
page-go-on-telegram = Telegram-এ: আমাদের বটে পাঠান
page-go-on-mail = ইমেইলে: { $mailbox } ঠিকানায় পাঠান
