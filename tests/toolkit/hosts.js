// The hosts of JavaScript that the toolkit runs on, each as a process that answers once.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const HOSTS = process.env.ARTICLE_CARD_HOSTS ?? "";
const LIMIT = { timeout: 60_000, maxBuffer: 256 * 1024 * 1024 };

/** A program among the packages of a scope, which npm has chosen for this machine. */
function program(scope, names) {
  const folder = join(HOSTS, "node_modules", scope);
  const packages = existsSync(folder) ? readdirSync(folder) : [];
  const all = packages.flatMap(name => names.map(path => join(folder, name, path)));
  const found = all.find(path => existsSync(path));
  if (!found) throw new Error(`npm has installed no program of ${scope} for this machine in ${HOSTS}`);
  return found;
}

const DENO = ["run", "--quiet", "--no-remote", "--no-check", "--node-modules-dir=manual", "--allow-read=."];
const asJson = async ({ stdout }) => JSON.parse(stdout);

/** How long a process takes from its start to its first card, in milliseconds: the least of five. */
async function first(program, ...flags) {
  const times = [];
  for (let round = 0; round < 5; round++) times.push(Number((await run(program, [...flags, "first.js"], LIMIT)).stdout));
  return Math.min(...times);
}

/** Each host: what it calls itself, what it answers, and how long it takes to the first card. */
export const hosts = {
  node: {
    version: async () => process.version,
    answers: () => run(process.execPath, ["process.js"], LIMIT).then(asJson),
    first: () => first(process.execPath),
  },
  "the machine's node": {
    version: async () => (await run("node", ["--version"], LIMIT)).stdout.trim(),
    answers: () => run("node", ["process.js"], LIMIT).then(asJson),
    first: () => first("node"),
  },
  deno: {
    version: async () => (await run(deno(), ["--version"], LIMIT)).stdout.split("\n")[0],
    answers: () => run(deno(), [...DENO, "process.js"], LIMIT).then(asJson),
    first: () => first(deno(), ...DENO),
  },
  bun: {
    version: async () => (await run(bun(), ["--version"], LIMIT)).stdout.trim(),
    answers: () => run(bun(), ["--no-install", "process.js"], LIMIT).then(asJson),
    first: () => first(bun(), "--no-install"),
  },
  workerd: {
    version: async () => (await run(workerd(), ["--version"], LIMIT)).stdout.trim(),
    answers: async () => JSON.parse((await askWorkerd("/")).text),
    // From the start of workerd, with the compilation that a network has done before.
    first: async () => (await askWorkerd("/first")).after,
  },
};

const deno = () => program("@deno", ["deno", "deno.exe"]);
const bun = () => program("@oven", ["bin/bun", "bin/bun.exe"]);
const workerd = () => program("@cloudflare", ["bin/workerd", "bin/workerd.exe"]);

/** A Worker with the toolkit: bundled as wrangler bundles it, by the condition `workerd`, with the WebAssembly beside it. */
async function askWorkerd(path) {
  const bundle = ["--bundle", "--format=esm", "--conditions=workerd", "--loader:.wasm=copy", "--asset-names=[name]", "--outdir=bundled", "--log-level=warning", "worker.js"];
  await run("esbuild", bundle, LIMIT);
  const port = await freePort();
  const wasm = readdirSync("bundled").filter(name => name.endsWith(".wasm"));
  const modules = wasm.map(name => `(name = "./${name}", wasm = embed "bundled/${name}")`).join(", ");
  writeFileSync(
    "worker.capnp",
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "bundled/worker.js"), ${modules}],
    compatibilityDate = "2026-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);\n`,
  );
  const begun = performance.now();
  const server = spawn(workerd(), ["serve", "worker.capnp"], { stdio: ["ignore", "inherit", "inherit"] });
  const ended = once(server, "exit");
  try {
    while (performance.now() - begun < 15_000 && server.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
      const text = await answer?.text();
      if (answer?.ok) return { text, after: performance.now() - begun };
      if (answer) throw new Error(text);
      await new Promise(done => setTimeout(done, 5));
    }
  } finally {
    server.kill();
    await ended;
  }
  throw new Error("workerd does not answer within 15 s");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}
