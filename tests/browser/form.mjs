// The form of a consultation in headless Chromium, by keyboard only: filled in, checked by axe-core in every state, saved,
// copied, and taken in by the program. Usage: form.mjs PROGRAM
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { beraad as run, launch } from './chromium.mjs';

const program = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const work = mkdtempSync(join(tmpdir(), 'beraad-'));
const meeting = '2025-12-11-regionaal-beraad';

const beraad = (dossier, ...words) => run(program, dossier, ...words);

function dossier(name) {
  const folder = join(work, name);
  cpSync('agendas', folder, { recursive: true });
  rmSync(join(folder, meeting, 'raadpleging'), { recursive: true, force: true });
  return folder;
}

const file = join(work, 'formulier.html');
const made = beraad(dossier('vraag'), 'raadpleging', meeting, '--aan', 'kaag-en-braassem', '-o', file);
assert.equal(made.status, 0, made.said);
const url = pathToFileURL(file).href;

const browser = await launch();
const faults = [];
async function open(options = {}) {
  const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => [url].includes(request.url()) || request.url().startsWith('blob:') || faults.push(`request: ${request.url()}`));
  await page.goto(url);
  return page;
}
async function accessible(page, state) {
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags);
    for (const { id, nodes } of violations) faults.push(`axe in ${state}, ${colorScheme}: ${id}: ${nodes[0].html.slice(0, 160)}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${state} scrolls sideways by ${wide} px`);
}
/** Presses Tab until the element that the test wants has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}
async function save(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const path = join(work, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}
const shown = (page, id) => page.locator(`#${id}`).isVisible();

// Empty: nothing is filled in beforehand, and saving says what lacks.
let page = await open();
await accessible(page, 'an empty form');
assert.equal(await page.locator('input:checked').count(), 0);
const asked = await page.locator('.besluit').count();
assert.ok(asked > 3);
assert.equal(await page.locator('#stand').textContent(), `0 van ${asked} beantwoord`);
assert.ok(!(await shown(page, 'zonder-script')));
await tabTo(page, 'button[type=submit]');
await page.keyboard.press('Enter');
assert.match(await page.locator('#mist').textContent(), /Er missen nog/);
await accessible(page, 'a form with gaps');
await page.keyboard.press('Tab');
await page.keyboard.press('Enter');
assert.ok(await page.evaluate(() => document.activeElement.type === 'radio'), 'a gap leads to its question');

// Filled in by keyboard only: a reservation with its reason, hostile input that must be named.
const input = 'Let op:\n\n- "kleine kernen" en \\ \'\'\' [x] #b:einde <b>';
const decisions = await page.locator('.besluit').evaluateAll((all) => all.map((one) => `${one.dataset.punt}-${one.dataset.nr}`));
await page.keyboard.press('Space');
for (const decision of decisions.slice(1)) {
  await tabTo(page, `[name="${decision}"]`);
  await page.keyboard.press('Space');
}
await tabTo(page, '#door');
await page.keyboard.type('beleidsadviseur Participatie');
await tabTo(page, '#afgestemd');
await page.keyboard.type('wethouder Participatie');
await page.evaluate(() => document.querySelector('input[type=radio]').focus());
await page.keyboard.press('ArrowDown');
assert.ok(await page.locator(`[id="${decisions[0]}-reden"]`).isVisible(), 'a reservation asks for its reason');
await tabTo(page, `[id="${decisions[0]}-reden"]`);
await page.keyboard.type('als de bus rijdt');
const first = decisions[0].replace(/-\d+$/, '');
await tabTo(page, `[id="inbreng-${first}"]`);
await page.keyboard.insertText(input);
await tabTo(page, `[id="benoemen-${first}"]`);
await page.keyboard.press('Space');
assert.equal(await page.locator('#stand').textContent(), `${asked} van ${asked} beantwoord`);
await page.locator('#datum').fill('2025-12-01');
await tabTo(page, 'button[type=submit]');
const saved = await save(page);
await accessible(page, 'a saved form');
assert.match(await page.locator('#klaar').textContent(), /Bewaard als/);
// A draft survives the closing of the page.
await page.reload();
assert.equal(await page.locator('input[type=radio]:checked').count(), asked);
await page.locator('#datum').fill('2025-12-01');
await tabTo(page, '#kopieer');
await page.keyboard.press('Enter');
await page.locator('#kopie').waitFor();
const copied = await page.locator('#kopie-tekst').inputValue();
await accessible(page, 'a copied form');
await page.context().close();

// Both are taken in, and say the same.
const answer = (name, path, ...words) => {
  const folder = dossier(name);
  const taken = beraad(folder, 'reactie', 'lees', path, ...words);
  assert.equal(taken.status, 0, taken.said);
  assert.ok(!/waarschuwing|fout/.test(taken.said), taken.said);
  assert.match(beraad(folder, 'reactie', 'lees', path).said, /Stond er al/);
  return readFileSync(join(folder, meeting, 'raadpleging', 'kaag-en-braassem.toml'), 'utf8');
};
const byFile = answer('bestand', saved);
assert.match(byFile, /gedragen = "onder voorbehoud"\nreden = "als de bus rijdt"/);
assert.match(byFile, /benoemen = true/);
assert.ok(byFile.includes('kleine kernen'), byFile);
const pasted = join(work, 'geplakt.txt');
writeFileSync(pasted, `Beste collega,\r\n\r\nHierbij.\r\n\r\n${copied.replaceAll('\n', '\r\n')}\r\nGroet\r\n`);
const byText = answer('tekst', pasted);
const same = (text) => text.replace(/kanaal = .*/, '').replace(/inbreng = (.|\n)*?(?=benoemen|vingerafdruk)/g, '');
assert.equal(same(byText), same(byFile));

