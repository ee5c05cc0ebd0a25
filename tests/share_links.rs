//! Share links: every link ever made opens forever, even if the framework's data changes, and a damaged link is
//! recognized.

mod support;

use next_rung::assessment::answers::{Rating, Subject};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex};
use next_rung::formats::answers_file::{self, AnswersFile};
use next_rung::formats::framework_file;
use next_rung::formats::share_link::{ShareLinkError, asks_for_second_view, decode, encode, find, fragment};
use serde_json::{Value, json};
use support::{answers, folder, framework_with, made_up, published};

const LADDER: &str = "route=short knives/2:s makes-stock:r current-title=is-cook";

/// A link as it was once made, and its content.
struct Golden {
    link: String,
    subject: Subject,
    answers: Value,
}

/// Returns the links of version 1 that were made of a published framework. Never change one; add one when the format
/// grows.
fn golden(framework: &str) -> Vec<Golden> {
    let path = folder("tests/fixtures/links").join(format!("{framework}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: Vec<Value> = serde_json::from_str(&text).expect("the fixture is a list");
    let golden = |each: &Value| Golden {
        link: each["link"].as_str().expect("the link is a text").to_owned(),
        subject: if each["about"] == "another" { Subject::Another } else { Subject::Oneself },
        answers: each["answers"].clone(),
    };
    file.iter().map(golden).collect()
}

#[track_caller]
fn check_opens(framework: &Framework, golden: &Golden) {
    let shared = decode(framework, &golden.link).expect("a link once made opens");
    let file: AnswersFile = serde_json::from_value(golden.answers.clone()).expect("the fixture holds answers");
    assert_eq!((shared.answers, Vec::new()), answers_file::read(framework, &file));
    assert_eq!((shared.subject, shared.dropped), (golden.subject, 0));
}

#[track_caller]
fn check_refused(link: &str, expected: ShareLinkError) {
    assert_eq!(decode(&made_up("ladder"), link), Err(expected));
}

#[track_caller]
fn check_found(text: &str, expected: &[&str]) {
    assert_eq!(find(text), expected);
}

#[test]
fn every_link_ever_made_opens() {
    for id in PUBLISHED {
        let golden = golden(id);
        assert!(golden.len() >= 3, "{id} has fewer than three golden links");
        golden.iter().for_each(|each| check_opens(&published(id), each));
    }
}

#[test]
fn a_link_opens_after_statements_questions_and_options_changed_places() {
    for id in PUBLISHED {
        let mut file: Value = serde_json::from_str(&support::framework_text(id)).expect("the file is JSON");
        file["revision"] = json!(9);
        for competency in file["competencies"].as_array_mut().expect("they are a list") {
            for step in competency["steps"].as_array_mut().expect("they are a list") {
                step["indicators"].as_array_mut().expect("they are a list").reverse();
            }
        }
        for question in file["situation"].as_array_mut().expect("they are a list") {
            question["options"].as_array_mut().expect("they are a list").reverse();
        }
        file["situation"].as_array_mut().expect("they are a list").reverse();
        let changed = framework_file::read(&file.to_string()).expect("the order of statements is free");
        golden(id).iter().for_each(|each| check_opens(&changed, each));
    }
}

#[test]
fn what_the_framework_no_longer_has_is_left_out_and_counted() {
    let ladder = made_up("ladder");
    let link = encode(&ladder, Subject::Oneself, &answers(&ladder, LADDER));
    let [rated, option] = ["/competencies/0/steps/1/indicators/0/slot", "/situation/0/options/1/slot"];
    let changed = framework_with("ladder", &[(rated, json!(700)), (option, json!(60))]);
    let shared = decode(&changed, &link).expect("the link opens");
    assert_eq!(shared.dropped, 2);
    let mut expected = answers(&changed, LADDER);
    expected.choose(0, None);
    expected.rate(changed.indicators_of(support::step_named(&changed, "knives/2")).next().expect("it has some"), None);
    assert_eq!(shared.answers, expected);
}

#[test]
fn a_statement_added_later_is_unanswered() {
    let before = made_up("ladder");
    let link = encode(&before, Subject::Oneself, &answers(&before, "*:c"));
    let after = framework_with("ladder", &[("/competencies/2/steps/2/indicators/0/slot", json!(500))]);
    let shared = decode(&after, &link).expect("the link opens");
    let added = after.indicators.iter().position(|each| each.slot == 500).expect("it was added");
    assert_eq!(shared.answers.rating(IndicatorIndex(added)), None);
}

#[test]
fn a_link_stays_below_500_characters_with_everything_answered() {
    for id in PUBLISHED {
        let framework = published(id);
        let mut all = answers(&framework, "*:r");
        for index in 0..framework.indicators.len() {
            all.rate(IndicatorIndex(index), Some(Rating::NotMyRole));
        }
        for (question, each) in framework.situation.iter().enumerate() {
            all.choose(question, Some(each.options.len() - 1));
        }
        let address = format!(
            "https://someone.github.io/next-rung/?framework={id}#{}",
            fragment(&[encode(&framework, Subject::Another, &all)])
        );
        assert!(address.len() < 500, "{id}: {} characters", address.len());
    }
}

#[test]
fn a_link_carries_no_notes() {
    let ladder = made_up("ladder");
    let mut with_note = answers(&ladder, LADDER);
    with_note.write_note(CompetencyIndex(0), "The Friday soup".to_owned());
    let without = encode(&ladder, Subject::Oneself, &answers(&ladder, LADDER));
    assert_eq!(encode(&ladder, Subject::Oneself, &with_note), without);
}

#[test]
fn a_cut_link_is_refused() {
    let ladder = made_up("ladder");
    let link = encode(&ladder, Subject::Oneself, &answers(&ladder, LADDER));
    for length in 0..link.len() {
        let cut = decode(&ladder, &link[..length]);
        assert_eq!(cut, Err(ShareLinkError::Damaged), "{}", &link[..length]);
    }
}

#[test]
fn a_newer_version_is_told_apart_even_where_the_rest_is_unknown() {
    check_refused("2.anything-at-all", ShareLinkError::NewerVersion { found: 2 });
    check_refused("31.ladder.1.A~~", ShareLinkError::NewerVersion { found: 31 });
}

#[test]
fn what_is_no_link_is_refused() {
    for text in
        ["", ".", "1", "0.ladder.1.AA.AAAAAA", "1.ladder.1.AA.AAAAAA", "one.ladder.1.AA.AAAAAA", "1.....", "–.–"]
    {
        check_refused(text, ShareLinkError::Damaged);
    }
    check_refused(&"A".repeat(1 << 20), ShareLinkError::Damaged);
    check_refused(&format!("1.ladder.1.{}.AAAAAA", "A".repeat(1 << 20)), ShareLinkError::Damaged);
}

#[test]
fn a_result_in_another_framework_names_it() {
    let grid = made_up("grid");
    let link = encode(&grid, Subject::Oneself, &answers(&grid, ""));
    check_refused(&link, ShareLinkError::OtherFramework { found: "grid".to_owned() });
}

#[test]
fn results_are_found_in_a_fragment() {
    check_found("#r=1.clarity.1.AA.BBBBBB", &["1.clarity.1.AA.BBBBBB"]);
    check_found("#r=1.a.1.AA.BBBBBB&r=1.a.1.CC.DDDDDD", &["1.a.1.AA.BBBBBB", "1.a.1.CC.DDDDDD"]);
    check_found("", &[]);
    check_found("#r=", &[""]);
}

#[test]
fn what_other_software_adds_to_a_fragment_is_passed_over() {
    check_found("#r=1.a.1.AA.BBBBBB#?secret=x1Y2z3", &["1.a.1.AA.BBBBBB"]);
    check_found("#?secret=x1Y2z3", &[]);
    check_found("#?secret=x1Y2z3&r=1.a.1.AA.BBBBBB", &["1.a.1.AA.BBBBBB"]);
    check_found("#r=1.a.1.AA.BBBBBB:~:text=next%20rung", &["1.a.1.AA.BBBBBB"]);
    check_found("#r=1.a.1.AA.BBBBBB&utm_source=mail", &["1.a.1.AA.BBBBBB"]);
    check_found("#chapter-2", &[]);
}

#[test]
fn a_result_is_found_in_a_message() {
    check_found("Look: https://a.example/?framework=a#r=1.a.1.AA.BBBBBB. Bye", &["1.a.1.AA.BBBBBB"]);
    check_found("<https://a.example/#r=1.a.1.AA.BBBBBB>", &["1.a.1.AA.BBBBBB"]);
}

/// Returns links of `clarity` whose check ends in punctuation, made before links ended in a letter.
fn ends_in_punctuation() -> Vec<String> {
    let framework = published("clarity");
    let mut links = Vec::new();
    for place in 0..framework.indicators.len() {
        for rating in Rating::ALL {
            let mut answers = answers(&framework, "*:c");
            answers.rate(IndicatorIndex(place), Some(rating));
            let link = encode(&framework, Subject::Oneself, &answers);
            if let Some(before) = link.strip_suffix('A').filter(|before| before.ends_with(['-', '_'])) {
                links.push(before.to_owned());
            }
        }
    }
    assert!(!links.is_empty(), "one link in thirty or so ends in punctuation");
    links
}

#[test]
fn no_new_link_ends_in_punctuation() {
    let framework = published("clarity");
    for old in ends_in_punctuation() {
        let shared = decode(&framework, &old).expect("an old link opens");
        let new = encode(&framework, shared.subject, &shared.answers);
        assert!(new.ends_with(|letter: char| letter.is_ascii_alphanumeric()), "{new}");
        assert_eq!(decode(&framework, &new), Ok(shared));
    }
}

#[test]
fn an_old_link_that_lost_the_punctuation_at_its_end_opens() {
    let framework = published("clarity");
    for old in ends_in_punctuation() {
        let cut = &old[..old.len() - 1];
        assert_eq!(decode(&framework, cut), decode(&framework, &old), "{cut}");
        assert_eq!(decode(&framework, &cut[..cut.len() - 1]), Err(ShareLinkError::Damaged), "but no more than that");
    }
}

/// A link of the fixtures, for the changes that mail and chats make to an address with it.
const SENT: &str = "1.clarity.1.DASRSSTiSRSSD.CTDeDR";

#[test]
fn what_gateways_make_of_a_link_is_undone() {
    let address = format!("https://a.example/f/clarity/#r={SENT}");
    let once = address.replace(':', "%3A").replace('/', "%2F").replace('#', "%23").replace('=', "%3D");
    let safe = format!("https://eur01.safelinks.protection.outlook.com/?url={once}&data=05%7C01&reserved=0");
    check_found(&safe, &[SENT]);
    check_found(&format!("#r%3D{SENT}"), &[SENT]);
    check_found(&format!("#r%253D{SENT}"), &[SENT]);
    check_found(&format!("https://a.example/f/clarity/%23r={SENT}"), &[SENT]);
    check_found(&format!("https://a.example/f/clarity/%2523r%253D{SENT}"), &[SENT]);
    check_found(&format!("#r={SENT}&amp;r={SENT}"), &[SENT, SENT]);
    check_found(&format!("#r={SENT}%26r={SENT}"), &[SENT, SENT]);
    check_found(&format!("https://a.example/#r=3D{SENT}"), &[SENT]);
}

#[test]
fn what_breaks_a_line_within_a_link_is_passed_over() {
    let (start, end) = SENT.split_at(20);
    for between in ["\n", "\r\n", "\n> ", "\n>> ", "=\r\n", " ", "\u{200b}", "\u{ad}", "\u{feff}", "\n\t"] {
        check_found(&format!("See https://a.example/#r={start}{between}{end}\nBye"), &[SENT]);
        check_found(&format!("> https://a.example/#r={start}{between}{end}"), &[SENT]);
    }
}

#[test]
fn what_cannot_be_undone_is_still_found_as_damaged() {
    let cut = &SENT[..SENT.len() - 2];
    check_found(&format!("https://a.example/#r%3D{cut} and more"), &[cut]);
    assert_eq!(decode(&published("clarity"), cut), Err(ShareLinkError::Damaged));
}

#[test]
fn an_address_asks_for_a_second_view() {
    assert!(asks_for_second_view("%23second-view"));
    assert!(asks_for_second_view("#second-view"));
    assert!(asks_for_second_view("#second-view#?secret=x1Y2z3"));
    assert!(!asks_for_second_view("#my-second-view"));
}
