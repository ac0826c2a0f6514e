//! The form through its real router.

mod desk;
mod files;
mod go_on;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::prelude::*;
use tower::ServiceExt;

use super::token::Token;
use super::{WebChannel, WebSettings};
use crate::{Address, Channel, Content};
use desk::Fake;

const KEY: &[u8] = b"a key of thirty-two bytes or more";

struct Site {
    fake: Arc<Fake>,
    router: Router,
}

struct Page {
    status: StatusCode,
    headers: HeaderMap,
    html: String,
}

impl Page {
    /// The value of the first attribute that follows `before` in the page.
    fn after(&self, before: &str) -> &str {
        let at = self.html.find(before).unwrap_or_else(|| panic!("no {before} in {}", self.html));
        self.html[at + before.len()..].split('"').next().unwrap()
    }

    fn token(&self) -> String {
        self.after("name=\"token\" value=\"").to_owned()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn has(&self, text: &str) -> bool {
        self.html.contains(text)
    }
}

fn site() -> Site {
    let fake = Arc::new(Fake::default());
    let mut settings = WebSettings::new("web", KEY.to_vec(), "https://majlis.example");
    settings.numbers = vec!["4040".to_owned()];
    settings.mailboxes = vec!["say+parks@city.example".to_owned()];
    let channel = WebChannel::new(settings, fake.clone()).unwrap();
    Site { router: channel.routes(fake.clone()), fake }
}

impl Site {
    async fn send(&self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let html = String::from_utf8(bytes.to_vec()).unwrap();
        Page { status: parts.status, headers: parts.headers, html }
    }

