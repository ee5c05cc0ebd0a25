//! A framework's page says everything without a script: the start as the widget draws it, and the whole rubric.

mod support;

use std::collections::HashSet;

use next_rung::assessment::answers::{Answers, Rating};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{
    CompetencyIndex, Cumulative, Framework, Grouping, IndicatorIndex, LevelIndex, RuleKind, StepRef, Weight, Wording,
};
use next_rung::assessment::scoring::assess;
use next_rung::ui::rubric::{Rubric, rubric};
use next_rung::words::{ENGLISH, ENGLISH_RESULT, ENGLISH_RUBRIC, byline};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use support::{all_frameworks, described_levels, published, statements, steps};
use yew::Html;

/// Renders a view as text that is also XML: void elements are closed.
fn render(content: Html) -> String {
    let html = support::render(content);
    let (first, inputs) = html.split_once("<input").map_or((html.as_str(), None), |(first, rest)| (first, Some(rest)));
    let closed = inputs.into_iter().flat_map(|inputs| inputs.split("<input")).map(|input| {
        let (attributes, after) = input.split_once('>').expect("a tag ends");
        format!("<input{}/>{after}", attributes.replace(" checked", " checked=\"\""))
    });
    first.to_owned() + &closed.collect::<String>()
}

fn rubric_of(framework: &Framework, heading_level: u8) -> String {
    render(rubric(&Rubric { framework, heading_level, words: &ENGLISH_RUBRIC }))
}

fn parse(html: &str) -> Document<'_> {
    Document::parse(html).unwrap_or_else(|error| panic!("{error}\n{html}"))
}

fn text_of(node: Node) -> String {
    node.descendants().filter_map(|each| each.is_text().then(|| each.text()).flatten()).collect()
}

fn with_class<'a>(document: &'a Document, class: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.attribute("class") == Some(class)).collect()
}

#[test]
fn the_rubric_says_everything_that_the_framework_holds() {
    for framework in all_frameworks() {
        let html = rubric_of(&framework, 2);
        let said = text_of(parse(&html).root());
        let mut wanted = vec![framework.title.clone(), framework.summary.clone(), framework.level_rule.text.clone()];
        wanted.push(byline(&ENGLISH, &framework));
        wanted.extend(framework.source.as_ref().and_then(|source| source.note.clone()));
        wanted.extend(framework.caveats.iter().map(|caveat| caveat.text.clone()));
        for level in &framework.levels {
            wanted.extend([level.name.clone(), level.summary.clone()]);
            wanted.extend(level.aliases.iter().map(|alias| format!("{}: {}", alias.owner, alias.name)));
            wanted.extend(level.context.iter().flat_map(|context| [context.text.clone(), context.source.clone()]));
        }
        for competency in &framework.competencies {
            wanted.extend([competency.name.clone(), competency.summary.clone()]);
            wanted.extend(competency.group.clone());
            wanted.extend(competency.steps.iter().filter_map(|step| step.change.clone()));
        }
        for question in &framework.situation {
            wanted.push(question.text.clone());
            wanted.extend(question.options.iter().map(|option| option.text.clone()));
        }
        wanted.extend(framework.advice.iter().map(|advice| advice.text.clone()));
        for text in wanted {
            assert!(said.contains(&text), "{}: nowhere in the rubric: {text}", framework.id);
        }
    }
}

#[test]
fn every_statement_stands_in_its_step_with_its_source_and_its_marks() {
    for framework in all_frameworks() {
        let html = rubric_of(&framework, 2);
        let document = parse(&html);
        let sections = with_class(&document, "rubric__step");
        assert_eq!(sections.len(), steps(&framework).len());
        for (section, step) in sections.into_iter().zip(steps(&framework)) {
            let said = text_of(section);
            assert!(said.starts_with(&framework.level(framework.step(step).level).name), "{said}");
            let shown: Vec<_> = section.children().filter(|node| node.has_tag_name("fieldset")).collect();
            assert_eq!(shown.len(), statements(&framework, step).len());
            for (fieldset, indicator) in shown.into_iter().zip(statements(&framework, step)) {
                let indicator = framework.indicator(indicator);
                let said = text_of(fieldset);
                assert!(said.starts_with(&indicator.text), "{said}");
                assert!(said.contains(&indicator.source), "{said}");
                assert_eq!(said.contains(ENGLISH.optional), indicator.weight == Weight::Optional, "{said}");
                assert_eq!(said.contains(ENGLISH.granted), indicator.granted, "{said}");
            }
        }
    }
}

