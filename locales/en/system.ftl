# Sentences of the gateway itself. Words of campaigns are in templates/.
# Keep each under one SMS (160 characters in English) with its usual arguments.

## Answer labels
option-yes = Yes
option-no = No
option-unsure = Not sure
option-agree = Agree
option-disagree = Disagree
option-pass = Pass
option-other = Something else

## How to answer: the last line of a question
hint-choice = Reply with a number.
hint-other = Reply with a number, or in your own words.
hint-choices = Reply with one or more numbers, like 1 3. At most { $max }.
hint-ranking = Reply with numbers, the best first, like 2 1. At most { $max }.
hint-points = Share out { $total } points: { $count } numbers in this order.
hint-date = Reply with a date, like 25/12.
hint-file = Send a photo, a recording or a document.
hint-no-file = This way takes no files. You can describe it in words.
hint-rating = Reply { $min } to { $max }.
hint-number = Reply with a number.
hint-text = Reply in your own words.
hint-place = Reply with the place.
hint-skip = SKIP to pass.
hint-stop = STOP to end.

## Asked again, simpler
again-choice = Sorry, we did not understand. Please send one number, 1 to { $max }:
again-choice-short = Please send only one number, 1 to { $max }.
again-range = Please send a number from { $min } to { $max }.
again-rating = Sorry, we did not understand. Please send one number, { $min } to { $max }.
again-number = Sorry, we did not understand. Please send one number, { $min } to { $max }.
again-text = Sorry, that was empty. Please write a few words.
again-text-short = A few words are enough.
again-place = Sorry, that was empty. Please write the name of the place.
again-choices = Sorry, we did not understand. Please send { $min } to { $max } numbers, like 1 3:
again-choices-short = Please send only numbers from 1 to { $count }, like 1 3
again-ranking = Sorry, we did not understand. Please send numbers, the best first, like 2 1:
again-ranking-short = Please send only the number of the best one, 1 to { $count }.
again-points = Sorry, that does not add up to { $total }. Please send { $count } numbers that make { $total }:
again-points-short = Please send { $count } numbers that make { $total }, in this order:
again-date = Sorry, we did not understand. Please send day, month and year, like 25/12/2026.
again-date-short = Please send only the date, like 25/12.
again-file = Sorry, no file came. Send one, describe it in words, or send SKIP.

## Did you mean
confirm = Did you mean: { $value }?

## Words that always work
stopped = You will get no more messages. Your answers so far are kept. Send START to come back.
still-stopped = You asked for no more messages. Send START to come back.
started = Welcome back.
help = Answer with a number or in your own words. BACK: question before. SKIP: pass. LANGUAGE: another one. PERSON: somebody reads. STOP: end.
help-outside = CHANGE: change your answer. STATUS: has it arrived. ERASE: take it back. LANGUAGE: another one. PERSON: somebody reads.
cannot-skip = We need an answer to this question. STOP ends at any time.
nothing-before = This is the first question.
declined = All right, we ask nothing more. Thank you.
kept-for-person = Thank you. A person will read what you wrote.
kept-long = That was long. We kept all of it.
already-answered = This was already answered. Nothing was changed.
slow-down = You send many messages. All are kept. We answer again in a few minutes.
switch-offer = For English send ENGLISH.
language-not-offered = Sorry, not in that language yet.
languages = Languages: { $list }. Send the name of yours.

