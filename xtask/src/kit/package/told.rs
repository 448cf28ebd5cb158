//! The types of what the element tells: diagnostics, and events with their detail.

use super::{
    element::{Element, Event, Member},
    schema::{capital, comment},
};
use anyhow::{Result, bail};

/// Words as a type that takes no others.
pub fn union<T: AsRef<str>>(words: &[T]) -> String {
    let words = words.iter().map(|word| format!("\"{}\"", word.as_ref()));
    words.collect::<Vec<_>>().join(" | ")
}

pub fn diagnostics(element: &Element) -> String {
    let mut text = format!(
        "export type DiagnosticSeverity = {};\n\nexport type DiagnosticCode =",
        union(&element.severities)
    );
    for code in &element.codes {
        text += &format!("\n{}  | \"{}\"", comment(&code.about, "  "), code.name);
    }
    text + ";\n\n/** What was repaired or refused. */\nexport interface Diagnostic {\n  readonly severity: DiagnosticSeverity;\n  \
     readonly code: DiagnosticCode;\n  /** A JSON path such as `$.related[2].url`, or `@layout` for an attribute. */\n  \
     readonly path: string;\n  /** Why, in one plain sentence. */\n  readonly message: string;\n  \
     readonly line?: number;\n  readonly column?: number;\n}\n\n"
}

pub fn events(element: &Element) -> Result<String> {
    let mut text = "/** What every event says of the article that is drawn. */\nexport interface ArticleCardDetail {\n  \
        readonly id: string | null;\n  readonly url: string | null;\n  readonly headline: string | null;\n}\n\n"
        .to_owned();
    let mut map = String::new();
    for event in &element.events {
        let detail = detail(event);
        map += &format!(
            "{}  \"{}\": CustomEvent<{detail}>;\n",
            comment(&event.about, "  "),
            event.name
        );
        if event.members.is_empty() {
            continue;
        }
        // A card that was never drawn has an error, and nothing else to tell.
        let base = if event.name.ends_with("-error") {
            "Partial<ArticleCardDetail>"
        } else {
            "ArticleCardDetail"
        };
        text += &format!("export interface {detail} extends {base} {{\n");
        for member in &event.members {
            text += &format!("  readonly {};\n", typed(member)?);
        }
        text += "}\n\n";
    }
    Ok(format!(
        "{text}export interface ArticleCardEventMap {{\n{map}}}\n\n"
    ))
}

/// The type of an event's detail.
pub fn detail(event: &Event) -> String {
    match event.members.as_slice() {
        [] => "ArticleCardDetail".to_owned(),
        _ => format!("{}Detail", capital(&event.name)),
    }
}

fn typed(member: &Member) -> Result<String> {
    let name = &member.name;
    Ok(match name.as_str() {
        _ if !member.words.is_empty() => format!("{name}: {}", union(&member.words)),
        "diagnostics" => format!("{name}: readonly Diagnostic[]"),
        "code" => format!("{name}: DiagnosticCode"),
        "path" | "message" | "href" => format!("{name}: string"),
        "line" | "column" => format!("{name}?: number"),
        "index" => format!("{name}: number | null"),
        _ => bail!("what type has `{name}` of an event?"),
    })
}
