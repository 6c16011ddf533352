// The page: asks the wasm module for one step after another and shows how far it is.
//
// Options after `#`, as in `index.html#run&every=10`: `run` starts at once, `all` runs the whole suite
// instead of a sample, `filter=WORDS` all checks whose name contains one of the words (with commas
// between), `every=N` every Nth of them; `lengths=N,N` are the lengths to time. The driver of the tests finds the report at
// `window.report` once `main[data-state]` is `after` or `failed`.

const options = new URLSearchParams(location.hash.slice(1));
const by = (id) => document.getElementById(id);
const main = document.querySelector('main');
const show = (id, on = true) => { by(id).hidden = !on; };
const state = (name) => { main.dataset.state = name; };

/// Lets the browser paint and answer.
const pause = () => new Promise((done) => setTimeout(done, 0));

function fail(title, text, help = []) {
  state('failed');
  window.why = `${title} ${text}`;
  by('failure-title').textContent = title;
  by('failure-text').textContent = text;
  by('failure-help').replaceChildren(...help.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
  show('failure');
  show('progress', false);
  show('run', false);
  show('stop', false);
}

const NO_WEBGPU = [
  'Chrome and Edge have WebGPU on Windows, macOS, ChromeOS and Android. On Linux it may have to be switched on: open chrome://flags/#enable-unsafe-webgpu, enable it, restart.',
  'Safari has it from version 26 on, Firefox from 141 on Windows and 145 on macOS.',
  'If the browser has it, but no adapter was found: update the graphics driver, and see chrome://gpu or about:support for why it is switched off.',
  'The page must come from a file, from localhost or through https.',
];

/// What the page runs in, for the report.
function host() {
  const brands = navigator.userAgentData?.brands ?? [];
  const known = brands.find((b) => b.brand !== 'Chromium' && !/not/i.test(b.brand)) ?? brands.find((b) => b.brand === 'Chromium');
  return known ? `browser, ${known.brand} ${known.version}` : `browser, ${navigator.userAgent.split(' ').at(-1)}`;
}

function bytesOf(base64) {
  const text = atob(base64);
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function clock(seconds) {
  const s = Math.max(0, Math.round(seconds));
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${s % 60} s`;
}

/// Shows that `done` of `total` steps are over since `begin`.
function progress(done, total, begin, now) {
  by('bar').value = total ? done / total : 0;
  by('count').textContent = `${done} of ${total} steps`;
  const spent = (performance.now() - begin) / 1000;
  by('left').textContent = done >= 5 ? `about ${clock((spent / done) * (total - done))} left` : `${clock(spent)} so far`;
  by('now').textContent = now;
}

let stopped = false;

/// Checks that are under way at once: one is computed here while shaders of another are compiled.
const LANES = 3;

/// The names of the checks that were asked for.
function choose(session) {
  const [filter, every] = [options.get('filter') ?? '', options.get('every')];
  if (filter || every || by('all').checked) return session.choose(filter, Number(every ?? 1));
  return session.choose_quick();
}

/// Runs the checks and then the benchmark.
async function run(session) {
  state('during');
  show('run', false);
  show('stop');
  show('progress');
  show('choice', false);
  const names = choose(session);
  const lengths = (options.get('lengths') ?? '256,512,1024,2048,4096').split(',').map(Number).filter((n) => n > 0);
  const total = names.length + lengths.length;
  const begin = performance.now();
  const tally = { pass: 0, fail: 0, unsupported: 0 };
  let [painted, next, done] = [0, 0, 0];
  async function lane() {
    while (next < names.length && !stopped) {
      const n = next++;
      if (performance.now() - painted > 100) {
        painted = performance.now();
        progress(done, total, begin, names[n]);
        await pause();
      }
      const { status } = JSON.parse(await session.check(n));
      done += 1;
      tally[status.toLowerCase() === 'error' ? 'fail' : status.toLowerCase()] += 1;
      by('passed').textContent = tally.pass;
      by('failed').textContent = tally.fail;
      by('unsupported').textContent = tally.unsupported;
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  session.took((performance.now() - begin) / 1000);
  for (const [n, length] of lengths.entries()) {
    if (stopped) break;
    progress(names.length + n, total, begin, `attention over ${length} tokens`);
    await pause();
    // The next length takes four times as long.
    if ((await session.time(length)) > 1) break;
  }
  finish(session, tally, (performance.now() - begin) / 1000);
}

function finish(session, tally, seconds) {
  const verdict = by('verdict');
  const right = session.passed();
  verdict.className = right ? 'pass' : 'fail';
  const counts = `${tally.pass} checks passed, ${tally.fail} failed, ${tally.unsupported} not supported, in ${clock(seconds)}.`;
  const partly = stopped ? ' Stopped before the end.' : '';
  verdict.textContent = `${right ? 'Yes, as far as it was checked.' : 'No: something is wrong.'} ${counts}${partly}`;
  by('findings').innerHTML = session.findings();
  by('figures').innerHTML = session.figures();
  by('facts').innerHTML = session.facts();
  window.report = session.json();
  for (const id of ['verdict', 'findings', 'speed', 'save']) show(id);
  show('stop', false);
  show('progress', false);
  state('after');
}

function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([window.report], { type: 'application/json' }));
  link.download = 'wgpu-attention-conformance.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function start() {
  addEventListener('error', (event) => fail('The page broke off.', event.message));
  addEventListener('unhandledrejection', (event) => fail('The page broke off.', String(event.reason?.message ?? event.reason)));
  if (!navigator.gpu) {
    return fail('This browser offers no WebGPU.', 'Without it the page cannot reach the graphics processor. What helps:', NO_WEBGPU);
  }
  await __wbg_init({ module_or_path: bytesOf(WASM) });
  let session;
  try {
    session = await Session.open(host());
  } catch (error) {
    return fail('No device could be opened.', `${error.message ?? error} What helps:`, NO_WEBGPU);
  }
  by('name').textContent = session.device();
  by('facts').innerHTML = session.facts();
  show('device');
  const [all, sample] = [session.in_suite(), session.choose_quick().length].map((n) => n.toLocaleString('en'));
  by('all-text').textContent = `All ${all} checks, which takes longer, not a sample of ${sample} that has every kind`;
  by('all').checked = options.has('all');
  show('choice');
  by('run').disabled = false;
  by('run').addEventListener('click', () => run(session));
  by('stop').addEventListener('click', () => { stopped = true; });
  by('save').addEventListener('click', save);
  if (options.has('run')) run(session);
}

start();
