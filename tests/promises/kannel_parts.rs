//! What `preview` foretells of each SMS, beside what a real Kannel then hands to the network: encoding, parts,
//! words. In Arabic, Malayalam and English. The words of both are machine-drafted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::kannel::{CHANNEL, Line, NUMBER};
use crate::peers::Gateway;
use crate::peers::every_type::{self, TYPES};
use crate::peers::smsc::Sms;

const LANGS: [&str; 3] = ["ar", "en", "ml"];

/// A campaign with a keyword in each language, whose question is longer than a message.
const WATER: &str = r#"
[[campaign]]
id = "water"
entity = "town"
template = "water"
approval = "TEST-2"
keywords = { ar = "ماء", ml = "വെള്ളം" }
"#;

const WATER_WORDS: [(&str, &str); 2] = [
    (
        "ar",
        r#"about.title = "مياه الشرب"
end.say = "شكراً لك. رقم الإيصال {{receipt}}. سنعلّق خريطة الصنابير الجديدة 🚰 على باب البلدية."
[choice]
ask = "نريد أن نضع صنابير مياه باردة 🚰 في الأحياء قبل الصيف، وبجانب كل صنبور شجرة 🌳. أين تضع البلدية أول صنبور؟"
school = "قرب المدرسة 🏫"
market = "في سوق الخضار"
stop = "عند موقف الحافلة 🚌"
"#,
    ),
    (
        "ml",
        "about.title = \"കുടിവെള്ളം\"
end.say = \"നന്ദി. രസീത് {{receipt}}. പുതിയ ടാപ്പുകളുടെ 🚰 ഭൂപടം നഗരസഭയുടെ വാതില്\u{200d}ക്കല്\u{200d} തൂക്കും.\"
[choice]
ask = \"വേനലിനു മുമ്പ് ഞങ്ങള്\u{200d} വഴിയരികില്\u{200d} തണുത്ത കുടിവെള്ള ടാപ്പുകള്\u{200d} 🚰 വയ്ക്കും. ആദ്യത്തെ ടാപ്പ് എവിടെ വേണം?\"
school = \"സ്കൂളിനടുത്ത് 🏫\"
market = \"പച്ചക്കറിച്ചന്തയില്\u{200d}\"
stop = \"ബസ് സ്റ്റോപ്പില്\u{200d} 🚌\"
",
    ),
];

