//! Whether the first words of an English sentence say what the sentence says.

/// Verbs that show themselves as such, without `n't`.
pub(super) const VERBS: &[&str] = &[
    "are", "ca", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "said", "says", "should", "was", "were", "will", "wo", "would",
];

/// Forms that are no participles and seldom nouns.
const FORMS: &[&str] = &[
    "became", "becomes", "began", "believes", "broke", "came", "chose", "comes", "drew", "drove",
    "fell", "flew", "gave", "gets", "goes", "grew", "knew", "knows", "makes", "means", "ran",
    "remains", "rose", "sang", "sank", "saw", "shook", "spoke", "takes", "thinks", "threw", "told",
    "took", "wants", "went", "won", "wrote",
];

/// What opens a clause with a verb of its own.
const OPENERS: &[&str] = &["that", "what", "which", "who", "whose"];

/// Verbs of saying: a clause with a verb of its own follows.
const SAYING: &[&str] = &["said", "say", "says"];

/// Nouns after a determiner or at the beginning of a sentence, else verbs: `Claims that`, `the claims
/// that`.
const DETERMINERS: &[&str] =
    &["a", "all", "an", "any", "new", "no", "some", "the", "these", "those"];

/// Words that may turn what stands before them into its opposite.
const CONDITIONS: &[&str] = &["if", "unless"];

/// Words after which `than` says what is compared.
const COMPARATIVES: &[&str] = &["better", "fewer", "less", "more", "rather", "worse"];

/// Words that deny, beside those with `n't`.
const DENIALS: &[&str] = &["cannot", "neither", "never", "nobody", "none", "not"];

/// Words that only go on with what was denied: `not … because`, `not … but`.
const AFTER_DENIAL: &[&str] = &["as", "because", "before", "but", "until"];

/// True when the head of a sentence has a verb for each of its clauses, as far as verbs can be known
/// by their form, and the words left out do not take back what the head says or say what it is about.
pub(super) fn is_complete(head: &[&str], rest: &[&str]) -> bool {
    // `Says that` opens one clause.
    let opens = |place: &usize| {
        let follows_saying = || *place > 0 && SAYING.contains(&head[place - 1]);
        SAYING.contains(&head[*place]) || OPENERS.contains(&head[*place]) && !follows_saying()
    };
    let openers = (0..head.len()).filter(opens).count();
    let verbs = || (0..head.len()).filter(|&place| is_verb(head, place)).count();
    // Without such a clause the verb of the sentence may be one that does not show itself.
    let has_verbs = openers == 0 || verbs() > openers;
    let compared = head.iter().any(|word| COMPARATIVES.contains(word))
        && !head.contains(&"than")
        && rest.contains(&"than");
    let taken_back = rest.iter().any(|word| CONDITIONS.contains(word))
        || compared
        || is_denied(head) && rest.first().is_some_and(|next| AFTER_DENIAL.contains(next));
    let is_open = |last: &&str| VERBS.contains(last) || ["one", "those"].contains(last);
    let ends_open = head.last().is_some_and(is_open);
    has_verbs && !taken_back && !ends_open
}

/// True where something is denied.
pub(super) fn is_denied(words: &[&str]) -> bool {
    let denies = |word: &str| DENIALS.iter().any(|denial| denial.eq_ignore_ascii_case(word));
    words.iter().any(|word| denies(word) || bare(word).1)
}

fn is_verb(words: &[&str], place: usize) -> bool {
    let (word, _) = bare(words[place].trim_end_matches(','));
    let is_noun = || {
        let before = place.checked_sub(1).map(|before| words[before].to_lowercase());
        before.is_none_or(|before| DETERMINERS.contains(&before.as_str()))
    };
    let says_that = words.get(place + 1) == Some(&"that") && !is_noun();
    let past = word.ends_with("ed") && word.len() > 4 && !is_noun();
    says_that || past || [VERBS, FORMS, SAYING].iter().any(|list| list.contains(&word))
}

/// A word without `n't`, and whether it had it.
fn bare(word: &str) -> (&str, bool) {
    let cut = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"));
    (cut.unwrap_or(word), cut.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_needs_the_verbs_of_its_clauses() {
        let complete = |sentence: &str| {
            let (head, rest) = sentence.split_once('|').expect("a cut");
            let [head, rest] = [head, rest].map(|part| part.split_whitespace().collect::<Vec<_>>());
            is_complete(&head, &rest)
        };
        for sentence in [
            "The dam above the town breaks | on Tuesday.",
            "A report says that the dam has broken | after the rain.",
            "Officials claim that the dam is safe | for a year.",
            "The man who built the dam was arrested | on Tuesday.",
        ] {
            assert!(complete(sentence), "{sentence}");
        }
        for sentence in [
            "Claims that the dam caused the flood | in the town are false.",
            "Police say letters sent to all schools | in the town are a hoax.",
            "The oldest dam in what has been, | so far, a dry year, broke.",
            "The officer who shot the man | in the town was arrested.",
            "The dam will break | in the night if the rain goes on.",
            "The officer didn't stop him | because he was suspected, but by chance.",
            "The mayor is not dead, | but in hiding.",
            "The mayor spent more time | on his rivals than on the dam.",
            "The mayor is the one | in the dock.",
        ] {
            assert!(!complete(sentence), "{sentence}");
        }
    }
}
