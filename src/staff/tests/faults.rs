use super::*;

#[tokio::test]
async fn parameters_that_make_no_sense_are_named() {
    let api = Api::start().await;
    let all = Caller { api: &api, key: api.key("national", &["queue", "admin"]).await };
    for (path, named) in [
        ("/v1/submissions?after=-1", "after"),
        ("/v1/submissions?after=x", "after"),
        ("/v1/submissions?after=1&after=2", "after"),
        ("/v1/submissions?limit=0", "limit"),
        ("/v1/submissions?limit=1001", "limit"),
        ("/v1/submissions?wait=soon", "wait"),
        ("/v1/submissions?since=1", "since"),
        ("/v1/consumers/tally/dead-letters?limit=0", "limit"),
        ("/v1/consumers/tally/dead-letters?after=1", "after"),
        ("/v1/deliveries?state=asleep", "asleep"),
        ("/v1/deliveries?limit=0", "limit"),
        ("/v1/messages/kept?limit=5000", "limit"),
    ] {
        let told = problem(all.get(path).await, 400).await;
        assert!(told.contains(named), "{path}: {told}");
    }
}

#[tokio::test]
async fn bodies_that_make_no_sense_are_answered_with_the_shape_to_send() {
    let api = Api::start().await;
    let all = Caller { api: &api, key: api.key("national", &["queue", "admin"]).await };
    let many: Vec<String> = (0..1001).map(|n| format!("{n}.1")).collect();
    for (path, body, named) in [
        ("/v1/consumers/tally/lease", json!({"max": 0}), "max"),
        ("/v1/consumers/tally/lease", json!({"max": 1001}), "max"),
        ("/v1/consumers/tally/lease", json!({"max": "all"}), "max"),
        ("/v1/consumers/tally/lease", json!({"seconds": 0}), "seconds"),
        ("/v1/consumers/tally/lease", json!({"seconds": u64::MAX}), "seconds"),
        ("/v1/consumers/tally/lease", json!({"secs": 60}), "secs"),
        ("/v1/consumers/tally/ack", json!({}), "tokens"),
        ("/v1/consumers/tally/ack", json!({"tokens": "1.1"}), "tokens"),
        ("/v1/consumers/tally/ack", json!({"tokens": many}), "tokens"),
        ("/v1/consumers/tally/nack", json!({"tokens": [], "delay_seconds": -1}), "delay_seconds"),
        ("/v1/consumers/tally/nack", json!({"tokens": [], "reason": "x".repeat(1001)}), "reason"),
        ("/v1/consumers/tally/replay", json!({"sequences": ["1"]}), "sequences"),
        ("/v1/deliveries/send-again", json!({"ids": many}), "ids"),
    ] {
        let told = problem(all.post(path, &body).await, 400).await;
        assert!(told.contains(named), "{path}: {told}");
    }
}

#[tokio::test]
async fn tokens_nobody_gave_are_stale_whatever_they_look_like() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    api.append_many(1).await;
    reader.lease(1).await;
    for token in [
        "",
        ".",
        "1",
        "1.",
        ".1",
        "1.2",
        "-1.-1",
        "9.1.1",
        "1.1.1.1",
        "99999999999999999999.1",
        "١.١",
    ] {
        assert_eq!(reader.ack(&[token]).await.0, 409, "{token}");
    }
}

#[tokio::test]
async fn what_is_no_json_or_too_large_keeps_its_own_status() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    let lease = || reader.request(Method::POST, "/v1/consumers/tally/lease");
    let json = |body: Vec<u8>| lease().header("content-type", "application/json").body(body);
    for broken in [&b"{\"max\": 1"[..], b"", b"\xff\xfe{}", b"null"] {
        problem(json(broken.to_vec()).send().await.unwrap(), 400).await;
    }
    let told = problem(lease().body("{}").send().await.unwrap(), 415).await;
    assert!(told.contains("application/json"), "{told}");
    let told = problem(json(vec![b' '; 300_000]).send().await.unwrap(), 413).await;
    assert!(told.contains("262144"), "{told}");
}

#[tokio::test]
async fn a_consumer_s_name_is_checked() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    let long = "a".repeat(65);
    for name in ["", "Tally", "a_b", "a%20b", "a%2Fb", "%ff", "%00", "%D8%A7", &long] {
        let answer = reader.post(&format!("/v1/consumers/{name}/lease"), &json!({})).await;
        assert!(problem(answer, 400).await.contains("a-z"), "{name}");
    }
}

#[tokio::test]
async fn unknown_routes_and_wrong_methods_are_problems_too() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    for path in ["/", "/v1", "/v1/submissions/1", "/v1/consumers/tally", "/schemas/other.json"] {
        problem(reader.get(path).await, 404).await;
    }
    for (method, path, allowed) in [
        (Method::DELETE, "/v1/submissions", "GET"),
        (Method::GET, "/v1/consumers/tally/lease", "POST"),
        (Method::POST, "/v1/deliveries", "GET"),
        (Method::POST, "/healthz", "GET"),
        (Method::PUT, "/readyz", "GET"),
    ] {
        let answer = reader.request(method, path).send().await.unwrap();
        assert!(header(&answer, "allow").contains(allowed), "{path}");
        problem(answer, 405).await;
    }
}

#[tokio::test]
async fn a_damaged_event_is_the_gateway_s_fault_and_says_which_one() {
    let api = Api::start().await;
    let event = crate::store::NewEvent { body: "{damaged".into(), ..new_event("parks") };
    commit_with(&*api.store, &phone(1), "1", vec![event], vec![]).await;
    let reader = api.reader("parks").await;
    let answer = reader.post("/v1/consumers/tally/lease", &json!({})).await;
    assert!(problem(answer, 500).await.contains("Event 1 "));
}
