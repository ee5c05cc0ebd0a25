//! Measures how many statements the short route asks, how often it agrees with the full form, and how often each of them
//! keeps the result of a reader whose answers are noisy.
//!
//! Readers are simulated: each has a level, all of them and none equally likely, and in each competency meets the steps
//! that the level expects (one reader in two), one fewer or one more (one in four each). A consistent reader rates the
//! statements of these steps Consistently and all others Not yet; a noisy one gives the opposite answer to a share of
//! the statements. A reader who states their situation states their own level. The draws are the same on every run.

use std::fs;

use anyhow::{Result, anyhow};
use fastrand::Rng;
use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{Framework, IndicatorIndex, LevelIndex, SituationKind, StepRef};
use next_rung::assessment::route::next_step;
use next_rung::assessment::scoring::{Assessment, assess};
use next_rung::formats::framework_file;
use serde::Serialize;

use crate::project;

/// The number of readers per framework, noise and start.
const READERS: u32 = 1000;
/// The seed of the draws.
const SEED: u64 = 20_221_125;
/// The shares of opposite answers.
const NOISE: [f64; 4] = [0.0, 0.05, 0.10, 0.20];

/// The start of the short route: readers may state their situation.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Situation {
    Skipped,
    Told,
}

/// The measurements for one framework, noise and start, as shares from 0 to 1.
#[derive(Serialize)]
struct Measured {
    framework: String,
    situation: Situation,
    noise: f64,
    /// The statements that the short route asks.
    asked: f64,
    /// The competencies with the same proficiency by the short route as by the full form.
    same_proficiency: f64,
    /// The readers whose result by the full form is that of their answers without noise.
    full: Kept,
    /// The same by the short route.
    short: Kept,
}

/// The readers who keep a level in spite of the noise.
#[derive(Serialize, Default)]
struct Kept {
    level: f64,
    standing: f64,
}

/// Measures every framework and prints a table, or JSON.
pub fn run(as_json: bool) -> Result<()> {
    let mut measured = Vec::new();
    for id in PUBLISHED {
        let text = fs::read_to_string(project("frameworks").join(format!("{id}.json")))?;
        let framework = framework_file::read(&text).map_err(|error| anyhow!("{id}: {error}"))?;
        for situation in [Situation::Skipped, Situation::Told] {
            measured.extend(NOISE.map(|noise| measure(&framework, situation, noise)));
        }
    }
    if as_json {
        println!("{}", serde_json::to_string_pretty(&measured)?);
        return Ok(());
    }
    println!("framework        situation  noise   asked  proficiency  level full/short  standing full/short");
    for Measured { framework, situation, noise, asked, same_proficiency, full, short } in &measured {
        let situation = match situation {
            Situation::Skipped => "skipped",
            Situation::Told => "told",
        };
        let [noise, asked, same] = [noise, asked, same_proficiency].map(|share| share * 100.0);
        let [level, short_level, standing, short_standing] =
            [full.level, short.level, full.standing, short.standing].map(|share| share * 100.0);
        println!(
            "{framework:<16} {situation:<9} {noise:>5.0}% {asked:>6.1}% {same:>11.1}% {level:>9.1}% {short_level:>5.1}% {standing:>12.1}% {short_standing:>5.1}%"
        );
    }
    let consistent: Vec<_> = measured.iter().filter(|row| row.noise == 0.0).collect();
    let mean = consistent.iter().map(|row| row.asked).sum::<f64>() / f64::from(u32::try_from(consistent.len())?);
    println!("Consistent readers are asked {:.1}% of the statements on average.", mean * 100.0);
    Ok(())
}

