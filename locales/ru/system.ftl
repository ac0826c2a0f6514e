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
again-choice-short = Пришлите только один номер от 1 до { $max }. Пример: 1
again-rating = Извините, мы не поняли. Пришлите одно число от { $min } до { $max }.
again-number = Извините, мы не поняли. Пришлите одно число от { $min } до { $max }.
again-text = Сообщение пустое. Напишите несколько слов.
again-place = Сообщение пустое. Напишите название места.
again-choices = Мы не поняли. Пришлите номера (от { $min } до { $max }), например 1 3:
again-choices-short = Пришлите только номера от 1 до { $count }, например 1 3
again-ranking = Мы не поняли. Пришлите номера, лучший первым, например 2 1:
again-ranking-short = Пришлите только номер лучшего, от 1 до { $count }.
again-points = В сумме не { $total }. Чисел нужно { $count }, в сумме { $total }:
again-date = Мы не поняли. Пришлите день, месяц и год, например 25/12/2026.
again-file = Файла нет. Пришлите его, опишите словами или ПРОПУСК.

## Did you mean
confirm = Вы имели в виду: { $value }?

## Words that always work
stopped = Сообщений больше не будет. Ответы сохранены. Вернуться: СТАРТ.
still-stopped = Вы отключили сообщения. Чтобы вернуться, пришлите СТАРТ.
started = С возвращением.
help = Ответьте номером или словами. НАЗАД, ПОВТОР, ПРОПУСК, СТОП.
cannot-skip = На этот вопрос нужен ответ. СТОП – закончить.
nothing-before = Это первый вопрос.
declined = Хорошо, больше не спрашиваем. Спасибо.
kept-for-person = Спасибо. Ваши слова прочтёт человек.
already-answered = На это уже ответили. Ничего не изменилось.
switch-offer = Для русского пришлите РУССКИЙ.
language-not-offered = Извините, этого языка пока нет.
languages = Языки: { $list }. Пришлите название своего.

## Menu and campaigns
menu = Чтобы участвовать, пришлите слово, или СТОП.
menu-entry = { $keyword }: { $title }
menu-none = Сейчас ничего не открыто. Спасибо, что написали.
not-understood = Извините, мы не поняли. Это прочтёт человек.
campaign-done = Вы уже участвовали. Спасибо. Квитанция: { $receipt }
campaign-closed = Это уже закрыто. Спасибо, что написали.
wants-person = Ваше сообщение прочтёт человек. Это займёт несколько дней.
status = Ваш ответ { $receipt } получен.
status-none = Вашего ответа у нас пока нет.
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

## Pages: a question

## Pages: the end

## Pages: a receipt

## Pages: when something is in the way
