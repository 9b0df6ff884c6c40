//! From text to sentences and terms: segmentation, words, folding, stop words, stems, languages.
