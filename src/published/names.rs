//! What months and zones are called in dates.

/// Names of other zones. `ET` and its like do not say whether it is summer: an hour at most.
pub(super) const ZONE_NAMES: &[(&str, &str)] = &[
    ("EST", "-0500"),
    ("EDT", "-0400"),
    ("ET", "-0500"),
    ("CST", "-0600"),
    ("CDT", "-0500"),
    ("CT", "-0600"),
    ("MST", "-0700"),
    ("MDT", "-0600"),
    ("PST", "-0800"),
    ("PDT", "-0700"),
    ("PT", "-0800"),
    ("BST", "+0100"),
    ("WEST", "+0100"),
    ("CET", "+0100"),
    ("MEZ", "+0100"),
    ("CEST", "+0200"),
    ("MESZ", "+0200"),
    ("EET", "+0200"),
    ("EEST", "+0300"),
    ("MSK", "+0300"),
    ("JST", "+0900"),
];

/// The months as other languages write them in a date, and what else English calls them.
pub(super) const MONTHS: &[(&str, &str)] = &[
    (
        "Jan",
        "januar jänner janvier enero gennaio janeiro januari stycznia ledna ianuarie января \
         січня ocak tammikuuta ιανουαρίου يناير",
    ),
    (
        "Feb",
        "februar février febrero febbraio fevereiro februari lutego února februarie февраля \
         лютого şubat helmikuuta φεβρουαρίου فبراير",
    ),
    (
        "Mar",
        "märz mars marzo março maart marts marca března martie марта березня mart maaliskuuta \
         maret μαρτίου مارس",
    ),
    (
        "Apr",
        "avril abril aprile kwietnia dubna aprilie апреля квітня nisan huhtikuuta απριλίου \
         أبريل",
    ),
    ("May", "mai mayo maggio maio mei maj maja května мая травня mayıs toukokuuta μαΐου مايو"),
    (
        "Jun",
        "juni juin junio giugno junho czerwca června iunie июня червня haziran kesäkuuta \
         ιουνίου يونيو",
    ),
    (
        "Jul",
        "juli juillet julio luglio julho lipca července iulie июля липня temmuz heinäkuuta \
         ιουλίου يوليو",
    ),
    (
        "Aug",
        "août agosto augustus augusti sierpnia srpna августа серпня ağustos elokuuta agustus \
         αυγούστου أغسطس",
    ),
    (
        "Sep",
        "sept septembre septiembre settembre setembro września září septembrie сентября \
         вересня eylül syyskuuta σεπτεμβρίου سبتمبر",
    ),
    (
        "Oct",
        "oktober octobre octubre ottobre outubro października října octombrie октября жовтня \
         ekim lokakuuta οκτωβρίου أكتوبر",
    ),
    (
        "Nov",
        "novembre noviembre listopada listopadu noiembrie ноября листопада kasım marraskuuta \
         νοεμβρίου نوفمبر",
    ),
    (
        "Dec",
        "dezember décembre diciembre dicembre dezembro desember grudnia prosince decembrie \
         декабря грудня aralık joulukuuta δεκεμβρίου ديسمبر",
    ),
];
