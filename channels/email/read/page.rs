//! HTML becomes text: blocks become lines, quotations get their `> `, what is hidden is left out. One pass, nothing
//! is loaded, nothing is run.

use mail_parser::decoders::html::add_html_token;

/// What lies in these is no text.
const UNSEEN: [&str; 7] = ["style", "script", "head", "title", "template", "noscript", "svg"];
/// These end a line.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "br",
    "li",
    "tr",
    "table",
    "blockquote",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "center",
];
/// Around these stands an empty line.
const PARAGRAPHS: [&str; 8] = ["p", "blockquote", "h1", "h2", "h3", "h4", "ul", "ol"];
/// These never have an end tag.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area"];
/// Names of classes and ids by which mail programs mark what they quote.
const QUOTES: [&str; 6] = [
    "gmail_quote",
    "yahoo_quoted",
    "moz-cite-prefix",
    "divrplyfwdmsg",
    "appendonsend",
    "protonmail_quote",
];
/// The longest name of a character.
const LONGEST_ENTITY: usize = 32;

/// Why a stretch of the page is told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Unseen,
    Quoted,
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Open stretches: the tag that began each, how many of the same name are open in it, what it is.
    open: Vec<(String, usize, Stretch)>,
    line_is_empty: bool,
    wants_space: bool,
}

/// The text of a page.
pub(super) fn text(html: &str) -> String {
    let mut writer = Writer { line_is_empty: true, ..Writer::default() };
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        writer.words(before);
        let Some(after) = after_tag(from) else {
            rest = "";
            break;
        };
        writer.tag(from.get(1..from.len() - after.len()).unwrap_or_default());
        rest = after;
    }
    writer.words(rest);
    tidy(&writer.out)
}

/// What follows a tag, comment or the like; `None` if it never ends.
fn after_tag(from: &str) -> Option<&str> {
    if let Some(comment) = from.strip_prefix("<!--") {
        return comment.split_once("-->").map(|(_, after)| after);
    }
    let mut quote = None;
    for (at, c) in from.char_indices().skip(1) {
        match (quote, c) {
            (None, '>') => return from.get(at + 1..),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    // A quotation mark that is never closed: then the first `>` will do.
    from.split_once('>').map(|(_, after)| after)
}

impl Writer {
    fn unseen(&self) -> bool {
        self.open.iter().any(|(.., stretch)| *stretch == Stretch::Unseen)
    }

    fn words(&mut self, text: &str) {
        if self.unseen() {
            return;
        }
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c == '&'
                && let Some(end) = rest.bytes().take(LONGEST_ENTITY).position(|b| b == b';')
            {
                let mut decoded = String::new();
                add_html_token(
                    &mut decoded,
                    rest.as_bytes().get(..=end).unwrap_or_default(),
                    false,
                );
                decoded.chars().for_each(|c| self.letter(c));
                rest = rest.get(end + 1..).unwrap_or_default();
                continue;
            }
            self.letter(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }

    fn letter(&mut self, c: char) {
        if c.is_whitespace() {
            self.wants_space = !self.line_is_empty;
            return;
        }
        if self.line_is_empty {
            let quoted = self.open.iter().any(|(.., stretch)| *stretch == Stretch::Quoted);
            self.out.push_str(if quoted { "> " } else { "" });
        } else if self.wants_space {
            self.out.push(' ');
        }
        self.out.push(c);
        self.line_is_empty = false;
        self.wants_space = false;
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.line_is_empty = true;
        self.wants_space = false;
    }

    fn tag(&mut self, inside: &str) {
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let name: String =
            inside.chars().take_while(char::is_ascii_alphanumeric).take(16).collect();
        let name = name.to_ascii_lowercase();
        if name.is_empty() {
            return;
        }
        let blocks = BLOCKS.contains(&name.as_str()) && !self.unseen();
        if blocks {
            if !self.line_is_empty || name == "br" {
                self.line();
            }
            if PARAGRAPHS.contains(&name.as_str()) {
                self.line();
            }
        }
        if VOID.contains(&name.as_str()) || inside.ends_with('/') {
            return;
        }
        match self.open.last_mut().filter(|(own, ..)| *own == name) {
            Some((_, depth, _)) if closes => {
                *depth -= 1;
                if *depth == 0 {
                    self.open.pop();
                }
                return;
            }
            Some((_, depth, stretch)) if *stretch == Stretch::Unseen => {
                *depth += 1;
                return;
            }
            _ if closes => return,
            _ => {}
        }
        match stretch(&name, inside) {
            // No page has so many on purpose.
            Some(stretch) if self.open.len() < 64 => self.open.push((name, 1, stretch)),
            _ => {
                if let Some((_, depth, _)) = self.open.last_mut().filter(|(own, ..)| *own == name) {
                    *depth += 1;
                }
            }
        }
    }
}

fn stretch(name: &str, inside: &str) -> Option<Stretch> {
    if UNSEEN.contains(&name) {
        return Some(Stretch::Unseen);
    }
    let attributes: String = inside
        .chars()
        .take(2_000)
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    if ["display:none", "visibility:hidden", "font-size:0px", "font-size:0;"]
        .iter()
        .any(|hidden| attributes.contains(hidden))
    {
        return Some(Stretch::Unseen);
    }
    let quoted = name == "blockquote" || QUOTES.iter().any(|mark| attributes.contains(mark));
    quoted.then_some(Stretch::Quoted)
}

/// No more than one empty line in a row, none at the ends.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_lines_and_what_is_hidden_is_left_out() {
        let page = "<html><head><title>x</title><style>p{}</style></head><body><p>One &amp; two&nbsp;&eacute;</p>\
                    <div style='display: none'>secret <div>deep</div> tail</div><div>Three<br>four</div><img src=x></body>";
        assert_eq!(text(page), "One & two é\n\nThree\nfour");
    }

    #[test]
    fn quotations_get_their_mark() {
        let page = "<div dir=ltr>2</div><br><div class=\"gmail_quote\"><div>On Monday wrote:</div><blockquote>\
                    <p>When?</p></blockquote></div><p>after</p>";
        assert_eq!(text(page), "2\n\n> On Monday wrote:\n\n> When?\n\nafter");
    }

    #[test]
    fn broken_pages_come_to_an_end() {
        for page in [
            "<",
            "<a",
            "<a href=\"",
            "a < b",
            "<!-- ",
            "&",
            "&;",
            "&#xffffffff;",
            "<<<<<",
            "</p></p>",
        ] {
            let _ = text(page);
        }
        assert_eq!(text("5 > 3 &unknown; &"), "5 > 3 &unknown; &");
    }
}
