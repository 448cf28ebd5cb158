//! Two long works at the same time, for what uses one core only.

use std::{panic, thread};

/// Does both, and gives what came of each.
pub fn both<One: Send, Other>(
    one: impl FnOnce() -> One + Send,
    other: impl FnOnce() -> Other,
) -> (One, Other) {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            Err(fault) => panic::resume_unwind(fault),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::both;
    use std::sync::mpsc;

    #[test]
    fn each_goes_on_while_the_other_does() {
        let (ask, asked) = mpsc::channel();
        let (answer, answered) = mpsc::channel();
        let one = move || {
            let number: u32 = asked.recv().unwrap();
            answer.send(number + 1).unwrap();
            "one"
        };
        let other = move || {
            ask.send(1).unwrap();
            answered.recv().unwrap()
        };
        assert_eq!(both(one, other), ("one", 2));
    }
}
