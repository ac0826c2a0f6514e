//! Part b: what anyone would write in an afternoon: a handler that checks the signature and waits for the group
//! commit that holds its rows.

use std::collections::BTreeMap;
use std::process::Stdio;

use axum::Router;
use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use tokio::sync::{mpsc, oneshot};

use super::measure::Measured;
use super::rows::{self, Row};
use super::{Settings, client};

const PATH: &str = "/hooks/sms/bare/0123456789abcdef0123456789abcdef";

type Waiting = (Row, oneshot::Sender<()>);

#[derive(Clone)]
struct Bare {
    url: String,
    token: String,
    last_word: String,
    rows: mpsc::Sender<Waiting>,
}

/// Starts part b in a process of its own, measures it and ends it.
pub(crate) async fn measure(settings: &Settings, connections: usize) -> Measured {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg("--serve-bare")
        .arg("--data")
        .arg(&settings.data)
        .args(["--token", &settings.token, "--words", &settings.words.join(",")])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let url = lines.next_line().await.unwrap().expect("the server says where it is");
    let measured = client::measure(settings, &url, connections, child.id()).await;
    child.kill().await.unwrap();
    measured
}

/// Serves until it is killed; its first line is its address.
pub(crate) async fn serve(settings: &Settings) {
    let conn = rows::open(&settings.data.join("bare.db"));
    let (rows, waiting) = mpsc::channel(1_024);
    std::thread::spawn(move || write_groups(&conn, waiting));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}{PATH}", listener.local_addr().unwrap());
    println!("{url}");
    let last_word = settings.words.last().cloned().unwrap_or_default();
    let bare = Bare { url, token: settings.token.clone(), last_word, rows };
    let app = Router::new().route(PATH, post(receive)).with_state(bare);
    axum::serve(listener, app).await.unwrap();
}

fn write_groups(conn: &rusqlite::Connection, mut waiting: mpsc::Receiver<Waiting>) {
    let mut group = Vec::new();
    while waiting.blocking_recv_many(&mut group, 256) > 0 {
        rows::write_group(conn, group.iter().map(|(row, _)| row));
        for (_, done) in group.drain(..) {
            let _ = done.send(());
        }
    }
}

async fn receive(
    State(bare): State<Bare>,
    headers: HeaderMap,
    Form(mut params): Form<BTreeMap<String, String>>,
) -> Result<&'static str, StatusCode> {
    let given = headers.get("x-twilio-signature").ok_or(StatusCode::FORBIDDEN)?;
    let right = client::sign(&bare.token, &bare.url, &params);
    if !bool::from(subtle::ConstantTimeEq::ct_eq(given.as_bytes(), right.as_bytes())) {
        return Err(StatusCode::FORBIDDEN);
    }
    let mut take = |name: &str| params.remove(name).ok_or(StatusCode::BAD_REQUEST);
    let (from, sid, words) = (take("From")?, take("MessageSid")?, take("Body")?);
    let last = words == bare.last_word;
    let (done, committed) = oneshot::channel();
    let row = Row { from, sid, words, last };
    bare.rows.send((row, done)).await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    committed.await.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    Ok("<Response/>")
}
