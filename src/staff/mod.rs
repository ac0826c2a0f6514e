//! stub
pub mod key;
use std::sync::Arc;
use axum::Router;
use std::collections::BTreeMap;
use crate::store::{Scope, sqlite::SqliteStore};
use crate::telemetry::Metrics;
#[derive(Clone)] pub struct StaffState {}
impl StaffState { pub fn new(_: Arc<SqliteStore>, _: BTreeMap<String, Scope>, _: Metrics) -> Self { Self {} } }
pub fn health_routes(_: StaffState) -> Router { Router::new() }
pub fn routes(_: StaffState) -> Router { Router::new() }
