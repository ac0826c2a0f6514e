//! What a kind of channel is like, where that matters to what is said and kept.
//!
//! Each kind declares itself, in its own folder; nobody else asks for its name. A new kind is one more line in
//! [`KINDS`].

/// What a kind of channel is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// `sms`, `web` …: in configs, templates and events.
    pub name: &'static str,
    /// The scheme of its addresses: `tel` … Several kinds may share one.
    pub scheme: &'static str,
    /// How residents get what is said back.
    pub replies: Replies,
    /// What stands behind an address.
    pub addresses: Addresses,
    /// A page of one campaign, with fields and buttons of its own: it needs no menus of campaigns or answers, and is
    /// not asked another campaign's question.
    pub page: bool,
    /// Messages stay in sight: their buttons may be pressed, and words of residents edited, long after.
    pub lasting: bool,
    /// It carries files to us.
    pub files: bool,
    /// Programs add files that their writers never meant to send (the logo of a signature): nothing is said of one that
    /// was not asked for.
    pub stray_files: bool,
    /// It can ask for the phone number of whoever writes, and vouch for it.
    pub own_number: bool,
    /// Lists must be short: their entries are cut to a few words.
    pub short_lists: bool,
    /// It says in passing what goes without saying (`Reply with a number`) and what else can be done (`CHANGE: change
    /// your answer`), where there is room: words can be written at any time, also after the end.
    pub asides: bool,
}

/// How residents get what is said back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replies {
    /// By the outbox and [`crate::Channel::send`], like everything else; so they can be reached later, too.
    Sent,
    /// In the answer to the request that brought their message: the channel shows [`crate::Received::replies`]. They
    /// are not queued, always shown, and nobody can be reached later.
    Shown,
}

/// What stands behind an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addresses {
    /// A person, or a few who share a phone; the same in every conversation.
    People,
    /// One conversation of nobody in particular.
    Sessions,
}

impl Kind {
    /// A kind of which nothing is special, as most are. A kind begins with this and says what differs.
    #[must_use]
    pub const fn plain(name: &'static str) -> Self {
        Self {
            name,
            scheme: "",
            replies: Replies::Sent,
            addresses: Addresses::People,
            page: false,
            lasting: false,
            files: false,
            stray_files: false,
            own_number: false,
            short_lists: false,
            asides: true,
        }
    }

    /// The kind of this name. One that is not registered is plain: sessions outlive the program that wrote them.
    #[must_use]
    pub fn of(name: &str) -> &'static Self {
        static UNKNOWN: Kind = Kind::plain("");
        KINDS.iter().find(|kind| kind.name == name).unwrap_or(&UNKNOWN)
    }

    /// The names of all kinds, for sentences: `sms, telegram or web`.
    #[must_use]
    pub fn names(kinds: impl Iterator<Item = &'static Self>) -> String {
        let mut names: Vec<&str> = kinds.map(|kind| kind.name).collect();
        let last = names.pop().unwrap_or_default();
        if names.is_empty() { last.to_owned() } else { format!("{} or {last}", names.join(", ")) }
    }
}

/// Every kind there is.
pub static KINDS: [Kind; 5] = [
    crate::sms::KIND,
    crate::telegram::KIND,
    crate::email::KIND,
    crate::web::KIND,
    crate::ussd::KIND,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own_by_which_it_is_found() {
        for kind in &KINDS {
            assert_eq!(Kind::of(kind.name), kind);
        }
        let mut names = KINDS.map(|kind| kind.name).to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), KINDS.len());
        assert_eq!(Kind::of("pigeon"), &Kind::plain(""));
    }

    #[test]
    fn names_read_as_a_sentence() {
        assert_eq!(Kind::names(KINDS.iter()), "sms, telegram, email, web or ussd");
    }
}
