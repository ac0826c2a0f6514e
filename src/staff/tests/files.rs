//! Files are handed to whoever may see them, as something to store.

use axum::body::Bytes;
use sha2::{Digest, Sha256};

use super::*;
use crate::store::contract::unit;
use crate::store::{NewFile, Store, Unit};

const GIF: &[u8] = b"GIF89a of a street";

impl Api {
    /// A file of an entity's submission; its path.
    async fn file(&self, bytes: &'static [u8], entity: &str, on_disk: bool) -> String {
        let sha256 = Sha256::digest(bytes).into();
        if on_disk {
            drop(self.home.keep(vec![(sha256, Bytes::from_static(bytes))]).await.unwrap());
        }
        let file = NewFile {
            sha256,
            media_type: "image/gif".into(),
            bytes: bytes.len() as u64,
            submission: "S".into(),
            entity: entity.into(),
        };
        let unit = Unit { files: vec![file], ..unit(&phone(1), "1", "words", 0) };
        self.store.commit(unit).await.unwrap();
        format!("/v1/files/{}", hex::encode(sha256))
    }
}

#[tokio::test]
async fn a_file_is_handed_out_to_be_stored_and_never_to_be_shown() {
    let api = Api::start().await;
    let path = api.file(GIF, "parks", true).await;
    for entity in ["parks", "national"] {
        let answer = api.reader(entity).await.get(&path).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(header(&answer, "content-type"), "image/gif");
        assert_eq!(header(&answer, "content-length"), GIF.len().to_string());
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff");
        assert_eq!(header(&answer, "cache-control"), "no-store");
        assert!(header(&answer, "content-security-policy").contains("sandbox"));
        let disposition = header(&answer, "content-disposition");
        assert!(disposition.starts_with("attachment;") && disposition.ends_with(".gif\""));
        assert_eq!(answer.bytes().await.unwrap(), GIF);
    }
    let answer = api.reader("parks").await.request(Method::HEAD, &path).send().await.unwrap();
    assert_eq!(header(&answer, "content-length"), GIF.len().to_string());
}

#[tokio::test]
async fn who_may_not_see_a_file_does_not_learn_that_it_is_there() {
    let api = Api::start().await;
    let path = api.file(GIF, "parks", true).await;
    let theirs = problem(api.reader("roads").await.get(&path).await, 404).await;
    let none = format!("/v1/files/{}", "ab".repeat(32));
    assert_eq!(theirs, problem(api.reader("roads").await.get(&none).await, 404).await);
    problem(api.admin("parks").await.get(&path).await, 403).await;
    problem(api.client.get(format!("{}{path}", api.base)).send().await.unwrap(), 401).await;
    for wrong in ["/v1/files/x", "/v1/files/.lock", "/v1/files/..%2F..%2Fmajlis.db"] {
        problem(api.reader("parks").await.get(wrong).await, 404).await;
    }
}

#[tokio::test]
async fn a_file_that_the_disk_lost_is_no_404() {
    let api = Api::start().await;
    let path = api.file(GIF, "parks", false).await;
    let said = problem(api.reader("parks").await.get(&path).await, 500).await;
    assert!(said.contains("operator"), "{said}");
}
