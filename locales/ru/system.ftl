# machine-drafted: no native speaker of Russian has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = Да
option-no = Нет
option-unsure = Не знаю
option-agree = Согласен
option-disagree = Не согласен
option-pass = Нет мнения
option-other = Другое

## How to answer: the last line of a question
hint-choice = Пришлите номер.
hint-other = Пришлите номер или напишите своими словами.
hint-choices = Пришлите один или несколько номеров, например 1 3. Не больше { $max }.
hint-ranking = Пришлите номера, лучший первым, например 2 1. Не больше { $max }.
hint-points = Разделите { $total } баллов: чисел — { $count }, в этом порядке.
hint-date = Пришлите дату, например 25/12.
hint-file = Пришлите фото, запись или документ.
hint-no-file = Файлы сюда не доходят. Опишите словами.
hint-rating = Ответьте от { $min } до { $max }.
hint-number = Пришлите число.
hint-text = Напишите своими словами.
hint-place = Напишите место.
hint-skip = ПРОПУСК – дальше.
hint-stop = СТОП – закончить.

## Asked again, simpler
again-choice = Извините, мы не поняли. Пришлите один номер от 1 до { $max }:
again-choice-short = Пришлите только один номер от 1 до { $max }.
again-range = Пришлите число от { $min } до { $max }.
again-rating = Извините, мы не поняли. Пришлите одно число от { $min } до { $max }.
again-number = Извините, мы не поняли. Пришлите одно число от { $min } до { $max }.
again-text = Сообщение пустое. Напишите несколько слов.
again-text-short = Хватит пары слов.
again-place = Сообщение пустое. Напишите название места.
again-choices = Мы не поняли. Пришлите номера (от { $min } до { $max }), например 1 3:
again-choices-short = Пришлите только номера от 1 до { $count }, например 1 3
again-ranking = Мы не поняли. Пришлите номера, лучший первым, например 2 1:
again-ranking-short = Пришлите только номер лучшего, от 1 до { $count }.
again-points = В сумме не { $total }. Чисел нужно { $count }, в сумме { $total }:
again-points-short = Пришлите по порядку { $count } числа с суммой { $total }:
again-date = Мы не поняли. Пришлите день, месяц и год, например 25/12/2026.
again-date-short = Пришлите только дату, например 25/12.
again-file = Файла нет. Пришлите его, опишите словами или ПРОПУСК.

## Did you mean
confirm = Вы имели в виду: { $value }?

## Words that always work
stopped = Сообщений больше не будет. Ответы сохранены. Вернуться: СТАРТ.
still-stopped = Вы отключили сообщения. Чтобы вернуться, пришлите СТАРТ.
started = С возвращением.
help = НАЗАД: прошлый вопрос. ПРОПУСК: дальше. ЯЗЫК: другой. СТОП: конец.
help-outside = ИЗМЕНИТЬ: ответ. СТАТУС: дошёл ли. УДАЛИТЬ: отозвать. ЯЗЫК: другой.
cannot-skip = На этот вопрос нужен ответ. СТОП – закончить.
nothing-before = Это первый вопрос.
declined = Хорошо, больше не спрашиваем. Спасибо.
kept-for-person = Спасибо. Ваши слова прочтёт человек.
kept-long = Это было длинно. Мы сохранили всё.
already-answered = На это уже ответили. Ничего не изменилось.
slow-down = Вы пишете часто. Всё сохранено. Ответим через несколько минут.
switch-offer = Для русского пришлите РУССКИЙ.
language-not-offered = Извините, этого языка пока нет.
languages = Языки: { $list }. Пришлите название своего.

## Menu and campaigns
menu = Чтобы участвовать, пришлите слово, или СТОП.
menu-entry = { $keyword }: { $title }
menu-none = Сейчас ничего не открыто. Спасибо, что написали.
not-understood = Извините, мы не поняли. Это прочтёт человек.
campaign-done = Вы уже участвовали. Спасибо. Квитанция: { $receipt }
change-how = ИЗМЕНИТЬ: изменить ответ.
campaign-closed = Это уже закрыто. Спасибо, что написали.
campaign-not-open = Это ещё не началось. Напишите позже.
wants-person = Ваше сообщение прочтёт человек. Это займёт несколько дней.
person-write = Напишите, что должен прочесть человек.
status = Ваш ответ { $receipt } получен.
status-none = Вашего ответа у нас пока нет.
status-entry = { $title }: { $receipt }
status-open = { $title }: ещё не закончено
## Going on, changing, taking back
reminder = Вы не закончили: { $title }
reminder-stop = СТОП – без сообщений.
resumed = С возвращением. Продолжим отсюда.
change-which = Какой ответ изменить?
change-entry = { $question } { $answer }
changed = Изменено. Спасибо. Квитанция: { $receipt }
change-nothing = Изменять нечего.
change-closed = Это закрыто. Ответ уже не изменить.
erase-which = Что нам сделать?
erase-withdraw = Отозвать мой ответ: { $title }
erase-all = Удалить всё моё
erase-all-shared = Стереть всё с этого телефона
erase-keep = Ничего не менять
withdrawn = Ваш ответ отозван. Он больше не считается.
erased = Всё, что было от вас, удалено.
erase-kept = Ничего не изменилось.
erase-nothing = От вас у нас ничего нет.

