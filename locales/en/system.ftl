# Sentences of the gateway itself. Words of campaigns are in templates/.
# Keep each under one SMS (160 characters in English) with its usual arguments.

## Answer labels
option-yes = Yes
option-no = No
option-unsure = Not sure

## How to answer: the last line of a question
hint-choice = Reply with a number.
hint-rating = Reply { $min } to { $max }.
hint-number = Reply with a number.
hint-text = Reply in your own words.
hint-place = Reply with the place.
hint-skip = SKIP to pass.
hint-stop = STOP to end.

## Asked again, simpler
again-choice = Sorry, we did not understand. Please send one number, 1 to { $max }:
again-choice-short = Please send only one number, 1 to { $max }. Example: 1
again-rating = Sorry, we did not understand. Please send one number, { $min } to { $max }.
again-number = Sorry, we did not understand. Please send one number, { $min } to { $max }.
again-text = Sorry, that was empty. Please write a few words.
again-place = Sorry, that was empty. Please write the name of the place.

## Did you mean
confirm = Did you mean: { $value }?

## Words that always work
stopped = You will get no more messages. Your answers so far are kept. Send START to come back.
still-stopped = You asked for no more messages. Send START to come back.
started = Welcome back.
help = Answer with a number or in your own words. BACK: question before. REPEAT: say it again. SKIP: pass. STOP: end.
cannot-skip = We need an answer to this question. STOP ends at any time.
nothing-before = This is the first question.
declined = All right, we ask nothing more. Thank you.
kept-for-person = Thank you. A person will read what you wrote.
already-answered = This was already answered. Nothing was changed.
language-not-offered = Sorry, not in that language yet.
languages = Languages: { $list }. Send the name of yours.

## Menu and campaigns
menu = Send a word to take part, or STOP to end.
menu-entry = { $keyword }: { $title }
menu-none = Nothing is open now. Thank you for writing.
not-understood = Sorry, we did not understand. A person will read it.
campaign-done = You already took part. Thank you. Receipt: { $receipt }
campaign-closed = This is closed now. Thank you for writing.
wants-person = A person will read your message. This can take some days.
status = Your answer { $receipt } has arrived.
status-none = We have no answer from you yet.

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
