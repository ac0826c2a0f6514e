//! `yes-no`, `consent` and `reaction`: for, against, neither.

use super::is_sure;
use crate::flow::Ask;
use crate::session::Value;
use crate::understand::piece::{Piece, Said};
use crate::understand::token::tokens;
use crate::understand::{Question, ReadAs, Reading, fold, without_mail};
use crate::words::{Certainty, Lexicon, Senses, role};

/// What was said: yes or agree, no or disagree, not sure or pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Unsure,
}

impl Answer {
    fn value(self) -> Value {
        let answer = match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unsure => "unsure",
        };
        Value::Answer { answer: answer.to_owned() }
    }

    fn reaction(self, statement: &str) -> Value {
        let reaction = match self {
            Self::Yes => "agree",
            Self::No => "disagree",
            Self::Unsure => "pass",
        };
        Value::Reaction { statement: statement.to_owned(), reaction: reaction.to_owned() }
    }
}

enum Item {
    Answer(Answer, Certainty, ReadAs),
    Correction,
    Negation,
    Or,
    /// "but", "if": what was said holds only under it.
    Condition,
    Other,
    /// Nothing after it can be sure.
    Spoilt,
}

/// Reads yes, no or not sure; 1, 2, 3 as they are shown.
pub(crate) fn read(said: &Said<'_>, unsure: bool) -> Reading {
    let Some((answer, certainty, read_as)) = decide(said) else { return misspelt(said, unsure) };
    if answer == Answer::Unsure && !unsure {
        return Reading::Unclear;
    }
    Reading::value_if(is_sure(certainty), answer.value(), read_as)
}

/// Reads agree, disagree or pass; yes and no are answers to "do you agree?".
pub(crate) fn react(said: &Said<'_>, statement: &str) -> Reading {
    let Some((answer, certainty, read_as)) = decide(said) else {
        return match misspelt_answer(said) {
            Some(answer) => {
                Reading::Confirm { value: answer.reaction(statement), read_as: ReadAs::Fuzzy }
            }
            None => Reading::Unclear,
        };
    };
    Reading::value_if(is_sure(certainty), answer.reaction(statement), read_as)
}

/// The reply to "Did you mean …? 1 Yes 2 No". `None` if it says neither, or is one of the universal words
/// that no yes or no is.
pub(crate) fn affirmed(question: &Question<'_>, reply: &str, lexicon: &Lexicon) -> Option<bool> {
    let reply = without_mail(reply);
    if reply.len() > 100 {
        return None;
    }
    let folded = fold(&reply);
    let tokens = tokens(&folded, lexicon.mixed());
    affirms(&Said::new(question, &reply, &folded, &tokens, lexicon))
}

/// Here a likely word is enough, if it is the whole reply.
fn affirms(said: &Said<'_>) -> Option<bool> {
    match decide(said)? {
        (Answer::Yes, Certainty::Sure, _) => Some(true),
        (Answer::No, Certainty::Sure, _) => Some(false),
        (answer, ..) => {
            let mut pieces = said.without_courtesy();
            let (Some(Piece::Phrase(..)), None) = (pieces.next(), pieces.next()) else {
                return None;
            };
            match answer {
                Answer::Yes => Some(true),
                Answer::No => Some(false),
                Answer::Unsure => None,
            }
        }
    }
}

fn decide(said: &Said<'_>) -> Option<(Answer, Certainty, ReadAs)> {
    let items = items(said)?;
    let mut answers: Vec<(usize, Answer, Certainty, ReadAs)> = Vec::new();
    let (mut correction, mut negation, mut other) = (None, None, 0);
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Answer(answer, certainty, read_as) => {
                answers.push((at, *answer, *certainty, *read_as));
            }
            Item::Correction => correction = Some(at),
            Item::Negation => negation = negation.or(Some(at)),
            Item::Condition => {
                // What follows a condition says no more than that there is one.
                other += 1;
                if !answers.is_empty() {
                    break;
                }
            }
            Item::Or | Item::Spoilt => return None,
            Item::Other => other += 1,
        }
    }
    let &(first_at, first, mut certainty, read_as) = answers.first()?;
    if answers.iter().any(|(_, answer, ..)| *answer != first) {
        // Yes and no: only a correction between them says which.
        let at = correction?;
        let (_, last, _, read_as) = *answers.last()?;
        let after = answers.iter().filter(|(i, ..)| *i > at);
        let before = answers.iter().filter(|(i, ..)| *i < at);
        let taken_back = before.clone().count() > 0
            && before.into_iter().all(|(_, answer, ..)| *answer != last)
            && after.clone().count() > 0
            && after.into_iter().all(|(_, answer, ..)| *answer == last);
        return (taken_back && negation.is_none()).then_some((last, Certainty::Likely, read_as));
    }
    if let Some(at) = negation {
        // "no, not at all" says no twice; "not no" and "yes, not that" say nothing.
        if first != Answer::No || at < first_at {
            return None;
        }
    }
    if answers.iter().any(|(_, _, c, _)| *c == Certainty::Likely) {
        certainty = certainty.min(answers.iter().map(|a| a.2).min()?);
    }
    if other > 0 || correction.is_some_and(|at| at > 0) {
        certainty = Certainty::Likely;
    }
    Some((first, certainty, read_as))
}

