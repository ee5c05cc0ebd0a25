//! The radar: values come from results and are drawn at the right points, and labels are readable and do not overlap.

mod support;

use std::f64::consts::TAU;

use next_rung::assessment::framework::{Framework, LevelIndex};
use next_rung::drawing::radar::series::{self, Series, steps_met, target_values};
use next_rung::drawing::radar::shapes::{Sample, Shape, legend, shapes};
use next_rung::drawing::radar::{
    Anchor, Area, Grid, LABEL_SIZE, LINE_HEIGHT, Label, MARK, Point, RADIUS, grid, on_spoke, points_text, polygon,
};
use next_rung::words::ENGLISH_RESULT;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::{all_frameworks, described_levels, framework, level_id, result};

const TINY: f64 = 1e-9;

fn distance(from: Point, to: Point) -> f64 {
    (from.x - to.x).hypot(from.y - to.y)
}

const CENTER: Point = Point { x: 0.0, y: 0.0 };

/// Returns the area inside a polygon by the shoelace formula; positive if it runs clockwise on a screen.
fn inside(corners: &[Point]) -> f64 {
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
}

/// Returns the area of a regular polygon by its radius: a second way to the same number.
fn regular(corners: usize, radius: f64) -> f64 {
    let corners = f64::from(u32::try_from(corners).expect("a few corners"));
    corners / 2.0 * radius * radius * (TAU / corners).sin()
}

#[track_caller]
fn check_point(spoke: usize, spokes: usize, value: f64, x: f64, y: f64) {
    let found = on_spoke(spoke, spokes, value);
    assert!(distance(found, Point { x, y }) < TINY, "{found:?}");
}

#[test]
fn the_first_spoke_points_straight_up() {
    for spokes in 3..=12 {
        check_point(0, spokes, 1.0, 0.0, -RADIUS);
    }
}

#[test]
fn the_others_follow_clockwise() {
    check_point(1, 4, 1.0, RADIUS, 0.0);
    check_point(2, 4, 1.0, 0.0, RADIUS);
    check_point(3, 4, 1.0, -RADIUS, 0.0);
    check_point(1, 3, 0.5, 25.0 * 3.0_f64.sqrt(), 25.0);
}

#[test]
fn zero_is_the_center_on_every_spoke() {
    (0..8).for_each(|spoke| check_point(spoke, 8, 0.0, 0.0, 0.0));
}

#[test]
fn a_value_is_a_share_of_the_radius() {
    for spoke in 0..7 {
        assert!((distance(CENTER, on_spoke(spoke, 7, 0.3)) - 0.3 * RADIUS).abs() < TINY);
    }
}

#[test]
fn a_full_score_draws_the_outer_ring() {
    for spokes in 3..=12 {
        let grid = grid(&vec!["Label"; spokes], 4);
        let outer = grid.rings.last().expect("there are four rings");
        assert_eq!(&polygon(&vec![1.0; spokes]), outer);
        assert_eq!(outer, &grid.spokes);
    }
}

#[test]
fn rings_are_regular_and_equally_far_apart() {
    for spokes in 3..=12 {
        let grid = grid(&vec!["Label"; spokes], 4);
        let shares = [0.25, 0.5, 0.75, 1.0];
        assert_eq!(grid.rings.len(), shares.len());
        for (ring, share) in grid.rings.iter().zip(shares) {
            assert!((inside(ring) - regular(spokes, share * RADIUS)).abs() < 1e-6, "{spokes} spokes");
        }
    }
}

#[test]
fn a_polygon_of_values_has_the_area_of_its_triangles() {
    let values = [0.2, 1.0, 0.5, 0.75, 0.4];
    let next = values.iter().cycle().skip(1);
    let angle = TAU / 5.0;
    let triangles = values.iter().zip(next).map(|(a, b)| a * b * RADIUS * RADIUS * angle.sin() / 2.0);
    assert!((inside(&polygon(&values)) - triangles.sum::<f64>()).abs() < 1e-6);
}

#[test]
fn points_are_written_to_a_tenth() {
    assert_eq!(points_text(&polygon(&[1.0, 0.5, 0.0])), "0,-100 43.3,25 0,0");
}

// Labels.

fn right(area: Area) -> f64 {
    area.left + area.width
}

fn bottom(area: Area) -> f64 {
    area.top + area.height
}

