//! The gateway: the built program in a folder of its own, on free ports.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::consumer::Consumer;
use super::every_type;
use super::http::client;
use super::powercut::PowerCut;
use super::process::{Running, free_port, free_port_pair, test_file};

/// The secret part of every webhook path of these tests: 128 bits, in hex.
pub(crate) const PATH_SECRET: &str = "6f1d3a5c7b9e80214365870a9bacbdce";

/// `majlis serve`, which can be killed and started again on the same files.
pub(crate) struct Gateway {
    /// Public listener, without a slash at the end.
    pub(crate) public: String,
    /// Staff listener, without a slash at the end.
    pub(crate) staff: String,
    folder: TempDir,
    environment: Vec<(String, PathBuf)>,
    process: Option<Running>,
    /// What earlier lives wrote on standard error.
    said_before: String,
}

impl Gateway {
    /// The sample entities and campaigns of the demo, with more of a config after them. Not started yet.
    /// `more` may name secrets as `env:NAME`, given in `environment`.
    pub(crate) fn new(more: &str, environment: &[(&str, &str)]) -> Self {
        let demo = fs::read_to_string(test_file("../config/demo.toml")).expect("config/demo.toml");
        let folder = tempfile::tempdir().expect("a folder");
        Self::with(folder, &format!("{demo}\n{more}"), environment)
    }

    /// A campaign for each answer type in every language, with the web form. Not started yet.
    pub(crate) fn of_every_type() -> Self {
        Self::of_every_type_with("", &[])
    }

    /// The same with more of a config after it, which may name secrets as [`Gateway::new`] tells.
    pub(crate) fn of_every_type_with(more: &str, environment: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let config = every_type::project(folder.path(), &every_type::words());
        let web = "[[channel]]\nid = \"web\"\nkind = \"web\"\n";
        Self::with(folder, &format!("{config}{web}{more}"), environment)
    }

    /// This config alone. Not started yet.
    pub(crate) fn of_config(config: &str) -> Self {
        Self::with(tempfile::tempdir().expect("a folder"), config, &[])
    }

    /// A config of one's own, with its files in `folder`. Not started yet.
    pub(crate) fn with(folder: TempDir, config: &str, environment: &[(&str, &str)]) -> Self {
        fs::create_dir(folder.path().join("data")).expect("a folder");
        fs::write(folder.path().join("majlis.toml"), config).expect("a file");
        let (public, staff) = (free_port(), free_port());
        let mut gateway = Self {
            public: format!("http://127.0.0.1:{public}"),
            staff: format!("http://127.0.0.1:{staff}"),
            folder,
            environment: Vec::new(),
            process: None,
            said_before: String::new(),
        };
        gateway.set("MAJLIS_PUBLIC_BIND", format!("127.0.0.1:{public}"));
        gateway.set("MAJLIS_STAFF_BIND", format!("127.0.0.1:{staff}"));
        gateway.set("MAJLIS_GATEWAY_PUBLIC_URL", gateway.public.clone());
        gateway.set("MAJLIS_GATEWAY_SECRET", "env:MAJLIS_TEST_SECRET");
        gateway.set("MAJLIS_SECRET", "a secret of the tests, long enough for anyone");
        gateway.set("MAJLIS_TEST_SECRET", "a secret of the tests, long enough for anyone");
        gateway.set("MAJLIS_STORE_PATH", gateway.data().join("majlis.db"));
        gateway.set("MAJLIS_DEMO_PATH_SECRET", PATH_SECRET);
        gateway.set("MAJLIS_DEMO_PHONE_URL", "http://127.0.0.1:9/nobody");
        for (name, value) in environment {
            gateway.set(name, value);
        }
        gateway
    }

