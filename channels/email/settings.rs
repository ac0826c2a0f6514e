//! What an operator sets for a mailbox, and what is wrong with it.

use lettre::message::dkim::{DkimSigningAlgorithm, DkimSigningKey};

use crate::{Address, ChannelError, FileLimits};

/// The longest name of a mailbox before its `@`: with `+`, a letter and a token of 42 behind it, it must stay
/// within 64 (RFC 5321 §4.5.3.1.1).
const LONGEST_LOCAL: usize = 20;

/// The shortest key for tokens, in bytes.
const SHORTEST_KEY: usize = 32;

/// Settings of an email channel. Holds secrets, so it has no `Debug`.
#[derive(Clone)]
pub struct EmailSettings {
    /// Channel id, `[a-z0-9-]+`; part of the hook's path.
    pub id: String,
    /// Where residents write to: `say@city.example`.
    pub mailbox: String,
    /// The name letters come from, beside the mailbox.
    pub name: Option<String>,
    /// Where residents reach the public listener, for the unsubscribe link.
    pub public_url: String,
    /// Language of letters whose own is not known.
    pub lang: String,
    /// Signs and seals tokens; at least 32 bytes.
    pub key: Vec<u8>,
    /// The name our own border server writes into `Authentication-Results`; without it no letter is proven by them.
    pub authserv_id: Option<String>,
    /// The mail server keeps what stands behind a `+` for the same mailbox.
    pub plus: bool,
    /// The way out.
    pub smtp: Server,
    /// The way in by IMAP.
    pub imap: Option<Mailbox>,
    /// Last part of the hook's path, for letters that are pushed to us; 128 bits.
    pub path_secret: Option<String>,
    /// Signing of letters; without it the mail server signs, or nobody.
    pub dkim: Option<Dkim>,
    /// More roots to trust for TLS, as PEM; for servers with certificates of one's own.
    pub extra_roots: Option<String>,
    /// Letters a second.
    pub per_second: u32,
    /// Most letters at once.
    pub burst: u32,
    /// Attempts under way at once.
    pub at_once: usize,
    /// How much is taken of files.
    pub files: FileLimits,
    /// This channel answers `/u/{token}`, for all email channels of the gateway.
    pub serves_unsubscribe: bool,
}

/// A mail server.
#[derive(Clone)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line to it is kept private.
    pub security: Security,
    /// User and password.
    pub login: Option<(String, String)>,
}

/// A mailbox on an IMAP server.
#[derive(Clone)]
pub struct Mailbox {
    /// The server.
    pub server: Server,
    /// The folder letters arrive in.
    pub folder: String,
    /// Where letters go that are done; without it they stay, marked as seen.
    pub done_folder: Option<String>,
    /// How often is looked where the server cannot say that something came, in seconds.
    pub poll_seconds: u64,
}

/// How a line to a mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (465, 993).
    Tls,
    /// TLS after a word in the clear (587, 143); never without it.
    StartTls,
    /// Nothing: for this machine alone.
    None,
}

/// A DKIM key (RFC 6376).
#[derive(Clone)]
pub struct Dkim {
    /// `city.example`: the domain of the mailbox, or letters are not aligned for DMARC.
    pub domain: String,
    /// The name under which the public key stands in DNS.
    pub selector: String,
    /// The private key: RSA as PKCS#1 PEM, or an Ed25519 seed as base64.
    pub key: String,
}

impl EmailSettings {
    /// Do they suffice?
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub fn check(&self) -> Result<(), ChannelError> {
        check(self)
    }
}

impl Dkim {
    pub(super) fn signing_key(&self) -> Option<DkimSigningKey> {
        let rsa = self.key.contains("-----BEGIN");
        let kind = if rsa { DkimSigningAlgorithm::Rsa } else { DkimSigningAlgorithm::Ed25519 };
        DkimSigningKey::new(self.key.trim(), kind).ok()
    }
}

type Fault = (&'static str, &'static str);

/// What is wrong with settings.
fn check(settings: &EmailSettings) -> Result<(), ChannelError> {
    let servers = [Some(&settings.smtp), settings.imap.as_ref().map(|imap| &imap.server)];
    check_names(settings)
        .and_then(|()| servers.into_iter().flatten().try_for_each(check_server))
        .and_then(|()| check_secrets(settings))
        .map_err(|(what, mend)| ChannelError {
            channel: settings.id.clone(),
            what: what.to_owned(),
            mend: mend.to_owned(),
        })
}

fn check_names(settings: &EmailSettings) -> Result<(), Fault> {
    let plain_id = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if settings.id.is_empty() || !settings.id.bytes().all(plain_id) {
        return Err(("the id is not of a-z, 0-9 and -", "give it another id"));
    }
    let Ok(mailbox) = Address::mail(&settings.mailbox) else {
        return Err(("`mailbox` is no mailbox", "write it bare, such as say@city.example"));
    };
    let local = mailbox.rest().rsplit_once('@').map_or("", |(local, _)| local);
    if !settings.mailbox.is_ascii() || local.contains('+') {
        return Err(("`mailbox` has a + or a letter that is not ASCII", "choose a plain one"));
    }
    if settings.plus && local.len() > LONGEST_LOCAL {
        return Err((
            "the name of the mailbox is longer than 20 letters, so no token fits behind it",
            "choose a shorter one, or set plus = false",
        ));
    }
    if settings.per_second == 0 || settings.burst == 0 || settings.at_once == 0 {
        return Err((
            "a pace of 0 sends nothing",
            "set per_second, burst and at_once to 1 or more",
        ));
    }
    if settings.imap.is_none() && settings.path_secret.is_none() {
        return Err((
            "there is no way in",
            "add [channel.imap], or path_secret for letters that are pushed",
        ));
    }
    Ok(())
}

fn check_server(server: &Server) -> Result<(), Fault> {
    if server.host.trim().is_empty() {
        return Err(("a mail server has no name", "set `host`"));
    }
    let local = matches!(server.host.as_str(), "localhost" | "127.0.0.1" | "::1");
    if server.security == Security::None && !local {
        return Err((
            "security = \"none\" would send letters and passwords readable over the network",
            "write \"tls\" or \"starttls\"; \"none\" is for a server on this machine",
        ));
    }
    Ok(())
}

fn check_secrets(settings: &EmailSettings) -> Result<(), Fault> {
    if settings.key.len() < SHORTEST_KEY {
        return Err(("the key is shorter than 32 bytes", "set a longer secret of the gateway"));
    }
    if let Some(secret) = &settings.path_secret {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let hex = secret.bytes().all(|b| b.is_ascii_hexdigit());
        // Nobody signs a letter that is pushed: the path is all that keeps strangers out.
        let shortest = if hex { 32 } else { 22 };
        if !secret.bytes().all(plain) || secret.len() < shortest || secret.len() > 128 {
            return Err((
                "the path secret has not 128 bits, or is not of A-Z, a-z, 0-9, - and _",
                "make one with: openssl rand -hex 16",
            ));
        }
    }
    if settings.dkim.as_ref().is_some_and(|dkim| dkim.signing_key().is_none()) {
        return Err((
            "the DKIM key cannot be read",
            "give an RSA key as PKCS#1 PEM (openssl genrsa -traditional 2048), or an Ed25519 seed as base64",
        ));
    }
    Ok(())
}
