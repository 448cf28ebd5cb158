// The windows of WebKit, which are as large as a test wants the page in them.

/** @typedef {{ width: number, height: number }} Viewport */

/**
 * Makes a window so large that the page in it has this size.
 * @param {(method: string, path: string, body: object) => Promise<any>} send
 * @param {{ pointer: number[], bar: number }} browser
 * @param {Viewport} viewport
 */
export async function resize(send, browser, { width, height }) {
  const inner = () => send("POST", "/execute/sync", { script: "return [innerWidth, innerHeight]", args: [] });
  let [wide, high] = [width, height + browser.bar];
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    const [x, y] = [Math.round(browser.pointer[0] - wide / 2), browser.pointer[1] - 10];
    await send("POST", "/window/rect", { x, y, width: wide, height: high });
    // The page learns of it a little later.
    for (let round = 0; round < 20; round++) {
      const [x, y] = await inner();
      if (x === width && y === height) return;
      // The window has a bar above the page, which is as high in each.
      if (x === width && y < height && y > height - 100) browser.bar = high - y;
      await new Promise(done => setTimeout(done, 5));
    }
    high = height + browser.bar;
  }
  throw new Error(`no window of ${width} by ${height}, but of ${await inner()}`);
}
