// A public site in headless Chromium: by keyboard over the menu, through the search of the decisions, to a meeting and on to its
// neighbours; every link and anchor on every page leads somewhere; the calendars, feeds and data are whole; and without
// scripts nothing is lost but the search. Usage: site.mjs PROGRAM
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { beraad, launch } from './chromium.mjs';

// drafts of decisions are public here, so that there is something to search
const work = mkdtempSync(join(tmpdir(), 'beraad-'));
const dossier = join(work, 'agendas');
cpSync('agendas', dossier, { recursive: true });
const covenant = readFileSync(join(dossier, 'convenant.toml'), 'utf8');
const open_to_all = covenant.replace('"stukken"]', '"stukken", "concept"]');
assert.notEqual(open_to_all, covenant, 'the covenant says what is public');
writeFileSync(join(dossier, 'convenant.toml'), open_to_all);
const site = join(work, 'site');
const made = beraad(process.argv[2], dossier, 'publiceer', '--naar', site);
assert.equal(made.status, 0, made.said);
const names = readdirSync(site, { recursive: true }).map(String).sort();
const pages = names.filter((name) => name.endsWith('.html'));
assert.ok(pages.length > 5, 'a site has pages');

const browser = await launch();
const faults = [];
async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => faults.push(`${name}: console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${name}: script: ${error.message}`));
  page.on('request', (request) => request.url().startsWith('file:') || faults.push(`${name}: request: ${request.url()}`));
  await page.goto(pathToFileURL(join(site, name)).href);
  return page;
}

// every link and every anchor
const places = new Map();
const links = [];
const reader = await open('index.html');
for (const name of pages) {
  await reader.goto(pathToFileURL(join(site, name)).href);
  const found = await reader.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
    menu: document.querySelectorAll('nav.menu a').length,
    linked: [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => script.textContent),
  }));
  if (new Set(found.ids).size !== found.ids.length) faults.push(`${name}: an id stands twice`);
  if (found.menu === 0) faults.push(`${name}: no menu`);
  for (const text of found.linked) assert.equal(JSON.parse(text)['@context'], 'https://schema.org', name);
  places.set(join(site, name), new Set(found.ids));
  links.push(...found.links.filter((link) => link.startsWith('file:')).map((link) => [name, link]));
}
for (const [name, link] of links) {
  const url = new URL(link);
  const file = fileURLToPath(`${url.origin === 'null' ? 'file://' : url.origin}${url.pathname}`);
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (!existsSync(file)) faults.push(`${name}: ${link} leads nowhere`);
  else if (anchor && !places.get(file)?.has(anchor)) faults.push(`${name}: ${link} has no such place`);
}
assert.ok(links.length > 100, 'there are links');
await reader.context().close();

// by keyboard: over the menu to what the page says
let page = await open('vergaderingen.html');
await page.keyboard.press('Tab');
assert.equal(await page.evaluate(() => document.activeElement.className), 'overslaan');
await page.keyboard.press('Enter');
assert.equal(new URL(page.url()).hash, '#hoofdinhoud');
await page.keyboard.press('Tab');
assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null), 'the skip link leads into the text');
await page.context().close();

// the search
page = await open('besluiten.html');
const rows = () => page.evaluate(() => [...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).length);
const all = await rows();
assert.ok(all > 1, 'there are decisions');
const said = () => page.evaluate(() => document.querySelector('.zoeken p').textContent);
await page.locator('#zoekveld').focus();
const word = await page.evaluate(() => document.querySelector('tbody tr a').textContent.split(' ').at(-1));
await page.keyboard.type(word.toUpperCase());
const some = await rows();
assert.ok(some > 0 && some < all, `${word}: ${some} of ${all}`);
assert.match(await said(), new RegExp(`^${some} `));
await page.keyboard.type(' zzzz');
assert.equal(await rows(), 0);
assert.notEqual(await said(), '');
await page.keyboard.press('Control+A');
await page.keyboard.press('Delete');
assert.equal(await rows(), all);
await page.context().close();

// without scripts all decisions are there, and no field that does nothing
page = await open('besluiten.html', { javaScriptEnabled: false });
assert.equal(await page.locator('tbody tr').count(), all);
assert.equal(await page.locator('#zoekveld').isVisible(), false);
await page.context().close();

// at 400 % of 1280 px the text stays within the window
for (const name of ['index.html', 'besluiten.html', 'vergaderingen.html', 'convenant.html']) {
  page = await open(name, { viewport: { width: 320, height: 256 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${name} scrolls sideways by ${wide} px`);
  await page.context().close();
}
await browser.close();

// what other programs read
for (const name of names.filter((name) => name.endsWith('.json'))) JSON.parse(readFileSync(join(site, name), 'utf8'));
for (const name of names.filter((name) => name.endsWith('.ics'))) {
  const text = readFileSync(join(site, name));
  for (const line of text.toString('latin1').split('\r\n')) assert.ok(line.length <= 75, `${name}: ${line}`);
  const lines = text.toString('utf8').replaceAll('\r\n ', '').split('\r\n');
  const count = (wanted) => lines.filter((line) => line === wanted).length;
  assert.equal(count('BEGIN:VEVENT'), count('END:VEVENT'), name);
  const ids = lines.filter((line) => line.startsWith('UID:'));
  assert.equal(new Set(ids).size, ids.length, name);
}
for (const { adres } of JSON.parse(readFileSync(join(site, 'vergaderingen.json'), 'utf8')).vergaderingen.map((one) => ({ adres: one.gegevens }))) {
  const meeting = JSON.parse(readFileSync(join(site, decodeURIComponent(adres)), 'utf8'));
  const files = meeting.agendapunten.flatMap((item) => item.stukken).map((paper) => paper.adres).filter((it) => !it.includes('://'));
  for (const file of files) if (!existsSync(join(site, decodeURIComponent(file)))) faults.push(`${dirname(adres)}: ${file} is not there`);
}

for (const fault of faults) console.log(fault);
rmSync(work, { recursive: true, force: true });
console.log(`${pages.length} pages, ${links.length} links, ${faults.length} faults`);
if (faults.length > 0) process.exit(1);
