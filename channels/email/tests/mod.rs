//! Real-looking mails, each a file in `fixtures/`; what is to be made of it stands in the table here.

mod doors;
mod files;
mod hostile;
mod letters;
mod mails;

use std::sync::Arc;
use std::sync::Mutex;

use async_trait::async_trait;

use super::settings::{EmailSettings, Mailbox, Security, Server};
use super::{EmailChannel, Words};
use crate::{Inbound, Intake, Received, Refused, Report};

const SECRET: &str = "6f1d3a5c7b9e80214365870a9bacbdce";

fn settings() -> EmailSettings {
    let server = |port| Server {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::None,
        login: Some(("say".to_owned(), "x".to_owned())),
    };
    EmailSettings {
        id: "mail".to_owned(),
        mailbox: "say@city.example".to_owned(),
        name: Some("City Parks".to_owned()),
        public_url: "https://majlis.example".to_owned(),
        lang: "en".to_owned(),
        key: b"a key of thirty-two bytes or more".to_vec(),
        authserv_id: Some("mx.city.example".to_owned()),
        plus: true,
        smtp: server(9),
        imap: Some(Mailbox {
            server: server(9),
            folder: "INBOX".to_owned(),
            done_folder: None,
            poll_seconds: 1,
        }),
        path_secret: Some(SECRET.to_owned()),
        dkim: None,
        extra_roots: None,
        per_second: 5,
        burst: 5,
        at_once: 2,
        files: crate::FileLimits::default(),
        serves_unsubscribe: true,
    }
}

/// Sentences of the tests' own.
struct Spoken;

impl Words for Spoken {
    fn sentence(&self, lang: &str, key: &str) -> String {
        match (lang, key) {
            (_, "mail-above") => "write above".to_owned(),
            (_, "mail-stop") => "No <more> letters".to_owned(),
            (_, other) => other.to_owned(),
        }
    }

    fn begins(&self, text: &str) -> bool {
        text.split_whitespace().next() == Some("PARK")
    }

    fn commands(&self, text: &str) -> bool {
        text.trim() == "STOP"
    }
}

/// Keeps what it is given, or takes nothing.
#[derive(Default)]
struct Desk {
    inbound: Mutex<Vec<Inbound>>,
    reports: Mutex<Vec<Report>>,
    closed: bool,
}

#[async_trait]
impl Intake for Desk {
    async fn receive(&self, inbound: Inbound) -> Result<Received, Refused> {
        if self.closed {
            return Err(Refused::Unavailable("the disk is full".to_owned()));
        }
        self.inbound.lock().unwrap().push(inbound);
        Ok(Received { duplicate: false, replies: Vec::new() })
    }

    async fn report(&self, report: Report) -> Result<(), Refused> {
        self.reports.lock().unwrap().push(report);
        Ok(())
    }
}

fn channel() -> EmailChannel {
    EmailChannel::new(settings(), Arc::new(Spoken)).unwrap()
}
