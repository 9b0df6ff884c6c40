//! Captions and photo credits.

use super::phrases::{Openers, Within, opens_unspaced};
use super::{Line, Rule, Verdict, picture};

/// A photo credit or a caption with one: `Photo: Ada Lund / Fjord Wire`, `(Photo by Ada Lund)`,
/// `The bridge on Tuesday. Ada Lund/Getty Images`, `FILE - The bridge in May.`, `In this photo
/// taken on Tuesday, …`
pub(super) struct Caption;

/// Openers of a caption, and of a credit beside the labels of [`picture::after_label`]; a colon or a
/// `by` makes the difference.
static OPENERS: Openers = Openers::new(&[
    "photo by ",
    "photo credit",
    "photo courtesy",
    "pictured:",
    "image credit",
    "image caption",
    "image source",
    "caption:",
    "video:",
    "(photo",
    "[photo",
    "(image",
    "file photo",
    "file -",
    "file –",
    "file —",
    "file image",
    "media caption",
    "credit:",
    "graphic:",
    "infographic:",
    "bild:",
    "bilder:",
    "symbolbild",
    "crédit photo",
    "crédits",
    "ảnh minh họa",
    "चित्र:",
    "photos by ",
    "photos courtesy",
    "photos via",
    "photo via",
    "images courtesy",
    "image courtesy",
    "image via",
    "thumbnail image",
    "picture by",
    "picture courtesy",
    "pictures:",
    "enlarge image",
    "enlarge this image",
    "enlarge /",
    "(pictured",
    "ap photo",
    "reuters/",
    "a handout photo",
    "a handout image",
    "handout photo",
    "a file photo",
    "a file image",
    "in this file photo",
    "in this photo",
    "in this image",
    "in this undated photo",
    "in this still image",
    "in this frame grab",
    "in this image made from video",
    "this undated photo",
    "this file photo",
    "this photo provided by",
    "this photo released by",
    "this image provided by",
    "this image released by",
    "this image made from",
    "this combination of",
    "this handout",
    "this still image",
    "media playback caption",
    "slide ",
    "quellenangabe",
    "archivbild",
    "archivfoto",
    "aufmacherbild",
    "photo d'illustration",
    "photo d’illustration",
    "image d'illustration",
    "legende :",
    "légende :",
    "crédit :",
    "foto de archivo",
    "foto de arquivo",
    "foto d'archivio",
    "foto di repertorio",
    "foto ilustrativa",
    "fot.",
    "fot:",
    "ilustrasi:",
    "hình minh họa",
    "hình:",
    "ảnh tư liệu",
    "фото из архива",
    "图：",
    "图片来源",
    "圖：",
    "图片：",
    "圖片：",
    "写真：",
    "写真:",
    "写真＝",
    "写真=",
    "【写真】",
    "【写真",
    "사진:",
    "사진=",
    "사진 =",
    "사진제공",
]);

/// Openers that stand before a word without a space: `图为大桥。`
const UNSPACED: &[&str] = &["图为", "圖為"];

/// Openers `In this … photo`: what stands between is a date.
const IN_THIS: &str = "In this ";

/// What follows the date.
static PICTURE: Openers = Openers::new(&[
    "file photo",
    "photo",
    "image",
    "photograph",
    "frame grab",
    "video frame grab",
    "still image",
    "video image",
    "courtroom sketch",
    "handout",
    "aerial photo",
    "booking photo",
    "combination photo",
    "family photo",
    "satellite image",
    "satellite photo",
]);

/// Marks anywhere in a caption.
static MARKS: Within = Within::new(&[
    "(ap photo/",
    "(photo by",
    "(photo:",
    "(image:",
    "(foto:",
    "photo credit:",
    "photo courtesy of",
    "(photo courtesy",
    "photograph:",
    "image credit:",
    "picture taken",
    "(file photo",
    "Ảnh:",
    "featuring:",
    "media caption",
    "image caption",
    "reuters/",
    "/getty images",
    "/wenn",
]);

/// The most words of a caption.
const MOST_WORDS: usize = 60;

