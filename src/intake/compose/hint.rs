//! The last line of a message: how to answer, how to pass, how to stop.

use super::{Asked, Writer};

impl Writer<'_> {
    pub(super) fn hint(&self, lang: &str, asked: &Asked, first: bool) -> Option<String> {
        let question = &asked.question;
        let number = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
        let end = |option: Option<&(String, String)>| {
            option.map_or(String::new(), |(code, _)| code.clone())
        };
        let how = match question.ask.as_str() {
            "choice" if question.other => "hint-other",
            "choices" => "hint-choices",
            "ranking" => "hint-ranking",
            "points" => "hint-points",
            "rating" => "hint-rating",
            "number" => "hint-number",
            "date" => "hint-date",
            "place" => "hint-place",
            // Some ways bring no files to us.
            "file" if !self.manner().files => "hint-no-file",
            "file" => "hint-file",
            "text" => "hint-text",
            _ => "hint-choice",
        };
        let (min, max) = match question.ask.as_str() {
            "rating" => (end(question.options.first()), end(question.options.last())),
            _ => (number(question.least), number(question.most)),
        };
        let count = question.options.len().to_string();
        let total = question.total.map(|total| total.to_string()).unwrap_or_default();
        let mut parts = Vec::new();
        // Where room is dear a numbered list says that itself.
        let plain = how == "hint-choice" && question.listed && !self.manner().asides;
        if !asked.simpler && !plain {
            let args = [("min", &*min), ("max", &*max), ("count", &*count), ("total", &*total)];
            parts.push(self.tell(lang, how, &args));
        }
        if question.optional {
            parts.push(self.tell(lang, "hint-skip", &[]));
        }
        if first {
            parts.push(self.tell(lang, "hint-stop", &[]));
        }
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// How much may be written, where that is limited.
    pub(super) fn limit(&self, lang: &str, asked: &Asked) -> Option<String> {
        let most = asked.question.max_chars.filter(|_| !asked.simpler)?.to_string();
        Some(self.tell(lang, "page-up-to", &[("max", &most)]))
    }
}
