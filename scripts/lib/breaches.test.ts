import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readRange } from "@/lib/domain/report/breach-range";
import { startBreaches } from "@/scripts/lib/breaches.mjs";

test("the stand-in answers ranges of common passwords, with padding, and nothing else", async () => {
  const { url, stop } = await startBreaches();
  try {
    const hash = createHash("sha1").update("password").digest("hex").toUpperCase();
    const answer = await fetch(`${url}/range/${hash.slice(0, 5)}`);
    const text = await answer.text();
    expect(readRange(text).get(hash.slice(5))).toBeGreaterThan(1000);
    expect(text).toMatch(/:0(\r\n|$)/);
    expect((await fetch(`${url}/range/nothing`)).status).toBe(404);
  } finally {
    await stop();
  }
});
