//! Turns the file into a [`Framework`]. Every problem is noted, and none is guessed away.

use super::{AdviceFile, CaveatFile, CompetencyFile, FrameworkFile, IndicatorFile, LevelFile, SituationFile};
use crate::assessment::framework::{
    Advice, AdviceKind, Caveat, Competency, CompetencyIndex, Framework, Indicator, IndicatorIndex, Level, LevelIndex,
    RuleKind, SituationKind, SituationOption, SituationQuestion, Step, StepRef, TextOrigin, Weight, Wording,
};
use crate::formats::problems::{Location, Problems};

use Location::{Entry, Item};

/// The length of the longest label that fits the radar, in characters.
const LABEL_CHARACTERS: usize = 18;
/// The minimum number of spokes in a radar.
const FEWEST_COMPETENCIES: usize = 3;
/// The last slot for a rating in a share link. With two ratings per character it stays below 500 characters.
const HIGHEST_SLOT: usize = 799;
/// The last slot for an answer to a situation question in a share link.
const HIGHEST_OPTION_SLOT: usize = 63;
/// The maximum number of situation questions: one short screen.
const MOST_QUESTIONS: usize = 3;

/// The ids that other parts of the file refer to.
struct Names {
    wording: Wording,
    levels: Vec<String>,
    /// The levels that the source describes.
    described: Vec<LevelIndex>,
    competencies: Vec<String>,
    indicators: Vec<String>,
    /// The options of each situation question, by question.
    questions: Vec<(String, Vec<String>)>,
}

