//! One sender floods; everybody else goes on as if nothing were. And hundreds behind one address are hundreds.
//!
//! `cargo test --release --test promises flood -- --nocapture` prints how long the others waited.

use std::time::{Duration, Instant};

use crate::peers::Demo;
use crate::peers::http::{client, send_sms};

/// Messages a second of the flood, and how many of them its provider hands over at once: what is not answered yet
/// holds the rest back, as a provider's connections do.
const FLOOD: usize = 2000;
const CONNECTIONS: usize = 64;
/// Residents who answer as people do, and how many of them are at it at once.
const OTHERS: usize = 500;
const AT_ONCE: usize = 20;

/// Residents from `first` on each send a keyword and an answer; how long the slowest one in a hundred messages took.
async fn others(hook: &str, first: usize) -> Duration {
    let http = client();
    let mut waits: Vec<Duration> = Vec::new();
    let residents: Vec<usize> = (first..first + OTHERS).collect();
    for some in residents.chunks(AT_ONCE) {
        let talks = some.iter().map(|who| {
            let (http, hook) = (http.clone(), hook.to_owned());
            let from = format!("+9715{who:08}");
            tokio::spawn(async move {
                let mut waits = Vec::new();
                for (at, text) in ["PARK", "2"].into_iter().enumerate() {
                    let began = Instant::now();
                    let id = format!("{from}-{at}");
                    let status = send_sms(&http, &hook, &id, &from, text).await.unwrap();
                    assert!((200..300).contains(&status), "status {status}");
                    waits.push(began.elapsed());
                }
                waits
            })
        });
        for talk in talks.collect::<Vec<_>>() {
            waits.extend(talk.await.unwrap());
        }
    }
    waits.sort();
    waits[waits.len() * 99 / 100]
}

/// One number sends as fast as its provider can until it is told to end; how many of its messages were taken.
async fn flood(hook: String, end: tokio_util::sync::CancellationToken) -> usize {
    let http = client();
    let mut ticks = tokio::time::interval(Duration::from_millis(10));
    let mut sent = tokio::task::JoinSet::new();
    let (mut count, mut done) = (0, 0);
    while !end.is_cancelled() {
        ticks.tick().await;
        while sent.try_join_next().is_some_and(|status| taken(&status.unwrap())) {
            done += 1;
        }
        for _ in 0..(FLOOD / 100).min(CONNECTIONS.saturating_sub(sent.len())) {
            count += 1;
            let (http, hook, id) = (http.clone(), hook.clone(), format!("flood-{count}"));
            sent.spawn(async move { send_sms(&http, &hook, &id, "+971509999999", "PARK").await });
        }
    }
    done += sent.join_all().await.iter().filter(|status| taken(status)).count();
    assert_eq!(done, count, "every message of the flood was taken, too");
    done
}

fn taken(status: &reqwest::Result<u16>) -> bool {
    matches!(status, Ok(200..300))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_one_loses_nothing_of_anybody_and_starves_nobody() {
    let demo = Demo::start().await;
    let hook = demo.field("sms_hook").to_owned();
    let calm = others(&hook, 0).await;
    let end = tokio_util::sync::CancellationToken::new();
    let flooding = tokio::spawn(flood(hook.clone(), end.clone()));

    let beside = others(&hook, OTHERS).await;
    end.cancel();
    let taken = flooding.await.unwrap();

    println!(
        "99 % of {OTHERS} others waited at most {calm:?} before, {beside:?} beside {taken} messages of one"
    );
    assert!(taken > 0, "there was a flood");
    demo.consumer().wait_for(2 * OTHERS).await;
}

/// 800 people in labour accommodation fill in the form from one network address.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_refused_for_the_address_they_share() {
    let demo = Demo::start().await;
    let page = demo.campaign_url("park-hours").to_owned();
    let http = client();
    for _ in 0..40 {
        let people = (0..20).map(|_| {
            let (http, page) = (http.clone(), page.clone());
            tokio::spawn(async move {
                let html = http.get(&page).send().await.unwrap().text().await.unwrap();
                let token = html.split_once("name=\"token\" value=\"").unwrap().1;
                let token = token.split_once('"').unwrap().0;
                let body = format!("token={token}&lang=en&value=2");
                let form = "application/x-www-form-urlencoded";
                let sent = http.post(&page).header("content-type", form).body(body).send();
                sent.await.unwrap().status().as_u16()
            })
        });
        for person in people.collect::<Vec<_>>() {
            assert_eq!(person.await.unwrap(), 303);
        }
    }
    let events = demo.consumer().wait_for(800).await;
    assert!(events.iter().all(|event| event["data"]["counts"] == true));
    assert!(events.iter().all(|event| event["data"].get("flags").is_none()));
}
