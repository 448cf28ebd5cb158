//! One timer for all cards of the page; none while the page is hidden or nothing would change.

use crate::platform::{Browser, Platform};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Does what is due now, and returns when it wants to be asked again.
pub(super) type Task = Rc<dyn Fn(i64) -> Option<i64>>;

/// The longest wait, in milliseconds: browsers count in 32 bits.
const LONGEST: i64 = i32::MAX as i64;

#[derive(Default)]
struct Ticker {
    tasks: RefCell<Vec<Task>>,
    timer: RefCell<Option<Timeout>>,
    due: Cell<Option<i64>>,
    visibility: RefCell<Option<EventListener>>,
}

thread_local!(static TICKER: Ticker = Ticker::default());

/// A card's place at the ticker; dropping it gives the place up.
pub(super) struct Subscription(Task);

impl Subscription {
    pub(super) fn new(task: Task) -> Self {
        TICKER.with(|ticker| {
            ticker.tasks.borrow_mut().push(task.clone());
            let document = web_sys::window().and_then(|window| window.document());
            let mut visibility = ticker.visibility.borrow_mut();
            if let (None, Some(document)) = (visibility.as_ref(), document) {
                *visibility = Some(EventListener::new(&document, "visibilitychange", |_| {
                    tick()
                }));
            }
        });
        Self(task)
    }

    /// Does what is due for this card, and sees to it that the timer is not late for its next.
    pub(super) fn ask(&self) {
        let due = (self.0)(Browser.now());
        TICKER.with(|ticker| {
            if let Some(due) = due
                && ticker.due.get().is_none_or(|earlier| due < earlier)
            {
                ticker.wait_until(due);
            }
        });
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        TICKER.with(|ticker| {
            ticker
                .tasks
                .borrow_mut()
                .retain(|task| !Rc::ptr_eq(task, &self.0));
            if ticker.tasks.borrow().is_empty() {
                ticker.stop();
            }
        });
    }
}

/// Stops the timer for good, because the instance is beyond use.
pub(super) fn stop() {
    TICKER.with(|ticker| {
        ticker.stop();
        ticker.visibility.take();
    });
}

fn tick() {
    TICKER.with(|ticker| {
        ticker.stop();
        if is_hidden() {
            return;
        }
        let now = Browser.now();
        // A task may redraw its card, and that may come back here.
        let tasks = ticker.tasks.borrow().clone();
        if let Some(due) = tasks.iter().filter_map(|task| task(now)).min() {
            ticker.wait_until(due);
        }
    });
}

fn is_hidden() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

impl Ticker {
    fn stop(&self) {
        self.due.set(None);
        self.timer.take();
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a timer takes"
    )]
    fn wait_until(&self, due: i64) {
        if is_hidden() {
            return;
        }
        self.due.set(Some(due));
        // Never faster than a second, should a clock stand still.
        let wait = (due - Browser.now()).clamp(1000, LONGEST) as u32;
        self.timer.replace(Some(Timeout::new(wait, tick)));
    }
}
