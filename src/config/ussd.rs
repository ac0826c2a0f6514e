//! A channel of kind `ussd`, as the config describes it.

use majlis_channels::sms::Network;
use majlis_channels::ussd::UssdSettings;
use majlis_channels::ussd::screen::Room;

use super::{GatewayConfig, Secret};

/// A channel of kind `ussd`.
#[derive(Debug, Clone)]
pub struct UssdConfig {
    /// Last part of the webhook's path.
    pub path_secret: Secret,
    /// Networks that the provider calls from; empty: any.
    pub allow_from: Vec<Network>,
    /// What residents dial.
    pub service_code: String,
    /// What stands before a number that comes without its country.
    pub country: Option<String>,
    /// Languages to choose from.
    pub languages: Vec<String>,
    /// What a screen holds.
    pub room: Room,
}

impl UssdConfig {
    /// What the channel is told.
    #[must_use]
    pub fn settings(&self, id: &str, gateway: &GatewayConfig) -> UssdSettings {
        UssdSettings {
            id: id.to_owned(),
            path_secret: self.path_secret.expose().to_owned(),
            allow_from: self.allow_from.clone(),
            service_code: self.service_code.clone(),
            country: self.country.clone(),
            languages: self.languages.clone(),
            lang: gateway.language.clone(),
            room: self.room,
        }
    }
}
