//! `article-card render --jsonl`: one article a line in, one result a line out, in the same order.
//!
//! One thread reads, as many as there are cores make cards, this one writes. The batches go round the makers in turn and
//! are collected in the same turn, which keeps their order. Every queue is short, so that memory is bounded whatever
//! comes, and a batch is no more than what has arrived, so that whoever writes a line and waits gets the answer.

mod answers;
mod identifiers;
mod lines;

use crate::renderer::{HtmlArguments, Renderer};
use crate::stderr;
use crate::stdout;
use answers::Answers;
use lines::{Batch, Lines};
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// So many batches wait for each maker, and as many made ones for the writer.
const WAITING: usize = 2;

/// True if every line gives a card.
pub(crate) fn run(arguments: HtmlArguments, threads: Option<NonZeroUsize>) -> io::Result<bool> {
    let arguments = Arc::new(arguments);
    let count = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let (mut inlets, mut outlets) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let (inlet, batches) = sync_channel(WAITING);
        let (made, outlet) = sync_channel(WAITING);
        let arguments = Arc::clone(&arguments);
        thread::Builder::new().spawn(move || work(&arguments, &batches, &made))?;
        inlets.push(inlet);
        outlets.push(outlet);
    }
    let (used, spare) = sync_channel(count * (2 * WAITING + 2));
    let reader = thread::Builder::new().spawn(move || deal(io::stdin(), &inlets, &spare))?;
    let (mut batches, mut lines, mut failures) = (0_u64, 0_u64, 0_u64);
    for outlet in outlets.iter().cycle() {
        let Ok(batch) = outlet.recv() else { break };
        let batch: Batch = batch;
        stdout::write_counted(batch.answers.as_bytes(), batch.count)?;
        batches += 1;
        lines += batch.count;
        failures += batch.failures;
        // What finds no place is given back to the system.
        let _ = used.try_send(batch);
    }
    let ended = match reader.join() {
        Ok(Ok(dealt)) if dealt == batches => None,
        Ok(Err(error)) => Some(format!("cannot read the input: {error}")),
        // The panic itself is told already.
        Ok(Ok(_)) | Err(_) => Some(format!(
            "a defect ended it after {lines} lines; please report it"
        )),
    };
    if let Some(reason) = &ended {
        stderr::write(&format!("article-card: {reason}\n"))?;
    }
    if failures > 0 {
        let noun = if lines == 1 { "line" } else { "lines" };
        stderr::write(&format!(
            "article-card: {failures} of {lines} {noun} gave no card\n"
        ))?;
    }
    Ok(ended.is_none() && failures == 0)
}

/// Reads the input and deals it out; the number of batches. It ends, too, where nobody takes them any more.
fn deal(
    input: impl Read,
    inlets: &[SyncSender<Batch>],
    spare: &Receiver<Batch>,
) -> io::Result<u64> {
    let mut lines = Lines::new(input);
    let mut dealt = 0;
    for inlet in inlets.iter().cycle() {
        let mut batch = spare.try_recv().unwrap_or_default();
        if !lines.next(&mut batch)? || inlet.send(batch).is_err() {
            break;
        }
        dealt += 1;
    }
    Ok(dealt)
}

fn work(arguments: &HtmlArguments, batches: &Receiver<Batch>, made: &SyncSender<Batch>) {
    let mut answers = Answers::new(Renderer::new(arguments));
    for mut batch in batches {
        answers.give(&mut batch);
        if made.send(batch).is_err() {
            break;
        }
    }
}
