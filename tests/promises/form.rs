//! The text form: in a browser without scripts, in lynx, and within its budget of bytes and requests.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::peers::http::client;
use crate::peers::process::{program, test_file};
use crate::peers::{Demo, Gateway};

/// A resident with a real browser, scripts off; see `browser.js`.
pub(super) async fn browse(url: &str, answers: Value) -> Value {
    let out = tokio::process::Command::new(program("node"))
        .arg(test_file("peers/browser.js"))
        .arg(url)
        .arg(answers.to_string())
        .output()
        .await
        .expect("node is there");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "the browser: {said}");
    serde_json::from_slice(&out.stdout).expect("JSON of what was seen")
}

/// A page as a text browser prints it.
fn dump(browser: &str, url: &str) -> String {
    let out = Command::new(program(browser)).arg("-dump").arg(url).output().expect(browser);
    assert!(out.status.success(), "{browser} {url}");
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn last(seen: &Value) -> &Value {
    seen["pages"].as_array().and_then(|pages| pages.last()).expect("a page")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resident_answers_in_arabic_with_scripts_off() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=ar", demo.campaign_url("park-hours"));

    let seen = browse(&url, json!([{"pick": "كلاهما"}])).await;

    let first = &seen["pages"][0];
    assert_eq!((&first["lang"], &first["dir"]), (&"ar".into(), &"rtl".into()));
    assert!(seen["bytes"].as_u64().unwrap() <= 10 * 1024, "{} bytes", seen["bytes"]);
    assert_eq!(seen["firstRequests"].as_array().unwrap().len(), 1, "{}", seen["firstRequests"]);
    let own = demo.field("public");
    for request in seen["requests"].as_array().unwrap() {
        assert!(request.as_str().unwrap().starts_with(own), "loaded from elsewhere: {request}");
    }
    assert_eq!((&seen["cookies"], &first["scripts"]), (&0.into(), &0.into()));

    let event = demo.consumer().wait_for(1).await.remove(0);
    let data = &event["data"];
    assert_eq!(data["answers"][0]["value"]["option"], "both");
    assert_eq!(data["answers"][0]["read_as"], "form");
    assert_eq!((&data["channel"], &data["language"]["used"]), (&"web".into(), &"ar".into()));
    let receipt = data["receipt"].as_str().unwrap();
    assert!(last(&seen)["text"].as_str().unwrap().contains(receipt), "{}", last(&seen));
    assert!(seen["reloaded"]["text"].as_str().unwrap().contains(receipt), "{}", seen["reloaded"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_answer_is_explained_and_an_optional_question_skipped() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=en", demo.campaign_url("bus-trip"));

    let seen = browse(&url, json!([{"nothing": true}, {"pick": "4"}, {"skip": true}])).await;

    assert_eq!(seen["pages"][0]["alerts"], 0);
    assert_eq!(seen["pages"][1]["alerts"], 1, "an error summary: {}", seen["pages"][1]);
    let titles = (&seen["pages"][0]["title"], &seen["pages"][1]["title"]);
    assert_ne!(titles.0, titles.1, "the title says that there is an error");
    let event = demo.consumer().wait_for(1).await.remove(0);
    let answers = &event["data"]["answers"];
    assert_eq!(answers[0]["value"]["score"], 4);
    assert_eq!(answers[1]["status"], "skipped");
}

#[tokio::test(flavor = "multi_thread")]
async fn boxes_and_an_order_are_answered_in_arabic_after_slips_that_cost_no_try() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=ar", demo.campaign_url("street-priorities"));

    let seen = browse(
        &url,
        json!([
            {"tick": ["أشجار الظل", "أعمدة الإنارة"]},
            {"numbers": {"المقاعد": "1", "معابر آمنة": "1"}},
            {"numbers": {"المقاعد": "٢", "معابر آمنة": "١"}},
            {"write": "لأن أطفالي يمشون هنا"},
        ]),
    )
    .await;

    for page in seen["pages"].as_array().unwrap() {
        assert_eq!((&page["dir"], &page["sideways"]), (&"rtl".into(), &false.into()), "{page}");
    }
    assert_eq!((&seen["pages"][1]["alerts"], &seen["pages"][2]["alerts"]), (&0.into(), &1.into()));
    let data = &demo.consumer().wait_for(1).await[0]["data"];
    let mut used: Vec<&str> = strings(&data["answers"][0]["value"]["options"]);
    used.sort_unstable();
    assert_eq!(used, ["lamps", "shade"]);
    assert_eq!(data["answers"][0]["order"].as_array().unwrap().len(), 4, "as it was shuffled");
    assert_eq!(strings(&data["answers"][1]["value"]["ranking"]), ["crossing", "seats"]);
    assert_eq!(
        (&data["answers"][1]["attempts"], &data["answers"][1]["read_as"]),
        (&1.into(), &"form".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn views_and_points_are_answered_and_an_answer_is_changed_taken_back_and_erased() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=en", demo.campaign_url("street-budget"));

    let seen = browse(
        &url,
        json!([
            {"pick": "Agree"}, {"pick": "Pass"},
            {"numbers": {"Shade trees": "60", "Street lamps": "60"}},
            {"numbers": {"Street lamps": "40"}},
            {"wish": "change"}, {"pick": "slowly"}, {"pick": "Disagree"}, {"wish": "withdraw"},
        ]),
    )
    .await;

    let pages = seen["pages"].as_array().unwrap();
    assert_eq!(pages[3]["alerts"], 1, "120 points are told at once: {}", pages[3]);
    assert!(pages[4]["text"].as_str().unwrap().contains("To read aloud"), "{}", pages[4]);
    assert!(pages[8]["heading"].as_str().unwrap().contains("taken back"), "{}", pages[8]);
    assert!(pages.iter().all(|page| page["sideways"] == false));
    let events = demo.consumer().wait_for(3).await;
    let data = |at: usize| &events[at]["data"];
    let actions = [0, 1, 2].map(|at| data(at)["action"].as_str().unwrap());
    assert_eq!(actions, ["recorded", "corrected", "withdrawn"]);
    assert_eq!(data(0)["answers"][2]["value"]["points"], json!({"shade": 60, "lamps": 40}));
    assert_eq!(data(1)["answers"][0]["value"]["reaction"], "disagree");

    let private_link = pages[8]["url"].as_str().unwrap();
    let seen = browse(private_link, json!([{"wish": "erase"}])).await;

    assert!(last(&seen)["heading"].as_str().unwrap().contains("erased"), "{}", last(&seen));
    let events = demo.consumer().wait_for(4).await;
    assert!(events.iter().all(|event| event["data"]["action"] == "erased"), "{events:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_beside_the_buttons_a_place_and_a_day_are_answered() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=en", demo.campaign_url("street-report"));

    let seen = browse(
        &url,
        json!([
            {"pick": "Yes"}, {"other": "A fallen tree"}, {"write": "behind the school"},
            {"write": "4/5"}, {"pick": "No"}, {"write": "25/12/2025"}, {"skip": true},
        ]),
    )
    .await;

    let doubt = &seen["pages"][4]["text"];
    assert!(doubt.as_str().unwrap().contains("Did you mean"), "day or month first: {doubt}");
    let data = &demo.consumer().wait_for(1).await[0]["data"];
    let value = |at: usize| &data["answers"][at]["value"];
    assert_eq!(value(1), &json!({"other": "A fallen tree"}));
    assert_eq!(value(2), &json!({"text": "behind the school"}));
    assert_eq!(value(3), &json!({"date": "2025-12-25"}));
    assert_eq!(data["answers"][4]["status"], "skipped");
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().filter_map(Value::as_str).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_is_one_submission() {
    let demo = Demo::start().await;
    let url = demo.campaign_url("park-hours");
    let page = client().get(url).send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once(r#"name="token" value=""#).expect("a form token");
    let token = rest.split('"').next().unwrap();
    let body = format!("token={token}&lang=en&value=later");

    for _ in 0..2 {
        let answer = client()
            .post(url.split('?').next().unwrap())
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.clone())
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 303, "POST-redirect-GET, also for the repeat");
    }

    demo.consumer().wait_for(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text_browsers_show_the_whole_question() {
    let demo = Demo::start().await;
    let url = format!("{}?lang=en", demo.campaign_url("park-hours"));
    for browser in ["lynx", "w3m", "links"] {
        let page = dump(browser, &url);
        for words in ["when should", "Open earlier", "Close later", "Both", "No change"] {
            assert!(page.contains(words), "{browser} shows `{words}`:\n{page}");
        }
    }
}

/// A whole conversation at a terminal: `keys` choose the 4 of `bus-trip`, write a comment and send it.
async fn answers_at_a_terminal(browser: &[&str], keys: &[&str]) {
    let demo = Demo::start().await;
    // A browser that was never used before, and that keeps nothing in anybody's home.
    let home = tempfile::tempdir().unwrap();
    let editor = home.path().join("editor");
    std::fs::write(&editor, "#!/bin/sh\necho 'On time, thank you' > \"$1\"\n").unwrap();
    let out = Command::new("/usr/bin/python3")
        .arg(test_file("peers/terminal.py"))
        .arg(json!(keys).to_string())
        .arg(program(browser[0]))
        .args(&browser[1..])
        .arg(format!("{}?lang=en", demo.campaign_url("bus-trip")))
        .env("HOME", home.path())
        .env("EDITOR", format!("sh {}", editor.display()))
        .stdin(Stdio::null())
        .output()
        .unwrap();

    let screen = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let event = demo.consumer().wait_for(1).await.remove(0);
    let answers = &event["data"]["answers"];
    assert_eq!(answers[0]["value"]["score"], 4, "{screen}");
    assert_eq!(answers[1]["value"]["text"], "On time, thank you", "{screen}");
}

/// The key that goes down.
const DOWN: &str = "\u{1b}[B";

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_conversation_is_answered_with_lynx() {
    let mut keys = vec![DOWN; 6];
    keys.extend(["\r", DOWN, DOWN, "\r", DOWN, DOWN, "On time, thank you", "\t", "\r", "Q"]);
    answers_at_a_terminal(&["lynx", "-nopause"], &keys).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_conversation_is_answered_with_links() {
    // It greets whoever starts it for the first time.
    let mut keys = vec!["\r"];
    keys.extend([DOWN; 6]);
    keys.extend(["\r", DOWN, DOWN, "\r", DOWN, DOWN, "On time, thank you", DOWN, "\r"]);
    answers_at_a_terminal(&["links"], &keys).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_conversation_is_answered_with_w3m() {
    // It searches for what is between the brackets of a button, and writes with an editor.
    let send = "/Send answer\r";
    let keys = ["/ .4\r", "\r", send, "\r", send, "\u{1b}\t", "\r", send, "\r"];
    answers_at_a_terminal(&["w3m"], &keys).await;
}

/// The demo's campaigns, each with all its questions on one page.
async fn on_one_page() -> Gateway {
    let demo = std::fs::read_to_string(test_file("../config/demo.toml")).unwrap();
    let demo = demo.replace("approval =", "pages = \"one\"\napproval =");
    let mut gateway = Gateway::of_config(&demo);
    gateway.start().await;
    gateway
}

#[tokio::test(flavor = "multi_thread")]
async fn all_on_one_page_are_answered_in_arabic_after_slips_that_lose_nothing() {
    let mut gateway = on_one_page().await;
    let url = format!("{}/c/street-priorities?lang=ar", gateway.public);
    let why = "لأن أطفالي يمشون هنا";

    let seen = browse(
        &url,
        json!([
            {"sheet": {"use": {"tick": ["أشجار الظل"]}, "why": {"write": why},
                "priorities": {"numbers": {"place.crossing": "1", "place.seats": "1"}}}},
            {"sheet": {"priorities": {"numbers": {"place.seats": "٢"}}}},
        ]),
    )
    .await;

    let pages = seen["pages"].as_array().unwrap();
    assert_eq!((&pages[0]["alerts"], &pages[1]["alerts"]), (&0.into(), &1.into()), "{seen}");
    assert!(pages.iter().all(|page| page["sideways"] == false && page["dir"] == "rtl"));
    let data = &gateway.consumer().wait_for(1).await[0]["data"];
    assert_eq!(data["status"], "complete");
    assert_eq!(strings(&data["answers"][0]["value"]["options"]), ["shade"]);
    assert_eq!(strings(&data["answers"][1]["value"]["ranking"]), ["crossing", "seats"]);
    assert_eq!(data["answers"][2]["value"]["text"], why);
    gateway.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_page_does_not_understand_can_be_sent_as_it_is() {
    let mut gateway = on_one_page().await;
    let url = format!("{}/c/street-report?lang=en", gateway.public);

    let seen = browse(
        &url,
        json!([
            {"pick": "Yes"},
            {"sheet": {"what": {"other": "A fallen tree"}, "where": {"write": "the school"},
                "since": {"write": "some weeks"}}},
            {"asIs": true},
            // The picture has a page of its own.
            {"skip": true},
        ]),
    )
    .await;

    let text = last(&seen)["text"].as_str().unwrap();
    let data = &gateway.consumer().wait_for(1).await[0]["data"];
    assert!(text.contains(data["receipt"].as_str().unwrap()), "{seen}");
    assert_eq!(data["answers"][1]["value"]["other"], "A fallen tree");
    assert_eq!(data["answers"][3]["status"], "unclear");
    assert_eq!(data["answers"][3]["raw"], "some weeks");
    gateway.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_sent_many_times_around_a_kill_is_one_submission() {
    let mut gateway = on_one_page().await;
    let url = format!("{}/c/bus-trip", gateway.public);
    let page = client().get(&url).send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once(r#"name="token" value=""#).expect("a form token");
    let token = rest.split('"').next().unwrap();
    let body =
        format!("token={token}&lang=en&asked=score+comment&score:value=4&comment:value=On+time");
    let send = async || {
        let request = client().post(format!("{url}?all")).body(body.clone());
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send().await.map(|answer| answer.status().as_u16())
    };

    // Taps at once, one of which the kill may meet in the middle; then the same again.
    let (first, second, third) = tokio::join!(send(), send(), async {
        tokio::time::sleep(std::time::Duration::from_millis(3)).await;
        gateway.kill();
    });
    let () = third;
    gateway.start().await;
    assert_eq!(send().await.unwrap(), 303, "after {first:?}, {second:?}");
    assert_eq!(send().await.unwrap(), 303);

    let events = gateway.consumer().wait_for(1).await;
    assert_eq!(events.len(), 1, "{events:#?}");
    let answers = &events[0]["data"]["answers"];
    assert_eq!(
        (&answers[0]["value"]["score"], &answers[1]["value"]["text"]),
        (&4.into(), &"On time".into())
    );
    gateway.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_client_answers_a_whole_conversation_in_plain_text() {
    let demo = Demo::start().await;
    let get = async |url: String| {
        let answer = client().get(url).header("accept", "text/plain").send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "text/plain; charset=utf-8");
        answer.text().await.unwrap()
    };
    let public = demo.field("public").trim_end_matches('/').to_owned();
    assert!(get(format!("{public}/?lang=en")).await.contains("/c/street-priorities?lang=en"));
    let mut page = get(format!("{}?lang=en", demo.campaign_url("street-priorities"))).await;
    let mut chosen = String::new();
    // The very line that the page offers, with the answer put in.
    for answer in ["2", "1 2", "SKIP"] {
        if chosen.is_empty() {
            let line = page.lines().find(|line| line.starts_with("2 ")).expect("numbered options");
            chosen = line[2..].to_owned();
        }
        let line = page.lines().find(|line| line.starts_with("curl ")).expect("how to answer");
        let line = line.replace("value=1", &format!("value={answer}"));
        let line = line.replace("value=…", &format!("value={answer}"));
        let out =
            Command::new("sh").arg("-c").arg(line.replace("curl ", "curl -sS ")).output().unwrap();
        page = String::from_utf8(out.stdout).unwrap();
    }

    let data = &demo.consumer().wait_for(1).await[0]["data"];
    assert!(page.contains(data["receipt"].as_str().unwrap()), "{page}");
    let option = data["answers"][0]["value"]["options"][0].as_str().unwrap();
    let words = [
        ("shade", "Shade trees"),
        ("lamps", "Street lamps"),
        ("seats", "Benches"),
        ("crossing", "Safe crossings"),
    ];
    assert!(
        words.contains(&(option, chosen.as_str())),
        "{option} is not what stood at 2: {chosen}"
    );
    assert_eq!(data["answers"][2]["status"], "skipped");
    let receipt = get(format!("{public}/r/{}?lang=en", data["receipt"].as_str().unwrap())).await;
    assert!(receipt.contains("arrived"), "{receipt}");
}
