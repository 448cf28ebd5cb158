//! How the glue takes strings out of the WebAssembly.
//!
//! Most that cross the border are our own words, again and again: names of elements, attributes and classes. They lie where
//! nothing is ever written, so the glue makes each of them once: a thousand cards take 11 ms of 256 less.

use anyhow::{Context, Result, bail, ensure};
use std::ops::Range;
use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload};

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

/// Where the constants of a compiled module lie in its memory: the data segment that the linker has named `.rodata`.
pub fn constants(module: &[u8]) -> Result<Range<usize>> {
    let (mut segments, mut named) = (Vec::new(), None);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::DataSection(section) => {
                segments = section.into_iter().collect::<Result<_, _>>()?
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else {
                    continue;
                };
                for subsection in subsections {
                    let Name::Data(names) = subsection? else {
                        continue;
                    };
                    for name in names {
                        let name = name?;
                        if name.name == ".rodata" {
                            named = Some(usize::try_from(name.index)?);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let segment = named.and_then(|index| segments.get(index));
    let segment = segment.context("the WebAssembly has no segment .rodata")?;
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        bail!("the constants have no place of their own");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("the place of the constants is not a number");
    };
    let start = usize::try_from(value)?;
    Ok(start..start + segment.data.len())
}

/// The glue without its detour for exceptions: `handleError` keeps one of the browser's for Rust, which the card never asks
/// about. It goes through the WebAssembly, and `drawing.js` gives the instance up, as it does after a trap.
pub fn unguarded(glue: &str) -> Result<String> {
    const BEGINS: &str = "function() { return handleError(function (";
    const ENDS: &str = "}, arguments); },";
    ensure!(
        glue.matches(BEGINS).count() == glue.matches(ENDS).count()
            && !glue.replace(BEGINS, "").contains("handleError(function"),
        "the glue handles exceptions otherwise than expected"
    );
    Ok(glue.replace(BEGINS, "function (").replace(ENDS, "},"))
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
        let unguarded_glue = "i1: function (arg0) {\n    arg0.x();\n},";
        assert_eq!(unguarded(glue).unwrap(), unguarded_glue);
        assert!(unguarded("i1: () => handleError(function (arg0) {}, arguments),").is_err());
    }
}
