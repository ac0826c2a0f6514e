// A resident with a real browser whose scripts are off: node browser.js PAGE ANSWERS
// ANSWERS is JSON: for each page what the resident does, then a button is pressed.
//   {"pick": "label"} a radio button        {"tick": ["label", …]} boxes       {"numbers": {"label": "60", …}}
//   {"write": "words"} the field for words  {"other": "words"} the field beside buttons
//   {"codes": ["code", …]} buttons or boxes by what they send   {"shares": {"code": "60", …}} the numbers beside them
//   {"files": ["path", …]} files, chosen as by hand
//   {"sheet": {"step": {…}}} the same for each question of a page of several; numbers there go by field, not by label
//   {"asIs": true} the button that sends what was not understood
//   {"skip": true}, {"nothing": true} (no answer), {"wish": "change" | "withdraw" | "erase"} on the private page
// Or node browser.js CONVERSATIONS, JSON [{"url": …, "answers": […]}, …]: one after the other, and the list of what was
// seen last in each is printed.
// The window is as narrow as a small phone. With SCREENSHOTS=FOLDER each page is kept there as a picture; with
// TEXT_SIZE=32 letters are twice as large as usual. Prints one line of JSON about what was seen.
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
    // Wider than the window: one would have to move the page sideways to read it.
    sideways: await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth),
  };
}

let pictures = 0;
async function picture(page) {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  pictures += 1;
  const name = `${process.env.SCREENSHOT_NAME || 'page'}-${pictures}.png`;
  await page.screenshot({ path: path.join(folder, name), fullPage: true });
}

async function answer(page, what) {
  if (what.wish) {
    const button = page.locator(`button[name=wish][value=${what.wish}]`);
    const hidden = page.locator('details', { has: button }).locator('summary');
    if (await hidden.count()) await hidden.click();
    await button.click();
    return page.waitForLoadState('load');
  }
  const buttons = page.locator('form button[type=submit]');
  for (const [step, part] of Object.entries(what.sheet || {})) {
    const field = (name) => page.locator(`[name="${step}:${name}"]`);
    const line = (label, name) => page.locator('.o', { hasText: label, has: field(name) }).locator('input');
    if (part.pick) await line(part.pick, 'value').check();
    for (const label of part.tick || []) await line(label, 'pick').check();
    for (const [code, number] of Object.entries(part.numbers || {})) await field(code).fill(number);
    if (part.write !== undefined) await field('value').fill(part.write);
    if (part.other) await field('other').fill(part.other);
  }
  if (what.asIs) {
    await page.locator('button[name=as-is]').click();
    return page.waitForLoadState('load');
  }
  if (what.pick) {
    const exactly = page.getByRole('radio', { name: what.pick, exact: true });
    await (await exactly.count() ? exactly : page.getByRole('radio', { name: what.pick })).check();
  }
  for (const label of what.tick || []) await page.getByRole('checkbox', { name: label }).check();
  for (const [label, number] of Object.entries(what.numbers || {})) await page.getByLabel(label).fill(number);
  for (const code of what.codes || []) await page.locator(`input[value="${code}"]`).check();
  for (const [code, number] of Object.entries(what.shares || {})) await page.locator(`input[name$="${code}"]`).fill(number);
  if (what.write) await page.locator('[name=value]').fill(what.write);
  if (what.files) await page.locator('input[type=file]').setInputFiles(what.files);
  if (what.other) await page.locator('[name=other]').fill(what.other);
  await buttons.nth(what.skip ? 1 : 0).click();
  await page.waitForLoadState('load');
}

// As a reader sets it in the browser, in pixels; 16 is usual.
if (process.env.TEXT_SIZE) FLAGS.push(`--blink-settings=defaultFontSize=${process.env.TEXT_SIZE}`);

// One conversation from its first page on, with everything that was loaded for it.
async function converse(page, url, answers) {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const first = await page.goto(url);
  const bytes = (await first.body()).length;
  const firstRequests = [...requests];
  const pages = [await look(page)];
  await picture(page);
  for (const what of answers) {
    await answer(page, what);
    pages.push(await look(page));
    await picture(page);
  }
  // After POST-redirect-GET a reload is a GET: it sends nothing again.
  await page.reload();
  const reloaded = await look(page);
  const cookies = (await page.context().cookies()).length;
  return { bytes, firstRequests, requests, pages, reloaded, cookies };
}

(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  let seen;
  if (process.argv[3]) {
    seen = await converse(page, process.argv[2], JSON.parse(process.argv[3]));
  } else {
    seen = [];
    for (const { url, answers } of JSON.parse(process.argv[2])) {
      await page.goto(url);
      for (const what of answers) await answer(page, what);
      seen.push(await look(page));
    }
  }
  await browser.close();
  console.log(JSON.stringify(seen));
})().catch((error) => { console.error(error); process.exit(1); });
