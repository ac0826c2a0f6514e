//! `[[channel]]` of kind `ussd`.

use majlis_channels::ussd::screen::Room;
use majlis_flows::Faults;
use majlis_flows::source::Table;

use super::super::UssdConfig;
use super::channel::{find_secret, read_networks};
use super::{Around, whole};

pub(super) fn read_ussd(
    table: &mut Table,
    around: Around<'_>,
    faults: &mut Faults,
) -> Option<UssdConfig> {
    let named = table.str("path_secret", faults);
    let line = table.line_of("path_secret");
    let path_secret = named
        .and_then(|named| find_secret(&table.file, line, "path_secret", &named, around, faults));
    let service_code = table.str("service_code", faults);
    let country = table.opt_str("country", faults);
    let allow_from = read_networks(table, faults);
    let languages = table.strings("languages", faults).into_iter().map(|(lang, _)| lang).collect();
    let usual = Room::default();
    let mut chars = |key: &'static str, usual: usize, faults: &mut Faults| {
        let usual = u32::try_from(usual).unwrap_or(u32::MAX);
        whole(table, key, usual, faults) as usize
    };
    let septets = chars("gsm_chars", usual.septets, faults);
    let units = chars("unicode_chars", usual.units, faults);
    Some(UssdConfig {
        path_secret: path_secret?,
        allow_from,
        service_code: service_code?,
        country,
        languages,
        room: Room { septets, units },
    })
}
