//! Files that residents send: typed by what is in them, within limits, never opened.
//!
//! A name or a type that somebody declared is not looked at and not kept. The first bytes say what a file is (sources
//! beside each row); nothing of ours decodes, converts or unpacks it.

use std::fmt;

use axum::body::Bytes;
use sha2::{Digest, Sha256};

/// What `<input accept>` of a form offers: a help for the resident, no check.
pub const ACCEPT: &str = "image/*,audio/*,video/*,.heic,.pdf";

/// How much is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileLimits {
    /// Most bytes of one file.
    pub max_bytes: usize,
    /// Most files of one answer.
    pub max_files: usize,
}

/// Bytes of what residents are told as a megabyte.
pub const MEGABYTE: usize = 1024 * 1024;

impl Default for FileLimits {
    fn default() -> Self {
        Self { max_bytes: 10 * MEGABYTE, max_files: 5 }
    }
}

impl FileLimits {
    /// [`FileLimits::max_bytes`] in whole megabytes, as residents are told.
    #[must_use]
    pub fn megabytes(&self) -> usize {
        self.max_bytes / MEGABYTE
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// What is in it is on no list of ours.
    Kind,
    /// Nothing is in it.
    Empty,
    /// Over [`FileLimits::max_bytes`].
    TooLarge,
    /// Over [`FileLimits::max_files`].
    TooMany,
    /// It can no longer be had where it was sent.
    Lost,
}

impl Unfit {
    /// The gateway's sentence for it, and which number goes in as `max`.
    #[must_use]
    pub fn sentence(self, limits: &FileLimits) -> (&'static str, String) {
        match self {
            Self::Kind => ("file-kind", String::new()),
            Self::Empty => ("file-empty", String::new()),
            Self::TooLarge => ("file-too-large", limits.megabytes().to_string()),
            Self::TooMany => ("file-too-many", limits.max_files.to_string()),
            Self::Lost => ("file-lost", String::new()),
        }
    }
}

/// A file as it came, in memory until the intake has put it on disk.
#[derive(Clone, PartialEq, Eq)]
pub struct Attached {
    /// `image/jpeg`: by its content.
    pub media_type: &'static str,
    /// SHA-256 of `bytes`.
    pub sha256: [u8; 32],
    /// All of it.
    pub bytes: Bytes,
}

impl Attached {
    /// Looks at a file. Costs a hash over all of it: not for the threads that answer everybody.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn new(bytes: Bytes, limits: &FileLimits) -> Result<Self, Unfit> {
        if bytes.is_empty() {
            return Err(Unfit::Empty);
        }
        if bytes.len() > limits.max_bytes {
            return Err(Unfit::TooLarge);
        }
        let media_type = media_type(&bytes).ok_or(Unfit::Kind)?;
        Ok(Self { media_type, sha256: Sha256::digest(&bytes).into(), bytes })
    }
}

/// Files with what was written beside them. Has no names, and no `Debug` that shows words.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Files {
    /// Those that can be taken, in the order they came; each content once.
    pub files: Vec<Attached>,
    /// Why others cannot.
    pub unfit: Vec<Unfit>,
    /// May be empty.
    pub words: String,
    /// What the messages of one album share: the next of them adds to the same answer.
    pub album: Option<String>,
    /// Campaign id and step of the form page they were chosen on; elsewhere the present question.
    pub page: Option<(String, String)>,
}

impl Files {
    /// Sorts what came.
    #[must_use]
    pub fn sort(
        came: impl IntoIterator<Item = Result<Attached, Unfit>>,
        limits: &FileLimits,
    ) -> Self {
        let mut sorted = Self::default();
        for one in came {
            match one {
                Ok(file) if sorted.files.iter().any(|have| have.sha256 == file.sha256) => {}
                Ok(file) if sorted.files.len() < limits.max_files => sorted.files.push(file),
                Ok(_) => sorted.unfit.push(Unfit::TooMany),
                Err(unfit) => sorted.unfit.push(unfit),
            }
        }
        sorted.unfit.sort_unstable();
        sorted.unfit.dedup();
        sorted
    }

    /// No file came, taken or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.unfit.is_empty()
    }

    /// The bytes that make two messages the same or not; of each file its hash stands for it.
    pub(crate) fn print(&self) -> Vec<u8> {
        let mut print = b"files".to_vec();
        let page = self.page.as_ref();
        let named = [page.map(|page| &page.0), page.map(|page| &page.1), self.album.as_ref()];
        let parts = named.into_iter().map(|part| part.map_or(&b""[..], |part| part.as_bytes()));
        let files = self.files.iter().map(|file| &file.sha256[..]);
        let unfit: Vec<u8> = self.unfit.iter().map(|unfit| *unfit as u8).collect();
        for part in parts.chain([self.words.as_bytes(), &unfit]).chain(files) {
            print.extend(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            print.extend(part);
        }
        print
    }
}

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({}, {:?}, …)", self.files.len(), self.unfit)
    }
}

