//! The user data header of a part of a longer SMS (3GPP TS 23.040 §9.2.3.24).

use crate::Part;

/// Which part of which text, if the header says so: element 00 has a reference of 8 bits, element 08 one of 16.
pub(super) fn part(header: &[u8]) -> Option<Part> {
    let (length, rest) = header.split_first()?;
    let mut rest = rest.get(..usize::from(*length))?;
    while let [element, size, after @ ..] = rest {
        let size = usize::from(*size);
        let data = after.get(..size)?;
        let found = match (*element, data) {
            (0x00, [reference, of, number]) => Some((u16::from(*reference), *number, *of)),
            (0x08, [high, low, of, number]) => {
                Some((u16::from_be_bytes([*high, *low]), *number, *of))
            }
            _ => None,
        };
        if let Some((reference, number, of)) = found {
            return Part::new(reference.to_string(), number, of);
        }
        rest = after.get(size..)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_one_and_two_bytes_are_read_beside_other_elements() {
        let part =
            |hex: &str| part(&hex::decode(hex).unwrap()).map(|p| (p.reference, p.number, p.of));
        assert_eq!(part("050003310201"), Some(("49".to_owned(), 1, 2)));
        assert_eq!(part("06080401310302"), Some(("305".to_owned(), 2, 3)));
        // Port addressing stands first.
        assert_eq!(part("0b05040b8423f00003310202"), Some(("49".to_owned(), 2, 2)));
        for none in [
            "",
            "00",
            "0500033102",
            "050003310200",
            "050003310203",
            "050003310101",
            "060504158a158a",
            "ff",
        ] {
            assert_eq!(part(none), None, "{none}");
        }
    }
}
