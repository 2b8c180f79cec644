import { readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** How much of a page is printed: its dialog, its messages and its first rows. */
const most = 6_000;

/** Prints what each page showed, in words, where a journey has failed: the machine that ran it may be gone. */
export default class PageReporter implements Reporter {
  onTestEnd(test: TestCase, { status, retry, attachments }: TestResult): void {
    if (status === "passed" || status === "skipped") return;
    for (const { name, path, body } of attachments.filter(({ name }) => name === "error-context")) {
      const text = body?.toString() ?? (path ? readFileSync(path, "utf8") : "");
      const page = text.slice(Math.max(0, text.indexOf("# Page snapshot"))).slice(0, most);
      console.log(`\n${name} of "${test.title}", try ${retry + 1}:\n${page}\n`);
    }
  }
}
