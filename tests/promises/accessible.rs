//! Nothing to object to: pages of every answer type, in languages of four scripts, before accessibility checkers, a
//! validator, and the keyboard.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::peers::Gateway;
use crate::peers::every_type::{TYPES, WHOLE};
use crate::peers::process::{program, test_file};

/// Left to right and right to left, joined letters and letters with marks.
const LANGS: [&str; 4] = ["ar", "en", "hi", "ur"];
/// Over 50 kbit/s and 800 ms a round trip, from the wish to the page, in seconds.
const SLOWEST: f64 = 3.0;

async fn look_at(pages: &Value, sources: &Path) -> Vec<Value> {
    let out = tokio::process::Command::new(program("node"))
        .arg(test_file("peers/accessible.js"))
        .arg(pages.to_string())
        .arg(sources)
        .output()
        .await
        .expect("node is there");
    assert!(out.status.success(), "the browser: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("JSON of what was seen")
}

/// Every kind of page there is, in each of the languages.
fn every_page(public: &str) -> Vec<Value> {
    let mut pages = Vec::new();
    for lang in LANGS {
        // The keyboard's way and the edges are the same in every language: once from the left, once from the right.
        let (tab, forced) = (lang == "en", lang == "ar");
        let mut add = |name: &str, path: &str, more: Value| {
            let sign = if path.contains('?') { '&' } else { '?' };
            let url = format!("{public}{path}{sign}lang={lang}");
            let name = format!("{name}, {lang}");
            let mut page = json!({"url": url, "name": name, "tab": tab, "forced": forced});
            page.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            pages.push(page);
        };
        add("the list", "/", json!({"slow": true}));
        add("nothing there", "/r/AAA-AAA", json!({"dark": true}));
        for ask in TYPES {
            add(ask, &format!("/c/{ask}"), json!({"slow": ask == "rating"}));
        }
        for ask in ["choice", "ranking", "text"] {
            let path = format!("/c/{ask}");
            add(&format!("{ask}, sent empty"), &path, json!({"press": true, "dark": true}));
        }
        add("the thanks", "/c/choice", json!({"answer": true}));
        add("going on elsewhere", "/c/choice", json!({"answer": true, "goOn": true}));
        add("all on one page", &format!("/c/{WHOLE}"), json!({}));
        add("all on one page, sent empty", &format!("/c/{WHOLE}"), json!({"press": true}));
        add("paper", &format!("/c/{WHOLE}?paper"), json!({}));
    }
    pages
}

#[tokio::test(flavor = "multi_thread")]
async fn checkers_find_nothing_on_any_page_and_a_slow_link_is_fast_enough() {
    let mut gateway = Gateway::of_every_type();
    gateway.start().await;
    let pages = every_page(&gateway.public);
    let sources = tempfile::tempdir().unwrap();

    let seen = look_at(&json!(pages), sources.path()).await;

    assert_eq!(seen.len(), pages.len());
    let mut found: Vec<String> = Vec::new();
    for page in &seen {
        let findings = page["findings"].as_array().unwrap();
        found.extend(findings.iter().map(|finding| format!("{}: {finding}", page["name"])));
    }
    found.extend(validate(sources.path(), &seen));
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
    let seconds = seen.iter().filter_map(|page| page["seconds"].as_f64());
    let slowest = seconds.fold(0.0, f64::max);
    println!(
        "{} pages, two checkers, a validator: nothing found; slowest over 50 kbit/s, 800 ms: {slowest} s",
        seen.len()
    );
    assert!(slowest <= SLOWEST, "{slowest} s");
    hold_to_the_way_of_the_tab_key(&seen);
    gateway.stop();
}

/// What the Nu validator objects to, in all sources at once: it takes long to start, and no time at all for a page.
fn validate(sources: &Path, seen: &[Value]) -> Vec<String> {
    let out = Command::new(program("java"))
        .arg("-jar")
        .arg(test_file("tools/node_modules/vnu-jar/build/dist/vnu.jar"))
        .args(["--format", "json", "--exit-zero-always"])
        .arg(sources)
        .output()
        .expect("java is there");
    let said: Value = serde_json::from_slice(&out.stderr).expect("JSON of the validator");
    let name = |message: &Value| {
        let file = Path::new(message["url"].as_str().unwrap_or_default()).file_stem()?;
        let at: usize = file.to_str()?.parse().ok()?;
        Some(seen.get(at.checked_sub(1)?)?["name"].to_string())
    };
    let messages = said["messages"].as_array().unwrap().iter();
    messages
        .map(|found| {
            format!(
                "Nu, {}: {} {}",
                name(found).unwrap_or_default(),
                found["message"],
                found["extract"]
            )
        })
        .collect()
}

/// Where the Tab key comes to on each page is written down in `tab_order.txt`; after a change of the pages
/// `MAJLIS_WRITE_TAB_ORDER=1` writes it anew, to be read before it is kept.
fn hold_to_the_way_of_the_tab_key(seen: &[Value]) {
    let mut way = String::from(
        "Where the Tab key comes to, page by page. Arrows move among the answers of one group.\n",
    );
    for page in seen {
        let Some(stops) = page["stops"].as_array() else { continue };
        let _ = write!(way, "\n{}\n", page["name"].as_str().unwrap());
        for stop in stops {
            // A private link is another each time.
            let stop = stop.as_str().unwrap();
            let stop = if stop.starts_with("a: http") { "a: the private link" } else { stop };
            let _ = writeln!(way, "  {stop}");
        }
    }
    let file = test_file("promises/tab_order.txt");
    if std::env::var_os("MAJLIS_WRITE_TAB_ORDER").is_some() {
        fs::write(&file, &way).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let first = kept.lines().zip(way.lines()).find(|(kept, now)| kept != now);
    assert!(kept == way, "the tab order is not as in tests/promises/tab_order.txt: {first:?}");
}
