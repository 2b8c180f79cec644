import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

/** How a page may come without its scripts: JavaScript off, the scripts lost, the scripts still on their way. */
export const ways = ["off", "blocked", "delayed"] as const;
type Way = (typeof ways)[number];

/** Fields for secrets that are still off. */
const offSecrets = "input[type=password]:disabled";

/** What is typed, and looked for in every request. */
const canary = `canary${randomUUID().replaceAll("-", "")}`;

type Visit = { browser: Browser; way: Way; as?: BrowserContext };

/**
 * Opens pages whose scripts do not run, as `as` or as nobody. `visit` types into each field and presses Enter;
 * `leave` closes the pages, and expects that none has sent anything of it.
 */
export async function withoutScripts({ browser, way, as }: Visit) {
  const context = await browser.newContext({
    locale: "en-GB",
    // So high that every field of a page can be clicked where it stands.
    viewport: { width: 1280, height: 3000 },
    javaScriptEnabled: way !== "off",
    ...(as && { storageState: await as.storageState() }),
  });
  const sent: string[] = [];
  context.on("request", (request) =>
    sent.push([request.url(), request.postData() ?? "", JSON.stringify(request.headers())].join("\n")),
  );

  /** Answers how many fields took what was typed. */
  async function visit(address: string): Promise<number> {
    const page = await context.newPage();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      if (way !== "delayed") return route.abort();
      await released;
      await route.continue();
    });
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const typed = await typeEverywhere(page);
    release();
    // The scripts take the page over.
    if (way === "delayed")
      await page.waitForFunction((secrets) => !document.querySelector(secrets), offSecrets);
    return typed;
  }

  async function leave() {
    // What the others were about to send is on its way before this.
    const later = await context.newPage();
    await later.goto("/favicon.svg");
    await context.close();
    expect(sent.filter((request) => request.includes(canary))).toEqual([]);
  }

  return { visit, leave };
}

/**
 * By the mouse and the keyboard alone, at places that were looked up before: after a form that the browser was
 * forbidden to send, Playwright's locators wait for a navigation that never comes.
 */
async function typeEverywhere(page: Page): Promise<number> {
  const fields = page.locator("input:visible, textarea:visible");
  for (const field of await fields.all()) {
    if ((await field.getAttribute("type")) !== "password") continue;
    await expect(field).toBeDisabled();
    expect(await field.getAttribute("name")).toBeNull();
  }
  const writable = await placesOf(page.locator("input:visible:enabled, textarea:visible:enabled"));
  const buttons = await placesOf(page.locator("button[type=submit]:visible"));
  for (const { x, y } of writable) {
    await page.mouse.click(x, y);
    await page.keyboard.type(canary);
    await page.keyboard.press("Enter");
  }
  for (const { x, y } of buttons) await page.mouse.click(x, y);
  return writable.length;
}

async function placesOf(locator: Locator) {
  const boxes = await Promise.all((await locator.all()).map((each) => each.boundingBox()));
  return boxes.flatMap((box) => (box ? [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] : []));
}
