// Runs the page in a headless Chromium and writes its report:
// node browser.mjs index.html [--json FILE] [--all] [--every N] [--filter WORDS] [--lengths N,N] [--shots FOLDER]
// Fails if the page does not come to its end, if anything fails there, or if nothing passes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, json: text, every: text, filter: text, lengths: text, shots: text, chromium: text, minutes: text },
});
const page = pathToFileURL(resolve(positionals[0])).href;
const options = new URLSearchParams();
if (values.all) options.set('all', '');
for (const name of ['every', 'filter', 'lengths']) if (values[name]) options.set(name, values[name]);
const profile = mkdtempSync(join(tmpdir(), 'wgpu-attention-'));

// SwiftShader, so that every machine runs the same; in real time, since the device does not follow a
// virtual clock.
const gpu = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'];
const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function shot(tab, name) {
  if (!values.shots) return;
  mkdirSync(values.shots, { recursive: true });
  for (const [width, colorScheme] of [[360, 'light'], [360, 'dark'], [1100, 'light'], [1100, 'dark']]) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.emulateMedia({ colorScheme });
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) throw new Error(`${name}: the page is ${wide} wide on a screen of ${width}`);
    await tab.screenshot({ path: join(values.shots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  }
}

/// What a person without WebGPU sees.
async function without(context) {
  const tab = await context.newPage();
  await tab.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined }));
  await tab.goto(page);
  await tab.waitForSelector('main[data-state=failed]');
  if (!(await tab.locator('#failure-help li').count())) throw new Error('the page does not say what to do without WebGPU');
  await shot(tab, 'without');
  await tab.close();
}

async function measured(context) {
  const tab = await context.newPage();
  tab.on('console', (message) => console.error(`page: ${message.text()}`));
  tab.on('pageerror', (error) => console.error(`page: ${error.message}`));
  tab.on('crash', () => { console.error('the page crashed'); process.exit(1); });
  await tab.goto(`${page}#${options}`);
  const timeout = 60_000 * Number(values.minutes ?? (values.all ? 240 : 20));
  await tab.waitForSelector('#run:enabled, main[data-state=failed]', { timeout, state: 'attached' });
  await shot(tab, 'before');
  if (await tab.locator('#run').isEnabled()) await tab.click('#run');
  if (values.shots) {
    await tab.waitForTimeout(4000);
    await shot(tab, 'during');
  }
  await tab.waitForSelector('main[data-state=after], main[data-state=failed]', { timeout });
  await shot(tab, 'after');
  return tab.evaluate(() => ({
    failure: window.why,
    report: window.report,
    verdict: document.getElementById('verdict').textContent,
    right: document.getElementById('verdict').className === 'pass',
  }));
}

let context;
try {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: values.chromium ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', ...gpu, ...quiet],
  });
  await without(context);
  const { failure, report, verdict, right } = await measured(context);
  if (failure) throw new Error(failure);
  if (values.json) writeFileSync(values.json, `${report}\n`);
  const { device, host, findings } = JSON.parse(report);
  console.log(`${device.name} in ${host}: ${verdict}`);
  for (const f of findings.filter(({ reason, status }) => reason && !/pass|unsupported/i.test(status))) {
    console.log(`${f.status}: ${f.case}\n  ${f.reason.text}`);
  }
  process.exitCode = right ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
}
