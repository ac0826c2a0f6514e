//! Branches, orders of options, changing and taking back, words of danger.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::collections::BTreeSet;

use common::{act, flow, new_session, parse, talk};
use majlis_flows::{
    Act, AnswerStatus, EndedBy, Identity, Menu, MenuEntry, Say, Session, Value, Yield, shown,
};

/// Yes leads to a score, no to the end; low scores to a reason, high ones past it.
const BRANCHES: &str = r#"
id = "visit"
version = 1
kind = "feedback"
title = "Branches"
[[step]]
id = "came"
ask = "yes-no"
goto = { no = "end" }
[[step]]
id = "score"
ask = "rating"
goto = { 4 = "thanks", 5 = "thanks" }
[[step]]
id = "reason"
ask = "text"
[[step]]
id = "thanks"
say = true
[[step]]
id = "again"
ask = "yes-no"
"#;

fn says(say: &Say) -> String {
    match say {
        Say::Ask { step, again: 0 } => step.clone(),
        Say::Ask { step, again } => format!("{step}/{again}"),
        Say::Step(step) => format!("say {step}"),
        Say::Menu { entries, .. } => format!("menu of {}", entries.len()),
        Say::Gateway(sentence) => format!("{sentence:?}"),
        other => format!("{other:?}"),
    }
}

fn heard(turn: &majlis_flows::Turn) -> Vec<String> {
    turn.say.iter().map(says).collect()
}

#[test]
fn an_answer_leads_to_its_own_branch() {
    let visit = parse("visit", BRANCHES);
    assert_eq!(heard(&talk(&visit, &["no"])), ["End"]);
    assert_eq!(heard(&talk(&visit, &["yes"])), ["score"]);
    assert_eq!(heard(&talk(&visit, &["yes", "5"])), ["say thanks", "again"]);
    assert_eq!(heard(&talk(&visit, &["yes", "2"])), ["reason"]);
    assert_eq!(heard(&talk(&visit, &["yes", "2", "late"])), ["say thanks", "again"]);
}

#[test]
fn going_back_follows_the_way_that_was_taken() {
    let visit = parse("visit", BRANCHES);
    let turn = talk(&visit, &["yes", "5", "back"]);
    assert_eq!(heard(&turn), ["score"], "the reason was never asked");
    let turn = act(&visit, turn.session, Act::Said("1"));
    assert_eq!(heard(&turn), ["reason"]);
}

#[test]
fn the_same_answer_after_going_back_gives_the_same_session() {
    let visit = parse("visit", BRANCHES);
    let once = talk(&visit, &["yes", "5"]).session;
    let again = talk(&visit, &["yes", "5", "back", "5"]).session;
    assert_eq!(once, again);
}

#[test]
fn answers_off_the_way_are_taken_out_when_an_earlier_one_changes() {
    let visit = parse("visit", BRANCHES);
    let done = talk(&visit, &["yes", "2", "late", "yes"]).session;
    let asked = act(&visit, done, Act::Change(Some("score")));
    let turn = act(&visit, asked.session, Act::Said("5"));
    let steps: Vec<&str> = turn.session.answers.iter().map(|a| a.step.as_str()).collect();
    assert_eq!(steps, ["came", "score", "again"], "no reason is asked for a five");
    assert_eq!(heard(&turn).last().map(String::as_str), Some("Changed"));
}

#[test]
fn each_resident_has_an_order_of_their_own_and_two_is_what_they_saw_as_two() {
    let text = "id = \"p\"\nversion = 1\nkind = \"poll\"\ntitle = \"P\"\n[[step]]\nid = \"choice\"\n\
        ask = \"choice\"\nshuffle = true\noptions = [\"a\", \"b\", \"c\"]\n";
    let poll = parse("p", text);
    let mut seconds = BTreeSet::new();
    for n in 0..40 {
        let identity = Identity { submission: format!("S{n}"), receipt: "K7P-4QM".into() };
        let session = Session::begin(&poll, identity, "en", common::now());
        let order = shown(&poll.steps[0], &session).unwrap().options().to_vec();
        let turn = act(&poll, session, Act::Said("2"));
        let answer = &turn.session.answers[0];
        assert_eq!(answer.order, order);
        assert_eq!(answer.value, Some(Value::Choice { option: order[1].clone() }));
        seconds.insert(order[1].clone());
    }
    assert_eq!(seconds.len(), 3, "every option is second for somebody");
}

