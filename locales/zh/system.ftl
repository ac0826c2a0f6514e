# machine-drafted: no native speaker of Chinese has reviewed these sentences yet.
# Each one that is sent fits in one SMS.

## Answer labels
option-yes = 是
option-no = 否
option-unsure = 不确定
option-agree = 同意
option-disagree = 不同意
option-pass = 没有意见
option-other = 其他

## How to answer: the last line of a question
hint-choice = 请回复一个号码。
hint-other = 请回复号码，或用自己的话写。
hint-choices = 请回复一个或几个号码，如 1 3。最多 { $max } 个。
hint-ranking = 请回复号码，最好的在前，如 2 1。最多 { $max } 个。
hint-points = 请分配 { $total } 分：按此顺序写 { $count } 个数。
hint-date = 请回复日期，如 25/12。
hint-file = 请发照片、录音或文件。
hint-no-file = 这里收不到文件。可以用文字说明。
hint-rating = 请回复 { $min } 到 { $max }。
hint-number = 请回复一个数字。
hint-text = 请用自己的话写。
hint-place = 请写地点。
hint-skip = 发“跳过”略过。
hint-stop = 发“停止”结束。

## Asked again, simpler
again-choice = 对不起，没看懂。请发一个号码，1 到 { $max }：
again-choice-short = 只发一个号码，1 到 { $max }。
again-range = 请发 { $min } 到 { $max } 的号码。
again-rating = 对不起，没看懂。请发一个数字，{ $min } 到 { $max }。
again-number = 对不起，没看懂。请发一个数字，{ $min } 到 { $max }。
again-text = 对不起，消息是空的。请写几个字。
again-text-short = 几个字就够了。
again-place = 对不起，消息是空的。请写地点的名称。
again-choices = 对不起，没看懂。请发 { $min } 到 { $max } 个号码，如 1 3：
again-choices-short = 只发 1 到 { $count } 的号码，如 1 3
again-ranking = 对不起，没看懂。请发号码，最好的在前，如 2 1：
again-ranking-short = 只发最好的那个号码，1 到 { $count }。
again-points = 总数不是 { $total }。请发 { $count } 个数，总数为 { $total }：
again-points-short = 请按此顺序发 { $count } 个数，总和 { $total }：
again-date = 对不起，没看懂。请发日、月、年，如 25/12/2026。
again-date-short = 只发日期，例如 25/12。
again-file = 没有收到文件。请发送、用文字说明，或发“跳过”。

## Did you mean
confirm = 您是说：{ $value }？

## Words that always work
stopped = 不会再给您发消息。您的回答已保存。发“开始”可以回来。
still-stopped = 您已停止接收消息。发“开始”可以回来。
started = 欢迎回来。
help = 用号码或文字回答。“返回”上一题，“跳过”下一题，“语言”换语言，“人工”找人，“停止”结束。
help-outside = “修改”改回答，“状态”查是否收到，“删除”撤回，“语言”换语言，“人工”找人。
cannot-skip = 这个问题需要回答。发“停止”结束。
nothing-before = 这是第一个问题。
declined = 好的，不再问了。谢谢。
kept-for-person = 谢谢。会有人看您写的内容。
kept-long = 内容较长，我们全部保存了。
already-answered = 这个已经回答过。没有改变。
slow-down = 您的消息很多，都已保存。几分钟后再回复您。
switch-offer = 要用中文，请发“中文”。
language-not-offered = 对不起，还没有这种语言。
languages = 语言：{ $list }。请发您的语言名称。

## Menu and campaigns
menu = 发一个词参加，或发“停止”。
menu-entry = { $keyword }: { $title }
menu-none = 现在没有开放的内容。谢谢您的来信。
not-understood = 对不起，没看懂。会有人来看。
campaign-done = 您已参加过。谢谢。回执：{ $receipt }
change-how = 修改：更改您的回答。
campaign-closed = 这个已经结束。谢谢您的来信。
campaign-not-open = 这个还没有开始。请以后再来信。
wants-person = 会有人看您的消息。可能需要几天。
person-write = 请现在写下要给工作人员看的话。
status = 您的回答 { $receipt } 已收到。
status-none = 还没有您的回答。
status-entry = { $title }：{ $receipt }
status-open = { $title }：尚未完成
## Going on, changing, taking back
reminder = 您还没有完成：{ $title }
reminder-stop = 发“停止”不再接收消息。
resumed = 欢迎回来。我们从这里继续。
change-which = 要改哪个回答？
change-entry = { $question } { $answer }
changed = 已修改。谢谢。回执：{ $receipt }
change-nothing = 没有可以修改的回答。
change-closed = 这个已经结束。回答不能再改。
erase-which = 要我们做什么？
erase-withdraw = 撤回我的回答：{ $title }
erase-all = 删除我的全部内容
erase-all-shared = 删除此手机发送的全部内容
erase-keep = 什么都不改
withdrawn = 您的回答已撤回，不再计入。
erased = 您的全部内容已删除。
erase-kept = 没有改变。
erase-nothing = 我们没有您的任何内容。