## Several people, one phone
new-person = Отсюда уже ответили. Вы другой человек?
new-person-yes = Да, другой человек
new-person-no = Нет

## Danger
emergency = Если кто-то в опасности, звоните { $number }. Это прочтёт человек.

## Pages: every page
page-title = { $title } – Маджлис
page-error-title = Ошибка: { $title } – Маджлис
page-languages = Языки
page-home-link = Все открытые вопросы
page-again-link = К вопросу
page-asked-by = Спрашивает { $entity }
page-date = { $day } { $month ->
    [m1] января
    [m2] февраля
    [m3] марта
    [m4] апреля
    [m5] мая
    [m6] июня
    [m7] июля
    [m8] августа
    [m9] сентября
    [m10] октября
    [m11] ноября
   *[m12] декабря
} { $year }

## Pages: the list of campaigns
page-home-title = Скажите своё мнение
page-home-intro = Выберите, на что ответить. Регистрация не нужна.
page-home-none = Сейчас ничего не открыто. Зайдите в другой день.
page-by-sms = Или по SMS: отправьте { $keyword } на { $number }.
page-by-sms-no-number = Или сообщением: отправьте слово { $keyword }.

## Pages: a question
page-send = Отправить ответ
page-skip = Пропустить вопрос
page-may-skip = Этот вопрос можно пропустить.
page-up-to = Можно написать до { $max } букв.
page-number = Напишите число, например 3.
page-place = Напишите место своими словами, например улицу или здание.
page-come-back = Можно остановиться и продолжить позже: сохраните адрес этой страницы.
page-error-heading = Посмотрите, пожалуйста
page-no-choice = Ответ ещё не выбран
page-choose = Выберите один ответ и отправьте.
page-choose-or-skip = Выберите один ответ или пропустите вопрос.
page-choices = Выберите ответы: от { $min } до { $max }.
page-choices-exactly = Выберите ответы: { $max }.
page-no-choices = Число ответов неверное
page-other = Другое, своими словами:
page-ranking = Напишите 1 у лучшего, 2 у следующего. Не больше { $max }.
page-no-ranking = Порядок неясен
page-points = Разделите { $total } баллов. Вместе должно быть { $total }.
page-no-points = В сумме не { $total } баллов
page-write-date = Напишите дату, например 25/12/2026.
page-no-date = Это не дата
page-file = Выберите фото, запись или документ. Не больше { $max } мегабайт.
page-or-describe = Или опишите словами:
page-no-file = Файл не пришёл
page-write = Напишите ответ и отправьте.
page-write-or-skip = Напишите ответ или пропустите вопрос.
page-kept = Вот слова, которые вы отправили. Их можно скопировать:
page-your-answer = Ваш ответ

## Pages: the end
page-thanks = Спасибо. Ваш ответ получен.
page-receipt-is = Ваша квитанция
page-receipt-keep = Запишите её. По ней вы увидите, что стало с ответами.
page-receipt-link = Открыть квитанцию
page-private-title = Ваша личная ссылка
page-private-note = По этой ссылке снова видна страница ваших ответов. Никому её не давайте.
page-change = Изменить ответ
page-withdraw = Отозвать мой ответ
page-withdraw-note = Ваш ответ больше не будет считаться. Это нельзя отменить.
page-erase = Удалить всё моё
page-erase-note = Ваш ответ и слова будут удалены. Это нельзя отменить.
page-withdrawn = Ваш ответ отозван. Он больше не считается.
page-erased = Всё, что было от вас здесь, удалено.
page-spoken-receipt = Чтобы прочесть вслух: { $spoken }
page-closed = Здесь ответы больше не принимаются. Спасибо, что зашли.

## Pages: a receipt
page-receipt-title = Квитанция
page-receipt-arrived = Ответ с этой квитанцией получен { $date }. Он у { $entity }.
page-receipt-open = Это ещё открыто. Зайдите позже и узнайте, что стало с ответами.
page-receipt-closed = Это закрыто. { $entity } смотрит ответы.

