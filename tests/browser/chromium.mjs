// The browser of the tests, and the program that they try.
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

/** Chromium without a network of its own. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

/** Runs the program on a dossier, on the first of December 2025. */
export function beraad(program, dossier, ...words) {
  const run = spawnSync(program, ['--dossier', dossier, '--vandaag', '2025-12-01', ...words], { encoding: 'utf8' });
  return { status: run.status, said: run.stderr + run.stdout };
}