/// The usual ending of a file's name, with its dot.
#[must_use]
pub fn ending(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/heic" => ".heic",
        "audio/ogg" => ".ogg",
        "audio/mpeg" => ".mp3",
        "audio/mp4" => ".m4a",
        "audio/amr" => ".amr",
        "audio/wav" => ".wav",
        "video/mp4" => ".mp4",
        "video/quicktime" => ".mov",
        "video/3gpp" => ".3gp",
        "video/webm" => ".webm",
        "application/pdf" => ".pdf",
        _ => "",
    }
}

/// What is in a file, if that is something residents may send.
#[must_use]
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|b| b.starts_with(sign));
    // WHATWG MIME Sniffing §6.1 (images), §6.2 (sound, video), §7 (PDF).
    if at(0, b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if at(0, b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
        Some("image/gif")
    } else if at(0, b"RIFF") && at(8, b"WEBPVP") {
        Some("image/webp")
    } else if at(0, b"RIFF") && at(8, b"WAVE") {
        Some("audio/wav")
    } else if at(0, b"%PDF-") {
        Some("application/pdf")
    } else if at(0, b"#!AMR\n") || at(0, b"#!AMR-WB\n") {
        // RFC 4867 §5
        Some("audio/amr")
    } else if at(0, b"OggS\0") {
        // RFC 3533 §6: the first packet begins at byte 28; RFC 7845 §5.1 and the Vorbis I specification §4.2.1.
        (at(28, b"OpusHead") || at(28, b"\x01vorbis")).then_some("audio/ogg")
    } else if at(0, b"\x1a\x45\xdf\xa3") {
        is_webm(bytes).then_some("video/webm")
    } else if at(4, b"ftyp") {
        brand(bytes)
    } else if at(0, b"ID3") || is_mpeg_sound(bytes) {
        Some("audio/mpeg")
    } else {
        None
    }
}

/// The DocType of an EBML head (RFC 8794 §11.2.4: element 0x4282) is `webm`, not `matroska`.
fn is_webm(bytes: &[u8]) -> bool {
    let head = bytes.get(..64).unwrap_or(bytes);
    head.windows(7).any(|seven| seven == b"\x42\x82\x84webm")
}

/// The file type box (ISO/IEC 14496-12 §4.3): its major brand, and where that is a general one the others.
/// Brands: <https://mp4ra.org/registered-types/brands>.
fn brand(bytes: &[u8]) -> Option<&'static str> {
    let size = bytes.first_chunk::<4>().map_or(0, |size| u32::from_be_bytes(*size));
    let most = usize::try_from(size).unwrap_or(usize::MAX).min(256).min(bytes.len());
    let (majors, rest) = bytes.get(8..most)?.split_at_checked(4)?;
    let others = rest.get(4..).unwrap_or_default().chunks_exact(4);
    let heic = |brand: &[u8]| matches!(brand, b"heic" | b"heix" | b"heim" | b"heis");
    match majors {
        b"qt  " => Some("video/quicktime"),
        b"M4A " | b"M4B " => Some("audio/mp4"),
        brand if brand.starts_with(b"3gp") => Some("video/3gpp"),
        brand if heic(brand) => Some("image/heic"),
        b"mif1" | b"msf1" => others.into_iter().any(heic).then_some("image/heic"),
        b"isom" | b"mp41" | b"mp42" | b"avc1" | b"M4V " | b"dash" | b"mmp4" | b"MSNV" => {
            Some("video/mp4")
        }
        [b'i', b's', b'o', b'2'..=b'9'] => Some("video/mp4"),
        _ => None,
    }
}

