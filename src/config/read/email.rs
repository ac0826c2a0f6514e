//! `[[channel]]` of kind `email`, with `[channel.smtp]`, `[channel.imap]` and `[channel.dkim]`.

use majlis_channels::email::{Dkim, Mailbox, Security, Server};
use majlis_flows::Faults;
use majlis_flows::source::Table;

use super::super::EmailConfig;
use super::channel::find_secret;
use super::{Around, whole};

pub(super) fn read_email(
    table: &mut Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<EmailConfig> {
    let mailbox = table.str("mailbox", faults);
    let name = table.opt_str("name", faults);
    let authserv_id = table.opt_str("authserv_id", faults);
    let plus = table.opt_bool("plus", faults).unwrap_or(true);
    let path_secret = secret(table, "path_secret", around, faults);
    let extra_roots = secret(table, "extra_roots", around, faults);
    let per_second = whole(table, "per_second", 5, faults);
    let burst = whole(table, "burst", per_second, faults);
    let at_once = whole(table, "at_once", 4, faults);
    let line = table.line;
    let smtp = table.table("smtp", faults).and_then(|mut table| {
        let server = read_server(&mut table, (587, 465, 25), around, faults);
        table.finish(faults);
        server
    });
    if smtp.is_none() {
        faults.add(
            &table.file,
            line,
            "an email channel needs a way out",
            "add [channel.smtp] with host, user and password",
        );
    }
    let imap = table.table("imap", faults).and_then(|mut table| {
        let server = read_server(&mut table, (143, 993, 143), around, faults);
        let folder = table.opt_str("folder", faults).unwrap_or_else(|| "INBOX".to_owned());
        let done_folder = table.opt_str("done_folder", faults);
        let poll_seconds = u64::from(whole(&mut table, "poll_seconds", 30, faults));
        table.finish(faults);
        Some(Mailbox { server: server?, folder, done_folder, poll_seconds })
    });
    let dkim = table.table("dkim", faults).and_then(|mut table| {
        let domain = table.str("domain", faults);
        let selector = table.str("selector", faults);
        let key = secret(&mut table, "key", around, faults);
        table.finish(faults);
        Some(Dkim { domain: domain?, selector: selector?, key: key? })
    });
    Some(EmailConfig {
        mailbox: mailbox?,
        name,
        authserv_id,
        plus,
        path_secret,
        smtp: smtp?,
        imap,
        dkim,
        extra_roots,
        per_second,
        burst,
        at_once: at_once as usize,
    })
}

/// A mail server. `ports` are the usual ones with STARTTLS, with TLS, and in the clear.
fn read_server(
    table: &mut Table,
    ports: (u16, u16, u16),
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<Server> {
    let host = table.str("host", faults);
    let said = table.opt_str("security", faults);
    let (security, usual) = match said.as_deref() {
        None | Some("starttls") => (Security::StartTls, ports.0),
        Some("tls") => (Security::Tls, ports.1),
        Some("none") => (Security::None, ports.2),
        Some(other) => {
            table.fault(
                "security",
                faults,
                format!("there is no security `{other}`"),
                "write \"starttls\", \"tls\", or \"none\" for a server on this machine",
            );
            return None;
        }
    };
    let port = whole(table, "port", u32::from(usual), faults);
    let port = u16::try_from(port).unwrap_or_else(|_| {
        table.fault("port", faults, "no port is above 65535", "write the server's port");
        usual
    });
    let user = secret(table, "user", around, faults);
    let password = secret(table, "password", around, faults);
    Some(Server { host: host?, port, security, login: user.zip(password) })
}

fn secret(
    table: &mut Table,
    key: &'static str,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<String> {
    let named = table.opt_str(key, faults)?;
    let line = table.line_of(key);
    let found = find_secret(&table.file, line, key, &named, around, faults)?;
    Some(found.expose().to_owned())
}