#[test]
fn what_is_ours_is_said_to_be_ours() {
    for framework in all_frameworks() {
        let html = rubric_of(&framework, 2);
        let count = |text: &str| html.matches(text).count();
        let grouped = framework.competencies.iter().filter(|each| each.grouping == Grouping::Project).count();
        let limits = framework.caveats.iter().filter(|each| !each.stated).count();
        let advice = framework.advice.iter().filter(|each| !each.stated).count();
        let rule = usize::from(!framework.level_rule.stated);
        let expected = match framework.wording {
            Wording::Project => [grouped, limits, advice, rule, 1],
            // Nothing in a framework of somebody else's is ours.
            Wording::Source => [0; 5],
        };
        let said = [
            ENGLISH.grouping_ours,
            ENGLISH.limit_ours,
            ENGLISH_RESULT.derived_by_us,
            ENGLISH.rule_ours,
            ENGLISH_RESULT.own_words,
        ];
        assert_eq!(said.map(count), expected, "{}", framework.id);
        assert_eq!(count(ENGLISH_RUBRIC.grouping_source), framework.competencies.len() - grouped);
        assert_eq!(count(ENGLISH_RESULT.stated_by_source), framework.advice.iter().filter(|each| each.stated).count());
        let marks = with_class(&parse(&html), "tag").into_iter().filter(|tag| text_of(*tag) == ENGLISH.ours).count();
        assert_eq!(marks > 0, framework.wording == Wording::Project, "{}", framework.id);
    }
}

#[test]
fn every_statement_can_be_marked_with_each_rating_and_nothing_is_sent() {
    for framework in all_frameworks() {
        let html = rubric_of(&framework, 2);
        let document = parse(&html);
        assert!(!document.descendants().any(|node| node.has_tag_name("form") || node.has_tag_name("button")));
        let radios: Vec<_> = document.descendants().filter(|node| node.attribute("type") == Some("radio")).collect();
        assert!(radios.iter().all(|radio| radio.parent().is_some_and(|label| label.has_tag_name("label"))));
        assert!(radios.iter().all(|radio| radio.attribute("checked").is_none()));
        let mut names = HashSet::new();
        for indicator in &framework.indicators {
            assert!(names.insert(&indicator.id), "{} names two groups", indicator.id);
            let own = radios.iter().filter(|radio| radio.attribute("name") == Some(&indicator.id));
            let values: Vec<_> = own.filter_map(|radio| radio.attribute("value")).collect();
            assert_eq!(values, Rating::ALL.map(Rating::id), "{}", indicator.id);
        }
        for question in &framework.situation {
            assert!(names.insert(&question.id), "{} names two groups", question.id);
        }
        assert!(radios.iter().all(|radio| names.iter().any(|name| radio.attribute("name") == Some(name))));
    }
}

