//! What the resident wrote, without what their program added: cut at our own marker line first, then by what
//! mail programs are known to write. Where in doubt, more is kept: understanding looks at it again, and a person can
//! read a word too many, but not one that is gone.

use super::phrases::{ANSWERS, FIELDS, ON, ORIGINAL, SENT_FROM, WROTE, WROTE_TOO};
use super::{LONGEST_TEXT, clipped};
use crate::email::letter::MARKER;

/// Longest line that announces a quotation, in bytes, over all the lines it may run over.
const LONGEST_ANNOUNCEMENT: usize = 400;
/// Most lines of a mail that are looked at.
const MOST_LINES: usize = 20_000;

/// Cuts a mail's words down to its writer's own.
pub(in super::super) fn cut(text: &str) -> String {
    let lines: Vec<&str> = text.lines().take(MOST_LINES).map(str::trim_end).collect();
    let marked = lines.iter().position(|line| is_marker(line));
    let quoted = marked.and_then(|at| lines.get(at)).is_some_and(|line| line.starts_with('>'));
    let above = marked.and_then(|at| lines.get(..at)).map(own);
    let above = above.map(|own| if quoted { unannounced(own) } else { own });
    let own = match above {
        Some(own) if !own.is_empty() => own,
        // Written below what is quoted.
        _ => {
            let unmarked: Vec<&str> =
                lines.iter().copied().filter(|line| !is_marker(line)).collect();
            own(&unmarked)
        }
    };
    let quotes = marked.is_some() || lines.iter().any(|line| line.starts_with('>'));
    // Everything cut, and nothing that is surely a quotation: the cut was wrong.
    let kept = if own.is_empty() && !quotes { lines.join("\n").trim().to_owned() } else { own };
    clipped(&kept, LONGEST_TEXT).to_owned()
}

/// True if a subject only repeats that of a letter before.
pub(in super::super) fn answers(subject: &str) -> bool {
    let subject = plain(subject);
    ANSWERS.iter().any(|word| subject.starts_with(word))
}

/// Our marker is the first line of a letter: the line with a colon right above its quotation announces it, whatever the
/// program and its language are.
fn unannounced(own: String) -> String {
    match own.trim_end().rsplit_once('\n') {
        Some((words, last)) if last.ends_with([':', '：']) => words.trim_end().to_owned(),
        _ => own,
    }
}

fn is_marker(line: &str) -> bool {
    line.find(MARKER.0).is_some_and(|at| line.get(at..).is_some_and(|l| l.contains(MARKER.1)))
}

fn own(lines: &[&str]) -> String {
    let plainer: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    let announced = announcements(&plainer);
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while let (Some(line), Some(plain)) = (lines.get(at), plainer.get(at)) {
        if let Some((_, end)) = announced.iter().find(|(start, _)| *start == at) {
            let next = plainer.iter().skip(end + 1).find(|line| !line.is_empty());
            if next.is_some_and(|next| next.starts_with('>')) {
                at = end + 1;
                continue;
            }
            break;
        }
        if ends_all(&plainer, at) {
            break;
        }
        // A lone ">4" is no quotation; beside other lines it is.
        let quoted = plain.starts_with('>') && lines.len() > 1;
        if !quoted && !SENT_FROM.iter().any(|phrase| plain.starts_with(phrase)) {
            kept.push(line);
        }
        at += 1;
    }
    kept.join("\n").trim().to_owned()
}

/// A signature, or a quotation that is not marked line by line, begins here.
fn ends_all(lines: &[String], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return true };
    if line == "--" || line == "—" {
        return true;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '_' | '*' | '=' | ' ' | ':'));
    let dashed = line.starts_with("--") || line.starts_with("__") || line.starts_with("begin");
    if dashed && ORIGINAL.iter().any(|phrase| bare.starts_with(phrase)) {
        return true;
    }
    let rule = line.len() >= 10 && line.chars().all(|c| matches!(c, '_' | '-'));
    let from = if rule { at + 1 } else { at };
    let fields = lines
        .iter()
        .skip(from)
        .filter(|line| !line.is_empty())
        .take(5)
        .take_while(|line| is_field(line))
        .count();
    fields >= 3
}

/// `From: …`, in any language.
fn is_field(line: &str) -> bool {
    let line = line.trim_start_matches(['*', '>', ' ']);
    let Some((name, _)) = line.split_once([':', '：']) else { return false };
    let name = name.trim_matches(['*', ' ']);
    FIELDS.contains(&name)
}

/// First and last lines of what announces a quotation: "On Monday, 3 June 2026, Anna <anna@…> wrote:".
fn announcements(lines: &[String]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (end, line) in lines.iter().enumerate() {
        let closes = line.ends_with([':', '：'])
            || WROTE.iter().chain(&WROTE_TOO).any(|word| line.ends_with(word));
        if !closes || line.starts_with('>') {
            continue;
        }
        // The shortest that will do: what stands above is the resident's.
        for start in (end.saturating_sub(2)..=end).rev() {
            let Some(part) = lines.get(start..=end) else { break };
            if part.iter().any(String::is_empty) {
                break;
            }
            let whole = part.join(" ");
            let opens = start == end || opens(part.first().map_or("", String::as_str));
            if whole.len() <= LONGEST_ANNOUNCEMENT && opens && announces(&whole) {
                found.push((whole_of(lines, start), end));
                break;
            }
        }
    }
    found
}

/// Where the announcement really begins: its last line alone may look like one, with the date in the lines above.
fn whole_of(lines: &[String], start: usize) -> usize {
    let on = |at: usize| lines.get(at).is_some_and(|line| ON.iter().any(|w| line.starts_with(w)));
    let full = |at: usize| lines.get(at).is_some_and(|line| !line.is_empty());
    let dated = |at: usize| lines.get(at).is_some_and(|line| opens(line));
    let above = (start.saturating_sub(2)..start).rev().take_while(|at| full(*at));
    let begins = above.filter(|at| on(*at) && dated(*at)).last();
    if on(start) { start } else { begins.unwrap_or(start) }
}

/// A line that goes on in the next begins like an announcement, or with a date.
fn opens(line: &str) -> bool {
    let digits = line.chars().filter(|c| c.is_numeric()).count();
    digits >= 3 && line.len() >= 10 || ON.iter().any(|word| line.starts_with(word))
}

fn announces(whole: &str) -> bool {
    let digits = whole.chars().filter(|c| c.is_numeric()).count();
    let mailbox = whole.contains('@');
    let wrote = WROTE.iter().chain(&WROTE_TOO).any(|word| whole.contains(word));
    let on = ON.iter().any(|word| whole.starts_with(word));
    (wrote && (mailbox || digits >= 6 || on && digits >= 3)) || (mailbox && digits >= 4)
}

/// For comparison: small letters, no marks of direction, ordinary spaces.
fn plain(line: &str) -> String {
    let kept = line.chars().filter(|c| {
        !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    });
    let spaced: String = kept.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    spaced.trim().to_lowercase()
}
