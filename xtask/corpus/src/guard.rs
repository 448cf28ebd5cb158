//! Calls that may panic, though they must not: each is counted, with its place and its input's name.

use article_card::report::Severity;
use article_card_reader::{ReadOptions, Reading, read};
use std::{
    cell::RefCell,
    panic::{self, AssertUnwindSafe},
    sync::{Arc, Mutex, PoisonError},
};

/// Counts panics, and keeps them off the screen.
pub struct Guard {
    latest: Arc<Mutex<String>>,
    panics: RefCell<Vec<String>>,
}

impl Guard {
    pub fn new() -> Self {
        let latest = Arc::<Mutex<String>>::default();
        let hook = Arc::clone(&latest);
        panic::set_hook(Box::new(move |told| {
            *hook.lock().unwrap_or_else(PoisonError::into_inner) =
                told.to_string().replace('\n', " ");
        }));
        Self {
            latest,
            panics: RefCell::default(),
        }
    }

    /// What comes of the work, unless it panics.
    pub fn call<T>(&self, name: &str, work: impl FnOnce() -> T) -> Option<T> {
        let outcome = panic::catch_unwind(AssertUnwindSafe(work));
        if outcome.is_err() {
            let told = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
            self.panics.borrow_mut().push(format!("{name}: {told}"));
        }
        outcome.ok()
    }

    /// Reads an input.
    pub fn read(&self, name: &str, input: &[u8], options: &ReadOptions) -> Option<Reading> {
        self.call(name, || read(input, options))
    }

    pub fn panics(&self) -> Vec<String> {
        self.panics.borrow().clone()
    }
}

/// Why there is no card, or else what was told of it.
pub fn told(reading: &Reading) -> String {
    let diagnostics = &reading.report.diagnostics;
    let errors = diagnostics
        .iter()
        .filter(|told| told.severity == Severity::Error);
    let refused: Vec<_> = errors.collect();
    let shown = if refused.is_empty() {
        diagnostics.iter().collect()
    } else {
        refused
    };
    let lines = shown
        .iter()
        .map(|told| format!("{} {} {}", told.code, told.path, told.reason));
    let lines: Vec<String> = lines.take(3).collect();
    lines.join(" | ")
}
