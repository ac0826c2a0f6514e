//! `majlis demo`: the whole gateway with sample campaigns, and a phone to send SMS from.

mod phone;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;

use jiff::Timestamp;
use majlis_flows::Faults;
use serde_json::json;

use crate::config::Config;
use crate::ids;
use crate::serve::{Running, StartError};
use crate::staff::key;
use crate::store::Keys;

const CONFIG: &str = include_str!("../../config/demo.toml");

/// Where the demo listens and keeps its data.
#[derive(Debug, Clone)]
pub struct Wanted {
    public: SocketAddr,
    staff: SocketAddr,
    data: PathBuf,
    temporary: bool,
    secret: String,
    path_secret: String,
}

impl Wanted {
    /// The public listener on `port` and staff on the next; 0 takes two free ports.
    ///
    /// # Errors
    /// If there is no free port, no randomness, or the data folder cannot be made.
    pub fn listening(port: u16, data: Option<PathBuf>) -> Result<Self, StartError> {
        let (public, staff) = match port {
            0 => free_ports()?,
            u16::MAX => {
                let what = "port 65535 has no next port for staff — choose a lower one";
                return Err(StartError::System(what.to_owned()));
            }
            port => (port, port + 1),
        };
        let temporary = data.is_none();
        let data = data
            .unwrap_or_else(|| std::env::temp_dir().join(format!("majlis-demo-{}", ids::ulid())));
        std::fs::create_dir_all(&data).map_err(|error| {
            StartError::System(format!(
                "{} cannot be made: {error} — choose another --data",
                data.display()
            ))
        })?;
        // With --data the secrets stay the same, so that participant keys and links do too.
        let secret = kept_secret(&data, "secret")?;
        let path_secret = kept_secret(&data, "path-secret")?;
        let at = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        Ok(Self { public: at(public), staff: at(staff), data, temporary, secret, path_secret })
    }

    /// For verbs that only need the demo's campaigns: nothing listens, nothing is kept.
    #[must_use]
    pub fn for_trial() -> Self {
        let nowhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            public: nowhere,
            staff: nowhere,
            data: PathBuf::new(),
            temporary: false,
            secret: "a secret for trying things out only".to_owned(),
            path_secret: "0f1e2d3c4b5a69788796a5b4c3d2e1f0".to_owned(),
        }
    }

    /// Removes temporary data.
    pub fn clean_up(&self) {
        if self.temporary
            && let Err(error) = std::fs::remove_dir_all(&self.data)
        {
            tracing::warn!(%error, "the demo's temporary folder could not be removed");
        }
    }
}

fn kept_secret(data: &std::path::Path, name: &str) -> Result<String, StartError> {
    let file = data.join(name);
    if let Ok(secret) = std::fs::read_to_string(&file) {
        return Ok(secret);
    }
    let secret = ids::token(32).map_err(|error| StartError::System(error.to_string()))?;
    write_private(&file, &secret).map_err(|error| {
        StartError::System(format!(
            "{} cannot be written: {error} — choose another --data",
            file.display()
        ))
    })?;
    Ok(secret)
}

/// Only the owner may read it; on disk before anyone relies on it.
fn write_private(file: &std::path::Path, secret: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()
}

/// Two ports nobody uses at the moment.
fn free_ports() -> Result<(u16, u16), StartError> {
    let free = || {
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| {
            let port = listener.local_addr()?.port();
            Ok((listener, port))
        })
    };
    let both = || -> std::io::Result<(u16, u16)> {
        // Both are held until both are known, so that they differ.
        let (first, public) = free()?;
        let (second, staff) = free()?;
        drop((first, second));
        Ok((public, staff))
    };
    both().map_err(|error| StartError::System(format!("no free port: {error}")))
}

