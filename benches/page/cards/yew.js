// The card in Yew: the element around it, which only JavaScript can define.
import init, { draw } from "./yew_card.js";
import { define } from "./look.js";

await init({ module_or_path: new URL("./yew_card_bg.wasm", import.meta.url) });

define(draw);
