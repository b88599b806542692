// Talks to a WebSocket API from the console, in a real browser: node browser.mjs CONSOLE GATEWAY BROWSER
import assert from "node:assert/strict";
import {chromium} from "playwright-core";

const [consoleUrl, gatewayUrl, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu"]});
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("websocket", (socket) => new URL(socket.url()).port === new URL(gatewayUrl).port || problems.push(socket.url()));
  await page.goto(consoleUrl);
  await page.locator("tbody tr", {has: page.getByText("ask", {exact: true})}).locator("a").click();
  const conversation = page.locator("section", {has: page.getByRole("heading", {name: "Conversation"})});
  assert.ok(await page.getByRole("button", {name: "Send"}).isDisabled());
  await page.getByRole("button", {name: "Connect"}).click();
  await conversation.getByText("connected").waitFor();
  await page.getByLabel("Message").fill('{"action": "ask"}');
  await page.getByRole("button", {name: "Send"}).click();
  await conversation.getByText('{"said": "good morning"}').waitFor();
  assert.match(await conversation.innerText(), /sent[\s\S]*received/);
  const log = page.locator("section", {has: page.getByRole("heading", {name: "Step by step"})});
  await log.getByText("ask", {exact: true}).waitFor();
  await page.getByLabel("Message").fill('{"action": "lost"}');
  await page.getByRole("button", {name: "Send"}).click();
  await conversation.getByText("Internal server error").waitFor();
  await log.locator("ol.log li", {hasText: "Sending request to http://127.0.0.1:1025/"}).waitFor();
  await page.getByRole("button", {name: "Disconnect"}).click();
  await conversation.getByText("closed").waitFor();
  assert.ok(await page.getByRole("button", {name: "Send"}).isDisabled());
  const blocked = await page.evaluate(() => new Promise((done) => {
    document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), {once: true});
    try {
      new WebSocket("ws://elsewhere.example.com/");
    } catch {
      // The event tells.
    }
  }));
  assert.equal(blocked, "connect-src");
  assert.deepEqual(problems.filter((each) => !each.includes("elsewhere.example.com")), []);
} finally {
  await browser.close();
}
