//! One timer for all cards of the page; none while the page is hidden or nothing would change.

use crate::platform::{Browser, Platform};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Does what is due now, and returns when it wants to be asked again.
pub(crate) type Task = Rc<dyn Fn(i64) -> Option<i64>>;

/// The longest wait, in milliseconds: browsers count in 32 bits.
const LONGEST: i64 = i32::MAX as i64;

#[derive(Default)]
struct Clock {
    tasks: RefCell<Vec<Task>>,
    timer: RefCell<Option<Timeout>>,
    due: Cell<Option<i64>>,
    visibility: RefCell<Option<EventListener>>,
}

thread_local!(static CLOCK: Clock = Clock::default());

/// A card's place at the clock; dropping it gives the place up.
pub(crate) struct Subscription(Task);

impl Subscription {
    pub(crate) fn new(task: Task) -> Self {
        CLOCK.with(|clock| {
            clock.tasks.borrow_mut().push(task.clone());
            let document = web_sys::window().and_then(|window| window.document());
            let mut visibility = clock.visibility.borrow_mut();
            if let (None, Some(document)) = (visibility.as_ref(), document) {
                *visibility = Some(EventListener::new(&document, "visibilitychange", |_| {
                    tick()
                }));
            }
        });
        Self(task)
    }

    /// Does what is due for this card, and sees to it that the timer is not late for its next.
    pub(crate) fn ask(&self) {
        let due = (self.0)(Browser.now());
        CLOCK.with(|clock| {
            if let Some(due) = due
                && clock.due.get().is_none_or(|earlier| due < earlier)
            {
                clock.wait_until(due);
            }
        });
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        CLOCK.with(|clock| {
            clock
                .tasks
                .borrow_mut()
                .retain(|task| !Rc::ptr_eq(task, &self.0));
            if clock.tasks.borrow().is_empty() {
                clock.stop();
            }
        });
    }
}

/// Stops the timer for good, because the instance is beyond use.
pub(crate) fn stop() {
    CLOCK.with(|clock| {
        clock.stop();
        clock.visibility.take();
    });
}

fn tick() {
    CLOCK.with(|clock| {
        clock.stop();
        if is_hidden() {
            return;
        }
        let now = Browser.now();
        // A task may redraw its card, and that may come back here.
        let tasks = clock.tasks.borrow().clone();
        if let Some(due) = tasks.iter().filter_map(|task| task(now)).min() {
            clock.wait_until(due);
        }
    });
}

fn is_hidden() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

impl Clock {
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
