import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const folder = join(import.meta.dirname, "../../lib/crypto/wasm");
const source = join(folder, "open-many.ts");
const target = join(folder, "compiled.ts");

const options = [
  ...["--runtime", "stub", "--optimizeLevel", "3", "--noAssert"],
  ...["--enable", "simd", "--use", "abort="],
];

/** What a compiled module begins with: it is another one when any of the sources is. */
function markOfSources() {
  const hash = createHash("sha256").update(options.join(" "));
  for (const name of readdirSync(folder).sort())
    if (name !== basename(target)) hash.update(name).update(readFileSync(join(folder, name)));
  return `// ${hash.digest("hex")}`;
}

/**
 * Compiles the batch cryptography to WebAssembly, when its sources are others than those of what is there. It becomes a
 * module with a text, because every tool that reads our modules can read that.
 */
export async function makeWasm() {
  const mark = markOfSources();
  if (existsSync(target) && readFileSync(target, "utf8").startsWith(mark)) return;
  // The compiler is large, and nearly nobody needs it.
  const { main } = await import("assemblyscript/asc");
  const out = mkdtempSync(join(tmpdir(), "trousseau-wasm-"));
  try {
    const file = join(out, "open-many.wasm");
    const { error, stderr } = await main([source, "--outFile", file, "--baseDir", "/", ...options]);
    if (error) throw new Error(`${stderr}\n${error.message}`);
    const text = readFileSync(file).toString("base64");
    writeFileSync(target, `${mark}\nexport const compiled = "${text}";\n`);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Before the tests, which import it. */
export const setup = makeWasm;
