import type { BrowserContext } from "@playwright/test";
import { fromBase64 } from "@/lib/crypto/base64";
import { importPrivateKey } from "@/lib/crypto/key-pair";
import { openKey } from "@/lib/crypto/seal-key";
import { openBytes } from "@/lib/crypto/symmetric";
import { asSymmetricKey } from "@/lib/crypto/symmetric-key";
import type { EncString, SealedKey } from "@/lib/crypto/types";
import { world } from "./world";

const base64 = "[A-Za-z0-9+/]";
const sealedText = new RegExp(`\\b2\\.${base64}{22}==\\|${base64}+={0,2}\\|${base64}{43}=`, "g");
const sealedKey = new RegExp(`\\b4\\.${base64}{342}==`, "g");

/** Everything that leaves a browser from now on: the address and the body of each request. */
export function watchRequests(context: BrowserContext): string[] {
  const sent: string[] = [];
  context.on("request", (request) => {
    sent.push(request.url(), (request.postDataBuffer() ?? Buffer.alloc(0)).toString("utf8"));
  });
  return sent;
}

/** What was sealed and sent: texts and keys. */
export const sealedIn = (sent: readonly string[]): string[] =>
  sent.flatMap((text) => [...(text.match(sealedText) ?? []), ...(text.match(sealedKey) ?? [])]);

/** What of all that gives a secret away: those sent in the clear, and those that the attacker's keys open. */
export async function secretsIn(sent: readonly string[]): Promise<string[]> {
  const forms = world.secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ]);
  const clear = forms.filter((form) => sent.some((text) => text.includes(form)));
  const opened = await Promise.all(
    sealedIn(sent).map(async (sealed) => ((await opens(sealed)) ? [sealed] : [])),
  );
  return [...clear, ...opened.flat()];
}

/** Whether one of the attacker's keys opens it. */
async function opens(sealed: string): Promise<boolean> {
  const { privateKey, providerKey, organizationKey } = world.forgeries;
  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  if (sealed.startsWith("4."))
    return succeeds(openKey(await importPrivateKey(fromBase64(privateKey)), sealed as SealedKey));
  for (const key of [providerKey, organizationKey])
    if (await succeeds(openBytes(asSymmetricKey(fromBase64(key)), sealed as EncString))) return true;
  return false;
}
