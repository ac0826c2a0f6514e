//! A channel of kind `email`, as the config describes it.

use std::fmt;

use majlis_channels::email::{Dkim, EmailSettings, Mailbox, Server};

use super::Config;

/// A channel of kind `email`. Holds secrets.
#[derive(Clone)]
pub struct EmailConfig {
    /// Where residents write to.
    pub mailbox: String,
    /// The name letters come from.
    pub name: Option<String>,
    /// The name of our border server in `Authentication-Results`.
    pub authserv_id: Option<String>,
    /// What stands behind a `+` is the same mailbox.
    pub plus: bool,
    /// Last part of the hook's path.
    pub path_secret: Option<String>,
    /// `[channel.smtp]`
    pub smtp: Server,
    /// `[channel.imap]`
    pub imap: Option<Mailbox>,
    /// `[channel.dkim]`
    pub dkim: Option<Dkim>,
    /// More roots to trust for TLS, as PEM.
    pub extra_roots: Option<String>,
    /// Letters a second.
    pub per_second: u32,
    /// Most letters at once.
    pub burst: u32,
    /// Attempts under way at once.
    pub at_once: usize,
}

impl fmt::Debug for EmailConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailConfig(…)")
    }
}

impl EmailConfig {
    /// What the channel needs. Of several email channels the first answers the unsubscribe links of all.
    #[must_use]
    pub fn settings(&self, id: &str, config: &Config, first: bool) -> EmailSettings {
        let gateway = &config.gateway;
        EmailSettings {
            id: id.to_owned(),
            mailbox: self.mailbox.clone(),
            name: self.name.clone(),
            public_url: gateway.public_url.clone(),
            lang: gateway.language.clone(),
            key: gateway.secret.expose().as_bytes().to_vec(),
            authserv_id: self.authserv_id.clone(),
            plus: self.plus,
            smtp: self.smtp.clone(),
            imap: self.imap.clone(),
            path_secret: self.path_secret.clone(),
            dkim: self.dkim.clone(),
            extra_roots: self.extra_roots.clone(),
            per_second: self.per_second,
            burst: self.burst,
            at_once: self.at_once,
            files: config.files.limits,
            serves_unsubscribe: first,
        }
    }
}