## Menu and campaigns
menu = Send a word to take part, or STOP to end.
menu-entry = { $keyword }: { $title }
menu-none = Nothing is open now. Thank you for writing.
not-understood = Sorry, we did not understand. A person will read it.
campaign-done = You already took part. Thank you. Receipt: { $receipt }
change-how = CHANGE: change your answer.
campaign-closed = This is closed now. Thank you for writing.
campaign-not-open = This is not open yet. Please write again later.
wants-person = A person will read your message. This can take some days.
person-write = Write now what a person should read.
status = Your answer { $receipt } has arrived.
status-none = We have no answer from you yet.
status-entry = { $title }: { $receipt }
status-open = { $title }: not finished yet
## Going on, changing, taking back
reminder = You have not finished: { $title }
reminder-stop = STOP: no more messages.
resumed = Welcome back. We go on here.
change-which = Which answer do you want to change?
change-entry = { $question } { $answer }
changed = Changed. Thank you. Receipt: { $receipt }
change-nothing = There is no answer to change.
change-closed = This is closed. Your answer cannot be changed any more.
erase-which = What shall we do?
erase-withdraw = Take back my answer: { $title }
erase-all = Erase everything of mine
erase-all-shared = Erase everything sent from this phone
erase-keep = Change nothing
withdrawn = Your answer was taken back. It no longer counts.
erased = Everything we had from you was erased.
erase-kept = Nothing was changed.
erase-nothing = We have nothing of yours.

## Several people, one phone
new-person = Somebody already answered from here. Is this a new person?
new-person-yes = Yes, a new person
new-person-no = No

## Danger
emergency = If someone is in danger, call { $number } now. We are not an emergency service. A person will read your message.

## Pages: every page
page-title = { $title } – Majlis
page-error-title = Error: { $title } – Majlis
page-languages = Languages
page-home-link = All open questions
page-again-link = Go to the question
page-asked-by = { $entity } asks
page-date = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }

## Pages: the list of campaigns
page-home-title = Have your say
page-home-intro = Choose what you want to answer. You need no account.
page-home-none = Nothing is open now. Please come back another day.
page-by-sms = Or by SMS: send { $keyword } to { $number }.
page-by-sms-no-number = Or by message: send the word { $keyword }.

## Pages: a question
page-send = Send answer
page-skip = Skip this question
page-may-skip = You may skip this question.
page-up-to = You can write up to { $max } letters.
page-number = Write a number, for example 3.
page-place = Write the place in your own words, for example a street or a building.
page-come-back = You can stop here and go on later: keep the address of this page.
page-error-heading = Please look at this
page-no-choice = No answer chosen yet
page-choose = Choose one answer, then send it.
page-choose-or-skip = Choose one answer, or skip the question.
page-choices = Choose { $min } to { $max } answers.
page-choices-exactly = Choose { $max } answers.
page-no-choices = The number of answers is not right
page-other = Something else, in your own words:
page-ranking = Write 1 beside the best, 2 beside the next. At most { $max }.
page-no-ranking = The order is not clear
page-points = Share out { $total } points. The numbers must make { $total } together.
page-no-points = The points do not make { $total }
page-write-date = Write a date, for example 25/12/2026.
page-no-date = That is no date
page-file = Choose a photo, a recording or a document. It may have { $max } megabytes at most.
page-or-describe = Or describe it in words:
page-no-file = No file has come
page-write = Write your answer, then send it.
page-write-or-skip = Write your answer, or skip the question.
page-kept = These are the words you sent. You can copy them:
page-your-answer = Your answer

## Pages: the end
page-thanks = Thank you. Your answer has arrived.
page-receipt-is = Your receipt
page-receipt-keep = Write it down. With it you can see what becomes of this campaign.
page-receipt-link = See this receipt
page-private-title = Your private link
page-private-note = This link shows your answers' page again. Keep it to yourself.
page-change = Change an answer
page-withdraw = Take back my answer
page-withdraw-note = Your answer will no longer count. This cannot be undone.
page-erase = Erase everything of mine
page-erase-note = Your answer and your words will be erased. This cannot be undone.
page-withdrawn = Your answer was taken back. It no longer counts.
page-erased = Everything we had from you here was erased.
page-spoken-receipt = To read aloud: { $spoken }
page-closed = This campaign takes no more answers. Thank you for coming.

## Pages: a receipt
page-receipt-title = Receipt
page-receipt-arrived = The answer with this receipt arrived on { $date }. { $entity } has it.
page-receipt-open = The campaign is still open. Come back later to see what becomes of it.
page-receipt-closed = The campaign is closed. { $entity } is looking at the answers.

