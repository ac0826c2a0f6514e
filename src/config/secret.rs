//! Secrets: named in the config, kept elsewhere, never printed.

use std::fmt;

/// A secret. `Debug` prints nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Finds the secret that a config value names: `env:NAME`, `file:/path`, or the value itself.
    ///
    /// # Errors
    /// What is wrong and what to do, without the secret.
    pub fn find(
        value: &str,
        env: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, (String, String)> {
        let found = if let Some(name) = value.strip_prefix("env:") {
            env(name).ok_or_else(|| {
                (format!("the environment has no `{name}`"), format!("set {name} before starting"))
            })?
        } else if let Some(path) = value.strip_prefix("file:") {
            std::fs::read_to_string(path).map_err(|error| {
                (
                    format!("the secret file `{path}` cannot be read: {error}"),
                    "correct the path, or let the gateway's user read it".to_owned(),
                )
            })?
        } else {
            value.to_owned()
        };
        let found = found.trim_end_matches(['\r', '\n']).to_owned();
        if found.is_empty() {
            return Err(("the secret is empty".to_owned(), "write it".to_owned()));
        }
        Ok(Self(found))
    }

    /// A secret made here.
    #[must_use]
    pub fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret itself: for signing and sending only.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
