// Looks at pages as accessibility checkers do: node accessible.js PAGES FOLDER
// PAGES is JSON: [{"url", "name", "press": true, "answer": true, "goOn": true, "dark": true, "slow": true, "tab": true, "forced": true}].
// With `press` the form is sent empty first, so that the page with its error is looked at; with `answer` its first
// button is chosen and sent, and with `goOn` the button of the page that follows that shows a code; `dark` are the colours; with `slow` it is also timed over a slow link (50 kbit/s, 800 ms for
// a round trip); `tab` writes down what the Tab key comes to; `forced` measures it in forced colours. The window is
// 320 px wide, as a page at 400 % in one of 1280. Each page's source goes to FOLDER, for validators; pictures go to the
// folder SCREENSHOTS if that is set, with letters of TEXT_SIZE percent.
// Prints JSON: what each checker found (axe of Deque, WCAG 2.2 A and AA and best practice; HTML_CodeSniffer, WCAG2AA,
// which pa11y runs too; our own measures), the seconds, and the tab stops.
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

// What is wider than the window, with letters as large as usual and twice as large.
async function sideways(page) {
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const found = await wide() ? ['reflow: wider than 320 px'] : [];
  const style = await page.addStyleTag({ content: 'html{font-size:2.25rem!important}' });
  if (await wide()) found.push('reflow: wider than 320 px with text of 200 %');
  await style.evaluate((element) => element.remove());
  return found;
}

// Text and edges against what is behind them, as the browser computes them: 4.5:1 and 3:1.
function measureForced() {
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const clear = (color) => color === 'transparent' || numbers(color)[3] === 0;
  const light = (color) => {
    const [r, g, b] = numbers(color).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!clear(color)) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (words && contrast(style.color, behind(element)) < 4.5) found.push(`text: ${element.outerHTML.slice(0, 90)}`);
    if (element.matches('button, textarea, input[type=text], .o, .said, .box, .line')) {
      const edge = contrast(style.borderBottomColor, behind(element.parentElement));
      if (style.borderBottomStyle === 'none' || edge < 3) found.push(`edge: ${element.outerHTML.slice(0, 90)}`);
    }
  }
  return found;
}

async function forcedColours(browser, url) {
  const context = await browser.newContext({ bypassCSP: true, forcedColors: 'active', viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const active = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const found = active ? await page.evaluate(measureForced) : ['forced colours are not there'];
  await context.close();
  return found.map((what) => `forced colours: ${what}`);
}

// What has the focus, in a person's words; null at the end. A focus that cannot be seen is a finding.
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const label = element.labels?.[0]?.innerText ?? element.innerText;
  const kind = element.type && element.tagName === 'INPUT' ? element.type : element.tagName.toLowerCase();
  return { kind, label: label.trim().replace(/\s+/g, ' '), menu: Boolean(element.closest('nav')), seen };
}

async function tabStops(page) {
  const [stops, findings] = [[], []];
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (!at) break;
    if (!at.seen) findings.push(`focus: not seen on ${at.kind} ${at.label}`);
    const line = at.menu ? 'the languages' : `${at.kind}: ${at.label}`;
    if (stops.at(-1) !== line || !at.menu) stops.push(line);
  }
  return { stops, findings };
}

let pages = 0;
async function keep(page, source, lang) {
  pages += 1;
  const number = String(pages).padStart(3, '0');
  if (process.argv[3]) fs.writeFileSync(path.join(process.argv[3], `${number}.html`), source);
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  const percent = Number(process.env.TEXT_SIZE || 100);
  if (percent !== 100) await page.addStyleTag({ content: `html{font-size:${1.125 * percent / 100}rem!important}` });
  await page.screenshot({ path: path.join(folder, `${number}-${lang}.png`), fullPage: true });
}

(async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const seen = [];
  for (const { url, name, press, answer, goOn, dark, slow, tab, forced } of JSON.parse(process.argv[2])) {
    const colorScheme = dark ? 'dark' : 'light';
    // The checkers are scripts: the page's own policy would keep them out.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    let last = await page.goto(url, { waitUntil: 'load' });
    if (press || answer) {
      if (answer) await page.locator('form input[type=radio]').first().check();
      [last] = await Promise.all([
        page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
        page.locator('form button[type=submit]').first().click(),
      ]);
      await page.waitForLoadState('load');
    }
    if (goOn) {
      [last] = await Promise.all([
        page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
        page.locator('button[value=go-on]').click(),
      ]);
      await page.waitForLoadState('load');
    }
    const source = await last.text();
    const tabs = tab ? await tabStops(page) : { stops: null, findings: [] };
    const findings = [...await axe(page), ...await sniff(page), ...await sideways(page), ...tabs.findings];
    if (forced) findings.push(...await forcedColours(browser, page.url()));
    await keep(page, source, new URL(url).searchParams.get('lang'));
    await context.close();
    const seconds = slow ? await secondsOverASlowLink(browser, url) : null;
    seen.push({ url, name, findings, seconds, stops: tabs.stops });
  }
  await browser.close();
  console.log(JSON.stringify(seen));
})().catch((error) => { console.error(error); process.exit(1); });
