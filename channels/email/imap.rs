//! The way in by IMAP: waits at a mailbox, takes what is new, and marks a mail only when it is on disk. If the
//! program dies in between, the mail is taken again, and its Message-ID makes it the same.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_imap::types::UnsolicitedResponse;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_util::sync::CancellationToken;

use super::read::LARGEST;
use super::receive::{Receiver, Taken};
use super::settings::{Mailbox, Security, Server};
use crate::Intake;

/// Until a server has answered a command.
const ANSWER: Duration = Duration::from_secs(60);
/// An IDLE is begun anew after this: servers end it after 30 minutes (RFC 2177), middleboxes sooner.
const IDLE: Duration = Duration::from_secs(9 * 60);
/// The longest pause between two tries to connect.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// A line to a server, with or without TLS.
trait Line: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + std::fmt::Debug> Line for T {}

type Open = Session<Box<dyn Line>>;

/// Why a visit to the mailbox ended; without address or words.
type Broken = &'static str;

/// Waits at the mailbox until `stop`.
pub(super) async fn listen(receiver: &Receiver, intake: &dyn Intake, stop: &CancellationToken) {
    let Some(mailbox) = &receiver.settings.imap else { return stop.cancelled().await };
    let mut pause = Duration::from_secs(1);
    loop {
        let began = Instant::now();
        let reason = tokio::select! {
            () = stop.cancelled() => return,
            ended = visit(receiver, mailbox, intake) => ended.err().unwrap_or("the server hung up"),
        };
        if began.elapsed() > LONGEST_PAUSE {
            pause = Duration::from_secs(1);
        }
        let channel = &receiver.settings.id;
        tracing::warn!(channel, reason, seconds = pause.as_secs(), "the mailbox is tried again");
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// One connection, for as long as it lasts.
async fn visit(receiver: &Receiver, mailbox: &Mailbox, intake: &dyn Intake) -> Result<(), Broken> {
    let extra = receiver.settings.extra_roots.as_deref();
    let mut session = in_time(open(&mailbox.server, extra)).await??;
    let can = in_time(session.capabilities())
        .await?
        .map_err(|_| "the server does not say what it can")?;
    let (idles, moves) = (can.has_str("IDLE"), can.has_str("MOVE"));
    in_time(session.select(&mailbox.folder)).await?.map_err(|_| "the folder cannot be opened")?;
    tracing::info!(channel = %receiver.settings.id, idles, "waiting at the mailbox");
    loop {
        take_new(receiver, mailbox, moves, intake, &mut session).await?;
        // What the server told beside the answers to other commands it does not tell again while we wait.
        if told_of_news(&session) {
            continue;
        }
        if idles {
            session = idle(session).await?;
        } else {
            tokio::time::sleep(Duration::from_secs(mailbox.poll_seconds.max(1))).await;
            in_time(session.noop()).await?.map_err(|_| "the server does not answer")?;
        }
    }
}

/// Did the server say in between that something came? Reads all it said.
fn told_of_news(session: &Open) -> bool {
    let mut news = false;
    while let Ok(said) = session.unsolicited_responses.try_recv() {
        news |= matches!(said, UnsolicitedResponse::Exists(_));
    }
    news
}

/// Waits until the server has news.
async fn idle(session: Open) -> Result<Open, Broken> {
    let mut handle = session.idle();
    in_time(handle.init()).await?.map_err(|_| "IDLE was refused")?;
    {
        let (wait, _interrupt) = handle.wait_with_timeout(IDLE);
        wait.await.map_err(|_| "the line broke while waiting")?;
    }
    in_time(handle.done()).await?.map_err(|_| "the line broke after waiting")
}

/// Takes every mail that is not seen yet, the oldest first.
async fn take_new(
    receiver: &Receiver,
    mailbox: &Mailbox,
    moves: bool,
    intake: &dyn Intake,
    session: &mut Open,
) -> Result<(), Broken> {
    let found = in_time(session.uid_search("UNSEEN UNDELETED")).await?;
    let mut new: Vec<u32> =
        found.map_err(|_| "the folder cannot be searched")?.into_iter().collect();
    new.sort_unstable();
    for uid in new {
        let taken = match fetch(session, uid).await? {
            Fetched::Mail(raw) => {
                receiver.take(raw, intake).await.map_err(|_| "nothing can be stored now")?
            }
            Fetched::TooLarge => Taken::Odd("it is too large"),
            Fetched::Gone => continue,
        };
        let done =
            mailbox.done_folder.as_deref().filter(|_| moves && !matches!(taken, Taken::Odd(_)));
        settle(session, uid, taken, done).await?;
    }
    Ok(())
}

enum Fetched {
    Mail(Vec<u8>),
    TooLarge,
    Gone,
}

async fn fetch(session: &mut Open, uid: u32) -> Result<Fetched, Broken> {
    const BROKEN: Broken = "a mail cannot be fetched";
    let get = async |session: &mut Open, what: &str| {
        let stream = session.uid_fetch(uid.to_string(), what).await.map_err(|_| BROKEN)?;
        stream.try_collect::<Vec<_>>().await.map_err(|_| BROKEN)
    };
    let sizes = in_time(get(session, "RFC822.SIZE")).await??;
    let Some(size) = sizes.iter().find_map(|fetch| fetch.size) else { return Ok(Fetched::Gone) };
    if usize::try_from(size).is_ok_and(|size| size > LARGEST) {
        return Ok(Fetched::TooLarge);
    }
    let mails = in_time(get(session, "BODY.PEEK[]")).await??;
    let body = mails.iter().find_map(|fetch| fetch.body());
    Ok(body.map_or(Fetched::Gone, |body| Fetched::Mail(body.to_vec())))
}

/// Marks a mail whose effect is on disk. What nobody understood is flagged, too, for a person.
async fn settle(
    session: &mut Open,
    uid: u32,
    taken: Taken,
    done_folder: Option<&str>,
) -> Result<(), Broken> {
    const BROKEN: Broken = "a mail cannot be marked";
    let flags = match taken {
        Taken::Odd(_) => "+FLAGS.SILENT (\\Seen \\Flagged)",
        _ => "+FLAGS.SILENT (\\Seen)",
    };
    let mark = async {
        let stream = session.uid_store(uid.to_string(), flags).await.map_err(|_| BROKEN)?;
        stream.try_collect::<Vec<_>>().await.map_err(|_| BROKEN)
    };
    in_time(mark).await??;
    if let Some(folder) = done_folder {
        in_time(session.uid_mv(uid.to_string(), folder))
            .await?
            .map_err(|_| "a mail cannot be moved: is there such a done_folder?")?;
    }
    Ok(())
}

async fn open(server: &Server, extra_roots: Option<&str>) -> Result<Open, Broken> {
    let stream = TcpStream::connect((server.host.as_str(), server.port))
        .await
        .map_err(|_| "no connection to the mail server")?;
    let stream: Box<dyn Line> = match server.security {
        Security::Tls => tls(Box::new(stream), server, extra_roots).await?,
        Security::StartTls | Security::None => Box::new(stream),
    };
    let mut client = Client::new(stream);
    client.read_response().await.ok().flatten().ok_or("the server did not greet")?;
    if server.security == Security::StartTls {
        client
            .run_command_and_check_ok("STARTTLS", None)
            .await
            .map_err(|_| "the server does no STARTTLS")?;
        client = Client::new(tls(client.into_inner(), server, extra_roots).await?);
    }
    let (user, password) = server.login.clone().unwrap_or_default();
    client.login(user, password).await.map_err(|_| "the server does not take our user and password")
}

async fn tls(
    stream: Box<dyn Line>,
    server: &Server,
    extra_roots: Option<&str>,
) -> Result<Box<dyn Line>, Broken> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let own = CertificateDer::pem_slice_iter(extra_roots.unwrap_or_default().as_bytes());
    roots.add_parsable_certificates(own.filter_map(Result::ok));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| "no TLS can be made")?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name =
        ServerName::try_from(server.host.clone()).map_err(|_| "the server's name is no name")?;
    let stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .map_err(|_| "no TLS with the server: is its certificate valid for its name?")?;
    Ok(Box::new(stream))
}

async fn in_time<T>(of: impl Future<Output = T>) -> Result<T, Broken> {
    timeout(ANSWER, of).await.map_err(|_| "the server did not answer in time")
}
