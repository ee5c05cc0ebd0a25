//! The result as a growth plan in Markdown: to keep, to work through, and to bring to a conversation.

use crate::assessment::answers::Answers;
use crate::assessment::focus::{self, Focus, Plan};
use crate::assessment::framework::{AdviceKind, Framework, IndicatorIndex};
use crate::assessment::scoring::Assessment;
use crate::words::{self, ResultWords};

/// Writes the growth plan. The date, such as `2026-11-22`, is the day on which it was made.
#[must_use]
pub fn write(
    words: &ResultWords,
    framework: &Framework,
    answers: &Answers,
    assessment: &Assessment,
    date: &str,
) -> String {
    let plan = focus::plan(framework, answers, assessment);
    let mut page = Page { words, framework, blocks: Vec::new() };
    page.opening(answers, assessment, &plan, date);
    page.reading();
    page.focus(&plan, assessment);
    page.notes(answers);
    page.strengths(assessment);
    page.limits();
    page.source();
    let mut text = page.blocks.join("\n\n");
    text.push('\n');
    text
}

/// The blocks of the plan: headings, paragraphs and lists, with an empty line between them.
struct Page<'a> {
    words: &'a ResultWords,
    framework: &'a Framework,
    blocks: Vec<String>,
}

impl Page<'_> {
    fn opening(&mut self, answers: &Answers, assessment: &Assessment, plan: &Plan, date: &str) {
        let (words, framework) = (self.words, self.framework);
        self.heading("#", &(words.plan_title)(&framework.title));
        self.paragraph(&format!("{date} · {}", words.product));
        self.blocks.push(format!("**{}**", escape(&words::headline(words, framework, assessment))));
        if let Some(second) = words::second_line(words, framework, assessment) {
            self.paragraph(&second);
        }
        if let Some(caveat) = framework.lead_caveat() {
            self.paragraph(&words::limit(words.words, framework, caveat));
        }
        self.labelled(words.stands_between, "- ", &assessment.named.unmet);
        self.labelled(words.open_statements, "- ", &assessment.named.open);
        for note in words::notes(words, framework, answers, assessment, plan) {
            self.paragraph(&note);
        }
    }

    fn reading(&mut self) {
        let (words, rule) = (self.words, &self.framework.level_rule);
        self.heading("##", words.read_by);
        let whose = words::whose_rule(words.words, self.framework);
        self.blocks.push(format!("**{}.** {}", escape(whose), escape(&rule.text)));
        if let Some(roll_up) = words::roll_up(words, self.framework) {
            self.paragraph(roll_up);
        }
    }

    fn focus(&mut self, plan: &Plan, assessment: &Assessment) {
        let (words, framework) = (self.words, self.framework);
        if !assessment.applies {
            return;
        }
        self.heading("##", words.focus);
        if let Some(level) = plan.to {
            let name = &framework.level(level).name;
            self.paragraph(&match plan.kind {
                AdviceKind::Within => (words.focus_within)(name),
                AdviceKind::Across => (words.focus_toward)(name),
            });
        }
        if let Some(nothing_left) = words::nothing_left(words, framework, assessment, plan) {
            self.paragraph(&nothing_left);
        }
        for focus in &plan.focus {
            self.focus_entry(focus);
        }
        if !plan.advice.is_empty() {
            // Without this heading, general advice would appear under the last competency.
            self.heading("###", words.advice);
            self.advice(&plan.advice);
        }
        self.labelled(words.also_named, "- ", &plan.also_named);
        if assessment.target.low.is_none() {
            self.paragraph(words.source_ends);
        }
    }

    fn focus_entry(&mut self, focus: &Focus) {
        let (words, framework) = (self.words, self.framework);
        self.heading("###", &framework.competency(focus.step.competency).name);
        self.paragraph(&words::reason(words, framework, focus));
        let step = framework.step(focus.step);
        if let Some(change) = &step.change {
            let change = words::marked(words.words, framework, step.change_origin, change);
            self.blocks.push(format!("**{}:** {}", escape(words.what_changes), escape(&change)));
        }
        self.labelled(words.unmet_statements, "- [ ] ", &focus.unmet);
        if !focus.open.is_empty() {
            self.label(words.open_statements);
            let open = self.texts(&focus.open).into_iter().map(|text| format!("{text} ({})", words.open_mark));
            self.list("- [ ] ", &open.collect::<Vec<_>>());
        }
        self.labelled(words.optional_statements, "- [ ] ", &focus.optional);
        if !focus.advice.is_empty() {
            self.label(words.advice);
            self.advice(&focus.advice);
        }
    }

    /// Adds advice, each piece with a note on whose it is.
    fn advice(&mut self, advice: &[usize]) {
        let mut entries = Vec::new();
        for &place in advice {
            let advice = &self.framework.advice[place];
            let whose = words::whose_advice(self.words, self.framework, advice.stated);
            entries.push(format!("{} ({whose})", advice.text));
        }
        self.list("- ", &entries);
    }

    fn notes(&mut self, answers: &Answers) {
        let notes = answers.notes();
        if !notes.is_empty() {
            self.heading("##", self.words.your_notes);
        }
        for (competency, note) in notes {
            self.heading("###", &self.framework.competency(competency).name);
            self.blocks.push(quote(note));
        }
    }

    fn strengths(&mut self, assessment: &Assessment) {
        let lines = words::strengths(self.words, self.framework, assessment);
        if !lines.is_empty() {
            self.heading("##", self.words.strengths);
            self.list("- ", &lines);
        }
    }

    fn limits(&mut self) {
        let mut lines = Vec::new();
        for caveat in &self.framework.caveats {
            lines.push(words::limit(self.words.words, self.framework, caveat));
        }
        if !lines.is_empty() {
            self.heading("##", self.words.limits);
            self.list("- ", &lines);
        }
    }

    fn source(&mut self) {
        let words = self.words;
        self.heading("##", words.source);
        if let Some(attribution) = words::attribution(words.words, self.framework) {
            self.paragraph(&attribution);
        }
        if let Some(own_words) = words::own_words(words, self.framework) {
            self.paragraph(&format!("{own_words} {}", words.words.ours_hint));
        }
        self.paragraph(words.self_rating_caution);
    }

    fn texts(&self, indicators: &[IndicatorIndex]) -> Vec<String> {
        indicators.iter().map(|&indicator| self.framework.indicator(indicator).text.clone()).collect()
    }

    /// Adds statements under a label; adds nothing if there are none.
    fn labelled(&mut self, label: &str, mark: &str, indicators: &[IndicatorIndex]) {
        if !indicators.is_empty() {
            self.label(label);
            self.list(mark, &self.texts(indicators));
        }
    }

    fn heading(&mut self, marks: &str, text: &str) {
        self.blocks.push(format!("{marks} {}", escape(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.blocks.push(escape(text));
    }

    fn label(&mut self, text: &str) {
        self.blocks.push(format!("**{}:**", escape(text)));
    }

    fn list(&mut self, mark: &str, entries: &[String]) {
        let entries: Vec<_> = entries.iter().map(|entry| format!("{mark}{}", escape(entry))).collect();
        self.blocks.push(entries.join("\n"));
    }
}

/// Formats a note as a block quote that keeps its line breaks.
fn quote(note: &str) -> String {
    // In Markdown a single carriage return ends a line too.
    let lines = note.trim().split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let lines: Vec<_> = lines.map(escape).collect();
    let mut quote = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            // Two spaces at the end of a line keep the line break.
            let is_between_texts = !line.is_empty() && !lines[index - 1].is_empty();
            quote.push_str(if is_between_texts { "  \n" } else { "\n" });
        }
        quote.push('>');
        if !line.is_empty() {
            quote.push(' ');
            quote.push_str(line);
        }
    }
    quote
}

/// Escapes one line of text, so that Markdown shows it unchanged.
fn escape(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_control() || letter.is_whitespace());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut escaped = String::new();
    let mut letters = line.chars().enumerate();
    while let Some((index, letter)) = letters.next() {
        let has_meaning = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => true,
            // Formulas between two of them, and names that a viewer turns into links.
            '$' | '@' => true,
            // Emoji by name, such as `:tada:`.
            ':' => letters.clone().next().is_some_and(|(_, next)| next.is_alphanumeric()),
            // At the start of a line these begin a list or underline a heading, ...
            '-' | '+' | '=' => index == 0,
            // ... and so do these after a number.
            '.' | ')' => index == digits && digits > 0,
            // A reference such as `&lt;`.
            '&' => letters
                .clone()
                .find(|(_, each)| !each.is_ascii_alphanumeric() && *each != '#')
                .is_some_and(|(_, end)| end == ';'),
            _ => false,
        };
        if has_meaning {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
