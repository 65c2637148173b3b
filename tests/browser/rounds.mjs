// Forms of generated dossiers in headless Chromium: filled in at random with words that break what can be broken, saved, copied,
// and taken in by the program, which must read what was meant. The same seeds give the same dossiers. Usage: rounds.mjs PROGRAM
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { beraad as run, launch } from './chromium.mjs';
import { parse, stringify } from 'smol-toml';

const program = process.argv[2];
const rounds = Number(process.env.ROUNDS ?? 12);
const work = mkdtempSync(join(tmpdir(), 'beraad-'));
const meeting = '2025-12-11-beraad';
const supports = ['ja', 'onder voorbehoud', 'nee', 'meer tijd'];
const pieces = [
  'het plan', 'de wethouder', 'Eén', '“zo”', '"', "'", '\\', '\\n', "'''", '"""', '[x] Gedragen', '#b:einde', '> ', '<b>', '</script>',
  '&amp;', '`code`', '*ster*', '_streep_', '{{ x }}', '{% if %}', '🙂', 'https://example.org/a_b', '----------', '1.', '- lijst', '| tabel',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function beraad(dossier, ...words) {
  const { status, said } = run(program, dossier, ...words);
  assert.equal(status, 0, said);
}

/** A dossier with other items and words, which nobody answered yet. */
function dossier(seed, random) {
  const folder = join(work, String(seed));
  cpSync('tests/regels/basis', folder, { recursive: true });
  rmSync(join(folder, meeting, 'raadpleging'), { recursive: true });
  rmSync(join(folder, meeting, 'verzending.toml'));
  const pick = (all) => all[Math.floor(random() * all.length)];
  const line = () => Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(pieces)).join(' ').trim();
  const place = join(folder, meeting, 'vergadering.toml');
  const agenda = parse(readFileSync(place, 'utf8'));
  const items = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => ({
    id: `punt-${at}`,
    titel: `Over ${line()}`,
    behandeling: 'ter instemming',
    toelichting: `Dit is ${line()}\n\n${line()}`,
    gevraagd: Array.from({ length: 1 + Math.floor(random() * 3) }, (__, number) => `In te stemmen met deel ${number}: ${line()}`),
  }));
  agenda.agendapunt.splice(-1, 0, ...items);
  writeFileSync(place, stringify(agenda));
  return { folder, pick, line };
}

const browser = await launch();
// the copy writes a mark in somebody's words as `# b:`, so that it is not taken for one
const single = (text) => text.trim().replace(/\s+/g, ' ').replaceAll('# b:', '#b:');

/** Fills in the form; gives what was meant, in the order of the page. */
async function filled(page, { pick, line }) {
  const meant = [];
  for (const decision of await page.locator('.besluit').all()) {
    const { punt, nr } = await decision.evaluate((one) => ({ ...one.dataset }));
    const support = pick(supports);
    await page.locator(`[name="${punt}-${nr}"][value="${support}"]`).check();
    const reason = ['onder voorbehoud', 'nee'].includes(support) ? `omdat ${line()}` : undefined;
    if (reason) await page.locator(`[id="${punt}-${nr}-reden"]`).fill(reason);
    meant.push({ punt, nr: Number(nr), support, reason: reason && single(reason) });
  }
  const item = pick(meant).punt;
  const input = `Noem ${line()}\n\n${line()}`;
  await page.locator(`[id="inbreng-${item}"]`).fill(input);
  await page.locator(`[id="benoemen-${item}"]`).check();
  await page.locator('#door').fill('beleidsadviseur');
  await page.locator('#afgestemd').fill('wethouder');
  await page.locator('#datum').fill('2025-12-01');
  return { answers: meant, input: { punt: item, text: single(input) } };
}

/** What the program took over from a file. */
function taken(folder, path) {
  rmSync(join(folder, meeting, 'raadpleging'), { recursive: true, force: true });
  beraad(folder, 'reactie', 'lees', path);
  const { reactie } = parse(readFileSync(join(folder, meeting, 'raadpleging', 'eikerveen.toml'), 'utf8'));
  assert.equal(reactie.length, 1);
  const answers = reactie[0].punt.flatMap((punt) => (punt.besluit ?? []).map((one) => ({
    punt: punt.agendapunt, nr: one.nr, support: one.gedragen, reason: one.reden && single(one.reden),
  })));
  const named = reactie[0].punt.find((punt) => punt.inbreng);
  assert.equal(named.benoemen, true);
  return { answers, input: { punt: named.agendapunt, text: single(named.inbreng) } };
}

for (let seed = 1; seed <= rounds; seed += 1) {
  const made = dossier(seed, numbers(seed));
  const form = join(work, `${seed}.html`);
  beraad(made.folder, 'raadpleging', meeting, '--aan', 'eikerveen', '-o', form);
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  const faults = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(pathToFileURL(form).href);
  const meant = await filled(page, made);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button[type=submit]').click()]);
  const saved = join(work, `${seed}.toml`);
  await download.saveAs(saved);
  await page.locator('#kopieer').click();
  const copied = join(work, `${seed}.txt`);
  writeFileSync(copied, `Hierbij.\n\n${await page.locator('#kopie-tekst').inputValue()}\nGroet\n`);
  await page.context().close();
  assert.deepEqual(faults, [], `seed ${seed}`);
  assert.deepEqual(taken(made.folder, saved), meant, `seed ${seed}, saved`);
  assert.deepEqual(taken(made.folder, copied), meant, `seed ${seed}, copied`);
}

await browser.close();
rmSync(work, { recursive: true });
console.log(`${rounds} forms came back as they were meant`);
