// Articles for the tests. The two seeds show what Arab News published; addresses and sizes are ours.

/**
 * "Meta accused …", after Arab News, 3 April 2024.
 * @param {string} picture
 */
export const meta = picture => ({
  id: "meta",
  headline: "Meta accused of allowing Netflix to access Facebook users’ private messages",
  url: "https://news.example/media/meta",
  image: {
    url: picture,
    alt: "The logos of Facebook and Netflix",
    width: 900,
    height: 600,
    credit: "AFP/File",
    caption:
      "Facebook’s parent company is not new to such accusations. In 2018, The New York Times reported that Netflix and Spotify could access users’ private messages.",
  },
  shortUrl: "https://arab.news/meta1",
  updated: "2024-04-03",
  follow: {},
  bullets: [
    "Lawsuit filed last year claims streaming giant had ‘bespoke access’ to data",
    "Meta dismisses allegations as ‘shockingly untrue’",
  ],
  dateline: "LONDON",
  related: [
    { headline: "A lawsuit in California", url: "https://news.example/media/lawsuit", updated: "2024-03-28" },
    { headline: "What an inbox API is", url: "https://news.example/media/inbox", published: "2023-11-02" },
  ],
});

/** "Foreign press group welcomes …", after Arab News, 22 December 2025. */
export const press = () => ({
  id: "press",
  headline: "Foreign press group welcomes Israel court deadline on Gaza access",
  url: "https://news.example/middle-east/press",
  updated: "2025-12-22",
  follow: {},
  bullets: [
    "Supreme Court set deadline for responding to petition filed by the Foreign Press Association to Jan. 4",
    "Since the start of the Gaza war in October 2023, Israeli authorities have prevented foreign journalists from independently entering the Strip",
  ],
  dateline: "JERUSALEM",
});

/** The least an article can be. */
export const brief = (headline = "A headline and nothing else") => ({ headline });

/**
 * Every field that a card draws, so that its order can be read.
 * @param {string} picture
 */
export const everything = picture => ({
  ...meta(picture),
  kicker: "Technology",
  section: "Media",
  standfirst: "Court documents describe years of privileged access.",
  origin: "compositeWithTrainedAlgorithmicMedia",
  image: { ...meta(picture).image, origin: "trainedAlgorithmicMedia" },
  media: { kind: "video", duration: "PT3M20S" },
  readingTime: 5,
  byline: [
    { name: "Ada Reporter", url: "https://news.example/ada", image: picture, jobTitle: "Media editor" },
    { name: "Ben Writer" },
  ],
  publisher: { name: "Arab News", url: "https://news.example/", logo: picture },
  access: "paid",
  sponsor: { name: "A Sponsor", url: "https://sponsor.example/" },
  status: "live",
  correction: { text: "An earlier version named the wrong court.", date: "2024-04-04" },
  language: "en",
});