/// The head of an MPEG audio frame of layer III (ISO/IEC 11172-3 §2.4.2.3), with no value that is forbidden.
fn is_mpeg_sound(bytes: &[u8]) -> bool {
    let Some([0xff, second, third, _]) = bytes.first_chunk::<4>() else { return false };
    let (version, layer) = ((second >> 3) & 3, (second >> 1) & 3);
    let (rate, pace) = (third >> 4, (third >> 2) & 3);
    second & 0xe0 == 0xe0 && version != 1 && layer == 1 && !matches!(rate, 0 | 15) && pace != 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ftyp(major: &str, others: &[&str]) -> Vec<u8> {
        let size = u32::try_from(16 + 4 * others.len()).unwrap();
        let mut bytes = size.to_be_bytes().to_vec();
        for part in ["ftyp", major, "\0\0\0\0"].iter().chain(others) {
            bytes.extend(part.as_bytes());
        }
        bytes.extend(b"heicmdat");
        bytes
    }

    fn ogg(codec: &[u8]) -> Vec<u8> {
        let mut bytes = b"OggS\0\x02".to_vec();
        bytes.resize(28, 0);
        bytes.extend(codec);
        bytes
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        let webm = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87";
        for (bytes, kind) in [
            (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "image/png"),
            (b"GIF89a\x01\0".to_vec(), "image/gif"),
            (b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), "image/webp"),
            (b"RIFF\x24\0\0\0WAVEfmt ".to_vec(), "audio/wav"),
            (ftyp("heic", &["mif1"]), "image/heic"),
            (ftyp("mif1", &["miaf", "heic"]), "image/heic"),
            (ogg(b"OpusHead\x01"), "audio/ogg"),
            (ogg(b"\x01vorbis"), "audio/ogg"),
            (b"ID3\x04\0\0".to_vec(), "audio/mpeg"),
            (b"\xff\xfb\x90\x64".to_vec(), "audio/mpeg"),
            (ftyp("M4A ", &["mp42"]), "audio/mp4"),
            (b"#!AMR\n\x3c".to_vec(), "audio/amr"),
            (ftyp("mp42", &["isom"]), "video/mp4"),
            (ftyp("iso5", &[]), "video/mp4"),
            (ftyp("qt  ", &[]), "video/quicktime"),
            (ftyp("3gp5", &[]), "video/3gpp"),
            (webm.to_vec(), "video/webm"),
            (b"%PDF-1.7\n".to_vec(), "application/pdf"),
        ] {
            assert_eq!(media_type(&bytes), Some(kind));
            assert!(!ending(kind).is_empty(), "{kind}");
        }
    }

    #[test]
    fn what_is_on_no_list_is_not_taken_whatever_it_calls_itself() {
        for bytes in [
            &b"PK\x03\x04\x14\0"[..],
            b"MZ\x90\0",
            b"<svg xmlns='http://www.w3.org/2000/svg'>",
            b"<!doctype html><script>",
            b"just words",
            b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska",
            b"RIFF\x24\0\0\0AVI LIST",
            b"\xff\xf1\x50\x80",
            b"\xff\xfe\0\0",
            b"\xff\xff\xff\xff",
            &ftyp("mif1", &["avif"]),
            &ftyp("avif", &["mif1"]),
            &ogg(b"\x80theora"),
            b"\x78\x9f\x3e\x22winmail",
            b"OggS",
            b"\0\0\0\x08ftyp",
        ] {
            assert_eq!(media_type(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn files_are_sorted_into_those_taken_and_why_the_others_are_not() {
        let limits = FileLimits { max_bytes: 16, max_files: 2 };
        let jpeg = |n: u8| Bytes::from(vec![0xff, 0xd8, 0xff, n]);
        let large = Bytes::from([b"GIF89a", &[0; 20][..]].concat());
        let came = [jpeg(1), Bytes::new(), jpeg(1), large, Bytes::from("words"), jpeg(2), jpeg(3)];
        let sorted = Files::sort(came.map(|bytes| Attached::new(bytes, &limits)), &limits);
        assert_eq!(sorted.files.iter().map(|file| file.bytes[3]).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(sorted.unfit, [Unfit::Kind, Unfit::Empty, Unfit::TooLarge, Unfit::TooMany]);
    }

    #[test]
    fn other_bytes_other_words_and_another_page_make_another_message() {
        let limits = FileLimits::default();
        let file = |n: u8| Attached::new(Bytes::from(vec![0xff, 0xd8, 0xff, n]), &limits).unwrap();
        let files = |n: u8, words: &str, page: Option<&str>| Files {
            files: vec![file(n)],
            words: words.to_owned(),
            page: page.map(|step| ("c".to_owned(), step.to_owned())),
            ..Files::default()
        };
        let prints = [
            files(1, "", None),
            files(2, "", None),
            files(1, "a", None),
            files(1, "", Some("a")),
            files(1, "", Some("b")),
        ]
        .map(|files| files.print());
        for (i, print) in prints.iter().enumerate() {
            assert!(!prints[i + 1..].contains(print), "{i}");
        }
        assert_eq!(files(1, "a", None).print(), files(1, "a", None).print());
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at_without_a_panic(
            head in prop::sample::select(vec![&b""[..], b"\0\0\0\x20ftyp", b"OggS\0", b"\x1a\x45\xdf\xa3", b"RIFF", b"\xff\xfb"]),
            rest in prop::collection::vec(any::<u8>(), 0..80),
        ) {
            let _ = media_type(&[head, &rest].concat());
        }
    }
}
