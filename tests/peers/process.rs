//! Children that never outlive their test, and free ports for them.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A child process; killed (by its id) and reaped when dropped.
pub(crate) struct Running {
    name: String,
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Running {
    /// Starts it with a closed input, its standard error collected. Standard output is left to the caller.
    pub(crate) fn start(name: &str, command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| {
                panic!("cannot start {name} ({command:?}): {e} — tests/run installs it")
            });
        let said = Arc::new(Mutex::new(String::new()));
        collect(child.stderr.take(), said.clone());
        Self { name: name.to_owned(), child, said }
    }

    /// The first line of its standard output; the rest is collected with its standard error.
    pub(crate) fn first_line(&mut self) -> String {
        let mut reader = BufReader::new(self.child.stdout.take().expect("first line is read once"));
        let mut line = String::new();
        reader.read_line(&mut line).expect("the output is readable");
        collect(Some(reader), self.said.clone());
        assert!(!line.is_empty(), "{} ended without a word: {}", self.name, self.said());
        line
    }

    /// What it wrote so far on standard error (and on standard output after [`Running::first_line`]).
    pub(crate) fn said(&self) -> String {
        self.said.lock().expect("no reader panics").clone()
    }

    /// True until it ends by itself.
    pub(crate) fn lives(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// `kill -TERM`, then waits; returns the exit code, or `None` if it had to be killed after `patience`.
    pub(crate) fn stop(&mut self, patience: Duration) -> Option<i32> {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let until = Instant::now() + patience;
        while Instant::now() < until {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        self.kill();
        None
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
        if std::thread::panicking() {
            eprintln!("--- {} said ---\n{}", self.name, tail(&self.said()));
        }
    }
}

/// The last lines: enough to see why, not so much that it hides the fault.
fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}

fn collect<R: Read + Send + 'static>(from: Option<R>, into: Arc<Mutex<String>>) {
    let Some(from) = from else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let mut said = into.lock().expect("no reader panics");
            said.push_str(&String::from_utf8_lossy(&line));
            said.push('\n');
        }
    });
}

/// A port nobody listens on now.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("the machine has a free port")
        .port()
}

/// Two neighbouring free ports: `demo` takes the next one for staff.
pub(crate) fn free_port_pair() -> u16 {
    (0..100)
        .map(|_| free_port())
        .find(|port| *port < u16::MAX && TcpListener::bind(("127.0.0.1", port + 1)).is_ok())
        .expect("the machine has two free ports side by side")
}

/// A program by name or, for those not on everybody's PATH, by the places Debian puts it.
pub(crate) fn program(name: &str) -> PathBuf {
    ["/usr/sbin", "/usr/bin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
        .unwrap_or_else(|| PathBuf::from(name))
}

/// A file of `tests/`.
pub(crate) fn test_file(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(relative)
}

/// Asks again and again until there is an answer; fails the test after `patience` with what was waited for.
pub(crate) async fn wait_for<T, F>(what: &str, patience: Duration, mut ask: impl FnMut() -> F) -> T
where
    F: Future<Output = Option<T>>,
{
    let until = Instant::now() + patience;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < until, "waited {patience:?} in vain for {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
