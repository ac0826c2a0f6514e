//! The Bot API double before a second client that nobody here wrote: frankenstein's, with types and transport of its
//! own. Where teloxide keeps an update that it cannot read as an error inside, this one refuses the whole answer.

use std::time::Duration;

use frankenstein::client_ureq::Bot;
use frankenstein::methods::{
    AnswerCallbackQueryParams, DeleteWebhookParams, EditMessageTextParams, GetFileParams,
    GetMyCommandsParams, GetUpdatesParams, SendMessageParams, SetMyCommandsParams,
    SetWebhookParams,
};
use frankenstein::response::ErrorResponse;
use frankenstein::types::{
    BotCommand, ChatMember, ChatType, InlineKeyboardButton, InlineKeyboardMarkup,
    MaybeInaccessibleMessage, Message, MessageOrigin, ReplyMarkup,
};
use frankenstein::updates::{Update, UpdateContent};
use frankenstein::{Error, TelegramApi};

use crate::peers::BotApi;
use crate::peers::bot_api::TOKEN;

/// Its client blocks: each call has a thread to itself.
async fn call<T: Send + 'static>(
    bot: &Bot,
    with: impl FnOnce(&Bot) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let bot = bot.clone();
    tokio::task::spawn_blocking(move || with(&bot)).await.unwrap()
}

async fn bot() -> (BotApi, Bot) {
    let api = BotApi::start().await;
    let bot = Bot::new_url(format!("{}/bot{TOKEN}", api.url));
    (api, bot)
}

fn keyboard(data: &str) -> InlineKeyboardMarkup {
    let button = InlineKeyboardButton::builder().text("1 Yes").callback_data(data).build();
    InlineKeyboardMarkup::builder().inline_keyboard(vec![vec![button]]).build()
}

async fn send(bot: &Bot, chat: i64, text: &str, data: Option<&str>) -> Result<Message, Error> {
    let markup = data.map(|data| ReplyMarkup::InlineKeyboardMarkup(keyboard(data)));
    let params = SendMessageParams::builder().chat_id(chat).text(text).maybe_reply_markup(markup);
    let params = params.build();
    call(bot, move |bot| bot.send_message(&params)).await.map(|answer| answer.result)
}

async fn edit(bot: &Bot, of: &Message, text: &str, data: Option<&str>) -> Result<(), Error> {
    let params = EditMessageTextParams::builder()
        .chat_id(of.chat.id)
        .message_id(of.message_id)
        .text(text)
        .maybe_reply_markup(data.map(keyboard))
        .build();
    call(bot, move |bot| bot.edit_message_text(&params)).await.map(|_| ())
}

async fn updates(bot: &Bot, offset: i64) -> Result<Vec<Update>, Error> {
    let params = GetUpdatesParams::builder().offset(offset).build();
    call(bot, move |bot| bot.get_updates(&params)).await.map(|answer| answer.result)
}