#[test]
fn headings_begin_at_the_wanted_level_and_skip_none() {
    for framework in all_frameworks() {
        for top in 1..=3 {
            let html = rubric_of(&framework, top);
            let document = parse(&html);
            let headings = document.descendants().filter_map(|node| match node.tag_name().name().as_bytes() {
                [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
                _ => None,
            });
            let mut before = top - 1;
            for (index, level) in headings.enumerate() {
                assert!(level <= before + 1, "{}: h{level} after h{before}", framework.id);
                assert_eq!(level == top, index == 0, "{}: h{level} at {index}", framework.id);
                before = level;
            }
        }
    }
}

/// The level that a person reads from the table by the orders at the top of the sheet, with `is_met` for each statement.
fn level_on_paper(
    framework: &Framework,
    is_met: &dyn Fn(IndicatorIndex) -> bool,
    is_shown: &dyn Fn(IndicatorIndex) -> bool,
) -> Option<LevelIndex> {
    let expected = |step| framework.expected_of(&[step]);
    let is_ticked = |step: &StepRef| expected(*step).into_iter().all(is_met);
    let levels = described_levels(framework);
    let columns = || levels.iter().map(|&level| (level, framework.steps_at(level)));
    match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => {
            // “A tick counts for the boxes before it too.”
            let counts = |step: &StepRef| {
                let row = framework.steps_of(step.competency);
                let counts_below = framework.competency(step.competency).cumulative == Cumulative::No;
                is_ticked(step) || (counts_below && row[step.step..].iter().any(is_ticked))
            };
            columns().take_while(|(_, column)| column.iter().all(counts)).last().map(|(level, _)| level)
        }
        RuleKind::Contrast => {
            let last_tick = |competency: CompetencyIndex| {
                framework
                    .steps_of(competency)
                    .iter()
                    .rfind(|step| is_ticked(step))
                    .map(|&step| framework.step(step).level)
            };
            let is_counted =
                |competency: &CompetencyIndex| framework.competency(*competency).grouping == Grouping::Source;
            let counted: Vec<_> = framework.competency_indices().filter(is_counted).collect();
            let shown: Vec<_> = counted.iter().filter_map(|&competency| last_tick(competency)).collect();
            let higher = shown.iter().filter(|level| Some(*level) == levels.last()).count();
            let leaning = if higher * 2 > counted.len() { levels.last() } else { levels.first() };
            leaning.copied().filter(|_| !shown.is_empty())
        }
        RuleKind::Stages => {
            let is_theirs = |column: &[StepRef]| {
                let own = framework.expected_of(column);
                let met = own.iter().filter(|&&each| is_met(each)).count();
                let missing = own.len() - met;
                column.iter().any(is_ticked) || (missing <= 2 && met > missing)
            };
            let last = columns()
                .rfind(|(level, column)| Some(level) > levels.first() && is_theirs(column))
                .map(|(level, _)| level);
            let first = columns().next().filter(|(_, column)| framework.expected_of(column).into_iter().any(is_shown));
            last.or(first.map(|(level, _)| level))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sheet_leads_to_the_same_level_as_the_widget(choices in prop::collection::vec(0_usize..60, 100)) {
        for framework in PUBLISHED.map(published) {
            let mut answers = Answers::none(&framework);
            let mut choices = choices.iter();
            for step in steps(&framework) {
                // Most steps are met whole: else nobody would get beyond the first level.
                let spoiled = choices.next().copied().unwrap_or_default();
                for (index, indicator) in statements(&framework, step).into_iter().enumerate() {
                    let rating = match spoiled {
                        1..4 if index == 0 => Rating::ALL.get(spoiled).copied(),
                        4 if index == 0 => None,
                        5 => Some(Rating::NotYet),
                        _ => Some(Rating::Consistently),
                    };
                    if let Some(rating) = rating {
                        answers.rate(indicator, Some(rating));
                    }
                }
            }
            let Some(assessment) = assess(&framework, &answers) else { continue };
            let is_met = |indicator| answers.rating(indicator) == Some(Rating::Consistently);
            let is_marked = |indicator| {
                matches!(answers.rating(indicator), Some(Rating::Consistently | Rating::Sometimes))
            };
            let works_at = |step: StepRef| {
                let same_or_later = framework.steps_of(step.competency)[step.step..].iter();
                same_or_later.flat_map(|&step| framework.indicators_of(step)).any(is_marked)
            };
            let is_open = |indicator| match answers.rating(indicator) {
                None => true,
                Some(Rating::NotMyRole) => works_at(framework.indicator(indicator).step),
                Some(_) => false,
            };
            let low = level_on_paper(&framework, &is_met, &is_marked);
            prop_assert_eq!(low, assessment.level.low, "{}", &framework.id);
            let is_met_or_open = |indicator| is_met(indicator) || is_open(indicator);
            let is_marked_or_open = |indicator| is_marked(indicator) || is_open(indicator);
            let high = level_on_paper(&framework, &is_met_or_open, &is_marked_or_open);
            prop_assert_eq!(high, assessment.level.high, "{}", &framework.id);
        }
    }
}
