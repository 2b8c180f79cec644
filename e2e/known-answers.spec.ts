import { expect, test } from "@playwright/test";
import { bundle } from "./known-answers/bundle";

/** Nothing listens there: a loopback address is what makes WebCrypto available to the page. */
const page = "http://127.0.0.1:9/";

type Answer = { name: string; failure: string | null };

test("the browser computes every known answer", async ({ page: browser }) => {
  const script = await bundle("lib/crypto/vectors/known-answers.ts");
  await browser.route(page, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await browser.goto(page);
  await browser.addScriptTag({ content: script });

  const answers = await browser.evaluate(async () => {
    const { knownAnswers } = (
      globalThis as unknown as {
        suite: { knownAnswers: { name: string; run(): Promise<void> }[] };
      }
    ).suite;
    const given: Answer[] = [];
    for (const { name, run } of knownAnswers) {
      const failure = await run().then(
        () => null,
        (error: unknown) => String(error),
      );
      given.push({ name, failure });
    }
    return given;
  });

  expect(answers.length).toBeGreaterThan(20);
  for (const { name, failure } of answers)
    await test.step(name, async () => expect.soft(failure, name).toBeNull());
});