## Several people, one phone
new-person = 这里已有人回答过。您是另一个人吗？
new-person-yes = 是，另一个人
new-person-no = 否

## Danger
emergency = 如果有人有危险，请马上拨打 { $number }。会有人看您的消息。

## Pages: every page
page-title = { $title } – 议事厅
page-error-title = 错误：{ $title } – 议事厅
page-languages = 语言
page-home-link = 所有开放的问题
page-again-link = 去看问题
page-asked-by = { $entity } 提问
page-date = { $year }年{ $month ->
    [m1] 1
    [m2] 2
    [m3] 3
    [m4] 4
    [m5] 5
    [m6] 6
    [m7] 7
    [m8] 8
    [m9] 9
    [m10] 10
    [m11] 11
   *[m12] 12
}月{ $day }日

## Pages: the list of campaigns
page-home-title = 说出您的看法
page-home-intro = 请选择要回答的内容。不需要账户。
page-home-none = 现在没有开放的内容。请改天再来。
page-by-sms = 或用短信：发 { $keyword } 到 { $number }。
page-by-sms-no-number = 或用消息：发 { $keyword } 这个词。

## Pages: a question
page-send = 发送回答
page-skip = 跳过这个问题
page-may-skip = 这个问题可以跳过。
page-up-to = 最多可写 { $max } 个字。
page-number = 请写一个数字，如 3。
page-place = 请用自己的话写地点，如街道或楼名。
page-come-back = 可以停下以后再答：请保存本页地址。
page-error-heading = 请看这里
page-no-choice = 还没有选择回答
page-choose = 请选一个回答，再发送。
page-choose-or-skip = 请选一个回答，或跳过。
page-choices = 请选 { $min } 到 { $max } 个回答。
page-choices-exactly = 请选 { $max } 个回答。
page-no-choices = 回答的个数不对
page-other = 其他，用自己的话：
page-ranking = 在最好的旁边写 1，下一个写 2。最多 { $max } 个。
page-no-ranking = 顺序不清楚
page-points = 请分配 { $total } 分。总数要等于 { $total }。
page-no-points = 分数总和不是 { $total }
page-write-date = 请写日期，如 25/12/2026。
page-no-date = 这不是日期
page-file = 请选照片、录音或文件。最大 { $max } 兆。
page-or-describe = 或用文字说明：
page-no-file = 没有收到文件
page-write = 请写下回答，再发送。
page-write-or-skip = 请写下回答，或跳过。
page-kept = 这是您发来的文字，可以复制：
page-your-answer = 您的回答

## Pages: the end
page-thanks = 谢谢。您的回答已收到。
page-receipt-is = 您的回执
page-receipt-keep = 请记下来。用它可以看到后来的结果。
page-receipt-link = 查看回执
page-private-title = 您的私人链接
page-private-note = 这个链接可再次显示您的回答页。请自己保管。
page-change = 修改回答
page-withdraw = 撤回我的回答
page-withdraw-note = 您的回答将不再计入。不能恢复。
page-erase = 删除我的全部内容
page-erase-note = 您的回答和文字将被删除。不能恢复。
page-withdrawn = 您的回答已撤回，不再计入。
page-erased = 您在这里的全部内容已删除。
page-spoken-receipt = 朗读：{ $spoken }
page-closed = 这里不再接受回答。谢谢您来。

## Pages: a receipt
page-receipt-title = 回执
page-receipt-arrived = 这张回执的回答于 { $date } 收到，在 { $entity } 处。
page-receipt-open = 还在进行中。以后请来看结果。
page-receipt-closed = 已经结束。{ $entity } 正在看回答。

