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
menu = Now open: { $list }. Send the word to take part. STOP to end.
menu-entry = { $keyword }: { $title }
menu-none = Nothing is open now. Thank you for writing.
not-understood = Sorry, we did not understand. A person will read it.
campaign-done = You already took part. Thank you. Receipt: { $receipt }
campaign-closed = This is closed now. Thank you for writing.
wants-person = A person will read your message. This can take some days.
status = Your answer { $receipt } has arrived.
status-none = We have no answer from you yet.
