//! `GET /v1/files/{sha256}`: a file of a resident, as the event that names it says.

use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use majlis_channels::file;

use super::StaffState;
use super::auth::Caller;
use super::problem::Problem;
use crate::files::Home;
use crate::store::Hash;

/// Should a browser ever show one of these in spite of everything, it may do nothing.
const POLICY: &str = "default-src 'none'; sandbox";

/// The route, over the folder.
pub fn file_routes(state: StaffState, home: Home) -> Router {
    Router::new().route("/v1/files/{sha256}", get(fetch)).layer(Extension(home)).with_state(state)
}

/// To be stored, never to be shown: what a stranger sent is not opened here, nor in the browser of whoever asks.
async fn fetch(
    State(_): State<StaffState>,
    Extension(home): Extension<Home>,
    caller: Caller,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    caller.may("queue")?;
    let mut hash = Hash::default();
    hex::decode_to_slice(&name, &mut hash).map_err(|_| Problem::no_file())?;
    let found = home.index().file(&hash, &caller.sees).await?.ok_or_else(Problem::no_file)?;
    let bytes = home.read(&hash).await.map_err(|error| {
        tracing::error!(%error, sha256 = %hex::encode(hash), "a file that a submission names cannot be read");
        Problem::lost_file()
    })?;
    let name = hex::encode(hash);
    let short = name.get(..16).unwrap_or(&name);
    let disposition =
        format!("attachment; filename=\"{short}{}\"", file::ending(&found.media_type));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, &found.media_type);
    put(header::CONTENT_DISPOSITION, &disposition);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::CACHE_CONTROL, "no-store");
    Ok(response)
}
