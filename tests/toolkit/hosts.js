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

const asJson = async ({ stdout }) => JSON.parse(stdout);

/** Each host: what it calls itself, and what it answers. */
export const hosts = {
  node: {
    version: async () => process.version,
    answers: () => run(process.execPath, ["process.js"], LIMIT).then(asJson),
  },
  "the machine's node": {
    version: async () => (await run("node", ["--version"], LIMIT)).stdout.trim(),
    answers: () => run("node", ["process.js"], LIMIT).then(asJson),
  },
  deno: {
    version: async () => (await run(deno(), ["--version"], LIMIT)).stdout.split("\n")[0],
    answers: () => run(deno(), ["run", "--quiet", "--no-remote", "--node-modules-dir=manual", "--allow-read=.", "process.js"], { ...LIMIT, env: { ...process.env, DENO_NO_UPDATE_CHECK: "1" } }).then(asJson),
  },
  bun: {
    version: async () => (await run(bun(), ["--version"], LIMIT)).stdout.trim(),
    answers: () => run(bun(), ["--no-install", "process.js"], LIMIT).then(asJson),
  },
  workerd: {
    version: async () => (await run(workerd(), ["--version"], LIMIT)).stdout.trim(),
    answers: askWorkerd,
  },
};

const deno = () => program("@deno", ["deno", "deno.exe"]);
const bun = () => program("@oven", ["bin/bun", "bin/bun.exe"]);
const workerd = () => program("@cloudflare", ["bin/workerd", "bin/workerd.exe"]);

/** A Worker with the toolkit: bundled as wrangler bundles it, by the condition `workerd`, with the WebAssembly beside it. */
async function askWorkerd() {
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
  const server = spawn(workerd(), ["serve", "worker.capnp"], { stdio: ["ignore", "inherit", "inherit"] });
  const ended = once(server, "exit");
  try {
    for (let tries = 0; tries < 150 && server.exitCode === null; tries++) {
      const answer = await fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
      if (answer) return answer.ok ? await answer.json() : Promise.reject(new Error(await answer.text()));
      await new Promise(done => setTimeout(done, 100));
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
