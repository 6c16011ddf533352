//! Random bytes as case files and as hooks: an error is right, a panic is not.

use crate::conformance::trial::Noise;
use crate::conformance::{Case, run, suite, validate};
use crate::device::DeviceCaps;
use crate::plan::{Policy, Problem};
use crate::problem::Attention;
use crate::shader::{Hook, HookInput, HookKind};

/// Damages a case file and a hook and hands them to what reads them. Whether each was accepted:
/// a case as far as its plan, a hook as far as a valid shader.
pub fn read(seed: u64) -> [bool; 2] {
    let mut noise = Noise::new(seed ^ 0xb17e5);
    [case(&mut noise), hook(&mut noise)]
}

fn case(noise: &mut Noise) -> bool {
    let files = suite::ONNX_FILES;
    // As many as ship.
    let (name, bytes) = files[noise.below(files.len() as u32) as usize];
    let damaged = damaged(noise, bytes);
    let Ok(case) = Case::parse(name, &damaged) else { return false };
    run::plan(&case, &DeviceCaps::webgpu_minimum()).is_ok()
}

/// Bytes changed, left out, repeated, or nothing but chance.
fn damaged(noise: &mut Noise, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let len = bytes.len() as u32;
    // The header is at the front, and most of what may go wrong is in it.
    let at = |noise: &mut Noise| {
        (if noise.once_in(3) { noise.below(len) } else { noise.below(len.min(600)) }) as usize
    };
    match noise.below(6) {
        0 => bytes.truncate(at(noise)),
        1 => bytes = (0..noise.below(300)).map(|_| noise.below(256) as u8).collect(),
        2 => {
            let from = at(noise);
            let copy = bytes[from..].to_vec();
            bytes.extend(copy);
        }
        // A digit for a digit keeps the header readable.
        3 | 4 => {
            for _ in 0..=noise.below(3) {
                let digits: Vec<usize> =
                    (8..bytes.len().min(900)).filter(|&n| bytes[n].is_ascii_digit()).collect();
                if let Some(&n) = digits.get(noise.below(digits.len() as u32) as usize) {
                    bytes[n] = b'0' + noise.below(10) as u8;
                }
            }
        }
        _ => {
            for _ in 0..=noise.below(8) {
                let n = at(noise);
                bytes[n] = noise.below(256) as u8;
            }
        }
    }
    bytes
}

/// What WGSL is made of, and what a hook must not say.
const WORDS: [&str; 48] = [
    "fn",
    "mask_mod",
    "score_mod",
    "score_mod_b",
    "(",
    ")",
    "{",
    "}",
    "return",
    "let",
    "var",
    "x",
    "=",
    ";",
    "score",
    "q_idx",
    "kv_idx",
    ":",
    "u32",
    "f32",
    "bool",
    "->",
    "+",
    "*",
    "<",
    "&&",
    "1u",
    "0.5",
    "1e39",
    "-",
    "ids",
    "[",
    "]",
    "slope",
    "@compute",
    "loop",
    "for",
    "break",
    "if",
    "else",
    "struct",
    "enable",
    "/*",
    "*/",
    "//",
    "\n",
    "select",
    "\u{3c0}",
];

const MASK: &str = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool { let x = ids[kv_idx]; return q_idx >= kv_idx && x > u32(slope); }";
const SCORE: &str = "fn score_mod(score: f32, batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> f32 { return score * slope + f32(ids[q_idx] % 5u); }";

fn hook(noise: &mut Noise) -> bool {
    let (kind, source) =
        if noise.once_in(2) { (HookKind::MaskMod, MASK) } else { (HookKind::ScoreMod, SCORE) };
    let mut words: Vec<String> =
        source.split_inclusive([' ', '(', ')', '[', ']', ';']).map(Into::into).collect();
    for _ in 0..noise.below(4) {
        let (n, word) = (noise.below(words.len() as u32) as usize, noise.pick(WORDS));
        match noise.below(5) {
            0 => words[n] = format!("{word} "),
            1 => words.insert(n, format!("{word} ")),
            2 if words.len() > 1 => drop(words.remove(n)),
            // Deeper than any stack.
            3 if noise.once_in(20) => words.insert(n, noise.pick(["(", "-", "!", "{", "["]).repeat(100_000)),
            _ => words.swap(n, 0),
        }
    }
    let inputs = [("ids", HookInput::BufferU32(64)), ("slope", HookInput::F32(0.5))];
    let Ok(hook) = Hook::with_inputs(kind, &words.concat(), &inputs) else { return false };
    let problem = Attention::new(1, 2, 8, 8).hook(hook);
    let plan = problem.plan(&DeviceCaps::webgpu_minimum(), &Policy::default());
    // What was accepted alone must be accepted in a kernel.
    plan.is_ok_and(|plan| plan.recording.all().all(|d| validate(&d.key).is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_read_panics() {
        let tried = 3000;
        let mut accepted = [0, 0];
        for seed in 0..tried {
            for (count, one) in accepted.iter_mut().zip(read(seed)) {
                *count += u32::from(one);
            }
        }
        println!("{tried} damaged files and hooks: {accepted:?} were still valid");
        // Damage that is always found at once would try nothing else.
        assert!(accepted.iter().all(|&n| n > 30 && n < 2700), "{accepted:?}");
    }
}
