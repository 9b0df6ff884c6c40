//! When an article was published, out of the many ways in which sources write it.

mod names;
mod plain;

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::fmt::strtime::{self, BrokenDownTime};
use jiff::tz::{Offset, TimeZone};

use crate::article::Article;
use plain::plain;

pub(crate) use plain::is_month;

/// From 1900 to 2100, in seconds since 1970. What is further off is no date of news: a year of two
/// digits, the zero of a program, or something else altogether.
pub(crate) const PLAUSIBLE: Range<i64> = -2_208_988_800..4_133_980_800;

/// Ten digits from here on, the year 2033, may also be a day and an hour of this century, and are
/// that where they can be.
const LAST_SECONDS: i64 = 2_000_000_000;

/// How days are written, commas and weekdays left out. Day before month, as most of the world
/// writes it; the other order is read where this one makes no date.
const DAYS: &[&str] = &[
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%Y-%m-%d",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%d-%b-%Y",
    // Else the zone would be read as the year.
    "%b %d %H:%M:%S %z %Y",
    "%b %d %H:%M:%S %Y",
];

/// How the time of day is written after the day.
const TIMES: &[&str] = &["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%H%M%S", "%H%M", "%H"];

/// How the zone is written after the time of day.
const ZONES: &[&str] = &["%z", "%:z"];

/// When the article was published, in seconds since 1970 UTC; `None` when it does not say, or
/// says it in a form we do not know.
///
/// Known forms: ISO 8601 and RFC 3339, RFC 2822, seconds or milliseconds since 1970, digits alone
/// (`20240303140500`), and the usual written forms (`29/10/2013 19:31`, `Sept. 3, 2024 at 2:05 p.m.
/// EDT`, `3-Mar-2024`), with months in two dozen languages (`3. März 2024`, `3 марта 2024 г.`), or
/// Chinese, Japanese and Korean marks (`2024年3月3日`). A time without a zone is taken as UTC; the
/// weekday is not looked at, for it is often wrong. Years are from 1900 to 2100, and of four digits
/// but in RFC 2822.
///
/// ```
/// use nutgraf::{Article, published};
/// let written = |date: &str| Article { published: Some(date.into()), ..Article::new("a", "x") };
/// assert_eq!(published(&written("1970-01-02T00:00:00+01:00")), Some(82_800));
/// assert_eq!(published(&written("02/01/1970 00:01")), Some(86_460));
/// assert_eq!(published(&written("02/01/70")), None);
/// assert_eq!(published(&written("yesterday")), None);
/// ```
#[must_use]
pub fn published(article: &Article) -> Option<i64> {
    seconds(article.published.as_deref()?.trim())
}

/// In seconds.
pub(crate) const DAY: i64 = 86_400;

/// The day an article was published on, in days since 1970 UTC.
pub(crate) fn day(article: &Article) -> Option<i64> {
    day_of(article.published.as_deref()?)
}

/// The day that a date says, in days since 1970 UTC.
pub(crate) fn day_of(text: &str) -> Option<i64> {
    seconds(text.trim()).map(|seconds| seconds.div_euclid(DAY))
}

/// A day since 1970 UTC as it is written: `2024-03-02`.
pub(crate) fn date(day: i64) -> String {
    // Days are of articles, whose dates are from 1900 to 2100.
    let midnight = Timestamp::from_second(day.saturating_mul(DAY)).unwrap_or_default();
    midnight.strftime("%Y-%m-%d").to_string()
}

/// True for a time from `since` on and before `until`, all in seconds since 1970 UTC; what has no
/// time may be of any.
#[must_use]
pub fn is_between(time: Option<i64>, since: Option<i64>, until: Option<i64>) -> bool {
    time.is_none_or(|time| {
        since.is_none_or(|since| time >= since) && until.is_none_or(|until| time < until)
    })
}

/// True for a text with a year of the last or this century in it.
pub(crate) fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

/// The moment that a date says, in seconds since 1970 UTC.
pub(crate) fn seconds(text: &str) -> Option<i64> {
    let counted = since_1970(text);
    let seconds = counted.filter(|&seconds| seconds < LAST_SECONDS);
    let seconds = seconds.or_else(|| written(text)).or(counted);
    seconds.filter(|seconds| PLAUSIBLE.contains(seconds))
}

/// Ten digits are seconds, thirteen milliseconds; a fraction of them is left out.
fn since_1970(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    match whole.len() {
        10 => whole.parse().ok(),
        13 => whole.parse::<i64>().ok().map(|milliseconds| milliseconds / 1000),
        _ => None,
    }
}

fn written(text: &str) -> Option<i64> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_second());
    }
    // `2024-03-03 14:05` and its like; a zone in brackets after it is not looked at.
    if let Ok(time) = text.parse::<DateTime>() {
        return TimeZone::UTC.to_timestamp(time).ok().map(Timestamp::as_second);
    }
    let mail = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    if let Ok(moment) = mail.parse_timestamp(text) {
        return Some(moment.as_second());
    }
    let text = plain(text);
    day_and_time(&text).or_else(|| {
        // Its weekday, which may read like a month: `mar, 15 nov 2022`.
        let (weekday, rest) = text.split_once(' ')?;
        day_and_time(rest).filter(|_| weekday.chars().all(char::is_alphabetic))
    })
}