#[test]
fn a_finished_answer_is_changed_and_stands_until_another_takes_its_place() {
    let poll = flow("poll");
    let done = talk(&poll, &["1"]).session;
    let asked = act(&poll, done.clone(), Act::Change(None));
    assert_eq!(heard(&asked), ["choice"]);
    assert_eq!(asked.session.answers, done.answers, "nothing is lost by asking");
    let walked_away = act(&poll, asked.session.clone(), Act::Close(EndedBy::Timeout));
    assert_eq!((walked_away.session, walked_away.yields), (done, Vec::new()));
    let changed = act(&poll, asked.session, Act::Said("3"));
    assert_eq!(heard(&changed), ["Changed"]);
    assert_eq!(changed.yields, [Yield::Ended(EndedBy::Finished)]);
    let value = changed.session.answers[0].value.clone();
    assert_eq!(value, Some(Value::Choice { option: "c".into() }));
}

#[test]
fn which_answer_to_change_is_asked_where_there_are_several() {
    let visit = parse("visit", BRANCHES);
    let turn = talk(&visit, &["yes", "5", "change"]);
    assert_eq!(heard(&turn), ["menu of 2"]);
    let turn = act(&visit, turn.session, Act::Said("the second one"));
    assert_eq!(heard(&turn), ["score"]);
    let turn = act(&visit, turn.session, Act::Said("4"));
    assert_eq!(heard(&turn), ["say thanks", "again"], "and on where it was");
}

#[test]
fn taking_back_is_asked_once_more_and_a_reply_to_it_is_no_answer() {
    let feedback = flow("feedback");
    let asked = talk(&feedback, &["4", "erase"]);
    let entries = vec![MenuEntry::Withdraw, MenuEntry::EraseAll, MenuEntry::Keep];
    assert_eq!(asked.say, [Say::Menu { menu: Menu::Erase, entries }]);
    let act = |text| act(&feedback, asked.session.clone(), Act::Said(text));
    assert_eq!(act("1").yields, [Yield::Withdraw]);
    assert_eq!(act("2").yields, [Yield::EraseAll]);
    for keep in ["3", "skip", "back"] {
        let turn = act(keep);
        assert_eq!(heard(&turn), ["EraseKept", "comment"], "{keep}");
        assert_eq!(turn.session.answers.len(), 1);
    }
    let unclear = act("what?");
    assert_eq!(heard(&unclear), ["menu of 3"]);
    let twice = common::act(&feedback, unclear.session, Act::Said("hmm"));
    assert_eq!(heard(&twice), ["EraseKept", "comment"], "when in doubt nothing is taken back");
    assert_eq!(act("stop").yields[0], Yield::OptedOut);
}

#[test]
fn danger_is_answered_at_once_and_is_no_answer() {
    let idea = flow("idea");
    let turn = talk(&idea, &["My neighbour: he is beating me please come"]);
    assert_eq!(heard(&turn), ["Emergency", "idea"]);
    assert_eq!(turn.yields, [Yield::Danger]);
    assert!(turn.session.answers.is_empty());
    let turn = talk(&idea, &["Put a fire station and an ambulance near the school"]);
    assert_eq!(heard(&turn), ["place"], "an idea about them is an idea");
    let story = "The road past the school has no lamps and the buses come late. ".repeat(8);
    let turn = talk(&idea, &[&format!("{story} My neighbour: he is beating me please come")]);
    assert_eq!(turn.yields, [Yield::Danger], "also at the end of a long story");
    let turn = talk(&idea, &[&format!("{story}{story}{story} he is beating me")]);
    assert_eq!(turn.yields, [Yield::Danger], "however long");
    let poll = flow("poll");
    let turn = talk(&poll, &["fire!!"]);
    assert_eq!(turn.yields, [Yield::Danger]);
}

#[test]
fn an_alarm_costs_a_sentence_never_an_answer() {
    let idea = flow("idea");
    let words = "We need an ambulance point near the park";
    let first = talk(&idea, &[words]);
    assert_eq!(heard(&first), ["Emergency", "idea"]);
    let again = act(&idea, first.session, Act::Said(words));
    assert_eq!(heard(&again), ["Emergency", "place"]);
    assert_eq!(again.yields, [Yield::Danger], "still flagged");
    let text = Some(Value::Text { text: words.to_owned() });
    assert_eq!(again.session.answers[0].value, text);
    // A choice is not answered by it, however often it is said.
    let poll = flow("poll");
    let turn = talk(&poll, &["there is a bomb", "there is a bomb"]);
    assert_eq!(heard(&turn), ["Emergency", "choice"]);
    assert!(turn.session.answers.is_empty());
}

