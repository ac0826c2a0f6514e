//! Who asks: a bearer key, its entity, its scopes.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use super::problem::Problem;
use super::{StaffState, key};
use crate::store::Scope;

/// A caller whose key is good.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// The key's entity.
    pub(super) entity: String,
    /// What its entity may read.
    pub(super) sees: Scope,
    scopes: Vec<String>,
}

impl Caller {
    /// Fails unless the key has the scope.
    pub(super) fn may(&self, scope: &str) -> Result<(), Problem> {
        if self.scopes.iter().any(|own| own == scope) {
            Ok(())
        } else {
            Err(Problem::not_allowed(scope))
        }
    }

    /// Fails unless the key is one of a platform that reads every entity: for what belongs to no entity.
    pub(super) fn may_for_all(&self, scope: &str) -> Result<(), Problem> {
        self.may(scope)?;
        if self.sees == Scope::All { Ok(()) } else { Err(Problem::not_for_one_entity()) }
    }
}

impl FromRequestParts<StaffState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        state: &StaffState,
    ) -> Result<Self, Self::Rejection> {
        let text = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split_once(' '))
            .filter(|(kind, _)| kind.eq_ignore_ascii_case("bearer"))
            .map(|(_, text)| text.trim())
            .ok_or_else(Problem::no_key)?;
        let found = state.keys.find_key(&key::hash(text)).await?.ok_or_else(Problem::no_key)?;
        // An entity that is no longer in the config sees its own data only.
        let sees = state
            .scopes
            .get(&found.entity)
            .cloned()
            .unwrap_or_else(|| Scope::Entity(found.entity.clone()));
        Ok(Self { entity: found.entity, sees, scopes: found.scopes })
    }
}
