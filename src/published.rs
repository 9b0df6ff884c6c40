//! When an article was published, out of the many ways in which sources write it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::{rfc2822, strtime};
use jiff::tz::TimeZone;

use crate::article::Article;

/// Forms with a time of day, after ISO 8601 and RFC 2822 have been tried. Day before month, as
/// most of the world writes it; the other order is read where this one makes no date.
const TIMES: &[&str] = &[
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d-%m-%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y%m%dT%H%M%S",
    "%d %B %Y %H:%M",
    "%d %b %Y %H:%M",
    "%B %d, %Y %H:%M",
    "%b %d, %Y %H:%M",
    "%B %d, %Y %I:%M %p",
    "%b %d, %Y %I:%M %p",
    "%a %b %d %H:%M:%S %Y",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %I:%M %p",
];

/// Forms without a time of day.
const DAYS: &[&str] = &[
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%A, %d %B %Y",
    "%A, %B %d, %Y",
    "%m/%d/%Y",
];

/// When the article was published, in seconds since 1970 UTC; `None` when it does not say, or
/// says it in a form we do not know.
///
/// Known forms: ISO 8601 and RFC 3339, RFC 2822, seconds or milliseconds since 1970, and the usual
/// written forms (`29/10/2013 19:31`, `March 3, 2024`). A time without a zone is taken as UTC.
///
/// ```
/// use nutgraf::{Article, published};
/// let written = |date: &str| Article { published: Some(date.into()), ..Article::new("a", "x") };
/// assert_eq!(published(&written("1970-01-02T00:00:00+01:00")), Some(82_800));
/// assert_eq!(published(&written("02/01/1970 00:01")), Some(86_460));
/// assert_eq!(published(&written("yesterday")), None);
/// ```
#[must_use]
pub fn published(article: &Article) -> Option<i64> {
    parse(article.published.as_deref()?.trim())
}

/// The day an article was published on, in days since 1970 UTC.
pub(crate) fn day(article: &Article) -> Option<i64> {
    published(article).map(|seconds| seconds.div_euclid(86_400))
}

fn parse(text: &str) -> Option<i64> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_second());
    }
    if let Some(seconds) = since_1970(text) {
        return Some(seconds);
    }
    // `2024-03-03 14:05` and its like; a zone in brackets after it is not looked at.
    if let Ok(time) = text.parse::<DateTime>() {
        return in_utc(time);
    }
    if let Ok(zoned) = rfc2822::parse(text) {
        return Some(zoned.timestamp().as_second());
    }
    let time = TIMES.iter().find_map(|form| DateTime::strptime(form, text).ok());
    let day = || DAYS.iter().find_map(|form| Date::strptime(form, text).ok());
    let zoned = || strtime::parse("%Y-%m-%d %H:%M:%S %z", text).ok()?.to_timestamp().ok();
    match time.or_else(|| day().map(DateTime::from)) {
        Some(time) => in_utc(time),
        None => zoned().map(Timestamp::as_second),
    }
}

/// Ten digits are seconds, thirteen milliseconds.
fn since_1970(text: &str) -> Option<i64> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        10 => text.parse().ok(),
        13 => text.parse::<i64>().ok().map(|milliseconds| milliseconds / 1000),
        _ => None,
    }
}

fn in_utc(time: DateTime) -> Option<i64> {
    TimeZone::UTC.to_timestamp(time).ok().map(Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_in_many_forms() {
        for text in [
            "2024-03-03T14:05:00Z",
            "2024-03-03T14:05Z",
            "2024-03-03T15:05:00.000+01:00",
            "2024-03-03 14:05:00",
            "2024-03-03 14:05",
            "2024-03-03 15:05:00 +0100",
            "Sun, 03 Mar 2024 14:05:00 GMT",
            "Sun, 3 Mar 2024 09:05:00 -0500",
            "03/03/2024 14:05",
            "3/3/2024 14:05",
            "03.03.2024 14:05",
            "March 3, 2024 14:05",
            "Mar 3, 2024 2:05 PM",
            "1709474700",
            "1709474700000",
        ] {
            assert_eq!(parse(text), Some(1_709_474_700), "{text}");
        }
    }

    #[test]
    fn days_without_a_time() {
        for text in
            ["2024-03-13", "13/03/2024", "13-3-2024", "13 March 2024", "3/13/2024", "20240313"]
        {
            assert_eq!(parse(text), Some(1_710_288_000), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "soon", "2024-13-45", "99/99/2024", "12", "\u{0}", "１２/０３/２０２４"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
