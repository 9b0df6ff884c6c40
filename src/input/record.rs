//! A record: what lies between reading and parsing.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::article::{Article, Cluster};
use crate::input::dated::date_at_head;
use crate::input::{FieldNames, Limits, Place, Problem};

/// What a record holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One article.
    Article(Article),
    /// A cluster of articles.
    Cluster(Cluster),
}

impl Item {
    /// The articles of the item.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        match self {
            Self::Article(article) => std::slice::from_ref(article),
            Self::Cluster(cluster) => &cluster.articles,
        }
    }

    fn articles_mut(&mut self) -> &mut [Article] {
        match self {
            Self::Article(article) => std::slice::from_mut(article),
            Self::Cluster(cluster) => &mut cluster.articles,
        }
    }
}

/// Something and the place it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// Where it stands.
    pub place: Place,
    /// What stands there.
    pub value: T,
}

/// Items of a record; what was wrong stands among them.
pub(super) type Items = Vec<Result<Item, Problem>>;

/// Turns what was read into items.
type Parse = Box<dyn FnOnce(&Place, &FieldNames) -> Items + Send>;

/// Turns the bytes of a record into items.
pub(super) type ParseBytes = fn(&Place, Vec<u8>, &FieldNames) -> Items;

/// A record as read: a line of JSON, a page, a text file. Parsing it is the costly part, and may
/// be done elsewhere.
pub struct Record {
    /// Where it stands.
    pub place: Place,
    parse: Parse,
    plain: bool,
    limits: Limits,
    bytes: usize,
}

impl Record {
    /// A record of so many bytes that `parse` turns into items.
    pub(super) fn new(
        place: Place,
        limits: Limits,
        bytes: usize,
        parse: impl FnOnce(&Place, &FieldNames) -> Items + Send + 'static,
    ) -> Self {
        Self { place, parse: Box::new(parse), plain: false, limits, bytes }
    }

    /// A record of these bytes, which `parse` turns into items.
    pub(super) fn of_bytes(
        place: Place,
        limits: Limits,
        bytes: Vec<u8>,
        parse: ParseBytes,
    ) -> Self {
        let length = bytes.len();
        Self::new(place, limits, length, move |place, fields| parse(place, bytes, fields))
    }

    /// The same record, of plain text.
    pub(super) fn plain(self) -> Self {
        Self { plain: true, ..self }
    }

    /// True for plain text, false for a format that has fields.
    #[must_use]
    pub fn is_plain_text(&self) -> bool {
        self.plain
    }

    /// Its length as read, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The items of the record, each with the record's place; each may be bad on its own. A
    /// [`Problem`] that [is a note](Problem::is_note) stands before the item it is about.
    #[must_use]
    pub fn parse(self, fields: &FieldNames) -> Vec<Result<Placed<Item>, Problem>> {
        let Self { place, parse, limits, .. } = self;
        // Parsers of whole formats are other people's work: a page that breaks one is a bad record,
        // not the end of a night's run.
        let items = catch_unwind(AssertUnwindSafe(|| parse(&place, fields))).unwrap_or_else(|_| {
            let what = "the record breaks the parser of its format";
            vec![Err(Problem::new(&place, what, "leave it out, and please report it"))]
        });
        items
            .into_iter()
            .map(|item| {
                let mut value = item?;
                for article in value.articles_mut() {
                    if article.published.is_none() {
                        article.published = date_at_head(&article.text).map(str::to_owned);
                    }
                }
                match value.articles().iter().find(|article| article.text.len() > limits.article) {
                    None => Ok(Placed { place: place.clone(), value }),
                    Some(long) => Err(Problem {
                        id: id_of(&value),
                        ..Problem::too_long(&place, "an article's text", long.text.len())
                    }),
                }
            })
            .collect()
    }
}

/// The id the item gives itself.
fn id_of(item: &Item) -> Option<String> {
    let id = match item {
        Item::Article(article) => &article.id,
        Item::Cluster(cluster) => &cluster.id,
    };
    (!id.is_empty()).then(|| id.clone())
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").field("place", &self.place).finish_non_exhaustive()
    }
}
