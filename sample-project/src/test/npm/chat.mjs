// Two people chat, each in a browser of their own. Arguments: the browser's program, the page.
import { chromium } from 'playwright-core';

const [program, page] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });

async function enter(name) {
  const visit = await (await browser.newContext()).newPage();
  visit.on('pageerror', error => console.log(`${name} error ${error.message}`));
  await visit.goto(page);
  await visit.locator('#state', { hasText: /^connected$/ }).waitFor();
  await visit.getByLabel('Name').fill(name);
  return visit;
}

async function say(visit, text) {
  await visit.getByLabel('Message').fill(text);
  await visit.getByRole('button', { name: 'Send' }).click();
}

async function heard(visit, count) {
  await visit.locator('#messages li').nth(count - 1).waitFor();
  return visit.locator('#messages li').allTextContents();
}

const ann = await enter('Ann');
const bob = await enter('Bob');
await say(ann, 'hello <b>you</b>');
await heard(bob, 1);
await say(bob, 'grüße');
console.log('Ann heard ' + JSON.stringify(await heard(ann, 2)));
console.log('Bob heard ' + JSON.stringify(await heard(bob, 2)));
await bob.close();
await say(ann, 'alone');
console.log('Ann heard ' + JSON.stringify(await heard(ann, 3)));
await browser.close();
