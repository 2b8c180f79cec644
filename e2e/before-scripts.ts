import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page, type Route } from "@playwright/test";

/** How a page may come without its scripts: JavaScript off, the scripts lost, the scripts still on their way. */
export const ways = ["off", "blocked", "delayed"] as const;
type Way = (typeof ways)[number];

type Visit = { browser: Browser; way: Way; as?: BrowserContext };

/** Opens pages whose scripts do not run, as `as` or as nobody. `visit` types into each field and presses Enter. */
export async function withoutScripts({ browser, way, as }: Visit) {
  const context = await browser.newContext({
    locale: "en-GB",
    javaScriptEnabled: way !== "off",
    ...(as && { storageState: await as.storageState() }),
  });
  const sent: string[] = [];
  context.on("request", (request) =>
    sent.push([request.url(), request.postData() ?? "", JSON.stringify(request.headers())].join("\n")),
  );

  /** Answers how many fields took what was typed. */
  async function visit(address: string): Promise<number> {
    const canary = `canary${randomUUID().replaceAll("-", "")}`;
    const page = await context.newPage();
    const held: Route[] = [];
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      if (way === "delayed") held.push(route);
      else await route.abort();
    });
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const typed = await typeEverywhere(page, canary);
    if (way === "delayed") await comeAlive(page, held);
    // Whatever the browser was about to send is on its way before this.
    await page.goto("/favicon.svg");
    expect(sent.filter((request) => request.includes(canary))).toEqual([]);
    await page.close();
    return typed;
  }

  return { context, visit };
}

async function typeEverywhere(page: Page, canary: string): Promise<number> {
  let typed = 0;
  const fields = page.locator("input:visible, textarea:visible");
  for (const field of await fields.all()) {
    const isSecret = (await field.getAttribute("autocomplete"))?.endsWith("-password") ?? false;
    if (isSecret) await expect(field).toBeDisabled();
    expect(isSecret ? await field.getAttribute("name") : null).toBeNull();
    await field.focus();
    await page.keyboard.type(canary);
    await page.keyboard.press("Enter");
    if ((await field.inputValue()).includes(canary)) typed += 1;
  }
  const buttons = page.locator("button[type=submit]:visible");
  for (const button of await buttons.all()) await button.click({ noWaitAfter: true });
  return typed;
}

/** Lets the scripts come, and waits until they have taken the page over. */
async function comeAlive(page: Page, held: Route[]) {
  await page.unrouteAll();
  for (const route of held) await route.continue();
  const secrets = page.locator("input[autocomplete$='-password']:visible");
  for (const field of await secrets.all()) await expect(field).toBeEnabled();
}
