//! What a campaign may change in a flow: which parts it leaves out, and whether its own options are sound.

use super::parse::is_id;
use super::{Flow, Step, Target};

/// Most options of a list, as in a flow file.
const MOST: usize = 20;

impl Flow {
    /// Leaves out parts that residents may skip anyway (`optional = true`); a reaction with all its statements.
    ///
    /// # Errors
    /// The part and what is wrong: there is none, it is needed, or what stays hangs on it. The flow is then unchanged.
    pub fn leave_out(&mut self, parts: &[&str]) -> Result<(), (String, String)> {
        for part in parts {
            let mut named = self.steps.iter().filter(|step| step.section == *part).peekable();
            if named.peek().is_none() {
                return Err(((*part).to_owned(), format!("the flow has no step `{part}`")));
            }
            if named.any(|step| !step.optional) {
                return Err((
                    (*part).to_owned(),
                    format!("`{part}` cannot be left out: it is not optional"),
                ));
            }
        }
        let is_out = |step: &Step| parts.contains(&step.section.as_str());
        for step in self.steps.iter().filter(|step| !is_out(step)) {
            let gone =
                self.steps.iter().filter(|step| is_out(step)).find(|gone| hangs_on(step, gone));
            if let Some(gone) = gone {
                let what =
                    format!("`{}` cannot be left out: `{}` hangs on it", gone.section, step.id);
                return Err((gone.section.clone(), what));
            }
        }
        self.steps.retain(|step| !parts.contains(&step.section.as_str()));
        Ok(())
    }

    /// Conditions that no answer can fulfil any more, as other options took the place of those they name:
    /// the step that has the condition, the step it asks about, and the code.
    #[must_use]
    pub fn unfulfillable(&self) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        for step in &self.steps {
            let when =
                step.when.iter().flat_map(|(id, codes)| codes.iter().map(move |code| (id, code)));
            let goto = step.goto.iter().map(|(code, _)| (&step.id, code));
            for (id, code) in when.chain(goto) {
                let ask = self.step(id).and_then(|step| step.ask.as_ref());
                if ask.is_none_or(|ask| !ask.has_code(code)) {
                    found.push((step.id.clone(), id.clone(), code.clone()));
                }
            }
        }
        found
    }
}

fn hangs_on(step: &Step, gone: &Step) -> bool {
    let leads = |target: &Target| *target == Target::Step(gone.id.clone());
    step.when.iter().any(|(id, _)| *id == gone.id)
        || step.goto.iter().any(|(_, target)| leads(target))
        || step.next.as_ref().is_some_and(leads)
}

/// Codes of a list: well written, each once, and not more than can be read.
pub(super) fn check_codes(id: &str, codes: &[String]) -> Result<(), String> {
    if codes.len() > MOST {
        return Err(format!("`{id}` has {} options, {MOST} at most", codes.len()));
    }
    for (at, code) in codes.iter().enumerate() {
        if !is_id(code) {
            return Err(format!("`{code}` is no good code: small letters, digits and `-`"));
        }
        if codes.iter().take(at).any(|earlier| earlier == code) {
            return Err(format!("`{code}` is there twice in `{id}`"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::Flow;
    use crate::source::Faults;

    fn flow() -> Flow {
        let text = "id = \"f\"\nversion = 1\nkind = \"poll\"\ntitle = \"t\"\n\
            [[step]]\nid = \"use\"\nask = \"choice\"\noptions = [\"a\", \"b\"]\noptional = true\n\
            [[step]]\nid = \"how\"\nask = \"text\"\nwhen = { use = [\"a\"] }\noptional = true\n\
            [[step]]\nid = \"score\"\nask = \"rating\"\n";
        let mut faults = Faults::default();
        Flow::parse("f.toml", text, &mut faults).unwrap_or_else(|| panic!("{faults}"))
    }

    fn left(flow: &Flow) -> Vec<&str> {
        flow.steps.iter().map(|step| step.id.as_str()).collect()
    }

    #[test]
    fn what_may_be_skipped_may_be_left_out_and_nothing_else() {
        let mut own = flow();
        own.leave_out(&["how"]).unwrap();
        assert_eq!(left(&own), ["use", "score"]);
        let (part, what) = flow().leave_out(&["score"]).unwrap_err();
        assert_eq!(part, "score");
        assert!(what.contains("not optional"), "{what}");
        assert!(flow().leave_out(&["why"]).unwrap_err().1.contains("no step"));
    }

    #[test]
    fn what_another_step_hangs_on_goes_only_together_with_it() {
        let mut own = flow();
        assert!(own.leave_out(&["use"]).unwrap_err().1.contains("`how` hangs on it"));
        assert_eq!(left(&own), ["use", "how", "score"], "unchanged");
        own.leave_out(&["use", "how"]).unwrap();
        assert_eq!(left(&own), ["score"]);
    }

    #[test]
    fn a_condition_on_options_that_are_gone_is_found() {
        let mut own = flow();
        assert_eq!(own.unfulfillable(), []);
        own.replace_options("use", vec!["b".into(), "c".into()]).unwrap();
        assert_eq!(own.unfulfillable(), [("how".into(), "use".into(), "a".into())]);
    }

    #[test]
    fn codes_of_ones_own_are_well_written_and_each_once() {
        for (codes, what) in [(vec!["a", "a"], "twice"), (vec!["A b"], "no good code")] {
            let codes = codes.into_iter().map(str::to_owned).collect();
            let said = flow().replace_options("use", codes).unwrap_err();
            assert!(said.contains(what), "{said}");
        }
        let many = (0..30).map(|n| format!("o{n}")).collect();
        assert!(flow().replace_options("use", many).unwrap_err().contains("at most"));
    }
}
