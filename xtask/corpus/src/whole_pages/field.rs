//! The fields that are judged, what a card says in each, and how much of it has to be right.

use article_card::Article;
use serde::Deserialize;

/// A field of the article that was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    Bullets,
    Byline,
    Caption,
    Credit,
    Dateline,
    Related,
}

/// How many in a hundred have to be right of what is read, and read of what is right.
pub struct Target {
    pub precision: u8,
    pub recall: u8,
}

impl Field {
    pub const ALL: [Field; 6] = [
        Field::Bullets,
        Field::Byline,
        Field::Caption,
        Field::Credit,
        Field::Dateline,
        Field::Related,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Field::Bullets => "bullets",
            Field::Byline => "byline",
            Field::Caption => "caption",
            Field::Credit => "credit",
            Field::Dateline => "dateline",
            Field::Related => "related",
        }
    }

    pub const fn target(self) -> Target {
        let (precision, recall) = match self {
            Field::Bullets => (95, 90),
            Field::Byline => (97, 93),
            Field::Caption => (92, 85),
            Field::Credit => (96, 85),
            Field::Dateline | Field::Related => (95, 85),
        };
        Target { precision, recall }
    }

    /// What the card says in it.
    pub fn values(self, article: &Article) -> Vec<&str> {
        let image = article.image.as_ref();
        let lone = match self {
            Field::Bullets => return article.bullets.iter().map(|bullet| &**bullet).collect(),
            Field::Byline => return article.byline.iter().map(|author| &*author.name).collect(),
            Field::Related => {
                return article
                    .related
                    .iter()
                    .map(|story| &*story.headline)
                    .collect();
            }
            Field::Caption => image.and_then(|image| image.caption.as_ref()),
            Field::Credit => image.and_then(|image| image.credit.as_ref()),
            Field::Dateline => article.dateline.as_ref(),
        };
        lone.map(|text| &**text).into_iter().collect()
    }
}
