use super::*;

/// Every route behind a key: method, path, the scope it needs, and a body that is right.
fn guarded() -> Vec<(Method, &'static str, &'static str, Value)> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        (get.clone(), "/v1/submissions", "queue", json!({})),
        (post.clone(), "/v1/consumers/tally/lease", "queue", json!({})),
        (post.clone(), "/v1/consumers/tally/ack", "queue", json!({"tokens": []})),
        (post.clone(), "/v1/consumers/tally/nack", "queue", json!({"tokens": []})),
        (get.clone(), "/v1/consumers/tally/dead-letters", "queue", json!({})),
        (post.clone(), "/v1/consumers/tally/replay", "queue", json!({"sequences": []})),
        (get.clone(), "/v1/deliveries", "admin", json!({})),
        (post, "/v1/deliveries/send-again", "admin", json!({"ids": []})),
        (get, "/v1/messages/kept", "admin", json!({})),
    ]
}

async fn send(caller: &Caller<'_>, method: &Method, path: &str, body: &Value) -> Response {
    if *method == Method::GET { caller.get(path).await } else { caller.post(path, body).await }
}

#[tokio::test]
async fn without_a_good_key_every_guarded_route_says_how_to_get_one() {
    let api = Api::start().await;
    let good = api.reader("national").await;
    let id = good.key.split('_').nth(1).unwrap();
    let forged = format!("mj_{id}_{}", "A".repeat(43));
    let revoked = api.reader("national").await;
    let id = revoked.key.split('_').nth(1).unwrap();
    assert!(api.store.revoke_key(id, at(0)).await.unwrap());
    for (method, path, _, body) in guarded() {
        for key in ["", "mj_", "nonsense", &forged, &revoked.key] {
            let caller = Caller { api: &api, key: key.to_owned() };
            let answer = send(&caller, &method, path, &body).await;
            assert_eq!(header(&answer, "www-authenticate"), "Bearer", "{path}");
            assert!(problem(answer, 401).await.contains("majlis key new"), "{path}");
        }
        let url = format!("{}{path}", api.base);
        for scheme in ["Basic", "mj"] {
            let request = api.client.request(method.clone(), &url);
            let request = request.header("authorization", format!("{scheme} {}", good.key));
            problem(request.send().await.unwrap(), 401).await;
        }
        let nobody = api.client.request(method, &url).send().await.unwrap();
        problem(nobody, 401).await;
    }
}

#[tokio::test]
async fn a_key_may_do_what_its_scopes_say_and_nothing_else() {
    let api = Api::start().await;
    for (method, path, needed, body) in guarded() {
        for scope in key::SCOPES {
            let caller = Caller { api: &api, key: api.key("national", &[scope]).await };
            let answer = send(&caller, &method, path, &body).await;
            if scope == needed {
                assert_eq!(answer.status(), 200, "{path} with {scope}");
            } else {
                let told = problem(answer, 403).await;
                assert!(told.contains(needed), "{path} with {scope}: {told}");
            }
        }
    }
}

#[tokio::test]
async fn what_belongs_to_no_entity_is_for_the_platform_alone() {
    let api = Api::start().await;
    let parks = api.admin("parks").await;
    for (method, path, scope, body) in guarded() {
        if scope == "admin" {
            let told = problem(send(&parks, &method, path, &body).await, 403).await;
            assert!(told.contains("every entity"), "{path}: {told}");
        }
    }
}

#[tokio::test]
async fn schema_health_and_metrics_need_no_key() {
    let api = Api::start().await;
    let get = async |path: &str| {
        let answer = api.client.get(format!("{}{path}", api.base)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer
    };
    let schema = get("/schemas/submission.v1.json").await;
    assert_eq!(header(&schema, "content-type"), "application/schema+json");
    assert_eq!(schema.text().await.unwrap(), crate::queue::event::schema());
    assert_eq!(get("/healthz").await.text().await.unwrap(), "alive\n");
    assert_eq!(get("/readyz").await.text().await.unwrap(), "ready\n");
    api.append_many(3).await;
    let metrics = get("/metrics").await.text().await.unwrap();
    assert!(metrics.contains("majlis_queue_last_sequence 3\n"), "{metrics}");
}

#[tokio::test]
async fn a_store_that_cannot_write_makes_the_gateway_unready_but_not_dead() {
    let api = Api::start().await;
    api.append_many(1).await;
    let reader = api.reader("parks").await;
    api.store.close().await;
    let answer = api.client.get(format!("{}/readyz", api.base)).send().await.unwrap();
    assert_eq!(answer.status(), 503);
    assert!(!header(&answer, "retry-after").is_empty());
    let answer = api.client.get(format!("{}/healthz", api.base)).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    // What is only read is still there; what must be written is to be tried again.
    assert_eq!(reader.get("/v1/submissions").await.status(), 200);
    let lease = reader.post("/v1/consumers/tally/lease", &json!({})).await;
    assert!(!header(&lease, "retry-after").is_empty());
    problem(lease, 503).await;
}
