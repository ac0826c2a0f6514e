use std::collections::BTreeMap;

use majlis_flows::{Faults, Flow};

use super::template::{Files, Template};
use super::words::CampaignWords;

const FLOW: &str = "id = \"poll\"\nversion = 1\nkind = \"poll\"\ntitle = \"t\"\n\
                    [[step]]\nid = \"choice\"\nask = \"choice\"\noptions = [\"a\", \"b\"]\n";
const HEAD: &str = "id = \"t\"\nversion = 3\nflow = \"poll\"\nlanguages = [\"en\"]\n\
                    [placeholders]\nplace = \"which park\"\n[options]\nchoice = [\"later\", \"same\"]\n";
const WORDS: &str = "[about]\ntitle = \"Hours\"\n[choice]\nask = \"Close {{place}} when?\"\n\
                     later = \"1 am\"\nsame = \"11 pm\"\nsms.ask = \"{{place}}: when?\"\n\
                     [end]\nsay = \"Thanks for {{place}}. {{receipt}}\"\n";

fn parse(head: &str, words: &str) -> (Option<Template>, Faults) {
    let mut faults = Faults::default();
    let flow = Flow::parse("poll.toml", FLOW, &mut faults).unwrap();
    let files = Files {
        folder: "templates/t",
        files: vec![("template.toml".into(), head), ("en.toml".into(), words)],
    };
    let template = Template::parse("t", &files, |id| (id == "poll").then_some(&flow), &mut faults);
    (template, faults)
}

fn fill(value: &str) -> CampaignWords {
    let (template, faults) = parse(HEAD, WORDS);
    assert!(faults.is_empty(), "{faults}");
    let own = BTreeMap::from([("place".to_owned(), value.to_owned())]);
    let values = BTreeMap::from([("en".to_owned(), own)]);
    let mut faults = Faults::default();
    let words = CampaignWords::fill(&template.unwrap(), &values, ("c.toml", 1), &mut faults);
    assert!(faults.is_empty(), "{faults}");
    words
}

#[test]
fn a_channel_kind_may_have_its_own_wording() {
    let words = fill("the park");
    assert_eq!(words.text("en", "choice", "ask", "web"), Some("Close the park when?"));
    assert_eq!(words.text("en", "choice", "ask", "sms"), Some("the park: when?"));
}

#[test]
fn values_and_receipts_are_never_expanded_again() {
    let words = fill("{{receipt}} & <b>");
    assert_eq!(words.text("en", "choice", "ask", "web"), Some("Close {{receipt}} & <b> when?"));
    assert_eq!(words.ending("en", "sms", "{{place}}"), "Thanks for {{receipt}} & <b>. {{place}}");
}

#[test]
fn each_fault_of_the_words_has_its_line_and_mend() {
    let words = WORDS
        .replace("same = \"11 pm\"\n", "")
        .replace("1 am", "{{plaec}}")
        .replace("Hours", "{{{place}}}")
        .replace("[end]", "why = \"x\"\n[end]")
        .replace("Close {{place}} when?", "Close {{place} when?");
    let (template, faults) = parse(HEAD, &words);
    assert!(template.is_none());
    let all = faults.to_string();
    for expected in [
        "templates/t/en.toml:4: no words for `same` of [choice]",
        "templates/t/en.toml:5: `choice.later` has an unknown placeholder {{plaec}}",
        "templates/t/en.toml:2: `about.title` uses more than a placeholder",
        "templates/t/en.toml:7: nobody says `choice.why`",
        "templates/t/en.toml:4: `choice.ask` cannot be read",
    ] {
        assert!(all.contains(expected), "{expected} not in:\n{all}");
    }
    assert_eq!(faults.0.len(), 5, "{all}");
}

#[test]
fn the_receipt_is_known_only_at_the_end() {
    let words = WORDS.replace("Hours", "{{receipt}}");
    let (_, faults) = parse(HEAD, &words);
    assert!(faults.to_string().contains("unknown placeholder {{receipt}}"), "{faults}");
}

#[test]
fn a_template_head_names_what_is_missing() {
    let head = HEAD.replace("flow = \"poll\"", "flow = \"pol\"").replace("choice = [", "chois = [");
    let (template, faults) = parse(&head, WORDS);
    assert!(template.is_none());
    assert!(faults.to_string().contains("template.toml:3: there is no flow `pol`"), "{faults}");
}
