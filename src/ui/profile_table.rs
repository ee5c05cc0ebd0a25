//! The radar's data as a table: what is shown in each competency and what the next level expects.

use yew::prelude::*;

use crate::assessment::framework::{CompetencyIndex, Framework, LevelIndex};
use crate::assessment::scoring::Assessment;
use crate::ui::parts::{element, element_with, part, text, text_in};
use crate::words::{self, Words};

pub struct ProfileTable<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    /// The level whose expectations are set beside.
    pub target: Option<LevelIndex>,
    pub words: &'static Words,
}

pub fn profile_table(props: &ProfileTable) -> Html {
    let ProfileTable { framework, assessment, target, words } = *props;
    let mut rows = Vec::new();
    let mut areas = assessment.areas.iter().peekable();
    for competency in framework.competency_indices() {
        let group = framework.competency(competency).group.as_ref();
        if let Some(area) = areas.next_if(|area| Some(&area.name) == group) {
            let names = &["scope", "colspan"];
            let title = vec![text(words::area(words, framework, area))];
            let title = element_with("th", names, vec!["rowgroup".into(), "4".into()], title);
            rows.push(element("tr", "table__area", vec![title]));
        }
        rows.push(row(props, competency));
    }
    let expected = target.map(|_| words.expected_next);
    let columns = [Some(words.competency), Some(words.shown), expected, Some(words.not_yet_met)];
    let columns = columns.into_iter().flatten().map(|title| header("col", title.into()));
    part(
        "table",
        "table",
        vec![element("thead", "", vec![element("tr", "", columns.collect())]), element("tbody", "", rows)],
    )
}

fn header(scope: &'static str, title: AttrValue) -> Html {
    element_with("th", &["scope"], vec![scope.into()], vec![text(title)])
}

fn row(props: &ProfileTable, competency: CompetencyIndex) -> Html {
    let ProfileTable { framework, assessment, target, words } = *props;
    let proficiency = &assessment.competencies[competency.0];
    let shown = words::shown(words, framework, competency, proficiency.met);
    let mut cells = vec![header("row", framework.competency(competency).name.clone().into()), cell(shown)];
    if let Some(level) = target {
        let steps = framework.profile(level)[competency.0];
        cells.push(cell(words::step_name(framework, competency, steps, words.not_expected).to_owned()));
    }
    cells.push(cell(proficiency.unmet.len().to_string()));
    element("tr", "", cells)
}

fn cell(content: String) -> Html {
    text_in("td", "", content)
}
