// Prints every page of the folders named on the command line and looks at the PDF: no heading, label or line of marks alone at
// the end of a page, heads of tables repeated, nothing beside the column, "concept" or "intern" and the number on every page,
// a speaking note on one page in letters that can be read at arm's length, what comes back to a party on two.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).map((name) => resolve(join(folder, name))),
).sort();
const work = mkdtempSync(join(tmpdir(), 'beraad-'));
// A4 between the margins of the style: 210 - 2 x 27 mm, the note 210 - 2 x 18 mm, at 96 px to 25.4 mm
const COLUMN = 589;
const NOTE = 657;
// 12 pt
const SPOKEN = 16;

/** Names the first letters of each heading and of what follows it, so that the PDF says on which page they stand. */
function mark() {
  const textsOf = (name) => {
    const texts = [];
    const root = document.querySelector(name);
    const walker = document.createTreeWalker(root ?? document.head, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      if (text.data.trim() && range.getClientRects().length > 0) texts.push(text);
    }
    return texts;
  };
  const texts = textsOf('main');
  const heads = 'h2, h3, h4, h5, h6, .kenmerk, legend, .blok > :first-child, .raadpleging .gevraagd > p';
  const head = (text) => text.parentElement.closest(heads);
  const pairs = [];
  const place = (text) => {
    if (!text.parentElement.id.startsWith('plek-')) {
      const at = document.createElement('span');
      at.id = `plek-${document.querySelectorAll('[id^=plek-]').length}`;
      text.replaceWith(at);
      at.append(text);
    }
    return text.parentElement.id;
  };
  const found = texts.map((text) => [text, head(text)]);
  for (const [at, [text, own]] of found.entries()) {
    if (!own || (found[at - 1] ?? [])[1] === own) continue;
    const rest = found.slice(at + 1).find(([, other]) => other !== own);
    // what follows a mark line is its item's; a new item may begin on a new page
    if (!rest || (own.matches('.kenmerk') && rest[1]?.matches('h2, h3'))) continue;
    pairs.push([own.textContent.trim().slice(0, 60), place(text), place(rest[0])]);
  }
  const foot = textsOf('footer');
  if (texts.length > 0 && foot.length > 0) {
    const [begin, end] = [place(foot[0]), place(foot.at(-1))];
    pairs.push(['what stands above the foot', place(texts.at(-1)), begin], ['the foot', begin, end]);
  }
  const last = document.createElement('p');
  for (const { id } of document.querySelectorAll('[id^=plek-]')) {
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = '.';
    last.append(link);
  }
  // out of the way: what is looked at must not move
  Object.assign(last.style, { position: 'absolute', top: 0, left: 0, margin: 0, fontSize: '1px', lineHeight: '1px', opacity: 0 });
  document.body.append(last);
  return pairs;
}

/** On which page each name stands. */
function places(pdf) {
  const lines = execFileSync('pdfinfo', ['-dests', pdf], { encoding: 'utf8' }).split('\n');
  const found = lines.map((line) => /^\s*(\d+) .*"(plek-\d+)"/.exec(line)).filter(Boolean);
  return new Map(found.map(([, page, name]) => [name, Number(page)]));
}

/** The text of each page. */
const pagesOf = (pdf) => execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);

const print = (page, path) => page.pdf({ path, preferCSSPageSize: true });

async function faults(page, path, pdf) {
  const found = [];
  await page.goto(pathToFileURL(path).href);
  await page.emulateMedia({ media: 'print' });
  const facts = await page.evaluate(() => ({
    kind: document.body.className,
    marks: [...document.querySelectorAll('header :is(.concept, .intern) strong')].map((one) => one.textContent.toLowerCase()),
    spoken: [...document.querySelectorAll('.zegt li')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  }));
  const isNote = facts.kind === 'spreeknotitie';
  await page.setViewportSize({ width: isNote ? NOTE : COLUMN, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`${wide} px beside the column`);
  await print(page, pdf);
  const pages = pagesOf(pdf);
  for (const [at, text] of pages.entries()) {
    const marks = facts.marks.join(', ');
    if (marks && !text.replace(/\s+/g, ' ').includes(`(${marks})`)) found.push(`page ${at + 1} is not marked ${marks}`);
    if (!text.includes(`${at + 1} van ${pages.length}`)) found.push(`page ${at + 1} has no number on one line`);
  }
  if (isNote && pages.length > 1) found.push(`${pages.length} pages`);
  if (facts.kind === 'terugkoppeling' && pages.length > 2) found.push(`${pages.length} pages`);
  if (facts.spoken.some((size) => size < SPOKEN)) found.push('what is said is smaller than 12 pt');
  const pairs = await page.evaluate(mark);
  await print(page, pdf);
  const there = places(pdf);
  for (const [words, own, next] of pairs) {
    if (!there.has(own) || !there.has(next)) found.push(`not found in the PDF: ${words}`);
    else if (there.get(own) !== there.get(next)) found.push(`on page ${there.get(own)}, and what follows on page ${there.get(next)}: ${words}`);
  }
  return found;
}

const browser = await launch();
let next = 0;
let failed = 0;
async function worker(number) {
  const pdf = join(work, `${number}.pdf`);
  for (let path = files[next++]; path; path = files[next++]) {
    const page = await browser.newPage();
    for (const fault of await faults(page, path, pdf)) {
      failed += 1;
      console.log(`${path}: ${fault}`);
    }
    await page.close();
  }
}
await Promise.all([worker(1), worker(2)]);
await browser.close();
rmSync(work, { recursive: true });
if (files.length === 0) throw new Error('no pages found');
console.log(`${files.length} pages printed, ${failed} failed`);
process.exit(failed ? 1 : 0);
