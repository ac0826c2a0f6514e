use super::*;
use crate::store::contract::{reply, unit};
use crate::store::{Claim, KeptBecause, NewDelivery, Outbox, Settled, Store, Unit};

/// Three replies: `D1` given up, `D2` with an unknown fate, `D3` waiting.
async fn three_deliveries(api: &Api) {
    let replies: Vec<NewDelivery> = (1..=3).map(|n| reply(&format!("D{n}"), &phone(n))).collect();
    commit_with(&*api.store, &phone(9), "1", vec![], replies).await;
    let claim =
        Claim { channel: "sms".into(), max: 2, now: at(0), until: at(60), repeat_safe: false };
    assert_eq!(api.store.claim(claim).await.unwrap().len(), 2);
    let dead = Settled::Dead { reason: "no such number".into(), opted_out: false };
    api.store.settle("D1", dead).await.unwrap();
    let unknown = Settled::Unknown { reason: "no answer".into() };
    api.store.settle("D2", unknown).await.unwrap();
}

async fn ids(admin: &Caller<'_>, path: &str) -> Vec<String> {
    let answer = json_of(admin.get(path).await).await;
    let id = |delivery: &Value| delivery["id"].as_str().unwrap().to_owned();
    let mut ids: Vec<String> = answer["deliveries"].as_array().unwrap().iter().map(id).collect();
    ids.sort();
    ids
}

#[tokio::test]
async fn deliveries_are_listed_by_state_without_address_or_words() {
    let api = Api::start().await;
    three_deliveries(&api).await;
    let admin = api.admin("national").await;
    assert_eq!(ids(&admin, "/v1/deliveries").await, ["D1", "D2", "D3"]);
    assert_eq!(ids(&admin, "/v1/deliveries?limit=2").await.len(), 2);
    assert_eq!(ids(&admin, "/v1/deliveries?state=dead").await, ["D1"]);
    assert_eq!(ids(&admin, "/v1/deliveries?state=unknown").await, ["D2"]);
    let answer = json_of(admin.get("/v1/deliveries?state=dead").await).await;
    let dead = answer["deliveries"][0].as_object().unwrap();
    assert_eq!(dead["reason"], "no such number");
    let fields: Vec<&str> = dead.keys().map(String::as_str).collect();
    // Looking for the address in the text would now and then find its digits in a time.
    assert_eq!(
        fields,
        ["attempts", "campaign", "channel", "created_at", "id", "reason", "state", "updated_at"]
    );
}

#[tokio::test]
async fn dead_and_unknown_deliveries_can_be_sent_again_others_are_left() {
    let api = Api::start().await;
    three_deliveries(&api).await;
    let admin = api.admin("national").await;
    let wanted = json!({"ids": ["D1", "D1", "D2", "D3", "D4"]});
    let answer = admin.post("/v1/deliveries/send-again", &wanted).await;
    assert_eq!(json_of(answer).await, json!({"ready": 2, "not_dead": 3}));
    assert_eq!(ids(&admin, "/v1/deliveries?state=ready").await, ["D1", "D2", "D3"]);
}

#[tokio::test]
async fn messages_that_wait_for_a_person_are_shown_with_their_words_newest_first() {
    let api = Api::start().await;
    let because =
        [(KeptBecause::NotUnderstood, "the gate is shut"), (KeptBecause::WantsPerson, "إنسان")];
    for (seconds, (because, words)) in (0..).zip(because) {
        let mut unit: Unit = unit(&phone(1), words, words, seconds);
        unit.message.keep = Some((because, words.to_owned()));
        unit.message.at = at(i64::try_from(seconds).unwrap());
        api.store.commit(unit).await.unwrap();
    }
    let admin = api.admin("national").await;
    let kept = json_of(admin.get("/v1/messages/kept").await).await;
    let kept = kept["messages"].as_array().unwrap().clone();
    assert_eq!(kept.len(), 2);
    assert_eq!((&kept[0]["text"], &kept[0]["because"]), (&json!("إنسان"), &json!("wants_person")));
    assert_eq!(kept[1]["because"], "not_understood");
    assert_eq!(kept[0].get("receipt"), None, "nobody took part yet");
    assert!(!Value::from(kept).to_string().contains("tel:"), "words, but not whose");
    let one = json_of(admin.get("/v1/messages/kept?limit=1").await).await;
    assert_eq!(one["messages"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn who_reads_a_kept_message_learns_its_campaign_and_receipt_but_no_address() {
    let api = Api::start().await;
    let mut unit: Unit = unit(&phone(1), "m1", "the gate is shut", 0);
    unit.message.keep = Some((KeptBecause::WantsPerson, "the gate is shut".to_owned()));
    unit.sessions = vec![crate::store::StoredSession {
        submission: "S1".to_owned(),
        campaign: "gates".to_owned(),
        receipt: "K7P-4QM".to_owned(),
        open: true,
        state: "{}".to_owned(),
        updated_at: at(0),
        aside: false,
    }];
    api.store.commit(unit).await.unwrap();
    let admin = api.admin("national").await;
    let kept = json_of(admin.get("/v1/messages/kept").await).await;
    let one = &kept["messages"][0];
    assert_eq!((&one["campaign"], &one["receipt"]), (&json!("gates"), &json!("K7P-4QM")));
    assert!(!kept.to_string().contains("+97"), "{kept}");
}
