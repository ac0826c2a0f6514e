//! The client of b and c: HTTP/1.1 with keep-alive on plain sockets, one request at a time on each connection,
//! each signed as Twilio signs.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::Settings;
use super::measure::{Measured, memory_of};
use super::rows::Row;

pub(crate) const TOKEN: &str = "load-0123456789abcdef0123456789";
pub(crate) const COUNT: u8 = 1;
pub(crate) const STOP: u8 = 2;

/// Conversations begun by this program, over all measurements: a gateway must never see a resident twice.
static BEGUN: AtomicUsize = AtomicUsize::new(0);

/// Resident after resident, each through all the words; no two conversations share a resident.
pub(crate) struct Conversation {
    number: usize,
    words: Vec<String>,
    sent: usize,
}

impl Conversation {
    pub(crate) fn new(words: &[String]) -> Self {
        Self { number: BEGUN.fetch_add(1, Ordering::Relaxed), words: words.to_vec(), sent: 0 }
    }

    pub(crate) fn next(&mut self) -> Row {
        let (resident, step) = (self.sent / self.words.len(), self.sent % self.words.len());
        self.sent += 1;
        Row {
            from: format!("+9715{:04}{resident:07}", self.number),
            sid: format!("SM{:08x}{:024x}", self.number, self.sent),
            words: self.words[step].clone(),
            last: step + 1 == self.words.len(),
        }
    }
}

/// Twilio: base64 of HMAC-SHA-1 over the URL and the parameters sorted by name
/// (twilio.com/docs/usage/security).
pub(crate) fn sign(token: &str, url: &str, params: &BTreeMap<String, String>) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(token.as_bytes()).unwrap();
    mac.update(url.as_bytes());
    for (name, value) in params {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    STANDARD.encode(mac.finalize().into_bytes())
}

fn request(url: &str, host: &str, path: &str, token: &str, row: &Row) -> String {
    let params: BTreeMap<String, String> = [
        ("AccountSid", "AC00000000000000000000000000000000"),
        ("ApiVersion", "2010-04-01"),
        ("Body", &row.words),
        ("From", &row.from),
        ("MessageSid", &row.sid),
        ("NumMedia", "0"),
        ("NumSegments", "1"),
        ("SmsStatus", "received"),
        ("To", "+971500000000"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    let signature = sign(token, url, &params);
    let body: Vec<String> = params
        .iter()
        .map(|(name, value)| format!("{name}={}", value.replace('+', "%2B")))
        .collect();
    let body = body.join("&");
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nX-Twilio-Signature: {signature}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Sends as fast as each connection is answered. Anything but 2xx ends the program.
pub(crate) async fn measure(
    settings: &Settings,
    url: &str,
    connections: usize,
    pid: Option<u32>,
) -> Measured {
    let phase = Arc::new(AtomicU8::new(0));
    let tasks: Vec<_> = (0..connections)
        .map(|_| {
            let talk = Conversation::new(&settings.words);
            let (url, token, phase) = (url.to_owned(), settings.token.clone(), Arc::clone(&phase));
            tokio::spawn(talk_until_stopped(talk, url, token, phase))
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    phase.store(COUNT, Ordering::Relaxed);
    let start = Instant::now();
    tokio::time::sleep(settings.length()).await;
    phase.store(STOP, Ordering::Relaxed);
    let length = start.elapsed();
    let memory = pid.and_then(memory_of);
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    Measured { latencies, length, memory }
}

async fn talk_until_stopped(
    mut talk: Conversation,
    url: String,
    token: String,
    phase: Arc<AtomicU8>,
) -> Vec<u32> {
    let rest = url.strip_prefix("http://").expect("an http:// address");
    let (host, path) = rest.split_at(rest.find('/').expect("a path"));
    let mut socket = TcpStream::connect(host).await.expect("a server there");
    socket.set_nodelay(true).unwrap();
    let mut latencies = Vec::new();
    let mut buffer = Vec::with_capacity(8 * 1024);
    while phase.load(Ordering::Relaxed) != STOP {
        let request = request(&url, host, path, &token, &talk.next());
        let before = Instant::now();
        socket.write_all(request.as_bytes()).await.unwrap();
        read_answer(&mut socket, &mut buffer).await;
        if phase.load(Ordering::Relaxed) == COUNT {
            latencies.push(before.elapsed().as_micros() as u32);
        }
    }
    latencies
}

async fn read_answer(socket: &mut TcpStream, buffer: &mut Vec<u8>) {
    buffer.clear();
    loop {
        assert!(socket.read_buf(buffer).await.unwrap() > 0, "the server hung up");
        let Some(end) = buffer.windows(4).position(|w| w == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
        assert!(head.starts_with("http/1.1 2"), "refused: {head}");
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))
            .map_or(0, |value| value.trim().parse().unwrap());
        while buffer.len() < end + 4 + length {
            assert!(socket.read_buf(buffer).await.unwrap() > 0, "the server hung up");
        }
        return;
    }
}
