//! A real Kannel: bearerbox bound to the simulated SMSC, smsbox calling the gateway.

use std::fs;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use super::http::client;
use super::process::{Running, free_port, program, wait_for};
use super::smsc::Smsc;

/// What the gateway must know of Kannel before Kannel is started.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ports {
    admin: u16,
    smsbox: u16,
    sendsms: u16,
}

impl Ports {
    pub(crate) fn free() -> Self {
        Self { admin: free_port(), smsbox: free_port(), sendsms: free_port() }
    }

    /// The address of smsbox; user `majlis`, password `kannel-password`.
    pub(crate) fn smsbox_url(self) -> String {
        format!("http://127.0.0.1:{}", self.sendsms)
    }
}

/// The two Kannel programs, in a folder of their own.
pub(crate) struct Kannel {
    // smsbox first: fields are dropped in order, and smsbox panics when bearerbox goes first.
    _smsbox: Running,
    _bearerbox: Running,
    _folder: TempDir,
}

impl Kannel {
    /// Starts it and waits until it is bound to `smsc` and smsbox is on-line. Each SMS of a phone becomes
    /// one GET of `hook`, which holds Kannel's escapes (`%b`, `%I` …).
    pub(crate) async fn start(ports: Ports, smsc: &Smsc, hook: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = folder.path().join("kannel.conf");
        let text = config_text(ports, smsc.smpp_port, hook, &folder.path().display().to_string());
        fs::write(&config, text).expect("the folder is writable");

        let run = |name: &str| {
            Running::start(name, Command::new(program(name)).arg("-v").arg("1").arg(&config))
        };
        let bearerbox = run("bearerbox");
        // smsbox gives up at once if bearerbox is not there yet.
        wait_for("bearerbox to listen", Duration::from_secs(20), async || {
            tokio::net::TcpStream::connect(("127.0.0.1", ports.smsbox)).await.ok()
        })
        .await;
        let smsbox = run("smsbox");
        let client = client();
        let status = format!("http://127.0.0.1:{}/status.txt?password=status", ports.admin);
        wait_for("smsbox to be on-line", Duration::from_secs(20), async || {
            let page = client.get(&status).send().await.ok()?.text().await.ok()?;
            page.lines().any(|l| l.contains("smsbox:") && l.contains("on-line")).then_some(())
        })
        .await;
        smsc.wait_until_bound().await;
        Self { _smsbox: smsbox, _bearerbox: bearerbox, _folder: folder }
    }
}

/// Two things of the manual that must be right: no `smsbox-id` (without a route for it, inbound messages
/// stay in the store for ever), and `omit-empty` (else an empty answer is sent to the phone as a sentence).
fn config_text(ports: Ports, smpp: u16, hook: &str, folder: &str) -> String {
    let Ports { admin, smsbox, sendsms } = ports;
    format!(
        r#"group = core
admin-port = {admin}
admin-interface = "127.0.0.1"
admin-password = admin
status-password = status
smsbox-port = {smsbox}
smsbox-interface = "127.0.0.1"
box-allow-ip = "127.0.0.1"
log-file = "{folder}/bearerbox.log"
store-type = file
store-location = "{folder}/store"
dlr-storage = internal

group = smsc
smsc = smpp
smsc-id = phones
host = 127.0.0.1
port = {smpp}
transceiver-mode = true
system-type = ""
smsc-username = "test"
smsc-password = "test"
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = "127.0.0.1"
log-file = "{folder}/smsbox.log"
http-request-retry = 3
http-queue-delay = 1

group = sendsms-user
username = majlis
password = kannel-password
max-messages = 10
concatenation = true

group = sms-service
keyword = default
catch-all = true
max-messages = 3
concatenation = true
omit-empty = true
get-url = "{hook}"
"#
    )
}
