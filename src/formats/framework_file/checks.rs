//! Turns the file into a [`Framework`]. Every problem is noted, and none is guessed away.

use std::collections::BTreeSet;

use super::short_form::checksum;
use super::{AdviceFile, CaveatFile, CompetencyFile, FrameworkFile, IndicatorFile, LevelFile, SituationFile, StepFile};
use crate::assessment::framework::{
    Advice, AdviceKind, AnswerKind, Caveat, Competency, CompetencyIndex, Cumulative, Framework, Grouping, Indicator,
    IndicatorIndex, Level, LevelIndex, LevelRule, RuleKind, SituationKind, SituationOption, SituationQuestion, Step,
    StepRef, TextOrigin, Weight, Wording,
};
use crate::formats::problems::{Location, Problems};

use Location::{Entry, Item};

/// The length of the longest label that fits the radar, in characters.
const LABEL_CHARACTERS: usize = 18;
/// The minimum number of spokes in a radar.
const FEWEST_COMPETENCIES: usize = 3;
/// The last slot for a rating in a share link. With two ratings per character it stays below 2,000 characters.
const HIGHEST_SLOT: usize = 3_799;
/// The last slot for an answer to a situation question in a share link.
const HIGHEST_OPTION_SLOT: usize = 63;
/// The maximum number of situation questions: one short screen.
const MOST_QUESTIONS: usize = 3;

/// The rule of a file that names none, in the reader's words.
const DEFAULT_RULE: &str = "You are at a level when you show everything that it and the levels below it expect.";
/// The language of a file that names none.
const DEFAULT_LANGUAGE: &str = "en";

/// The ids that other parts of the file refer to.
struct Names {
    wording: Wording,
    levels: Vec<String>,
    /// The levels that the source describes.
    described: Vec<LevelIndex>,
    /// The level of each step, by competency.
    step_levels: Vec<Vec<LevelIndex>>,
    competencies: Vec<String>,
    indicators: Vec<String>,
    /// The options of each situation question, by question.
    questions: Vec<(String, Vec<String>)>,
}

impl Names {
    fn of(file: &FrameworkFile, problems: &mut Problems) -> Self {
        let levels: Vec<_> = file.levels.iter().map(|level| level.id.clone()).collect();
        let step_levels = step_levels(file, &levels, problems);
        let has_step = |index| step_levels.iter().flatten().any(|&level| level == LevelIndex(index));
        let is_described = |&index: &usize| {
            let level = &file.levels[index];
            level.described.unwrap_or_else(|| level.profile.is_some() || has_step(index))
        };
        let described = (0..levels.len()).filter(is_described).map(LevelIndex).collect();
        let options = |question: &SituationFile| question.options.iter().map(|option| option.id.clone()).collect();
        let steps = file.competencies.iter().flat_map(|competency| &competency.steps);
        Self {
            wording: file.wording.unwrap_or(Wording::Source),
            levels,
            described,
            step_levels,
            competencies: file.competencies.iter().map(|competency| competency.id.clone()).collect(),
            indicators: steps.flat_map(|step| &step.indicators).map(|indicator| indicator.id.clone()).collect(),
            questions: file
                .situation
                .iter()
                .flatten()
                .map(|question| (question.id.clone(), options(question)))
                .collect(),
        }
    }

    /// Returns the origin of the text before an entry. A text is its author's unless the file says otherwise. A
    /// framework in this project's wording must always state it, so that nothing of ours is taken for the author's.
    fn origin(&self, location: Location, name: &str, given: Option<TextOrigin>, problems: &mut Problems) -> TextOrigin {
        match (given, self.wording) {
            (Some(origin), _) => origin,
            (None, Wording::Source) => TextOrigin::Stated,
            (None, Wording::Project) => {
                problems.note(Entry(&location, name), "is missing, and the wording is the project’s");
                TextOrigin::Derived
            }
        }
    }

    /// Returns the level with an id. An unknown id is noted, and the first level is returned.
    fn level(&self, location: Location, id: &str, problems: &mut Problems) -> LevelIndex {
        LevelIndex(position(&self.levels, "level", location, id, problems))
    }

    fn competency(&self, location: Location, id: &str, problems: &mut Problems) -> CompetencyIndex {
        CompetencyIndex(position(&self.competencies, "competency", location, id, problems))
    }

