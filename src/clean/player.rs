//! What video and picture players write around themselves.

use super::phrases::{Openers, Within};
use super::{Line, Rule, Verdict};

/// `Media playback is unsupported on your device`, `Now Playing:`, `Click to play`.
pub(super) struct Player;

static OPENING: Openers = Openers::new(&[
    "media playback is",
    "video loading",
    "video unavailable",
    "video player is loading",
    "now playing",
    "play video",
    "watch video",
    "replay video",
    "replay more videos",
    "autoplay",
    "click to play",
    "tap to play",
    "the video will start in",
    "this video is",
    "video playback",
    "loading video",
    "loading...",
    "loading…",
    "embed code",
    "toggle fullscreen",
    "close video",
    "unmute",
    "sorry, this video",
    "photo gallery",
    "mute ",
    "hide caption",
    "toggle caption",
    "enlarge this image",
    "image gallery",
    "video wird geladen",
    "das video konnte nicht",
    "lecture en cours",
    "vídeo no disponible",
]);

static WITHIN: Within = Within::new(&[
    "replay more videos",
    "tap to play",
    "click to play",
    "autoplay autoplay",
    "playback is unsupported",
    "the video will start in",
    "must watch",
    "hide caption",
    "caption close",
    "back to gallery",
    "copy this code to your website",
]);

static ALONE: Openers = Openers::new(&[
    "play",
    "pause",
    "mute",
    "video",
    "photo",
    "photos",
    "image",
    "images",
    "gallery",
    "slideshow",
    "slide show",
    "fullscreen",
    "enlarge",
    "expand",
    "close",
    "transcript",
    "audio",
    "listen",
    "watch live",
    "live",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "vidéo",
    "vídeo",
    "play audio",
    "play video",
    "view gallery",
    "photo gallery",
    "expand image",
    "hình ảnh",
]);

/// An attribute of the markup of a player.
const MARKUP: &[&str] = &["=\"http", "='http"];

/// The most words of such a line.
const MOST_WORDS: usize = 45;

impl Rule for Player {
    fn name(&self) -> &'static str {
        "player"
    }

    fn judge(&self, line: &Line<'_>) -> Verdict {
        let text = line.text;
        if text.len() > 300 {
            return Verdict::Keep;
        }
        // What is left of the markup of a player.
        let markup = line.marked && MARKUP.iter().any(|mark| text.contains(mark));
        let found = markup
            || ALONE.is(text)
            || OPENING
                .strip(text)
                .is_some_and(|rest| !rest.trim_end_matches(['.', '…']).ends_with("said"))
            || line.marked && WITHIN.is_in(text) && !super::ends_like_sentence(text);
        if found && line.has_at_most(MOST_WORDS) { Verdict::Drop } else { Verdict::Keep }
    }

    fn phrases(&self) -> Vec<&'static str> {
        [WITHIN.phrases, MARKUP].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::{assert_all, line};

    #[test]
    fn players_go() {
        let lines = [
            "Media playback is not supported on this device",
            "Now Playing: The bridge falls",
            "Video",
            "Enlarge",
            "The bridge falls poster=\"http://fjord.example/1.jpg\" true",
            "JUST IN The bridge falls Replay More Videos ... MUST WATCH",
        ];
        assert_all(&Player, &lines.map(line), Verdict::Drop);
    }

    #[test]
    fn sentences_stay() {
        let lines = [
            "Video of the bridge was shown in court.",
            "Live wires lay on the road.",
            "Closed: the bridge to Norvale",
            "Every child must watch the tide.",
        ];
        assert_all(&Player, &lines.map(line), Verdict::Keep);
    }
}
