import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = "lib/operations";
const files = readdirSync(folder, { recursive: true })
  .map((path) => join(folder, String(path)))
  .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|testing|races/.test(path));
const textOf = new Map(files.map((path) => [path, readFileSync(path, "utf8")]));

const isCommand = (text: string) => /\bdefine(Command|Bulk)\(/.test(text);
const queues = (text: string) => /\bqueueMails?\(/.test(text);

/** What a file runs of other files that are no commands themselves. */
const helpersOf = (text: string): string[] =>
  [...text.matchAll(/^import (?!type\b)[^;]*?from "@\/(lib\/operations\/[^"]+)"/gm)]
    .map(([, from]) => `${from}.ts`)
    .filter((path) => !isCommand(textOf.get(path) ?? ""));

/** Whether a letter can leave by way of this file without being counted where it is queued. */
function queuesUncounted(path: string, seen = new Set<string>()): boolean {
  const text = textOf.get(path) ?? "";
  if (seen.has(path) || path === "lib/operations/mail/internal/tell.ts") return false;
  seen.add(path);
  if (path !== "lib/operations/mail/internal/queue-mail.ts" && queues(text)) return true;
  return helpersOf(text).some((helper) => queuesUncounted(helper, seen));
}

const senders = files.filter((path) => isCommand(textOf.get(path) ?? "") && queuesUncounted(path));

test("commands that send are known", () => {
  expect(senders.length).toBeGreaterThan(8);
});

test.each(senders)("%s counts its letters before it writes them", (path) => {
  expect(textOf.get(path)).toMatch(
    /\bquota[\s\S]*\bmailQuota\(|\bquota: ownMailQuota\b|\bquotaEach: letterEach\(|\b(invitationRows|assertRoom)\(tx/,
  );
});
