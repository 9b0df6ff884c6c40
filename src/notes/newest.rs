//! The time of the newest article.

use crate::notes::Context;
use crate::published::published;

/// When the newest article that was read was published, as it says itself; the earlier of equals.
pub(crate) fn newest(context: &Context<'_>) -> Option<String> {
    let dated = context.read().filter_map(|(_, a, _)| published(a).map(|time| (time, a)));
    let newest = dated.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    newest.1.published.clone()
}
