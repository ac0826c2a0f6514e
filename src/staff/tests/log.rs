use super::*;

/// A batch; every event in it is valid.
async fn batch(answer: Response) -> Vec<u64> {
    assert_eq!(answer.status(), 200);
    let events = json_of(answer).await;
    events.as_array().unwrap().iter().inspect(|event| assert_valid(event)).map(sequence).collect()
}

#[tokio::test]
async fn the_log_is_read_page_by_page_without_gap_or_repeat() {
    let api = Api::start().await;
    api.append_many(5).await;
    let platform = api.reader("national").await;
    let (mut after, mut pages) = ("0".to_owned(), Vec::new());
    loop {
        let page = platform.get(&format!("/v1/submissions?after={after}&limit=2")).await;
        assert_eq!(header(&page, "content-type"), "application/cloudevents-batch+json");
        after = header(&page, "majlis-next-after").to_owned();
        let page = batch(page).await;
        if page.is_empty() {
            break;
        }
        pages.push(page);
    }
    assert_eq!(pages, [vec![1, 2], vec![3, 4], vec![5]]);
    assert_eq!(after, "5", "an empty page leaves the place where it was");
    assert_eq!(batch(platform.get("/v1/submissions").await).await, [1, 2, 3, 4, 5]);
    let beyond = platform.get(&format!("/v1/submissions?after={}", u64::MAX)).await;
    assert_eq!(header(&beyond, "majlis-next-after"), u64::MAX.to_string());
    assert!(batch(beyond).await.is_empty());
}

#[tokio::test]
async fn json_lines_are_given_to_who_accepts_them() {
    let api = Api::start().await;
    api.append_many(3).await;
    let reader = api.reader("parks").await;
    for kind in ["application/x-ndjson", "application/jsonl", "application/jsonl, */*;q=0.1"] {
        let request = reader.request(Method::GET, "/v1/submissions?after=1");
        let answer = request.header("accept", kind).send().await.unwrap();
        assert_eq!(header(&answer, "content-type"), "application/x-ndjson", "{kind}");
        assert_eq!(header(&answer, "majlis-next-after"), "3");
        let text = answer.text().await.unwrap();
        assert!(text.ends_with('\n'));
        let lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.iter().map(sequence).collect::<Vec<_>>(), [2, 3]);
        lines.iter().for_each(assert_valid);
    }
    let request = reader.request(Method::GET, "/v1/submissions?after=3");
    let none = request.header("accept", "application/x-ndjson").send().await.unwrap();
    assert_eq!(none.text().await.unwrap(), "");
}

#[tokio::test]
async fn an_entity_s_key_reads_its_own_events_and_the_platform_s_reads_all() {
    let api = Api::start().await;
    for (resident, entity) in [(1, "parks"), (2, "roads"), (3, "parks"), (4, "roads")] {
        api.append(resident, entity).await;
    }
    for (entity, sees) in
        [("parks", vec![1, 3]), ("roads", vec![2, 4]), ("national", vec![1, 2, 3, 4])]
    {
        let reader = api.reader(entity).await;
        assert_eq!(batch(reader.get("/v1/submissions").await).await, sees, "{entity}");
    }
    // An entity that was taken out of the config keeps seeing nothing but its own.
    assert!(batch(api.reader("gone").await.get("/v1/submissions").await).await.is_empty());
}

#[tokio::test]
async fn a_long_poll_is_answered_when_an_event_of_its_own_arrives() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    let poll = reader.get("/v1/submissions?wait=55");
    let append = async {
        // Time to begin waiting. If that took longer, the poll would find the event at once: still right.
        tokio::time::sleep(Duration::from_millis(200)).await;
        api.append(1, "roads").await;
        api.append(2, "parks").await;
    };
    let (answer, ()) = tokio::join!(poll, append);
    assert_eq!(batch(answer).await, [2], "not answered empty when another's event came");
}

#[tokio::test]
async fn a_poll_that_does_not_wait_is_answered_at_once() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    assert!(batch(reader.get("/v1/submissions?wait=0").await).await.is_empty());
    assert!(reader.lease(10).await.is_empty());
}

#[tokio::test]
async fn a_stop_answers_who_waits_so_that_nobody_is_cut_off() {
    let api = Api::start().await;
    let reader = api.reader("parks").await;
    let stop = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        api.stop.cancel();
    };
    let wanted = json!({"wait": 55});
    let (log, lease, ()) = tokio::join!(
        reader.get("/v1/submissions?wait=55"),
        reader.post("/v1/consumers/tally/lease", &wanted),
        stop
    );
    assert!(batch(log).await.is_empty());
    assert!(read_lease(lease).await.is_empty());
}
