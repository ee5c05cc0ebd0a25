//! The radar's data as a table: the steps shown in each competency, the target's expectations and the gap.

use yew::prelude::*;

use crate::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, LevelIndex};
use crate::assessment::scoring::Assessment;
use crate::ui::parts::authors_text;
use crate::words::{self, ResultWords};

pub struct ProfileTable<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    /// The level whose expectations are shown beside the result.
    pub target: Option<LevelIndex>,
    pub words: &'static ResultWords,
}

pub fn profile_table(props: &ProfileTable) -> Html {
    let ProfileTable { framework, assessment, target, words } = *props;
    let mut rows = Vec::new();
    let mut areas = assessment.areas.iter().peekable();
    for competency in framework.competency_indices() {
        let group = framework.competency(competency).group.as_ref();
        if let Some(area) = areas.next_if(|area| Some(&area.name) == group) {
            rows.push(html! {
                <tr class="table__area">
                    <th scope="rowgroup" colspan="4">{ words::area(words, framework, area) }</th>
                </tr>
            });
        }
        rows.push(row(props, competency));
    }
    html! {
        <table class="table" part="table">
            <caption>{ words.as_table }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.competency }</th>
                    <th scope="col">{ words.shown }</th>
                    if let Some(level) = target {
                        <th scope="col">{ (words.expected_at)(&framework.level(level).name) }</th>
                        <th scope="col">{ words.still_to_show }</th>
                    }
                </tr>
            </thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

fn row(props: &ProfileTable, competency: CompetencyIndex) -> Html {
    let ProfileTable { framework, assessment, target, words } = *props;
    let proficiency = &assessment.competencies[competency.0];
    let expected = target.map(|level| framework.profile(level)[competency.0]);
    html! {
        <tr>
            <th scope="row">{ authors_text(words.words, framework, &framework.competency(competency).name) }</th>
            <td>{ words::shown(words, framework, competency, proficiency.met) }</td>
            if let Some(steps) = expected {
                <td>{ words::step_name(framework, competency, steps, words.not_expected).to_owned() }</td>
                <td>{ still_to_show(props, competency, steps) }</td>
            }
        </tr>
    }
}

/// Returns how many statements of the first `steps` steps are not shown, and how many are open.
fn still_to_show(props: &ProfileTable, competency: CompetencyIndex, steps: usize) -> String {
    let ProfileTable { framework, assessment, words, .. } = *props;
    let is_expected = |each: &&IndicatorIndex| {
        let step = framework.indicator(**each).step;
        step.competency == competency && step.step < steps
    };
    let unmet = assessment.competencies[competency.0].unmet.iter().filter(is_expected).count();
    let open = assessment.open.iter().filter(is_expected).count();
    (words.count_and_open)(unmet, open)
}
