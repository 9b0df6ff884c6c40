//! Why a summary is as it is, as text.

use std::fmt::Write;

use crate::notes::{Explained, Explanation, RunNotes};
use crate::output::text::{line, plain};
use crate::summary::{Summary, Support};

/// Adds the explanation below a summary.
pub(super) fn explanation(out: &mut String, summary: &Summary, explanation: &Explanation) {
    out.push_str("\nWhy these sentences\n");
    for (turn, chosen) in (1..).zip(&explanation.chosen) {
        let head = format!("{turn}. {} ({})", plain(&chosen.text), plain(&chosen.article));
        line(out, &head, "", "   ");
        worth(out, chosen);
        let own = summary.sentences().iter().find(|sentence| sentence.rank == turn);
        for support in own.into_iter().flat_map(|sentence| &sentence.support) {
            differences(out, support);
        }
    }
    if !explanation.rejected.is_empty() {
        out.push_str("\nThe next best\n");
    }
    for rejected in &explanation.rejected {
        let reason = serde_json::to_value(rejected.reason).unwrap_or_default();
        let reason = reason.as_str().unwrap_or_default();
        let text = format!(
            "{reason} ({:.2}): {} ({})",
            rejected.gain,
            plain(&rejected.text),
            plain(&rejected.article)
        );
        line(out, &text, "- ", "  ");
    }
    out.push_str("\nThe run\n");
    run(out, &explanation.run);
}

/// The parts of a chosen sentence's worth.
fn worth(out: &mut String, chosen: &Explained) {
    let mut parts = format!(
        "gain {:.2}: salience {:.2}, article centrality {:.2}, position {}",
        chosen.gain, chosen.salience, chosen.centrality, chosen.position
    );
    if (chosen.emphasis - 1.0).abs() > f64::EPSILON {
        let _ = write!(parts, ", emphasis {:.2}", chosen.emphasis);
    }
    if chosen.support > 0 {
        let articles = if chosen.support == 1 { "article" } else { "articles" };
        let _ = write!(parts, ", also in {} other {articles}", chosen.support);
    }
    for blemish in &chosen.blemishes {
        let _ = write!(parts, ", {blemish}");
    }
    line(out, &parts, "   ", "   ");
    let concepts = chosen.concepts.iter();
    let concepts: Vec<String> =
        concepts.map(|c| format!("{} {:.1}", plain(&c.concept), c.weight)).collect();
    if !concepts.is_empty() {
        line(out, &format!("says first: {}", concepts.join(", ")), "   ", "   ");
    }
    if chosen.alone > 0.0 {
        line(out, &format!("says alone: {:.1}", chosen.alone), "   ", "   ");
    }
}

/// What a supporting sentence says otherwise.
fn differences(out: &mut String, support: &Support) {
    let article = plain(&support.article_id);
    for number in &support.numbers {
        let (here, of, there) = (&number.here, plain(&number.of), &number.there);
        line(out, &format!("differs: {here} {of} here, {there} in {article}"), "   ", "   ");
    }
    if let Some(denial) = &support.denial {
        let text =
            format!("may contradict {article}: only one of the two says “{}”", plain(denial));
        line(out, &text, "   ", "   ");
    }
}

/// How large the cluster was, how long each stage took, and what cleaning left out.
fn run(out: &mut String, run: &RunNotes) {
    let [read, rank, select] = run.seconds.map(|seconds| seconds * 1000.0);
    let settled = if run.converged { "settled" } else { "did not settle" };
    let text = format!(
        "{} sentences, {} candidates, {} terms; the ranking {settled} after {} rounds; \
         {read:.1} ms reading, {rank:.1} ms ranking, {select:.1} ms selecting",
        run.sentences, run.candidates, run.terms, run.rounds
    );
    line(out, &text, "", "");
    for (rule, article, text) in &run.dropped {
        line(out, &format!("left out by {rule} ({}): {}", plain(article), plain(text)), "- ", "  ");
    }
}