// One tick for all writes every decision out.
page = await open();
await tabTo(page, '#alles');
await page.keyboard.press('Space');
await tabTo(page, '#door');
await page.keyboard.type('adviseur');
await tabTo(page, '#afgestemd');
await page.keyboard.type('wethouder');
await page.locator('#datum').fill('2025-12-01');
await tabTo(page, 'button[type=submit]');
const all = answer('alles', await save(page));
assert.equal(all.match(/gedragen = "ja"/g).length, asked);

// An alderman who answers needs nobody to agree with: the page asks for one where the program does.
const functions = [
  'wethouder', 'Wethouder Werk en Inkomen', 'de wethouder', 'een burgemeester', 'loco-burgemeester', 'Locoburgemeester',
  'portefeuillehouder, Werk', 'bestuurder', 'collegelid', 'adviseur van de wethouder', 'namens de wethouder',
  'wethoudersassistent', 'oud-wethouder', 'beleidsadviseur (wethouder)',
];
const lacks = /niet bij met welke wethouder/;
for (const [at, who] of functions.entries()) {
  await page.locator('#door').fill(who);
  await page.locator('#afgestemd').fill('');
  const asks = await page.evaluate(() => document.getElementById('afgestemd').required);
  const path = join(work, `door-${at}.toml`);
  const text = readFileSync(saved, 'utf8').replace(/door = .*/, `door = "${who}"`).replace(/afgestemd_met = .*\n/, '');
  writeFileSync(path, text);
  const said = beraad(dossier(`door-${at}`), 'reactie', 'lees', path).said;
  assert.equal(asks, lacks.test(said), `${who}: ${said}`);
}
await page.locator('#door').fill('wethouder Participatie');
await tabTo(page, 'button[type=submit]');
assert.doesNotMatch(answer('zelf', await save(page)), /afgestemd_met/);
await page.context().close();

// On a phone, and without scripts: it says what to do, and shows the place for a reason.
page = await open({ viewport: { width: 320, height: 700 } });
await accessible(page, 'a form on a phone');
await page.context().close();
page = await open({ javaScriptEnabled: false });
assert.ok(await shown(page, 'zonder-script'));
assert.ok(await page.locator(`[id="${decisions[0]}-reden"]`).isVisible());
assert.ok(!(await shown(page, 'bewaren')));
await page.context().close();

// A speaking note for an ordinary agenda fits on one A4.
for (const speaker of ['alphen-aan-den-rijn', 'katwijk', 'leiden']) {
  const note = join(work, `${speaker}.html`);
  const written = beraad('agendas', 'spreeknotitie', '2025-10-09', '--voor', speaker, '-o', note);
  assert.equal(written.status, 0, written.said);
  page = await browser.newPage();
  await page.goto(pathToFileURL(note).href);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  if (sheets !== 1) faults.push(`the speaking note for ${speaker} takes ${sheets} sheets`);
  await page.close();
}

await browser.close();
rmSync(work, { recursive: true });
faults.forEach((fault) => console.log(fault));
console.log(faults.length ? `${faults.length} faults` : 'the form holds');
process.exit(faults.length ? 1 : 0);
