//! Attributes of a case: a JSON object with typed access.

use crate::error::{Error, Result, in_range};
use serde_json::{Map, Value};

/// The attributes of an operator. One that is absent has the operator's default.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attributes(Map<String, Value>);

impl Attributes {
    /// Wraps a parsed JSON object.
    pub fn new(map: Map<String, Value>) -> Self {
        Self(map)
    }

    /// Refuses attributes an operator does not know: they may change its meaning.
    pub(crate) fn check_known(&self, op: &str, known: &[&str]) -> Result<()> {
        match self.0.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some(name) => Err(Error::unsupported(format!("attribute {name}"), format!("unknown to {op}"))),
        }
    }

    /// An integer.
    pub(crate) fn int(&self, name: &'static str) -> Result<Option<i64>> {
        self.get(name, "an integer", Value::as_i64)
    }

    /// An integer from `min` on, or `default`.
    pub(crate) fn int_from(&self, name: &'static str, min: i64, default: i64) -> Result<i64> {
        let got = self.int(name)?.unwrap_or(default);
        if got < min {
            return Err(Error::Contradiction { what: name, why: format!("{got} is less than {min}") });
        }
        Ok(got)
    }

    /// An integer of a range, or `default`.
    pub(crate) fn within(&self, name: &'static str, [min, max]: [u32; 2], default: u32) -> Result<u32> {
        let got = self.int_from(name, min.into(), default.into())?;
        in_range(name, got.unsigned_abs(), min.into(), max.into())?;
        // It is no less than `min`, and at most `max`.
        Ok(got as u32)
    }

    /// A count of heads or features: an integer from 1 that fits 32 bits.
    pub(crate) fn count(&self, name: &'static str) -> Result<Option<u32>> {
        self.get(name, "an integer from 1 that fits 32 bits", |v| {
            v.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|&n| n > 0)
        })
    }

    /// A switch: 0 or 1, or a JSON boolean.
    pub(crate) fn flag(&self, name: &'static str) -> Result<bool> {
        let flag = self.get(name, "0 or 1", |v| match v.as_i64() {
            Some(n) => (0..=1).contains(&n).then_some(n == 1),
            None => v.as_bool(),
        });
        Ok(flag?.unwrap_or(false))
    }

    /// A number, rounded to f32 (infinite if it is too large).
    pub(crate) fn float(&self, name: &'static str) -> Result<Option<f32>> {
        // Rounding is the point.
        self.get(name, "a number", |v| v.as_f64().map(|x| x as f32))
    }

    /// A text.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<&str>> {
        self.get(name, "a string", Value::as_str)
    }

    fn get<'a, T>(
        &'a self,
        name: &'static str,
        need: &str,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>> {
        let Some(value) = self.0.get(name) else {
            return Ok(None);
        };
        let got = read(value);
        got.map(Some)
            .ok_or_else(|| Error::Contradiction { what: name, why: format!("{value} is not {need}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attributes(json: &str) -> Attributes {
        Attributes(serde_json::from_str(json).unwrap())
    }

    #[test]
    fn values_of_the_wrong_kind_are_named() {
        let a = attributes(r#"{"heads": -3, "flag": 2, "scale": "x", "n": 1.5}"#);
        for error in [
            a.count("heads").unwrap_err(),
            a.flag("flag").unwrap_err(),
            a.float("scale").unwrap_err(),
            a.int("n").unwrap_err(),
        ] {
            assert!(matches!(error, Error::Contradiction { .. }), "{error}");
        }
    }

    #[test]
    fn absent_is_not_zero() {
        let a = attributes(r#"{"is_causal": 1}"#);
        assert_eq!(a.float("scale"), Ok(None));
        assert_eq!(a.int_from("left_window_size", -1, -1), Ok(-1));
        assert_eq!(a.flag("is_causal"), Ok(true));
    }

    #[test]
    fn unknown_names_are_unsupported() {
        let error = attributes(r#"{"zig": 1}"#).check_known("Attention", &["scale"]).unwrap_err();
        assert!(matches!(error, Error::Unsupported { .. }), "{error}");
    }
}
