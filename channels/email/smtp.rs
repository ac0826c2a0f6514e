//! One attempt to send over SMTP. Until the letter's last dot nothing is sent; after it, only the server knows.

use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, Certificate, TlsParameters, TlsParametersBuilder,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use tokio::time::timeout;

use super::letter::Letter;
use super::settings::{EmailSettings, Security, Server};
use crate::Sent;

/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(10);
/// From the greeting until the server wants the letter.
const BEFORE: Duration = Duration::from_secs(20);
/// From the letter's first byte to the server's answer.
const LETTER: Duration = Duration::from_secs(25);

/// Sends the letter, if the server takes it.
pub(super) async fn attempt(settings: &EmailSettings, letter: &Letter) -> Sent {
    let not_sent = |reason: String| Sent::NotSent { retry_after: None, reason };
    let server = &settings.smtp;
    let domain = settings.mailbox.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let hello = ClientId::Domain(domain.to_owned());
    let opened = timeout(BEFORE, open(settings, server, &hello)).await;
    let mut line = match opened {
        Ok(Ok(line)) => line,
        Ok(Err(reason)) => return not_sent(reason),
        Err(_) => return not_sent("the mail server did not answer in time".to_owned()),
    };
    match timeout(BEFORE, announce(&mut line, letter)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            let sent = refusal(&error).unwrap_or_else(|| not_sent("the line broke".to_owned()));
            line.abort().await;
            return sent;
        }
        Err(_) => return not_sent("the mail server did not answer in time".to_owned()),
    }
    match timeout(LETTER, line.message(&letter.bytes)).await {
        Ok(Ok(_)) => {
            // Good manners only: the letter is the server's now.
            let _ = timeout(Duration::from_secs(2), line.quit()).await;
            Sent::Accepted { provider_id: Some(letter.id.clone()) }
        }
        Ok(Err(error)) => {
            let lost = || Sent::MaybeSent {
                reason: "the line broke after the letter was sent".to_owned(),
            };
            refusal(&error).unwrap_or_else(lost)
        }
        Err(_) => {
            Sent::MaybeSent { reason: "no answer in time after the letter was sent".to_owned() }
        }
    }
}

/// A line on which letters can be announced. What fails here is not the letter's fault.
async fn open(
    settings: &EmailSettings,
    server: &Server,
    hello: &ClientId,
) -> Result<AsyncSmtpConnection, String> {
    let why = |what: &'static str| move |error: Error| format!("{what}{}", answered(&error));
    let tls = match server.security {
        Security::None => None,
        Security::Tls | Security::StartTls => Some(
            tls(settings, server).map_err(|_| "no TLS can be made of the settings".to_owned())?,
        ),
    };
    let at_once = tls.clone().filter(|_| server.security == Security::Tls);
    let address = (server.host.as_str(), server.port);
    let mut line =
        AsyncSmtpConnection::connect_tokio1(address, Some(CONNECT), hello, at_once, None)
            .await
            .map_err(why("no connection to the mail server"))?;
    if let Some(tls) = tls.filter(|_| server.security == Security::StartTls) {
        line.starttls(tls, hello).await.map_err(why("the mail server does no STARTTLS"))?;
    }
    if let Some((user, password)) = &server.login {
        let login = Credentials::new(user.clone(), password.clone());
        line.auth(&[Mechanism::Plain, Mechanism::Login], &login)
            .await
            .map_err(why("the mail server does not take our user and password"))?;
    }
    Ok(line)
}

fn tls(settings: &EmailSettings, server: &Server) -> Result<TlsParameters, Error> {
    let mut builder: TlsParametersBuilder = TlsParameters::builder(server.host.clone());
    for pem in settings.extra_roots.iter().flat_map(|pem| single_certificates(pem)) {
        builder = builder.add_root_certificate(Certificate::from_pem(pem.as_bytes())?);
    }
    builder.build_rustls()
}

/// Each certificate of a PEM file as a text of its own.
fn single_certificates(pem: &str) -> Vec<String> {
    const END: &str = "-----END CERTIFICATE-----";
    pem.split_inclusive(END).filter(|one| one.contains(END)).map(str::to_owned).collect()
}

/// Envelope and `DATA`; after it the server waits for the letter.
async fn announce(line: &mut AsyncSmtpConnection, letter: &Letter) -> Result<(), Error> {
    let mut options = Vec::new();
    let foreign = !(letter.to.as_ref() as &str).is_ascii();
    if foreign && line.server_info().supports_feature(Extension::SmtpUtfEight) {
        options.push(MailParameter::SmtpUtfEight);
    }
    line.command(Mail::new(Some(letter.sender.clone()), options)).await?;
    line.command(Rcpt::new(letter.to.clone(), Vec::new())).await?;
    line.command(Data).await?;
    Ok(())
}

/// What the server's refusal means; `None` if it gave no answer that can be read.
fn refusal(error: &Error) -> Option<Sent> {
    let reason = format!("the mail server said no{}", answered(error));
    if error.is_permanent() {
        Some(Sent::Rejected { reason, opted_out: false })
    } else if error.is_transient() {
        Some(Sent::NotSent { retry_after: None, reason })
    } else {
        None
    }
}

/// `: 550 5.1.1`. Not the server's words: they often repeat the address.
fn answered(error: &Error) -> String {
    let Some(code) = error.status() else { return String::new() };
    let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let detail = words.split_whitespace().find(|word| is_enhanced(word));
    detail.map_or_else(|| format!(": {code}"), |detail| format!(": {code} {detail}"))
}

/// An enhanced status code (RFC 3463): `5.1.1`.
pub(super) fn is_enhanced(word: &str) -> bool {
    let mut parts = word.split('.');
    let class = parts.next().is_some_and(|class| matches!(class, "2" | "4" | "5"));
    let mut number = || {
        parts
            .next()
            .is_some_and(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
    };
    class && number() && number() && parts.next().is_none()
}