/// Texts that lie badly for whoever splits them, by name: each is the question of a campaign of its own.
fn awkward() -> Vec<(String, &'static str, String)> {
    let named = |(id, lang, text): (&str, &'static str, String)| (id.to_owned(), lang, text);
    let mut all = [
        // 67 is odd: one of two neighbouring parts ends inside of a pair.
        ("pairs", "ar", "🚰".repeat(70)),
        ("pairs-moved", "ar", format!("ن{}", "🚰".repeat(70))),
        ("families", "ar", "👨\u{200d}👩\u{200d}👧\u{200d}👦".repeat(14)),
        ("half-spaces", "ar", "می\u{200c}خواهیم که ".repeat(16)),
        ("chillu", "ml", "അവന്\u{200d} വരാന്\u{200d} ".repeat(12)),
        ("conjuncts", "ml", "ക്ഷ\u{200c}ണ്ട\u{200d}സ്ത്രീ".repeat(12)),
        ("vowel-signs", "ml", "കോകൗകൊ".repeat(20)),
        ("letters", "ar", "ن".repeat(170)),
    ]
    .map(named)
    .to_vec();
    // An extension character over the edge of a part, and totals around the room of two and three parts.
    let escapes = [104, 105, 106, 107].map(|more| {
        let ask = format!("{}€{}", "a".repeat(152), "b".repeat(more));
        (format!("escapes-{more}"), "en", ask)
    });
    all.extend(escapes);
    all
}

fn template(at: &Path, id: &str, options: &str, words: &[(&str, &str)]) {
    let folder = at.join("templates").join(id);
    fs::create_dir_all(&folder).unwrap();
    let langs: Vec<&str> = words.iter().map(|(lang, _)| *lang).collect();
    let about = format!(
        "id = {id:?}\nversion = 1\nflow = \"poll\"\nlanguages = {langs:?}\nsms_parts = 9\n\
         [options]\nchoice = {options}\n"
    );
    fs::write(folder.join("template.toml"), about).unwrap();
    for (lang, words) in words {
        fs::write(folder.join(format!("{lang}.toml")), words).unwrap();
    }
}

/// A campaign of each answer type, the one about water, and the awkward ones, behind Kannel.
async fn line() -> Line {
    let folder = tempfile::tempdir().unwrap();
    let mut words = every_type::words();
    words.retain(|lang, _| LANGS.contains(&lang.as_str()));
    let mut config = every_type::project(folder.path(), &words);
    template(folder.path(), "water", r#"["school", "market", "stop"]"#, &WATER_WORDS);
    config.push_str(WATER);
    for (id, lang, ask) in awkward() {
        let words = format!(
            "about.title = \"{id}\"\nend.say = \"{{{{receipt}}}}\"\n[choice]\nask = '{ask}'\none = \"one\"\ntwo = \"two\"\n"
        );
        template(folder.path(), &id, r#"["one", "two"]"#, &[(lang, &words)]);
        let _ = write!(
            config,
            "[[campaign]]\nid = {id:?}\nentity = \"town\"\ntemplate = {id:?}\napproval = \"TEST-3\"\n\
             keywords = {{ {lang} = {id:?} }}\n"
        );
    }
    config.push_str(CHANNEL);
    Line::open_to(move |secrets| Gateway::with(folder, &config, secrets)).await
}

/// What `preview --json` says of some campaigns: its lines, by campaign.
struct Foretold(BTreeMap<String, Vec<Value>>);

impl Foretold {
    fn of<'a>(line: &Line, campaigns: impl IntoIterator<Item = &'a str>) -> Self {
        let campaigns: Vec<&str> = campaigns.into_iter().collect();
        let ask = |campaigns: &[&str]| -> Vec<(String, Vec<Value>)> {
            let lines = |campaign: &str| {
                let said = line.gateway.ask(&["preview", campaign, "--json"]);
                said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
            };
            campaigns.iter().map(|campaign| ((*campaign).to_owned(), lines(campaign))).collect()
        };
        let (left, right) = campaigns.split_at(campaigns.len() / 2);
        let all = std::thread::scope(|scope| {
            let other = scope.spawn(|| ask(right));
            let mut all = ask(left);
            all.extend(other.join().unwrap());
            all
        });
        Self(all.into_iter().collect())
    }

    /// The first message of this kind in a language.
    fn message(&self, campaign: &str, lang: &str, what: &str) -> &Value {
        let all = &self.0[campaign];
        let mut found = all.iter().filter(|line| line["lang"] == lang && line["what"] == what);
        found.next().unwrap_or_else(|| panic!("{lang} {what} in {all:?}"))
    }
}

/// The phone got what was foretold. The receipt of a preview is a sample of the same length.
fn assert_as_foretold(name: &str, got: &Sms, foretold: &Value, receipt: &str) {
    let text = foretold["text"].as_str().unwrap().replace("K7P-4QM", receipt);
    assert_eq!(got.text, text, "{name}: what the phone joined");
    let encoding = if got.data_coding == 8 { "UCS-2" } else { "GSM-7" };
    assert_eq!(encoding, foretold["encoding"], "{name}");
    assert_eq!(Some(got.parts), foretold["parts"].as_u64(), "{name}: {:?} {text}", got.sizes);
    // Bytes; of the handset alphabet septets, which travel here one a byte. A part of several has a header.
    let room = match (got.data_coding, got.parts) {
        (8, 1) => 140,
        (8, _) => 134,
        (_, 1) => 160,
        (_, _) => 153,
    };
    assert!(got.sizes.iter().all(|size| *size <= room), "{name}: {:?}", got.sizes);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_takes_the_parts_that_preview_foretold() {
    let line = line().await;
    let foretold = Foretold::of(&line, TYPES.into_iter().chain(["water"]));
    let mut told = Vec::new();

    // From the keyword to the receipt, with a reply nobody could understand on the way.
    for (lang, keyword, reply) in [("ar", "ماء", "٢"), ("ml", "വെള്ളം", "൨")] {
        let phone = format!("+4477009005{:02}", keyword.chars().count());
        for (at, words) in [keyword, "🤷", reply].iter().enumerate() {
            line.smsc.send_ucs2(&phone, NUMBER, words).await;
            line.smsc.wait_for(&phone, at + 1).await;
        }
        let events = line.gateway.consumer_of("town").events().await;
        let data = &events.last().unwrap()["data"];
        assert_eq!((&data["language"]["used"], &data["campaign"]), (&lang.into(), &"water".into()));
        assert_eq!(data["answers"][0]["value"]["option"], "market");
        let receipt = data["receipt"].as_str().unwrap();
        let got = line.smsc.received_by(&phone).await;
        let kinds = ["ask", "again", "say"];
        assert_eq!(got.len(), kinds.len());
        for (sms, what) in got.iter().zip(kinds) {
            let foretold = foretold.message("water", lang, what);
            assert_as_foretold(&format!("{lang} {what}"), sms, foretold, receipt);
            told.push(sms.parts);
        }
    }
    assert!(told.iter().any(|parts| *parts >= 3), "{told:?}");

    // The question of every answer type.
    for (number, ask) in TYPES.iter().enumerate() {
        for (other, lang) in LANGS.iter().enumerate() {
            let phone = format!("+4477009{number:02}{other:03}");
            line.smsc.send_ascii(&phone, NUMBER, &format!("{ask}-{lang}")).await;
            let got = line.smsc.wait_for(&phone, 1).await.remove(0);
            let foretold = foretold.message(ask, lang, "ask");
            assert_as_foretold(&format!("{lang} {ask}"), &got, foretold, "");
            told.push(got.parts);
        }
    }
    println!("{} messages, parts {told:?}", told.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_kannel_splits_inside_of_a_character_is_whole_at_the_phone() {
    let line = line().await;
    let texts = awkward();
    let foretold = Foretold::of(&line, texts.iter().map(|(id, ..)| id.as_str()));
    let mut told = Vec::new();
    for (number, (id, lang, ask)) in texts.into_iter().enumerate() {
        let phone = format!("+4477009006{number:02}");
        line.smsc.send_ascii(&phone, NUMBER, &id).await;
        let got = line.smsc.wait_for(&phone, 1).await.remove(0);
        let asked = ask.trim();
        assert!(got.text.contains(asked), "{id}: no joiner and no half of a pair is lost");
        assert_as_foretold(&id, &got, foretold.message(&id, lang, "ask"), "");
        told.push((id, got.parts, got.sizes));
    }
    println!("{told:?}");
}
