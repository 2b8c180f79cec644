// Run by scripts/crash.mjs: invites providers through the server's own door until the server is gone.
import { operatorBearer } from "@/lib/http/operator-bearer";

const path = "/api/operator/provider-invitations";
const writers = 4;

/** Whether the server said that it is done. A server that is gone says nothing. */
async function invite(email: string): Promise<boolean> {
  const body = JSON.stringify({ email, teamsSeats: 1, enterpriseSeats: 1 });
  const authorization = `Bearer ${operatorBearer({ path, body }, new Date())}`;
  const response = await fetch(`${process.env.SERVER_URL}${path}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body,
  });
  return response.ok && (await response.json()).ok;
}

async function write(writer: number) {
  for (let count = 0; ; count++) {
    const email = `owner.${process.env.ROUND}.${writer}.${count}@msp.example`;
    const done = await invite(email).catch(() => false);
    if (!done) return;
    process.stdout.write(`${email}\n`);
  }
}

await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
