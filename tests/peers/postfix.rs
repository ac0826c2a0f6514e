//! A real Postfix: takes the gateway's letters over STARTTLS from those who log in, and everybody's mail to the
//! city; hands both to Dovecot by LMTP, and what is for elsewhere to the servers of `mail.py`. Needs root.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::TcpStream;

use super::Mail;
use super::mail::send_to;
use super::process::{free_port, program, wait_for};

/// Postfix with a queue of its own, beside whatever this machine has.
pub(crate) struct Postfix {
    smtp: u16,
    folder: TempDir,
    mail: Mail,
}

impl Postfix {
    /// Starts it between a gateway and a mail world of its own.
    pub(crate) async fn start() -> Self {
        let (smtp, sasl) = (free_port(), free_port());
        // Who may send is Dovecot's to say: it knows the passwords.
        let mail = Mail::start_private_with(&format!(
            "service auth {{\n  inet_listener {{\n    address = 127.0.0.1\n    port = {sasl}\n  }}\n}}"
        ))
        .await;
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        // Its parts run as `postfix`, and must find their folders.
        fs::set_permissions(at, fs::Permissions::from_mode(0o755)).expect("permissions");
        for name in ["config", "queue", "data"] {
            fs::create_dir(at.join(name)).expect("a folder");
        }
        let given = Command::new("chown").arg("postfix").arg(at.join("data")).status();
        assert!(given.expect("chown").success(), "Postfix needs root: tests/run runs this as root");
        fs::write(at.join("config/main.cf"), main_cf(at, &mail, sasl)).expect("a file");
        fs::write(at.join("config/master.cf"), master_cf(smtp)).expect("a file");
        let postfix = Self { smtp, folder, mail };
        postfix.tell("start");
        wait_for("Postfix to listen", Duration::from_secs(20), async || {
            TcpStream::connect(("127.0.0.1", smtp)).await.ok()
        })
        .await;
        postfix
    }

    /// The mailboxes behind it.
    pub(crate) fn mail(&self) -> &Mail {
        &self.mail
    }

    /// The channel `mail` for a gateway's config: out through Postfix with STARTTLS and password.
    pub(crate) fn channel(&self) -> String {
        let (old, new) =
            (format!("port = {}\n", self.mail.smtp), format!("port = {}\n", self.smtp));
        let channel = self.mail.private_channel("tls").replacen(&old, &new, 1);
        channel.replace("\"mail-password\"", "\"mailbox-password\"")
    }

    /// Hands it a mail as another server would, without logging in.
    pub(crate) async fn send(&self, sender: &str, to: &str, mail: &str) {
        send_to(self.smtp, sender, to, mail).await;
    }

    /// What it wrote into its log.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn tell(&self, what: &str) {
        let config = self.folder.path().join("config");
        let done = Command::new(program("postfix")).arg("-c").arg(config).arg(what).output();
        let done = done.expect("postfix is there: tests/run installs it");
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "postfix {what}: {said}{}", self.log());
    }
}

impl Drop for Postfix {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("--- postfix said ---\n{}", self.log());
        }
        let config = self.folder.path().join("config");
        let _ = Command::new(program("postfix")).arg("-c").arg(config).arg("stop").output();
    }
}

/// Nothing can leave it but to this test's own servers.
fn main_cf(at: &Path, mail: &Mail, sasl: u16) -> String {
    let (certificate, at) = (mail.certificate(), at.display());
    let key = certificate.with_file_name("key.pem");
    format!(
        "compatibility_level = 3.6
queue_directory = {at}/queue
data_directory = {at}/data
maillog_file = {at}/log
maillog_file_prefixes = {at}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.city.example
mydestination =
mynetworks =
virtual_mailbox_domains = city.example, home.example
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
transport_maps = inline:{{ refused.example=smtp:[127.0.0.1]:{elsewhere} }}
default_transport = error:5.3.0 nothing leaves this test
smtp_tls_security_level = may
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_loglevel = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
",
        lmtp = mail.lmtp,
        elsewhere = mail.smtp,
        certificate = certificate.display(),
        key = key.display(),
    )
}

/// The services of Debian's, none of them in a jail (which lacks this test's files), one port of our own.
fn master_cf(smtp: u16) -> String {
    format!(
        "127.0.0.1:{smtp} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"
    )
}