#[test]
fn people_say_in_many_ways_that_they_are_in_danger() {
    let (idea, poll) = (flow("idea"), flow("poll"));
    let mut missed = Vec::new();
    for said in [
        "a man has a gun here",
        "there is a bomb",
        "I don\u{2019}t want to live any more",
        "my son is drowning",
        "my father is bleeding",
        "he was stabbed",
        "she took too many pills",
        "my husband is hitting me",
        "saklolo",
        "بيتنا يحترق",
        "اتصلوا بالإسعاف",
        "رجل معه سكين",
        "امي فقدت الوعي",
        "نزيف شديد",
        "میری جان کو خطرہ ہے",
        "main marna chahti hun",
        "पति मुझे पीटता है",
        "saans nahi aa rahi",
        "करंट लग गया",
        "may baril siya",
        "ayoko nang mabuhay",
        "我今天想自杀",
        "ځان وژنم",
        "amake bachao",
        "බේරගන්න",
        "ራሴን አጠፋለሁ",
    ] {
        for flow in [&idea, &poll] {
            if talk(flow, &[said]).yields != [Yield::Danger] {
                missed.push(said);
            }
        }
    }
    assert!(missed.is_empty(), "{missed:?}");
    for said in [
        "Suicide prevention signs on the bridge",
        "Danger: broken pavement",
        "Barbecue fire places",
        "I am afraid of being attacked at night, more lamps please",
        "نحتاج مخارج طوارئ",
    ] {
        assert_eq!(heard(&talk(&idea, &[said])), ["place"], "{said}");
    }
}

#[test]
fn a_session_that_ran_out_of_time_goes_on_where_it_stopped() {
    let feedback = flow("feedback");
    let open = talk(&feedback, &["4"]).session;
    let closed = act(&feedback, open, Act::Close(EndedBy::Timeout)).session;
    assert!(closed.answers.iter().any(|a| a.status == AnswerStatus::NotReached));
    let back = act(&feedback, closed, Act::Resume);
    assert_eq!(heard(&back), ["Resumed", "comment"]);
    assert_eq!(back.session.answers.len(), 1);
}

#[test]
fn a_stop_while_changing_leaves_what_was_finished() {
    let poll = flow("poll");
    let done = talk(&poll, &["1"]).session;
    let asked = act(&poll, done.clone(), Act::Change(None)).session;
    let stopped = act(&poll, asked, Act::Said("stop"));
    assert_eq!((stopped.session, stopped.yields), (done, vec![Yield::OptedOut]));
}

