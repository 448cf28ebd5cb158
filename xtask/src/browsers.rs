//! The browsers of the tests: Chromium, Firefox and WebKit, as the machine's own packages have them.
//!
//! A browser that is missing is installed where that is one plain command, and otherwise fails the tests with the
//! command to give; it is never skipped.

use crate::debian::{self, on_path};
use anyhow::{Context, Result, bail};
use std::{env, path::PathBuf, process::Command};

/// The three browsers; WebKit is led by its driver, on a screen that nobody sees.
pub struct Browsers {
    chromium: PathBuf,
    firefox: PathBuf,
    webkit_driver: PathBuf,
    screen: PathBuf,
}

impl Browsers {
    /// Names them to what the command starts, as a user may.
    pub fn name_to<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command
            .env("CHROMIUM", &self.chromium)
            .env("FIREFOX", &self.firefox)
            .env("WEBKIT_DRIVER", &self.webkit_driver)
            .env("XVFB", &self.screen)
    }
}

const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FIREFOX: &[&str] = &[
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

const WEBKIT_DRIVER: &[&str] = &["WebKitWebDriver"];

const SCREEN: &[&str] = &["Xvfb"];

const PACKAGES: [&str; 4] = ["chromium", "firefox-esr", "webkit2gtk-driver", "xvfb"];

/// Finds the browsers, after having installed them where that can be done.
pub fn install() -> Result<Browsers> {
    if let Some(browsers) = find() {
        return Ok(browsers);
    }
    let about = "Chromium, Firefox and WebKit, once: about 2 min";
    if !debian::install(&PACKAGES, about)? {
        bail!(
            "the browser tests need Chromium, Firefox and WebKitGTK with its driver and Xvfb: \
             `sudo apt-get install {}` on Debian, else install them and, if they are not on the PATH, \
             name them in CHROMIUM, FIREFOX, WEBKIT_DRIVER and XVFB",
            PACKAGES.join(" ")
        );
    }
    find().with_context(|| {
        format!(
            "the packages {} are installed, but their programs are not on the PATH",
            PACKAGES.join(", ")
        )
    })
}

fn find() -> Option<Browsers> {
    Some(Browsers {
        chromium: browser("CHROMIUM", CHROMIUM)?,
        firefox: browser("FIREFOX", FIREFOX)?,
        webkit_driver: browser("WEBKIT_DRIVER", WEBKIT_DRIVER)?,
        screen: browser("XVFB", SCREEN)?,
    })
}

/// The browser that a variable names, else the first of these that is there.
fn browser(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).filter(|path| !path.is_empty());
    named
        .map(PathBuf::from)
        .or_else(|| names.iter().find_map(|name| on_path(name)))
}
