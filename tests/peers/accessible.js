// Looks at pages as accessibility checkers do: node accessible.js PAGES
// PAGES is JSON: [{"url", "press": true, "dark": true, "slow": true}]. With `press` the form is sent empty first, so
// that the page with its error is looked at; `dark` are the colours; with `slow` it is also timed over a slow link
// (50 kbit/s, 800 ms for a round trip). The window is 320 px wide. Prints JSON: what each checker found (axe of
// Deque, WCAG 2.2 A and AA and best practice; HTML_CodeSniffer, WCAG2AA, which pa11y runs too), and the seconds.
'use strict';
const fs = require('fs');
const path = require('path');
const modules = path.join(__dirname, '..', 'tools', 'node_modules');
const { chromium } = require(path.join(modules, 'playwright-core'));
const AXE = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');
const SNIFFER = fs.readFileSync(path.join(modules, 'html_codesniffer', 'build', 'HTMLCS.js'), 'utf8');

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SLOW = { offline: false, latency: 800, downloadThroughput: 50_000 / 8, uploadThroughput: 50_000 / 8 };

async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
  return violations.map((found) => `axe ${found.id}: ${found.help}: ${found.nodes[0].html.slice(0, 120)}`);
}

async function sniff(page) {
  await page.evaluate(SNIFFER);
  return page.evaluate(() => new Promise((done, fail) => {
    window.HTMLCS.process('WCAG2AA', document, () => {
      const errors = window.HTMLCS.getMessages().filter((message) => message.type === window.HTMLCS.ERROR);
      done(errors.map(({ code, msg, element }) => `htmlcs ${code}: ${msg}: ${element.outerHTML?.slice(0, 120)}`));
    }, fail);
  }));
}

async function secondsOverASlowLink(browser, url) {
  const page = await browser.newPage();
  const link = await page.context().newCDPSession(page);
  await link.send('Network.enable');
  await link.send('Network.emulateNetworkConditions', SLOW);
  const began = Date.now();
  await page.goto(url, { waitUntil: 'load' });
  const seconds = (Date.now() - began) / 1000;
  await page.close();
  return seconds;
}

(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const seen = [];
  for (const { url, press, dark, slow } of JSON.parse(process.argv[2])) {
    const colorScheme = dark ? 'dark' : 'light';
    // The checkers are scripts: the page's own policy would keep them out.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    if (press) {
      await page.locator('form button[type=submit]').first().click();
      await page.waitForLoadState('load');
    }
    const findings = [...await axe(page), ...await sniff(page)];
    await context.close();
    seen.push({ url, findings, seconds: slow ? await secondsOverASlowLink(browser, url) : null });
  }
  await browser.close();
  console.log(JSON.stringify(seen));
})().catch((error) => { console.error(error); process.exit(1); });