    fn indicator(&self, location: Location, id: &str, problems: &mut Problems) -> IndicatorIndex {
        IndicatorIndex(position(&self.indicators, "statement", location, id, problems))
    }
}

/// Returns the level of each step, by competency: the one that the step names, otherwise the lowest one whose profile
/// expects the step, otherwise the one at the same position.
fn step_levels(file: &FrameworkFile, levels: &[String], problems: &mut Problems) -> Vec<Vec<LevelIndex>> {
    let location = Entry(&Location::File, "competencies");
    let mut all = Vec::new();
    for (index, competency) in file.competencies.iter().enumerate() {
        let location = Item(&location, index);
        let location = Entry(&location, "steps");
        let mut own = Vec::new();
        for (step, StepFile { level, .. }) in competency.steps.iter().enumerate() {
            let location = Item(&location, step);
            let location = Entry(&location, "level");
            let expects = |level: &LevelFile| {
                level
                    .profile
                    .as_ref()
                    .and_then(|profile| profile.get(&competency.id))
                    .is_some_and(|&steps| steps > step)
            };
            let has_profile = file.levels.iter().any(|level| level.profile.is_some());
            own.push(LevelIndex(match level {
                Some(id) => position(levels, "level", location, id, problems),
                None if has_profile => file.levels.iter().position(expects).unwrap_or(levels.len().saturating_sub(1)),
                None => {
                    if step >= levels.len() {
                        problems.note(location, "is missing, and there are fewer levels than steps");
                    }
                    step.min(levels.len().saturating_sub(1))
                }
            }));
        }
        all.push(own);
    }
    all
}

fn position(ids: &[String], thing: &str, location: Location, id: &str, problems: &mut Problems) -> usize {
    ids.iter().position(|known| known == id).unwrap_or_else(|| {
        problems.note(location, format_args!("there is no {thing} “{id}”"));
        0
    })
}

/// Notes an id that is not kebab-case or was seen before.
pub(in crate::formats) fn check_id(location: Location, id: &str, seen: &mut BTreeSet<String>, problems: &mut Problems) {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let location = Entry(&location, "id");
    if !id.split('-').all(|part| !part.is_empty() && part.chars().all(is_plain)) {
        problems.note(location, format_args!("“{id}” is not small letters, digits and single hyphens"));
    } else if seen.contains(id) {
        problems.note(location, format_args!("“{id}” is used twice"));
    }
    seen.insert(id.to_owned());
}

/// Notes a slot that does not fit into a share link, or that is already used.
fn check_slot(location: Location, slot: usize, highest: usize, taken: &mut BTreeSet<usize>, problems: &mut Problems) {
    let location = Entry(&location, "slot");
    if slot > highest {
        problems.note(location, format_args!("{slot} is more than {highest}"));
    }
    if !taken.insert(slot) {
        problems.note(location, format_args!("{slot} is used twice"));
    }
}

/// Creates the framework of a file. It is valid only if no problem was noted.
pub(super) fn framework(file: FrameworkFile, is_pinned: bool, problems: &mut Problems) -> Framework {
    if file.format == Some(0) {
        problems.note("format", "is 0, the first format is 1");
    }
    check_id(Location::File, &file.id, &mut BTreeSet::new(), problems);
    let names = Names::of(&file, problems);
    let caveats = caveats(file.caveats.unwrap_or_default(), problems);
    let level_rule = file.level_rule.unwrap_or_else(|| LevelRule {
        kind: RuleKind::Conjunctive,
        stated: false,
        text: DEFAULT_RULE.to_owned(),
    });
    let levels = levels(file.levels, level_rule.kind, &file.competencies, &names, problems);
    let (competencies, indicators) = competencies(file.competencies, &names, problems);
    let situation = situation(file.situation.unwrap_or_default(), &names, problems);
    Framework {
        id: file.id,
        revision: if is_pinned { file.revision.unwrap_or(1) } else { texts_checksum(&indicators, &situation) },
        is_pinned,
        title: file.title,
        language: file.language.unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned()),
        source: file.source,
        wording: names.wording,
        summary_origin: names.origin(Location::File, "summary_origin", file.summary_origin, problems),
        summary: file.summary.unwrap_or_default(),
        caveats,
        level_rule,
        levels,
        steps: steps_of_all(&competencies),
        competencies,
        indicators,
        situation,
        advice: advice(file.advice.unwrap_or_default(), &names, problems),
    }
}

