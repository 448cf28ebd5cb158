import { it } from 'node:test';
import { everything } from './harness/articles.js';
import { inBrowsers, pause } from './harness/suite.js';
async function mount(article, count, batch, copy, compact) {
  for (let done = 0; done < count; done += batch) {
    const cards = Array.from({ length: batch }, (_, index) => Object.assign(document.createElement('article-card'), { article: { ...article, id: `story-${done + index}` }, loading: 'eager' }));
    document.body.append(...cards);
    while (!cards.every(card => card.matches(':state(ready)'))) await new Promise(next => setTimeout(next));
    if (compact) for (const card of cards) card.layout = 'compact';
    if (copy) cards[0].shadowRoot.querySelector('button')?.click();
    await new Promise(requestAnimationFrame);
    for (const card of cards) card.remove();
    await new Promise(next => setTimeout(next));
  }
  window.seen.events.length = 0;
}
inBrowsers('leak', stage => {
  for (const [copy, compact, tick] of [[0,0,0],[1,0,0],[0,1,0],[0,0,1]]) it(`copy ${copy} compact ${compact} tick ${tick}`, { timeout: 200000 }, async () => {
    const visit = await stage.open({ body: '<p>x' });
    await visit.until(() => customElements.get('article-card') !== undefined);
    const client = await visit.page.createCDPSession();
    const article = { ...everything(stage.publisher.picture({ width: 1, height: 1 })), ...(tick ? { updated: new Date(Date.now() - 3600000).toISOString() } : {}) };
    const out = [];
    for (let i = 0; i < 5; i++) {
      await visit.evaluate(mount, article, 300, 50, copy, compact);
      await pause(2600); await visit.drawn();
      for (let r = 0; r < 3; r++) await client.send('HeapProfiler.collectGarbage');
      const m = await visit.page.metrics(); out.push([m.Nodes, m.JSEventListeners]);
    }
    console.log(`copy ${copy} compact ${compact} tick ${tick}`, JSON.stringify(out));
  });
}, { only: 'chromium' });
