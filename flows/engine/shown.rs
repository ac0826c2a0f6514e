//! What a resident sees of a question: its options in their order.

use std::borrow::Cow;

use crate::flow::{Ask, Step};
use crate::session::Session;

/// The question as this resident sees it. With `shuffle` its options stand in an order that is theirs: the
/// same each time it is asked and in every language, so that "2" is always what they saw as 2.
#[must_use]
pub fn shown<'s>(step: &'s Step, session: &Session) -> Option<Cow<'s, Ask>> {
    let ask = step.ask.as_ref()?;
    if !step.shuffle {
        return Some(Cow::Borrowed(ask));
    }
    let mut ask = ask.clone();
    if let Some(options) = ask.options_mut() {
        let own = session.seed.as_ref().unwrap_or(&session.identity.submission);
        shuffle(options, seed(own, &step.id));
    }
    Some(Cow::Owned(ask))
}

/// FNV-1a over both names: a submission's id is random, so its hash is as good as chance.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
fn seed(submission: &str, step: &str) -> u64 {
    let bytes = submission.bytes().chain([b'/']).chain(step.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Fisher and Yates, with the splitmix64 generator.
fn shuffle(options: &mut [String], mut state: u64) {
    for at in (1..options.len()).rev() {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let with = mixed % (at as u64 + 1);
        options.swap(at, usize::try_from(with).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_as_likely_as_another() {
        let mut firsts = [0u32; 3];
        for n in 0..3000 {
            let mut options: Vec<String> = ["0", "1", "2"].map(str::to_owned).to_vec();
            shuffle(&mut options, seed(&format!("01JD{n:06}"), "choice"));
            let first: usize = options[0].parse().unwrap();
            firsts[first] += 1;
        }
        assert!(firsts.iter().all(|n| (850..1150).contains(n)), "{firsts:?}");
    }
}