    async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: String) -> Page {
        let mut request =
            Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    async fn post(&self, token: &str, value: &str) -> Page {
        self.post_with("/c/park-hours", &[], body(token, value)).await
    }

    /// Answers the first question; the address of the page that follows.
    async fn begin(&self) -> String {
        let token = self.get("/c/park-hours").await.token();
        self.post(&token, "same").await.header("location").to_owned()
    }

    fn received(&self) -> usize {
        self.fake.received.lock().unwrap().len()
    }
}

fn body(token: &str, value: &str) -> String {
    format!("token={token}&lang=en&value={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
}

#[test]
fn a_short_key_is_refused() {
    let settings = WebSettings::new("web", vec![1; 31], "https://majlis.example");
    let fault = WebChannel::new(settings, Arc::new(Fake::default())).err().unwrap();
    assert_eq!(
        fault.to_string(),
        "channel web: the form key has 31 bytes — give it at least 32 random bytes"
    );
}

#[tokio::test]
async fn a_resident_answers_every_question_and_gets_a_receipt() {
    let site = site();
    let path = site.begin().await;
    assert_eq!(path.len(), "/c/park-hours/".len() + 22, "{path}");
    let why = site.get(&path).await;
    assert!(why.has("<textarea") && why.has("name=\"skip\"") && why.has("600"));
    let next = site.post(&why.token(), "It is dark").await;
    assert_eq!((next.status, next.header("location")), (StatusCode::SEE_OTHER, path.as_str()));
    let age = site.get(&path).await;
    assert!(age.has("inputmode=\"numeric\"") && !age.has("name=\"skip\""));
    site.post(&age.token(), "41").await;
    let thanks = site.get(&path).await;
    assert!(thanks.has("<bdi dir=\"ltr\">K7P-4QM</bdi>"));
    assert!(thanks.has(&format!("href=\"https://majlis.example{path}\"")), "{}", thanks.html);
    assert!(thanks.has("K, 7, P, 4, Q, M"), "to be read aloud: {}", thanks.html);
    assert!(!thanks.has("<textarea"));
    for wish in ["change", "withdraw", "erase"] {
        assert!(thanks.has(&format!("name=\"wish\" value=\"{wish}\"")), "{}", thanks.html);
    }
}

#[tokio::test]
async fn what_is_handed_in_names_session_step_and_duplicate_key() {
    let site = site();
    let text = site.get("/c/park-hours").await.token();
    let token = Token::read(&text, KEY).unwrap();
    site.post(&text, " same ").await;
    let received = site.fake.received.lock().unwrap();
    let inbound = &received[0];
    assert!(inbound.from == Address::web(&token.session_name()).unwrap());
    assert!(inbound.provider_id.starts_with(&token.nonce_name()), "{}", inbound.provider_id);
    assert_eq!((inbound.kind, inbound.channel.as_str()), ("web", "web"));
    assert_eq!(inbound.lang.as_deref(), Some("en"));
    let Content::Form { campaign, step, value, skip } = &inbound.content else { panic!() };
    assert_eq!(
        (campaign.as_str(), step.as_str(), value.as_str()),
        ("park-hours", "choice", "same")
    );
    assert!(!skip);
}

#[tokio::test]
async fn the_skip_button_wins_over_what_was_typed() {
    let site = site();
    let why = site.get(&site.begin().await).await;
    let form = body(&why.token(), "half a thought") + "&skip=1";
    site.post_with("/c/park-hours", &[], form).await;
    let received = site.fake.received.lock().unwrap();
    let Content::Form { value, skip, .. } = &received[1].content else { panic!() };
    assert!(*skip && value.is_empty());
}

#[tokio::test]
async fn nothing_is_stored_by_looking() {
    let site = site();
    for path in ["/", "/c/park-hours", "/c/park-hours?lang=ar", "/r/K7P-4QM"] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn a_double_tap_goes_to_the_same_page_under_the_same_key() {
    let site = site();
    let token = site.get("/c/park-hours").await.token();
    let one = site.post(&token, "same").await;
    let two = site.post(&token, "same").await;
    assert_eq!(one.status, StatusCode::SEE_OTHER);
    assert_eq!(one.header("location"), two.header("location"));
    let received = site.fake.received.lock().unwrap();
    assert_eq!(received[0].provider_id, received[1].provider_id);
    assert!(received[0].from == received[1].from);
}

#[tokio::test]
async fn another_choice_after_going_back_is_another_message() {
    let site = site();
    let token = site.get("/c/park-hours").await.token();
    site.post(&token, "same").await;
    let changed = site.post(&token, "later").await;
    site.post_with("/c/park-hours", &[], format!("token={token}&lang=en&skip=1")).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let received = site.fake.received.lock().unwrap();
    let ids: HashSet<&str> = received.iter().map(|inbound| inbound.provider_id.as_str()).collect();
    assert_eq!(ids.len(), 3, "each has a duplicate key of its own: {ids:?}");
    assert!(received.iter().all(|inbound| inbound.from == received[0].from));
}

#[tokio::test]
async fn nothing_is_preselected_that_would_count() {
    let site = site();
    let page = site.get("/c/park-hours").await;
    let (_, rest) = page.html.split_once("<noscript>").unwrap();
    let (spare, rest) = rest.split_once("</noscript>").unwrap();
    assert!(spare.contains("value=\"\" checked"), "{spare}");
    assert!(!rest.contains(" checked"), "no answer is chosen for the resident");
    let sent = site.post(&page.token(), "").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn an_unknown_address_is_a_page_in_the_readers_language() {
    let site = site();
    let page = site.get("/wp-login.php").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.has("There is no page at this address") && page.has("href=\"/?lang=en\""));
    let request = Request::get("/index.html").header("accept-language", "ar-AE,en;q=0.5");
    let page = site.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.has("dir=\"rtl\"") && page.has("لا توجد صفحة"));
}

#[tokio::test]
async fn two_readers_get_two_sessions() {
    let site = site();
    assert_ne!(site.begin().await, site.begin().await);
}

#[tokio::test]
async fn a_changed_token_is_refused_and_keeps_the_words() {
    let site = site();
    let path = site.begin().await;
    let good = site.get(&path).await.token();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad.replace_range(at..=at, if &good[at..=at] == "A" { "B" } else { "A" });
        let page = site.post(&bad, "It is <dark>").await;
        assert!([StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN].contains(&page.status), "{at}");
        assert!(page.has("It is &lt;dark&gt;"), "{}", page.html);
        assert!(Token::read(&page.token(), KEY).is_ok());
    }
    assert_eq!(site.received(), 1);
}

#[tokio::test]
async fn a_token_of_another_campaign_is_refused() {
    let site = site();
    let foreign = Token::new([1; 16], [2; 16], super::show::now(), "other", "choice").write(KEY);
    assert_eq!(site.post(&foreign, "same").await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn a_page_that_is_too_old_comes_again_with_the_words_in_it() {
    let site = site();
    let path = site.begin().await;
    let session = Token::read(&site.get(&path).await.token(), KEY).unwrap().session;
    let month = 31 * 24 * 3600;
    for issued in [super::show::now() - month, super::show::now() + month] {
        let old = Token::new(session, [2; 16], issued, "park-hours", "why").write(KEY);
        let page = site.post(&old, "كلماتي").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.has("كلماتي</textarea>") && page.has("too old"), "{}", page.html);
        // The new page belongs to the same session, and works.
        let again = site.post(&page.token(), "كلماتي").await;
        assert_eq!(again.header("location"), path);
        site.fake.received.lock().unwrap().truncate(1);
    }
}

#[tokio::test]
async fn forms_of_other_sites_are_refused_without_showing_their_words() {
    let site = site();
    let token = site.get("/c/park-hours").await.token();
    for header in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let page = site.post_with("/c/park-hours", &[header], body(&token, "planted")).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(!page.has("planted"));
    }
    assert_eq!(site.received(), 0);
    let own = [("sec-fetch-site", "same-origin"), ("origin", "null")];
    let page = site.post_with("/c/park-hours", &own, body(&token, "same")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_oversized_body_is_413_and_the_longest_answer_a_page_takes_is_not() {
    let site = site();
    let why = site.get(&site.begin().await).await;
    // Malayalam: three bytes a letter, nine when percent-encoded.
    let most: usize = why.after("maxlength=\"").parse().unwrap();
    let page = site.post(&why.token(), &"മ".repeat(most)).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = site.post(&why.token(), &"a".repeat(17 * 1024)).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.has("too long") && page.html.len() < 10_240);
}

#[tokio::test]
async fn an_empty_answer_is_asked_for_again_and_counts_as_no_try() {
    let site = site();
    let first = site.get("/c/park-hours").await;
    let page = site.post(&first.token(), "  ").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.received(), 0);
    assert!(page.has("<title>Error: "));
    assert!(page.has("href=\"#o1\"") && page.has("id=\"o1\""));
    assert!(page.has("aria-describedby=\"wrong\" aria-invalid=\"true\""), "{}", page.html);
    let before = Token::read(&first.token(), KEY).unwrap();
    let after = Token::read(&page.token(), KEY).unwrap();
    assert!(before.session == after.session);
}

#[tokio::test]
async fn an_answer_that_was_not_understood_is_asked_for_again() {
    let site = site();
    let path = site.begin().await;
    for value in ["It is dark", "many"] {
        let token = site.get(&path).await.token();
        site.post(&token, value).await;
    }
    let page = site.get(&path).await;
    assert!(page.has("<title>Error: ") && page.has("We did not find that answer."));
    assert!(page.has("href=\"#value\"") && page.has("aria-describedby=\"hint wrong\""));
}

#[tokio::test]
async fn while_the_store_is_away_the_words_and_the_token_stay() {
    let site = site();
    let path = site.begin().await;
    let token = site.get(&path).await.token();
    site.fake.away.store(true, Ordering::Relaxed);
    for unread in [false, true] {
        site.fake.unread.store(unread, Ordering::Relaxed);
        let page = site.post(&token, "It is dark").await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(page.header("retry-after"), "60");
        assert!(page.has("It is dark</textarea>"), "{}", page.html);
        assert_eq!(page.token(), token, "sending it again must count once");
    }
    for path in [path.as_str(), "/r/K7P-4QM"] {
        assert_eq!(site.get(path).await.status, StatusCode::SERVICE_UNAVAILABLE);
    }
}

#[tokio::test]
async fn what_is_not_there_is_404_with_a_way_on() {
    let site = site();
    for path in [
        "/c/nothing",
        "/c/%FF",
        "/c/park-hours/short",
        "/c/park-hours/AAAAAAAAAAAAAAAAAAAAAA",
        "/c/park-hours/%3Cscript%3E",
        "/r/X",
        "/r/%C3%28",
    ] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.has("<h1>We cannot find") && page.has("href=\"/?lang=en\""), "{path}");
    }
    assert_eq!(
        site.post_with("/c/nothing", &[], body("x", "y")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_closed_campaign_says_so_and_has_no_form() {
    let site = site();
    site.fake.closed.store(true, Ordering::Relaxed);
    let page = site.get("/c/park-hours").await;
    assert!(page.has("takes no more answers") && !page.has("<form"));
}

#[tokio::test]
async fn a_receipt_shows_that_it_arrived_and_no_answers() {
    let site = site();
    let page = site.get("/r/k7p-4qm").await;
    assert!(page.has("K7P-4QM") && page.has("Parks &amp; &quot;Gardens&quot;"));
    assert!(!page.has("<form") && !page.has("11 pm"));
}

#[tokio::test]
async fn words_of_residents_are_shown_as_words() {
    let site = site();
    let path = site.begin().await;
    let words = "<script>alert(1)</script>\"'{{token}}{{{style}}}\u{202e}</textarea>";
    // The first page has radios: the words stand beside them.
    let page = site.post("forged", words).await;
    assert!(!page.has("<script>") && !page.has("</textarea>"));
    assert!(page.has("{{token}}{{{style}}}"), "{}", page.html);
    site.fake.away.store(true, Ordering::Relaxed);
    let token = site.get(&path).await.token();
    let page = site.post(&token, words).await;
    assert_eq!(page.html.matches("</textarea>").count(), 1);
    assert!(page.has("&lt;script&gt;") && page.has("{{token}}{{{style}}}"));
    let texts = site.get("/c/park-hours").await;
    assert!(texts.has("11 pm, as &lt;now&gt;"));
}

#[tokio::test]
async fn language_and_direction_follow_the_reader() {
    let site = site();
    let arabic = Request::get("/c/park-hours").header("accept-language", "ar-AE,en;q=0.5");
    let page = site.send(arabic.body(Body::empty()).unwrap()).await;
    assert!(page.has("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.has("<a href=\"?lang=en\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">English</a>"));
    assert!(page.has("<h1 lang=\"ar\" dir=\"rtl\">متى تغلق الحديقة؟</h1>"));
    let page = site.get("/c/park-hours?lang=en").await;
    assert!(page.has("<html lang=\"en\" dir=\"ltr\">") && page.has("dir=\"rtl\">العربية</a>"));
    assert!(site.get("/?lang=xx").await.has("<html lang=\"en\" dir=\"ltr\">"));
    // The form is answered in the language it was shown in, and the next page keeps it.
    let token = site.get("/c/park-hours?lang=ar").await.token();
    let form = format!("token={token}&lang=ar&value=same");
    let to = site.post_with("/c/park-hours", &[], form).await;
    assert!(site.get(to.header("location")).await.has("<html lang=\"ar\" dir=\"rtl\">"));
}

#[tokio::test]
async fn a_page_that_answers_a_form_has_no_link_that_would_lose_the_words() {
    let site = site();
    let first = site.get("/c/park-hours").await;
    assert!(first.has("?lang=ar") && !first.has("keep the address"));
    let again = site.post(&first.token(), "").await;
    assert!(!again.has("href=\"?lang=") && !again.has("keep the address"));
    assert!(site.get(&site.begin().await).await.has("keep the address"));
}

#[tokio::test]
async fn words_in_a_language_without_sentences_are_marked_as_such() {
    let site = site();
    site.fake.urdu.store(true, Ordering::Relaxed);
    let page = site.get("/c/park-hours").await;
    assert!(page.has("<html lang=\"en\" dir=\"ltr\">"));
    assert!(page.has("<h1 lang=\"ur\" dir=\"rtl\">"), "{}", page.html);
    assert!(page.has("<label for=\"o1\" lang=\"ur\" dir=\"rtl\">"));
    assert!(page.has("<div lang=\"ur\" dir=\"rtl\"><p>"));
    // The answer is handed in as Urdu, and a page about a fault still has sentences.
    let form = format!("token={}&lang=ur&value=same", page.token());
    site.post_with("/c/park-hours", &[], form).await;
    assert_eq!(site.fake.received.lock().unwrap()[0].lang.as_deref(), Some("ur"));
    let form = "token=x&lang=ur&value=same".to_owned();
    assert!(site.post_with("/c/park-hours", &[], form).await.has("We could not be sure"));
    site.fake.closed.store(true, Ordering::Relaxed);
    assert!(site.get("/c/park-hours").await.has("<h1 lang=\"ur\" dir=\"rtl\">Park hours</h1>"));
}

#[tokio::test]
async fn the_list_names_campaign_keyword_and_number() {
    let page = site().get("/").await;
    assert!(page.has("href=\"/c/park-hours?lang=en\""));
    assert!(page.has("PARK") && page.has("4040"));
}

#[tokio::test]
async fn every_page_has_the_headers_and_only_its_own_style() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let site = site();
    let path = site.begin().await;
    for address in ["/", "/c/park-hours", &path, "/r/K7P-4QM", "/c/nothing"] {
        let page = site.get(address).await;
        let style = page.html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style));
        assert_eq!(
            page.header("content-security-policy"),
            format!(
                "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            )
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert!(page.header("permissions-policy").contains("camera=()"));
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(page.header("set-cookie"), "");
        for absent in ["<script", " src=", "url(", "style=\"", "<link", " on"] {
            let outside = page.html.replace(style, "");
            let tags: String = outside
                .split('<')
                .filter_map(|tag| tag.split('>').next())
                .map(|tag| format!("<{tag}"))
                .collect();
            assert!(!tags.contains(absent), "{address}: {absent}");
        }
    }
    assert_eq!(site.get(&path).await.header("cache-control"), "no-store");
    assert_eq!(site.get("/c/park-hours").await.header("cache-control"), "private, no-cache");
}

#[tokio::test]
async fn no_page_weighs_more_than_ten_kilobytes() {
    let site = site();
    let path = site.begin().await;
    for lang in ["en", "ar"] {
        for address in ["/", "/c/park-hours", &path, "/r/K7P-4QM", "/c/nothing"] {
            let page = site.get(&format!("{address}?lang={lang}")).await;
            assert!(page.html.len() <= 10 * 1024, "{address} {lang}: {} bytes", page.html.len());
        }
        let token = site.get("/c/park-hours").await.token();
        let page = site.post(&token, "").await;
        assert!(page.html.len() <= 10 * 1024, "{}", page.html.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn garbage_in_a_form_never_panics_and_is_never_handed_in(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        token in "[A-Za-z0-9_=%&-]{0,60}",
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let site = site();
            let mut body = format!("token={token}&value=").into_bytes();
            body.extend(bytes);
            let request = Request::post("/c/park-hours")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from(body)).unwrap();
            let page = site.send(request).await;
            assert!(page.status.is_client_error(), "{}", page.status);
            assert_eq!(site.received(), 0);
        });
    }
}

/// `MAJLIS_LOOK=127.0.0.1:8099 cargo test -p majlis-channels look -- --ignored` serves the pages for eyes,
/// `lynx` and screen readers, until it is stopped.
#[tokio::test]
#[ignore = "serves until stopped"]
async fn look_at_the_pages() {
    let bind = std::env::var("MAJLIS_LOOK").unwrap_or_else(|_| "127.0.0.1:8099".to_owned());
    let listener = tokio::net::TcpListener::bind(bind).await.unwrap();
    axum::serve(listener, site().router).await.unwrap();
}

/// The page with every question on it.
async fn whole(site: &Site) -> Page {
    site.fake.one_page.store(true, Ordering::Relaxed);
    site.get("/c/park-hours").await
}

fn sheet_body(token: &str, choice: &str, why: &str, age: &str) -> String {
    let why = utf8_percent_encode(why, NON_ALPHANUMERIC);
    let choice = if choice.is_empty() { String::new() } else { format!("&choice:value={choice}") };
    format!("token={token}&lang=en&asked=choice+why+age{choice}&why:value={why}&age:value={age}")
}

async fn send_sheet(site: &Site, body: String) -> Page {
    site.post_with("/c/park-hours?all", &[], body).await
}

#[tokio::test]
async fn every_question_on_one_page_is_handed_in_as_one_message() {
    let site = site();
    let page = whole(&site).await;
    assert!(page.has("<h1 lang=\"en\" dir=\"ltr\">Park hours</h1>"), "{}", page.html);
    assert_eq!((page.html.matches("<form").count(), page.html.matches("<h1").count()), (1, 1));
    for question in ["1. When should the park close?", "2. Why do you", "3. How old"] {
        assert!(page.has(question), "{question}: {}", page.html);
    }
    let body = sheet_body(&page.token(), "same", "It is <dark>", "41");
    for _ in 0..2 {
        let sent = send_sheet(&site, body.clone()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "also the second tap: {}", sent.html);
    }
    let received = site.fake.received.lock().unwrap();
    assert_eq!(received[0].provider_id, received[1].provider_id);
    let Content::Sheet { answers, as_is, .. } = &received[0].content else { panic!() };
    let answers: Vec<(&str, &str)> =
        answers.iter().map(|filled| (filled.step.as_str(), filled.value.as_str())).collect();
    assert_eq!(answers, [("choice", "same"), ("why", "It is <dark>"), ("age", "41")]);
    assert!(!as_is);
}

#[tokio::test]
async fn all_faults_of_a_page_stand_in_one_summary_and_what_was_right_is_kept() {
    let site = site();
    let token = whole(&site).await.token();
    let page = send_sheet(&site, sheet_body(&token, "", "It is <dark>", "many")).await;
    assert_eq!((page.status, site.received()), (StatusCode::UNPROCESSABLE_ENTITY, 0));
    assert!(page.has("<title>Error: "));
    for (field, id) in [("q1o1", "q1wrong"), ("q3value", "q3wrong")] {
        assert!(page.has(&format!("href=\"#{field}\"")) && page.has(&format!("id=\"{field}\"")));
        assert!(page.has(&format!("id=\"{id}\"")), "{}", page.html);
    }
    assert!(page.has("<a class=\"big\" href=\"#q1o1\">1. Choose one answer"), "{}", page.html);
    assert!(page.has("It is &lt;dark&gt;</textarea>") && page.has("value=\"many\""));
    assert!(!page.has("name=\"as-is\""), "a question that must be answered is not");
    // Only what was not understood is left: that can be sent as it is.
    let page = send_sheet(&site, sheet_body(&token, "same", "", "many")).await;
    assert!(page.has("name=\"as-is\"") && page.has("value=\"same\" checked"), "{}", page.html);
    let body = sheet_body(&page.token(), "same", "", "many") + "&as-is=1";
    assert_eq!(send_sheet(&site, body).await.status, StatusCode::SEE_OTHER);
    let received = site.fake.received.lock().unwrap();
    assert!(matches!(&received[0].content, Content::Sheet { as_is: true, .. }));
}

#[tokio::test]
async fn while_the_store_is_away_every_answer_of_a_page_stays() {
    let site = site();
    let token = whole(&site).await.token();
    site.fake.away.store(true, Ordering::Relaxed);
    for unread in [false, true] {
        site.fake.unread.store(unread, Ordering::Relaxed);
        let page = send_sheet(&site, sheet_body(&token, "same", "It is dark", "41")).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.has("It is dark") && page.has("value=\"41\""), "{}", page.html);
        assert_eq!(page.token(), token, "sending it again must count once");
        site.fake.one_page.store(false, Ordering::Relaxed);
    }
    // The page is not what it was: its answers are kept in hidden fields.
    let page = send_sheet(&site, sheet_body(&token, "same", "It is dark", "41")).await;
    assert!(page.has("type=\"hidden\" name=\"why:value\" value=\"It is dark\""), "{}", page.html);
    assert!(page.has("name=\"asked\" value=\"choice why age\""));
}

#[tokio::test]
async fn a_page_of_several_that_comes_late_loses_no_words() {
    let site = site();
    let page = whole(&site).await;
    let session = Token::read(&page.token(), KEY).unwrap().session;
    let old = Token::new(session, [2; 16], 1, "park-hours", super::token::SHEET).write(KEY);
    site.fake.one_page.store(false, Ordering::Relaxed);
    let page = send_sheet(&site, sheet_body(&old, "same", "It is dark", "41")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.has("It is dark") && page.has("too old"), "{}", page.html);
}

#[tokio::test]
async fn text_clients_are_asked_in_the_words_of_the_sms_and_told_how_to_answer() {
    let site = site();
    let text = [("accept", "text/plain")];
    let get = async |path: &str| {
        let request = Request::get(path).header("accept", "text/plain");
        site.send(request.body(Body::empty()).unwrap()).await
    };
    let page = get("/c/park-hours").await;
    assert_eq!(page.header("content-type"), "text/plain; charset=utf-8");
    assert!(page.header("vary").contains("Accept,"), "{}", page.header("vary"));
    assert!(page.has("\n1 1 am\n2 11 pm, as now\n3 9 pm\n") && !page.has("<"), "{}", page.html);
    assert!(page.has("العربية: https://majlis.example/c/park-hours?lang=ar"));
    let line = page.html.lines().find(|line| line.starts_with("curl ")).unwrap();
    assert!(line.ends_with("'value=1' 'https://majlis.example/c/park-hours'"), "{line}");
    let token = line.split("token=").nth(1).unwrap().split(' ').next().unwrap();
    // An answer gets the next question at once.
    let empty = site.post_with("/c/park-hours", &text, body(token, "")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.html.starts_with("Choose one answer"), "{}", empty.html);
    let next = site.post_with("/c/park-hours", &text, body(token, "same")).await;
    assert_eq!(
        (next.status, next.header("content-type")),
        (StatusCode::OK, "text/plain; charset=utf-8")
    );
    assert!(next.has("curl ") && next.has("value=…"), "{}", next.html);
    assert_eq!(site.received(), 1);
    for (path, words) in [
        ("/", "https://majlis.example/c/park-hours?lang=en"),
        ("/r/K7P-4QM", "K7P-4QM"),
        ("/c/park-hours?paper", "[ ] 1 1 am"),
        ("/nowhere", "There is no page"),
    ] {
        let page = get(path).await;
        assert!(page.has(words) && !page.has("</"), "{path}: {}", page.html);
    }
    assert!(site.get("/c/park-hours").await.has("<!doctype html>"), "HTML unless asked otherwise");
}

#[tokio::test]
async fn a_paper_form_has_the_numbers_of_the_sms_and_the_ways_to_send_them() {
    let site = site();
    let page = site.get("/c/park-hours?paper").await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "<b>1</b> 1 am",
        "1. The park is yours.<br>When should",
        "2. Why do you",
        "class=\"line\"",
        "4040",
        "https://majlis.example/c/park-hours",
        "?paper&amp;lang=ar",
        "answer to question \u{2068}1\u{2069} is \u{2068}2, 3\u{2069}",
    ] {
        assert!(page.has(words), "{words}: {}", page.html);
    }
    assert!(!page.has("<form") && page.html.len() <= 10 * 1024);
    assert_eq!(site.get("/c/nothing?paper").await.status, StatusCode::NOT_FOUND);
    assert!(site.get("/c/park-hours").await.has("href=\"?paper&amp;lang=en\""));
}
