//! Sessions that earlier versions wrote still load, and their conversations go on. One file for each state; when
//! the form of sessions changes, add files and keep these.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::path::Path;

use common::{act, flow};
use majlis_flows::{Act, Session};

#[test]
fn sessions_of_every_earlier_version_load_and_go_on() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 5);
    for file in files {
        let name = file.display();
        let text = fs::read_to_string(&file).unwrap();
        let session = Session::from_text(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let again = Session::from_text(&session.to_text()).unwrap();
        assert_eq!(again, session, "{name}");
        let flow = flow(session.flow.split('@').next().unwrap());
        let before = session.answers.len();
        let ended = session.ended.is_some();
        let turn = act(&flow, session, Act::Said("2"));
        assert!(turn.session.answers.len() >= before, "{name}: an answer was lost");
        assert!(ended || !turn.say.is_empty(), "{name}: nothing is said");
    }
}

#[test]
fn a_session_of_a_later_version_is_refused_with_what_to_do() {
    let error = Session::from_text(r#"{"v":250,"submission":"x"}"#).unwrap_err().to_string();
    assert!(error.contains("250") && error.contains("newer majlis"), "{error}");
}
