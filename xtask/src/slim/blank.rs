//! Blanks the tables that nothing reads any more.

use super::reencode;
use super::tables::Table;
use anyhow::{Context, Result, bail, ensure};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{DataSection, Instruction};
use wasmparser::{Data, DataKind, MemArg, Operator, Parser, Payload};

/// The module with zeros in the place of those tables, which weigh nothing when they are compressed.
pub fn blank(module: &[u8], tables: &[Table]) -> Result<Vec<u8>> {
    let mut blanks = Vec::new();
    for (first, last) in tables {
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let Payload::DataSection(segments) = payload? else {
                continue;
            };
            for segment in segments {
                let segment = segment?;
                found.extend(places(&segment, first, last)?);
            }
        }
        ensure!(
            found.len() == 1,
            "xtask/src/slim/tables.rs knows a table that is there {} times, and not once: {}",
            found.len(),
            String::from_utf8_lossy(first)
        );
        blanks.append(&mut found);
    }
    let mut blanker = Blanker {
        blanks,
        referred: None,
    };
    let module = reencode(&mut blanker, module)?;
    if let Some(address) = blanker.referred {
        bail!(
            "xtask/src/slim/tables.rs has a table blanked at {address} that something still refers to"
        );
    }
    Ok(module)
}

/// The addresses between first and last bytes, both of them included.
fn places(segment: &Data<'_>, first: &[u8], last: &[u8]) -> Result<Vec<Range<u32>>> {
    let address = address(segment)?;
    let mut places = Vec::new();
    for start in 0..segment.data.len() {
        let rest = &segment.data[start..];
        if rest.starts_with(first) {
            let length = rest.windows(last.len()).position(|bytes| bytes == last);
            let length = length.context("a table has an end")? + last.len();
            let start = address + u32::try_from(start)?;
            places.push(start..start + u32::try_from(length)?);
        }
    }
    Ok(places)
}

fn address(segment: &Data<'_>) -> Result<u32> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        bail!("the card has a data segment without a place");
    };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("the place of a data segment is {other:?}"),
    }
}

struct Blanker {
    blanks: Vec<Range<u32>>,
    /// A place in them that something refers to.
    referred: Option<u32>,
}

impl Blanker {
    fn see(&mut self, address: u32) {
        if self.blanks.iter().any(|blank| blank.contains(&address)) {
            self.referred = Some(address);
        }
    }
}

impl Reencode for Blanker {
    type Error = std::convert::Infallible;

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Self::Error>> {
        if let Operator::I32Const { value } = operator {
            self.see(value.cast_unsigned());
        }
        utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, argument: MemArg) -> Result<wasm_encoder::MemArg, Error<Self::Error>> {
        if let Ok(offset) = u32::try_from(argument.offset) {
            self.see(offset);
        }
        utils::mem_arg(self, argument)
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        segment: Data<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let mut data = segment.data.to_vec();
        if let Ok(address) = address(&segment) {
            for (byte, place) in data.iter_mut().zip(address..) {
                if self.blanks.iter().any(|blank| blank.contains(&place)) {
                    *byte = 0;
                }
            }
            // Pointers stand at addresses that four divides.
            let before = address.next_multiple_of(4) - address;
            for word in data
                .get(before as usize..)
                .unwrap_or_default()
                .chunks_exact(4)
            {
                if let Ok(word) = word.try_into() {
                    self.see(u32::from_le_bytes(word));
                }
            }
        }
        let data = &data;
        utils::parse_data(self, section, Data { data, ..segment })
    }
}
