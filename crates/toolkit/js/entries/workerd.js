// At the edge: workerd compiles the WebAssembly when it is deployed.
import module from "./NAME.wasm";
import { open } from "./NAME.core.js";

export const { read, check, render, schema, stylesheet, version } = open(module);