/// The demo's config: `config/demo.toml` with ports, folders and secrets from `wanted`.
///
/// # Errors
/// If the shipped file has a fault.
pub fn config(wanted: &Wanted) -> Result<Config, StartError> {
    let given = |name: &str| match name {
        "MAJLIS_GATEWAY_SECRET" => Some(wanted.secret.clone()),
        "MAJLIS_GATEWAY_PUBLIC_URL" => Some(format!("http://{}", wanted.public)),
        "MAJLIS_PUBLIC_BIND" => Some(wanted.public.to_string()),
        "MAJLIS_STAFF_BIND" => Some(wanted.staff.to_string()),
        "MAJLIS_STORE_PATH" => Some(wanted.data.join("majlis.db").display().to_string()),
        "MAJLIS_DEMO_PATH_SECRET" => Some(wanted.path_secret.clone()),
        "MAJLIS_DEMO_PHONE_URL" => Some(format!("http://{}{}", wanted.staff, phone::INBOX)),
        _ => None,
    };
    let mut faults = Faults::default();
    Config::parse("config/demo.toml", CONFIG, &given, &mut faults).ok_or(StartError::Faults(faults))
}

/// A running demo and what there is to open.
pub struct Demo {
    /// The gateway.
    pub running: Running,
    key: String,
    sms_hook: String,
    campaigns: Vec<(String, String)>,
}

impl Demo {
    /// Starts the gateway, makes a consumer key, sets up the phone.
    ///
    /// # Errors
    /// [`StartError`], in words for a person.
    pub async fn start(wanted: &Wanted) -> Result<Self, StartError> {
        let config = config(wanted)?;
        let sms_hook = format!("http://{}/hooks/sms/phone/{}", wanted.public, wanted.path_secret);
        let campaigns = config
            .campaigns
            .iter()
            .map(|campaign| {
                let keyword = campaign.keywords.get("en").cloned().unwrap_or_default();
                (campaign.id.clone(), keyword)
            })
            .collect();
        let phone = phone::routes(sms_hook.clone())
            .map_err(|error| StartError::System(error.to_string()))?;
        let running = Running::start(config, Some(phone)).await?;
        let scopes = vec!["queue".to_owned(), "export".to_owned(), "admin".to_owned()];
        let (key, new) = key::make("national-platform", scopes, "demo", Timestamp::now())
            .map_err(|error| StartError::System(error.to_string()))?;
        running.store.add_key(new).await.map_err(|error| StartError::System(error.to_string()))?;
        Ok(Self { running, key, sms_hook, campaigns })
    }

    /// The first line of `demo --json` (contract §4).
    #[must_use]
    pub fn describe(&self) -> serde_json::Value {
        let public = format!("http://{}", self.running.public);
        let campaigns: Vec<_> = self
            .campaigns
            .iter()
            .map(|(id, keyword)| {
                json!({"id": id, "keyword": keyword, "url": format!("{public}/c/{id}")})
            })
            .collect();
        json!({
            "public": public,
            "staff": format!("http://{}", self.running.staff),
            "sign_in": self.running.sign_in,
            "phone": format!("http://{}{}", self.running.staff, phone::PAGE),
            "key": self.key,
            "sms_hook": self.sms_hook,
            "campaigns": campaigns,
        })
    }

    /// What a person reads who has just started the demo.
    #[must_use]
    pub fn welcome(&self) -> String {
        let public = format!("http://{}", self.running.public);
        let staff = format!("http://{}", self.running.staff);
        let mut text = format!(
            "Majlis is ready.\n\n\
             Be a resident\n  \
             text form        {public}/\n  \
             in Arabic        {public}/?lang=ar\n  \
             simulated phone  {staff}{}   (send PARK, SHADE, BUS, or حديقة)\n\n\
             Be the platform\n  \
             curl -H 'Authorization: Bearer {}' '{staff}/v1/submissions?after=0&limit=10'\n\n\
             Be an entity\n  \
             sign in once     {}\n\n\
             Campaigns\n",
            phone::PAGE,
            self.key,
            self.running.sign_in
        );
        for (id, keyword) in &self.campaigns {
            text.push_str(&format!("  {id:<16} {keyword:<8} {public}/c/{id}\n"));
        }
        text.push_str("\nCtrl-C stops it.");
        text
    }
}
