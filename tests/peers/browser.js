// A resident with a real browser whose scripts are off: node browser.js PAGE ANSWERS
// ANSWERS is JSON: for each page {"pick": "label of a radio button"}, {"write": "words"}, {"skip": true} or
// {"nothing": true} (press the button without an answer). Prints one line of JSON about what was seen.
'use strict';
const path = require('path');
const { chromium } = require(path.join(__dirname, '..', 'tools', 'node_modules', 'playwright-core'));

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update'];

async function look(page) {
  const attribute = (name) => page.locator('html').getAttribute(name);
  return {
    url: page.url(), title: await page.title(), lang: await attribute('lang'), dir: await attribute('dir'),
    heading: (await page.locator('h1').first().innerText()).trim(),
    text: (await page.locator('main').innerText()).trim(),
    alerts: await page.locator('[role=alert]').count(),
    scripts: await page.locator('script').count(),
  };
}

async function answer(page, what) {
  const buttons = page.locator('form button[type=submit]');
  if (what.pick) await page.getByRole('radio', { name: what.pick }).check();
  if (what.write) await page.locator('[name=value]').fill(what.write);
  await buttons.nth(what.skip ? 1 : 0).click();
  await page.waitForLoadState('load');
}

(async () => {
  const [url, answers] = [process.argv[2], JSON.parse(process.argv[3])];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));

  const first = await page.goto(url);
  const bytes = (await first.body()).length;
  const firstRequests = [...requests];
  const pages = [await look(page)];
  for (const what of answers) {
    await answer(page, what);
    pages.push(await look(page));
  }
  // After POST-redirect-GET a reload is a GET: it sends nothing again.
  await page.reload();
  const reloaded = await look(page);
  const cookies = (await context.cookies()).length;
  await browser.close();
  console.log(JSON.stringify({ bytes, firstRequests, requests, pages, reloaded, cookies }));
})().catch((error) => { console.error(error); process.exit(1); });
