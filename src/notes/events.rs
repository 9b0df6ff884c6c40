//! Whether a sentence tells of another turn of a story: `was released` after `was charged`.

use crate::notes::counted::Words;
use crate::text::Language;

/// English stems of what befalls somebody or something in the news; those in a row tell of the same
/// turn. In other languages a turn is told by other signs alone.
const TURNS: &[&[&str]] = &[
    &["accept", "agre", "approv", "adopt", "endors", "ratifi"],
    &["acquit", "clear", "exoner"],
    &["appoint", "elect", "hire", "name"],
    &["arrest", "custodi", "detain"],
    &["began", "begin", "begun", "launch", "start"],
    &["break", "broke", "broken"],
    &["cancel", "halt", "postpon", "suspend"],
    &["charg", "indict"],
    &["close", "shut"],
    &["convict", "guilti"],
    &["dead", "death", "die", "kill"],
    &["declar"],
    &["dismiss", "fire", "oust", "sack"],
    &["end", "finish"],
    &["evacu"],
    &["free", "releas"],
    &["jail", "sentenc"],
    &["lift"],
    &["lose", "lost"],
    &["quit", "resign"],
    &["refus", "reject", "veto"],
    &["reopen", "resum"],
    &["rescu", "save"],
    &["sign"],
    &["beat", "defeat", "win", "won"],
    &["withdraw", "withdrawn", "withdrew"],
];

/// True for a sentence that tells of a turn of which none of those `known` does.
pub(super) fn tells_another_turn(new: &Words<'_>, known: &[&Words<'_>]) -> bool {
    if new.language != Language::English {
        return false;
    }
    let tells = |words: &Words<'_>, turn: &[&str]| {
        (0..words.len()).any(|place| turn.contains(&words.stem(place)))
    };
    TURNS.iter().any(|turn| tells(new, turn) && !known.iter().any(|words| tells(words, turn)))
}
