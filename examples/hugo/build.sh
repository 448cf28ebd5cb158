#!/bin/sh
set -eu

# Relative addresses in JSON-LD lead from here.
site=http://localhost:1313/

# What a browser loads of the kit; the rest is for bundlers and servers.
rm -rf static/article-card assets/cards
mkdir -p static/article-card assets/cards
cp ../article-card/article-card* static/article-card/

# As resources and not as partials, in which braces of an article would be read as a template.
for article in articles/*.json; do
  article-card render --url "$site" --heading-level 2 --style link --kit /article-card "$article" \
    > "assets/cards/$(basename "$article" .json).html"
done

hugo --baseURL "$site" --destination dist
