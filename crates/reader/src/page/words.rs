//! The words that newsrooms print around a picture and over lists, in many languages. Whoever knows more adds them here.

/// Stand before who took a picture, with a colon.
pub(super) const CREDITS_WITH_COLON: &str = "abbildung bild bilder bildquelle bron copyright courtesy credit credits crédit \
    crédits cortesía crédito créditos fonte fotka foto fotografía fotos fotografie fotomontage fuente grafik image images \
    imagem imagen illustration kuva montage photo photographer photographs photography photos picture pictures quelle \
    screenshot screenshots source symbolbild symbolfoto titelbild rubriklistenbild zdjęcie zdroj фото 写真 撮影 图片 사진";
/// Stand before who took a picture, without one.
pub(super) const CREDITS: &[&str] = &[
    "©",
    "(c)",
    "photo by",
    "photos by",
    "picture by",
    "pictures by",
    "image by",
    "images by",
    "photograph by",
    "photo courtesy of",
    "image courtesy of",
    "courtesy of",
    "photo credit",
];
