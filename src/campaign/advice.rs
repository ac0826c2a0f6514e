//! Advice on the words of a template or campaign: what a resident, or their screen reader, will stumble over.
//!
//! Advice is no fault: an entity may know better. `check` prints it, and fails for it only with `--strict`.
//! [`rules`] judges one text; here is where the texts come from and where each stands.

mod rules;

use majlis_flows::understand::fold;
use majlis_flows::{Ask, Faults, Lexicon, Step};

use self::rules::{Finding, Role, glued, judge};
use super::template::{Template, Text, Words, without_kind};
use super::{Campaign, CampaignWords};

/// Most options of a question (accessibility: more are not kept in mind while they are read aloud).
const MOST_OPTIONS: usize = 5;

/// A receipt as long as real ones.
const RECEIPT: &str = "K7P-4QM";

/// Everything to say about the words of a campaign. `place` is where the campaign stands in its config; without it the
/// words are a template's, with the names of its placeholders for values.
pub fn advise(
    template: &Template,
    campaign: &Campaign,
    place: Option<(&str, usize)>,
    lexicon: &Lexicon,
    advice: &mut Faults,
) {
    for (lang, words) in &template.words {
        let allowed = |word: &str| {
            lexicon.universal(word, Some(lang)).is_some()
                || campaign.keywords.values().any(|keyword| keyword == word)
        };
        for (name, text) in words.iter() {
            let role = role(template, words, name);
            let filled = filled(&campaign.words, lang, name);
            let found = judge(lang, role, &filled, &allowed);
            let sample = match place {
                Some(_) if text.source.contains("{{") => {
                    judge(lang, role, &sample(template, &text.source), &allowed)
                }
                _ => Vec::new(),
            };
            for finding in found.iter().filter(|found| !sample.iter().any(|s| s.rule == found.rule))
            {
                // What only this campaign's values bring about is mended there.
                let own =
                    place.filter(|(file, _)| text.source.contains("{{") && text.file != *file);
                let (file, line) = own.unwrap_or((&text.file, text.line));
                add(file, line, lang, name, finding, advice);
            }
            if let Some(finding) = glued(&text.source) {
                add(&text.file, text.line, lang, name, &finding, advice);
            }
        }
        for step in &template.flow.steps {
            alike(&campaign.words, lang, words, step, advice);
        }
    }
    for step in &template.flow.steps {
        too_many(template, step, advice);
    }
}

fn add(file: &str, line: usize, lang: &str, name: &str, finding: &Finding, advice: &mut Faults) {
    advice.add(file, line, format!("`{name}` in `{lang}` {}", finding.what), finding.mend.clone());
}

/// What a text is for.
fn role(template: &Template, words: &Words, name: &str) -> Role {
    let plain = without_kind(name);
    let (section, key) = plain.split_once('.').unwrap_or((&plain, ""));
    let kind = name.split('.').nth(1).filter(|_| plain != name);
    let options =
        |step: &Step| step.ask.as_ref().is_some_and(|ask| ask.options().iter().any(|o| o == key));
    let of_step = || template.flow.steps.iter().filter(|step| step.section == section);
    match (section, key) {
        ("about", _) => Role::Title,
        (_, key) if key != "ask" && kind.is_some_and(|kind| kind != "sms") => Role::OtherOnPages,
        ("end", _) => Role::End,
        // What by SMS is said in other words is not sent by SMS.
        (_, "ask") if kind.is_none() && words.get(&format!("{section}.sms.ask")).is_some() => {
            Role::AskOnPages
        }
        (_, "ask") => match kind {
            None | Some("sms") => Role::AskBySms,
            Some(_) => Role::AskOnPages,
        },
        _ if of_step().any(options) => Role::Option,
        _ => Role::Other,
    }
}

fn filled(words: &CampaignWords, lang: &str, name: &str) -> String {
    let plain = without_kind(name);
    let kind = name.split('.').nth(1).filter(|_| plain != name).unwrap_or("");
    let (section, key) = plain.split_once('.').unwrap_or((&plain, ""));
    match section {
        "end" => words.ending(lang, kind, RECEIPT),
        _ => words.text(lang, section, key, kind).unwrap_or_default().to_owned(),
    }
}

/// A text with the names of its placeholders for values, as `preview` shows a template.
fn sample(template: &Template, source: &str) -> String {
    let names = template.placeholders.keys();
    let text = names.fold(source.to_owned(), |text, name| {
        text.replace(&format!("{{{{{name}}}}}"), &format!("({name})"))
    });
    text.replace("{{receipt}}", RECEIPT)
}

/// Options that read the same once case, accents and digits are folded: a reply in words could mean either.
fn alike(own: &CampaignWords, lang: &str, words: &Words, step: &Step, advice: &mut Faults) {
    let Some(ask) = &step.ask else { return };
    let mut seen: Vec<(String, &str)> = Vec::new();
    for code in ask.options() {
        let Some(text) = own.text(lang, &step.section, code, "") else { continue };
        let folded: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
        if let Some((_, other)) = seen.iter().find(|(known, _)| *known == folded) {
            let name = format!("{}.{code}", step.section);
            let at = words
                .get(&name)
                .map_or((words.file.as_str(), 1), |Text { file, line, .. }| (file, *line));
            advice.add(
                at.0,
                at.1,
                format!("`{name}` in `{lang}` looks like option `{other}`"),
                "say in each what the others are not",
            );
        }
        seen.push((folded, code));
    }
}

fn too_many(template: &Template, step: &Step, advice: &mut Faults) {
    let count = step.ask.as_ref().map_or(0, |ask: &Ask| ask.options().len());
    if count <= MOST_OPTIONS {
        return;
    }
    let Some(words) = template.languages.first().and_then(|lang| template.words.get(lang)) else {
        return;
    };
    let sixth = step.ask.as_ref().and_then(|ask| ask.options().get(MOST_OPTIONS));
    let text = sixth.and_then(|code| words.get(&format!("{}.{code}", step.section)));
    let (file, line) = match text {
        Some(text) => (text.file.as_str(), text.line),
        None => (words.file.as_str(), words.line_of_step(&step.section)),
    };
    advice.add(
        file,
        line,
        format!("`{}` has {count} options, more than {MOST_OPTIONS}", step.section),
        "join some, or ask two questions: a list read aloud is not kept in mind",
    );
}
