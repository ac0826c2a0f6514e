//! A page is small: one request, 10 KB as it is, 4 KB packed, in every language and for every answer type. Where a
//! campaign puts several questions on one page, or all on paper, each beyond the first may add 512 bytes, and 64
//! packed.
//!
//! `cargo test --test promises page_weight -- --nocapture` prints the table.

use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, LOCATION};

use crate::peers::Gateway;
use crate::peers::every_type::{TYPES, WHOLE, words};
use crate::peers::http::client;

/// Bytes of a page: as it is, by brotli, by gzip.
struct Weight {
    page: String,
    raw: usize,
    brotli: usize,
    gzip: usize,
    /// Questions beyond the first.
    more: usize,
}

/// Bytes a further question of the same page may add: as it is, and packed.
const FURTHER: (usize, usize) = (512, 64);

async fn weigh(client: &reqwest::Client, url: &str, page: String, more: usize) -> Weight {
    let bytes = async |coding: &str| {
        let answer = client.get(url).header(ACCEPT_ENCODING, coding).send().await.unwrap();
        let packed = answer.headers().get(CONTENT_ENCODING).map(|coding| coding.to_str().unwrap());
        assert_eq!(packed.unwrap_or("identity"), coding, "{url}");
        answer.bytes().await.unwrap().len()
    };
    let (raw, brotli, gzip) = (bytes("identity").await, bytes("br").await, bytes("gzip").await);
    Weight { page, raw, brotli, gzip, more }
}

/// The private link of a conversation in which this was sent; where a code is wanted, it is shown there, too.
async fn begun(
    client: &reqwest::Client,
    public: &str,
    ask: &str,
    lang: &str,
    value: &str,
) -> String {
    let mut page = format!("{public}/c/{ask}?lang={lang}");
    for field in [format!("value={value}"), "wish=go-on".to_owned()] {
        let html = client.get(&page).send().await.unwrap().text().await.unwrap();
        let token = html.split("name=\"token\" value=\"").nth(1).expect("a form");
        let token = token.split('"').next().unwrap();
        let sent = client
            .post(format!("{public}/c/{ask}"))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(format!("token={token}&lang={lang}&{field}"));
        let sent = sent.send().await.unwrap();
        let to = sent.headers().get(LOCATION).expect("a browser is sent on").to_str().unwrap();
        page = format!("{public}{to}");
    }
    page.strip_suffix("?go-on").expect("the page with the code").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_in_every_language_keeps_to_its_budget() {
    let mut gateway = Gateway::of_every_type();
    gateway.start().await;
    let all = TYPES.len() - 2;
    let mut pages = vec![
        ("/?".to_owned(), "home", 0),
        ("/r/AAA-AAA?".to_owned(), "no such receipt", 0),
        (format!("/c/{WHOLE}?"), "12 on one page", all),
        (format!("/c/{WHOLE}?paper&"), "12 on paper", all),
        ("/c/choice?paper&".to_owned(), "one on paper", 0),
    ];
    pages.extend(TYPES.map(|ask| (format!("/c/{ask}?"), ask, 0)));

    let client = client();
    let mut heaviest: Vec<Weight> = Vec::new();
    println!("{:16} {:>9} {:>9} {:>9}   (heaviest language)", "page", "raw", "brotli", "gzip");
    for (path, name, more) in pages {
        let mut of_page: Vec<Weight> = Vec::new();
        for lang in words().keys() {
            let url = format!("{}{path}lang={lang}", gateway.public);
            of_page.push(weigh(&client, &url, format!("{name} {lang}"), more).await);
        }
        of_page.sort_by_key(|weight| weight.raw);
        let most = of_page.pop().unwrap();
        let lang = most.page.rsplit(' ').next().unwrap();
        println!("{name:16} {:9} {:9} {:9}   {lang}", most.raw, most.brotli, most.gzip);
        heaviest.push(most);
    }

    let open = [
        ("ranking", "nonsense", "?", "a private one"),
        ("choice", "1", "?", "the thanks"),
        ("choice", "1", "?go-on&", "going on"),
    ];
    for (ask, value, query, name) in open {
        let mut of_page: Vec<Weight> = Vec::new();
        for lang in words().keys() {
            let link = begun(&client, &gateway.public, ask, lang, value).await;
            let url = format!("{link}{query}lang={lang}");
            of_page.push(weigh(&client, &url, format!("{name} {lang}"), 0).await);
        }
        of_page.sort_by_key(|weight| weight.raw);
        let most = of_page.pop().unwrap();
        let lang = most.page.rsplit(' ').next().unwrap();
        println!("{name:16} {:9} {:9} {:9}   {lang}", most.raw, most.brotli, most.gzip);
        heaviest.push(most);
    }

    for weight in heaviest {
        let Weight { page, raw, brotli, gzip, more } = weight;
        let most = (10 * 1024 + more * FURTHER.0, 4 * 1024 + more * FURTHER.1);
        assert!(raw <= most.0, "{page}: {raw} bytes");
        assert!(brotli <= most.1 && gzip <= most.1, "{page}: {brotli}, {gzip} bytes packed");
    }
    gateway.stop();
}
