//! Going on elsewhere: a code for another phone, and the private link.

use super::*;

fn wish(token: &str) -> String {
    format!("token={token}&lang=en&wish=go-on")
}

#[tokio::test]
async fn the_page_of_a_question_has_a_button_that_shows_a_code_and_where_to_send_it() {
    let site = site();
    let first = site.get("/c/park-hours").await;
    assert!(!first.has("go-on"), "nothing was answered yet, and there is nothing to go on with");
    let path = site.begin().await;
    let page = site.get(&path).await;
    assert!(page.has("name=\"wish\" value=\"go-on\""), "{}", page.html);
    let sent = site.post_with("/c/park-hours", &[], wish(&page.token())).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.header("location"), format!("{path}?go-on"));
    let shown = site.get(sent.header("location")).await;
    assert_eq!((shown.status, shown.header("cache-control")), (StatusCode::OK, "no-store"));
    for words in [
        "<bdi dir=\"ltr\">LINK 482 193</bdi>",
        "before \u{2068}14:35\u{2069}",
        "href=\"sms:4040?body&#x3D;LINK%20482%20193\"",
        "href=\"mailto:say%2Bparks@city.example?subject&#x3D;LINK%20482%20193&amp;body&#x3D;LINK%20482%20193\"",
        "STOP on one is STOP on both",
        "Tell nobody else",
        &format!("<bdi dir=\"ltr\">https://majlis.example{path}</bdi>"),
        "?go-on&amp;lang&#x3D;ar",
    ] {
        let html = shown.html.replace("?go-on&amp;lang=", "?go-on&amp;lang&#x3D;");
        assert!(html.contains(words), "{words}: {html}");
    }
    assert!(!shown.has("Telegram"), "there is no bot");
    assert!(!shown.has("<script") && !shown.headers.contains_key("set-cookie"));
    assert!(shown.html.len() <= 10 * 1024);
    let question = site.get(&path).await;
    assert!(question.has("Why do you think so?"), "the question waits on");
}

#[tokio::test]
async fn looking_makes_no_code_and_a_used_one_is_said_to_be_over() {
    let site = site();
    let path = site.begin().await;
    let before = site.received();
    let looked = site.get(&format!("{path}?go-on")).await;
    assert!(looked.has("There is no code now") && !looked.has("LINK"), "{}", looked.html);
    assert_eq!(site.received(), before);
    let again = site.post_with("/c/park-hours", &[], wish(&looked.token())).await;
    assert!(site.get(again.header("location")).await.has("LINK 482 193"), "its button brings one");
}

#[tokio::test]
async fn a_second_press_of_the_button_is_the_same_message() {
    let site = site();
    let path = site.begin().await;
    let token = site.get(&path).await.token();
    for _ in 0..2 {
        let sent = site.post_with("/c/park-hours", &[], wish(&token)).await;
        assert_eq!(sent.header("location"), format!("{path}?go-on"));
    }
    let received = site.fake.received.lock().unwrap();
    let ids: Vec<&str> = received.iter().map(|inbound| inbound.provider_id.as_str()).collect();
    assert_eq!((ids.len(), ids[1]), (3, ids[2]));
}

#[tokio::test]
async fn the_private_page_of_an_answer_has_the_button_while_it_can_be_changed() {
    let site = site();
    let path = site.begin().await;
    for value in ["It is dark", "41"] {
        site.post(&site.get(&path).await.token(), value).await;
    }
    assert!(site.get(&path).await.has("name=\"wish\" value=\"go-on\""));
    site.fake.closed.store(true, Ordering::Relaxed);
    assert!(!site.get(&path).await.has("value=\"go-on\""));
}

#[tokio::test]
async fn a_small_client_gets_the_code_as_text_and_at_once() {
    let site = site();
    let text = [("accept", "text/plain")];
    let first = site.get("/c/park-hours").await.token();
    let next = site.post_with("/c/park-hours", &text, body(&first, "same")).await;
    let line = next.html.lines().find(|line| line.contains("wish=go-on")).unwrap();
    let token = line.split("token=").nth(1).unwrap().split(' ').next().unwrap();
    let shown = site.post_with("/c/park-hours", &text, wish(token)).await;
    assert_eq!(shown.status, StatusCode::OK);
    for words in ["482 193", "14:35", "4040", "say+parks@city.example", "https://majlis.example/c/"]
    {
        assert!(shown.has(words) && !shown.has("</"), "{words}: {}", shown.html);
    }
}

#[tokio::test]
async fn without_the_store_it_says_so_and_no_token_of_another_site_gets_a_code() {
    let site = site();
    let path = site.begin().await;
    let token = site.get(&path).await.token();
    site.fake.away.store(true, Ordering::Relaxed);
    let busy = site.post_with("/c/park-hours", &[], wish(&token)).await;
    assert_eq!(busy.status, StatusCode::SERVICE_UNAVAILABLE);
    site.fake.away.store(false, Ordering::Relaxed);
    let foreign = [("origin", "https://other.example")];
    let refused = site.post_with("/c/park-hours", &foreign, wish(&token)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(site.get(&format!("{path}?go-on")).await.has("There is no code now"));
    site.fake.unread.store(true, Ordering::Relaxed);
    let unread = site.get(&format!("{path}?go-on")).await;
    assert_eq!(unread.status, StatusCode::SERVICE_UNAVAILABLE);
}
