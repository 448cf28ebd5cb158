//! The named character references of HTML 4, of which content systems make use; with the parser of pages, all that HTML has.

use super::Characters;

/// Those of Latin-1, in the order of their characters from U+00A0 on. They count without a semicolon, too.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
    Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
    Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
    egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
    uacute ucirc uuml yacute thorn yuml";

/// Others that count without a semicolon, each after its character.
const BASIC: &str = "&amp <lt >gt \"quot &AMP <LT >GT \"QUOT ©COPY ®REG";

/// All others, each after its character.
#[cfg(any(not(feature = "page"), test))]
const OTHERS: &str = "'apos ŒOElig œoelig ŠScaron šscaron ŸYuml ƒfnof ˆcirc ˜tilde \u{2002}ensp \u{2003}emsp \
    \u{2009}thinsp \u{200c}zwnj \u{200d}zwj \u{200e}lrm \u{200f}rlm –ndash —mdash ‘lsquo ’rsquo ‚sbquo “ldquo ”rdquo \
    „bdquo †dagger ‡Dagger •bull …hellip ‰permil ′prime ″Prime ‹lsaquo ›rsaquo ‾oline ⁄frasl €euro ℑimage ℘weierp \
    ℜreal ™trade ℵalefsym ΑAlpha ΒBeta ΓGamma ΔDelta ΕEpsilon ΖZeta ΗEta ΘTheta ΙIota ΚKappa ΛLambda ΜMu ΝNu ΞXi \
    ΟOmicron ΠPi ΡRho ΣSigma ΤTau ΥUpsilon ΦPhi ΧChi ΨPsi ΩOmega αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta \
    θtheta ιiota κkappa λlambda μmu νnu ξxi οomicron πpi ρrho ςsigmaf σsigma τtau υupsilon φphi χchi ψpsi ωomega \
    ϑthetasym ϒupsih ϖpiv ←larr ↑uarr →rarr ↓darr ↔harr ↵crarr ⇐lArr ⇑uArr ⇒rArr ⇓dArr ⇔hArr ∀forall ∂part ∃exist \
    ∅empty ∇nabla ∈isin ∉notin ∋ni ∏prod ∑sum −minus ∗lowast √radic ∝prop ∞infin ∠ang ∧and ∨or ∩cap ∪cup ∫int ∴there4 \
    ∼sim ≅cong ≈asymp ≠ne ≡equiv ≤le ≥ge ⊂sub ⊃sup ⊄nsub ⊆sube ⊇supe ⊕oplus ⊗otimes ⊥perp ⋅sdot ⌈lceil ⌉rceil \
    ⌊lfloor ⌋rfloor ⟨lang ⟩rang ◊loz ♠spades ♣clubs ♥hearts ♦diams";

/// What the reference of that name, with its semicolon, stands for.
#[cfg(feature = "page")]
pub(super) fn named(reference: &str) -> Option<Characters> {
    // Its beginnings stand in the table, too, for nothing.
    let (first, second) = html5ever::data::NAMED_ENTITIES.get(reference)?;
    let character = |code: u32| char::from_u32(code).filter(|character| *character != '\0');
    Some([Some(character(*first)?), character(*second)])
}

/// The same of HTML 4, which is all that a browser has to download; no other name stood more than once in what was collected
/// from pages.
#[cfg(not(feature = "page"))]
pub(super) fn named(reference: &str) -> Option<Characters> {
    let name = reference.strip_suffix(';')?;
    let mut found = None;
    each_of_html_4(&mut |known, character| {
        if known == name {
            found = Some(super::one(character));
        }
    });
    found
}

#[cfg(any(not(feature = "page"), test))]
fn each_of_html_4(visit: Visit<'_>) {
    each_short(visit);
    each_pair(OTHERS, visit);
}

/// The character of the longest name that counts without a semicolon and that the text begins with, and its length.
pub(super) fn beginning(text: &str) -> Option<(char, usize)> {
    let mut longest = None;
    each_short(&mut |name, character| {
        let length = name.len();
        if text.starts_with(name) && longest.is_none_or(|(_, longest)| length > longest) {
            longest = Some((character, length));
        }
    });
    longest
}

/// Is told each name with its character. Chained iterators would weigh more.
type Visit<'v> = &'v mut dyn FnMut(&'static str, char);

fn each_short(visit: Visit<'_>) {
    for (name, character) in LATIN_1.split(' ').zip('\u{a0}'..) {
        visit(name, character);
    }
    each_pair(BASIC, visit);
}

fn each_pair(list: &'static str, visit: Visit<'_>) {
    for pair in list.split(' ') {
        let mut name = pair.chars();
        if let Some(character) = name.next() {
            visit(name.as_str(), character);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LATIN_1, OTHERS, each_of_html_4, named};

    #[test]
    fn every_name_has_its_character() {
        assert_eq!(LATIN_1.split(' ').count(), 96);
        assert_eq!(OTHERS.split(' ').count(), 153);
        each_of_html_4(&mut |name, character| {
            let reference = format!("{name};");
            assert_eq!(named(&reference), Some([Some(character), None]), "{name}");
        });
        for (name, character) in [
            ("nbsp;", '\u{a0}'),
            ("yuml;", 'ÿ'),
            ("szlig;", 'ß'),
            ("Oslash;", 'Ø'),
            ("apos;", '\''),
            ("amp;", '&'),
            ("zwj;", '\u{200d}'),
            ("diams;", '♦'),
        ] {
            assert_eq!(named(name), Some([Some(character), None]), "{name}");
        }
        assert_eq!(named("Nbsp;"), None);
    }
}