#[test]
fn a_form_gives_every_type_its_value() {
    let text = r#"
id = "all"
version = 1
kind = "poll"
title = "All"
[[step]]
id = "several"
ask = "choices"
options = ["a", "b", "c"]
max = 2
[[step]]
id = "order"
ask = "ranking"
options = ["a", "b", "c"]
[[step]]
id = "share"
ask = "points"
options = ["a", "b"]
[[step]]
id = "one"
ask = "choice"
options = ["a", "b"]
other = true
[[step]]
id = "views"
ask = "reaction"
statements = ["s1"]
"#;
    let all = parse("all", text);
    let mut session = act(&all, new_session(&all), Act::Begin).session;
    let picks = [
        ("several", "c,a", r#"{"options":["a","c"]}"#),
        ("order", "c,a", r#"{"ranking":["c","a"]}"#),
        ("share", "a=60,b=40", r#"{"points":{"a":60,"b":40}}"#),
        ("one", "other: My own car ", r#"{"other":"My own car"}"#),
        ("views-s1", "agree", r#"{"statement":"s1","reaction":"agree"}"#),
    ];
    for (step, value, json) in picks {
        let turn = act(&all, session, Act::Picked { step, value, skip: false });
        session = turn.session;
        let given = session.answer(step).unwrap().value.clone().unwrap();
        assert_eq!(serde_json::to_string(&given).unwrap(), json);
    }
    assert!(session.ended.is_some());
    let back = Session::from_text(&session.to_text()).unwrap();
    assert_eq!(back, session, "each value is read back as what it was");
    for wrong in ["a,b,c", "", "d"] {
        let begun = act(&all, new_session(&all), Act::Begin).session;
        let turn = act(&all, begun, Act::Picked { step: "several", value: wrong, skip: false });
        assert!(turn.session.answers.is_empty(), "{wrong}");
    }
}

/// Consent first; then what the entity wants to know.
const WITH_CONSENT: &str = r#"
id = "visit"
version = 1
kind = "feedback"
title = "Consent"
[[step]]
id = "agreed"
ask = "consent"
[[step]]
id = "score"
ask = "rating"
[[step]]
id = "why"
ask = "text"
optional = true
"#;

#[test]
fn only_a_clear_yes_is_consent() {
    let visit = parse("visit", WITH_CONSENT);
    let turn = talk(&visit, &["what?", "who", "hmm"]);
    assert_eq!(heard(&turn), ["KeptForPerson", "Declined"]);
    assert_eq!(turn.session.ended.map(|(by, _)| by), Some(EndedBy::Declined));
    assert_eq!(turn.session.answers[0].raw.as_deref(), Some("what?\nwho\nhmm"));
}

#[test]
fn consent_taken_back_takes_the_answers_with_it() {
    let visit = parse("visit", WITH_CONSENT);
    let done = talk(&visit, &["yes", "4", "because"]).session;
    let asked = act(&visit, done, Act::Change(Some("agreed")));
    let turn = act(&visit, asked.session, Act::Said("no"));
    assert_eq!(turn.yields, [Yield::Withdraw]);
    assert_eq!(turn.session.answers.len(), 1, "no answer beside the consent");
    let open = talk(&visit, &["yes", "4", "change", "1", "no"]).session;
    let said: Vec<_> = open.answers.iter().filter(|answer| answer.value.is_some()).collect();
    assert_eq!((said.len(), &said[0].step[..]), (1, "agreed"));
}

#[test]
fn an_answer_stands_when_what_was_to_change_it_is_not_understood() {
    let visit = parse("visit", WITH_CONSENT);
    let done = talk(&visit, &["yes", "4", "because"]).session;
    let before = done.answers.clone();
    let mut turn = act(&visit, done, Act::Change(Some("score")));
    for words in ["bla", "blu", "bli"] {
        turn = act(&visit, turn.session, Act::Said(words));
    }
    assert_eq!(heard(&turn), ["KeptForPerson", "EraseKept"]);
    assert_eq!(turn.yields, [Yield::Unheard("bla\nblu\nbli".to_owned())]);
    assert_eq!(turn.session.answers, before);
    assert!(turn.session.ended.is_some());
}

#[test]
fn back_and_skip_leave_a_change_as_if_it_had_not_begun() {
    let visit = parse("visit", WITH_CONSENT);
    let done = talk(&visit, &["yes", "4", "because"]).session;
    for word in ["back", "skip"] {
        let asked = act(&visit, done.clone(), Act::Change(Some("why")));
        let turn = act(&visit, asked.session, Act::Said(word));
        assert_eq!(heard(&turn), ["EraseKept"], "{word}");
        assert_eq!(turn.session, done, "{word}");
    }
}

#[test]
fn universal_words_work_where_a_menu_waits() {
    let visit = parse("visit", WITH_CONSENT);
    let done = talk(&visit, &["yes", "4", "because"]).session;
    let list = act(&visit, done, Act::Change(None)).session;
    let at = |word: &str| act(&visit, list.clone(), Act::Said(word));
    assert_eq!(heard(&at("help")), ["Help", "menu of 3"]);
    assert_eq!(heard(&at("repeat")), ["menu of 3"]);
    assert_eq!(heard(&at("change")), ["menu of 3"]);
    assert_eq!(heard(&at("erase")), ["menu of 3"], "take back, erase, keep");
    assert_eq!(at("erase").session.menu, Some(Menu::Erase));
    assert_eq!(heard(&at("status")), ["menu of 3"]);
    let arabic = at("عربي");
    assert_eq!((heard(&arabic), &arabic.session.lang[..]), (vec!["menu of 3".to_owned()], "ar"));
}

#[test]
fn words_given_up_on_are_kept_when_the_question_is_skipped() {
    let poll = parse(
        "visit",
        "id = \"visit\"\nversion = 1\nkind = \"poll\"\ntitle = \"D\"\n[[step]]\nid = \"since\"\nask = \"date\"\noptional = true\n",
    );
    let turn = talk(&poll, &["a while ago", "skip"]);
    let answer = &turn.session.answers[0];
    assert_eq!(
        (answer.status, answer.raw.as_deref()),
        (AnswerStatus::Unclear, Some("a while ago"))
    );
    let doubt = talk(&poll, &["4/5", "skip"]);
    assert_eq!(doubt.session.answers[0].raw.as_deref(), Some("4/5"));
}