## Pages: when something is in the way
page-no-page-title = There is no page at this address
page-no-page = Check the address, or go to the list of open questions.
page-no-campaign-title = We cannot find this campaign
page-no-campaign = Check the address, or choose a campaign from the list.
page-no-link-title = We cannot find answers under this link
page-no-link = Check that the whole link is there. You can also start again from the list.
page-no-receipt-title = We cannot find this receipt
page-no-receipt = A receipt looks like K7P-4QM. Check the letters and numbers and try again.
page-stale = This page was too old to send. Your words are still here. Please check them and send again.
page-unknown-form = We could not be sure that this page came from us. Your words are still here. Please check them and send again.
page-elsewhere = Your answer came from another site, so we did not take it. Please answer here.
page-garbled-title = We could not read what arrived
page-garbled = Nothing was kept. Go back one page and send your answer again, or open the question once more.
page-too-long-title = Your answer is too long
page-too-long = Nothing was kept. Go back one page, make your answer shorter and send it again.
page-busy-title = We cannot take answers just now
page-busy = It is our fault, not yours. Please try again in a minute.
page-busy-kept = We cannot take answers just now, and it is our fault. Your answer is still here. Please wait a minute, then send it again.

## Email
mail-above = Please write your answer above this line
mail-stop = Stop these emails
mail-prove = To be sure that it is you: please reply to this email with the same words.

## USSD: turning screens, behind 00 and 000
ussd-more = More
ussd-before = Page before

## Files of residents
file-kind = A file was not taken. We take photos, recordings, videos and PDF documents.
file-empty = A file was not taken: nothing is in it.
file-too-large = A file was not taken: it is too large. It may have { $max } megabytes at most.
file-too-many = Not every file was taken. We take { $max } at most.
file-lost = A file did not reach us.
file-not-asked = No file is asked for here. Please answer in words.
file-count = Files: { $count }
## A page of several questions, paper, and plain text
page-send-all = Send all answers
page-as-is = Send it as it is
page-as-is-note = A person will read what we did not understand.
page-paper-link = Paper form
page-paper-how = Write your answers on this paper. Then give the same numbers and words in one of these ways:
page-paper-only-if = Only if your answer to question { $question } is { $answers }:
page-paper-go-to = If your answer is { $answers }, go on at question { $question }.
page-paper-go-end = If your answer is { $answers }, that was the last question.
page-paper-then-to = Then go on at question { $question }.
page-paper-then-end = That was the last question.
page-by-mail = Or by email: write { $keyword } to { $mailbox }.
page-text-how = To answer, put your answer in place of what stands behind value= and send:
## One resident with several addresses
link-code = Send LINK { $code } from your other phone, app or email before { $until }.
link-both = Once joined, both share your answers, and STOP on one is STOP on both.
link-secret = Tell nobody else the code.
link-done = Done: both are one now.
link-told = Your code was used: both are one now. Was it not you? Send PERSON.
link-wrong = That code is wrong, used or too old.
link-many = Too many wrong codes. Please wait 10 minutes.
link-new = Send LINK from the other one for a new code.
link-self = That code is for your other phone, app or email.
link-already = Both are one already.
link-stopped = STOP was said on one of them, so it holds for both. Send START to come back.
stopped-entity = You will get no more messages from { $entity }. Send START to come back.
stop-all-how = STOP ALL: no messages from anybody.
link-contact = Or share your own number with the button below.
contact-share = Share my number

## Invitations
invitation = { $title }: send us { $token } to take part.
invited-before = An answer was given with this invitation. If you finish yours, it counts instead.

## Going on elsewhere
page-go-on = Go on from another phone, or later
page-go-on-over = There is no code now: it was used, or it is too old.
page-go-on-new = Show a new code
page-go-on-link = Whoever opens this link in a browser goes on here. Keep it to yourself.
page-go-on-sms = By SMS: send it to { $number }
page-go-on-telegram = In Telegram: send it to our bot
page-go-on-mail = By email: send it to { $mailbox }
