//! What is wrong with the sentences of a language, compared with the English.

use majlis_channels::fit;
use majlis_flows::Faults;

use super::{REFERENCE, Sentences};

/// What stands in a sentence when it is sent, as long as it usually is.
const USUAL: &[(&str, &str)] = &[
    ("answer", "Shade trees"),
    ("code", "482 193"),
    ("count", "4"),
    ("entity", "Dubai Parks"),
    ("keyword", "PARK"),
    ("list", "English, Bahasa Indonesia"),
    ("max", "5"),
    ("min", "1"),
    ("number", "999"),
    ("question", "What comes first?"),
    ("receipt", "K7P-4QM"),
    ("title", "Opening hours of parks"),
    ("token", "K7PX4QMR"),
    ("total", "100"),
    ("until", "14:35"),
    ("value", "Shade trees"),
];

impl Sentences {
    /// Compares every language with the reference: missing and unknown keys, unknown arguments, and sentences of
    /// messages that take more than one SMS part.
    pub fn check(&self, faults: &mut Faults) {
        let Some(reference) = self.keys.get(REFERENCE) else {
            faults.add("locales", 0, "there is no English", "add locales/en/system.ftl");
            return;
        };
        for (lang, keys) in &self.keys {
            let file = self.files.get(lang).map_or("", String::as_str);
            for key in reference.keys().filter(|key| !keys.contains_key(*key)) {
                faults.add(
                    file,
                    1,
                    format!("no sentence `{key}`"),
                    format!("add `{key} = …`; locales/en/system.ftl has the English"),
                );
            }
            for (name, key) in keys {
                let Some(known) = reference.get(name) else {
                    faults.add(
                        file,
                        key.line,
                        format!("nobody says `{name}`"),
                        "remove it, or correct its name",
                    );
                    continue;
                };
                for variable in key.variables.difference(&known.variables) {
                    faults.add(
                        file,
                        key.line,
                        format!("`{name}` has no argument ${variable}"),
                        "use the arguments of the English sentence",
                    );
                }
                // Pages and letters cost nobody anything, and files come by no SMS.
                if !["page-", "mail-", "file-"].iter().any(|free| name.starts_with(free)) {
                    self.check_length(lang, name, (file, key.line), faults);
                }
            }
        }
    }

    fn check_length(
        &self,
        lang: &str,
        name: &str,
        (file, line): (&str, usize),
        faults: &mut Faults,
    ) {
        let text = self.say(lang, name, USUAL);
        let sms = fit::measure(&fit::thrifty(&text));
        if sms.parts > 1 {
            let most = sms.encoding.one_part();
            faults.add(
                file,
                line,
                format!("`{name}` takes {} SMS parts: {} units", sms.parts, sms.units),
                format!("say it in {most} units of {} at most", sms.encoding.name()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(en: &str, ar: &str) -> (Sentences, Faults) {
        let mut faults = Faults::default();
        let mut sentences = Sentences::default();
        sentences.add("en", "en.ftl", en, &mut faults);
        sentences.add("ar", "ar.ftl", ar, &mut faults);
        sentences.check(&mut faults);
        (sentences, faults)
    }

    #[test]
    fn missing_keys_unknown_keys_and_unknown_arguments_are_faults() {
        let (_, faults) = sentences("a = A { $x }\nb = B\n", "\na = ا { $y }\nc = ج\n");
        let text = faults.to_string();
        assert!(text.contains("ar.ftl:1: no sentence `b`"), "{text}");
        assert!(text.contains("ar.ftl:3: nobody says `c`"), "{text}");
        assert!(text.contains("ar.ftl:2: `a` has no argument $y"), "{text}");
        assert_eq!(faults.0.len(), 3, "{text}");
    }

    #[test]
    fn a_sentence_of_a_message_fits_in_one_sms_with_what_usually_stands_in_it() {
        let long = "ا".repeat(62);
        let english = "stopped = Bye { $receipt }.\npage-note = A page\n";
        let (_, faults) =
            sentences(english, &format!("stopped = {long}\npage-note = {long}{long}\n"));
        assert!(faults.is_empty(), "{faults}");
        let (_, faults) =
            sentences(english, &format!("stopped = {long} {{ $receipt }}\npage-note = x\n"));
        let text = faults.to_string();
        assert!(text.contains("ar.ftl:1: `stopped` takes 2 SMS parts: 72 units"), "{text}");
        assert!(text.contains("say it in 70 units of UCS-2 at most"), "{text}");
    }
}
