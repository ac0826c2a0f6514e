//! Real-looking mails.