/// Returns a checksum of every text that an answer is about. It tells a link that was made for other texts.
fn texts_checksum(indicators: &[Indicator], situation: &[SituationQuestion]) -> usize {
    let mut texts: Vec<&str> = indicators.iter().map(|indicator| indicator.text.as_str()).collect();
    texts.extend(situation.iter().flat_map(|question| &question.options).map(|option| option.text.as_str()));
    checksum(&texts.join("\n")) as usize
}

fn caveats(files: Vec<CaveatFile>, problems: &mut Problems) -> Vec<Caveat> {
    let location = Entry(&Location::File, "caveats");
    let mut caveats: Vec<Caveat> = Vec::new();
    for (index, file) in files.into_iter().enumerate() {
        let lead = file.lead.unwrap_or_default();
        if lead && let Some(first) = caveats.iter().position(|caveat| caveat.lead) {
            let what = format_args!("only one caveat can lead, and caveats[{first}] does");
            problems.note(Entry(&Item(&location, index), "lead"), what);
        }
        caveats.push(Caveat { text: file.text, stated: file.stated, lead });
    }
    caveats
}

fn levels(
    files: Vec<LevelFile>,
    rule: RuleKind,
    competencies: &[CompetencyFile],
    names: &Names,
    problems: &mut Problems,
) -> Vec<Level> {
    let location = Entry(&Location::File, "levels");
    match (rule, names.described.len()) {
        (RuleKind::Contrast, 2) | (RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Stages, 1..) => {}
        (RuleKind::Contrast, count) => {
            problems.note(location, format_args!("{count} are described, a contrast needs exactly 2"));
        }
        (RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Stages, _) => {
            problems.note(location, "none is described");
        }
    }
    let mut seen = BTreeSet::new();
    let level = |(index, file): (usize, LevelFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        Level {
            profile: profile(Entry(&location, "profile"), LevelIndex(index), &file, competencies, names, problems),
            id: file.id,
            name: file.name,
            aliases: file.aliases.unwrap_or_default(),
            summary_origin: names.origin(location, "summary_origin", file.summary_origin, problems),
            summary: file.summary.unwrap_or_default(),
            context: file.context.unwrap_or_default(),
        }
    };
    files.into_iter().enumerate().map(level).collect()
}

fn profile(
    location: Location,
    level: LevelIndex,
    file: &LevelFile,
    competencies: &[CompetencyFile],
    names: &Names,
    problems: &mut Problems,
) -> Option<Vec<usize>> {
    if !names.described.contains(&level) {
        if file.profile.as_ref().is_some_and(|profile| !profile.is_empty()) {
            problems.note(location, "must be empty, the level is not described");
        }
        return None;
    }
    let Some(entries) = &file.profile else {
        let up_to_here = |steps: &Vec<LevelIndex>| steps.iter().filter(|&&step| step <= level).count();
        return Some(names.step_levels.iter().map(up_to_here).collect());
    };
    for id in entries.keys() {
        names.competency(Entry(&location, id), id, problems);
    }
    let steps = |(index, competency): (usize, &CompetencyFile)| {
        let Some((id, steps)) = entries.get_key_value(&competency.id) else {
            problems.note(location, format_args!("“{}” is missing", competency.id));
            return 0;
        };
        let count = competency.steps.len();
        if *steps > count {
            problems
                .note(Entry(&location, id), format_args!("{steps} is more than the {count} steps of the competency"));
            return 0;
        }
        if steps.checked_sub(1).is_some_and(|step| names.step_levels[index][step] > level) {
            problems.note(Entry(&location, id), format_args!("step {steps} belongs to a higher level"));
        }
        *steps
    };
    Some(competencies.iter().enumerate().map(steps).collect())
}

fn steps_of_all(competencies: &[Competency]) -> Vec<StepRef> {
    let mut steps = Vec::new();
    for (index, competency) in competencies.iter().enumerate() {
        let competency_index = CompetencyIndex(index);
        steps.extend((0..competency.steps.len()).map(|step| StepRef { competency: competency_index, step }));
    }
    steps
}

