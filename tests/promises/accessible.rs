//! Nothing to object to: pages of every answer type, in languages of four scripts, before accessibility checkers.

use serde_json::{Value, json};

use crate::peers::Gateway;
use crate::peers::every_type::TYPES;
use crate::peers::process::{program, test_file};

/// Left to right and right to left, joined letters and letters with marks.
const LANGS: [&str; 4] = ["ar", "en", "hi", "ur"];
/// Over 50 kbit/s and 800 ms a round trip, from the wish to the page, in seconds.
const SLOWEST: f64 = 3.0;

async fn look_at(pages: &Value) -> Vec<Value> {
    let out = tokio::process::Command::new(program("node"))
        .arg(test_file("peers/accessible.js"))
        .arg(pages.to_string())
        .output()
        .await
        .expect("node is there");
    assert!(out.status.success(), "the browser: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON of what was seen")
}

#[tokio::test(flavor = "multi_thread")]
async fn checkers_find_nothing_on_any_page_and_a_slow_link_is_fast_enough() {
    let mut gateway = Gateway::of_every_type();
    gateway.start().await;
    let mut pages = Vec::new();
    for lang in LANGS {
        let url = |path: &str| format!("{}{path}?lang={lang}", gateway.public);
        pages.push(json!({"url": url("/"), "slow": true}));
        pages.push(json!({"url": url("/r/AAA-AAA"), "dark": true}));
        for ask in TYPES {
            pages.push(json!({"url": url(&format!("/c/{ask}")), "slow": ask == "rating"}));
        }
        for ask in ["choice", "ranking", "text"] {
            pages.push(json!({"url": url(&format!("/c/{ask}")), "press": true, "dark": true}));
        }
    }
    let all = json!(pages);

    let seen = look_at(&all).await;

    assert_eq!(seen.len(), pages.len());
    let mut found: Vec<String> = Vec::new();
    for page in &seen {
        let findings = page["findings"].as_array().unwrap();
        found.extend(findings.iter().map(|finding| format!("{}: {finding}", page["url"])));
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    let seconds = seen.iter().filter_map(|page| page["seconds"].as_f64());
    let slowest = seconds.fold(0.0, f64::max);
    println!(
        "{} pages, two checkers: nothing found; slowest over 50 kbit/s, 800 ms: {slowest} s",
        seen.len()
    );
    assert!(slowest <= SLOWEST, "{slowest} s");
    gateway.stop();
}
