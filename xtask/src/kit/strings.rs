//! How the glue takes strings out of the WebAssembly.
//!
//! Most that cross the border are our own words, again and again: names of elements, attributes and classes. They lie where
//! nothing is ever written, so the glue makes each of them once: a thousand cards take a fifth less script.

use anyhow::{Context, Result, ensure};
use std::ops::Range;
use wasmparser::{DataKind, Operator, Parser, Payload};

/// What wasm-bindgen (0.2.130) writes.
const DECODED: &str = "function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(";

/// How long a kept string may be, in bytes; the stylesheet is longer and asked for once.
const LONGEST: usize = 1024;

/// Has the glue keep the strings that lie among the constants.
pub fn keep(glue: &str, constants: &Range<usize>) -> Result<String> {
    ensure!(
        glue.matches(DECODED).count() == 1,
        "the glue decodes strings otherwise than expected"
    );
    let Range { start, end } = constants;
    let kept = format!(
        "const kept = [];
function getStringFromWasm0(ptr, len) {{
    ptr = ptr >>> 0;
    return ptr >= {start} && ptr < {end} && len < {LONGEST}
        ? kept[(ptr - {start}) * {LONGEST} + len] ??= decoded(ptr, len) : decoded(ptr, len);
}}
function decoded(ptr, len) {{
    return decodeText("
    );
    Ok(glue.replace(DECODED, &kept))
}

/// Where the constants of a module lie in its memory: its first data segment, which the linker puts `.rodata` into.
pub fn constants(module: &[u8]) -> Result<Range<usize>> {
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(segments) = payload? else {
            continue;
        };
        let first = segments.into_iter().next();
        let first = first.context("the WebAssembly has no data")??;
        let DataKind::Active { offset_expr, .. } = first.kind else {
            continue;
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            continue;
        };
        let start = usize::try_from(value)?;
        return Ok(start..start + first.data.len());
    }
    anyhow::bail!("the WebAssembly has no constants")
}

/// The glue without its detour for exceptions: `handleError` keeps one of the browser's for Rust, which the card never asks
/// about. It goes through the WebAssembly, and `drawing.js` gives the instance up, as it does after a trap.
pub fn unguarded(glue: &str) -> String {
    glue.replace("function() { return handleError(function (", "function (")
        .replace("}, arguments); },", "},")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_kept_where_the_glue_is_as_expected() {
        let glue = format!("{DECODED}getUint8ArrayMemory0().subarray(ptr, ptr + len));\n}}");
        let kept = keep(&glue, &(1024..2048)).unwrap();
        assert!(kept.contains("ptr >= 1024 && ptr < 2048"), "{kept}");
        assert!(keep("function getStringFromWasm0(ptr) {}", &(0..1)).is_err());
    }

    #[test]
    fn an_exception_takes_no_detour() {
        let glue = "i1: function() { return handleError(function (arg0) {\n    arg0.x();\n}, arguments); },";
        assert_eq!(unguarded(glue), "i1: function (arg0) {\n    arg0.x();\n},");
    }
}
