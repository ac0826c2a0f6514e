//! The mail world: a real Dovecot with everybody's mailbox, and the SMTP servers in front of it (`mail.py`).

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use mail_parser::{Message, MessageParser};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::gateway::PATH_SECRET;
use super::process::{Running, free_port, program, test_file, wait_for};

/// The gateway's own mailbox.
pub(crate) const MAILBOX: &str = "say@city.example";

/// Dovecot and the SMTP servers, in a folder of their own.
pub(crate) struct Mail {
    pub(crate) smtp: u16,
    imap: u16,
    imaps: u16,
    pub(crate) lmtp: u16,
    dovecot: Running,
    _servers: Running,
    folder: TempDir,
    tls: Option<TempDir>,
}

impl Mail {
    /// Starts everything and waits until it takes mail.
    pub(crate) async fn start() -> Self {
        Self::start_with("ssl = no", None).await
    }

    /// The same, where nothing is said in the clear; `extra_roots` of the channel must be [`Mail::certificate`].
    pub(crate) async fn start_private() -> Self {
        Self::start_private_with("").await
    }

    /// The same with more of a Dovecot config.
    pub(crate) async fn start_private_with(more: &str) -> Self {
        let files = tempfile::tempdir().expect("a folder");
        let (certificate, key) = (files.path().join("cert.pem"), files.path().join("key.pem"));
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj"])
            .args(["/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
            .args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout"])
            .arg(&key)
            .arg("-out")
            .arg(&certificate)
            .output();
        assert!(made.expect("openssl").status.success());
        // Whoever Dovecot runs as must be able to read them.
        for path in [files.path(), &certificate, &key] {
            let mode = if path == files.path() { 0o755 } else { 0o644 };
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
        }
        let extra = format!(
            "ssl = required\nssl_cert = <{}\nssl_key = <{}\n{more}",
            certificate.display(),
            key.display()
        );
        Self::start_with(&extra, Some(files)).await
    }

    /// Starts it with more of a Dovecot config; `tls` holds certificate and key.
    pub(crate) async fn start_with(extra: &str, tls: Option<TempDir>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (smtp, imap, lmtp) = (free_port(), free_port(), free_port());
        let imaps = if tls.is_some() { free_port() } else { 0 };
        let root = fs::metadata(folder.path()).expect("the folder").uid() == 0;
        // Dovecot gives nobody's mail to root; started as another user it needs no root at all.
        let (user, group) = if root { ("nobody".into(), "nogroup".into()) } else { own_names() };
        for name in ["run", "state", "mail"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let config = folder.path().join("dovecot.conf");
        fs::write(&config, config_text(folder.path(), (&user, &group), [imap, imaps, lmtp], extra))
            .expect("a file");
        let mut command = Command::new(program(if root { "setpriv" } else { "dovecot" }));
        if root {
            let owner = format!("{user}:{group}");
            let given = Command::new("chown").arg("-R").arg(owner).arg(folder.path()).status();
            assert!(given.expect("chown").success());
            command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]);
            command.arg(program("dovecot"));
        }
        let dovecot = Running::start("dovecot", command.arg("-F").arg("-c").arg(&config));
        // Debian's own: its aiosmtpd is a package.
        let mut command = Command::new("/usr/bin/python3");
        command
            .arg(test_file("peers/mail.py"))
            .arg(smtp.to_string())
            .arg(lmtp.to_string())
            .arg(folder.path().join("smtp.log"));
        if let Some(tls) = &tls {
            command.arg(tls.path());
        }
        let servers = Running::start("mail.py", &mut command);
        for port in [smtp, imap, lmtp] {
            wait_for("the mail servers to listen", Duration::from_secs(20), async || {
                TcpStream::connect(("127.0.0.1", port)).await.ok()
            })
            .await;
        }
        Self { smtp, imap, imaps, lmtp, dovecot, _servers: servers, folder, tls }
    }

    /// The certificate of the private servers, for "localhost".
    pub(crate) fn certificate(&self) -> PathBuf {
        self.tls.as_ref().expect("private servers").path().join("cert.pem")
    }

    /// The channel of [`Mail::channel`] over private lines; `imap` is `tls` or `starttls`.
    pub(crate) fn private_channel(&self, imap: &str) -> String {
        let port = if imap == "tls" { self.imaps } else { self.imap };
        let roots =
            format!("extra_roots = \"file:{}\"\n[channel.smtp]", self.certificate().display());
        self.channel()
            .replace("127.0.0.1", "localhost")
            .replacen("security = \"none\"", "security = \"starttls\"", 1)
            .replacen("security = \"none\"", &format!("security = \"{imap}\""), 1)
            .replace(&format!("port = {}", self.imap), &format!("port = {port}"))
            .replace("[channel.smtp]", &roots)
    }

    /// The channel `mail` for a gateway's config.
    pub(crate) fn channel(&self) -> String {
        let (smtp, imap) = (self.smtp, self.imap);
        format!(
            r#"
[[channel]]
id = "mail"
kind = "email"
mailbox = "{MAILBOX}"
name = "City Parks"
authserv_id = "mx.city.example"
path_secret = "{PATH_SECRET}"
per_second = 50
burst = 50
[channel.smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
user = "majlis"
password = "mail-password"
[channel.imap]
host = "127.0.0.1"
port = {imap}
security = "none"
user = "{MAILBOX}"
password = "mailbox-password"
"#
        )
    }

    /// Hands a mail to the SMTP server of its receiver, as another server would.
    pub(crate) async fn send(&self, sender: &str, to: &str, mail: &str) {
        send_to(self.smtp, sender, to, mail).await;
    }

    /// Every letter in somebody's mailbox, the oldest first.
    pub(crate) fn letters(&self, mailbox: &str) -> Vec<Letter> {
        let mut files: Vec<PathBuf> = ["new", "cur"]
            .iter()
            .filter_map(|name| {
                fs::read_dir(self.folder.path().join("mail").join(mailbox).join(name)).ok()
            })
            .flatten()
            .map(|entry| entry.expect("an entry").path())
            .collect();
        files.sort_by_key(|path| arrived(path));
        files.iter().filter_map(|path| Letter::read(path)).collect()
    }

    /// Waits until somebody has `count` letters.
    pub(crate) async fn wait_for(&self, mailbox: &str, count: usize) -> Vec<Letter> {
        let what = format!("{count} letters for {mailbox}");
        wait_for(&what, Duration::from_secs(20), async || {
            let letters = self.letters(mailbox);
            (letters.len() >= count).then_some(letters)
        })
        .await
    }

    /// Waits until every mail in the gateway's mailbox is seen, and there are `count`.
    pub(crate) async fn wait_until_seen(&self, count: usize) {
        let folder = self.folder.path().join("mail").join(MAILBOX).join("cur");
        wait_for(&format!("{count} mails to be seen"), Duration::from_secs(20), async || {
            let names =
                fs::read_dir(&folder).ok()?.filter_map(|e| e.ok()?.file_name().into_string().ok());
            let seen =
                names.filter(|name| name.split(":2,").nth(1).is_some_and(|f| f.contains('S')));
            (seen.count() >= count).then_some(())
        })
        .await;
    }

    /// Takes the marks away from every mail in the gateway's mailbox, as if they had never been set.
    pub(crate) fn unsee_all(&self) {
        let folder = self.folder.path().join("mail").join(MAILBOX).join("cur");
        for entry in fs::read_dir(folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            let bare = name.split(":2,").next().expect("a name");
            fs::rename(&path, path.with_file_name(format!("{bare}:2,"))).expect("a rename");
        }
    }
}

/// When a mail came: its file is called `seconds.Mmicroseconds…`, the second number as long as it happens to be.
fn arrived(path: &Path) -> (u64, u64) {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
    let mut numbers = name.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

impl Drop for Mail {
    fn drop(&mut self) {
        // By its own wish it takes its children with it.
        let _ = self.dovecot.stop(Duration::from_secs(5));
    }
}

/// A letter in somebody's mailbox.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    /// As it arrived.
    pub(crate) raw: String,
}

impl Letter {
    fn read(path: &Path) -> Option<Self> {
        Some(Self { raw: String::from_utf8(fs::read(path).ok()?).ok()? })
    }

    fn parsed(&self) -> Message<'_> {
        MessageParser::default().parse(self.raw.as_bytes()).expect("a mail")
    }

    /// A field of its header, unfolded, as it came.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let parsed = self.parsed();
        let value = parsed.header_raw(name.to_owned())?;
        Some(value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Its subject, decoded.
    pub(crate) fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }

    /// Its plain text.
    pub(crate) fn text(&self) -> String {
        self.parsed().body_text(0).unwrap_or_default().into_owned()
    }

    /// Its HTML.
    pub(crate) fn html(&self) -> String {
        self.parsed().body_html(0).unwrap_or_default().into_owned()
    }

    /// Where an answer goes.
    pub(crate) fn reply_to(&self) -> String {
        let parsed = self.parsed();
        let to = parsed.reply_to().and_then(|to| to.first()).and_then(|to| to.address());
        to.expect("a Reply-To").to_owned()
    }

    /// The one-click link.
    pub(crate) fn stop_link(&self) -> String {
        let field = self.field("List-Unsubscribe").expect("List-Unsubscribe");
        let link = field.split(['<', '>']).find(|part| part.starts_with("http"));
        link.expect("a link").to_owned()
    }

    /// What a mail program makes of an answer: the words, then everything quoted.
    pub(crate) fn answer(&self, from: &str, words: &str, announcement: &str) -> String {
        let quoted: Vec<String> = self.text().lines().map(|line| format!("> {line}")).collect();
        let id = self.field("Message-ID").expect("a Message-ID");
        format!(
            "From: {from}\nTo: {}\nSubject: Re: your question\nMessage-ID: <{}@home.example>\n\
             In-Reply-To: {id}\nReferences: {id}\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{words}\n\n\
             {announcement}\n{}\n",
            self.reply_to(),
            unique(),
            quoted.join("\n")
        )
    }
}

/// A mail that begins a thread.
pub(crate) fn mail(from: &str, subject: &str, words: &str) -> String {
    format!(
        "From: Anna <{from}>\nTo: {MAILBOX}\nSubject: {subject}\nMessage-ID: <{}@home.example>\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{words}\n",
        unique()
    )
}

/// A name nobody else has.
fn unique() -> String {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    format!("mail-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Hands a mail to the SMTP server at a port.
pub(crate) async fn send_to(port: u16, sender: &str, to: &str, mail: &str) {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("the server");
    let mut line = BufReader::new(stream);
    expect(&mut line, "220").await;
    say(&mut line, "EHLO elsewhere.example", "250").await;
    say(&mut line, &format!("MAIL FROM:<{sender}>"), "250").await;
    say(&mut line, &format!("RCPT TO:<{to}>"), "250").await;
    say(&mut line, "DATA", "354").await;
    let body = mail.replace("\r\n", "\n").replace("\n.", "\n..").replace('\n', "\r\n");
    say(&mut line, &format!("{body}\r\n."), "250").await;
    say(&mut line, "QUIT", "221").await;
}

async fn say(line: &mut BufReader<TcpStream>, words: &str, want: &str) {
    line.get_mut().write_all(format!("{words}\r\n").as_bytes()).await.expect("the line");
    expect(line, want).await;
}

async fn expect(line: &mut BufReader<TcpStream>, want: &str) {
    loop {
        let mut answer = String::new();
        line.read_line(&mut answer).await.expect("an answer");
        assert!(answer.starts_with(want), "{answer}");
        if answer.as_bytes().get(3) != Some(&b'-') {
            return;
        }
    }
}

/// The names of who runs the tests.
fn own_names() -> (String, String) {
    let name = |flags: &str| {
        let out = Command::new("id").arg(flags).output().expect("id").stdout;
        String::from_utf8(out).expect("UTF-8").trim().to_owned()
    };
    (name("-un"), name("-gn"))
}

/// Any mailbox of any domain, all with the same password; `+` is part of no name.
fn config_text(
    folder: &Path,
    (user, group): (&str, &str),
    [imap, imaps, lmtp]: [u16; 3],
    extra: &str,
) -> String {
    let folder = folder.display();
    format!(
        r#"base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
{extra}
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
mail_uid = {user}
mail_gid = {group}
recipient_delimiter = +
passdb {{
  driver = static
  args = password=mailbox-password
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    address = 127.0.0.1
    port = {imap}
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"#
    )
}