/// The statements read so far, and the ids and slots that must not be used again.
#[derive(Default)]
struct Indicators {
    indicators: Vec<Indicator>,
    ids: BTreeSet<String>,
    slots: BTreeSet<usize>,
}

fn competencies(
    files: Vec<CompetencyFile>,
    names: &Names,
    problems: &mut Problems,
) -> (Vec<Competency>, Vec<Indicator>) {
    let location = Entry(&Location::File, "competencies");
    let count = files.len();
    if count < FEWEST_COMPETENCIES {
        problems.note(location, format_args!("there are {count}, a radar needs at least {FEWEST_COMPETENCIES}"));
    }
    let mut seen = BTreeSet::new();
    let mut reading = Indicators::default();
    let competency = |(index, file): (usize, CompetencyFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        // A soft hyphen is only a hint where a line may end.
        if let Some(label) = &file.label
            && label.replace('\u{ad}', "").chars().count() > LABEL_CHARACTERS
        {
            let what = format_args!("“{label}” is longer than {LABEL_CHARACTERS} characters");
            problems.note(Entry(&location, "label"), what);
        }
        steps(location, CompetencyIndex(index), file, names, &mut reading, problems)
    };
    let competencies = files.into_iter().enumerate().map(competency).collect();
    (competencies, reading.indicators)
}

fn steps(
    location: Location,
    competency: CompetencyIndex,
    file: CompetencyFile,
    names: &Names,
    reading: &mut Indicators,
    problems: &mut Problems,
) -> Competency {
    let summary_origin = names.origin(location, "summary_origin", file.summary_origin, problems);
    let location = Entry(&location, "steps");
    if file.steps.is_empty() {
        problems.note(location, "there is none");
    }
    let answer = file.answer.unwrap_or(AnswerKind::Rate);
    let mut steps: Vec<Step> = Vec::new();
    for (index, step) in file.steps.into_iter().enumerate() {
        let location = Item(&location, index);
        let level = names.step_levels[competency.0][index];
        if let Some(id) = &step.level {
            if !names.described.contains(&level) {
                problems.note(Entry(&location, "level"), format_args!("“{id}” is not described"));
            }
            if steps.last().is_some_and(|below| level <= below.level) {
                problems.note(Entry(&location, "level"), "is not above the level of the step before it");
            }
        }
        if answer == AnswerKind::Choose && step.indicators.len() > 1 {
            problems
                .note(Entry(&location, "indicators"), "there are several, and a step to choose has one description");
        }
        let is_lowest = names.described.first() == Some(&level);
        if step.change.is_none() && names.wording == Wording::Project && !is_lowest {
            problems.note(Entry(&location, "change"), "is missing above the lowest described level");
        }
        let start = reading.indicators.len();
        let at = StepRef { competency, step: index };
        let change_origin = match step.change {
            Some(_) => names.origin(location, "change_origin", step.change_origin, problems),
            None => TextOrigin::Stated,
        };
        indicators(Entry(&location, "indicators"), at, step.indicators, names, reading, problems);
        steps.push(Step {
            level,
            name: step.name,
            read: step.read.unwrap_or_default(),
            change: step.change,
            change_origin,
            indicators: start..reading.indicators.len(),
        });
    }
    Competency {
        id: file.id,
        label: file.label.unwrap_or_else(|| file.name.clone()),
        name: file.name,
        summary_origin,
        summary: file.summary.unwrap_or_default(),
        group: file.group,
        grouping: file.grouping.unwrap_or(Grouping::Source),
        cumulative: file.cumulative.unwrap_or(Cumulative::Assumed),
        answer,
        steps,
    }
}

