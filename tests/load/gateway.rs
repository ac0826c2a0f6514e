//! Part c: the gateway itself, in a process of its own: everything from the signed webhook to the reply in the
//! outbox. Only the outbox's sender does not run, as there is nobody to send to.

use std::process::Stdio;
use std::sync::Arc;

use axum::Router;
use majlis::config::Config;
use majlis::serve;
use majlis_channels::Intake;
use majlis_flows::Faults;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use super::measure::Measured;
use super::{Settings, client};

const CONFIG: &str = include_str!("gateway.toml");
const PATH: &str = "/hooks/sms/load/0123456789abcdeffedcba9876543210";

/// Starts part c in a process of its own on a fresh store, measures it and ends it.
pub(crate) async fn measure(settings: &Settings, connections: usize) -> Measured {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg("--serve-gateway")
        .arg("--data")
        .arg(&settings.data)
        .args(["--token", &settings.token])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let url = lines.next_line().await.unwrap().expect("the gateway says where it is");
    let measured = client::measure(settings, &url, connections, child.id()).await;
    child.kill().await.unwrap();
    measured
}

/// Serves until it is killed; its first line is its address.
pub(crate) async fn serve(settings: &Settings) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let public = format!("http://{}", listener.local_addr().unwrap());
    let store = settings.data.join("gateway.db");
    for ending in ["", "-wal", "-shm"] {
        // Left behind by the measurement before; the first one has none.
        let _ = std::fs::remove_file(format!("{}{ending}", store.display()));
    }
    let given = |name: &str| match name {
        "MAJLIS_GATEWAY_PUBLIC_URL" => Some(public.clone()),
        "MAJLIS_STORE_PATH" => Some(store.display().to_string()),
        "LOAD_TOKEN" => Some(settings.token.clone()),
        _ => None,
    };
    let mut faults = Faults::default();
    let config = Config::parse("tests/load/gateway.toml", CONFIG, &given, &mut faults);
    let config = config.unwrap_or_else(|| panic!("{faults}"));
    let (gateway, _store) = serve::assemble(&config).unwrap();
    let intake: Arc<dyn Intake> = gateway.clone();
    let mut routes = Router::new();
    for channel in serve::make_channels(&config, &gateway).unwrap() {
        routes = routes.merge(channel.routes(intake.clone()));
    }
    println!("{public}{PATH}");
    axum::serve(listener, routes).await.unwrap();
}