impl Rule for Caption {
    fn name(&self) -> &'static str {
        "caption"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if text.len() > 700 {
            return Verdict::Keep;
        }
        let dated = text.strip_prefix(IN_THIS).is_some_and(|rest| {
            // `In this Tuesday, May 3, 2031 file photo`, and not `In this Norvale suburb, a photo …`.
            let of_date = |word: &&str| {
                let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
                word.is_empty()
                    || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                    || word == "undated"
            };
            let words = rest.split_inclusive(|c: char| !c.is_alphanumeric());
            let date: usize = words.take_while(of_date).map(str::len).sum();
            rest.starts_with(char::is_uppercase) && PICTURE.strip(&rest[date..]).is_some()
        });
        // The buttons of a gallery after its captions.
        let gallery = text.ends_with(" Previous Next");
        let marked = || {
            dated
                || gallery
                || picture::after_label(text).is_some()
                || OPENERS.strip(text).is_some()
                || line.marked && MARKS.is_in(text)
                || opens_unspaced(text, UNSPACED)
        };
        let credited = || {
            picture::ends_with_credit(text)
                || text.ends_with(')')
                    && text.rfind("(Published ").is_some_and(|at| text.len() - at < 50)
        };
        if (marked() || credited()) && line.has_at_most(MOST_WORDS) {
            Verdict::Drop
        } else {
            Verdict::Keep
        }
    }

    fn phrases(&self) -> Vec<&'static str> {
        MARKS.phrases.to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn captions_go() {
        let lines = [
            "Photo: Ada Lund / Fjord Wire",
            "(Photo: Ada Lund)",
            "The bridge on Tuesday. Ada Lund/Getty Images",
            "FILE - The bridge in May.",
            "The bridge at dawn. (AP Photo/Ada Lund, File)",
            "Foto: Ada Lund",
            "Foto : Ada Lund",
            "Ảnh: Ada Lund",
            "Ảnh：Ada Lund",
            "Nguồn ảnh: Ada Lund",
            "Cầu sáng 3-3 - Ảnh: Ada Lund",
            "In this Tuesday, March 3, 2031 file photo, the bridge lies in the river.",
            "In this Sept. 3, 2031, aerial photo, the bridge lies in the river.",
            "The bridge lies in the river. REUTERS/Ada Lund",
            "The bridge lies in the river... (Associated Press)",
            "Ada Lund / Fjord Wire / Getty",
            "Image courtesy of the harbour",
            "The bridge lies in the river. (Ada Lund/Fjord Wire)",
            "The bridge lies in the river on March 3. (NPD)",
            "The bridge in the river. (File/FJORD5)",
            "The bridge in the river. (NTV 9)",
            "The mayor spoke on Tuesday. (AP)",
            "“It fell,” she said. Ada Lund / for Fjord Wire",
            "The bridge in the river. Photograph: Fjord TV",
            "The bridge in the river. The bridge at dawn. Previous Next",
            "The bridge in the river. | FJORD TV",
            "The bridge at dawn, in Norvale-sur-Mer. © Fjord Images",
            "Helfer an der Brücke. © dpa",
            "صورة للجسر المنهار - أ ف ب",
            "صورة للجسر المنهار (رويترز)",
            "图为落水的大桥。新海社记者 李明 摄",
            "落水的大桥（李明摄）",
            "图为落水的大桥。",
            "【写真】川に落ちた橋",
            "写真：山田太郎",
            "川に落ちた橋＝12日午後、白浜県",
            "川に落ちた橋=2031年3月、白浜県（共日ヘリから）",
            "사진=바다통신",
        ];
        assert_all(&Caption, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Photos from the bridge show a crack.",
            "Getty Images sued the firm on Tuesday.",
            "File sharing was shut down.",
            "In this town, a photo of the bridge hangs in every shop.",
            "In this Norvale suburb, a photo of the old bridge hangs in every shop.",
            "In this March 3, 2031 report, the image of the bridge is clear.",
            "The bridge fell at noon, according to Reuters",
            "The port sold the picture to Getty Images.",
            "Slides of mud closed the road.",
            "The port was closed. (Laughter)",
            "The mayor (Ada Lund/Fjord Party)",
            "The bridge fell. | It was old.",
            "The bridge fell at noon. | read on here",
            "The bridge, which the town and the county had built together in the spring after the war, when stone was dear and hands were few, fell at noon. | Fjord Wire",
            "صورة للجسر المنهار في المدينة.",
            "قال مسؤول إن الجسر انهار - رويترز",
            "地图为人们指路。",
            "照片由李明拍摄。",
            "写真の橋は3月に落ちた。",
            "気温＝12度で橋が凍った。",
            "橋が落ちたと市長が語った。（東京＝3日、山田）",
            "사진은 다리를 보여 준다.",
        ];
        assert_all(&Caption, &lines.map(line), Verdict::Keep);
    }
}