fn indicators(
    location: Location,
    step: StepRef,
    files: Vec<IndicatorFile>,
    names: &Names,
    reading: &mut Indicators,
    problems: &mut Problems,
) {
    if files.iter().all(|indicator| indicator.weight == Some(Weight::Optional)) {
        problems.note(location, "none is expected, so the step could not be missed");
    }
    for (index, file) in files.into_iter().enumerate() {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut reading.ids, problems);
        check_slot(location, file.slot, HIGHEST_SLOT, &mut reading.slots, problems);
        reading.indicators.push(Indicator {
            id: file.id,
            slot: file.slot,
            text: file.text,
            examples: file.examples.unwrap_or_default(),
            weight: file.weight.unwrap_or(Weight::Expected),
            weight_origin: names.origin(location, "weight_origin", file.weight_origin, problems),
            granted: file.granted.unwrap_or_default(),
            path: file.path,
            source: file.source.unwrap_or_default(),
            step,
        });
    }
}

fn situation(files: Vec<SituationFile>, names: &Names, problems: &mut Problems) -> Vec<SituationQuestion> {
    let location = Entry(&Location::File, "situation");
    if files.len() > MOST_QUESTIONS {
        problems.note(location, format_args!("there are more than {MOST_QUESTIONS} questions"));
    }
    let (mut seen, mut slots) = (BTreeSet::new(), BTreeSet::new());
    let question = |(index, file): (usize, SituationFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        let options = options(Entry(&location, "options"), &file, names, &mut slots, problems);
        let origin = names.origin(location, "origin", file.origin, problems);
        SituationQuestion { origin, id: file.id, kind: file.kind, text: file.text, options }
    };
    files.into_iter().enumerate().map(question).collect()
}

fn options(
    location: Location,
    question: &SituationFile,
    names: &Names,
    slots: &mut BTreeSet<usize>,
    problems: &mut Problems,
) -> Vec<SituationOption> {
    if question.options.len() < 2 {
        problems.note(location, "there are fewer than 2 to choose from");
    }
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for (index, option) in question.options.iter().enumerate() {
        let location = Item(&location, index);
        check_id(location, &option.id, &mut seen, problems);
        check_slot(location, option.slot, HIGHEST_OPTION_SLOT, slots, problems);
        if option.path.is_some() && question.kind != SituationKind::Path {
            problems.note(Entry(&location, "path"), "is only for the options of a question of the kind path");
        }
        options.push(SituationOption {
            id: option.id.clone(),
            slot: option.slot,
            text: option.text.clone(),
            level: option.level.as_ref().map(|id| names.level(Entry(&location, "level"), id, problems)),
            wants: option.wants,
            path: option.path,
        });
    }
    options
}

fn advice(files: Vec<AdviceFile>, names: &Names, problems: &mut Problems) -> Vec<Advice> {
    let location = Entry(&Location::File, "advice");
    let mut seen = BTreeSet::new();
    let advice = |(index, file): (usize, AdviceFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        let from = file.from.as_ref().map(|id| names.level(Entry(&location, "from"), id, problems));
        let to = names.level(Entry(&location, "to"), &file.to, problems);
        if (file.kind == AdviceKind::Within) != (from == Some(to)) {
            let what = "advice within a level goes from that level to itself, advice across to another";
            problems.note(Entry(&location, "kind"), what);
        }
        let competency = file.competency.as_ref();
        Advice {
            from,
            to,
            kind: file.kind,
            competency: competency.map(|id| names.competency(Entry(&location, "competency"), id, problems)),
            when: when(Entry(&location, "when"), &file, names, problems),
            about: about(Entry(&location, "about"), &file, names, problems),
            text: file.text,
            stated: file.stated,
        }
    };
    files.into_iter().enumerate().map(advice).collect()
}

/// Returns the statements that advice recommends.
fn about(location: Location, advice: &AdviceFile, names: &Names, problems: &mut Problems) -> Vec<IndicatorIndex> {
    let ids = advice.about.iter().flatten().enumerate();
    ids.map(|(index, id)| names.indicator(Item(&location, index), id, problems)).collect()
}

/// Returns the situation answer that advice is for, as indices of the question and its option.
fn when(location: Location, advice: &AdviceFile, names: &Names, problems: &mut Problems) -> Option<(usize, usize)> {
    let when = advice.when.as_ref()?;
    let found = names.questions.iter().position(|(id, _)| *id == when.question).and_then(|question| {
        let option = names.questions[question].1.iter().position(|id| *id == when.option)?;
        Some((question, option))
    });
    if found.is_none() {
        let what = format_args!("there is no option “{}” of a question “{}”", when.option, when.question);
        problems.note(location, what);
    }
    found
}
