//! What the email channel asks of the gateway.

use majlis_channels::email::Words;

use super::Gateway;

impl Words for Gateway {
    fn sentence(&self, lang: &str, key: &str) -> String {
        self.sentences.say(lang, key, &[])
    }

    fn begins(&self, text: &str) -> bool {
        self.catalogue.called(text).is_some() || crate::ids::read_invitation(text).is_some()
    }

    fn commands(&self, text: &str) -> bool {
        self.lexicon.universal(text, None).is_some()
    }
}
