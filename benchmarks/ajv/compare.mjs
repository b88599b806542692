// Nanoseconds from bytes to verdict with the standalone code that ajv generates, for the schemas
// and bodies that the row "schema-allocation" leaves in ../target/work/schema-cases.
import { Buffer } from "node:buffer";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

const folder = process.argv[2] ?? join(import.meta.dirname, "../target/work/schema-cases");
const require = createRequire(import.meta.url);
// Beside node_modules, since the generated code requires parts of ajv.
const generated = mkdtempSync(join(import.meta.dirname, "generated-"));

/** Processor time of one call, the median of seven rounds after two that only warm up. */
function nanoseconds(call, bytes) {
  const calls = Math.ceil(20_000_000 / (bytes + 60));
  const rounds = [];
  for (let round = 0; round < 9; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < calls; i++) call();
    const { user, system } = process.cpuUsage(before);
    rounds.push(((user + system) * 1000) / calls);
  }
  return rounds.slice(2).sort((a, b) => a - b)[3];
}

for (const file of readdirSync(folder).sort()) {
  const { name, schema, body, valid } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const ajv = new Ajv2020({ code: { source: true }, strict: false });
  const path = join(generated, `${name}.cjs`);
  writeFileSync(path, standalone.default(ajv, ajv.compile(schema)));
  const validate = require(path);
  const bytes = Buffer.from(body, "utf8");
  const call = () => validate(JSON.parse(bytes.toString("utf8")));
  if (call() !== valid) throw new Error(`wrong verdict on ${name}`);
  const parsed = JSON.parse(body);
  console.log(
    name.padEnd(14),
    `${nanoseconds(call, bytes.length).toFixed(0)} ns,`,
    `${nanoseconds(() => validate(parsed), bytes.length).toFixed(0)} ns of them validation`,
  );
}
rmSync(generated, { recursive: true });
