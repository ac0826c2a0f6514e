use std::collections::BTreeMap;

use majlis_flows::{Faults, Flow};

use super::catalogue;
use super::template::{Files, Template};
use super::words::CampaignWords;
use crate::config::Config;
use crate::library::{Folders, Library};

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

// The Arabic is machine-drafted.
#[test]
fn a_latin_value_in_an_arabic_sentence_is_isolated_and_an_arabic_one_costs_nothing() {
    let head = HEAD.replace("[\"en\"]", "[\"ar\"]");
    let mut faults = Faults::default();
    let flow = Flow::parse("poll.toml", FLOW, &mut faults).unwrap();
    let arabic = WORDS.replace("Close {{place}} when?", "متى تغلق {{place}}؟");
    let files = Files {
        folder: "templates/t",
        files: vec![("template.toml".into(), &*head), ("ar.toml".into(), &*arabic)],
    };
    let template = Template::parse("t", &files, |_| Some(&flow), &mut faults).unwrap();
    for (value, asked) in [
        ("Zabeel Park (Gate 1)", "متى تغلق \u{2068}Zabeel Park (Gate 1)\u{2069}؟"),
        ("حديقة زعبيل", "متى تغلق حديقة زعبيل؟"),
    ] {
        let own = BTreeMap::from([("place".to_owned(), value.to_owned())]);
        let values = BTreeMap::from([("ar".to_owned(), own)]);
        let words = CampaignWords::fill(&template, &values, ("c.toml", 1), &mut faults);
        assert_eq!(words.text("ar", "choice", "ask", "web"), Some(asked));
    }
    assert!(faults.is_empty(), "{faults}");
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

#[test]
fn a_campaign_that_cannot_be_reached_or_hides_stop_is_a_fault() {
    let text = "[gateway]\nsecret = \"0123456789abcdef0123456789abcdef\"\n\
        [[entity]]\nid = \"e\"\nname = { en = \"E\" }\n\
        [[campaign]]\nid = \"c\"\nentity = \"e\"\ntemplate = \"t\"\nkeywords = { en = \"Stop\" }\n\
        values = { en = { place = \"x\" } }\n\
        [[campaign]]\nid = \"c\"\nentity = \"e\"\ntemplate = \"t\"\nkeywords = { en = \" \" }\n\
        values = { en = { place = \"x\" } }\n\
        opens = \"2026-06-02T00:00:00Z\"\ncloses = \"2026-06-01T00:00:00Z\"\n";
    let mut faults = Faults::default();
    let config = Config::look_at("c.toml", text, &mut faults).unwrap_or_else(|| panic!("{faults}"));
    let library = Library::load(&Folders::default(), &mut faults);
    let templates = BTreeMap::from([("t".to_owned(), parse(HEAD, WORDS).0.unwrap())]);
    assert!(faults.is_empty(), "{faults}");

    catalogue::check_keywords(&config, &library.lexicon, &mut faults);
    assert!(catalogue::build(&config, &templates, &mut faults).is_none());

    let said = faults.to_string();
    for what in ["already means `stop`", "second campaign", "has no letters", "before it opens"] {
        assert!(said.contains(what), "{what}: {said}");
    }
    assert_eq!(faults.0.len(), 4, "{said}");
}

#[test]
fn numbers_that_make_no_sense_and_files_nobody_reads_are_faults() {
    let head = HEAD.replace("version = 3", "version = 0\nsms_parts = -1");
    let mut faults = Faults::default();
    let flow = Flow::parse("poll.toml", FLOW, &mut faults).unwrap();
    let files = Files {
        folder: "templates/t",
        files: vec![
            ("template.toml".into(), head.as_str()),
            ("en.toml".into(), WORDS),
            ("ur.toml".into(), WORDS),
        ],
    };
    assert!(Template::parse("t", &files, |_| Some(&flow), &mut faults).is_none());
    let all = faults.to_string();
    assert!(all.contains("template.toml:2: `version` is 0"), "{all}");
    assert!(all.contains("template.toml:3: `sms_parts` is -1"), "{all}");
    assert!(all.contains("template.toml:5: nobody reads ur.toml"), "{all}");
}

/// What a campaign of template `t` becomes with these lines of its own.
fn campaign(head: &str, words: &str, own: &str) -> (Option<catalogue::Catalogue>, Faults) {
    let (template, faults) = parse(head, words);
    assert!(faults.is_empty(), "{faults}");
    let text = format!(
        "[gateway]\nsecret = \"0123456789abcdef0123456789abcdef\"\n\
         [[entity]]\nid = \"e\"\nname = {{ en = \"E\" }}\n\
         [[campaign]]\nid = \"c\"\nentity = \"e\"\ntemplate = \"t\"\nkeywords = {{ en = \"HOURS\" }}\n\
         values = {{ en = {{ place = \"the park\" }} }}\n{own}"
    );
    let mut faults = Faults::default();
    let config =
        Config::look_at("c.toml", &text, &mut faults).unwrap_or_else(|| panic!("{faults}"));
    let templates = BTreeMap::from([("t".to_owned(), template.unwrap())]);
    (catalogue::build(&config, &templates, &mut faults), faults)
}

fn own_head() -> String {
    HEAD.replace("flow = ", "own_options = [\"choice\"]\nflow = ")
}

const OWN: &str = "[campaign.options]\nchoice = [\"noon\", \"same\"]\n\
                   [campaign.words.en.choice]\nnoon = \"At noon in {{place}}\"\n";

#[test]
fn a_campaign_gives_its_own_options_and_their_texts() {
    let (catalogue, faults) = campaign(&own_head(), WORDS, OWN);
    let catalogue = catalogue.unwrap_or_else(|| panic!("{faults}"));
    let campaign = catalogue.campaign("c").unwrap();
    let options = campaign.flow.step("choice").unwrap().ask.as_ref().unwrap().options();
    assert_eq!(options, ["noon", "same"]);
    let said = |code| campaign.words.text("en", "choice", code, "sms");
    assert_eq!(said("noon"), Some("At noon in the park"));
    assert_eq!(said("same"), Some("11 pm"), "a code that stays keeps the template's text");
    assert_eq!(said("later"), None);
}

#[test]
fn each_fault_of_a_campaigns_own_words_has_its_line_and_mend() {
    let longer = OWN.replace("\"same\"]", "\"same\", \"dusk\"]");
    for (own, at, mend) in [
        (
            "",
            "c.toml:6: campaign `c`: the options of `choice` are yours to give",
            "[campaign.options] choice",
        ),
        (
            &*longer,
            "c.toml:13: campaign `c`: no text for `choice.dusk` in `en`",
            "under [campaign.words.en.choice]",
        ),
        (
            &*OWN.replace("noon = ", "nono = "),
            "c.toml:15: nobody says `choice.nono`",
            "correct its name",
        ),
        (
            &*OWN.replace("{{place}}", "{{plaec}}"),
            "c.toml:15: `choice.noon` has an unknown placeholder",
            "",
        ),
        (
            &*OWN.replace("\"noon\"", "\"no on\""),
            "c.toml:13: campaign `c`: `no on` is no good code",
            "your own list for: choice",
        ),
        (
            &*OWN.replace("words.en", "words.ar"),
            "has words in `ar`, which it does not offer",
            "it offers: en",
        ),
        (
            &*format!("languages = [\"en\", \"ar\"]\n{OWN}"),
            "c.toml:12: campaign `c`: template `t` has no words in `ar`",
            "name some of: en",
        ),
        (
            &*format!("leave_out = [\"choice\"]\n{OWN}"),
            "c.toml:12: campaign `c`: `choice` cannot be left out: it is not optional",
            "no part that can",
        ),
        (
            &*format!("leave_out = [\"why\"]\n{OWN}"),
            "c.toml:12: campaign `c`: the flow has no step `why`",
            "",
        ),
    ] {
        let (catalogue, faults) = campaign(&own_head(), WORDS, own);
        assert!(catalogue.is_none(), "{own}");
        let all = faults.to_string();
        let line = all.lines().find(|line| line.contains(at));
        let line = line.unwrap_or_else(|| panic!("{at} not in:\n{all}"));
        assert!(line.split_once(" — ").unwrap().1.contains(mend), "{line}");
    }
}

#[test]
fn own_options_name_a_list_of_the_flow() {
    let (template, faults) =
        parse(&own_head().replace("[\"choice\"]\nflow", "[\"why\"]\nflow"), WORDS);
    assert!(template.is_none());
    assert!(faults.to_string().contains("template.toml:3: own_options names `why`"), "{faults}");
}

#[test]
fn the_hash_changes_with_what_a_resident_can_notice_and_with_nothing_else() {
    let hash = |head: &str, words: &str| parse(head, words).0.unwrap().hash();
    let first = hash(HEAD, WORDS);
    assert_eq!(first.len(), 64);
    // Comments, spaces, the order of keys, and what only staff read.
    let other_order = "# a comment\n[end]\nsay = \"Thanks for {{place}}. {{receipt}}\"\n\n[choice]\n\
        sms.ask   = \"{{place}}: when?\"\nsame = '11 pm'\nlater = \"1 am\" # late\n\
        ask = \"Close {{place}} when?\"\n[about]\ntitle = \"Hours\"\n";
    assert_eq!(hash(HEAD, other_order), first);
    assert_eq!(hash(&HEAD.replace("which park", "the park"), WORDS), first);
    for (head, words) in [
        (HEAD.to_owned(), WORDS.replace("11 pm", "11 pm.")),
        (HEAD.to_owned(), WORDS.replace("{{place}}: when?", "{{place}}: When?")),
        (HEAD.replace("version = 3", "version = 4"), WORDS.to_owned()),
        (HEAD.replace("[\"later\", \"same\"]", "[\"same\", \"later\"]"), WORDS.to_owned()),
    ] {
        assert_ne!(hash(&head, &words), first, "{head}{words}");
    }
    let own = |own: &str| {
        campaign(&own_head(), WORDS, own).0.unwrap().campaign("c").unwrap().hash.clone()
    };
    assert_ne!(own(OWN), own(&OWN.replace("At noon", "At noon,")), "a campaign's own words");
    let with_budget = |parts: u32| own(&format!("sms_parts = {parts}\n{OWN}"));
    assert_ne!(with_budget(4), own(OWN), "a campaign's own budget");
    assert_eq!(with_budget(3), own(OWN), "what the template says already");
}