    /// An environment variable of its later lives.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<PathBuf>) {
        self.environment.push((name.to_owned(), value.into()));
    }

    /// Its files.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Lets a power cut follow its death.
    pub(crate) fn watched_by_power_cut(&mut self) -> PowerCut {
        let cut = PowerCut::new(&self.data(), &self.folder.path().join("notes"));
        for (name, value) in cut.environment() {
            self.set(name, value);
        }
        cut
    }

    /// Starts it and waits until it is ready to take messages.
    pub(crate) async fn start(&mut self) {
        let config = self.folder.path().join("majlis.toml");
        let mut command = majlis();
        command.arg("serve").arg("--config").arg(config);
        command.envs(self.environment.iter().map(|(n, v)| (n, v)));
        let mut process = Running::start("majlis serve", &mut command);
        wait_until_ready(&self.public, &mut process).await;
        self.process = Some(process);
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill();
            self.said_before.push_str(&process.said());
        }
    }

    /// Asks it to stop; fails the test if it does not do so by itself, without error.
    pub(crate) fn stop(&mut self) {
        let mut process = self.process.take().expect("it runs");
        let code = process.stop(Duration::from_secs(15));
        self.said_before.push_str(&process.said());
        assert_eq!(code, Some(0), "a gateway that is asked to stop ends well");
    }

    /// All it ever wrote on standard error.
    pub(crate) fn said(&self) -> String {
        let now = self.process.as_ref().map(Running::said).unwrap_or_default();
        format!("{}{now}", self.said_before)
    }

    /// A reader of every entity's submissions.
    pub(crate) fn consumer(&self) -> Consumer {
        self.consumer_of("national-platform")
    }

    /// A reader of what an entity may see.
    pub(crate) fn consumer_of(&self, entity: &str) -> Consumer {
        let said = self.ask(&["key", "new", "--entity", entity, "--json"]);
        let key: Value = serde_json::from_str(&said).expect("JSON of the new key");
        Consumer::new(&self.staff, key["key"].as_str().expect("the key"))
    }

    /// Runs another verb with the same config; what it printed.
    pub(crate) fn ask(&self, verb: &[&str]) -> String {
        let out = majlis()
            .args(verb)
            .arg("--config")
            .arg(self.folder.path().join("majlis.toml"))
            .envs(self.environment.iter().filter(|(n, _)| n != "LD_PRELOAD").map(|(n, v)| (n, v)))
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "majlis {}: {said}", verb.join(" "));
        String::from_utf8(out.stdout).expect("UTF-8")
    }

    /// The webhook of a channel.
    pub(crate) fn hook(&self, channel: &str) -> String {
        format!("{}/hooks/sms/{channel}/{PATH_SECRET}", self.public)
    }
}

/// `majlis demo`.
pub(crate) struct Demo {
    /// Its first line.
    pub(crate) said: Value,
    /// From the start of the program until it was ready.
    pub(crate) ready_after: Duration,
    process: Running,
    folder: TempDir,
}

impl Demo {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let began = Instant::now();
        let mut process = Running::start(
            "majlis demo",
            majlis()
                .args(["demo", "--json", "--port", &free_port_pair().to_string(), "--data"])
                .arg(folder.path()),
        );
        let line = process.first_line();
        let said: Value = serde_json::from_str(&line).expect("the first line is JSON");
        let public = said["public"].as_str().expect("public").trim_end_matches('/').to_owned();
        wait_until_ready(&public, &mut process).await;
        Self { said, ready_after: began.elapsed(), process, folder }
    }

    /// A field of the first line that is an address or a key.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.said[name].as_str().unwrap_or_else(|| panic!("`{name}` in the first line"))
    }

    /// The address of a campaign's page.
    pub(crate) fn campaign_url(&self, id: &str) -> &str {
        self.said["campaigns"]
            .as_array()
            .and_then(|all| all.iter().find(|campaign| campaign["id"] == id))
            .and_then(|campaign| campaign["url"].as_str())
            .unwrap_or_else(|| panic!("campaign {id} in the first line"))
    }

    pub(crate) fn consumer(&self) -> Consumer {
        Consumer::new(self.field("staff"), self.field("key"))
    }

    /// What it wrote on standard error.
    pub(crate) fn log(&self) -> String {
        self.process.said()
    }

    /// Its files.
    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// Tries whether it still lives and answers.
    pub(crate) async fn assert_alive(&mut self) {
        assert!(self.process.lives(), "it still runs: {}", self.process.said());
        let public = self.field("public").trim_end_matches('/').to_owned();
        let answer = client().get(format!("{public}/healthz")).send().await.expect("it answers");
        assert_eq!(answer.status(), 200);
    }

    /// The page of the simulated phone with this number.
    pub(crate) async fn phone_page(&self, number: &str) -> String {
        let url = format!("{}?number={}", self.field("phone"), number.replace('+', "%2B"));
        let answer = client().get(url).send().await.expect("the phone answers");
        assert_eq!(answer.status(), 200);
        answer.text().await.expect("a page")
    }
}

/// The built program, with none of the developer's own settings.
fn majlis() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_majlis"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("MAJLIS_") {
            command.env_remove(name);
        }
    }
    command
}

async fn wait_until_ready(public: &str, process: &mut Running) {
    let client = client();
    let url = format!("{public}/readyz");
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        assert!(process.lives(), "it ended before it was ready: {}", process.said());
        if client.get(&url).send().await.is_ok_and(|answer| answer.status() == 200) {
            return;
        }
        assert!(Instant::now() < until, "not ready after 30 s: {}", process.said());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
