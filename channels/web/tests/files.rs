//! Forms with files.

use super::*;
use crate::{Files, Unfit};

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a street";

/// A body as browsers write it: text fields, then a part for each file with its name.
fn multipart(token: &str, words: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in [("token", token), ("lang", "en"), ("value", words)] {
        let head = format!("--b0\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
    }
    for (name, bytes) in files {
        let head = format!(
            "--b0\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--b0--\r\n");
    body
}

impl Site {
    fn filing() -> Self {
        let site = site();
        site.fake.filing.store(true, Ordering::Relaxed);
        site
    }

    async fn upload(&self, body: Vec<u8>) -> Page {
        let request = Request::post("/c/park-hours")
            .header("content-type", "multipart/form-data; boundary=b0")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    fn files(&self, at: usize) -> Files {
        match &self.fake.received.lock().unwrap()[at].content {
            Content::Files(files) => (**files).clone(),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_question_for_a_file_has_a_labelled_field_and_words_will_do() {
    let site = Site::filing();
    let page = site.get("/c/park-hours").await;
    for part in [
        "enctype=\"multipart/form-data\"",
        "<input type=\"file\" id=\"file\" name=\"file\" multiple accept=\"image/*,",
        "<label for=\"file\"",
        "<label for=\"value\">Or describe",
        "10\u{2069} megabytes",
    ] {
        assert!(page.has(part), "{part} in {}", page.html);
    }
    let sent = site.upload(multipart(&page.token(), "by the gate", &[("", b"")])).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let Content::Form { value, step, .. } = &site.fake.received.lock().unwrap()[0].content else {
        panic!()
    };
    assert_eq!((value.as_str(), step.as_str()), ("by the gate", "choice"));
}

#[tokio::test]
async fn a_chosen_file_is_handed_in_with_its_step_and_without_its_name() {
    let site = Site::filing();
    let token = site.get("/c/park-hours").await.token();
    let body = multipart(&token, " here ", &[("me at home.png", PHOTO), ("again.png", PHOTO)]);
    assert_eq!(site.upload(body.clone()).await.status, StatusCode::SEE_OTHER);
    let files = site.files(0);
    assert_eq!((files.files.len(), files.words.as_str()), (1, "here"));
    assert_eq!(files.files[0].media_type, "image/jpeg", "whatever it was called");
    assert_eq!(files.files[0].bytes, PHOTO);
    assert_eq!(files.page, Some(("park-hours".to_owned(), "choice".to_owned())));
    site.upload(body).await;
    let other = multipart(&token, " here ", &[("a.png", b"\xff\xd8\xff\xe0 another")]);
    site.upload(other).await;
    let received = site.fake.received.lock().unwrap();
    assert_eq!(received[0].provider_id, received[1].provider_id, "a double tap");
    assert_ne!(received[0].provider_id, received[2].provider_id, "other bytes");
}

#[tokio::test]
async fn a_file_that_is_none_is_explained_and_the_words_are_kept() {
    let large = [PHOTO, &[0; 10 * 1024 * 1024][..]].concat();
    let site = Site::filing();
    let token = site.get("/c/park-hours").await.token();
    for (files, said) in [
        (vec![("a.jpg", &b"MZ a program"[..])], "We take photos"),
        (vec![("a.jpg", &b""[..])], "nothing is in it"),
        (vec![("a.jpg", &large[..])], "10\u{2069} megabytes"),
    ] {
        let page = site.upload(multipart(&token, "by the gate", &files)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(
            page.has(said) && page.has("href=\"#file\"") && page.has("by the gate"),
            "{}",
            page.html
        );
        assert!(page.has("<title>Error:"), "{}", page.html);
    }
    assert_eq!(site.received(), 0);
    let page = site.upload(multipart(&token, "", &[("", b"")])).await;
    assert!(page.has("No file has come"), "{}", page.html);
}

#[tokio::test]
async fn good_files_are_taken_and_the_next_page_names_the_others() {
    let many: Vec<Vec<u8>> = (0..6_u8).map(|n| [PHOTO, &[n][..]].concat()).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|bytes| ("p.jpg", bytes.as_slice())).collect();
    let mixed = vec![("a.jpg", PHOTO), ("b.jpg", &b"MZ a program"[..])];
    for (files, taken, said) in [(mixed, 1, "We take photos"), (many, 5, "Not every file")] {
        let site = Site::filing();
        let token = site.get("/c/park-hours").await.token();
        let sent = site.upload(multipart(&token, "", &files)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{said}: {}", sent.html);
        assert_eq!(site.files(0).files.len(), taken);
        let next = site.get(sent.header("location")).await;
        assert!(next.has(said), "{}", next.html);
    }
}

#[tokio::test]
async fn whoever_was_given_no_page_cannot_fill_our_memory() {
    let site = Site::filing();
    let body = multipart("not ours", "words", &[("a.jpg", PHOTO)]);
    let page = site.upload(body).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert!(page.has("words"), "what was typed is kept: {}", page.html);
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn a_body_without_end_is_hung_up_on_and_a_broken_one_is_explained() {
    let site = Site::filing();
    let token = site.get("/c/park-hours").await.token();
    let words = "w".repeat(20 * 1024);
    assert_eq!(
        site.upload(multipart(&token, &words, &[])).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let whole = multipart(&token, "", &[("a.jpg", PHOTO)]);
    let page = site.upload(whole[..whole.len() - 12].to_vec()).await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    assert!(page.has("<h1>"), "{}", page.html);
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn where_the_store_is_away_a_file_is_asked_for_again() {
    let site = Site::filing();
    let token = site.get("/c/park-hours").await.token();
    site.fake.away.store(true, Ordering::Relaxed);
    let page = site.upload(multipart(&token, "by the gate", &[("a.jpg", PHOTO)])).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.has("by the gate") && page.token() == token, "{}", page.html);
    site.fake.away.store(false, Ordering::Relaxed);
    site.upload(multipart(&token, "by the gate", &[("a.jpg", PHOTO)])).await;
    assert_eq!(site.files(0).unfit, [] as [Unfit; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_are_read_without_a_panic(noise in prop::collection::vec(any::<u8>(), 0..300), cut in 0_usize..400) {
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let site = Site::filing();
            let whole = multipart("t", "w", &[("a.jpg", &noise)]);
            site.upload(whole[..cut.min(whole.len())].to_vec()).await;
            site.upload(noise).await;
        });
    }
}
