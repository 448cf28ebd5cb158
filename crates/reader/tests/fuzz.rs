//! Inputs made at random, from real shapes and by the grammars of the formats: whatever arrives, the promises hold.
//!
//! `cargo test` reads a few of them with a fixed seed; `cargo xtask fuzz` goes on for as long as one likes.

#[cfg(test)]
#[path = "../../../tests/util/drawn.rs"]
mod drawn;
#[cfg(test)]
#[path = "fuzz/inputs.rs"]
mod inputs;
#[cfg(test)]
#[path = "fuzz/promises.rs"]
mod promises;
#[cfg(test)]
#[path = "fuzz/seeds.rs"]
mod seeds;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::{ReadOptions, Reading, read};
use inputs::{Input, input};
use promises::broken_promise;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::{
    cell::Cell,
    collections::hash_map::DefaultHasher,
    env, fs,
    hash::{Hash, Hasher},
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    time::{Duration, Instant},
};

/// Inputs of one round in `cargo test`; every round has a seed of its own.
const CASES: u32 = if cfg!(debug_assertions) { 800 } else { 4000 };

#[test]
fn every_input_keeps_the_promises() {
    if let Some(path) = env::var_os("ARTICLE_CARD_FUZZ_INPUT") {
        let bytes = fs::read(&path).unwrap();
        let broken = [false, true].map(|has_page| broken_promise(&bytes, has_page));
        assert_eq!(broken, [None, None]);
        println!("{} keeps the promises", path.display());
        return;
    }
    let number = |name: &str| env::var(name).ok().map(|text| text.parse::<f64>().unwrap());
    let minutes = number("ARTICLE_CARD_FUZZ_MINUTES");
    let seed = env::var("ARTICLE_CARD_FUZZ_SEED").map_or(3, |seed| seed.parse().unwrap());
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs_f64(minutes * 60.0));
    let mut told = Instant::now();
    let (cards, inputs) = (Cell::new(0_u64), Cell::new(0_u64));
    for round in 0.. {
        run(seed, round, &cards, &inputs);
        match end {
            Some(end) if Instant::now() < end => {}
            _ => break,
        }
        if told.elapsed() > Duration::from_secs(15) {
            told = Instant::now();
            println!("  … {} inputs, {} articles", inputs.get(), cards.get());
        }
    }
    println!("{} inputs gave {} articles", inputs.get(), cards.get());
    // What is refused at once tells little about what is read.
    assert!(cards.get() > inputs.get() / 10);
}

/// Inputs that have taken long, or could be thought to, each with the piece that it is filled with.
#[test]
fn inputs_that_are_made_to_take_long_keep_the_promises() {
    const MOST: usize = 49_000;
    for (before, piece, after) in [
        // Exponents were multiplied out: five seconds.
        ("{\"headline\":\"x\",\"z\":[", "1e-9999,", "1]}"),
        (
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"image\":[",
            "1e-9999,",
            "1]}",
        ),
        (
            "{\"uri\":\"x\",\"headline\":\"x\",\"z\":[",
            "1e-9999,",
            "1]}",
        ),
        (
            "{\"headline\":\"x\",\"image\":{\"url\":\"https://a.example/\",\"width\":1e-",
            "9999999",
            "}}",
        ),
        ("{\"headline\":\"x\",", "\"headline\":1,", "\"z\":1}"),
        (
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[",
            "{\"name\":1},",
            "1]}",
        ),
        (
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"image\":[",
            "\"javascript:a\",",
            "1]}",
        ),
        (
            "<!doctype html><title>x</title><p>",
            "<p><a href=\"javascript:a\">b</a>",
            "",
        ),
    ] {
        let most = (2 * 1024 * 1024 - before.len() - after.len()) / piece.len();
        let input = [before, &piece.repeat(most.min(MOST)), after].concat();
        assert_eq!(
            broken_promise(input.as_bytes(), true),
            None,
            "{before}{piece}…"
        );
    }
}

#[cfg(test)]
fn run(seed: u64, round: u64, cards: &Cell<u64>, inputs: &Cell<u64>) {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&round.to_le_bytes());
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        max_shrink_time: 60_000,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    // A panic is told once, for the smallest input, and not for each on the way there.
    panic::set_hook(Box::new(|_| {}));
    let outcome = runner.run(&input(), |made: Input| {
        let bytes = made.bytes();
        inputs.set(inputs.get() + 1);
        match panic::catch_unwind(AssertUnwindSafe(|| broken_promise(&bytes, made.has_page))) {
            Ok(None) => {
                cards.set(cards.get() + u64::from(promises::gives_article(&bytes)));
                Ok(())
            }
            Ok(Some(reason)) => Err(TestCaseError::fail(reason)),
            Err(_) => Err(TestCaseError::fail("panics")),
        }
    });
    let _ = panic::take_hook();
    let made = match outcome {
        Ok(()) => return,
        Err(TestError::Abort(reason)) => panic!("{reason}"),
        Err(TestError::Fail(reason, made)) => {
            println!("seed {seed}, round {round}: {reason}");
            made
        }
    };
    let bytes = made.bytes();
    let path = keep(&bytes);
    println!(
        "the smallest input found:\n{}\nit is kept; `cargo xtask fuzz --input {}` reads it again",
        String::from_utf8_lossy(bytes.get(..4000).unwrap_or(&bytes)),
        path.display()
    );
    // Once more and without a net, for the place of a panic.
    panic!("{:?}", broken_promise(&bytes, made.has_page));
}

/// Saves an input that has failed under a name by its content.
#[cfg(test)]
fn keep(bytes: &[u8]) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{:016x}", hasher.finish()));
    fs::write(&path, bytes).unwrap();
    path
}