/// The moment that a plain date says.
fn day_and_time(text: &str) -> Option<i64> {
    DAYS.iter().find_map(|form| {
        let (day, end) = BrokenDownTime::parse_prefix(form, text).ok()?;
        let date = day.to_date().ok()?;
        let rest = text.get(end..)?;
        let (time, zone) = if rest.is_empty() { (day, None) } else { time_of_day(rest)? };
        let offset = zone.or(time.offset()).unwrap_or(Offset::UTC);
        let moment = offset.to_timestamp(date.to_datetime(time.to_time().ok()?)).ok()?;
        Some(moment.as_second())
    })
}

/// The time of day and the zone, where there is one.
fn time_of_day(text: &str) -> Option<(BrokenDownTime, Option<Offset>)> {
    TIMES.iter().find_map(|form| {
        let (time, end) = BrokenDownTime::parse_prefix(form, text).ok()?;
        let zone = text.get(end..)?.trim_start();
        if zone.is_empty() {
            return Some((time, None));
        }
        let offset = ZONES.iter().find_map(|form| strtime::parse(form, zone).ok()?.offset())?;
        Some((time, Some(offset)))
    })
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
            "1709474700.0",
            "2024-03-03 14:05:00 UTC",
            "2024-03-03 15:05 +0100",
            "2024-03-03 15:05:00.123 +01:00",
            "20240303140500",
            "202403031405",
            "20240303T140500",
            "Sat, 03 Mar 2024 14:05:00 GMT",
            "Sun, 03 Mar 24 14:05:00 +0000",
            "Sun, 3 Mar 2024 14:05",
            "Sunday, March 3, 2024, 2:05 pm",
            "Sun Mar  3 14:05:00 2024",
            "Sun Mar  3 14:05:00 UTC 2024",
            "Sat Mar 03 14:05:00 +0000 2024",
            "March 3, 2024, 2:05 PM",
            "3/3/2024 15:05:00 +0100",
            "3 March 2024 15:05 CET",
            "March 3, 2024 9:05 AM EST",
            "March 3, 2024 at 2:05 p.m.",
            "Mar. 3, 2024 2:05pm",
            "March 3rd, 2024 14:05",
            "3-Mar-2024 14:05",
            "3. März 2024, 14:05 Uhr",
            "Sonntag, 3. März 2024 um 15:05 Uhr MEZ",
            "dimanche 3 mars 2024 à 14:05",
            "3 de marzo de 2024 14:05",
            "2024年3月3日 14:05",
            "2024年3月3日(日)14時05分",
            "2024年3月3日14时05分",
            "2024年3月3日 日曜日 14:05",
            "2024年3月3日14時05分00秒",
            "2024년 3월 3일 14:05",
            "3 марта 2024 г. 14:05",
            "3 marca 2024, 14:05",
            "2:05 p.m. March 3, 2024",
            "14:05 GMT, 3 March 2024",
            "15:05 CET, 3 March 2024",
            "3 March 2024 15:05 (CET)",
            "03-03-2024 (14:05)",
            "mar, 3 mar 2024 15:05:00 +0100",
        ] {
            assert_eq!(seconds(text), Some(1_709_474_700), "{text}");
        }
    }

    #[test]
    fn days_without_a_time() {
        for text in [
            "2024-03-13",
            "2024-3-13",
            "13/03/2024",
            "13-3-2024",
            "13 March 2024",
            "Wed 13 Mar 2024",
            "3/13/2024",
            "20240313",
            "2024031300",
            "13-Mar-2024",
            "Mar. 13, 2024",
            "Wednesday, 13 March 2024",
            "13th March 2024",
        ] {
            assert_eq!(seconds(text), Some(1_710_288_000), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "2024-13-45",
            "99/99/2024",
            "12",
            "\u{0}",
            "１２/０３/２０２４",
            "Monday",
            "13 March 2024 about noon",
            "13xx March 2024",
            "de",
            "March 13, 2024 14:05 Z+1",
            ".",
            "1709474700.",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_far_from_ours_is_no_date() {
        for text in [
            "03/03/24",
            "3.3.24",
            "24/03/03",
            "3 March 24",
            "March 3, 24",
            "03/03/24 14:05",
            "0001-01-01T00:00:00Z",
            "1899-12-31",
            "2101-01-01",
            "9999-12-31T23:59:59Z",
            "9999999999",
            "9999999999999",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
        assert_eq!(seconds("1900-01-01"), Some(PLAUSIBLE.start));
        assert_eq!(seconds("2100-12-31T23:59:59Z"), Some(PLAUSIBLE.end - 1));
    }

    #[test]
    fn ten_digits_are_seconds_or_a_day_and_an_hour() {
        assert_eq!(seconds("1711112223"), Some(1_711_112_223));
        assert_eq!(seconds("2024031314"), Some(1_710_338_400));
        assert_eq!(seconds("2040999999"), Some(2_040_999_999));
    }
}
