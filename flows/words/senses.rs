//! What a word can mean.

/// How sure a word's meaning is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Certainty {
    /// It does not mean this.
    #[default]
    No,
    /// Ask back.
    Likely,
    /// Counts.
    Sure,
}

/// Roles of a word in a sentence, as bits: a word may have several ("no" corrects, too).
pub(crate) mod role {
    /// Those that matter only where a day is asked for: elsewhere "last" and "morning" are plain words.
    pub(crate) const OF_DATES: u64 = DAY_UNIT
        | WEEK_UNIT
        | MONTH_UNIT
        | AGO
        | WITHIN
        | AFTER
        | NEXT
        | DAY_UNCLEAR
        | CALENDAR
        | CLOCK;
    pub(crate) const LAST: u64 = 1;
    pub(crate) const MIDDLE: u64 = 1 << 1;
    pub(crate) const ALL: u64 = 1 << 2;
    pub(crate) const BOTH: u64 = 1 << 3;
    pub(crate) const OR: u64 = 1 << 4;
    pub(crate) const AND: u64 = 1 << 5;
    pub(crate) const CORRECTION: u64 = 1 << 6;
    pub(crate) const NEGATION: u64 = 1 << 7;
    pub(crate) const HEDGE: u64 = 1 << 8;
    pub(crate) const ABOUT: u64 = 1 << 9;
    pub(crate) const BOUND: u64 = 1 << 10;
    pub(crate) const ZERO: u64 = 1 << 11;
    pub(crate) const MINUS: u64 = 1 << 12;
    pub(crate) const OUT_OF: u64 = 1 << 13;
    pub(crate) const STAR: u64 = 1 << 14;
    pub(crate) const COURTESY: u64 = 1 << 15;
    pub(crate) const FILLER: u64 = 1 << 16;
    pub(crate) const NEITHER: u64 = 1 << 17;
    pub(crate) const AMOUNT: u64 = 1 << 18;
    /// Two offered languages read it differently.
    pub(crate) const CONFLICT: u64 = 1 << 19;
    pub(crate) const CONDITION: u64 = 1 << 20;
    /// "4 of 5" with the words the other way round: 5 में से 4.
    pub(crate) const FROM: u64 = 1 << 21;
    pub(crate) const RANGE: u64 = 1 << 22;
    pub(crate) const DAY_UNIT: u64 = 1 << 23;
    pub(crate) const WEEK_UNIT: u64 = 1 << 24;
    pub(crate) const MONTH_UNIT: u64 = 1 << 25;
    pub(crate) const AGO: u64 = 1 << 26;
    pub(crate) const WITHIN: u64 = 1 << 27;
    pub(crate) const AFTER: u64 = 1 << 28;
    pub(crate) const NEXT: u64 = 1 << 29;
    /// Both yesterday and tomorrow, as kal is.
    pub(crate) const DAY_UNCLEAR: u64 = 1 << 30;
    /// A month of another calendar.
    pub(crate) const CALENDAR: u64 = 1 << 31;
    /// Time of day: left out of a date.
    pub(crate) const CLOCK: u64 = 1 << 32;
    /// Read only in a session of its own language: in others the letters are another word.
    pub(crate) const AT_HOME: u64 = 1 << 33;
}

/// Everything a phrase can mean in a language.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Senses {
    pub yes: Certainty,
    pub no: Certainty,
    pub unsure: Certainty,
    pub agree: Certainty,
    pub disagree: Certainty,
    pub pass: Certainty,
    pub number: Option<(i64, Certainty)>,
    pub ordinal: Option<(i64, Certainty)>,
    /// A word of amount that multiplies: 1000, 100 000.
    pub times: Option<i64>,
    /// Days from today.
    pub day: Option<i64>,
    /// 1 to 12.
    pub month: Option<i64>,
    /// 1 Monday to 7 Sunday.
    pub weekday: Option<i64>,
    pub roles: u64,
}

impl Senses {
    /// A word with nothing but a role.
    pub(crate) const fn of(roles: u64) -> Self {
        const NO: Certainty = Certainty::No;
        Self {
            yes: NO,
            no: NO,
            unsure: NO,
            agree: NO,
            disagree: NO,
            pass: NO,
            number: None,
            ordinal: None,
            times: None,
            day: None,
            month: None,
            weekday: None,
            roles,
        }
    }

    pub(crate) fn has(&self, role: u64) -> bool {
        self.roles & role != 0
    }

    /// Says yes, no, agree or the like.
    pub(crate) fn is_answer(&self) -> bool {
        let all = [self.yes, self.no, self.unsure, self.agree, self.disagree, self.pass];
        all.into_iter().any(|certainty| certainty > Certainty::No)
    }

    /// What it says of a day, with its numbers and what else it means.
    pub(super) fn beside(mut self, plain: &Self) -> Self {
        self.number = plain.number;
        self.ordinal = plain.ordinal;
        self.times = plain.times;
        self.no = plain.no;
        self.roles |= plain.roles;
        self
    }

    /// "No" between two answers, though the word might be a number as well: Persian نه is no, and perhaps nine.
    pub(crate) fn rather_corrects(&self) -> bool {
        self.has(role::CORRECTION)
            && self.number.is_some_and(|(_, certainty)| certainty != Certainty::Sure)
    }

    /// A day, a weekday or a month.
    pub(crate) fn names_a_day(&self) -> bool {
        self.day.or(self.month).or(self.weekday).is_some()
    }

    /// Adds another language's senses; a contradiction is marked.
    pub(super) fn merge(&mut self, other: &Self) {
        let was_answer = self.yes.max(self.no).max(self.unsure) > Certainty::No;
        let is_answer = other.yes.max(other.no).max(other.unsure) > Certainty::No;
        let same = (self.yes > Certainty::No) == (other.yes > Certainty::No)
            && (self.no > Certainty::No) == (other.no > Certainty::No);
        let number = |s: &Self| s.number.map(|(n, _)| n);
        if (was_answer && is_answer && !same)
            || (number(self).is_some() && number(other).is_some() && number(self) != number(other))
        {
            self.roles |= role::CONFLICT;
        }
        self.yes = self.yes.max(other.yes);
        self.no = self.no.max(other.no);
        self.unsure = self.unsure.max(other.unsure);
        self.number = self.number.or(other.number);
        self.agree = self.agree.max(other.agree);
        self.disagree = self.disagree.max(other.disagree);
        self.pass = self.pass.max(other.pass);
        self.ordinal = self.ordinal.or(other.ordinal);
        self.times = self.times.or(other.times);
        self.day = self.day.or(other.day);
        self.month = self.month.or(other.month);
        self.weekday = self.weekday.or(other.weekday);
        self.roles |= other.roles;
    }

    /// Nothing is sure any more.
    pub(super) fn soften(&mut self) {
        let answers = [
            &mut self.yes,
            &mut self.no,
            &mut self.unsure,
            &mut self.agree,
            &mut self.disagree,
            &mut self.pass,
        ];
        for c in answers {
            *c = (*c).min(Certainty::Likely);
        }
        for n in [&mut self.number, &mut self.ordinal].into_iter().flatten() {
            n.1 = n.1.min(Certainty::Likely);
        }
    }
}