fn measure(framework: &Framework, situation: Situation, noise: f64) -> Measured {
    let mut draws = Rng::with_seed(SEED);
    let (mut asked, mut same_proficiency) = (0.0, 0.0);
    let (mut kept_full, mut kept_short) = (Kept::default(), Kept::default());
    for _ in 0..READERS {
        let level = draw_level(framework, &mut draws);
        let consistent = draw_answers(framework, level, &mut draws);
        let mut full = with_noise(framework, &consistent, noise, &mut draws);
        if let Situation::Told = situation {
            tell_situation(framework, &mut full, level);
        }
        let short = take_short_route(framework, &full);
        asked += share(short.rated(), framework.indicators.len());
        let [truth, full, short] =
            [&consistent, &full, &short].map(|answers| assess(framework, answers).expect("something is answered"));
        let same = full.competencies.iter().zip(&short.competencies).filter(|(full, short)| full.met == short.met);
        same_proficiency += share(same.count(), framework.competencies.len());
        kept_full.count(&truth, &full);
        kept_short.count(&truth, &short);
    }
    let mean = |sum: f64| sum / f64::from(READERS);
    let mean_kept = |kept: &Kept| Kept { level: mean(kept.level), standing: mean(kept.standing) };
    Measured {
        framework: framework.id.clone(),
        situation,
        noise,
        asked: mean(asked),
        same_proficiency: mean(same_proficiency),
        full: mean_kept(&kept_full),
        short: mean_kept(&kept_short),
    }
}

impl Kept {
    fn count(&mut self, truth: &Assessment, found: &Assessment) {
        self.level += share(usize::from(truth.level == found.level), 1);
        self.standing += share(usize::from(truth.standing == found.standing), 1);
    }
}

/// Draws a reader's level; `None` is below the first.
fn draw_level(framework: &Framework, draws: &mut Rng) -> Option<LevelIndex> {
    let levels = framework.described_levels();
    let place = draws.usize(0..=levels.len());
    place.checked_sub(1).map(|place| levels[place])
}

/// Draws a consistent reader's answers to the full form.
fn draw_answers(framework: &Framework, level: Option<LevelIndex>, draws: &mut Rng) -> Answers {
    let mut answers = Answers::none(framework);
    for competency in framework.competency_indices() {
        let steps = framework.steps_of(competency);
        let expected = level.map_or(0, |level| framework.profile(level)[competency.0]);
        let met = match draws.u8(0..4) {
            0 => expected.saturating_sub(1),
            1 => (expected + 1).min(steps.len()),
            _ => expected,
        };
        for &step in steps {
            for indicator in framework.indicators_of(step) {
                answers.rate(indicator, Some(if step.step < met { Rating::Consistently } else { Rating::NotYet }));
            }
        }
    }
    answers
}

/// Returns the answers with a share of them inverted.
fn with_noise(framework: &Framework, consistent: &Answers, noise: f64, draws: &mut Rng) -> Answers {
    let mut answers = consistent.clone();
    for indicator in (0..framework.indicators.len()).map(IndicatorIndex) {
        if draws.f64() < noise {
            let is_met = consistent.rating(indicator) == Some(Rating::Consistently);
            answers.rate(indicator, Some(if is_met { Rating::NotYet } else { Rating::Consistently }));
        }
    }
    answers
}

/// States the work or title of a level, if the framework asks for it.
fn tell_situation(framework: &Framework, answers: &mut Answers, level: Option<LevelIndex>) {
    let level = level.or(framework.level_after(None));
    for (place, question) in framework.situation.iter().enumerate() {
        if matches!(question.kind, SituationKind::Work | SituationKind::Title) {
            answers.choose(place, question.options.iter().position(|option| option.level == level));
        }
    }
}

fn take_short_route(framework: &Framework, full: &Answers) -> Answers {
    let mut short = full.clone();
    short.route = Route::Short;
    for index in 0..framework.indicators.len() {
        short.rate(IndicatorIndex(index), None);
    }
    let mut shown: Vec<StepRef> = Vec::new();
    while let Some(step) = next_step(framework, &short, &shown) {
        for indicator in framework.indicators_of(step) {
            short.rate(indicator, full.rating(indicator));
        }
        shown.push(step);
    }
    short
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("statements are counted in tens"));
    number(part) / number(whole)
}
