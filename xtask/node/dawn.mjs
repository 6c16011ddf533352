// Runs the page's module in Node, on Dawn, and writes its report:
// node dawn.mjs FOLDER [--json FILE] [--all] [--every N] [--filter WORDS] [--adapter TEXT]
// Fails if anything fails, or if nothing passes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { create, globals } from 'webgpu';

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, json: text, every: text, filter: text, adapter: text },
});

// What wgpu looks for in a browser's window.
const gpu = create(['backend=vulkan', `adapter=${values.adapter ?? 'SwiftShader'}`]);
class Window {}
Object.assign(globalThis, globals, { Window });
Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });

const folder = resolve(positionals[0]);
const { default: init, Session } = await import(pathToFileURL(join(folder, 'wgpu_attention_web.js')).href);
await init({ module_or_path: readFileSync(join(folder, 'wgpu_attention_web_bg.wasm')) });
const session = await Session.open(`node ${process.versions.node}, Dawn`);
console.log(session.device());

// Node ends when nothing but a promise is waited for, and Dawn settles its promises on the way.
setInterval(() => {}, 10);

const some = values.all || values.filter || values.every;
const names = some ? session.choose(values.filter ?? '', Number(values.every ?? 1)) : session.choose_quick();
const begin = performance.now();
const tally = {};
for (let n = 0; n < names.length; n += 1) {
  const { status, reason } = JSON.parse(await session.check(n));
  tally[status] = (tally[status] ?? 0) + 1;
  if (!/pass|unsupported/i.test(status)) console.log(`${status}: ${names[n]}\n  ${reason?.text}`);
}
session.took((performance.now() - begin) / 1000);
if (values.json) writeFileSync(values.json, `${session.json()}\n`);
console.log(`${names.length} checks in ${((performance.now() - begin) / 1000).toFixed(0)} s: ${JSON.stringify(tally)}`);
process.exit(session.passed() ? 0 : 1);
