// Uses the console as a person would, in a real browser: node browser.mjs CONSOLE GATEWAY BROWSER [FOLDER for pictures]
import assert from "node:assert/strict";
import {mkdirSync} from "node:fs";
import {chromium} from "playwright-core";

const [consoleUrl, gatewayUrl, executablePath, pictures] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"]});
const problems = [];

async function open(width, colorScheme) {
  const context = await browser.newContext({viewport: {width, height: 900}, colorScheme});
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(consoleUrl).origin)) {
      problems.push("asks another host: " + request.url());
    }
  });
  await page.goto(consoleUrl);
  return page;
}

async function call(path, options) {
  return (await fetch(gatewayUrl + path, options)).status;
}

async function traffic() {
  for (let i = 0; i < 40; i++) {
    await call("/prod/flowers?colour=" + (i % 3));
    await call("/prod/flowers/rose");
  }
  await call("/prod/orders", {method: "POST", body: "{}", headers: {"content-type": "application/json"}});
  await call("/prod/orders/7");
  await call("/prod/nothing");
}

function row(page, resource) {
  return page.locator("tbody tr", {has: page.getByText(resource, {exact: true})});
}

async function firstView(page) {
  await page.getByRole("heading", {name: "Flower shop 2.3.0"}).waitFor();
  assert.equal(await page.title(), "Methods – Gatemason");
  assert.equal(await page.locator("tbody tr").count(), 4);
  assert.equal(await row(page, "/flowers").locator("td").nth(1).innerText(), "0");
}

async function liveUpdate(page) {
  await traffic();
  await page.waitForFunction(() => document.querySelector("tbody tr td:nth-child(2)").innerText !== "0");
  await page.locator(".server-errors").first().waitFor();
  assert.match(await row(page, "/flowers").innerText(), /ms/);
  assert.equal(await page.locator("#state").innerText(), "live");
}

async function keyboard(page) {
  await page.keyboard.press("/");
  await page.keyboard.type("order");
  assert.equal(await page.locator("tbody tr:visible").count(), 2);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("tbody tr:visible").count(), 4);
  await row(page, "/orders").locator("a").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", {name: "POST /orders"}).waitFor();
}

async function sendARequest(page) {
  await page.getByLabel("Headers, one a line").fill("Content-Type: application/json\nx-api-key: roses-are-red-violets");
  await page.getByLabel("Body").fill('{"flower": "tulip"}');
  await page.getByRole("button", {name: "Send"}).click();
  const answer = page.locator("section", {has: page.getByRole("heading", {name: "Answer"})});
  await answer.getByText("201", {exact: true}).waitFor();
  assert.match(await answer.innerText(), /"ordered": true/);
  const log = await page.locator("ol.log").innerText();
  assert.match(log, /Starting execution for request/);
  assert.match(log, /Method request body before transformations: {"flower": "tulip"}/);
  assert.match(log, /Method completed with status: 201/);
  assert.ok(!log.includes("roses-are-red"), "the key is masked");
  await page.getByLabel("Body").fill("{}");
  await page.getByLabel("Body").press("Tab");
  await page.keyboard.press("Enter");
  await answer.getByText("400", {exact: true}).waitFor();
  assert.match(await page.locator("ol.log").innerText(), /does not match model schema/);
}

async function seeTheLog(page) {
  await page.getByRole("link", {name: "Requests"}).click();
  await page.locator("button.request", {hasText: "400"}).first().waitFor();
  const newest = page.locator("button.request").first();
  assert.match(await newest.innerText(), /400[\s\S]*\/prod\/orders[\s\S]*console/);
  await newest.click();
  await page.locator(".detail ol.log").waitFor();
  assert.match(await page.locator(".detail").innerText(), /Method completed with status: 400/);
  await page.getByLabel("only failed").check();
  assert.ok((await page.locator("button.request:visible").count()) < 10);
}

async function keys(page) {
  await page.getByRole("link", {name: "Keys"}).click();
  await page.getByRole("heading", {name: "Wholesale"}).waitFor();
  assert.match(await page.locator("tbody tr").first().innerText(), /999|998/);
}

async function flush(page) {
  await page.getByRole("link", {name: "Caches"}).click();
  await page.getByRole("button", {name: "Flush cache"}).click();
  await page.getByText("The cache of shop/prod is empty.").waitFor();
  const before = Number(await page.locator("td[data-name=Misses]").innerText());
  await call("/prod/flowers?colour=0");
  await page.waitForFunction((known) => Number(document.querySelector("td[data-name=Misses]").innerText) === known + 1, before);
}

async function storesNothing(page) {
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
}

async function picture(page, name) {
  if (pictures) {
    mkdirSync(pictures, {recursive: true});
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({path: `${pictures}/${name}.png`, fullPage: !name.startsWith("requests")});
  }
}

async function widths() {
  for (const scheme of pictures ? ["light", "dark"] : ["light"]) {
    for (const width of pictures ? [360, 800, 1440] : [360]) {
      const page = await open(width, scheme);
      const views = ["", "requests", "keys", "caches", "method/shop/prod/GET/" + encodeURIComponent("/flowers/{name}")];
      for (const view of views) {
        await page.goto(consoleUrl + "#/" + view);
        await page.locator("main h1").waitFor();
        if (view.startsWith("method")) {
          await page.getByLabel("name *").fill("rose");
          await page.getByRole("button", {name: "Send"}).click();
          await page.locator("ol.log").waitFor();
        } else if (view === "requests") {
          await page.locator("button.request", {hasText: "/prod/orders/7"}).first().click();
          await page.locator(".detail ol.log").waitFor();
        } else {
          await page.locator("tbody tr").first().waitFor();
        }
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${view} is wider than ${width}`);
        await picture(page, `${view.split("/")[0] || "methods"}-${width}-${scheme}`);
      }
      await page.context().close();
    }
  }
}

try {
  const page = await open(1280, "light");
  for (const step of [firstView, liveUpdate, keyboard, sendARequest, seeTheLog, keys, flush, storesNothing]) {
    await step(page);
    console.log("ok", step.name);
  }
  await widths();
  // Refused requests of the form are answers, not problems; nothing else may complain.
  assert.deepEqual(problems, []);
  console.log("ok widths");
} finally {
  await browser.close();
}
