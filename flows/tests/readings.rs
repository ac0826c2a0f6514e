//! Replies and how they are read: the table `readings.tsv`, which anyone can extend.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::lexicon;
use majlis_flows::understand::row;
use serde_json::{Value, json};

/// The questions that the table names in its first column.
fn question(name: &str) -> Value {
    let choice = |en: &[&str], ar: &[&str]| {
        let code = |at: usize| format!("o{}", at + 1);
        let options: Vec<Value> =
            en.iter().enumerate().map(|(i, t)| json!({"code": code(i), "text": t})).collect();
        let arabic: serde_json::Map<String, Value> =
            ar.iter().enumerate().map(|(i, t)| (code(i), json!(t))).collect();
        json!({"ask": "choice", "options": options, "option_texts": {"ar": arabic}})
    };
    match name {
        "time" => choice(&["Morning", "Evening", "No preference"], &["الصباح", "المساء", "لا فرق"]),
        "ride" => choice(
            &["Bus", "Metro", "Taxi", "Own car", "Walk"],
            &["الحافلة", "المترو", "التاكسي", "سيارتي", "المشي"],
        ),
        "often" => choice(
            &["Never", "Twice a week", "3 times a week", "Every day"],
            &["أبدا", "مرتين في الأسبوع", "٣ مرات في الأسبوع", "كل يوم"],
        ),
        "park" => choice(&["Help desk", "Stop lights", "Yes, a new park"], &[]),
        "stars" => json!({"ask": "rating", "min": 1, "max": 5}),
        "worded" => {
            let texts = ["Very bad", "Bad", "Fair", "Good", "Very good"];
            let option =
                |(at, text): (usize, &str)| json!({"code": (at + 1).to_string(), "text": text});
            let options: Vec<Value> = texts.into_iter().enumerate().map(option).collect();
            json!({"ask": "rating", "min": 1, "max": 5, "options": options})
        }
        "sure" => json!({"ask": "yes-no", "unsure": true}),
        "yes-no" => json!({"ask": "yes-no"}),
        "few" => json!({"ask": "number", "min": 0, "max": 20}),
        "money" => json!({"ask": "number", "min": -100, "max": 500_000}),
        "text" => json!({"ask": "text"}),
        "several" => {
            let mut several = choice(
                &["Lamps", "Seats", "Water taps", "Shade"],
                &["المصابيح", "المقاعد", "برادات الماء", "الظل"],
            );
            let chinese = json!({"o1": "灯", "o2": "椅子", "o3": "水龙头", "o4": "树荫"});
            several["option_texts"]["zh"] = chinese;
            several["ask"] = json!("choices");
            several["max"] = json!(3);
            several
        }
        "order" => {
            let mut order = question("several");
            order["ask"] = json!("ranking");
            order["top"] = json!(2);
            order
        }
        "share" => {
            let mut share = choice(&["Parks", "Roads", "Clinics"], &["حدائق", "طرق", "عيادات"]);
            share["ask"] = json!("points");
            share["total"] = json!(100);
            share
        }
        "view" => json!({"ask": "reaction"}),
        // Texts that begin or end with words which are an answer by themselves.
        "drink" => {
            let own = |lang: &str, texts: [&str; 3]| {
                let texts = texts.iter().enumerate();
                let texts: serde_json::Map<String, Value> =
                    texts.map(|(i, t)| (format!("o{}", i + 1), json!(t))).collect();
                (lang.to_owned(), Value::Object(texts))
            };
            let mut drink = choice(&["Tea", "Coffee", "No drink"], &[]);
            drink["option_texts"] = Value::Object(serde_json::Map::from_iter([
                own("hi", ["चाय", "दूध", "कोई शक्कर नहीं"]),
                own("ur", ["چائے", "دودھ", "کوئی چینی نہیں"]),
                own("ta", ["காலை", "மாலை", "எப்போதும் சரி"]),
                own("am", ["ሻይ", "ቡና", "ፍላጎት የለም"]),
            ]));
            drink
        }
        "when" => {
            let mut when = choice(&["Morning", "Evening"], &["الصباح", "المساء"]);
            when["option_texts"]["ur"] = json!({"o1": "صبح", "o2": "شام"});
            when["option_texts"]["hi"] = json!({"o1": "सुबह", "o2": "शाम"});
            when["option_texts"]["bn"] = json!({"o1": "সকাল", "o2": "সন্ধ্যা"});
            when["option_texts"]["ta"] = json!({"o1": "காலை", "o2": "மாலை"});
            when
        }
        "drinks" | "drinks-order" => {
            let mut drinks = question("drink");
            drinks["ask"] = json!(if name == "drinks" { "choices" } else { "ranking" });
            drinks
        }
        "day" => json!({"ask": "date", "today": "2026-06-03"}),
        "travel" => {
            let mut travel = question("ride");
            travel["other"] = json!(true);
            travel
        }
        other => unreachable!("no question named {other}"),
    }
}