impl Names {
    fn of(file: &FrameworkFile) -> Self {
        let described = file.levels.iter().enumerate().filter(|(_, level)| level.described);
        let options = |question: &SituationFile| question.options.iter().map(|option| option.id.clone()).collect();
        let steps = file.competencies.iter().flat_map(|competency| &competency.steps);
        Self {
            wording: file.wording.unwrap_or(Wording::Source),
            levels: file.levels.iter().map(|level| level.id.clone()).collect(),
            described: described.map(|(index, _)| LevelIndex(index)).collect(),
            competencies: file.competencies.iter().map(|competency| competency.id.clone()).collect(),
            indicators: steps.flat_map(|step| &step.indicators).map(|indicator| indicator.id.clone()).collect(),
            questions: file.situation.iter().map(|question| (question.id.clone(), options(question))).collect(),
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

fn position(ids: &[String], thing: &str, location: Location, id: &str, problems: &mut Problems) -> usize {
    ids.iter().position(|known| known == id).unwrap_or_else(|| {
        problems.note(location, format_args!("there is no {thing} “{id}”"));
        0
    })
}

/// Notes an id that is not kebab-case or was seen before.
pub(in crate::formats) fn check_id(location: Location, id: &str, seen: &mut Vec<String>, problems: &mut Problems) {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let location = Entry(&location, "id");
    if !id.split('-').all(|part| !part.is_empty() && part.chars().all(is_plain)) {
        problems.note(location, format_args!("“{id}” is not small letters, digits and single hyphens"));
    } else if seen.iter().any(|known| known == id) {
        problems.note(location, format_args!("“{id}” is used twice"));
    }
    seen.push(id.to_owned());
}

/// Notes a slot that does not fit into a share link, or that is already used.
fn check_slot(location: Location, slot: usize, highest: usize, taken: &mut Vec<usize>, problems: &mut Problems) {
    let location = Entry(&location, "slot");
    if slot > highest {
        problems.note(location, format_args!("{slot} is more than {highest}"));
    }
    if taken.contains(&slot) {
        problems.note(location, format_args!("{slot} is used twice"));
    }
    taken.push(slot);
}

/// Creates the framework of a file. It is valid only if no problem was noted.
pub(super) fn framework(file: FrameworkFile, problems: &mut Problems) -> Framework {
    if file.format == 0 {
        problems.note("format", "is 0, the first format is 1");
    }
    check_id(Location::File, &file.id, &mut Vec::new(), problems);
    let names = Names::of(&file);
    let caveats = caveats(file.caveats, problems);
    let levels = levels(file.levels, file.level_rule.kind, &file.competencies, &names, problems);
    let (competencies, indicators) = competencies(file.competencies, &names, problems);
    Framework {
        id: file.id,
        revision: file.revision,
        title: file.title,
        source: file.source,
        wording: names.wording,
        summary_origin: names.origin(Location::File, "summary_origin", file.summary_origin, problems),
        summary: file.summary,
        caveats,
        level_rule: file.level_rule,
        levels,
        steps: steps_of_all(&competencies),
        competencies,
        indicators,
        situation: situation(file.situation, &names, problems),
        advice: advice(file.advice, &names, problems),
    }
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
    let mut seen = Vec::new();
    let level = |(index, file): (usize, LevelFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        Level {
            profile: profile(Entry(&location, "profile"), LevelIndex(index), &file, competencies, names, problems),
            id: file.id,
            name: file.name,
            aliases: file.aliases,
            summary_origin: names.origin(location, "summary_origin", file.summary_origin, problems),
            summary: file.summary,
            context: file.context,
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
    let entries = &file.profile;
    if !file.described {
        if !entries.is_empty() {
            problems.note(location, "must be empty, the level is not described");
        }
        return None;
    }
    for id in entries.keys() {
        names.competency(Entry(&location, id), id, problems);
    }
    let steps = |competency: &CompetencyFile| {
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
        let highest = steps.checked_sub(1).map(|step| &competency.steps[step].level);
        if names.levels.iter().skip(level.0 + 1).any(|above| Some(above) == highest) {
            problems.note(Entry(&location, id), format_args!("step {steps} belongs to a higher level"));
        }
        *steps
    };
    Some(competencies.iter().map(steps).collect())
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
    ids: Vec<String>,
    slots: Vec<usize>,
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
    let mut seen = Vec::new();
    let mut reading = Indicators::default();
    let competency = |(index, file): (usize, CompetencyFile)| {
        let location = Item(&location, index);
        check_id(location, &file.id, &mut seen, problems);
        // A soft hyphen is only a hint where a line may end.
        if file.label.replace('\u{ad}', "").chars().count() > LABEL_CHARACTERS {
            let what = format_args!("“{}” is longer than {LABEL_CHARACTERS} characters", file.label);
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
    let mut steps: Vec<Step> = Vec::new();
    for (index, step) in file.steps.into_iter().enumerate() {
        let location = Item(&location, index);
        let level = names.level(Entry(&location, "level"), &step.level, problems);
        if !names.described.contains(&level) {
            problems.note(Entry(&location, "level"), format_args!("“{}” is not described", step.level));
        }
        if steps.last().is_some_and(|below| level <= below.level) {
            problems.note(Entry(&location, "level"), "is not above the level of the step before it");
        }
        if step.change.is_none() && names.described.first() != Some(&level) {
            problems.note(Entry(&location, "change"), "is missing above the lowest described level");
        }
        let start = reading.indicators.len();
        let at = StepRef { competency, step: index };
        let change_origin = match step.change {
            Some(_) => names.origin(location, "change_origin", step.change_origin, problems),
            None => TextOrigin::Stated,
        };
        indicators(Entry(&location, "indicators"), at, step.indicators, names, reading, problems);
        steps.push(Step { level, change: step.change, change_origin, indicators: start..reading.indicators.len() });
    }
    Competency {
        id: file.id,
        name: file.name,
        label: file.label,
        summary_origin,
        summary: file.summary,
        group: file.group,
        grouping: file.grouping,
        cumulative: file.cumulative,
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
    if files.iter().all(|indicator| indicator.weight == Weight::Optional) {
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
            weight: file.weight,
            weight_origin: names.origin(location, "weight_origin", file.weight_origin, problems),
            granted: file.granted,
            path: file.path,
            source: file.source,
            step,
        });
    }
}

fn situation(files: Vec<SituationFile>, names: &Names, problems: &mut Problems) -> Vec<SituationQuestion> {
    let location = Entry(&Location::File, "situation");
    if files.len() > MOST_QUESTIONS {
        problems.note(location, format_args!("there are more than {MOST_QUESTIONS} questions"));
    }
    let (mut seen, mut slots) = (Vec::new(), Vec::new());
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
    slots: &mut Vec<usize>,
    problems: &mut Problems,
) -> Vec<SituationOption> {
    if question.options.len() < 2 {
        problems.note(location, "there are fewer than 2 to choose from");
    }
    let mut seen = Vec::new();
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
    let mut seen = Vec::new();
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