## Pages: when something is in the way
page-no-page-title = 这个地址没有页面
page-no-page = 请检查地址，或去看问题列表。
page-no-campaign-title = 没有找到
page-no-campaign = 请检查地址，或从列表中选择。
page-no-link-title = 这个链接下没有回答
page-no-link = 请检查链接是否完整。也可以从列表重新开始。
page-no-receipt-title = 没有找到这张回执
page-no-receipt = 回执像 K7P-4QM。请检查字母和数字再试。
page-stale = 页面太旧了。您的文字还在。请检查后再发。
page-unknown-form = 不能确定页面来自我们。您的文字还在。请检查后再发。
page-elsewhere = 回答来自别的网站，没有接受。请在这里回答。
page-garbled-title = 看不懂收到的内容
page-garbled = 没有保存。请退回一页再发，或重新打开问题。
page-too-long-title = 您的回答太长
page-too-long = 没有保存。请退回一页，改短后再发。
page-busy-title = 现在不能接受回答
page-busy = 是我们的问题，不是您的。请一分钟后再试。
page-busy-kept = 现在不能接受回答，是我们的问题。您的回答还在。请等一分钟再发。

## Email
mail-above = 请在此行上方写下您的回答
mail-stop = 停止这些邮件
mail-prove = 为确认是您本人：请用同样的话回复此邮件。

## USSD: turning screens, behind 00 and 000
ussd-more = 更多
ussd-before = 上一页

## Files of residents
file-kind = 有一个文件没有收下。我们接收照片、录音、视频和 PDF 文件。
file-empty = 有一个文件没有收下：里面没有内容。
file-too-large = 有一个文件没有收下：太大了。最多 { $max } 兆字节。
file-too-many = 没有收下全部文件。我们最多收 { $max } 个。
file-lost = 有一个文件没有送到。
file-not-asked = 这里不需要文件。请用文字回答。
file-count = 文件：{ $count }
## A page of several questions, paper, and plain text
page-send-all = 发送全部答案
page-as-is = 就这样发送
page-as-is-note = 我们没看懂的内容会由工作人员阅读。
page-paper-link = 纸质表格
page-paper-how = 请把答案写在这张纸上，然后用下面任一方式告诉我们同样的数字和文字：
page-paper-only-if = 仅当您对问题 { $question } 的回答是 { $answers } 时：
page-paper-go-to = 如果您的回答是 { $answers }，请转到问题 { $question }。
page-paper-go-end = 如果您的回答是 { $answers }，这就是最后一个问题。
page-paper-then-to = 然后转到问题 { $question }。
page-paper-then-end = 这就是最后一个问题。
page-by-mail = 或用电子邮件：把 { $keyword } 写到 { $mailbox }。
page-text-how = 要回答，请把 value= 后面换成您的答案并发送：
## One resident with several addresses
link-code = 请在 { $until } 前用另一部手机、应用或邮箱发送 LINK { $code }。
link-both = 之后两边共享您的回答，一边 STOP 即两边 STOP。
link-secret = 请勿把代码告诉他人。
link-done = 好了：两边现在合为一个。
link-told = 您的代码已被使用：两边合为一个。不是您？发送 PERSON。
link-wrong = 代码错误、已用过或已过期。
link-many = 错误的代码太多，请等 10 分钟。
link-new = 从另一边发送 LINK 获取新代码。
link-self = 这个代码是给您的另一部手机、应用或邮箱的。
link-already = 两边早已合为一个。
link-stopped = 一边已 STOP，所以两边都停。发送 START 恢复。
stopped-entity = { $entity } 不再给您写信。发送 START 恢复。
stop-all-how = STOP ALL：谁都不再发消息。
link-contact = 或用下面的按钮分享您自己的号码。
contact-share = 分享我的号码

## Invitations
invitation = { $title }：发送 { $token } 参与。
invited-before = 此邀请已有回答。您若完成，则计您的。

## Going on elsewhere
page-go-on = 换一部手机继续，或以后继续
page-go-on-over = 现在没有代码：它已用过或已过期。
page-go-on-new = 显示新代码
page-go-on-link = 任何人在浏览器中打开此链接都会从这里继续。请勿告诉他人。
page-go-on-sms = 用短信：发到 { $number }
page-go-on-telegram = 在 Telegram：发给我们的机器人
page-go-on-mail = 用电子邮件：发到 { $mailbox }