/// `2` a value, `2?` asked back, `-` unclear, `:stop` a word.
fn short(reading: &Value) -> String {
    let value = |v: &Value| {
        let v = v.as_object().unwrap().values().next().unwrap();
        let code = |code: &str| match code.strip_prefix('o') {
            Some(digit) if digit.parse::<u8>().is_ok() => digit.to_owned(),
            _ => code.to_owned(),
        };
        let plain = |v: &Value| v.as_str().map_or_else(|| v.to_string(), code);
        match v {
            Value::Array(codes) => codes.iter().map(plain).collect::<Vec<_>>().join(","),
            Value::Object(shares) => {
                let pairs: Vec<_> =
                    shares.iter().map(|(of, n)| format!("{}={n}", code(of))).collect();
                pairs.join(",")
            }
            v => plain(v),
        }
    };
    if let Some(word) = reading.get("word") {
        return format!(":{}", word.as_str().unwrap());
    }
    match (reading.get("value"), reading.get("confirm")) {
        (Some(v), _) => value(v),
        (_, Some(v)) => format!("{}?", value(v)),
        _ => "-".to_owned(),
    }
}

/// What one reply is read as. `ur+ps`: in Urdu, where Pashto is offered, too.
fn read_row(name: &str, lang: &str, reply: &str) -> String {
    let mut question = question(name);
    let (own, other) = lang.split_once('+').unwrap_or((lang, "ar"));
    question["lang"] = json!(if lang == "ar" { "en" } else { own });
    question["offered"] = json!(["en", own, other]);
    question["reply"] = json!(reply.replace("\\n", "\n"));
    if lang == "ar" {
        swap_languages(&mut question);
    } else if let Some(own) = question["option_texts"].get(own).cloned() {
        for option in question["options"].as_array_mut().unwrap() {
            option["text"] = own[option["code"].as_str().unwrap()].clone();
        }
    }
    short(&row(&question, lexicon()))
}

#[test]
fn replies_are_read_as_the_table_says() {
    let mut wrong = Vec::new();
    for (at, line) in include_str!("readings.tsv").lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let [name, lang, reply, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("line {}: four columns", at + 1);
        };
        let got = read_row(name, lang, reply);
        if got != expected {
            wrong.push(format!("line {}: {name} {lang} {reply:?}: {got}, not {expected}", at + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_the_docs_is_true() {
    let docs = include_str!("../../docs/understanding.md");
    let (_, table) = docs.split_once("<!-- readings: begin -->").unwrap();
    let (table, _) = table.split_once("<!-- readings: end -->").unwrap();
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with('|')).skip(2).collect();
    assert!(rows.len() > 30, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for line in rows {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [name, lang, reply, expected, _] = cells[..] else { panic!("five columns: {line}") };
        let got = read_row(name, lang, reply);
        if got != expected {
            wrong.push(format!("{name} {lang} {reply:?}: {got}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn swap_languages(question: &mut Value) {
    question["lang"] = json!("ar");
    let Some(options) = question.get("options").cloned() else { return };
    let (mut own, mut english) = (Vec::new(), serde_json::Map::new());
    for option in options.as_array().unwrap() {
        let code = option["code"].as_str().unwrap();
        english.insert(code.to_owned(), option["text"].clone());
        own.push(json!({"code": code, "text": question["option_texts"]["ar"][code]}));
    }
    question["options"] = json!(own);
    question["option_texts"] = json!({"en": english});
}
