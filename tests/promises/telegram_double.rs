//! The Bot API double itself, before a client nobody here wrote: teloxide's, whose types take no field amiss.

use std::time::Duration;

use teloxide_core::payloads::{
    AnswerCallbackQuerySetters, EditMessageTextSetters, GetUpdatesSetters, SendMessageSetters,
    SetMyCommandsSetters, SetWebhookSetters,
};
use teloxide_core::prelude::Requester;
use teloxide_core::types::{
    AllowedUpdate, BotCommand, ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup,
    MessageOrigin, Update, UpdateKind,
};
use teloxide_core::{ApiError, Bot, RequestError};

use crate::peers::BotApi;
use crate::peers::bot_api::TOKEN;

async fn bot() -> (BotApi, Bot) {
    let api = BotApi::start().await;
    let bot = Bot::new(TOKEN).set_api_url(reqwest::Url::parse(&api.url).unwrap());
    (api, bot)
}

async fn updates(bot: &Bot, offset: i32) -> Vec<Update> {
    bot.get_updates().offset(offset).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn teloxide_reads_every_answer() {
    let (api, bot) = bot().await;
    let noor = api.person(1001, "ar");

    let me = bot.get_me().await.unwrap();
    assert_eq!(me.username(), "majlis_bot");
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("1 Yes", "data")]]);
    let sent = bot.send_message(ChatId(1001), "مرحبا").reply_markup(keyboard).await.unwrap();
    assert_eq!(sent.text(), Some("مرحبا"));
    let edited = bot.edit_message_text(ChatId(1001), sent.id, "hello").await.unwrap();
    assert_eq!(edited.text(), Some("hello"));
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("1 Yes", "data")]]);
    bot.edit_message_text(ChatId(1001), sent.id, "tap").reply_markup(keyboard).await.unwrap();
    noor.taps(i64::from(sent.id.0), "1");
    let tapped = updates(&bot, 0).await.remove(0);
    let UpdateKind::CallbackQuery(query) = tapped.kind else { panic!("{tapped:?}") };
    assert_eq!(query.data.as_deref(), Some("data"));
    bot.answer_callback_query(query.id).text("Thank you").await.unwrap();
    assert_eq!(api.answered_queries(), 1);

    let hello = BotCommand::new("help", "How this works");
    bot.set_my_commands([hello.clone()]).language_code("en").await.unwrap();
    assert_eq!(api.commands("en"), [("help".to_owned(), "How this works".to_owned())]);
    noor.sends_voice(b"OggS and so on", None);
    let file = bot.get_file(FileId("AwACAgIAAxkBAAIB0".to_owned())).await.unwrap();
    assert_eq!(file.size, 14);
    let link = format!("{}/file/bot{TOKEN}/{}", api.url, file.path);
    assert_eq!(reqwest::get(link).await.unwrap().bytes().await.unwrap(), "OggS and so on");
    let hook = reqwest::Url::parse("http://127.0.0.1:9/hook").unwrap();
    bot.set_webhook(hook).secret_token("a-secret_1").await.unwrap();
    assert!(bot.get_webhook_info().await.unwrap().url.is_some());
    bot.delete_webhook().await.unwrap();
    assert_eq!(bot.get_webhook_info().await.unwrap().url, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn teloxide_reads_every_update() {
    let (api, bot) = bot().await;
    let noor = api.person(1002, "en");

    noor.does_everything();

    let updates = updates(&bot, 0).await;
    assert_eq!(updates.len(), 7);
    for update in &updates {
        assert!(!matches!(update.kind, UpdateKind::Error(_)), "{update:?}");
        assert_eq!(update.from().unwrap().id.0, 1002);
    }
    let message = |at: usize| match &updates[at].kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => message.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(message(0).text(), Some("/start park-hours"));
    assert!(matches!(updates[1].kind, UpdateKind::EditedMessage(_)));
    assert_eq!(message(1).id, message(0).id);
    assert!(matches!(message(2).forward_origin(), Some(MessageOrigin::User { .. })));
    assert!(message(3).chat.is_supergroup());
    assert!(message(4).location().is_some());
    assert_eq!((message(5).caption(), message(5).voice().is_some()), (Some("words beside"), true));
    assert!(
        matches!(&updates[6].kind, UpdateKind::MyChatMember(m) if m.new_chat_member.is_banned())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn updates_come_again_until_a_later_one_is_asked_for() {
    let (api, bot) = bot().await;
    let noor = api.person(1003, "en");
    for text in ["one", "two", "three"] {
        noor.says(text);
    }

    let first = updates(&bot, 0).await;
    assert_eq!(updates(&bot, 0).await, first, "nothing was confirmed");
    let limited = bot.get_updates().limit(1).await.unwrap();
    assert_eq!(limited, first[..1]);
    let second = updates(&bot, first[1].id.as_offset()).await;
    assert_eq!(second, first[2..], "two were confirmed");
    bot.get_updates().allowed_updates([AllowedUpdate::CallbackQuery]).await.unwrap();
    noor.says("not asked for");
    assert_eq!(updates(&bot, first[2].id.as_offset()).await, []);

    let began = std::time::Instant::now();
    assert_eq!(bot.get_updates().offset(0).timeout(1).await.unwrap(), []);
    assert!(began.elapsed() >= Duration::from_millis(950), "it is held open");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_documents_forbid_is_refused() {
    let (api, bot) = bot().await;
    let noor = api.person(1004, "en");
    let refused = async |chat: i64, text: &str| match bot.send_message(ChatId(chat), text).await {
        Err(RequestError::Api(error)) => error,
        other => panic!("{other:?}"),
    };

    assert_eq!(refused(1004, "a".repeat(4097).as_str()).await, ApiError::MessageIsTooLong);
    assert_eq!(refused(1004, " ").await, ApiError::MessageTextIsEmpty);
    assert_eq!(refused(9999, "hello").await, ApiError::ChatNotFound);
    bot.send_message(ChatId(1004), "🌳".repeat(2048)).await.unwrap();
    let data = InlineKeyboardButton::callback("Tap", "ن".repeat(33));
    let long = InlineKeyboardMarkup::new([[data]]);
    let answer = bot.send_message(ChatId(1004), "tap").reply_markup(long).await;
    assert!(matches!(answer, Err(RequestError::Api(ApiError::ButtonDataInvalid))), "{answer:?}");
    noor.blocks(false);
    assert_eq!(refused(1004, "hello").await, ApiError::BotBlocked);
    let stranger = Bot::new("1:wrong").set_api_url(reqwest::Url::parse(&api.url).unwrap());
    let answer = stranger.get_me().await;
    assert!(matches!(answer, Err(RequestError::Api(ApiError::InvalidToken))), "{answer:?}");

    let hook = reqwest::Url::parse("http://127.0.0.1:9/hook").unwrap();
    bot.set_webhook(hook).await.unwrap();
    let answer = bot.get_updates().await;
    // teloxide knows a shorter form of these words, of an earlier server.
    assert!(answer.is_err_and(|error| error.to_string().contains("while webhook is active")));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sends_too_fast_is_told_to_wait_and_counted_if_they_do_not() {
    let (api, bot) = bot().await;
    api.person(1005, "en");
    api.enforce_limits();

    bot.send_message(ChatId(1005), "one").await.unwrap();
    let answer = bot.send_message(ChatId(1005), "two").await;
    let Err(RequestError::RetryAfter(wait)) = answer else { panic!("{answer:?}") };
    assert_eq!((wait.seconds(), api.violations()), (2, 0));
    let answer = bot.send_message(ChatId(1005), "three").await;
    assert!(matches!(answer, Err(RequestError::RetryAfter(_))), "{answer:?}");
    assert_eq!(api.violations(), 1);
    tokio::time::sleep(Duration::from_millis(2100)).await;
    bot.send_message(ChatId(1005), "four").await.unwrap();
    assert_eq!(api.violations(), 1);
}