/// The reply in items; `None` if two languages read it differently.
fn items(said: &Said<'_>) -> Option<Vec<Item>> {
    let reacts = matches!(said.question.ask, Ask::Reaction { .. });
    let thumbs_alone = said.without_courtesy().all(|p| matches!(p, Piece::Mark(..)));
    let mut out: Vec<Item> = Vec::new();
    let mut corrects = Vec::new();
    for piece in said.without_courtesy() {
        match piece {
            Piece::Phrase(_, senses) => {
                if senses.has(role::CONFLICT) {
                    return None;
                }
                let answered = out.iter().any(|i| matches!(i, Item::Answer(..)));
                if senses.has(role::CORRECTION) && senses.no > Certainty::No {
                    corrects.push(out.len());
                }
                if let Some(item) = phrase(senses, answered, reacts) {
                    out.push(item);
                }
            }
            Piece::Number(token) => {
                let sign = token.minus || super::whole(token.text).is_none();
                out.push(match super::whole(token.text) {
                    Some(1) if !sign => Item::Answer(Answer::Yes, Certainty::Sure, ReadAs::Digit),
                    Some(2) if !sign => Item::Answer(Answer::No, Certainty::Sure, ReadAs::Digit),
                    Some(3) if !sign => {
                        Item::Answer(Answer::Unsure, Certainty::Sure, ReadAs::Digit)
                    }
                    _ => Item::Spoilt,
                });
            }
            Piece::Mark(mark, _) => {
                let item = sign(*mark).filter(|_| thumbs_alone);
                out.extend(item.map(|(answer, c)| Item::Answer(answer, c, ReadAs::Word)));
                if matches!(mark, '/' | '%' | '+' | '<' | '>') {
                    out.push(Item::Other);
                }
            }
            Piece::Option(index, _) => {
                let answer = [Answer::Yes, Answer::No, Answer::Unsure].into_iter().nth(*index)?;
                out.push(Item::Answer(answer, Certainty::Sure, ReadAs::OptionText));
            }
            Piece::Unknown(_) => out.push(Item::Other),
        }
    }
    take_back(&mut out, &corrects);
    Some(out)
}

/// "2 no 1": a "no" between two different answers takes the first one back.
fn take_back(items: &mut [Item], corrects: &[usize]) {
    for &at in corrects {
        let answer = |item: &Item| {
            if let Item::Answer(answer, ..) = item { Some(*answer) } else { None }
        };
        let before = items.get(..at).and_then(|before| before.iter().rev().find_map(answer));
        let after = items.get(at + 1..).and_then(|after| after.iter().find_map(answer));
        if before.is_some()
            && after.is_some()
            && before != after
            && let Some(item) = items.get_mut(at)
        {
            *item = Item::Correction;
        }
    }
}

fn phrase(senses: &Senses, answered: bool, reacts: bool) -> Option<Item> {
    let item = |answer, certainty| Some(Item::Answer(answer, certainty, ReadAs::Word));
    if reacts && let Some((answer, certainty)) = reaction(senses) {
        return item(answer, certainty);
    }
    if senses.unsure > Certainty::No {
        return item(Answer::Unsure, senses.unsure);
    }
    if senses.yes > Certainty::No {
        return item(Answer::Yes, senses.yes);
    }
    if senses.no > Certainty::No {
        return item(Answer::No, senses.no);
    }
    if let Some((number, certainty)) = senses.number {
        return match number {
            1 => item(Answer::Yes, certainty),
            2 => item(Answer::No, certainty),
            3 => item(Answer::Unsure, certainty),
            _ => Some(Item::Spoilt),
        };
    }
    if senses.has(role::CONDITION) {
        return Some(Item::Condition);
    }
    if senses.has(role::OR) {
        return Some(Item::Or);
    }
    if senses.has(role::NEGATION) {
        return Some(Item::Negation);
    }
    if senses.has(role::CORRECTION) {
        return Some(if answered { Item::Correction } else { Item::Other });
    }
    (!senses.has(role::FILLER)).then_some(Item::Other)
}

fn sign(mark: char) -> Option<(Answer, Certainty)> {
    match mark {
        '👍' | '✅' | '✔' => Some((Answer::Yes, Certainty::Sure)),
        '👎' | '❌' => Some((Answer::No, Certainty::Sure)),
        '👌' => Some((Answer::Yes, Certainty::Likely)),
        '🤷' => Some((Answer::Unsure, Certainty::Sure)),
        _ => None,
    }
}

/// What a phrase says of a statement. "Not sure" is likely a pass.
fn reaction(senses: &Senses) -> Option<(Answer, Certainty)> {
    let unsure = senses.unsure.min(Certainty::Likely);
    [
        (Answer::No, senses.disagree),
        (Answer::Yes, senses.agree),
        (Answer::Unsure, senses.pass.max(unsure)),
    ]
    .into_iter()
    .find(|(_, certainty)| *certainty > Certainty::No)
}

fn misspelt(said: &Said<'_>, unsure: bool) -> Reading {
    match misspelt_answer(said) {
        Some(Answer::Unsure) if !unsure => Reading::Unclear,
        Some(answer) => Reading::Confirm { value: answer.value(), read_as: ReadAs::Fuzzy },
        None => Reading::Unclear,
    }
}

fn misspelt_answer(said: &Said<'_>) -> Option<Answer> {
    let reacts = matches!(said.question.ask, Ask::Reaction { .. });
    super::misspelt(said, |senses| {
        if reacts && let Some((answer, _)) = reaction(senses) {
            return Some(answer);
        }
        match (senses.yes > Certainty::No, senses.no > Certainty::No, senses.unsure > Certainty::No)
        {
            (true, false, false) => Some(Answer::Yes),
            (false, true, false) => Some(Answer::No),
            (false, false, true) => Some(Answer::Unsure),
            _ => None,
        }
    })
}
