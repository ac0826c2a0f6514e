//! The rules of plain words for one text. Where they come from: residents hear the words from a screen reader, read
//! them on a small phone in a second language, and the entity pays by the part.

use majlis_channels::fit::{Encoding, gsm7, measure, thrifty};

/// A rule that a text breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    /// Its name, to tell what a template has already from what a campaign adds.
    pub(super) rule: &'static str,
    /// What is wrong, after the name of the text.
    pub(super) what: String,
    /// What to do.
    pub(super) mend: String,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    AskBySms,
    /// A question in words for pages, chats or letters.
    AskOnPages,
    Option,
    End,
    Other,
    /// Other words for pages, chats or letters.
    OtherOnPages,
}

impl Role {
    /// It may travel by SMS. A title does in the menu.
    fn by_sms(self) -> bool {
        !matches!(self, Self::AskOnPages | Self::OtherOnPages)
    }
}

/// Longest question where length costs nothing, in characters.
const LONGEST_QUESTION: usize = 300;
/// Shortest word that counts as shouted: UAE, SMS and AED are names.
const SHOUTED: usize = 4;

/// Most words of a sentence: as many as say the same as 18 words of English. Measured over ten campaigns with the same
/// words in each language (187 words of English; 156 of Arabic, 173 Hindi, 188 Urdu, 123 Malayalam, 146 Bengali, 188
/// Tagalog).
fn most_words(lang: &str) -> usize {
    match lang {
        "ar" => 15,
        "hi" => 17,
        "ml" => 12,
        "bn" => 14,
        _ => 18,
    }
}

