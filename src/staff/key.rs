//! API keys.
use crate::store::NewKey;
pub const SCOPES: [&str; 4] = ["queue","campaigns","export","admin"];
pub fn make(_entity:&str,_scopes:Vec<String>,_label:&str,_now:jiff::Timestamp)->Result<(String,NewKey),getrandom::Error>{ unimplemented!() }
