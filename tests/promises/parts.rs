//! Texts in parts, `kill -9` and a power cut between any two of them: what was acknowledged is joined all the same.

use std::collections::BTreeMap;

use serde_json::json;

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
