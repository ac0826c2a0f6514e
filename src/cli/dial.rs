//! A phone that dials, for `chat --channel ussd`: the channel's own dialogue, without its way in over HTTP.

use std::sync::Arc;

use majlis_channels::ussd::UssdSettings;
use majlis_channels::ussd::dialog::{Call, Dialogs, Screen};
use majlis_channels::ussd::screen::Room;
use majlis_channels::{Address, Desk, Refused};

use super::Failure;
use crate::intake::Gateway;

/// A line to the gateway.
pub(super) struct Line {
    gateway: Arc<Gateway>,
    dialogs: Dialogs,
    call: Call,
    dialled: u32,
    open: bool,
}

impl Line {
    /// A phone in hand; nothing is dialled yet.
    pub(super) fn new(gateway: &Arc<Gateway>, lang: &str) -> Result<Self, Failure> {
        let settings = UssdSettings {
            id: "chat".to_owned(),
            // Nobody can call a channel that has no way in.
            path_secret: String::new(),
            allow_from: Vec::new(),
            service_code: "*384*123#".to_owned(),
            country: None,
            languages: vec![lang.to_owned()],
            lang: lang.to_owned(),
            room: Room::default(),
        };
        let desk: Arc<dyn Desk> = gateway.clone();
        let from = Address::phone("+10000000000")?;
        Ok(Self {
            gateway: gateway.clone(),
            dialogs: Dialogs::new(Arc::new(settings), desk),
            call: Call { session: String::new(), from, text: String::new() },
            dialled: 0,
            open: false,
        })
    }

    /// Types something; dials first where the line is closed.
    pub(super) async fn input(&mut self, input: &str) -> Result<Screen, Refused> {
        if !self.open {
            self.dialled += 1;
            self.call.session = format!("chat-{}", self.dialled);
            self.call.text.clear();
            let screen = self.dialogs.answer(self.gateway.as_ref(), &self.call).await?;
            if screen.ends {
                return Ok(screen);
            }
        }
        self.call.text = if self.call.text.is_empty() {
            input.to_owned()
        } else {
            format!("{}*{input}", self.call.text)
        };
        let screen = self.dialogs.answer(self.gateway.as_ref(), &self.call).await?;
        self.open = !screen.ends;
        Ok(screen)
    }
}