/// Every rule that a text breaks. `allowed` are words that may stand in capitals: those to type.
pub(super) fn judge(
    lang: &str,
    role: Role,
    text: &str,
    allowed: &dyn Fn(&str) -> bool,
) -> Vec<Finding> {
    let text = majlis_channels::fit::without_isolates(text);
    let text = text.as_str();
    let picture = pictures(role, text);
    let sign = if picture.is_none() && role.by_sms() { dear_sign(text) } else { None };
    [
        questions(text),
        picture,
        drawn(text),
        runs(text),
        shouted(text, allowed),
        slashes(text),
        digit_first(role, text),
        long_sentence(lang, text),
        long_question(role, text),
        sign,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn found(rule: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Option<Finding> {
    Some(Finding { rule, what: what.into(), mend: mend.into() })
}

fn questions(text: &str) -> Option<Finding> {
    let mark = |c: char| matches!(c, '?' | '؟' | '？');
    let mut asked = 0;
    let mut before = false;
    for c in text.chars() {
        asked += usize::from(mark(c) && !before);
        before = mark(c);
    }
    if asked < 2 {
        return None;
    }
    found(
        "questions",
        format!("asks {asked} questions at once"),
        "ask one, and give the other a step of its own",
    )
}

/// Signs that a screen reader reads by their long names, wherever they stand in for words.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{20e3}' | '\u{fe0f}')
}

fn pictures(role: Role, text: &str) -> Option<Finding> {
    // One at the very end of the thanks carries no meaning.
    let looked_at = match role {
        Role::End => {
            text.trim_end().trim_end_matches('\u{fe0f}').strip_suffix(is_picture).unwrap_or(text)
        }
        _ => text,
    };
    let picture = looked_at.chars().find(|c| is_picture(*c) && *c != '\u{fe0f}')?;
    found(
        "pictures",
        format!("has the sign {picture}"),
        "say it in words: it is read aloud by a long name of its own",
    )
}

fn drawn(text: &str) -> Option<Finding> {
    let is_line = |c: &char| "-=_*#~+<>|\\^@".contains(*c);
    let chars: Vec<char> = text.chars().collect();
    let pair = chars.windows(2).find(|pair| pair.iter().all(is_line))?;
    let pair: String = pair.iter().collect();
    found("drawn", format!("is drawn with signs: {pair}"), "leave them out: each is read aloud")
}

fn runs(text: &str) -> Option<Finding> {
    let chars: Vec<char> = text.chars().collect();
    let loud = chars.windows(2).find(|pair| pair.iter().all(|c| matches!(c, '!' | '?' | '؟')));
    let long =
        chars.windows(3).find(|three| three.iter().all(|c| matches!(c, '.' | ',' | ';' | ':')));
    let run: String = loud.or(long)?.iter().collect();
    found("runs", format!("has a run of punctuation: {run}"), "write one sign")
}

fn shouted(text: &str, allowed: &dyn Fn(&str) -> bool) -> Option<Finding> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let word = words.find(|word| {
        word.chars().count() >= SHOUTED && word.chars().all(char::is_uppercase) && !allowed(word)
    })?;
    found(
        "shouted",
        format!("has {word} in capitals"),
        "write it in small letters: capitals are spelt out, or shouted",
    )
}

fn slashes(text: &str) -> Option<Finding> {
    let token = text.split_whitespace().find(|token| {
        let chars: Vec<char> = token.chars().collect();
        let between = chars.windows(3).any(|three| {
            matches!(three, [before, '/', after] if before.is_alphabetic() && after.is_alphabetic())
        });
        let short = token.ends_with('/') && token.chars().any(char::is_alphabetic);
        (between || short) && !token.contains("://") && !token.starts_with("www.")
    })?;
    found("slashes", format!("has {token}"), "write it in words: \"and\", \"or\", \"with\"")
}

fn digit_first(role: Role, text: &str) -> Option<Finding> {
    let first = text.trim_start().chars().next()?;
    if role != Role::Option || !first.is_numeric() {
        return None;
    }
    found(
        "digit-first",
        format!("begins with {first}: beside the number to send it reads as another number"),
        "begin with a word: \"At 9 pm\"",
    )
}

fn long_sentence(lang: &str, text: &str) -> Option<Finding> {
    let most = most_words(lang);
    let count = |sentence: &str| {
        sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
    };
    let words = sentences(text).into_iter().map(count).max().unwrap_or(0);
    if words <= most {
        return None;
    }
    found(
        "long-sentence",
        format!("has a sentence of {words} words, more than {most}"),
        "make two of it, or leave words out",
    )
}

fn sentences(text: &str) -> Vec<&str> {
    let ends =
        |c: char| matches!(c, '.' | '!' | '?' | '؟' | '।' | '۔' | '॥' | ':' | ';' | '؛' | '\n');
    text.split(ends).collect()
}

fn long_question(role: Role, text: &str) -> Option<Finding> {
    match role {
        Role::AskBySms => {
            let sms = measure(&thrifty(text));
            if sms.parts < 2 {
                return None;
            }
            found(
                "long-question",
                format!("takes {} units before any option, more than one SMS part", sms.units),
                format!(
                    "say it in {} units, or give it a shorter sms.ask",
                    sms.encoding.one_part()
                ),
            )
        }
        Role::AskOnPages if text.chars().count() > LONGEST_QUESTION => found(
            "long-question",
            format!("has {} characters, more than {LONGEST_QUESTION}", text.chars().count()),
            "say it in fewer words",
        ),
        _ => None,
    }
}

/// One sign that is no letter makes a text of plain Latin letters travel at 70 units a part instead of 160.
fn dear_sign(text: &str) -> Option<Finding> {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    if letters().next().is_none() || letters().any(|c| gsm7::septets(c).is_none()) {
        return None;
    }
    // As part of a longer message: there a sign that has a look-alike gives way to it.
    let text = thrifty(&format!("{text}{}", "x".repeat(Encoding::Gsm7.one_part()))).into_owned();
    let sign = text.chars().find(|c| gsm7::septets(*c).is_none())?;
    found(
        "dear-sign",
        format!(
            "has the sign {sign}, which the SMS alphabet lacks: the text takes more than twice the room"
        ),
        "use a sign of the keyboard, or words",
    )
}

/// A placeholder that grows together with a letter or digit: an inserted text is kept apart from what stands around
/// it, so that it cannot turn its direction; that parts a word, and joined letters lose their shape.
pub(super) fn glued(source: &str) -> Option<Finding> {
    let mut at = 0;
    while let Some(start) =
        source.get(at..).and_then(|rest| rest.find("{{")).map(|found| at + found)
    {
        let end =
            source.get(start..).and_then(|rest| rest.find("}}")).map(|found| start + found + 2)?;
        let before = source.get(..start).and_then(|text| text.chars().next_back());
        let after = source.get(end..).and_then(|text| text.chars().next());
        // A placeholder directly beside another is glued to it.
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '{' | '}');
        if before.is_some_and(joins) || after.is_some_and(joins) {
            let name = source.get(start..end).unwrap_or_default();
            return found(
                "glued",
                format!("has {name} grown together with what stands beside it"),
                "put a space, a hyphen or a colon between: an inserted text keeps its own direction",
            );
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(lang: &str, role: Role, text: &str) -> Vec<&'static str> {
        judge(lang, role, text, &|word| word == "STOP")
            .into_iter()
            .map(|found| found.rule)
            .collect()
    }

    // The words of other languages are machine-drafted.
    #[test]
    fn each_rule_finds_what_it_is_for_and_leaves_plain_words_alone() {
        let long = "we ask you to tell us which of the many paths that lead down to the old harbour is too dark";
        for (lang, role, text, rule) in [
            ("en", Role::Other, "Is it far? Is it dark?", "questions"),
            ("ar", Role::Other, "هل هو بعيد؟ هل هو مظلم؟", "questions"),
            ("en", Role::Other, "Send \u{1f44d} for yes", "pictures"),
            ("en", Role::Other, "Send 1\u{20e3}", "pictures"),
            ("en", Role::Other, "Left -> right", "drawn"),
            ("en", Role::Other, "*** News ***", "drawn"),
            ("en", Role::Other, "Answer now!!", "runs"),
            ("en", Role::Other, "Well...", "runs"),
            ("en", Role::Other, "PLEASE answer", "shouted"),
            ("en", Role::Other, "Shade and/or seats", "slashes"),
            ("en", Role::Other, "Tea w/ milk", "slashes"),
            ("en", Role::Option, "9 pm", "digit-first"),
            ("ar", Role::Option, "٩ مساءً", "digit-first"),
            ("en", Role::Other, long, "long-sentence"),
            ("en", Role::AskBySms, &"word. ".repeat(40), "long-question"),
            ("en", Role::AskOnPages, &"word. ".repeat(60), "long-question"),
            ("en", Role::Other, "Half: ½", "dear-sign"),
        ] {
            assert_eq!(rules(lang, role, text), [rule], "{text}");
        }
        for (lang, role, text) in [
            ("en", Role::OtherOnPages, "Half: ½"),
            ("en", Role::AskBySms, "City Parks: when should the park close?"),
            ("en", Role::Other, "1 = very bad, 5 = very good. STOP ends. The UAE asks."),
            ("en", Role::Option, "At 9 pm"),
            ("en", Role::Other, "Before 25/12 on https://a.example/b"),
            ("en", Role::Other, "“It’s late”"),
            ("ar", Role::AskBySms, "متى تغلق الحديقة؟"),
            ("tl", Role::AskBySms, "Kailan dapat magsara ang parke?"),
        ] {
            assert_eq!(rules(lang, role, text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn one_picture_after_the_thanks_carries_no_meaning_but_costs_a_part() {
        assert_eq!(rules("en", Role::End, "Thank you \u{1f33f}"), ["dear-sign"]);
        assert_eq!(rules("ar", Role::End, "شكراً \u{1f33f}"), Vec::<&str>::new());
        assert_eq!(rules("en", Role::End, "\u{1f33f} Thank you"), ["pictures"]);
    }

    #[test]
    fn a_placeholder_inside_a_word_or_beside_another_is_found() {
        for source in ["ال{{place}}", "{{place}}s", "a {{one}}{{two}}", "{{a}} x{{b}}"] {
            assert!(glued(source).is_some(), "{source}");
        }
        for source in
            ["{{entity}}: {{question}}", "In {{place}}?", "({{a}}, {{b}})", "{{place}}-এর", "no"]
        {
            assert_eq!(glued(source), None, "{source}");
        }
    }
}