## Pages: when something is in the way
page-no-page-title = По этому адресу нет страницы
page-no-page = Проверьте адрес или откройте список вопросов.
page-no-campaign-title = Мы этого не нашли
page-no-campaign = Проверьте адрес или выберите из списка.
page-no-link-title = По этой ссылке ответов нет
page-no-link = Проверьте, вся ли ссылка на месте. Можно начать снова со списка.
page-no-receipt-title = Такой квитанции нет
page-no-receipt = Квитанция выглядит как K7P-4QM. Проверьте буквы и цифры и попробуйте снова.
page-stale = Страница слишком старая. Ваши слова на месте. Проверьте и отправьте снова.
page-unknown-form = Мы не уверены, что страница наша. Ваши слова на месте. Проверьте и отправьте снова.
page-elsewhere = Ответ пришёл с другого сайта, и мы его не взяли. Ответьте здесь.
page-garbled-title = Мы не смогли прочесть присланное
page-garbled = Ничего не сохранено. Вернитесь на страницу назад и отправьте снова или откройте вопрос ещё раз.
page-too-long-title = Ваш ответ слишком длинный
page-too-long = Ничего не сохранено. Вернитесь на страницу назад, сократите и отправьте снова.
page-busy-title = Сейчас мы не можем принять ответ
page-busy = Это наша вина, не ваша. Попробуйте через минуту.
page-busy-kept = Сейчас мы не можем принять ответ, и это наша вина. Ваш ответ на месте. Подождите минуту и отправьте снова.

## Email
mail-above = Напишите ответ выше этой строки
mail-stop = Остановить эти письма
mail-prove = Чтобы убедиться, что это вы: ответьте на это письмо теми же словами.

## USSD: turning screens, behind 00 and 000
ussd-more = Дальше
ussd-before = Назад

## Files of residents
file-kind = Один файл не принят. Мы принимаем фотографии, записи, видео и документы PDF.
file-empty = Один файл не принят: он пуст.
file-too-large = Один файл не принят: он слишком большой. Не больше { $max } мегабайт.
file-too-many = Приняты не все файлы. Мы принимаем не больше { $max }.
file-lost = Один файл до нас не дошёл.
file-not-asked = Здесь файл не нужен. Пожалуйста, ответьте словами.
file-count = Файлы: { $count }
## A page of several questions, paper, and plain text
page-send-all = Отправить все ответы
page-as-is = Отправить как есть
page-as-is-note = То, что мы не поняли, прочтёт человек.
page-paper-link = Бумажная форма
page-paper-how = Напишите ответы на этой бумаге. Потом передайте те же номера и слова одним из этих способов:
page-paper-only-if = Только если ваш ответ на вопрос { $question }: { $answers }
page-paper-go-to = Если ваш ответ { $answers }, перейдите к вопросу { $question }.
page-paper-go-end = Если ваш ответ { $answers }, это был последний вопрос.
page-paper-then-to = Затем перейдите к вопросу { $question }.
page-paper-then-end = Это был последний вопрос.
page-by-mail = Или по почте: напишите { $keyword } на { $mailbox }.
page-text-how = Чтобы ответить, поставьте свой ответ вместо того, что стоит после value=, и отправьте:
## One resident with several addresses
link-code = До { $until } отправьте LINK { $code } с другого телефона или почты.
link-both = Тогда ответы общие, а STOP в одном значит STOP в обоих.
link-secret = Никому не сообщайте код.
link-done = Готово: теперь это одно.
link-told = Ваш код использован: теперь это одно. Не вы? Отправьте PERSON.
link-wrong = Код неверный, использован или устарел.
link-many = Много неверных кодов. Подождите 10 минут.
link-new = Новый код: отправьте LINK с другого.
link-self = Этот код для другого телефона или почты.
link-already = Они уже одно.
link-stopped = В одном был STOP, значит он для обоих. Вернуться: START.
stopped-entity = { $entity } больше не напишет. Вернуться: START.
stop-all-how = STOP ALL: никаких сообщений.
link-contact = Или поделитесь своим номером кнопкой ниже.
contact-share = Дать мой номер

## Invitations
invitation = { $title }: отправьте { $token }, чтобы участвовать.
invited-before = По приглашению уже ответили. Закончите: засчитаем ваш.

## Going on elsewhere
page-go-on = Продолжить с другого телефона или позже
page-go-on-over = Сейчас кода нет: он использован или устарел.
page-go-on-new = Показать новый код
page-go-on-link = Кто откроет эту ссылку в браузере, продолжит здесь. Никому её не давайте.
page-go-on-sms = По SMS: отправьте его на { $number }
page-go-on-telegram = В Telegram: отправьте его нашему боту
page-go-on-mail = По почте: отправьте его на { $mailbox }