#[track_caller]
fn refusal<T: std::fmt::Debug>(answer: Result<T, Error>) -> ErrorResponse {
    match answer {
        Err(Error::Api(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn frankenstein_drives_every_method() {
    let (api, bot) = bot().await;
    let noor = api.person(3001, "ar");

    let me = call(&bot, Bot::get_me).await.unwrap().result;
    assert_eq!((me.is_bot, me.username.as_deref()), (true, Some("majlis_bot")));
    let sent = send(&bot, 3001, "هل نزرع أشجاراً؟", Some("s1")).await.unwrap();
    assert_eq!(sent.text.as_deref(), Some("هل نزرع أشجاراً؟"));
    assert_eq!(sent.reply_markup, Some(keyboard("s1").into()));

    noor.taps(sent.message_id.into(), "1");
    let tapped = updates(&bot, 0).await.unwrap().remove(0);
    let UpdateContent::CallbackQuery(query) = tapped.content else { panic!("{tapped:?}") };
    assert_eq!((query.data.as_deref(), query.from.id), (Some("s1"), 3001));
    let Some(MaybeInaccessibleMessage::Message(under)) = query.message else { panic!("a message") };
    assert_eq!(under.message_id, sent.message_id);
    let params = AnswerCallbackQueryParams::builder().callback_query_id(query.id).text("Thanks");
    let params = params.build();
    assert!(call(&bot, move |bot| bot.answer_callback_query(&params)).await.unwrap().result);
    assert_eq!(api.answered_queries(), 1);
    edit(&bot, &sent, "شكراً", None).await.unwrap();
    assert_eq!(noor.texts(), ["شكراً"]);

    for lang in ["", "ar"] {
        let help = BotCommand::builder().command("help").description("How this works").build();
        let params =
            SetMyCommandsParams::builder().commands(vec![help.clone()]).language_code(lang);
        let params = params.build();
        call(&bot, move |bot| bot.set_my_commands(&params)).await.unwrap();
        let params = GetMyCommandsParams::builder().language_code(lang).build();
        let listed = call(&bot, move |bot| bot.get_my_commands(&params)).await.unwrap().result;
        assert_eq!(listed, [help]);
    }
    noor.sends_voice(&[0; 4096], None);
    let params = GetFileParams::builder().file_id("AwACAgIAAxkBAAIB0").build();
    let file = call(&bot, move |bot| bot.get_file(&params)).await.unwrap().result;
    assert_eq!(file.file_size, Some(4096));

    let params = SetWebhookParams::builder().url("http://127.0.0.1:9/hook").secret_token("s_1");
    let params = params.build();
    assert!(call(&bot, move |bot| bot.set_webhook(&params)).await.unwrap().result);
    let info = call(&bot, Bot::get_webhook_info).await.unwrap().result;
    assert_eq!(
        (info.url.as_str(), info.has_custom_certificate),
        ("http://127.0.0.1:9/hook", false)
    );
    let conflict = refusal(updates(&bot, 0).await);
    assert_eq!(conflict.error_code, 409);
    let params = DeleteWebhookParams::builder().build();
    call(&bot, move |bot| bot.delete_webhook(&params)).await.unwrap();
    assert_eq!(call(&bot, Bot::get_webhook_info).await.unwrap().result.url, "");
    assert_eq!(api.faults(), [] as [String; 0], "it asks for nothing the documents do not have");
}

#[tokio::test(flavor = "multi_thread")]
async fn frankenstein_reads_every_update() {
    let (api, bot) = bot().await;
    let noor = api.person(3002, "en");

    noor.does_everything();

    let all = updates(&bot, 0).await.unwrap();
    let message = |at: usize| match &all[at].content {
        UpdateContent::Message(message) => message,
        other => panic!("{other:?}"),
    };
    assert_eq!(all.len(), 7);
    assert!(all.windows(2).all(|two| two[0].update_id < two[1].update_id));
    assert_eq!(message(0).text.as_deref(), Some("/start park-hours"));
    assert_eq!(message(0).from.as_ref().unwrap().language_code.as_deref(), Some("en"));
    let UpdateContent::EditedMessage(edited) = &all[1].content else { panic!("{:?}", all[1]) };
    assert_eq!((edited.message_id, edited.edit_date.is_some()), (message(0).message_id, true));
    assert!(matches!(message(2).forward_origin.as_deref(), Some(MessageOrigin::User(_))));
    assert_eq!(message(3).chat.type_field, ChatType::Supergroup);
    assert!((message(4).location.as_ref().unwrap().latitude - 25.2048).abs() < 1e-6);
    let voice = message(5).voice.as_ref().unwrap();
    assert_eq!((voice.duration, message(5).caption.as_deref()), (3, Some("words beside")));
    let UpdateContent::MyChatMember(change) = &all[6].content else { panic!("{:?}", all[6]) };
    assert!(matches!(change.new_chat_member, ChatMember::Kicked(_)));

    let last = i64::from(all[6].update_id);
    assert_eq!(updates(&bot, last).await.unwrap(), all[6..], "those before are confirmed");
    assert_eq!(updates(&bot, last + 1).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn frankenstein_understands_every_refusal() {
    let (api, bot) = bot().await;
    let noor = api.person(3003, "en");
    let words = |refused: ErrorResponse| (refused.error_code, refused.description);
    let bad = |what: &str| (400, format!("Bad Request: {what}"));

    let sent = send(&bot, 3003, "tap", Some("s1")).await.unwrap();
    let said = words(refusal(send(&bot, 9999, "hello", None).await));
    assert_eq!(said, bad("chat not found"));
    let said = words(refusal(send(&bot, 3003, &"ن".repeat(4097), None).await));
    assert_eq!(said, bad("message is too long"));
    let said = words(refusal(send(&bot, 3003, " ", None).await));
    assert_eq!(said, bad("message text is empty"));
    let said = words(refusal(send(&bot, 3003, "tap", Some(&"ن".repeat(33))).await));
    assert_eq!(said, bad("BUTTON_DATA_INVALID"));
    let said = words(refusal(edit(&bot, &sent, "tap", Some("s1")).await));
    assert!(said.1.starts_with("Bad Request: message is not modified"), "{said:?}");
    let command = BotCommand::builder().command("Help!").description("How this works").build();
    let params = SetMyCommandsParams::builder().commands(vec![command]).build();
    let said = words(refusal(call(&bot, move |bot| bot.set_my_commands(&params)).await));
    assert_eq!(said, bad("BOT_COMMAND_INVALID"));

    noor.blocks(false);
    let said = words(refusal(send(&bot, 3003, "hello", None).await));
    assert_eq!(said, (403, "Forbidden: bot was blocked by the user".to_owned()));
    let stranger = Bot::new_url(format!("{}/bot1:wrong", api.url));
    let said = words(refusal(call(&stranger, Bot::get_me).await));
    assert_eq!(said, (401, "Unauthorized".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn frankenstein_is_told_how_long_to_wait() {
    let (api, bot) = bot().await;
    api.person(3004, "en");
    api.enforce_limits();

    send(&bot, 3004, "one", None).await.unwrap();
    let refused = refusal(send(&bot, 3004, "two", None).await);
    assert_eq!(refused.error_code, 429);
    let wait = refused.parameters.and_then(|parameters| parameters.retry_after).unwrap();
    assert_eq!(refused.description, format!("Too Many Requests: retry after {wait}"));
    tokio::time::sleep(Duration::from_secs(wait.into()) + Duration::from_millis(100)).await;
    send(&bot, 3004, "three", None).await.unwrap();
    assert_eq!((api.violations(), api.refused_for_pace()), (0, 1));
}