fn overlap(a: Area, b: Area) -> bool {
    a.left < right(b) - TINY && b.left < right(a) - TINY && a.top < bottom(b) - TINY && b.top < bottom(a) - TINY
}

/// Returns the point of an area that is nearest to another point.
fn nearest(area: Area, to: Point) -> Point {
    Point { x: to.x.clamp(area.left, right(area)), y: to.y.clamp(area.top, bottom(area)) }
}

/// Returns `true` if an area and the outer ring's polygon have a point in common. The polygon is convex, so it is enough
/// to look for a side that separates them.
fn covers_the_ring(area: Area, ring: &[Point]) -> bool {
    let corners =
        [(area.left, area.top), (right(area), area.top), (right(area), bottom(area)), (area.left, bottom(area))];
    let beyond_a_side = ring
        .iter()
        .zip(ring.iter().cycle().skip(1))
        .any(|(a, b)| corners.iter().all(|(x, y)| (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0.0));
    let apart = |from: f64, to: f64, of: fn(&Point) -> f64| {
        ring.iter().all(|point| of(point) < from) || ring.iter().all(|point| of(point) > to)
    };
    let beyond_an_edge =
        apart(area.left, right(area), |point| point.x) || apart(area.top, bottom(area), |point| point.y);
    !beyond_a_side && !beyond_an_edge
}

/// The width of the drawing on a page that is 320 px wide, in pixels.
const NARROWEST_DRAWING: f64 = 288.0;
/// The size of the smallest letters, in pixels.
const SMALLEST_LETTERS: f64 = 11.0;

#[track_caller]
fn check_labels(labels: &[&str]) {
    let grid = grid(labels, 4);
    assert_eq!(grid.labels.len(), labels.len());
    let size = LABEL_SIZE * NARROWEST_DRAWING / grid.view.width;
    assert!(size > SMALLEST_LETTERS - TINY, "the letters of {labels:?} come out at {size} px");
    let ring = grid.rings.last().expect("there are four rings");
    for (index, label) in grid.labels.iter().enumerate() {
        check_text(label, &if grid.is_numbered { (index + 1).to_string() } else { labels[index].to_owned() });
        check_in_view(&grid, label);
        assert!(!covers_the_ring(label.area, ring), "{:?} of {labels:?} lies on the chart", labels[index]);
        for &tip in &grid.spokes {
            let Point { x, y } = nearest(label.area, tip);
            let gap = (x - tip.x).abs() + (y - tip.y).abs() - MARK;
            assert!(gap > 1.2, "{:?} of {labels:?} is {gap} away from a mark", labels[index]);
        }
        for other in &grid.labels[..index] {
            assert!(!overlap(label.area, other.area), "{:?} and {:?} overlap in {labels:?}", label.lines, other.lines);
        }
    }
}

/// Checks that no character is lost, and that the area has room for every line.
#[track_caller]
fn check_text(label: &Label, text: &str) {
    let visible = |text: &str| text.replace(|letter: char| letter.is_whitespace() || "-\u{ad}".contains(letter), "");
    assert_eq!(visible(&label.lines.concat()), visible(text));
    assert!(!label.lines.concat().contains('\u{ad}'), "a renderer may draw a soft hyphen within a line: {label:?}");
    for line in &label.lines {
        let least = least_width(line) * LABEL_SIZE;
        assert!(label.area.width > least, "{line:?} needs at least {least} in {label:?}");
    }
    let lines = f64::from(u32::try_from(label.lines.len()).expect("a few lines"));
    assert!(label.area.height >= (lines - 1.0) * LINE_HEIGHT + LABEL_SIZE);
    let last_line = label.at.y + (lines - 1.0) * LINE_HEIGHT;
    assert!(label.at.y >= label.area.top + LABEL_SIZE - TINY && last_line <= bottom(label.area), "{label:?}");
    let at = match label.anchor {
        Anchor::Start => label.area.left,
        Anchor::Middle => label.area.left + label.area.width / 2.0,
        Anchor::End => right(label.area),
    };
    assert!((label.at.x - at).abs() < TINY, "{label:?}");
}

/// Returns a lower estimate of a line's width in multiples of its font size, by what holds in every font: Chinese
/// characters, kana and emoji are as wide as high, Hangul nearly so, and other letters are wider than a quarter of it.
fn least_width(line: &str) -> f64 {
    let width = |letter| match letter {
        '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{e31}'..='\u{e3a}' => 0.0,
        '\u{200b}'..='\u{200d}' | '\u{fe0f}' => 0.0,
        '\u{3041}'..='\u{9fff}' | '\u{1f300}'..='\u{1f9ff}' => 1.0,
        '\u{ac00}'..='\u{d7a3}' => 0.92,
        _ => 0.22,
    };
    // Joined emoji may be drawn as one.
    if line.contains('\u{200d}') { 1.0 } else { line.chars().map(width).sum() }
}

#[track_caller]
fn check_in_view(grid: &Grid, label: &Label) {
    let Area { left, top, .. } = grid.view;
    assert!(left <= label.area.left && right(label.area) <= right(grid.view), "{label:?}");
    assert!(top <= label.area.top && bottom(label.area) <= bottom(grid.view), "{label:?}");
}

#[test]
fn the_labels_of_every_framework_are_readable() {
    let labels =
        |framework: &Framework| framework.competencies.iter().map(|each| each.label.clone()).collect::<Vec<_>>();
    for framework in all_frameworks() {
        let labels = labels(&framework);
        check_labels(&labels.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Labels of one, two and three lines, with up to 18 characters.
const LABELS: [&str; 9] = [
    "A",
    "Ovens",
    "Conscientiousness!",
    "Vision & Strategy",
    "Goals and metrics",
    "Responsibilities x",
    "Hire coordinate go",
    "Team responsibilit",
    "a b c d e f g h ij",
];

#[test]
fn any_labels_are_readable_on_3_to_8_spokes() {
    for spokes in 3..=8 {
        for even in LABELS {
            for odd in LABELS {
                let labels: Vec<_> = [even, odd].into_iter().cycle().take(spokes).collect();
                check_labels(&labels);
            }
        }
    }
}

#[test]
fn labels_of_one_line_are_readable_on_up_to_12_spokes() {
    for spokes in 9..=12 {
        for text in ["A", "Ovens", "Conscientious", "Conscientiousness!"] {
            check_labels(&vec![text; spokes]);
        }
    }
}

/// Labels in many scripts, most of 18 characters. A line may end at spaces and soft hyphens.
const MANY_SCRIPTS: [&str; 16] = [
    "Stakeholderpflege",
    "Stake\u{ad}holder\u{ad}pflege",
    "Pro\u{ad}dukt\u{ad}ver\u{ad}ant\u{ad}wor\u{ad}tung",
    "WWWWWWWWWMMMMMMMMM",
    "Cross-functional m",
    "이해관계자 커뮤니케이션",
    "프로덕트비전과전략수립및실행관리역량",
    "ステークホルダーマネジメント力",
    "产品战略与路线图规划以及跨部门协作能",
    "استراتيجية المنتج",
    "אסטרטגיית מוצר",
    "Стратегия развития",
    "กลยุทธ์ผลิตภัณฑ์",
    "उत्पाद रणनीति",
    "🚀🎯💡🧭📈🛠️🤝🗺️🔬🎨📣🧪🏆",
    "👩\u{200d}💻 👩\u{200d}👩\u{200d}👧\u{200d}👦",
];

#[test]
fn labels_in_any_script_are_readable_on_3_to_24_spokes() {
    for spokes in 3..=24 {
        for text in MANY_SCRIPTS {
            check_labels(&vec![text; spokes]);
            check_labels(&["Scope", text].into_iter().cycle().take(spokes).collect::<Vec<_>>());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_labels_is_readable(labels in vec(vec(select(&MANY_SCRIPTS[..]), 1..=3), 3..=24), cut in 1..30_usize) {
        let labels: Vec<String> = labels.iter().map(|parts| parts.join(" ").chars().take(cut).collect()).collect();
        check_labels(&labels.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn any_text_is_a_readable_label(labels in vec(any::<String>(), 3..=24)) {
        let grid = grid(&labels.iter().map(String::as_str).collect::<Vec<_>>(), 4);
        prop_assert!(LABEL_SIZE * NARROWEST_DRAWING / grid.view.width > SMALLEST_LETTERS - TINY);
        for (index, label) in grid.labels.iter().enumerate() {
            check_in_view(&grid, label);
            prop_assert!(grid.labels[..index].iter().all(|other| !overlap(label.area, other.area)));
        }
    }
}

/// The widths of some texts in DejaVu Sans, the widest of the common fonts, in multiples of the font size.
const MEASURED: [(&str, f64); 11] = [
    ("24", 1.28),
    ("WWWWWWWWW", 8.90),
    ("Stakeholderpflege", 9.11),
    ("Conscientiousness!", 9.67),
    ("Communication", 7.88),
    ("human", 3.49),
    ("Zusammenhänge", 8.78),
    ("Жизнеспособность", 10.11),
    ("Στρατηγική", 5.92),
    ("אסטרטגיית", 4.70),
    ("استراتيجية", 4.32),
];

#[test]
fn a_label_has_room_for_wide_fonts() {
    for (text, width) in MEASURED {
        let label = &grid(&[text, "b", "c"], 4).labels[0];
        assert_eq!(label.lines, [text]);
        assert!(label.area.width >= width * LABEL_SIZE, "{text} needs {width} in {label:?}");
    }
}

#[test]
fn numbers_stand_for_names_that_do_not_fit() {
    let is_numbered = |names: &[&str]| grid(names, 4).is_numbered;
    assert!(!is_numbered(&["Execution", "Solution", "Problem", "Scope"]));
    assert!(!is_numbered(&["Stake\u{ad}holder\u{ad}pflege"; 5]));
    assert!(is_numbered(&["Stakeholderpflege"; 5]));
    assert!(is_numbered(&["Shipping products"; 20]));
    for framework in all_frameworks() {
        assert!(!series::grid(&framework).is_numbered, "the names of {} fit", framework.id);
    }
}

#[test]
fn the_view_holds_the_whole_chart() {
    for spokes in 3..=12 {
        let view = grid(&vec!["A"; spokes], 4).view;
        assert!(view.left <= -RADIUS && view.top <= -RADIUS && right(view) >= RADIUS && bottom(view) >= RADIUS);
    }
}

#[test]
fn labels_stand_outside_at_the_end_of_their_spokes() {
    for spokes in 3..=12 {
        let grid = grid(&vec!["Label"; spokes], 4);
        for (label, &spoke) in grid.labels.iter().zip(&grid.spokes) {
            let gap = distance(nearest(label.area, CENTER), spoke);
            assert!(gap < 3.0 * LINE_HEIGHT, "{label:?} is {gap} away from its spoke's end");
        }
    }
}

#[track_caller]
fn check_anchors(spokes: usize, expected: &[Anchor]) {
    let labels = grid(&vec!["Label"; spokes], 4).labels;
    assert_eq!(labels.iter().map(|label| label.anchor).collect::<Vec<_>>(), expected);
}

#[test]
fn labels_grow_away_from_the_chart() {
    use Anchor::{End, Middle, Start};
    check_anchors(3, &[Middle, Start, End]);
    check_anchors(4, &[Middle, Start, Middle, End]);
    check_anchors(5, &[Middle, Start, Start, End, End]);
    check_anchors(8, &[Middle, Start, Start, Start, Middle, End, End, End]);
}

#[test]
fn long_labels_break_between_words_only() {
    let lines = |text| grid(&[text, "b", "c"], 4).labels[0].lines.clone();
    assert_eq!(lines("Goals and metrics"), ["Goals and", "metrics"]);
    assert_eq!(lines("Conscientiousness!"), ["Conscientiousness!"]);
    assert_eq!(lines("Craft"), ["Craft"]);
}

// Shapes.

#[test]
fn a_series_has_a_spoke_for_each_competency() {
    for framework in all_frameworks() {
        let assessment = result(&framework, "*:c");
        let ones = vec![1.0; framework.competencies.len()];
        let expected = Series { name: "You".to_owned(), low: ones.clone(), high: ones };
        assert_eq!(Series::new("You", &assessment), expected);
        assert_eq!(series::grid(&framework).spokes.len(), framework.competencies.len());
    }
}

#[test]
fn open_answers_are_a_range_on_their_spoke_alone() {
    let framework = framework("clarity");
    let series = Series::new("You", &result(&framework, "*:c solution/1:u"));
    assert!(series.is_open());
    assert_eq!(series.open_ranges(), [(CENTER, on_spoke(1, 4, 1.0))]);
    let series = Series::new("You", &result(&framework, "*:c"));
    assert!(!series.is_open());
    assert_eq!(series.open_ranges(), []);
}

#[track_caller]
fn check_rings(id: &str, expected: &str, rings: usize) {
    let framework = framework(id);
    let levels = framework.ring_levels().unwrap_or_default();
    let levels: Vec<_> = levels.into_iter().map(|level| level_id(&framework, Some(level))).collect();
    assert_eq!((levels.join(" ").as_str(), series::grid(&framework).rings.len()), (expected, rings));
}

#[test]
fn rings_are_levels_where_every_competency_has_a_step_for_each() {
    let framework = framework("competency-grid");
    let levels: Vec<_> = framework.levels.iter().map(|level| level.id.as_str()).collect();
    check_rings("competency-grid", &levels.join(" "), 4);
}

#[test]
fn rings_are_quarters_elsewhere() {
    for id in ["clarity", "junior-senior", "two-areas", "three-stages", "loose"] {
        check_rings(id, "", 4);
    }
}

#[track_caller]
fn check_target(id: &str, level: usize, expected: &[f64]) {
    let found = target_values(&framework(id), LevelIndex(level));
    let is_near = found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| (a - b).abs() < TINY);
    assert!(is_near, "{found:?}");
}

#[test]
fn a_target_is_a_share_of_each_competencys_steps() {
    check_target("clarity", 1, &[1.0, 1.0, 0.0, 0.0]);
    check_target("competency-grid", 2, &[0.75; 5]);
    check_target("loose", 1, &[2.0 / 3.0, 0.5, 0.5]);
}

#[test]
fn the_last_target_is_reached_by_showing_all_of_it() {
    for framework in all_frameworks() {
        for level in described_levels(&framework) {
            let target = target_values(&framework, level);
            let shown = Series::new("You", &result(&framework, "*:c")).low;
            assert!(target.iter().zip(&shown).all(|(target, shown)| target <= shown), "{}", framework.id);
        }
    }
}

/// Returns the shapes of the target alone.
fn target_shapes(framework: &Framework, level: LevelIndex) -> (Vec<Vec<Point>>, Vec<Point>) {
    let (mut outlines, mut marks) = (Vec::new(), Vec::new());
    for shape in shapes(framework, &[], Some(level)) {
        match shape {
            Shape::Target(corners) => outlines.push(corners),
            Shape::TargetMark(at) => marks.push(at),
            _ => {}
        }
    }
    (outlines, marks)
}

#[test]
fn a_target_is_marked_on_every_spoke_at_its_value() {
    for framework in all_frameworks() {
        for level in described_levels(&framework) {
            let (_, marks) = target_shapes(&framework, level);
            let expected = polygon(&target_values(&framework, level));
            let is_among = |points: &[Point], point| points.iter().any(|&other| distance(other, point) < TINY);
            assert!(expected.iter().all(|&point| is_among(&marks, point)), "{}: {marks:?}", framework.id);
            assert!(marks.iter().all(|&mark| is_among(&expected, mark)), "{}: {marks:?}", framework.id);
        }
    }
}

#[test]
fn spokes_that_expect_nothing_share_one_mark_in_the_center() {
    let (_, marks) = target_shapes(&framework("clarity"), LevelIndex(0));
    assert_eq!(marks, [on_spoke(0, 4, 1.0), CENTER]);
}

#[track_caller]
fn check_outlined(id: &str, level: usize, expected: bool) {
    let (framework, level) = (framework(id), LevelIndex(level));
    let (outlines, _) = target_shapes(&framework, level);
    let profile = polygon(&target_values(&framework, level));
    assert_eq!(outlines, if expected { vec![profile] } else { Vec::new() });
    let text = (ENGLISH_RESULT.next_level_is)(&framework.level(level).name);
    assert_eq!(
        legend(&ENGLISH_RESULT, &framework, &[], Some(level)),
        [(Sample::Target { is_outlined: expected }, text)]
    );
}

#[test]
fn an_outline_joins_the_marks_where_three_or_more_competencies_are_expected() {
    check_outlined("clarity", 0, false);
    check_outlined("clarity", 1, false);
    check_outlined("clarity", 2, true);
    check_outlined("three-stages", 2, false);
    check_outlined("junior-senior", 1, true);
    check_outlined("two-areas", 0, true);
}

#[test]
fn a_value_tells_the_steps_met() {
    for steps in 1..=12_u32 {
        let count = |steps: u32| usize::try_from(steps).expect("a few");
        for met in 0..=steps {
            assert_eq!(steps_met(f64::from(met) / f64::from(steps), count(steps)), count(met));
            let begun = (f64::from(met) + 0.9) / f64::from(steps);
            assert_eq!(steps_met(begun.min(1.0), count(steps)), count(met));
        }
    }
}
