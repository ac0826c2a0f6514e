use std::io::Write;
use std::sync::{Arc, Mutex};

use super::*;

/// Collects log lines.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn log(format: LogFormat, filter: &str, act: impl FnOnce()) -> String {
    let paper = Paper::default();
    let copy = paper.clone();
    let subscriber = subscriber(format, filter, move || copy.clone()).unwrap();
    tracing::subscriber::with_default(subscriber, act);
    paper.text()
}

#[test]
fn json_lines_have_their_fields_at_the_top() {
    let line = log(LogFormat::Json, "info", || {
        tracing::info!(channel = "sms", outcome = "accepted", ms = 12, "attempt");
    });
    let line: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(line["channel"], "sms");
    assert_eq!(line["outcome"], "accepted");
    assert_eq!(line["ms"], 12);
    assert_eq!(line["message"], "attempt");
}

#[test]
fn the_filter_decides_what_is_logged() {
    let act = || {
        tracing::info!("loud");
        tracing::debug!("quiet");
    };
    let text = log(LogFormat::Text, "info", act);
    assert!(text.contains("loud") && !text.contains("quiet"), "{text}");
    assert!(log(LogFormat::Text, "off", act).is_empty());
}

#[test]
fn a_bad_filter_is_refused_with_what_to_write() {
    let fault = subscriber(LogFormat::Text, "info,majlis=loudly", io::stderr).err().unwrap();
    let text = fault.to_string();
    assert!(text.contains("majlis=loudly") && text.contains("write a level"), "{text}");
}

#[test]
fn an_unknown_format_is_refused_with_what_to_write() {
    assert_eq!("json".parse::<LogFormat>().unwrap(), LogFormat::Json);
    let fault = "xml".parse::<LogFormat>().unwrap_err().to_string();
    assert_eq!(fault, "log format \"xml\" is unknown — write text or json");
}

#[test]
fn a_redacted_value_shows_nothing() {
    let secret = Redacted("the words of a resident");
    assert_eq!(format!("{secret} {secret:?} {secret:#?}"), "… … …");
    assert_eq!(*secret.reveal(), "the words of a resident");
}

#[test]
fn a_panic_is_logged_with_its_place_and_without_its_words() {
    // The hook belongs to the whole program, so it is set for one moment only, and only for this thread.
    let usual = Arc::new(std::panic::take_hook());
    let (me, others) = (std::thread::current().id(), Arc::clone(&usual));
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == me { log_panic(panic) } else { others(panic) }
    }));
    let text = log(LogFormat::Text, "info", || {
        let words = "my house number is 7";
        let caught = std::panic::catch_unwind(|| words.parse::<u32>().expect(words));
        assert!(caught.is_err());
    });
    std::panic::set_hook(Box::new(move |panic| usual(panic)));
    assert!(text.contains("panic") && text.contains("src/telemetry/tests.rs:"), "{text}");
    assert!(!text.contains("house"), "{text}");
}
