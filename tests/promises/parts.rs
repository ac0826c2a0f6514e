//! Texts in parts, in any order and repeated, with `kill -9` and a power cut between them: what was acknowledged is
//! joined all the same; and what lacks a part for too long is taken without it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::sms_length::Dice;
use crate::peers::consumer::{check_events, check_no_gap};
use crate::peers::http::{client, post_json, send_sms};
use crate::peers::{Gateway, Phones};

/// Residents; each has an order of the three parts of its own.
const RESIDENTS: usize = 30;

const ORDERS: [[usize; 3]; 6] = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]];

#[tokio::test(flavor = "multi_thread")]
async fn parts_in_any_order_are_joined_once_though_the_gateway_is_killed_between_them() {
    let phones = Phones::start().await;
    let mut gateway = Gateway::new("", &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
    gateway.set("MAJLIS_LOG_FILTER", "warn");
    let power = gateway.watched_by_power_cut();
    gateway.start().await;
    let (client, hook) = (client(), gateway.hook("phone"));
    let phone = |number: usize| format!("+4477008{number:05}");
    for number in 0..RESIDENTS {
        for (turn, text) in ["BUS", "4"].iter().enumerate() {
            let id = format!("{number}-{turn}");
            let sent = send_sms(&client, &hook, &id, &phone(number), text).await;
            assert_eq!(sent.unwrap(), 200);
        }
    }
    let mut undone = 0;
    for round in 0..3 {
        for number in 0..RESIDENTS {
            let part = part_of(number, round);
            // Twice by the provider (one id), and once more by the handset (another).
            for id in ["a", "a", "b"] {
                let body = json!({
                    "id": format!("{number}-{part}-{id}"), "from": phone(number),
                    "text": words(number)[part - 1],
                    "part": {"reference": "7", "number": part, "of": 3},
                });
                let sent = post_json(&client, &hook, &body).await.unwrap();
                assert_eq!(sent.status(), 200);
            }
        }
        gateway.kill();
        undone += power.cut().writes;
        gateway.start().await;
    }
    let events = gateway.consumer().events().await;
    check_events(&events);
    check_no_gap(&events);
    let mut comments: BTreeMap<String, usize> = BTreeMap::new();
    for event in &events {
        let data = &event["data"];
        assert!(data["flags"].is_null(), "{data}");
        *comments
            .entry(data["answers"][1]["value"]["text"].as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    let wanted = (0..RESIDENTS).map(|number| (words(number).concat(), 1)).collect();
    assert_eq!(comments, wanted);
    println!(
        "{RESIDENTS} texts of 3 parts, 3 kills, {undone} unsynced writes undone, each text once"
    );
}

/// The part that comes in this round.
fn part_of(number: usize, round: usize) -> usize {
    ORDERS[number % ORDERS.len()][round]
}

fn words(number: usize) -> [String; 3] {
    [
        format!("The bus of {number} o'clock "),
        "was so full that nobody could get on, ".to_owned(),
        "and the next one came an hour later.".to_owned(),
    ]
}

/// What lets a program's clock be ahead (Debian: libfaketime).
fn other_clock() -> PathBuf {
    let machines = fs::read_dir("/usr/lib").unwrap().map(|entry| entry.unwrap().path());
    let mut found = machines.map(|path| path.join("faketime/libfaketime.so.1"));
    found.find(|path| path.exists()).expect("libfaketime is there: tests/run installs it")
}

/// Texts of as many residents.
const TEXTS: usize = 16;

/// Parts of each.
const OF: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_lacks_a_part_is_taken_after_ten_minutes_flagged_and_once() {
    let phones = Phones::start().await;
    let mut gateway = Gateway::new("", &[("MAJLIS_DEMO_PHONE_URL", &phones.url)]);
    gateway.set("MAJLIS_LOG_FILTER", "warn");
    gateway.set("MAJLIS_SESSIONS_EVERY", "1s");
    gateway.start().await;
    let (client, hook) = (client(), gateway.hook("phone"));
    let phone = |number: usize| format!("+4477007{number:05}");
    let send = async |number: usize, part: usize, copy: usize| {
        let body = json!({
            "id": format!("{number}-{part}-{copy}"), "from": phone(number),
            "text": four_words(number)[part - 1],
            "part": {"reference": "9", "number": part, "of": OF},
        });
        assert_eq!(post_json(&client, &hook, &body).await.unwrap().status(), 200);
    };
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut wanted = BTreeMap::new();
    let mut lost = Vec::new();
    for number in 0..TEXTS {
        for (turn, text) in ["BUS", "4"].iter().enumerate() {
            let id = format!("{number}-{turn}");
            assert_eq!(send_sms(&client, &hook, &id, &phone(number), text).await.unwrap(), 200);
        }
        // Any order, each part once, twice or three times; of every second text one part never.
        let missing = (number % 2 == 1).then(|| dice.below(OF) + 1);
        let mut left: Vec<usize> = (1..=OF).filter(|part| Some(*part) != missing).collect();
        while !left.is_empty() {
            let part = left.remove(dice.below(left.len()));
            for copy in 0..=dice.below(3) {
                send(number, part, copy).await;
            }
        }
        wanted.insert(heard(number, missing), (1, missing.is_some()));
        lost.extend(missing.map(|part| (number, part)));
    }
    let before = gateway.consumer().wait_for(TEXTS - lost.len()).await;
    assert!(before.iter().all(|event| event["data"]["flags"].is_null()));

    // Eleven minutes go by.
    gateway.kill();
    gateway.set("LD_PRELOAD", other_clock());
    gateway.set("FAKETIME", "+11m");
    gateway.set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    gateway.start().await;
    gateway.consumer().wait_for(TEXTS).await;
    // A part that was only late begins no new text.
    for (number, part) in lost {
        send(number, part, 7).await;
    }
    let events = gateway.consumer().wait_for(TEXTS).await;
    check_events(&events);
    check_no_gap(&events);
    let mut taken = BTreeMap::new();
    for event in &events {
        let data = &event["data"];
        let text = data["answers"][1]["value"]["text"].as_str().unwrap().to_owned();
        let flagged = data["flags"] == json!(["partial_text"]);
        assert!(flagged || data["flags"].is_null(), "{data}");
        taken.entry(text).or_insert((0, flagged)).0 += 1;
    }
    assert_eq!(taken, wanted);
    println!("{TEXTS} texts of {OF} parts in random order, {} partial", TEXTS / 2);
}

fn four_words(number: usize) -> [String; OF] {
    [
        format!("Bus {number} stops at the market"),
        format!("; driver {number} waited for an old man"),
        "; there was no shade at the stop".to_owned(),
        "; so please plant two trees there".to_owned(),
    ]
}

/// What is understood of them, with a sign where a part is missing.
fn heard(number: usize, missing: Option<usize>) -> String {
    let mut words = four_words(number);
    if let Some(part) = missing {
        words[part - 1] = if part == 1 { "… " } else { " … " }.to_owned();
    }
    words.concat().trim_end().to_owned()
}
