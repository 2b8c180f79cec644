import { expect, test } from "@playwright/test";

const onEverything = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};

test("pages carry a policy with a fresh nonce, and are never stored", async ({ request }) => {
  const nonces = new Set<string>();
  for (let visit = 0; visit < 2; visit++) {
    const response = await request.get("/log-in", {
      headers: { "content-security-policy": "default-src *" },
    });
    const headers = response.headers();
    expect(headers).toMatchObject(onEverything);
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers).not.toHaveProperty("x-powered-by");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src [^;]*('unsafe-inline'|'unsafe-eval')/);
    expect(policy).not.toContain("default-src *");
    nonces.add(/script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
  }
  expect(nonces.size).toBe(2);
  expect(nonces.has("none")).toBe(false);
});

test("answers of the API may load nothing at all", async ({ request }) => {
  for (const path of ["/api/health", "/api/ready"]) {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      ...onEverything,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
  }
});

test("every answer has an id of the server's own making", async ({ request }) => {
  const mine = "00000000-0000-4000-8000-000000000000";
  const response = await request.get("/api/health", { headers: { "x-request-id": mine } });
  expect(response.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers()["x-request-id"]).not.toBe(mine);
});

test("the operator's door looks as if it were not there", async ({ request }) => {
  const response = await request.post("/api/operator/provider-invitations", {
    data: { email: "brett.warden@provider.example", teamsSeats: 1, enterpriseSeats: 1 },
  });
  expect(response.status()).toBe(404);
});

test("a body that no form sends is refused", async ({ request }) => {
  const response = await request.post("/log-in", { data: "x".repeat(5 * 1024 * 1024) });
  expect(response.status()).toBe(413);
});

test("a page runs no script that its markup smuggles in", async ({ page }) => {
  await page.goto("/log-in");
  const ran = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const picture = document.createElement("div");
        picture.innerHTML = '<img src="/nothing.png" onerror="window.smuggled = true">';
        picture.firstElementChild?.addEventListener("error", () => resolve("smuggled" in window));
        document.body.append(picture);
      }),
  );
  expect(ran).toBe(false);
});
