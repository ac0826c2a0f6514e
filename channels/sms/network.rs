//! Networks a provider calls from. A second lock for those that sign nothing.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use axum::extract::ConnectInfo;
use axum::http::Extensions;
use axum::http::header::HeaderMap;

/// An address, or a network in CIDR notation (RFC 4632, RFC 4291 §2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// A text that is no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no network — write an address, or one such as 203.0.113.0/24 or 2001:db8::/32")]
pub struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;
    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.parse().map_err(|_| NotANetwork)?,
            None => most,
        };
        // 0 would be everybody: then there is no need to write any.
        if (1..=most).contains(&bits) { Ok(Self { address, bits }) } else { Err(NotANetwork) }
    }
}

impl Network {
    /// True if the address is in it.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                (u32::from(ours) ^ u32::from(theirs)).leading_zeros() >= u32::from(self.bits)
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => {
                (u128::from(ours) ^ u128::from(theirs)).leading_zeros() >= u32::from(self.bits)
            }
            _ => false,
        }
    }
}

/// Who calls: the other end of the connection; where that is this machine, a proxy stands between, and the last
/// address in `X-Forwarded-For` is the one it saw itself (those before are what the caller claims).
pub(crate) fn caller(extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
    let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let peer = peer.ip().to_canonical();
    if !peer.is_loopback() {
        return Some(peer);
    }
    match headers.get_all("x-forwarded-for").iter().next_back() {
        Some(list) => list.to_str().ok()?.rsplit(',').next()?.trim().parse().ok(),
        None => Some(peer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_in_its_network_and_in_no_other() {
        let holds = |network: &str, address: &str| {
            network.parse::<Network>().unwrap().holds(address.parse().unwrap())
        };
        assert!(holds("203.0.113.7", "203.0.113.7"));
        assert!(!holds("203.0.113.7", "203.0.113.6"));
        assert!(holds("203.0.113.0/24", "203.0.113.255"));
        assert!(!holds("203.0.113.0/24", "203.0.114.0"));
        assert!(holds("203.0.113.0/24", "::ffff:203.0.113.9"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1"));
        assert!(!holds("2001:db8::/32", "2001:db9::1"));
        assert!(!holds("203.0.113.0/24", "2001:db8::1"));
        for wrong in ["", "0.0.0.0/0", "203.0.113.0/33", "example.org", "1.2.3.4/", "1.2.3/8"] {
            assert_eq!(wrong.parse::<Network>(), Err(NotANetwork), "{wrong}");
        }
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        let caller = |peer: &str, forwarded: &[&str]| {
            let mut extensions = Extensions::new();
            extensions.insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
            let name = axum::http::HeaderName::from_static("x-forwarded-for");
            let values = forwarded.iter().map(|value| (name.clone(), value.parse().unwrap()));
            super::caller(&extensions, &values.collect()).map(|address| address.to_string())
        };
        let ip = |text: &str| Some(text.to_owned());
        assert_eq!(caller("203.0.113.7:1", &["198.51.100.1"]), ip("203.0.113.7"));
        assert_eq!(caller("127.0.0.1:1", &["1.1.1.1, 198.51.100.1"]), ip("198.51.100.1"));
        assert_eq!(caller("127.0.0.1:1", &["1.1.1.1", "198.51.100.1"]), ip("198.51.100.1"));
        assert_eq!(caller("127.0.0.1:1", &[]), ip("127.0.0.1"));
        assert_eq!(caller("127.0.0.1:1", &["somebody"]), None);
        assert_eq!(super::caller(&Extensions::new(), &HeaderMap::new()), None);
    }
}
