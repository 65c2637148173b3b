// Opens every page of the folders named on the command line in headless Chromium: no violation by axe-core (WCAG 2.2 AA
// and best practices), no message on the console, no request, no sideways scrolling at 320 px, no label that leaves no room
// for what it names, in light and dark.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = [
  { width: 1000, height: 1000, colorScheme: 'light' },
  { width: 320, height: 800, colorScheme: 'dark' },
];

const pages = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).map((name) => resolve(join(folder, name))),
).sort();

async function faults(page, path, { width, height, colorScheme }) {
  const found = [];
  const url = pathToFileURL(path).href;
  page.removeAllListeners();
  page.on('console', (message) => found.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  page.on('request', (request) => request.url() === url || found.push(`request: ${request.url()}`));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.goto(url);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) found.push(`scrolls sideways by ${wide} px at ${width} px`);
  const thin = await page.evaluate(() => {
    const share = (value) => value.getBoundingClientRect().width / value.parentElement.getBoundingClientRect().width;
    return [...document.querySelectorAll('.feiten dd')].filter((value) => share(value) < 0.4).length;
  });
  if (thin > 0) found.push(`${thin} facts have no room beside their labels at ${width} px`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: 'tag', values } }), tags);
  for (const { id, nodes } of violations) found.push(`axe ${id}: ${nodes[0].html.slice(0, 160)}`);
  return found;
}

const browser = await launch();
let next = 0;
let failed = 0;
async function worker() {
  const page = await browser.newPage();
  for (let path = pages[next++]; path; path = pages[next++]) {
    for (const look of looks) {
      for (const fault of await faults(page, path, look)) {
        failed += 1;
        console.log(`${path} (${look.width} px, ${look.colorScheme}): ${fault}`);
      }
    }
  }
}
await Promise.all([worker(), worker()]);
await browser.close();
if (pages.length === 0) throw new Error('no pages found');
console.log(`${pages.length * looks.length - Math.min(failed, pages.length * looks.length)} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
